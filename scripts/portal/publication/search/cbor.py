"""CBOR (RFC 8949), as much of it as an index of Pagefind is made of: whole numbers, texts and arrays."""

from collections.abc import Iterable, Sequence
from typing import Any

NUMBER, NEGATIVE, TEXT, ARRAY = 0, 1, 3, 4
LENGTHS = {24: 1, 25: 2, 26: 4, 27: 8}
"""The bytes of a number that is too large for the first byte, by what stands there in its place."""

Value = int | str | Sequence["Value"]


def head(kind: int, number: int) -> bytes:
    """The beginning of an item: its kind, and its value or the number of its parts."""
    if number < 24:
        return bytes((kind << 5 | number,))
    code, length = next(each for each in LENGTHS.items() if number < 1 << 8 * each[1])
    return bytes((kind << 5 | code,)) + number.to_bytes(length, "big")


def number(value: int) -> bytes:
    return head(NUMBER, value) if value >= 0 else head(NEGATIVE, -1 - value)


def array(items: Iterable[bytes]) -> bytes:
    """An array of items that are encoded already."""
    found = list(items)
    return head(ARRAY, len(found)) + b"".join(found)


def encode(value: Value) -> bytes:
    if isinstance(value, int):
        return number(value)
    if isinstance(value, str):
        content = value.encode()
        return head(TEXT, len(content)) + content
    return array(map(encode, value))


def decode(data: bytes) -> Any:
    return _Reader(data).value()


class _Reader:
    def __init__(self, data: bytes) -> None:
        self.data, self.at = data, 0

    def value(self) -> Any:
        first = self._take(1)[0]
        kind, count = first >> 5, first & 31
        if count in LENGTHS:
            count = int.from_bytes(self._take(LENGTHS[count]), "big")
        if kind == ARRAY:
            return [self.value() for _ in range(count)]
        if kind == TEXT:
            return self._take(count).decode()
        return {NUMBER: count, NEGATIVE: -1 - count}[kind]

    def _take(self, count: int) -> bytes:
        self.at += count
        return self.data[self.at - count : self.at]
