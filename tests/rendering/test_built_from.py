"""The page on this edition says from which commit it was built, and whether that is all."""

from pathlib import Path

import pytest

from portal.languages import LANGUAGES
from portal.rendering.built_from import built_from
from portal.wording.phrases import phrase
from projects import commit, committed, git


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_names_the_commit_and_the_commands_that_check_it(built_with_repository: Path, language: str) -> None:
    head = git(built_with_repository.parents[1], "rev-parse", "HEAD")
    folder = built_with_repository / ("" if language == "ky" else language)
    html = (folder / "edition/index.html").read_text(encoding="utf-8")
    assert f'href="https://github.com/union/site/commit/{head}">{head[:10]}</a> <time datetime="2026-11-22">' in html
    assert "gh attestation verify SHA256SUMS --repo union/site" in html
    assert "SITE_URL=https://example.org/ GITHUB_REPOSITORY=union/site make build" in html
    assert 'SHA256SUMS">' in html and 'sbom.cdx.json">' in html
    assert phrase("edition_changed", language) not in html and phrase("edition_unknown", language) not in html


def test_files_that_differ_from_the_commit_are_told(tmp_path: Path) -> None:
    (tmp_path / "a.md").touch()
    head = git(committed(tmp_path), "rev-parse", "HEAD")
    assert (found := built_from(tmp_path)) and (found.commit, found.is_changed) == (head, False)
    (tmp_path / "new.md").touch()
    assert (found := built_from(tmp_path)) and (found.commit, found.is_changed) == (head, True)
    assert commit(tmp_path) != head
    assert (found := built_from(tmp_path)) and not found.is_changed


def test_without_git_the_commit_is_not_known(tmp_path: Path) -> None:
    assert built_from(tmp_path) is None
