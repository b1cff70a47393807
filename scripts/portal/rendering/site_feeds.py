"""The feeds that each language has: where they stand, and what they are called."""

from collections.abc import Mapping
from dataclasses import dataclass

from portal.addresses import page_url


@dataclass(frozen=True)
class SiteFeed:
    """The phrase that is its title, and the path of the page with the same contents."""

    title: str
    page: str


FEEDS: Mapping[str, SiteFeed] = {
    "news": SiteFeed("feed_of_news", "news"),
    "changes": SiteFeed("feed_of_changes", "strategy"),
}


def feed_url(name: str, language: str) -> str:
    """The address of a feed below the root of the site: "ru/news.xml"."""
    return f"{page_url('', language)}{name}.xml"
