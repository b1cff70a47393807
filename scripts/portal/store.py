"""Results of earlier builds, each kept by a hash of all that it depends on.

    with Store(root) as store:
        words = store.result("words", page.text, lambda: count_words(page.text))

Nothing needs the file: it may be deleted at any time. One that is read-only or in use is left alone and one that is
broken is deleted, with one line of notice, and everything is worked out anew. Values are JSON, so that none can run.
"""

import json
import sqlite3
from collections.abc import Callable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from threading import Lock
from types import TracebackType
from typing import Any, Protocol, TypeVar
from zlib import crc32

from portal import console
from portal.clock import today
from portal.compact_json import compact_json
from portal.program import fingerprint

T = TypeVar("T")
FILE = Path("build/cache/results.sqlite")
TABLE = "CREATE TABLE IF NOT EXISTS results (key BLOB PRIMARY KEY, used INTEGER NOT NULL, value BLOB NOT NULL)"
DAYS = 14
"""How long a result is kept that no build asks for."""
LIMIT = 1 << 30
"""The bytes of a file that is begun anew."""
BATCH = 4_000_000
"""The bytes of new results that wait in memory to be written together."""
SECONDS = 5.0
"""How long to wait for another build that is writing."""
CHECKSUM = 4
"""The bytes before a value that tell whether it is whole."""
FAULTS = (sqlite3.Error, OSError)


class Results(Protocol):
    """What gives a result, kept or not."""

    def result(self, kind: str, depends_on: str | bytes, compute: Callable[[], T]) -> T: ...

    def last_result(self, kind: str, depends_on: str | bytes, compute: Callable[[], T]) -> T: ...


class Unkept:
    """Keeps nothing: for what is run once."""

    def result(self, kind: str, depends_on: str | bytes, compute: Callable[[], T]) -> T:
        return compute()

    last_result = result


UNKEPT = Unkept()


class Store:
    """The results of a project, for one build or check; threads may share it, processes may not."""

    def __init__(self, root: Path) -> None:
        self._file, self._program = root / FILE, fingerprint(root)
        self._day, self._lock = today().toordinal(), Lock()
        self._new: dict[bytes, bytes] = {}
        self._waiting = 0
        self._used: list[bytes] = []
        self._database: sqlite3.Connection | None = None
        self._open()

    def result(self, kind: str, depends_on: str | bytes, compute: Callable[[], T]) -> T:
        """What `compute` returns, a value of JSON without tuples; kept for the next time that it is asked for."""
        key = self._key(kind, depends_on)
        with self._lock:
            kept = self._read(key)
        if kept is not None:
            value: T = json.loads(kept)
            return value
        value = compute()
        self._keep(key, value)
        return value

    def last_result(self, kind: str, depends_on: str | bytes, compute: Callable[[], T]) -> T:
        """The same for what is large and changes with nearly every edit: of each kind only the last is kept."""
        key, digest = self._key(kind, ""), self._key(kind, depends_on).hex()
        with self._lock:
            kept = self._read(key)
        last: list[Any] = json.loads(kept) if kept else [""]
        if last[0] != digest:
            last = [digest, compute()]
            self._keep(key, last)
        value: T = last[1]
        return value

    def __enter__(self) -> "Store":
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Write what is new, and forget what has not been asked for in two weeks."""
        with self._lock:
            self._write(is_last=True)
            self._close()

    def _keep(self, key: bytes, value: object) -> None:
        with self._lock:
            if self._database:
                self._new[key] = compact_json(value).encode()
                self._waiting += len(self._new[key])
                if self._waiting >= BATCH:
                    self._write()

    def _open(self) -> None:
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            if self._file.exists() and self._file.stat().st_size > LIMIT:
                self._file.unlink()
            self._database = sqlite3.connect(self._file, SECONDS, isolation_level=None, check_same_thread=False)
            # A computer that goes off while it writes may break the file, which is noticed and costs no more than work.
            self._database.execute("PRAGMA synchronous = OFF")
            self._database.execute(TABLE)
            self._database.execute("SELECT key, used, value FROM results LIMIT 1")
        except FAULTS as fault:
            self._give_up(fault)

    def _give_up(self, fault: Exception) -> None:
        """Work without the file from here on."""
        console.warn("store_unusable", file=FILE.as_posix(), reason=fault)
        self._close()  # Windows deletes no file that is open.
        if isinstance(fault, sqlite3.DatabaseError) and not isinstance(fault, sqlite3.OperationalError):
            with suppress(OSError):
                self._file.unlink()  # it is no database, or a broken one

    def _close(self) -> None:
        if self._database:
            self._database.close()
            self._database = None

    def _key(self, kind: str, depends_on: str | bytes) -> bytes:
        key = sha256(f"{self._program}\0{kind}\0".encode())
        key.update(depends_on.encode() if isinstance(depends_on, str) else depends_on)
        return key.digest()

    def _read(self, key: bytes) -> bytes | None:
        if key in self._new:
            return self._new[key]
        if not self._database:
            return None
        try:
            row = self._database.execute("SELECT used, value FROM results WHERE key = ?", (key,)).fetchone()
        except FAULTS as fault:
            self._give_up(fault)
            return None
        if row is None or _checksum(row[1][CHECKSUM:]) != row[1][:CHECKSUM]:
            return None
        if row[0] != self._day:
            self._used.append(key)
        value: bytes = row[1][CHECKSUM:]
        return value

    def _write(self, is_last: bool = False) -> None:
        if not self._database:
            return
        rows = [(key, self._day, _checksum(value) + value) for key, value in self._new.items()]
        try:
            with self._database:
                self._database.execute("BEGIN IMMEDIATE")
                self._database.executemany("INSERT OR REPLACE INTO results VALUES (?, ?, ?)", rows)
                self._database.executemany(
                    "UPDATE results SET used = ? WHERE key = ?", [(self._day, key) for key in self._used]
                )
                if is_last:
                    self._database.execute("DELETE FROM results WHERE used < ?", (self._day - DAYS,))
        except FAULTS as fault:
            self._give_up(fault)
        self._new.clear()
        self._used.clear()
        self._waiting = 0


def _checksum(value: bytes) -> bytes:
    return crc32(value).to_bytes(CHECKSUM, "big")
