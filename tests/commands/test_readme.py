"""README, the architecture, the Makefile and --help agree with each other and with the files."""

import importlib
import io
import itertools
import re
import sys
import textwrap
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from projects import ROOT, git

README, ARCHITECTURE, MAKEFILE = (
    (ROOT / name).read_text(encoding="utf-8") for name in ("README.md", "scripts/README.md", "Makefile")
)
GUIDES = sorted([ROOT / "README.md", ROOT / "scripts" / "README.md", *(ROOT / ".github").glob("*.md")])
COMMANDS = sorted(file.stem for file in (ROOT / "scripts").glob("*.py") if file.stem != "hooks")
TARGETS = dict(re.findall(r"^([a-z-]+):.*\n((?:\t.*\n)+)", MAKEFILE, re.MULTILINE))
"""The recipe of each target."""
HELP = dict(re.findall(r"^([a-z-]+):.*  ## (.+)$", MAKEFILE, re.MULTILINE))
GENERATED = ("build", "site", ".venv")
PAGES = re.compile(r"[a-z0-9/.-]+\.md|(?:docs/../)?(?:strategy|priorities|news)/")
"""What editors may move or withdraw; guides name it as an example."""
PATH = re.compile(r"[\w.-]+(?:/[\w.-]+)*(?:/|\.(?:py|md|yml|txt|json|toml|html|js))")
NAMES = {file.name for folder in ("scripts", "language", "records") for file in (ROOT / folder).rglob("*")}
CHECKED = "docs/en/strategy/role.md"


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def code(text: str) -> list[str]:
    """What is marked as code within lines."""
    return re.findall(r"(?<!`)`([^`\n]+)`(?!`)", text)


def paths(guide: Path) -> Iterator[str]:
    """The files and folders that a guide names as code, alone or in a command."""
    spans = code(guide.read_text(encoding="utf-8"))
    yield from (word for span in spans for word in span.split() if PATH.fullmatch(word) and not PAGES.fullmatch(word))


def exists(path: str) -> bool:
    """Whether a path is there, seen from the root or from scripts/; a bare name may be anywhere."""
    return (
        path.split("/")[0] in GENERATED or path in NAMES or (ROOT / path).exists() or (ROOT / "scripts" / path).exists()
    )


def block(begin: str) -> str:
    """The block of README that begins with a line, without its indent."""
    lines = README.splitlines()
    start = next(at for at, line in enumerate(lines) if line.startswith(" ") and line.strip() == begin)
    inside = itertools.takewhile(lambda line: not line or line.startswith(" "), lines[start:])
    return textwrap.dedent("\n".join(inside)).strip() + "\n"


def output(command: str) -> str:
    """What README says that a command prints."""
    return block(f"$ {command}").partition("\n")[2]


def load(command: str) -> Callable[..., int]:
    return importlib.import_module(command).main  # type: ignore[no-any-return]


def first_word(text: str) -> str:
    return (re.match(r"\w+", text) or [""])[0].lower()


def test_readme_and_the_architecture_stay_short() -> None:
    assert len(README.splitlines()) < 120
    assert len(ARCHITECTURE.splitlines()) <= 75


@pytest.mark.parametrize("guide", GUIDES, ids=name_of)
def test_every_path_in_a_guide_exists(guide: Path) -> None:
    assert [path for path in paths(guide) if not exists(path)] == []
    text = re.sub(r"(?s)```.*?```|`[^`\n]+`", "", guide.read_text(encoding="utf-8"))
    links = re.findall(r"\]\(([^)#:\s]+)\)", text)
    assert [link for link in links if not (guide.parent / link).exists()] == []


def test_every_folder_in_codeowners_exists() -> None:
    named = re.findall(r"^(?:# )?/(\S+)", (ROOT / ".github" / "CODEOWNERS").read_text(encoding="utf-8"), re.MULTILINE)
    assert named
    assert [folder for folder in named if not (ROOT / folder).is_dir()] == []


def test_every_program_in_the_makefile_exists() -> None:
    named = re.findall(r"\b(?:scripts|tests)/[\w/.-]+\.py\b", MAKEFILE)
    assert named
    assert [path for path in named if not (ROOT / path).is_file()] == []


