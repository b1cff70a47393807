"""Fingerprints of sections: the same whatever the spaces, quotation marks, dashes and all that --fix mends."""

import hashlib
import re
import unicodedata
from collections.abc import Mapping

from portal.content.proofreading import checks
from portal.content.translations.sections import OUTER, Section

FORM = re.compile(r"[0-9a-f]{8}")
KEPT = re.compile(r"[^\W_]+|[.,;:!?%№()+/=&…]")
"""What of a text counts: words, figures, and the signs that part sentences; no quotation marks, dashes, marks of Markdown."""


def fingerprints(sections: Mapping[str, Section]) -> dict[str, str]:
    """The fingerprint of each section by id."""
    return {name: fingerprint(section) for name, section in sections.items()}


def fingerprint(section: Section) -> str:
    """Eight hexadecimal digits of a section's words, code, links, images and shapes of tables; where a link leads within the site, moves change."""
    words = [words for passage in section.passages if (words := plain(checks.fixed(passage)[0]))]
    links = [link if OUTER.match(link) else "#" for link in section.links]
    tables = [f"{table.rows}x{table.columns}" for table in section.tables]
    # Words run on: a paragraph may fall into two when a sign that nobody sees is taken away.
    parts = [" ".join(words), *("\n".join(part) for part in (section.code, links, section.images, tables))]
    whole = "\0".join([str(section.level), *parts])
    return hashlib.sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()[:8]


def plain(text: str) -> str:
    """Words without what typography may change."""
    return " ".join(KEPT.findall(unicodedata.normalize("NFKC", text)))
