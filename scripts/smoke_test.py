"""Request a page of each kind, the search index and the page for what is not found from the published site.

    SITE_URL=https://example.org/a/b/ make smoke
    python scripts/smoke_test.py https://example.org/a/b/

Exit code 1 when one of them fails three times. In a workflow with $GITHUB_TOKEN one issue lists the failures until a
later publication is good, and the output "previous" names the last good run, whose edition is to be put back.
"""

import sys
import time
from collections.abc import Sequence
from pathlib import Path

from portal import console
from portal.content.compilation import read_content
from portal.content.edition import Edition
from portal.github.client import Repository
from portal.github.failures import GitHubError
from portal.github.markdown import fenced
from portal.github.workflow_commands import quoting, tell, write_output
from portal.languages import LANGUAGES
from portal.publication.release.smoke_test import failures
from portal.wording.phrases import phrase

ISSUE_TITLE = "Жарыяланган сайт иштебейт · Опубликованный сайт не работает · The published site fails"
WORKFLOW = "publish.yml"
PAUSES = (0, 15, 30)
"""Seconds before each try: a host may take a moment to show a new edition everywhere."""
LONGEST_LIST = 60_000


def main(argv: Sequence[str] | None = None, root: Path = console.ROOT) -> int:
    parser = console.parser(__doc__)
    parser.add_argument("site", help="address of the published site")
    site = parser.parse_args(argv).site
    if not site.startswith(("https://", "http://")):
        parser.error("the address of the site begins with https://")
    lines = _failing(site.rstrip("/") + "/", read_content(root / "docs"))
    if lines:
        with quoting():
            print("\n".join(lines))
    try:
        if repository := Repository.of_workflow():
            _report(repository, lines)
    except GitHubError as error:
        tell("warning", error.key, **error.values)
    return int(bool(lines))


def _failing(site_url: str, edition: Edition) -> list[str]:
    """A line for each failure of the last try."""
    lines: list[str] = []
    for pause in PAUSES:
        time.sleep(pause)
        lines = [f"{address}: {found}" for address, found in failures(site_url, edition)]
        if not lines:
            break
    return lines


def _report(repository: Repository, lines: Sequence[str]) -> None:
    """Name the run whose edition is to be put back, and keep an issue up to date."""
    previous = repository.last_good_run(WORKFLOW) if lines else None
    if previous:
        write_output("previous", str(previous))
    key = "smoke_restored" if previous else "smoke_failed"
    parts = [*(phrase(key, language) for language in LANGUAGES), fenced("\n".join(lines), LONGEST_LIST)]
    repository.update_issue(ISSUE_TITLE, "\n\n".join(parts) if lines else None)


if __name__ == "__main__":
    sys.exit(main())
