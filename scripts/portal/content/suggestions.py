"""Suggestions for messages: what the writer most likely meant."""

import difflib
import itertools
import re
from collections.abc import Container, Iterable, Mapping

from portal import addresses
from portal.addresses import latin, page_path
from portal.content.markdown.outline import BRACES, Heading
from portal.content.problems import Words
from portal.content.reading.pages import Page
from portal.content.translations.sections import TOP

ID = re.compile(addresses.ID)
LONGEST_ID = 40
SIMILAR = 0.6
LETTER = re.compile(r"[^\W\d_]")


def nearest(word: str, known: Iterable[str]) -> str:
    """The most similar of the known words; a dash when there is none."""
    return next(iter(difflib.get_close_matches(word, list(known), n=1, cutoff=0)), "—")


def perhaps(near: object | None) -> dict[str, object]:
    """Values of a message that may end in a hint: what was most likely meant, if anything."""
    return {"hint": Words("perhaps"), "near": near} if near else {"hint": ""}


def nearest_name(word: str, known: Iterable[str]) -> str | None:
    """The known name whose last part is most similar; the parts before it are often the same without a meaning."""
    scores = [(_similarity(_last_part(word), _last_part(name)), _similarity(word, name), name) for name in known]
    score, _, near = max(scores, default=(0.0, 0.0, ""))
    return near if score >= SIMILAR else None


def _similarity(one: str, other: str) -> float:
    return difflib.SequenceMatcher(None, one, other).ratio()


def _last_part(name: str) -> str:
    """The id, else the name of the page: "status" of "strategy/role/#status", "role" of "strategy/role.md"."""
    return re.split("[/#]", page_path(name.strip("/")))[-1]


def ids_of(page: Page) -> str:
    """The ids of a page to choose from; a dash when it has none."""
    return ", ".join(f"#{anchor.id}" for anchor in page.anchors) or "—"


def ids_to_write(page: Page, original: Page | None) -> Mapping[int, str]:
    """By line, an id for each heading without one and for each id that is not valid: no two the same."""
    taken = {TOP, *(anchor.id for anchor in page.anchors)}
    untranslated = [anchor for anchor in original.anchors if anchor.id not in taken] if original else []
    found: dict[int, str] = {}
    for heading in (each for each in page.body.headings if not each.id):
        same = next((each.id for each in untranslated if each.level == heading.level and each.id not in taken), None)
        found[heading.line] = same or free_id(_words(heading), taken)
        taken.add(found[heading.line])
    for anchor in page.anchors:
        if not ID.fullmatch(anchor.id):
            found[anchor.line] = free_id(anchor.id if LETTER.search(anchor.id) else anchor.title, taken)
            taken.add(found[anchor.line])
    return found


def free_id(words: str, taken: Container[str]) -> str:
    """Words as an id that is not taken: "karjyloo", else "karjyloo-2"."""
    stem = latin(words).lstrip("0123456789-")
    if len(stem) > LONGEST_ID - 3:
        stem = stem[: LONGEST_ID - 3].rpartition("-")[0] or stem[: LONGEST_ID - 3]
    stem = stem if ID.fullmatch(stem) else "section"
    names = itertools.chain([stem], (f"{stem}-{number}" for number in itertools.count(2)))
    return next(name for name in names if name not in taken)


def _words(heading: Heading) -> str:
    """The title; where only the space before the brace is missing, it has the id that was meant."""
    braces = BRACES.search(heading.title)
    written = ID.search(braces[1]) if braces else None
    return written[0] if written else heading.title
