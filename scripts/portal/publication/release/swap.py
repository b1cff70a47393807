"""Replace the published site with a new build: in one step where the system can, else by two renames."""

import shutil
from pathlib import Path

from filelock import BaseFileLock, FileLock

from portal.publication.release.exchange import exchange


class NotAFolderError(Exception):
    """site/ is a file or a link, which no build of ours has made."""


def lock_builds(root: Path) -> BaseFileLock:
    """A lock that raises TimeoutError while another build runs: two at once would mix their pages in build/site."""
    (root / "build").mkdir(exist_ok=True)
    return FileLock(root / "build/lock", blocking=False)


def replace_site(root: Path) -> None:
    """Make `build/site` the published `site/`; if that fails, the published one stays."""
    restore_site(root)
    site = root / "site"
    if site.exists() and exchange(site, root / "build/site"):
        shutil.rmtree(root / "build/site", ignore_errors=True)
        return
    if site.exists():
        site.rename(root / "build/previous")
    try:
        (root / "build/site").rename(site)
    finally:
        restore_site(root)


def restore_site(root: Path) -> None:
    """Bring back the published site if a build was killed between the two renames."""
    site, previous = root / "site", root / "build/previous"
    if site.is_symlink() or site.is_file():
        raise NotAFolderError
    if previous.exists() and not site.exists():
        previous.rename(site)
    shutil.rmtree(previous, ignore_errors=True)
