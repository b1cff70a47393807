"""The same texts give the same site, byte for byte, wherever and whenever it is built; its checksums prove it."""

import json
import os
import re
import shutil
import subprocess
import tomllib
from pathlib import Path

from portal.publication.release.checksums import CHECKSUMS
from portal.publication.release.sbom import SBOM
from projects import ROOT, edition_project, run_python

BUILD = """
import os, sys
os.umask(0o077)
os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:1])
os.execv(sys.executable, [sys.executable, "scripts/build_site.py"])
"""
BACKWARDS = """
import os
listdir, scandir = os.listdir, os.scandir

class Entries:
    def __init__(self, path="."):
        self.entries = iter(sorted(scandir(path), key=lambda entry: entry.name, reverse=True))
    __iter__ = __enter__ = lambda self: self
    __next__ = lambda self: next(self.entries)
    __exit__ = close = lambda self, *_: None

os.listdir = lambda *path: sorted(listdir(*path), reverse=True)
os.scandir = Entries
"""
"""Read by Python before all else: a disk that lists its files in another order."""
ELSEWHERE = {"TZ": "Pacific/Honolulu", "TODAY": "2031-02-28", "LC_ALL": "C", "PYTHONHASHSEED": "2"}


def build_otherwise(folder: Path) -> Path:
    """The site of the same texts, built as another machine of another day would."""
    project = edition_project(folder / "project")
    (folder / "sitecustomize.py").write_text(BACKWARDS, encoding="utf-8")
    run = run_python(
        project,
        "-c",
        BUILD,
        SITE_URL="https://example.org/a/b",
        GITHUB_REPOSITORY="",
        PYTHONPATH=str(folder),
        **ELSEWHERE,
    )
    assert run.returncode == 0, run.stdout + run.stderr
    return project / "site"


def content(site: Path) -> dict[str, tuple[int, bytes]]:
    """Mode and bytes of every file and folder, by path."""
    return {
        entry.relative_to(site).as_posix(): (entry.stat().st_mode, b"" if entry.is_dir() else entry.read_bytes())
        for entry in site.rglob("*")
    }


def test_two_builds_that_have_nothing_but_the_texts_in_common_are_alike(published: Path, tmp_path: Path) -> None:
    ours, theirs = content(published / "site"), content(build_otherwise(tmp_path / "a/nother"))
    assert ours.keys() == theirs.keys()
    assert [name for name in ours if ours[name] != theirs[name]] == []
    assert any(name.endswith(".pf_meta") for name in ours)


def test_every_file_has_its_checksum_and_a_changed_one_is_found(built: Path, tmp_path: Path) -> None:
    site = shutil.copytree(built, tmp_path / "site")
    check = ["sha256sum", "--check", "--strict", "--quiet", CHECKSUMS]
    assert subprocess.run(check, cwd=site, capture_output=True, text=True).stdout == ""
    names = [line.partition("  ")[2] for line in (site / CHECKSUMS).read_text(encoding="utf-8").splitlines()]
    assert names == sorted({*content(site)} - {CHECKSUMS, *(name for name in content(site) if (site / name).is_dir())})
    with (site / "ru/index.html").open("a", encoding="utf-8") as page:
        page.write(" ")
    run = subprocess.run(check, cwd=site, capture_output=True, text=True, env=os.environ | {"LC_ALL": "C"})
    assert (run.returncode, run.stdout) == (1, "ru/index.html: FAILED\n")


def test_the_bill_of_materials_names_the_libraries_of_the_program_and_no_tool_of_its_tests(built: Path) -> None:
    materials = json.loads((built / SBOM).read_text(encoding="utf-8"))
    assert (materials["bomFormat"], materials["specVersion"]) == ("CycloneDX", "1.5")
    wanted = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
    names = {component["name"] for component in materials["components"]}
    assert {re.match(r"[\w-]+", each)[0].lower() for each in wanted} <= names and "pytest" not in names
    assert all(component["purl"].startswith("pkg:pypi/") for component in materials["components"])
