"""The lock: every address that was published, the day it was locked, and its Kyrgyz title then."""

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from portal.addresses import Address, parse_address
from portal.content.problems import Problem

FILE = Path("records/addresses.txt")
CONFLICT = re.compile(r"<{7} .*|={7}|>{7} .*|\|{7} .*")
DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
HEAD = """\
# Жарыяланган даректердин тизмеси: дарек, ал катталган күн, ошондогу кыргызча аталышы. Аны «make lock» жазат.
# Саптар кошулат, эч качан өчүрүлбөйт жана колго оңдолбойт. Барак же бөлүк көчсө, records/moved.yml файлына сап кошулат.
#
# Перечень опубликованных адресов: адрес, день записи, кыргызское название в тот день. Его пишет «make lock».
# Строки добавляются, никогда не удаляются и не правятся вручную. При переезде страницы или раздела строка добавляется в records/moved.yml.
#
# Every address that was published: the address, the day it was locked, its Kyrgyz title then. Written by “make lock”.
# Lines are added, never removed, never edited by hand. When a page or a section moves, a line goes into records/moved.yml.
"""


@dataclass(frozen=True)
class LockEntry:
    """When an address was locked and what it was called in Kyrgyz then; a paragraph has no title."""

    since: datetime.date
    title: str

    def written(self, address: Address) -> str:
        """The line of the lock."""
        return f"{address} {self.since} {self.title}".rstrip()


Lock = Mapping[Address, LockEntry]


def read_lock(text: str) -> tuple[Lock, list[Problem]]:
    """What a lock holds, its lines in any order, and the lines that cannot be read; of two for one address the older counts."""
    entries: dict[Address, LockEntry] = {}
    problems: list[Problem] = []
    for number, line in enumerate(text.removeprefix("\ufeff").splitlines(), 1):
        if line.startswith("#") or not line.strip():
            continue
        if found := _entry(line):
            address, entry = found
            known = entries.setdefault(address, entry)
            entries[address] = min(known, entry, key=lambda each: each.since)
        else:
            rule = "lock-conflict" if CONFLICT.fullmatch(line) else "lock-line"
            problems.append(Problem(FILE, number, rule, {"found": line}))
    return entries, problems


def _entry(line: str) -> tuple[Address, LockEntry] | None:
    name, _, rest = line.partition(" ")
    day, _, title = rest.partition(" ")
    address = parse_address(name)
    try:
        return (
            (address, LockEntry(datetime.date.fromisoformat(day), title.strip()))
            if address and DAY.fullmatch(day)
            else None
        )
    except ValueError:
        return None


def compare_locks(ours: Lock, theirs: Lock) -> list[Problem]:
    """Lines of the base's lock that ours lacks or has otherwise."""
    problems = []
    for address, entry in sorted(theirs.items()):
        if address not in ours:
            problems.append(Problem(FILE, 0, "lock-short", {"line": entry.written(address)}))
        elif ours[address] != entry:
            values = {"found": ours[address].written(address), "expected": entry.written(address)}
            problems.append(Problem(FILE, 0, "lock-changed", values))
    return problems


def lock_text(lock: Lock) -> str:
    """The text of a lock, sorted by page and id."""
    return HEAD + "\n" + "".join(f"{entry.written(address)}\n" for address, entry in sorted(lock.items()))
