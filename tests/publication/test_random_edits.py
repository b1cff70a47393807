"""Whatever is done to the pages, a link lands where it landed, or where people said, or the build fails and names it.

Under its address a text may have a new title, but not the title of another.
"""

from __future__ import annotations

import datetime
import os

import pytest

from portal.addresses import page_url
from portal.content.permalinks import lock
from portal.content.permalinks.resolver import addresses_of
from portal.content.problems import Problem
from portal.content.rules import permalink_lost
from portal.languages import LANGUAGES
from portal.publication.built_page import read_page
from portal.publication.gates import permalinks
from publication import random_edits, random_site, reference_resolver
from publication.random_site import SiteModel

DAY = datetime.date(2026, 11, 22)
GROUPS = 20
EACH = int(os.environ.get("RANDOM_EDITS", "60")) // GROUPS
"""The weekly workflow tries more of them."""
SAMPLE = 24


def declared(model: SiteModel) -> dict[str, str]:
    """What the lines of moved.yml say, read again without the code under test."""
    return {old: new for old, _, new in (line.partition(": ") for line in model.lines) if old != "same"}


def goes_wrong(site: dict[str, str], before: SiteModel, after: SiteModel) -> set[str]:
    """The locked addresses that, in some language, land neither on their old text nor at their declared place."""
    settled = {line.removeprefix("same: ") for line in after.lines if line.startswith("same: ")}
    wrong = set()
    for page_model in before.pages:
        for section in (None, *page_model.sections):
            address = (f"{page_model.path}/" if page_model.path else "/") + (f"#{section.id}" if section else "")
            for language in LANGUAGES:
                url = page_url(page_model.path, language) + (f"#{section.id}" if section else "")
                landing = reference_resolver.resolve(site, url)
                siblings = page_model.sections if section else before.pages
                others = {each.titles[language] for each in siblings if each not in (section, page_model)}
                if landing is None or not is_right(landing, address, others, declared(after), settled):
                    wrong.add(address)
    return wrong


def is_right(
    landing: reference_resolver.Landing, address: str, others: set[str], lines: dict[str, str], settled: set[str]
) -> bool:
    page, sign, fragment = address.partition("#")
    if landing.notice:
        return lines.get(address, lines.get(page, "")).startswith("{")
    here = neutral(landing.url)
    if lines.get(address) == here:
        return True
    stays = here == lines.get(page, page) + sign + fragment
    return stays and (not any(landing.words.startswith(title) for title in others) or bool({address, here} & settled))


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
        before, after, done = random_edits.edited_site(seed)
        locked = {
            address: lock.LockEntry(DAY, title)
            for address, title in addresses_of(random_site.pages(before).values()).items()
        }
        known = random_site.record(before, after, locked)
        site = random_site.built(after, known)
        problems = permalinks.check_published(
            known, [read_page(html, f"{url}index.html") for url, html in site.items()]
        )
        wrong = goes_wrong(site, before, after)
        lines = declared(after)
        assert wrong <= named(problems), (seed, done, lines, wrong, named(problems))
        assert bool(problems) == bool(wrong), (seed, done, lines, wrong, named(problems))
        assert set(named(permalink_lost.check_lost(known))) <= wrong, (seed, done)


def test_the_edits_make_good_sites_and_bad_ones() -> None:
    """So that neither half of the property holds for want of cases."""
    good = 0
    for seed in range(SAMPLE):
        before, after, _ = random_edits.edited_site(seed)
        good += not goes_wrong(random_site.built(after, random_site.record(before, after, {})), before, after)
    assert SAMPLE / 4 <= good <= SAMPLE * 3 / 4
