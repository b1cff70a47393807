"""Ask GitHub for the settings that publishing needs; print what to turn on, and where.

    make settings

Outside of a workflow $GITHUB_REPOSITORY ("owner/name") and $GITHUB_TOKEN say what to ask for. Exit code 1 when the
site cannot be published because GitHub Pages is off. All else is a warning, and so is a question that GitHub does not
answer. Whether workflows may open pull requests is told only when one tries.
"""

import sys
from collections.abc import Callable, Iterator, Sequence

from portal import console
from portal.github.client import Repository
from portal.github.failures import GitHubError
from portal.github.workflow_commands import tell

BRANCH = "main"


def main(argv: Sequence[str] | None = None) -> int:
    parser = console.parser(__doc__)
    parser.parse_args(argv)
    try:
        repository = Repository.of_workflow()
    except GitHubError as error:
        tell("warning", error.key, **error.values)
        return 0
    if repository is None:
        parser.error("GITHUB_REPOSITORY and GITHUB_TOKEN must name the repository and a token that may read it")
    faults = {fault.key: fault for question in (_repository, _workflows) for fault in _ask(question, repository)}
    off = {"github_pages_off", "github_pages_private"} & faults.keys()
    for key, fault in faults.items():
        tell("error" if key in off else "warning", key, **fault.values)
    return int(bool(off))


def _ask(question: Callable[[Repository], Iterator[GitHubError]], repository: Repository) -> Iterator[GitHubError]:
    try:
        yield from question(repository)
    except GitHubError as error:
        yield error


def _repository(repository: Repository) -> Iterator[GitHubError]:
    facts = repository.request("GET", "") or {}
    if facts.get("default_branch", BRANCH) != BRANCH:
        yield GitHubError("github_branch", found=facts["default_branch"])
    if not facts.get("has_issues", True):
        yield GitHubError("github_issues_off")
    pages = repository.request("GET", "pages")
    if pages is None:
        yield GitHubError("github_pages_private" if facts.get("private") else "github_pages_off")
    elif pages.get("build_type") == "legacy":
        yield GitHubError("github_pages_branch")


def _workflows(repository: Repository) -> Iterator[GitHubError]:
    """Those that GitHub stopped because nothing changed for 60 days."""
    found = repository.request("GET", "actions/workflows?per_page=100") or {}
    names = [each["name"] for each in found.get("workflows", ()) if each["state"] == "disabled_inactivity"]
    if names:
        yield GitHubError("github_asleep", name=", ".join(names))


if __name__ == "__main__":
    sys.exit(main())
