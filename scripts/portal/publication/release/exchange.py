"""Exchange two folders in one step, where the system can."""

import ctypes
import os
from pathlib import Path

HERE = -100
"""AT_FDCWD of Linux: paths are relative to the current folder."""
SWAP = 2
"""RENAME_EXCHANGE of Linux, RENAME_SWAP of macOS."""


def exchange(one: Path, other: Path) -> bool:
    """Whether two folders now stand in each other's place; if not, nothing has changed."""
    first, second = os.fsencode(one.absolute()), os.fsencode(other.absolute())
    try:
        system = ctypes.CDLL(None)
        if hasattr(system, "renamex_np"):
            return bool(system.renamex_np(first, second, SWAP) == 0)
        return bool(system.renameat2(HERE, first, HERE, second, SWAP) == 0)
    except (AttributeError, OSError, TypeError):  # Windows, and libraries of C without the function
        return False
