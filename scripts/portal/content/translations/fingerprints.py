"""Fingerprints of sections: the same whatever the spaces, punctuation and all that --fix corrects."""

import hashlib
import re
import unicodedata

from portal.content.proofreading import checks
from portal.content.translations.sections import EXTERNAL, Section

COUNTED = re.compile(r"[^\W_]+|[%№()+/=&]")
"""What of a text counts: words, numbers and signs with a meaning of their own; no punctuation, no marks of Markdown."""


def fingerprint(section: Section) -> str:
    """Eight hexadecimal digits of a section's words, code, links, images and shapes of tables.

    That there is a link within the site counts, where it leads does not: a page that moves makes no translation stale.
    """
    links = [link if EXTERNAL.match(link) else "#" for link in section.links]
    tables = [f"{table.rows}x{table.columns}" for table in section.tables]
    # Words run on: a paragraph may fall into two when a sign that nobody sees is taken away.
    parts = [
        " ".join(plain_words(section)),
        *("\n".join(part) for part in (section.code, links, section.images, tables)),
    ]
    whole = "\0".join([str(section.level), *parts])
    return hashlib.sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()[:8]


def plain_words(section: Section) -> list[str]:
    """The words of a section without what typography may change."""
    return [word for passage in section.passages for word in plain(checks.fixed(passage)[0])]


def plain(text: str) -> list[str]:
    """The words of a text without what typography may change."""
    return COUNTED.findall(unicodedata.normalize("NFKC", text))
