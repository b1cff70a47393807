"""Count the warnings of vowel harmony in a corpus of Kyrgyz sentences (CoNLL-U), by halves of even and odd sentences.

    PYTHONPATH=scripts .venv/bin/python tests/bench/harmony.py PATH

The exceptions in language/vowel_harmony.yml were chosen with the first half of such a corpus in sight; the
second half was only counted.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from portal.content.markdown.prose import Passage
from portal.content.proofreading import vowel_harmony

PREFIX = "# text = "


def main() -> int:
    """Print warnings and sentences of both halves."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("path", type=Path)
    lines = parser.parse_args().path.read_text(encoding="utf-8").splitlines()
    sentences = [line.removeprefix(PREFIX) for line in lines if line.startswith(PREFIX)]
    for name, half in (("seen", sentences[0::2]), ("not seen", sentences[1::2])):
        warnings = sum(
            len(list(vowel_harmony.vowel_clashes(Passage("ky", "text", 0, 1, sentence, 0)))) for sentence in half
        )
        print(f"{name}: {warnings} warnings in {len(half)} sentences")
    return 0


if __name__ == "__main__":
    sys.exit(main())
