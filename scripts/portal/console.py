"""What every command does before it speaks."""

import io
import sys


def in_utf8() -> None:
    """Let standard input and output carry ө, ү, ң on Windows too, whose console has none of them."""
    for stream in (sys.stdin, sys.stdout):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8")
