"""A small project in git, whose last commit is the base, and the changes of a case laid over it."""

from __future__ import annotations

from pathlib import Path

from portal.content.compilation import read_content
from portal.content.permalinks import lock
from portal.content.permalinks.resolver import Permalinks
from portal.content.problems import Problem
from portal.content.rules import permalinks
from projects import committed

CASES = Path(__file__).with_name("permalink_cases")
TITLES = {"ky": ("Башкы бет", "Стратегия", "Союздун ролу", "Аракеттенүү механизми", "Мыйзамдардагы статус"),
          "ru": ("Главная", "Стратегия", "Роль Союза", "Механизм взаимодействия", "Статус в законах"),
          "en": ("Home", "Strategy", "The role of the Union", "A mechanism of interaction", "Status in laws")}  # fmt: skip
LOCKED = """\
/ 2026-11-01 Башкы бет
strategy/ 2026-11-01 Стратегия
strategy/role/ 2026-11-01 Союздун ролу
strategy/role/#mechanism 2026-11-01 Аракеттенүү механизми
strategy/role/#status 2026-11-01 Мыйзамдардагы статус
"""
FACTS = "---\ntitle: {}\ndescription: x\n---\n"


def files() -> dict[str, str]:
    """The files of the project by name."""
    made = {
        "mkdocs.yml": "nav:\n  - index.md\n  - strategy/index.md\n  - strategy/role.md\n",
        lock.FILE.as_posix(): LOCKED,
    }
    for language, (home, strategy, role, mechanism, status) in TITLES.items():
        made[f"docs/{language}/index.md"] = FACTS.format(home) + "\n[x](strategy/role.md#status)\n"
        made[f"docs/{language}/strategy/index.md"] = FACTS.format(strategy)
        made[f"docs/{language}/strategy/role.md"] = (
            FACTS.format(role) + f"\n## {mechanism} {{ #mechanism }}\n\nx\n\n## {status} {{ #status }}\n\ny\n"
        )
    return made


def write(root: Path, changed: dict[str, str | None]) -> None:
    """Lay files over those in `root`; None takes one away."""
    for name, text in changed.items():
        if text is None:
            (root / name).unlink()
        else:
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_text(text, encoding="utf-8")


def project(root: Path) -> Path:
    """The project, committed."""
    root.mkdir(exist_ok=True)
    write(root, dict(files()))
    return committed(root)


def case(name: str) -> tuple[dict[str, str | None], dict[str, str | None], str]:
    """What a case commits first, what it changes then, and the report it expects."""
    before: dict[str, str | None] = {}
    after: dict[str, str | None] = {}
    expected = ""
    for part in (CASES / f"{name}.txt").read_text(encoding="utf-8").split("=== ")[1:]:
        head, _, body = part.partition("\n")
        step, _, file = head.partition(" ")
        if step == "expected":
            expected = body
        else:
            (before if step.startswith("before") else after)[file] = None if step.endswith("delete") else body
    return before, after, expected


def inspected(root: Path) -> tuple[Permalinks, list[Problem]]:
    """The permalinks of a project, and what is wrong with its addresses."""
    edition = read_content(root / "docs")
    in_files = [problem for problem in edition.problems if problem.path.parts[0] != "docs"]
    return edition.permalinks, [*in_files, *permalinks.check_permalinks(edition)]


LINKERS = """\
- {institution: Баткен, page: https://batken.example/, address: /ru/strategy/role/#status}
- {institution: Ош, page: https://osh.example/, address: /strategy/role/#status}
- {institution: Нарын, page: https://naryn.example/, address: /go/strategy/role/#mechanism}
- {institution: Талас, page: https://talas.example/, address: /}
"""


def replace(root: Path, name: str, old: str, new: str) -> None:
    """Replace words in a file that has them."""
    text = (root / name).read_text(encoding="utf-8")
    assert old in text
    (root / name).write_text(text.replace(old, new), encoding="utf-8")
