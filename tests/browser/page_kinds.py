"""A page of the edition for each template, and what opens it."""

from collections.abc import Callable

from playwright.sync_api import Page

OpenPage = Callable[..., Page]

KINDS = {
    "home": "",
    "strategy": "strategy/",
    "chapter": "strategy/situation/",
    "priorities": "priorities/",
    "task": "priorities/capacity/",
    "news": "news/",
    "year of news": "news/2020/",
    "news item": "news/2020-03-12-strategy-discussion/",
    "side by side": "priorities/capacity/parallel/",
    "plain page": "about/linking/",
    "all Markdown": "about/markdown/",
    "all links": "about/links/",
    "terms": "terms/",
    "status": "status/",
    "search": "search/",
    "not found": "nothing/here/",
}
LANGUAGE_PREFIXES = ("", "ru/", "en/")


def see(page: Page, wanted: bool) -> None:
    """Switch the low-vision mode on or off."""
    if (page.get_attribute(".vision-toggle", "aria-pressed") == "true") is not wanted:
        page.click(".vision-toggle:visible")
