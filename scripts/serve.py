"""Build the site, show it at http://127.0.0.1:8000/ and build it again after each save.

    make serve
    python scripts/serve.py 127.0.0.1:8001    at another address

Ctrl+C ends it.
"""

import sys
from collections.abc import Sequence

from portal import console


def main(argv: Sequence[str] | None = None) -> int:
    """Serve until interrupted; the exit code of MkDocs otherwise."""
    parser = console.parser(__doc__)
    parser.add_argument("address", nargs="?", default="127.0.0.1:8000", help="host:port, 127.0.0.1:8000 by default")
    address = parser.parse_args(argv).address
    url = f"http://{address}/"
    print(url, flush=True)
    try:
        return console.run_mkdocs(
            console.ROOT, "serve", "--no-strict", "--livereload", "--dev-addr", address, SITE_URL=url
        )
    except KeyboardInterrupt:
        return 0


if __name__ == "__main__":
    sys.exit(main())
