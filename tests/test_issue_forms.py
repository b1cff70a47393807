"""GitHub can show every form; it leaves a faulty one out of the list without a word."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

FOLDER = Path(__file__).parents[1] / ".github" / "ISSUE_TEMPLATE"
FORMS = sorted(FOLDER.glob("[0-9]*.yml"))


def form_faults(form: dict[str, Any]) -> Iterator[str]:
    yield from (f"{key} is missing" for key in ("name", "description", "body") if not form.get(key))
    fields = [field for field in form.get("body", []) if field["type"] != "markdown"]
    ids = [field.get("id", "") for field in fields]
    labels = [field["attributes"].get("label", "") for field in fields]
    if len(set(ids)) < len(ids) or not all(re.fullmatch(r"[a-z-]+", each) for each in ids):
        yield f"ids are not all different words: {ids}"
    if len(set(labels)) < len(labels) or not all(labels):
        yield f"labels are not all different: {labels}"
    yield from (
        f"unknown type of field: {field['type']}"
        for field in fields
        if field["type"] not in ("input", "textarea", "dropdown", "checkboxes")
    )


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.name)
def test_github_can_show_a_form(path: Path) -> None:
    assert list(form_faults(yaml.safe_load(path.read_text(encoding="utf-8")))) == []


@pytest.mark.parametrize(
    ("right", "wrong", "fault"),
    [
        ("description: Туура", "about: Туура", "description is missing"),
        (
            "id: found",
            "id: page",
            "ids are not all different words: ['page', 'language', 'page', 'expected', 'source']",
        ),
        ("type: input", "type: text", "unknown type of field: text"),
    ],
)
def test_a_form_that_github_would_leave_out_is_found(right: str, wrong: str, fault: str) -> None:
    text = (FOLDER / "1-mistake.yml").read_text(encoding="utf-8")
    assert right in text
    assert list(form_faults(yaml.safe_load(text.replace(right, wrong, 1)))) == [fault]
