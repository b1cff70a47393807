"""What the commands share: their parser, their words, and how they run MkDocs."""

import argparse
import io
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from portal.languages import STAFF_LANGUAGES
from portal.wording.catalogue import word

ROOT = Path(__file__).resolve().parents[2]


def parser(doc: str | None) -> argparse.ArgumentParser:
    """A parser whose help is the docstring of the command; from here on input and output are in UTF-8.

    The console of Windows would otherwise lack ө, ү and ң.
    """
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8")
    return argparse.ArgumentParser(description=doc, formatter_class=argparse.RawDescriptionHelpFormatter)


def say(key: str, /, **values: object) -> None:
    """Print what language/interface.yml has under `key`, a line per language of staff."""
    print(_in_staff_languages(key, values))


def warn(key: str, /, **values: object) -> None:
    """The same on standard error."""
    print(_in_staff_languages(key, values), file=sys.stderr)


def _in_staff_languages(key: str, values: Mapping[str, object]) -> str:
    return "\n".join(word(key, language, **values) for language in STAFF_LANGUAGES)


def run_mkdocs(root: Path, *arguments: str, **variables: str) -> int:
    """Run MkDocs in the project at `root`; its exit code."""
    command = [sys.executable, "-X", "utf8", "-m", "mkdocs", "--quiet", *arguments]
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"} | variables
    return subprocess.run(command, cwd=root, env=environment, check=False).returncode
