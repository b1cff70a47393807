"""CBOR (RFC 8949), as much of it as an index of Pagefind is made of: whole numbers, texts and arrays."""

from collections.abc import Iterable, Sequence
from io import BytesIO
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
    stream = BytesIO(data)
    read = stream.read

    def value() -> Any:
        first = read(1)[0]
        kind, count = first >> 5, first & 31
        if count in LENGTHS:
            count = int.from_bytes(read(LENGTHS[count]), "big")
        if kind == NUMBER:
            return count
        if kind == NEGATIVE:
            return -1 - count
        if kind == TEXT:
            return read(count).decode()
        if kind == ARRAY:
            return [value() for _ in range(count)]
        raise ValueError(f"{first} at {stream.tell()}")

    return value()