def test_the_picture_of_readme_is_light() -> None:
    (picture,) = re.findall(r"!\[[^\]]{20,}\]\((\S+)\)", README)
    assert (ROOT / picture).stat().st_size < 120_000


def test_every_target_is_in_the_help_of_the_makefile() -> None:
    assert set(TARGETS) == set(HELP)
    assert set(re.findall(r"^\.PHONY: (.+)$", MAKEFILE, re.MULTILINE)[0].split()) == set(TARGETS)


@pytest.mark.parametrize("guide", GUIDES, ids=name_of)
def test_every_target_named_in_a_guide_exists(guide: Path) -> None:
    named = {
        found for span in code(guide.read_text(encoding="utf-8")) for found in re.findall(r"\bmake ([a-z-]+)", span)
    }
    assert named <= set(TARGETS)


def test_readme_names_every_command() -> None:
    assert [name for name in COMMANDS if f"scripts/{name}.py" not in README] == []


@pytest.mark.parametrize("name", COMMANDS)
def test_the_help_of_a_command_and_the_makefile_agree(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        load(name)(["--help"])
    shown = capsys.readouterr().out
    running = {target for target, recipe in TARGETS.items() if f"scripts/{name}.py" in recipe}
    named = set(re.findall(r"^ +(?:[A-Z_]+=\S+ )?make ([a-z-]+)", shown, re.MULTILINE))
    assert named == running
    for target in running:
        if re.search(rf"scripts/{name}\.py$", TARGETS[target], re.MULTILINE):
            assert first_word(HELP[target]) == first_word(shown.partition("\n\n")[2])


@pytest.mark.parametrize("name", COMMANDS)
def test_the_examples_of_a_command_can_be_run_as_they_are(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        load(name)(["--help"])
    shown = capsys.readouterr().out
    examples = re.findall(r"^ {4}(.+)$", shown.partition("\n\n")[2].partition("\noptions:")[0], re.MULTILINE)
    begun = [line for line in examples if not line.startswith(" ")]
    assert begun and all(re.match(rf"(?:[A-Z_]+=\S+ )?make |python scripts/{name}\.py\b", line) for line in begun)


def test_the_output_of_the_check_is_as_readme_has_it(
    copy_project: Callable[[], Path], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    project = copy_project()
    page = project / CHECKED
    text = page.read_text(encoding="utf-8")
    broken = text.replace("20 years", "20  years").replace("Status in laws { #status }", "Status in laws")
    assert len(text) - len(broken) == len(" { #status }") - 1
    page.write_text(broken, encoding="utf-8")
    monkeypatch.chdir(project)
    assert load("check")(["--docs", "docs", "--lang", "en", CHECKED]) == 1
    assert capsys.readouterr().out == output(f"python scripts/check.py --lang en {CHECKED}")


def test_the_output_of_a_move_is_as_readme_has_it(
    copy_project: Callable[[], Path], capsys: pytest.CaptureFixture[str]
) -> None:
    project = copy_project()
    assert load("move_page")(["about/privacy", "about/data"], project) == 0
    assert capsys.readouterr().out == output("python scripts/move_page.py about/privacy about/data")
    assert "about/privacy/: about/data/" in git(project, "diff", "records/moved.yml")


def test_the_words_of_the_search_are_as_readme_has_them(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    command = re.search(r"^ +\$ (echo (\S+) \| .+)$", README, re.MULTILINE)
    assert command
    monkeypatch.setattr(sys, "stdin", io.StringIO(f"{command[2]}\n"))
    assert load("normalise")(["--lang", "ky"]) == 0
    assert capsys.readouterr().out == output(command[1])


def test_the_news_item_of_readme_passes_the_check(
    copy_project: Callable[[], Path], capsys: pytest.CaptureFixture[str]
) -> None:
    project = copy_project()
    text = block("---")
    assert "date: 2026-11-24" in text and "`2026-11-24-topic.md`" in README
    item = project / "docs/ky/news/2026-11-24-topic.md"
    item.write_text(text, encoding="utf-8")
    assert load("check")(["--docs", str(project / "docs"), str(item)]) == 0
    assert capsys.readouterr().out == ""
