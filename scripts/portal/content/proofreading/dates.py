"""Dates as readers of each language write them."""

import datetime
import re
from collections.abc import Callable

from portal.content.markdown.prose import Passage
from portal.content.proofreading.finding import Finding, Rule, match_rule
from portal.wording.dates import in_words
from portal.wording.months import NAMES, any_month, month_number

YEAR = r"(?P<year>(?:19|20)\d\d)"
SPACE = r"[ \u00a0]"
DIGITS = frozenset("0123456789")
NUMERIC = re.compile(rf"(?P<day>\d(?<![\d./-].)\d?)(?P<sign>[./])(?P<month>\d\d?)(?P=sign){YEAR}(?![\d/]|\.\d)")
ISO = re.compile(rf"(?<![\w./-]){YEAR}-(?P<month>\d\d)-(?P<day>\d\d)(?![\w-])")
KYRGYZ_MONTH = rf"(?P<name>{any_month('ky')}\w*)"
# The day of a month has an ending of belonging: «9-марты», «9-мартында».
BELONGING = re.compile(rf"(?:{'|'.join(NAMES['ky'])}|феврали)(?:н\w*)?")
WITH_YEAR = re.compile(rf"{YEAR}-жылдын{SPACE}(?P<day>\d\d?)-{KYRGYZ_MONTH}", re.IGNORECASE)
YEAR_WITHOUT_HYPHEN = re.compile(
    rf"(?<![\w–-]){YEAR}{SPACE}*(?:[–—-]{SPACE}+|{SPACE}+)?(?=(?P<word>жыл(?!ы?гы\b)[а-яөүң]*))", re.IGNORECASE
)
DAY_WITHOUT_HYPHEN = re.compile(rf"(?<=жылдын{SPACE})(?P<day>\d\d?)(?:{SPACE}*[–—-]{SPACE}*|{SPACE}+){KYRGYZ_MONTH}")
DAY_FIRST = re.compile(
    rf"(?<![\w-])(?<!жылдын{SPACE})(?P<day>\d\d?){SPACE}?-?{SPACE}?{KYRGYZ_MONTH},?{SPACE}{YEAR}(?!\d|-?жыл)",
    re.IGNORECASE,
)
YEAR_SHORTENED = re.compile(rf"{YEAR}-?ж\.,?{SPACE}(?P<day>\d\d?)-?{SPACE}?{KYRGYZ_MONTH}", re.IGNORECASE)
RUSSIAN = re.compile(
    rf"(?<![\w-])(?P<day>\d\d?)(?P<ending>-?го|-?е)?{SPACE}(?P<name>{'|'.join(NAMES['ru'])}){SPACE}{YEAR}(?!\d|[–-])"
    rf"(?P<tail>{SPACE}?г(?:\.|ода?\b|оду\b|одом\b|оде\b))?",
    re.IGNORECASE,
)
ENGLISH_MONTH = rf"(?P<name>{any_month('en')})"
MONTH_FIRST = re.compile(
    rf"(?<![\w-]){ENGLISH_MONTH}{SPACE}(?P<day>\d\d?)(?:st|nd|rd|th)?,?{SPACE}{YEAR}(?!\d)", re.IGNORECASE
)
ENGLISH = re.compile(
    rf"(?<![\w-])(?:the{SPACE})?(?P<day>\d\d?)(?:st|nd|rd|th)?(?:{SPACE}of)?{SPACE}{ENGLISH_MONTH},?{SPACE}{YEAR}(?!\d)",
    re.IGNORECASE,
)
ENGLISH_RIGHT = re.compile(r"\d\d?[ \u00a0][A-Z][a-z]+[ \u00a0]\d{4}")


@match_rule(NUMERIC, DIGITS)
def numeric_dates(passage: Passage, found: re.Match[str]) -> Finding | None:
    """«09.03.2020»: two digits for day and month, and points between them."""
    day = _day(found["year"], int(found["month"]), found["day"])
    if day is None:
        return _impossible(found)
    if found["sign"] == "/":  # 9/3 is the third of September to some readers.
        return _form(found, in_words(day, passage.language))
    right = f"{day:%d.%m.%Y}"
    return Finding(*found.span(), fix=right) if found[0] != right else None


@match_rule(ISO, DIGITS, text="-")
def iso_dates(passage: Passage, found: re.Match[str]) -> Finding:
    """Never 2020-03-09 among words."""
    day = _day(found["year"], int(found["month"]), found["day"])
    return _form(found, in_words(day, passage.language)) if day else _impossible(found)


@match_rule(YEAR_WITHOUT_HYPHEN, DIGITS, languages=("ky",))
def kyrgyz_years(passage: Passage, found: re.Match[str]) -> Finding | None:
    """«2020-жыл»."""
    right = f"{found['year']}-"
    return Finding(*found.span(), fix=right) if found[0] != right else None


@match_rule(DAY_WITHOUT_HYPHEN, DIGITS, text="жылдын", languages=("ky",))
def kyrgyz_days(passage: Passage, found: re.Match[str]) -> Finding | None:
    """«9-марты» after a year."""
    right = f"{found['day']}-{found['name'].lower()}"
    return Finding(*found.span(), fix=right) if found[0] != right else None


def _rule_of_words(
    language: str, pattern: re.Pattern[str], is_right: Callable[[re.Match[str]], bool], text: str = ""
) -> Rule:
    """A rule of dates that name the month: each must be possible, and written as `in_words` writes it."""

    @match_rule(pattern, DIGITS, text=text, languages=(language,))
    def dates_in_words(passage: Passage, found: re.Match[str]) -> Finding | None:
        day = _day(found["year"], month_number(found["name"], language), found["day"])
        if day is None:
            return _impossible(found)
        return None if is_right(found) else _form(found, in_words(day, language))

    return dates_in_words


def _is_right_in_russian(found: re.Match[str]) -> bool:
    """«9 марта 2020 г.» or «9 марта 2020 года»."""
    has_tail = (found["tail"] or "").startswith((" ", "\u00a0"))
    return not found["ending"] and found["name"].islower() and has_tail


def _impossible(found: re.Match[str]) -> Finding:
    return Finding(*found.span(), "date-impossible", {"found": found[0]})


def _form(found: re.Match[str], expected: str) -> Finding:
    return Finding(*found.span(), "date-form", {"found": found[0], "expected": expected})


def _day(year: str, month: int, day: str) -> datetime.date | None:
    try:
        return datetime.date(int(year), month, int(day))
    except ValueError:
        return None


RULES = (
    kyrgyz_years,
    kyrgyz_days,
    _rule_of_words("ky", WITH_YEAR, lambda found: bool(BELONGING.fullmatch(found["name"].lower())), "-жылдын"),
    _rule_of_words("ky", DAY_FIRST, lambda found: False),
    _rule_of_words("ky", YEAR_SHORTENED, lambda found: False, "ж."),
    _rule_of_words("ru", RUSSIAN, _is_right_in_russian),
    _rule_of_words("en", ENGLISH, lambda found: bool(ENGLISH_RIGHT.fullmatch(found[0]))),
    _rule_of_words("en", MONTH_FIRST, lambda found: False),
    numeric_dates,
    iso_dates,
)
