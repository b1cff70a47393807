"""The catalogue of messages: whole in three languages, and no message that nothing can call up."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from string import Template

import pytest

from content import sample_docs
from portal.content.problems import Problem, catalogue, message, report
from portal.languages import LANGUAGES

WORDS_OF_THE_REPORT = {"count", "warning"}
# Told of the HTML, in tests/publication/test_link_gate.py and tests/rendering/test_markup_agreement.py.
OF_THE_BUILT_SITE = {
    "markup-differs",
    "markup-foreign",
    "built-id-twice",
    "built-outside",
    "built-link",
    "built-anchor",
    "built-policy",
    "built-inline",
    "built-sections",
}

# Told of addresses that were published, in test_permalink_cases.py.
OF_DECLARED_MARKS = {"behind-declared"}
"""Told where people write a mark by hand, in test_translation_status.py."""
OF_ADDRESSES = {
    rule
    for rule in catalogue()
    if rule.startswith(("base-", "lock-", "moved-", "lost-", "title-", "backlinks-", "move-"))
    or rule == "address-reserved"
}
WRONG_SIGNS = {"ky": "ӊӈɵӧӱ“”\"'", "ru": "ӊӈɵөүң“”\"'", "en": "«»\"'"}
SAMPLES = {
    "front-yaml",
    "front-sign",
    "encoding",
    "comma-and",
    "harmony",
    "letter-mixed",
    "letters-none",
    "letters-word",
}
"""Messages with samples of YAML in straight quotes, inner quotation marks, Kyrgyz letters and words by name."""


def faults(rule: str, texts: Mapping[str, str]) -> Iterator[str]:
    """What is wrong with the texts of a message."""
    if tuple(texts) != LANGUAGES:
        yield f"{rule} lacks a language"
    if len({frozenset(Template(text).get_identifiers()) for text in texts.values()}) != 1:
        yield f"{rule} has other values in some language"
    if not all(Template(text).is_valid() for text in texts.values()):
        yield f"{rule} has a $ that names no value"
    for language, text in texts.items():
        if rule not in SAMPLES and set(WRONG_SIGNS[language]) & set(
            text.replace("file's", "").replace("language's", "")
        ):
            yield f"{rule} has letters or marks of another language in {language}"


def test_every_message_has_three_languages_the_same_values_and_its_own_letters() -> None:
    assert [fault for rule, texts in catalogue().items() for fault in faults(rule, texts)] == []


@pytest.mark.parametrize(
    ("changed", "fault"),
    [
        ({"en": "$other"}, "x has other values in some language"),
        ({"ky": "«$found» $", "ru": "«$found»"}, "x has a $ that names no value"),
        ({"ky": "«$found» ӊ"}, "x has letters or marks of another language in ky"),
        ({"ru": "“$found”"}, "x has letters or marks of another language in ru"),
        ({"en": "«$found»"}, "x has letters or marks of another language in en"),
    ],
)
def test_a_message_with_a_fault_is_told(changed: dict[str, str], fault: str) -> None:
    good = {"ky": "«$found»", "ru": "«$found»", "en": "“$found”"}
    assert list(faults("x", good)) == []
    assert list(faults("x", good | changed)) == [fault]
    assert list(faults("x", {"ky": "а", "ru": "б"})) == ["x lacks a language"]


def test_every_message_is_expected_by_some_case() -> None:
    """test_rule_cases.py holds the cases to what they expect."""
    expected = "\n".join(file.read_text(encoding="utf-8") for file in sample_docs.CASES.glob("*/expected.txt"))
    told = {
        rule
        for rule, texts in catalogue().items()
        if re.search(re.sub(r"\\\$\w+", ".*", re.escape(texts["en"])), expected)
    }
    assert told >= set(catalogue()) - WORDS_OF_THE_REPORT - OF_THE_BUILT_SITE - OF_DECLARED_MARKS - OF_ADDRESSES


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
        Problem(second, 0, "nul"),
        Problem(first, 10, "nul"),
        Problem(first, 9, "nul"),
    ]
    heads = [line for line in report(problems, ["en"]).splitlines() if line.startswith("docs/")]
    assert heads == ["docs/ky/a.md:9", "docs/ky/a.md:10", "docs/ky/b.md", "docs/ky/b.md:2", "docs/ky/a.md:1 (warning)"]
