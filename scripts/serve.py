"""Build the site, show it at http://127.0.0.1:8000/ and build it again after each save.

Ends with Ctrl+C. Another place: python scripts/serve.py 127.0.0.1:8001
"""

import argparse
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from portal.publication.release.swap import Exchange

ROOT = Path(__file__).resolve().parents[1]


def main(argv: Sequence[str] | None = None) -> int:
    """Serve until interrupted; the exit code of MkDocs otherwise."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("place", nargs="?", default="127.0.0.1:8000", help="host:port to listen at")
    place = parser.parse_args(argv).place
    Exchange(ROOT).settle()
    print(f"http://{place}/", flush=True)
    command = [sys.executable, "-m", "mkdocs", "--quiet", "serve", "--no-strict", "--livereload", "--dev-addr", place]
    try:
        return subprocess.run(
            command, cwd=ROOT, env=os.environ | {"SITE_URL": f"http://{place}/"}, check=False
        ).returncode
    except KeyboardInterrupt:
        return 0


if __name__ == "__main__":
    sys.exit(main())
