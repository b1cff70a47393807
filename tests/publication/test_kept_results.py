"""A build that takes results of earlier ones makes the site that a clean build makes, byte for byte."""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
from pathlib import Path

from portal.publication.site_files import LAST_SITE
from portal.store import FILE
from projects import build, content_of, edition_project
from publication.project_edits import EDITS

COUNT = int(os.environ.get("RANDOM_EDITS", "100")) // 20
"""Edits, of which some are made before each build; the weekly workflow tries more of them."""
EACH = 3


def next_build(project: Path) -> dict[str, bytes]:
    """The site of a build after others, which is the last one for the next."""
    last = project / "site"
    site = build(project, **{LAST_SITE: str(last)})
    shutil.rmtree(last, ignore_errors=True)
    return content_of(site.rename(last))


def clean_build(project: Path, folder: Path) -> dict[str, bytes]:
    """The site of a copy of the project that has kept nothing."""
    shutil.copytree(project, folder, ignore=shutil.ignore_patterns("build", "site"))
    site = content_of(build(folder))
    shutil.rmtree(folder)
    return site


def test_a_site_is_the_same_with_results_of_earlier_builds_and_without(tmp_path: Path) -> None:
    project, chance = edition_project(tmp_path / "project"), random.Random(COUNT)
    next_build(project)
    done: list[str] = []
    while len(done) < COUNT:
        for edit in chance.sample(EDITS, EACH):
            edit(project, chance)
            done.append(edit.__name__)
        kept, clean = next_build(project), clean_build(project, tmp_path / "clean")
        assert [name for name in {**kept, **clean} if kept.get(name) != clean.get(name)] == [], done


def test_a_site_is_the_same_when_some_results_were_forgotten(tmp_path: Path) -> None:
    project = edition_project(tmp_path)
    site = next_build(project)
    for half in (0, 1):
        with sqlite3.connect(project / FILE) as database:
            assert database.execute("DELETE FROM results WHERE unicode(hex(key)) % 2 = ?", (half,)).rowcount > 100
        database.close()
        assert next_build(project) == site
