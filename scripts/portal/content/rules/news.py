"""Rules of news items: when they appear, in which order, and when they are withdrawn."""

from collections.abc import Iterator
from datetime import timedelta

from portal.clock import today
from portal.content.edition import Edition
from portal.content.news import day_of, is_news
from portal.content.problems import Problem
from portal.content.reading.front_matter import EXAMPLES, REASONS
from portal.content.reading.pages import Page
from portal.content.suggestions import nearest
from portal.languages import ORIGINAL
from portal.wording.phrases import subjects

KEYS = ("order", "subjects", "withdrawn", *REASONS.values())
FARTHEST = timedelta(days=366)


def keys(page: Page, edition: Edition) -> Iterator[Problem]:
    """What holds of a news item in all languages stands in its Kyrgyz file alone."""
    if page.language == ORIGINAL and is_news(page.path):
        return
    for key in KEYS:
        if key in page.front.lines:
            yield page.problem(page.front.lines[key][0], "news-key", key=key)


def days(page: Page, edition: Edition) -> Iterator[Problem]:
    """A news item appears on its day; a day more than a year ahead is a slip."""
    day = day_of(page.path)
    if day is None or page.language != ORIGINAL:
        return
    if day - today() > FARTHEST:
        yield page.problem(0, "news-far", day=day, near=day.replace(year=today().year, day=min(day.day, 28)))
    elif page.path in edition.scheduled:
        yield page.warning(0, "news-scheduled", day=day)


def withdrawals(page: Page, edition: Edition) -> Iterator[Problem]:
    """A withdrawn news item says since when, and why in one language at least."""
    lines, since, day = page.front.lines, page.day("withdrawn"), day_of(page.path)
    reasons = [key for key in REASONS.values() if key in lines]
    if "withdrawn" not in lines and reasons:
        key = "withdrawn"
        yield page.problem(lines[reasons[0]][0], "key-missing", key=key, example=f"{key}: {today()}")
    if "withdrawn" in lines and not reasons:
        yield page.problem(lines["withdrawn"][0], "key-missing", key="reason", example=EXAMPLES["reason"])
    if since and day and not day <= since <= today():
        yield page.problem(lines["withdrawn"][0], "withdrawn-day", found=since, first=day, last=today())


def known_subjects(page: Page, edition: Edition) -> Iterator[Problem]:
    """The site has a page for each subject, with words in three languages, so it knows only those of its list."""
    for subject, line in zip(page.subjects, page.front.lines.get("subjects", ())[1:], strict=False):
        if subject not in subjects():
            known, near = ", ".join(subjects()), nearest(subject, subjects())
            yield page.problem(line, "subject-unknown", found=subject, near=near, known=known)


def scheduled_links(page: Page, edition: Edition) -> Iterator[Problem]:
    """Nothing that readers have sooner leads to a news item whose day has not come."""
    own = day_of(page.path) or today()
    for line, written, path in _references(page, edition):
        day = day_of(path)
        if path in edition.scheduled and day and day > own:
            yield page.problem(line, "link-scheduled", found=written, day=day)


def withdrawn_links(page: Page, edition: Edition) -> Iterator[Problem]:
    """Links to a withdrawn news item lead to a notice; the list `based_on` leaves it out."""
    for line, written, path in _references(page, edition):
        if withdrawn := edition.withdrawn.get(path):
            values = {"found": written, "day": withdrawn.day("withdrawn")}
            yield page.warning(line, "link-withdrawn", **values)


def _references(page: Page, edition: Edition) -> Iterator[tuple[int, str, str]]:
    """The line, the words and the path of everything on a page that leads to a news item."""
    for link in page.body.links:
        name = page.resolve(link.target).partition("/")[2]
        if is_news(name) and name.endswith(".md"):
            yield link.line, link.target, name.removesuffix(".md")
    for entry, line in zip(page.based_on, page.front.lines.get("based_on", ())[1:], strict=False):
        if isinstance(entry, str):
            yield line, entry, entry.partition("#")[0]
