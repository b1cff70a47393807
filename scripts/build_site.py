"""Build the site and, once it has passed every gate, put it into site/ in one step.

A build that fails, or is interrupted, leaves site/ as it was. The address that the site will
have is taken from SITE_URL, as in SITE_URL=https://example.org/a/b/ make build.
"""

import argparse
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from portal.publication.release.swap import Exchange
from portal.wording.catalogue import catalogue

ROOT = Path(__file__).resolve().parents[1]


def main(argv: Sequence[str] | None = None, root: Path = ROOT) -> int:
    """Build the project at `root`; 0 when site/ holds the new site, 1 when it holds what it held before."""
    argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter).parse_args(argv)
    exchange = Exchange(root)
    with exchange.alone() as alone:
        if not alone:
            return refuse("another_build")
        exchange.complete()
        build = subprocess.run([sys.executable, "-m", "mkdocs", "--quiet", "build", "--strict"], cwd=root, check=False)
        if build.returncode:
            return refuse("build_failed")
        exchange.offer()
    print(root / "site")
    return 0


def refuse(key: str) -> int:
    """Say in Kyrgyz and Russian why site/ was left alone."""
    print("\n".join(catalogue()[key][language] for language in ("ky", "ru")), file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
