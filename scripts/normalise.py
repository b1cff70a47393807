"""Print words in the form in which the search compares them.

    python scripts/normalise.py --lang ky < words.txt

Standard input has one word per line, and so has the output.
"""

import sys
from collections.abc import Sequence

from portal import console
from portal.languages import LANGUAGES
from portal.publication.search.tokens import normalise


def main(argv: Sequence[str] | None = None) -> int:
    parser = console.parser(__doc__)
    parser.add_argument("--lang", choices=LANGUAGES, default="ky", help="language of the words, ky by default")
    language = parser.parse_args(argv).lang
    for line in sys.stdin:
        word = line.strip()
        print(normalise(word, language) if word else "")
    return 0


if __name__ == "__main__":
    sys.exit(main())
