"""Adapt the theme's page: without the parts that need its script, and with the policy of the page."""

import re

from markupsafe import escape

from portal.rendering.content_policy import fill_policy
from portal.wording.phrases import phrase

UNUSED = re.compile(
    r'<input class="md-toggle"[^>]*>\s*'
    r'|<label class="md-overlay"[^>]*></label>\s*'
    r'|<div class="md-dialog"[^>]*>\s*<div[^>]*></div>\s*</div>\s*'
)
SKIP_LINK = re.compile(r'(?<=<div data-md-component="skip">).*?(?=</div>)', re.DOTALL)


def adapt_theme(html: str, language: str) -> str:
    """The page without the theme's drawer, search and dialog, and with a skip link that works on every page."""
    link = f'<a href="#_content" class="md-skip">{escape(phrase("skip", language))}</a>'
    return fill_policy(SKIP_LINK.sub(lambda _: link, UNUSED.sub("", html), count=1))
