"""Fingerprints of sections, which ignore spaces, punctuation, capitals, look-alikes and whatever --fix corrects."""

import hashlib
import re
import unicodedata
from functools import lru_cache

from portal.content.proofreading import checks
from portal.content.proofreading.letters import TO_CYRILLIC
from portal.content.reading.pages import Page
from portal.content.translations.sections import EXTERNAL, Section, sections_of

COUNTED = re.compile(r"[^\W_]+|[%№()+/=&]")
"""Words, numbers and symbols with a meaning; no punctuation, no Markdown."""
LOOK_ALIKES = TO_CYRILLIC | str.maketrans("өүңёэ", "оунее")
DOUBLED = re.compile(r"([^\W\d_])(?=\1)")


def fingerprint(section: Section) -> str:
    """Eight hexadecimal digits for a section's words, code, links, images and table sizes.

    Where a link within the site leads does not count: when a page moves, no translation falls behind.
    """
    links = [link if EXTERNAL.match(link) else "#" for link in section.links]
    tables = [f"{table.rows}x{table.columns}" for table in section.tables]
    # Paragraphs are joined: removing an unseen character may split one in two.
    words = " ".join(plain_words(section))
    others = ("\n".join(part) for part in (section.code, links, section.images, tables))
    whole = "\0".join([str(section.level), words, *others])
    return hashlib.sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()[:8]


def section_fingerprint(page: Page | None, id_: str) -> str | None:
    section = sections_of(page).get(id_) if page else None
    return fingerprint(section) if section else None


def plain_words(section: Section) -> list[str]:
    """The words of a section after all safe fixes."""
    return [word for passage in section.passages for word in split_words(checks.fixed(passage)[0])]


def split_words(text: str) -> list[str]:
    """The words as they are compared: whether о or ө, one letter or two was typed makes no other text."""
    words = COUNTED.findall(unicodedata.normalize("NFKC", text))
    return [part for word in words for part in compared(word)]


@lru_cache(maxsize=100_000)
def compared(word: str) -> tuple[str, ...]:
    """One word, kept because most are in many texts; what is left of a rare letter may be two."""
    return tuple(COUNTED.findall(DOUBLED.sub("", word.casefold().translate(LOOK_ALIKES))))
