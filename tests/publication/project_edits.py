"""Edits of a project at random, as staff, translators and programmers make them; each leaves a project that builds."""

from __future__ import annotations

import datetime
import random
import re
from collections.abc import Callable
from pathlib import Path

from portal.languages import LANGUAGES
from projects import SETTINGS, commit, run_python

SENTENCES = {"ky": "Бул сүйлөм СЫН үчүн.", "ru": "Это предложение для пробы.", "en": "This sentence is a trial."}
WORDS = {"ky": "жаңы", "ru": "новое", "en": "new"}
TERM = "\n### СЫН — сыноо жолу {{ #{id} }}\n\nТермин.\n"
ITEM = "news/2020-04-01-kyrgyz-only"
MOMENT = datetime.datetime(2026, 11, 23, tzinfo=datetime.UTC)


def text(project: Path, chance: random.Random) -> None:
    file, language = _page(project, chance)
    _write(file, f"{_read(file).rstrip()}\n\n{SENTENCES[language]}\n")


def title(project: Path, chance: random.Random) -> None:
    _to_fact(project, chance, "title")


def description(project: Path, chance: random.Random) -> None:
    _to_fact(project, chance, "description")


def date(project: Path, chance: random.Random) -> None:
    """Of a news item, the day of its last change."""
    file = project / "docs" / chance.choice(LANGUAGES) / "news/2020-03-12-strategy-discussion.md"
    without = re.sub(r"updated: .*\n", "", _read(file))
    _write(file, without.replace("date:", f"updated: 2026-01-{chance.randrange(10, 29)}\ndate:", 1))


def section_id(project: Path, chance: random.Random) -> None:
    """Of a published section to which no page links, in all languages, with its line."""
    texts = {file: _read(file) for file in sorted((project / "docs").rglob("*.md"))}
    whole = "\n".join(texts.values())
    found = [
        (path, name)
        for path in ("strategy/role", "priorities/capacity", "about/linking")
        for name in re.findall(r"\{ #(?!place-)([\w-]+) \}", texts[project / f"docs/ky/{path}.md"])
        if whole.count(f"#{name}") == whole.count(f"{{ #{name} }}") == len(LANGUAGES)
    ]
    if found:
        path, name = chance.choice(found)
        new = f"place-{chance.randrange(10**6)}"
        for language in LANGUAGES:
            file = project / f"docs/{language}/{path}.md"
            _write(file, texts[file].replace(f"{{ #{name} }}", f"{{ #{new} }}"))
        _add_line(project, f"{path}/#{name}: {path}/#{new}")


def move(project: Path, chance: random.Random) -> None:
    old = next(file.stem for file in (project / "docs/ky/about").glob("privacy*"))
    run = run_python(project, "scripts/move_page.py", f"about/{old}", f"about/privacy-{chance.randrange(10**6)}")
    assert run.returncode == 0, run.stdout + run.stderr


def withdraw(project: Path, chance: random.Random) -> None:
    """Withdraw the item, or publish it again."""
    _toggle(project / f"docs/ky/{ITEM}.md", "withdrawn: 2026-11-22\nreason: Сыноо.\n", "date:")


def untranslate(project: Path, chance: random.Random) -> None:
    """Take a translation away, or put it back."""
    file, kept = project / "docs/ru/strategy/situation.md", project / "build/situation.md"
    kept.parent.mkdir(exist_ok=True)
    (file.rename(kept)) if file.exists() else kept.rename(file)


def archive(project: Path, chance: random.Random) -> None:
    """Archive a chapter, or take it back."""
    file = project / "docs/ky/strategy/review.md"
    before = _read(file)
    other = before.replace("status: archived", "status: draft")
    _write(file, other if other != before else before.replace("status: draft", "status: archived"))


def glossary(project: Path, chance: random.Random) -> None:
    """Another term, which other texts may use."""
    file = project / "docs/ky/terms.md"
    _write(file, _read(file).rstrip() + "\n" + TERM.format(id=f"trial-{chance.randrange(10**6)}"))


def order(project: Path, chance: random.Random) -> None:
    """Exchange two chapters."""
    file = project / SETTINGS
    lines = _read(file).split("\n")
    one, two = (next(at for at, line in enumerate(lines) if name in line) for name in ("/role.md", "/situation.md"))
    lines[one], lines[two] = lines[two], lines[one]
    _write(file, "\n".join(lines))


def setting(project: Path, chance: random.Random) -> None:
    file = project / SETTINGS
    mail = f'contact: {{mail: "office-{chance.randrange(10**6)}@example.org"}}'
    _write(file, re.sub(r"contact: .*", mail, _read(file)))


def template(project: Path, chance: random.Random) -> None:
    file = project / "overrides/partials/site-footer.html"
    _write(file, f"{_read(file)}<!-- {chance.randrange(10**6)} -->\n")


def publish(project: Path, chance: random.Random) -> None:
    """Commit, a day after the last time: what is there is published, and pages have earlier texts."""
    file = project / "days.txt"
    days = len(_read(file)) if file.exists() else 0
    _write(file, "x" * (days + 1))
    commit(project, (MOMENT + datetime.timedelta(days=days)).isoformat())


EDITS: tuple[Callable[[Path, random.Random], None], ...] = (
    text,
    title,
    description,
    date,
    section_id,
    move,
    withdraw,
    untranslate,
    archive,
    glossary,
    order,
    setting,
    template,
    publish,
)


def _page(project: Path, chance: random.Random) -> tuple[Path, str]:
    language = chance.choice(LANGUAGES)
    return chance.choice(sorted((project / "docs" / language).rglob("*.md"))), language


def _to_fact(project: Path, chance: random.Random, key: str) -> None:
    file, language = _page(project, chance)
    _write(file, re.sub(rf"^({key}: .*\w)", rf"\1 {WORDS[language]}", _read(file), count=1, flags=re.MULTILINE))


def _toggle(file: Path, lines: str, before: str) -> None:
    text = _read(file)
    _write(file, text.replace(lines, "") if lines in text else text.replace(before, lines + before, 1))


def _add_line(project: Path, line: str) -> None:
    file = project / "records/moved.yml"
    _write(file, f"{line}\n{_read(file)}")


def _read(file: Path) -> str:
    return file.read_text(encoding="utf-8")


def _write(file: Path, text: str) -> None:
    file.write_text(text, encoding="utf-8", newline="\n")
