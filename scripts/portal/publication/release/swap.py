"""Replace the published site with a new build by two renames."""

import shutil
from pathlib import Path

from filelock import BaseFileLock, FileLock


def lock_builds(root: Path) -> BaseFileLock:
    """A lock that raises TimeoutError while another build runs: two at once would mix their pages in build/site."""
    (root / "build").mkdir(exist_ok=True)
    return FileLock(root / "build/lock", blocking=False)


def replace_site(root: Path) -> None:
    """Make `build/site` the published `site/`; if that fails, the published one stays."""
    restore_site(root)
    site = root / "site"
    if site.exists():
        site.rename(root / "build/previous")
    try:
        (root / "build/site").rename(site)
    finally:
        restore_site(root)


def restore_site(root: Path) -> None:
    """Bring back the published site if a build was killed between the two renames."""
    site, previous = root / "site", root / "build/previous"
    if previous.exists() and not site.exists():
        previous.rename(site)
    shutil.rmtree(previous, ignore_errors=True)
