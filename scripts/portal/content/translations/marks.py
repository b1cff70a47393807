"""Marks: which text of the original each section of a translation follows, as records/translations.txt keeps them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from portal.addresses import Address, parse_address
from portal.content.problems import Problem
from portal.languages import LANGUAGES

FILE = Path("records/translations.txt")
CURRENT, BEHIND = "current", "behind"
"""What people may write instead of a fingerprint."""
LINE = re.compile(rf"({'|'.join(LANGUAGES)})(/\S*) ({CURRENT}|{BEHIND}|[0-9a-f]{{8}})(?: ([0-9a-f]{{8}}))?")
HEAD = """\
# Котормонун ар бир бөлүгү түп нусканын кайсы текстине ылайык экени. Саптарды программа жазат: «make mark».
# Кол менен бир гана сөз жазылат: «ru/strategy/role/#status current» — котормо өзгөртүүсүз туура; \
«behind» — дагы эле артта.
#
# Какому тексту оригинала соответствует каждый раздел перевода. Строки пишет программа: «make mark».
# Вручную пишут только слово: «ru/strategy/role/#status current» — перевод верен без правки; \
«behind» — всё ещё отстал.
#
# Which text of the original each section of a translation follows. The program writes the lines: “make mark”.
# By hand, write one word only: “ru/strategy/role/#status current” if the translation is right as it is; \
“behind” if it is still behind.
"""


@dataclass(frozen=True)
class Mark:
    """The fingerprint that a section follows, or a word; `own` is its own fingerprint, "" for its present text."""

    original: str
    own: str = ""


Marks = Mapping[tuple[str, Address], tuple[Mark, ...]]
"""By language and address; a section that was marked twice has both marks."""


def read_marks(text: str) -> tuple[Marks, list[Problem]]:
    """The marks of a file, its lines in any order, and the lines that are none."""
    marks: dict[tuple[str, Address], tuple[Mark, ...]] = {}
    problems: list[Problem] = []
    for number, line in enumerate(text.removeprefix("\ufeff").splitlines(), 1):
        if line.startswith("#") or not line.strip():
            continue
        found = LINE.fullmatch(line.strip())
        # The home page is "ru/" and "ru/#id"; its address keeps the slash.
        name = (found[2] if found[2][1:2] in ("", "#") else found[2].removeprefix("/")) if found else ""
        address = parse_address(name)
        if found and address:
            key = (found[1], address)
            marks[key] = (*marks.get(key, ()), Mark(found[3], found[4] or ""))
        else:
            problems.append(Problem(FILE, number, "mark-line", {"found": line}))
    return marks, problems


def format_marks(marks: Marks) -> str:
    lines = [format_mark(*key, mark) for key, found in sorted(marks.items()) for mark in found]
    return HEAD + "\n" + "".join(f"{line}\n" for line in lines)


def format_mark(language: str, address: Address, mark: Mark) -> str:
    return f"{language}/{str(address).removeprefix('/')} {mark.original} {mark.own}".rstrip()
