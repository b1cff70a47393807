"""Rules of translations that follow an earlier version of their original."""

from collections.abc import Iterator

from portal.content.edition import Edition
from portal.content.problems import Problem
from portal.content.reading.pages import Page
from portal.content.translations.marks import BEHIND, CURRENT, Mark, format_mark
from portal.content.translations.sections import section_address
from portal.content.translations.status import Status
from portal.languages import LANGUAGES, ORIGINAL


def original_languages(page: Page, edition: Edition) -> Iterator[Problem]:
    """`original_language` belongs on the Kyrgyz page, and names a language that has the page."""
    language = page.meta.get("original_language")
    if language is None or page.path in edition.withdrawn:
        return
    line = page.front.lines["original_language"][0]
    if page.language != ORIGINAL:
        yield page.problem(line, "original-here", original=f"docs/{ORIGINAL}/{page.relative_path}")
    if language not in LANGUAGES or (language, page.path) not in edition.pages:
        yield page.problem(line, "original-unknown", found=language, place=page.relative_path)


def statuses(page: Page, edition: Edition) -> Iterator[Problem]:
    """Sections behind, assumed current, or gone, with lines for records/translations.txt that say otherwise."""
    found = edition.translations.statuses.get((page.language, page.path), ())
    original = edition.translations.original(page.path)
    for rule, sections, word in (
        ("behind-text", [section for section in found if section.status is Status.BEHIND], CURRENT),
        ("behind-declared", [section for section in found if section.declared], BEHIND),
        ("behind-gone", [section for section in found if section.status is Status.GONE], None),
    ):
        if sections and original:
            values = {"ids": ", ".join(f"#{section.id}" for section in sections), "original": original.file.as_posix()}
            addresses = [section_address(page.path, section.id) for section in sections]
            sample = tuple(format_mark(page.language, address, Mark(word)) for address in addresses) if word else ()
            yield Problem(page.file, 0, rule, values, warning=True, sample=sample)
