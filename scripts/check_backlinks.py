"""List the addresses that other sites link to and that the changes since the baseline move, withdraw, lose or retitle.

    make backlinks
    SITE_URL=https://example.org/a/b/ make backlinks-published    request all of them from the published site instead

records/backlinks.yml lists who links to us. Exit code 1 when it has an error, or when an address fails on the
published site; in a workflow with $GITHUB_TOKEN one issue lists the failures, and without $SITE_URL GitHub is asked
for the address of the site.
"""

import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from portal import console
from portal.authoring.affected import changed_addresses, changed_pages
from portal.content.compilation import read_content
from portal.content.edition import Edition
from portal.content.permalinks.backlinks import FILE, Backlink, by_address
from portal.content.problems import report
from portal.github.client import Repository
from portal.github.failures import GitHubError
from portal.github.markdown import fenced
from portal.github.workflow_commands import Annotation, is_github, quoting, tell
from portal.languages import LANGUAGES, STAFF_LANGUAGES
from portal.publication.release.smoke_test import failing_backlinks
from portal.wording.phrases import phrase

LONGEST_LIST = 60_000
"""GitHub takes at most 65,536 characters."""
ISSUE_TITLE = "Шилтемелер ачылбайт · Ссылки не открываются · Links that fail"


def main(argv: Sequence[str] | None = None, root: Path = console.ROOT) -> int:
    parser = console.parser(__doc__)
    parser.add_argument("--published", action="store_true", help="request the addresses from the site at $SITE_URL")
    published = parser.parse_args(argv).published
    edition = read_content(root / "docs")
    problems = [problem for problem in edition.problems if problem.path == FILE]
    if problems:
        with quoting():
            print(report(problems), end="")
    if not published:
        _print_affected(edition)
        return int(bool(problems))
    site_url = os.environ.get("SITE_URL", "")
    if not site_url.startswith(("https://", "http://")) and (site_url or not is_github()):
        parser.error("SITE_URL must be the address of the published site, as in SITE_URL=https://example.org/a/b/")
    return int(_report_failures(site_url, edition.backlinks) or bool(problems))


def _print_affected(edition: Edition) -> None:
    """Print what becomes of each address, and how many pages change their text; on GitHub as notices."""
    known = by_address(edition.backlinks)
    changes = changed_addresses(edition.permalinks)
    for address in sorted(changes.keys() & known.keys()):
        places = ", ".join(f"{backlink.institution} ({backlink.page})" for backlink in known[address])
        values = {"address": f"/{address}".replace("//", "/"), "count": len(known[address]), "places": places}
        _print_notice(changes[address].key, now=changes[address].now, **values)
    if count := len(changed_pages(edition.permalinks) & {address.path for address in known}):
        _print_notice("backlinks_texts", count=count)


def _print_notice(key: str, **values: object) -> None:
    text = "\n".join(phrase(key, language, **values) for language in STAFF_LANGUAGES)
    print(Annotation("notice", text).command if is_github() else text)


def _report_failures(site_url: str, backlinks: Sequence[Backlink]) -> bool:
    """Print which addresses fail on the published site, and keep an issue up to date; whether any fails."""
    lines: list[str] = []
    try:
        repository = Repository.of_workflow()
        if repository and not site_url:
            site_url = repository.site_url()
        lines += _failures(site_url.rstrip("/") + "/", backlinks)
        if lines:
            with quoting():
                print("\n".join(lines))
        if repository:
            listed = fenced("\n".join(lines), LONGEST_LIST)
            parts = [*(phrase("backlinks_failed", language) for language in LANGUAGES), listed]
            repository.update_issue(ISSUE_TITLE, "\n\n".join(parts) if lines else None)
    except GitHubError as error:
        tell("warning", error.key, **error.values)
    return bool(lines)


def _failures(site_url: str, backlinks: Sequence[Backlink]) -> Iterator[str]:
    for backlink, reason in failing_backlinks(site_url, backlinks):
        yield f"- {site_url}{backlink.written.removeprefix('/')} ({reason}): {backlink.institution}, {backlink.page}"


if __name__ == "__main__":
    sys.exit(main())
