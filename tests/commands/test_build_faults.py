"""What a build meets on the machine is told in a sentence, the last good site stays whole, and the next build works."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

import build_site
from portal import console
from portal.addresses import is_site_url

Build = Callable[[], int]


@pytest.fixture
def build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Build:
    """Builds a project whose site was "old" with a MkDocs that writes "new"."""

    def run_mkdocs(root: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        shutil.rmtree(root / "build/site", ignore_errors=True)
        _write(root / "build/site", "new")
        return subprocess.CompletedProcess([], 0)

    monkeypatch.delenv("SITE_URL", raising=False)
    monkeypatch.setattr(console, "run_mkdocs", run_mkdocs)
    _write(tmp_path / "site", "old")
    return lambda: build_site.main([], tmp_path)


def _write(folder: Path, text: str) -> None:
    folder.mkdir(parents=True)
    (folder / "index.html").write_text(text, encoding="utf-8")


def _published(root: Path) -> str:
    return (root / "site/index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "address",
    [
        *(
            "",
            " ",
            "x",
            "//x/",
            "ftp://x/",
            "https://",
            "https:///a/",
            "https://a b/",
            "https://x/?a=b",
            "https://x/#a",
        ),
        *(
            "https://x//",
            "https://x/../",
            "https://u:p@x/",
            'https://x/"><b>',
            "https://x:y/",
            "https://x:0/",
            "https://x:65536/",
            "https://-x/",
            "https://x/%",
            "https://x/%2e%2e/",
            "https://x/%3Cb%3E/",
            "https://x/\n",
            "javascript:a",
        ),
    ],
)
def test_a_malformed_address_of_the_site_is_told_before_anything_is_built(
    address: str, tmp_path: Path, build: Build, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SITE_URL", address)
    assert build() == 1
    said = capsys.readouterr().err
    assert "SITE_URL өзгөрмөсүндө сайттын дареги туура эмес" in said and "адрес сайта записан неверно" in said
    assert _published(tmp_path) == "old" and not (tmp_path / "build").exists()


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1:8000/",
        "https://x.kg",
        "https://a.github.io/site",
        "https://x/a/b.c/~d/",
        "https://союз.kg:65535/%D1%81/",
    ],
)
def test_addresses_as_hosts_give_them_are_accepted(address: str) -> None:
    assert is_site_url(address)


@pytest.mark.parametrize("link", [False, True])
def test_a_file_or_link_in_the_place_of_the_site_is_told_and_left_alone(
    link: bool, tmp_path: Path, build: Build, capsys: pytest.CaptureFixture[str]
) -> None:
    site, elsewhere = tmp_path / "site", tmp_path / "elsewhere"
    site.rename(elsewhere)
    site.symlink_to(elsewhere) if link else site.write_text("mine", encoding="utf-8")
    assert build() == 1
    assert "«site» деген файл" in (said := capsys.readouterr().err) and "файл или ссылка с именем «site»" in said
    assert site.is_symlink() is link and (link or site.read_text(encoding="utf-8") == "mine")
    site.unlink()
    assert build() == 0
    assert _published(tmp_path) == "new"


@pytest.mark.parametrize("action", ["mkdir", "rename"])
def test_a_project_that_may_not_be_written_is_told_and_keeps_its_site(
    action: str, tmp_path: Path, build: Build, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(path: Path, *arguments: object, **options: object) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr("portal.publication.release.swap.exchange", lambda one, other: False)
    with monkeypatch.context() as patch:
        patch.setattr(Path, action, refuse)
        assert build() == 1
    said = capsys.readouterr().err
    assert "мүмкүн болгон жок" in said and "(Permission denied)" in said and "Сайт не обновлён." in said
    assert _published(tmp_path) == "old"
    assert build() == 0
    assert _published(tmp_path) == "new"


def test_faults_of_the_system_are_told_in_a_sentence_and_ours_keep_their_traceback(
    capsys: pytest.CaptureFixture[str],
) -> None:
    console.tell_fault(OSError, OSError(28, "No space left on device", "build/site/a.css"), None)
    said = capsys.readouterr().err
    assert "build/site/a.css (No space left on device)" in said and "есть ли место на диске" in said
    console.tell_fault(OSError, OSError(28, "No space left on device", "theme/a.js", None, "build/site/a.js"), None)
    assert "build/site/a.js (No space left on device)" in capsys.readouterr().err
    console.tell_fault(ValueError, ValueError("ours"), None)
    assert capsys.readouterr().err == "ValueError: ours\n"
