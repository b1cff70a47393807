"""The site's frame in a language, rendered once and filled for each page that is made after the build."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from jinja2 import Environment
from markupsafe import escape

from portal.addresses import LANGUAGES, relative_url
from portal.views import NAMES, Choice, tidy

BASE, TITLE, TEXT = "@base@", "@title@", "@text@"


@dataclass(frozen=True)
class Frame:
    """The HTML of a page with places to fill in, and the templates of its language."""

    html: str
    templates: Environment

    def fill(self, url: str, title: str, text: str, choices: Mapping[str, str]) -> str:
        """The page at `url` with a title, its text as HTML, and the addresses of the language menu, all below the site's root."""
        page = self.html.replace(TEXT, text, 1).replace(TITLE, str(escape(title)), 1)
        for language, choice in choices.items():
            page = page.replace(f"{BASE}/{_place(language)}/", relative_url(choice, url))
        return page.replace(f"{BASE}/./", f"{BASE}/").replace(f"{BASE}/", relative_url("", url)).replace(BASE, relative_url("", url).rstrip("/"))


def render(templates: Environment, context: Mapping[str, Any], language: str) -> Frame:
    """The frame of a language, from the context that MkDocs gives to a template that is no page."""
    choices = [Choice(code, NAMES[code], f"{_place(code)}/", translated=True) for code in LANGUAGES]
    html = templates.get_template("frame.html").render({**context, "page": None, "base_url": BASE, "choices": choices})
    return Frame(tidy(html, language), templates)


def _place(language: str) -> str:
    return f"@{language}@"
