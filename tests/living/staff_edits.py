"""What staff do to the texts with the tools given: to any page, whatever it says."""

import re
from collections.abc import Iterator
from pathlib import Path

from portal.addresses import page_path
from portal.content.compilation import read_content
from portal.content.glossary import GLOSSARY
from portal.content.permalinks import redirects_file
from portal.languages import LANGUAGES
from portal.rendering.context import template_name
from projects import SETTINGS

SENTENCE = {
    "ky": "Бул сүйлөм сыноо үчүн кошулду.",
    "ru": "Это предложение добавлено для пробы.",
    "en": "This sentence was added as a test.",
}
WORD = {"ky": "бүгүн", "ru": "сегодня", "en": "today"}
PLAIN = re.compile(r"^(?=[^\W\d_])[^{|\n]*\.$", re.MULTILINE)
"""A paragraph of one line, of words alone."""
HEADING = re.compile(r"^(##+ .*?[^\W\d_])( \{ #)", re.MULTILINE)
LINK = re.compile(r"\[([^\]\n]+)\]\(([^)#\s]+\.md)(?:#[^)]*)?\)")
PAGE = "---\ntitle: Сыноо барагы\ndescription: Бул барак сыноо үчүн кошулду.\n---\n\nБул барак сыноо үчүн кошулду.\n\n## Биринчи бөлүк { #first }\n\nБул бөлүк дагы сыноо үчүн.\n"
NEWS = "---\ntitle: Сыноо жаңылыгы\ndescription: Бул жаңылык сыноо үчүн кошулду.\ndate: 2020-04-02\nsource: Сайттын сыноо тексттери, 2020-жылдын 2-апрели\n---\n\nБул жаңылык сыноо үчүн кошулду.\n"
GONE = "  {path}/:\n    since: 2026-11-22\n    why: {{ky: Сыноо үчүн алынды., ru: Снята для пробы., en: Withdrawn as a test.}}\n    see: /\n"


def texts(project: Path, *languages: str) -> Iterator[tuple[str, Path]]:
    """The Markdown files of the languages."""
    for language in languages:
        for file in sorted((project / "docs" / language).rglob("*.md")):
            yield language, file


def current_texts(project: Path, *languages: str) -> list[tuple[str, Path]]:
    """The files whose text is an original or follows it: whoever changes a translation says that it does."""
    translations = read_content(project / "docs").translations
    return [
        (language, file)
        for language, file in texts(project, *languages)
        if not translations.not_current(language, page_path(file.relative_to(project / "docs" / language).as_posix()))
    ]


def reword_paragraphs(project: Path, *languages: str) -> int:
    """Add a sentence to a paragraph of every page that has a plain one; returns how many pages were changed."""
    return sum(
        _substitute(file, PLAIN, rf"\g<0> {SENTENCE[language]}", 1)
        for language, file in current_texts(project, *languages)
    )


def reword_headings(project: Path) -> int:
    """Add a word to every heading that is no official name, in three languages; returns how many pages were changed."""
    return sum(
        _substitute(file, HEADING, rf"\1 {WORD[language]}\2")
        for language, file in current_texts(project, *LANGUAGES)
        if file != project / "docs" / language / f"{GLOSSARY}.md"
    )


def add_page(project: Path) -> None:
    """Add a page in Kyrgyz alone, and name it in the list of pages, which ends the settings."""
    _write(project / "docs/ky/added-as-a-test.md", PAGE)
    with (project / SETTINGS).open("a", encoding="utf-8") as settings:
        settings.write("  - added-as-a-test.md\n")


def add_news(project: Path) -> None:
    """Add a news item in Kyrgyz alone."""
    _write(project / "docs/ky/news/2020-04-02-added-as-a-test.md", NEWS)


def movable(project: Path) -> list[str]:
    """The paths of the pages whose address means nothing to the program."""
    paths = [
        page_path(file.relative_to(project / "docs/ky").as_posix())
        for _, file in texts(project, "ky")
        if file.name != "index.md"
    ]
    return [path for path in paths if template_name(path) in ("chapter.html", "page.html") and path != GLOSSARY]


def withdraw(project: Path, path: str) -> None:
    """Delete a page in every language, with the links to it and its place in the list of pages, and say so in moved.yml; what led to it leads home."""
    gone = [file for language in LANGUAGES if (file := project / "docs" / language / f"{path}.md").exists()]
    for _, file in texts(project, *LANGUAGES):
        text = file.read_text(encoding="utf-8")
        text = LINK.sub(lambda link, file=file: link[1] if (file.parent / link[2]).resolve() in gone else link[0], text)
        file.write_text(re.sub(rf"^  - {re.escape(path)}(#.*)?\n", "", text, flags=re.MULTILINE), encoding="utf-8")
    for file in gone:
        file.unlink()
    _substitute(project / SETTINGS, re.compile(rf"^ *- {re.escape(path)}\.md\n", re.MULTILINE), "")
    moved = project / redirects_file.FILE
    lines = re.sub(rf": {re.escape(path)}/(#\S+)?$", ": /", moved.read_text(encoding="utf-8"), flags=re.MULTILINE)
    head, _, rest = lines.partition("\ngone:\n")
    moved.write_text(f"{head}\ngone:\n{GONE.format(path=path)}{rest}", encoding="utf-8")


def _substitute(file: Path, pattern: re.Pattern[str], new: str, count: int = 0) -> bool:
    head, mark, body = file.read_text(encoding="utf-8").rpartition("\n---\n")
    changed = pattern.sub(new, body, count)
    file.write_text(head + mark + changed, encoding="utf-8")
    return changed != body


def _write(file: Path, text: str) -> None:
    assert not file.exists()
    file.write_text(text, encoding="utf-8")
