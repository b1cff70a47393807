"""Read words from standard input, one per line, and print each as the search compares it."""

import argparse
import sys
from collections.abc import Sequence

from portal import console
from portal.languages import LANGUAGES
from portal.publication.search.tokens import normalise


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command; returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--lang", choices=LANGUAGES, default="ky", help="language of the words (default: ky)")
    language = parser.parse_args(argv).lang
    console.in_utf8()
    for line in sys.stdin:
        word = line.strip()
        print(normalise(word, language) if word else "")
    return 0


if __name__ == "__main__":
    sys.exit(main())
