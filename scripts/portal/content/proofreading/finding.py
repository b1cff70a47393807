"""A place in a passage that a rule of writing objects to."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from portal.content.markdown.prose import HIDDEN, Passage

AROUND = 24
LONGEST = 120


@dataclass(frozen=True)
class Finding:
    """What stands from `begin` to `end` of a passage; `mend` is what may safely take its place, None where a person must choose."""

    begin: int
    end: int
    rule: str
    mend: str | None = None
    values: Mapping[str, object] = field(default_factory=dict)
    warning: bool = False


Rule = Callable[[Passage], Iterator[Finding]]


def around(text: str, begin: int, end: int) -> str:
    """The words around a place, whole and on one line, with hidden signs left out."""
    end = min(end, begin + LONGEST)
    first = max(text.rfind(" ", 0, max(begin - AROUND, 0)) + 1, 0)
    last = text.find(" ", min(end + AROUND, len(text)))
    cut = text[first : last if last >= 0 else len(text)]
    return (("… " if first else "") + " ".join(cut.replace(HIDDEN, "").split()) + (" …" if last >= 0 else "")).strip()


def replaced(pattern: re.Pattern[str], text: str, rule: str, by: str, **values: object) -> Iterator[Finding]:
    """Every match of a pattern that its replacement would change."""
    for found in pattern.finditer(text):
        mend = found.expand(by)
        if mend != found[0]:
            yield Finding(*found.span(), rule, mend, values)
