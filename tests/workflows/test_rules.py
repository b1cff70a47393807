"""The workflows keep the rules of the house, which no linter looks at."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from projects import ROOT
from workflows.files import PUBLISH, WORKFLOWS, Mapping, name, parsed

RUNNER = "ubuntu-24.04"
PINNED = re.compile(r"uses: [\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$")
TARGETS = re.findall(r"^([a-z-]+):.*  ## ", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)


# What zizmor does not look at. It finds missing rights, unpinned actions, credentials left behind and jobs without a name.


def faults(text: str) -> Iterator[str]:
    for line in text.splitlines():
        if "uses:" in line and not PINNED.search(line):
            yield f"no version beside the SHA: {line.strip()}"
    for job_id, job in parsed(text)["jobs"].items():
        yield from (f"{job_id}: {fault}" for fault in job_faults(job))


def job_faults(job: Mapping) -> Iterator[str]:
    yield from (f"{key} is missing" for key in ("permissions", "timeout-minutes") if key not in job)
    if job["runs-on"] != RUNNER:
        yield f"runs on {job['runs-on']}, not on {RUNNER}"
    for step in job["steps"]:
        if "run" in step and step["run"] not in {f"make {target}" for target in TARGETS}:
            yield f"not a command of the Makefile: {step['run']}"
        if step.get("uses", "").startswith("actions/checkout@") and step.get("with", {}).get("fetch-depth") != "0":
            yield "checkout leaves out the history that dates the pages"


@pytest.mark.parametrize("path", WORKFLOWS, ids=name)
def test_a_workflow_keeps_the_rules(path: Path) -> None:
    assert list(faults(path.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize(
    ("right", "wrong", "fault"),
    [
        (" # v7.0.1", "", "no version beside the SHA: uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1"),
        ("    timeout-minutes: 20\n", "", "build: timeout-minutes is missing"),
        ("    permissions:\n      contents: read\n", "    x:\n      contents: read\n", "build: permissions is missing"),
        (RUNNER, "ubuntu-latest", f"build: runs on ubuntu-latest, not on {RUNNER}"),
        (
            "run: make build",
            "run: make build && make test",
            "build: not a command of the Makefile: make build && make test",
        ),
        ("          fetch-depth: 0\n", "", "build: checkout leaves out the history that dates the pages"),
    ],
)
def test_a_workflow_that_breaks_a_rule_is_found(right: str, wrong: str, fault: str) -> None:
    text = PUBLISH.read_text(encoding="utf-8")
    assert right in text
    assert list(faults(text.replace(right, wrong, 1))) == [fault]
