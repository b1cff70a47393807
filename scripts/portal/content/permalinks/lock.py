"""The lock: every published address, the day it was locked, and its Kyrgyz title then."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from portal.addresses import Address, parse_address
from portal.content.problems import Problem
from portal.wording.dates import parse_day

FILE = Path("records/addresses.txt")
HEAD = """\
# Жарыяланган даректердин тизмеси: дарек, ал катталган күн, ошондогу кыргызча аталышы. Аны «make lock» жазат.
# Саптар кошулат, эч качан өчүрүлбөйт жана колго оңдолбойт. Барак же бөлүк көчсө, records/moved.yml файлына сап кошулат.
#
# Перечень опубликованных адресов: адрес, день записи, кыргызское название в тот день. Его пишет «make lock».
# Строки добавляются, никогда не удаляются и не правятся вручную. \
При переезде страницы или раздела строка добавляется в records/moved.yml.
#
# Every address that was published: the address, the day it was locked, its Kyrgyz title then. Written by “make lock”.
# Lines are added, never removed, never edited by hand. \
When a page or a section moves, a line goes into records/moved.yml.
"""


@dataclass(frozen=True)
class LockEntry:
    """When an address was locked and its Kyrgyz title then; a paragraph has none."""

    since: datetime.date
    title: str

    def format_line(self, address: Address) -> str:
        return f"{address} {self.since} {self.title}".rstrip()


Lock = Mapping[Address, LockEntry]


def read_lock(text: str) -> tuple[Lock, list[Problem]]:
    """The entries of a lock, and the lines that are none; of two entries for one address the older wins."""
    entries: dict[Address, LockEntry] = {}
    problems: list[Problem] = []
    for number, line in enumerate(text.removeprefix("\ufeff").splitlines(), 1):
        if line.startswith("#") or not line.strip():
            continue
        name, _, rest = line.partition(" ")
        day, _, title = rest.partition(" ")
        address, since = parse_address(name), parse_day(day)
        if address and since:
            entry = LockEntry(since, title.strip())
            entries[address] = min(entries.get(address, entry), entry, key=lambda each: each.since)
        else:
            problems.append(Problem(FILE, number, "lock-line", {"found": line}))
    return entries, problems


def compare_locks(lock: Lock, base: Lock) -> list[Problem]:
    """Lines of the base's lock that are missing or different now."""
    problems = []
    for address, entry in sorted(base.items()):
        if address not in lock:
            problems.append(Problem(FILE, 0, "lock-short", {"line": entry.format_line(address)}))
        elif lock[address] != entry:
            values = {"found": lock[address].format_line(address), "expected": entry.format_line(address)}
            problems.append(Problem(FILE, 0, "lock-changed", values))
    return problems


def format_lock(lock: Lock) -> str:
    return HEAD + "\n" + "".join(f"{entry.format_line(address)}\n" for address, entry in sorted(lock.items()))
