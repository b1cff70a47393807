"""Build the site and, if it passes every check, put it into site/.

    make build
    SITE_URL=https://example.org/a/b/ make build    for the address that the site will have

A build that fails or is interrupted leaves site/ as it was.
"""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from portal import console
from portal.addresses import is_site_url
from portal.content.problems import report
from portal.content.reading.settings import read_settings
from portal.github.workflow_commands import quoting
from portal.publication.release.swap import NotAFolderError, lock_builds, replace_site, restore_site
from portal.publication.site_files import LAST_SITE


def main(argv: Sequence[str] | None = None, root: Path = console.ROOT) -> int:
    """Build the project at `root`; 1 if site/ was left as it was."""
    console.parser(__doc__).parse_args(argv)
    with quoting():
        return _build(root)


def _build(root: Path) -> int:
    if not is_site_url(site_url := os.environ.get("SITE_URL", "http://127.0.0.1:8000/")):
        console.warn("site_url_wrong", found=site_url)
        return _refuse("build_failed")
    if problems := read_settings(root)[1]:  # MkDocs would tell them in English.
        print(report(problems), file=sys.stderr)
        return _refuse("build_failed")
    try:
        with lock_builds(root):
            restore_site(root)
            if console.run_mkdocs(root, "build", "--strict", **{LAST_SITE: str(root / "site")}).returncode:
                return _refuse("build_failed")
            replace_site(root)
    except TimeoutError:
        return _refuse("another_build")
    except NotAFolderError:
        return _refuse("site_not_folder")
    except OSError as fault:  # Windows does not rename a folder in which a file is open.
        console.tell_fault(OSError, fault, None)
        return _refuse("build_failed")
    print(root / "site")
    return 0


def _refuse(key: str) -> int:
    console.warn(key)
    return 1


if __name__ == "__main__":
    sys.exit(main())
