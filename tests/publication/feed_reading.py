"""Feeds as the grammar of Atom and readers' programs see them."""

from __future__ import annotations

from pathlib import Path

import feedparser
from lxml import etree

from portal.languages import LANGUAGES
from portal.rendering.site_feeds import FEEDS, feed_url

GRAMMAR = etree.RelaxNG(etree.parse(Path(__file__).with_name("atom.rng")))
ALL = [(name, language) for name in FEEDS for language in LANGUAGES]


def faults(feed: bytes) -> list[str]:
    """What in a feed is against the grammar, or what a reader's program stumbles over."""
    GRAMMAR.validate(etree.fromstring(feed))
    parsed = feedparser.parse(feed)
    return [str(fault) for fault in GRAMMAR.error_log] + ([str(parsed.bozo_exception)] if parsed.bozo else [])


def read_feed(site: Path, name: str, language: str) -> feedparser.FeedParserDict:
    data = (site / feed_url(name, language)).read_bytes()
    assert faults(data) == [], (name, language)
    return feedparser.parse(data)
