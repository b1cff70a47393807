"""Whatever is done to the pages, a link lands where it landed, or where people said, or the build fails and names it."""

from __future__ import annotations

import datetime

import garden_edits
import gardens
import oracle
import pytest
from gardens import Garden

from portal.addresses import page_url
from portal.content.permalinks import lock
from portal.content.problems import Problem
from portal.content.rules import permalink_lost
from portal.languages import LANGUAGES
from portal.publication.built_page import read_page
from portal.publication.gates import permalinks




DAY = datetime.date(2026, 11, 22)
GROUPS, EACH = 20, 25


def declared(garden: Garden) -> dict[str, str]:
    """What the lines of moved.yml say, read again without the code under test."""
    return {old: new for old, _, new in (line.partition(": ") for line in garden.lines) if old != "same"}


def goes_wrong(site: dict[str, str], before: Garden, after: Garden) -> set[str]:
    """The locked addresses that, in some language, land neither on their old text nor at their declared place."""
    settled = {line.removeprefix("same: ") for line in after.lines if line.startswith("same: ")}
    wrong = set()
    for leaf in before.leaves:
        for section in (None, *leaf.sections):
            address = (f"{leaf.path}/" if leaf.path else "/") + (f"#{section.id}" if section else "")
            for language in LANGUAGES:
                url = page_url(leaf.path, language) + (f"#{section.id}" if section else "")
                landing = oracle.land(site, url)
                old = (section or leaf).titles
                if landing is None or not is_right(landing, address, {old[language], old["ky"]}, declared(after), settled):
                    wrong.add(address)
    return wrong


def is_right(landing: oracle.Landing, address: str, old: set[str], lines: dict[str, str], settled: set[str]) -> bool:
    page = address.partition("#")[0]
    if landing.notice:
        return lines.get(address, lines.get(page, "")).startswith("{")
    here = neutral(landing.url)
    if lines.get(address) == here:
        return True
    return any(landing.words.startswith(title) for title in old) or bool({address, here} & settled)


def neutral(url: str) -> str:
    """An address as moved.yml has it."""
    for prefix in ("ru/", "en/"):
        url = url.removeprefix(prefix)
    return url if url and not url.startswith("#") else f"/{url}"


def named(problems: list[Problem]) -> set[str]:
    """The addresses that errors name."""
    return {str(problem.values["address"]) for problem in problems}


@pytest.mark.parametrize("group", range(GROUPS))
def test_a_link_lands_on_its_text_or_its_declared_place_or_the_build_names_it(group: int) -> None:
    for seed in range(group * EACH, (group + 1) * EACH):
        before, after, done = garden_edits.grown(seed)
        locked = {address: lock.LockEntry(DAY, title) for address, title in gardens.addresses(gardens.pages(before).values()).items()}
        known = gardens.record(before, after, locked)
        site = gardens.built(after, known)
        problems = permalinks.check_published(known, [read_page(html, f"{url}index.html") for url, html in site.items()])
        wrong = goes_wrong(site, before, after)
        lines = declared(after)
        assert wrong <= named(problems), (seed, done, lines, wrong, named(problems))
        assert bool(problems) == bool(wrong), (seed, done, lines, wrong, named(problems))
        assert {name for name in named(permalink_lost.check_lost(known))} <= wrong, (seed, done)


def test_the_edits_make_good_sites_and_bad_ones() -> None:
    """So that neither half of the property holds for want of cases."""
    good = 0
    for seed in range(60):
        before, after, _ = garden_edits.grown(seed)
        good += not goes_wrong(gardens.built(after, gardens.record(before, after, {})), before, after)
    assert 15 <= good <= 45
