"""What the commands share: their parser, their messages, and how they run MkDocs."""

import argparse
import io
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType

from portal.languages import STAFF_LANGUAGES
from portal.wording.phrases import phrase

ROOT = Path(__file__).resolve().parents[2]


def parser(doc: str | None) -> argparse.ArgumentParser:
    """A parser whose help is the docstring of the command.

    From then on faults of the system are told in a sentence, and input and output are in UTF-8: the Windows console
    would otherwise lack ө, ү and ң.
    """
    sys.excepthook = tell_fault
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8")
    return argparse.ArgumentParser(description=doc, formatter_class=argparse.RawDescriptionHelpFormatter)


def say(key: str, /, **values: object) -> None:
    """Print a message of language/interface.yml, one line per language of the staff."""
    print(_in_staff_languages(key, values))


def warn(key: str, /, **values: object) -> None:
    """The same on standard error."""
    print(_in_staff_languages(key, values), file=sys.stderr)


def _in_staff_languages(key: str, values: Mapping[str, object]) -> str:
    return "\n".join(phrase(key, language, **values) for language in STAFF_LANGUAGES)


def tell_fault(kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
    """Tell a fault of the system, such as a full disk, in a sentence; others are ours and keep their traceback."""
    if isinstance(fault, OSError):
        # Where two files are named, the second is the one that was written.
        warn("system_fault", file=fault.filename2 or fault.filename or "—", reason=fault.strerror or fault)
    else:
        sys.__excepthook__(kind, fault, trace)


def run_mkdocs(root: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run MkDocs in the project at `root`, with more variables; what it says is printed."""
    command = [sys.executable, "-X", "utf8", "-m", "mkdocs", "--quiet", *arguments]
    variables = os.environ | {"NO_MKDOCS_2_WARNING": "1"} | environment
    return subprocess.run(command, cwd=root, env=variables, check=False)
