"""The rules of a text look at nothing but the page, for what they find is kept by its text."""

from pathlib import Path

import pytest

from portal.content.edition import Edition
from portal.content.mending.page_files import read_page
from portal.content.rules import OF_TEXT, Rule

CASES = Path(__file__).parent / "cases"
TEXTS = sorted(file for file in CASES.rglob("*.md") if file.is_file())


class NoEdition:
    def __getattr__(self, name: str) -> object:
        raise AssertionError(f"asks the edition for its {name}")


@pytest.mark.parametrize("rule", OF_TEXT, ids=lambda rule: rule.__name__)
def test_a_rule_of_a_text_does_not_ask_the_edition(rule: Rule) -> None:
    edition: Edition = NoEdition()  # type: ignore[assignment]
    read = (read_page(Path("docs/ky/about/page.md"), file.read_bytes())[0] for file in TEXTS)
    assert [problem for page in read if page for problem in rule(page, edition)], "a case breaks each rule"
