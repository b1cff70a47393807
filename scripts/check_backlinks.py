"""Tell which addresses that others link to are touched by the changes at hand, measured against the base.

With --published, try all addresses of records/backlinks.yml on the published site, whose address $SITE_URL has; in a workflow,
with $GITHUB_TOKEN, one issue keeps the failures. Exit code 1 when some fail, or when records/backlinks.yml has a fault.
"""

import argparse
import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from portal import console
from portal.addresses import Address
from portal.authoring import affected
from portal.content.compilation import read_content
from portal.content.permalinks import backlinks
from portal.content.permalinks.backlinks import Backlink
from portal.content.problems import report
from portal.github import client
from portal.languages import LANGUAGES
from portal.publication.release import smoke_test
from portal.wording.catalogue import word

ROOT = Path(__file__).resolve().parents[1]
TITLE = "Шилтемелер ачылбайт · Ссылки не открываются · Links that fail"


def main(argv: Sequence[str] | None = None, root: Path = ROOT) -> int:
    """Run the command in the project at `root`."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--published", action="store_true", help="try the addresses on the published site")
    published = parser.parse_args(argv).published
    site = os.environ.get("SITE_URL", "")
    if published and not site.startswith(("https://", "http://")):
        parser.error("SITE_URL must have the address of the published site, as in SITE_URL=https://example.org/a/b/")
    console.in_utf8()
    edition = read_content(root / "docs")
    rows, problems = edition.backlinks, [problem for problem in edition.problems if problem.path == backlinks.FILE]
    print(report(problems), end="")
    failed = _published(f"{site.rstrip('/')}/", rows) if published else False
    if not published:
        _touched(backlinks.by_address(rows), affected.affected_addresses(root, edition.permalinks))
    return int(failed or bool(problems))


def _touched(known: Mapping[Address, list[Backlink]], touched: set[Address]) -> None:
    """A line for each address; on GitHub as a notice, which the pull request shows."""
    notice = "::notice::" if os.environ.get("GITHUB_ACTIONS") == "true" else ""
    for address in sorted(touched & known.keys()):
        places = ", ".join(f"{linker.institution} ({linker.page})" for linker in known[address])
        for language in ("ky", "ru"):
            print(
                notice
                + word(
                    "linkers_touched",
                    language,
                    address=f"/{address}".replace("//", "/"),
                    count=len(known[address]),
                    places=places,
                )
            )


def _published(site: str, rows: Sequence[Backlink]) -> bool:
    failures = smoke_test.failing_backlinks(site, rows)
    lines = [
        f"- {site}{linker.written.removeprefix('/')} ({reason}): {linker.institution}, {linker.page}"
        for linker, reason in failures
    ]
    said = [word("linkers_failed", language) for language in LANGUAGES]
    if repository := client.from_environment():
        repository.keep_issue(TITLE, "\n\n".join([*said, "\n".join(lines)]) if lines else None)
    print("".join(f"{line}\n" for line in lines), end="")
    return bool(lines)


if __name__ == "__main__":
    sys.exit(main())
