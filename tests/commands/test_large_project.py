"""The projects that the benches measure are the same each time, and the site takes them without objections."""

from pathlib import Path

from bench.document_text import KINDS, Document
from bench.large_project import make_project
from portal.languages import LANGUAGES
from projects import ROOT, publish, run_python

FEW = 3
WRITE = """
import sys
sys.path[:0] = ["scripts", "tests"]
from bench.document_text import Document
for language in ("ky", "ru", "en"):
    for number in range(3):
        document = Document(number)
        sys.stdout.buffer.write((document.path + document.text(language)).encode())
"""


def test_a_document_is_the_same_byte_for_byte_in_each_process() -> None:
    texts = [
        run_python(ROOT, "-X", "utf8", "-c", WRITE, PYTHONHASHSEED=seed, PYTHONIOENCODING="utf-8").stdout
        for seed in ("1", "2")
    ]
    assert len(texts[0]) > 10_000
    assert texts[0] == texts[1]


def test_of_a_hundred_documents_45_are_news_40_chapters_and_15_tasks() -> None:
    kinds = [Document(number).kind for number in range(100)]
    assert [kinds.count(kind) for kind in ("news", "strategy", "priorities")] == [45, 40, 15]


def test_paths_are_unique_in_a_project_of_a_thousand_documents() -> None:
    assert len({Document(number).path for number in range(1000)}) == 1000


def test_a_small_project_is_published_without_a_word_on_its_documents(tmp_path: Path) -> None:
    assert set(KINDS[:FEW]) == {"news", "strategy", "priorities"}
    project = make_project(tmp_path / "project", FEW)
    build = publish(project)
    said = build.stdout + build.stderr
    assert build.returncode == 0, said
    assert "docs/en/" in said and not [path for path in map(str, _files()) if path in said], said
    for number in range(FEW):
        assert (project / "site/ru" / Document(number).path / "index.html").is_file()


def _files() -> list[Path]:
    """The files of the documents, of which the check has nothing to say."""
    return [Path(language, f"{Document(number).path}.md") for number in range(FEW) for language in LANGUAGES]
