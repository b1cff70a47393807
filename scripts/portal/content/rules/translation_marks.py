"""Rules of freshness: a translation says which text of the original each of its sections follows."""

from collections.abc import Iterator

from portal.content.edition import Content
from portal.content.problems import Problem
from portal.content.reading.pages import Page
from portal.content.suggestions import nearest
from portal.content.translations import status as of
from portal.content.translations.fingerprints import FORM
from portal.content.translations.sections import TOP
from portal.content.translations.status import SectionStatus, Status, marks_of
from portal.languages import LANGUAGES, ORIGINAL


def marks(page: Page, content: Content) -> Iterator[Problem]:
    """`follows` stands on translations, names sections that are there, and fingerprints are eight signs."""
    found = marks_of(page)
    line = page.front.lines.get("follows", (0,))[0]
    original = of.original_language(content.by_address, page.path)
    if found and page.language == original and not isinstance(_said(page, content), dict):
        yield Problem(page.file, line, "follows-here")
        return
    source = content.by_address.get((original, page.path))
    known = {TOP, *page.sections, *(source.sections if source else ())}
    for name, place in zip(found, page.front.lines.get("follows", (0,))[1:], strict=False):
        if name not in known:
            yield Problem(page.file, place, "follows-id", {"id": name, "near": nearest(name, known)})
        elif not FORM.fullmatch(found[name]):
            expected = source.fingerprints.get(name, "—") if source else "—"
            yield Problem(page.file, place, "follows-form", {"id": name, "found": found[name], "expected": expected})


def originals(page: Page, content: Content) -> Iterator[Problem]:
    """`original` stands on the Kyrgyz page, and names languages in which the page is there."""
    said = page.meta.get("original")
    if said is None:
        return
    line = page.front.lines["original"][0]
    if page.language != ORIGINAL:
        yield Problem(page.file, line, "original-here", {"original": f"docs/{ORIGINAL}/{page.place}"})
    for language in said.values() if isinstance(said, dict) else [str(said)]:
        if language not in LANGUAGES or (language, page.path) not in content.by_address:
            yield Problem(page.file, line, "original-unknown", {"found": language, "place": page.place})


def changed(page: Page, content: Content) -> Iterator[Problem]:
    """Sections that follow a text of the original that has changed since, or do not say which they follow."""
    malformed = {name for name, mark in marks_of(page).items() if not FORM.fullmatch(mark)}
    found = [section for section in of.section_statuses(page, content.by_address) if section.id not in malformed]
    for state, rule in ((Status.CHANGED, "behind-text"), (Status.UNMARKED, "unmarked"), (Status.GONE, "behind-gone")):
        if sections := [section for section in found if section.state is state]:
            yield _told(page, rule, sections, content)


def _told(page: Page, rule: str, sections: list[SectionStatus], content: Content) -> Problem:
    original = content.by_address[sections[0].original, page.path].file.as_posix()
    values = {
        "ids": ", ".join(f"#{section.id}" for section in sections),
        "original": original,
        "file": page.file.as_posix(),
    }
    sample = [f"  {section.id}: {section.fingerprint}" for section in sections if section.fingerprint]
    return Problem(page.file, 0, rule, values, warning=True, sample=tuple(["follows:", *sample] if sample else []))


def _said(page: Page, content: Content) -> object:
    original = content.originals.get(page.path)
    return original.meta.get("original") if original else None
