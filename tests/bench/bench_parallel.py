"""How much the languages side by side cost: milliseconds of the processor per page, at most 50.

bench_parallel.py [SECTIONS]    sections of a chapter in three languages, 150 unless told
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path

from portal.content.compilation import read_content
from portal.content.edition import Edition
from portal.content.parallel import parallel_paths, parallel_url
from portal.languages import LANGUAGES
from portal.publication.parallel.pages import PLACE, write_parallel_page
from projects import build, commit, edition_project

LIMIT = 50.0
CHAPTER = "strategy/situation"
SENTENCES = {"ky": "Союз мүчөлөрү менен иштейт. ", "ru": "Союз работает со своими членами. ", "en": "The Union works. "}


def main() -> int:
    """Build, measure, print; 1 when a page takes longer."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sections", nargs="?", type=int, default=150)
    count = parser.parse_args().sections
    with tempfile.TemporaryDirectory() as folder:
        project = edition_project(Path(folder) / "project")
        for language in LANGUAGES:
            _lengthen(project / f"docs/{language}/{CHAPTER}.md", count, SENTENCES[language])
        commit(project)
        built, edition = build(project), read_content(project / "docs")
        size = (built / CHAPTER / "parallel/index.html").stat().st_size
        _milliseconds(built, edition, CHAPTER)  # reads phrases and statuses, which a build has read before
        taken = {path: _milliseconds(built, edition, path) for path in parallel_paths(edition)}
    print(f"{CHAPTER}: {count} sections, {size / 1000:.0f} KB side by side, {taken[CHAPTER]:.1f} ms per page")
    others = sorted(each for path, each in taken.items() if path != CHAPTER)
    print(
        f"{len(others)} others: median {others[len(others) // 2]:.1f} ms, longest {others[-1]:.1f} ms (limit {LIMIT:.0f})"
    )
    return int(max(taken.values()) > LIMIT)


def _lengthen(file: Path, count: int, sentence: str) -> None:
    title, text = sentence.strip(" ."), sentence * 20
    sections = "".join(f"\n## {title} {{ #part-{number} }}\n\n№ {number}. {text}\n" for number in range(count))
    file.write_text(file.read_text(encoding="utf-8") + sections, encoding="utf-8")


def _milliseconds(built: Path, edition: Edition, path: str) -> float:
    frames = {parallel_url(path, language): PLACE for language in LANGUAGES}
    begin = time.process_time()
    write_parallel_page(built, edition, path, frames)
    return (time.process_time() - begin) * 1000 / len(LANGUAGES)


if __name__ == "__main__":
    sys.exit(main())
