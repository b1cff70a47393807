"""The catalogue of messages: whole in three languages, and no message that nothing can call up."""

from __future__ import annotations

from pathlib import Path
from string import Template

import pytest

from content import sample_docs
from portal.content.compilation import check
from portal.content.problems import Problem, catalogue, message, report
from portal.languages import LANGUAGES

WORDS_OF_THE_REPORT = {"count", "warning"}
# Told by the later stages, whose own tests call them up.
OF_THE_BUILT_SITE = {"not-in-nav", "nav-without-page", "built-id-twice", "built-outside", "built-link", "built-anchor", "built-sections"}

# Told of addresses that were published, in tests/permanence.
OF_ADDRESSES = {rule for rule in catalogue() if rule.startswith(("base-", "lock-", "moved-", "lost-", "title-", "backlinks-", "move-")) or rule == "address-reserved"}


@pytest.mark.parametrize("rule", catalogue())
def test_a_message_has_three_languages_with_the_same_values(rule: str) -> None:
    texts = catalogue()[rule]
    assert tuple(texts) == LANGUAGES
    values = {language: set(Template(text).get_identifiers()) for language, text in texts.items()}
    assert values["ky"] == values["ru"] == values["en"]
    assert all(Template(text).is_valid() for text in texts.values())


@pytest.mark.parametrize("rule", catalogue())
def test_a_message_is_written_in_the_letters_of_its_language(rule: str) -> None:
    texts = catalogue()[rule]
    wrong = {"ky": "ӊӈɵӧӱ“”\"'", "ru": "ӊӈɵөүң“”\"'", "en": "«»\"'"}
    # Samples of YAML in straight quotes, inner quotation marks, Kyrgyz letters and words by name.
    allowed = {"front-yaml", "front-sign", "encoding", "quote-form", "comma-and", "harmony", "letter-foreign", "letter-mixed", "letters-none", "letters-word"}
    for language, signs in wrong.items():
        assert rule in allowed or not set(signs) & set(texts[language].replace("file's", "").replace("language's", ""))


def test_every_message_is_used_by_some_case(tmp_path: Path) -> None:
    used: set[str] = set()
    for case in (folder.name for folder in sample_docs.CASES.iterdir()):
        with pytest.MonkeyPatch.context() as patch:
            used |= {problem.rule for problem in check(sample_docs.broken_docs(case, tmp_path / case, patch))}
    assert used == set(catalogue()) - WORDS_OF_THE_REPORT - OF_THE_BUILT_SITE - OF_ADDRESSES


def test_braces_and_dollars_in_a_value_stay_as_they_are() -> None:
    problem = Problem(Path("docs/ky/x.md"), 1, "h1", {"found": "$found {0} %s ${x}"})
    assert "«$found {0} %s ${x}»" in message(problem, "ky")


def test_a_value_is_printed_on_one_line_without_control_signs_and_not_endless() -> None:
    problem = Problem(Path("docs/ky/\x1b[31m.md"), 1, "h1", {"found": "a\n\x1b[2Jb" + "x" * 10_000})
    lines = report([problem], ["ky"]).splitlines()
    assert len(lines) == 4
    assert all(line.isprintable() and len(line) < 600 for line in lines)


def test_errors_come_before_warnings_in_order_of_file_and_line() -> None:
    first, second = Path("docs/ky/a.md"), Path("docs/ky/b.md")
    values = {"ids": "#a", "original": "docs/ky/a.md"}
    problems = [
        Problem(first, 1, "behind", values, warning=True),
        Problem(second, 2, "front-missing"),
        Problem(second, 0, "bom"),
        Problem(first, 10, "bom"),
        Problem(first, 9, "bom"),
    ]
    heads = [line for line in report(problems, ["en"]).splitlines() if line.startswith("docs/")]
    assert heads == ["docs/ky/a.md:9", "docs/ky/a.md:10", "docs/ky/b.md", "docs/ky/b.md:2", "docs/ky/a.md:1 (warning)"]
