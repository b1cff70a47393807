"""What is taken away from the HTML of the theme."""

import re

from markupsafe import escape

from portal.wording.catalogue import word

THEME_PARTS = re.compile(
    r'<input class="md-toggle"[^>]*>\s*|<label class="md-overlay"[^>]*></label>\s*|<div class="md-dialog"[^>]*>\s*<div[^>]*></div>\s*</div>\s*'
)
"""Switches of the theme's drawer, search and dialog, which nothing here opens."""
THEME_SKIP = re.compile(r'(?<=<div data-md-component="skip">).*?(?=</div>)', re.DOTALL)


def tidy(html: str, language: str) -> str:
    """The page without the theme's parts that need its script, and with a link past the header that leads to the content of every page."""
    link = f'<a href="#_content" class="md-skip">{escape(word("skip", language))}</a>'
    return THEME_SKIP.sub(lambda _: link, THEME_PARTS.sub("", html), count=1)
