"""Dates as readers of each language write them."""

import datetime
import re
from collections.abc import Iterator

from portal.content.markdown.prose import Passage
from portal.content.proofreading.finding import Finding
from portal.wording.dates import MONTHS, STEMS, THREE, in_words

YEAR = r"(?P<year>(?:19|20)\d\d)"
SPACE = r"[ \u00a0]"
DIGITS = frozenset("0123456789")
NUMERIC = re.compile(rf"(?<![\d./-])(?P<day>\d\d?)(?P<sign>[./])(?P<month>\d\d?)(?P=sign){YEAR}(?![\d/]|\.\d)")
ISO = re.compile(rf"(?<![\w./-]){YEAR}-(?P<month>\d\d)-(?P<day>\d\d)(?![\w-])")
KYRGYZ = rf"(?P<name>(?:{'|'.join(STEMS)})\w*)"
# The day of a month has an ending of belonging: «9-марты», «9-мартында», and июну, июлу with a у of their own.
BELONGING = re.compile(
    "(?:январы|феврал(?:ы|и)|марты|апрели|майы|июну|июлу|августу|сентябры|октябры|ноябры|декабры)(?:на|не|н[аеоуыи]?\\w*)?"
)
WHOLE = re.compile(rf"{YEAR}-жылдын{SPACE}(?P<day>\d\d?)-{KYRGYZ}", re.IGNORECASE)
NO_HYPHEN = re.compile(rf"{YEAR}{SPACE}*(?:[–—-]{SPACE}+|{SPACE}+)?(?=жыл(?!ы?гы\b)[а-яөүң]*)", re.IGNORECASE)
DAY_HYPHEN = re.compile(rf"(?<=жылдын{SPACE})(?P<day>\d\d?)(?:{SPACE}*[–—-]{SPACE}*|{SPACE}+){KYRGYZ}")
DAY_MONTH = re.compile(r"\d[ \u00a0]?-?[ \u00a0]?[яфмаисондЯФМАИСОНД]|\dж|-ж\.")
BACKWARD = re.compile(
    rf"(?<![\w-])(?<!жылдын{SPACE})(?P<day>\d\d?){SPACE}?-?{SPACE}?{KYRGYZ},?{SPACE}(?:19|20)\d\d(?!\d|-?жыл)|(?:19|20)\d\d-?ж\.,?{SPACE}(?P<day2>\d\d?)-?{SPACE}?(?P<name2>(?:{'|'.join(STEMS)})\w*)",
    re.IGNORECASE,
)
RUSSIAN = re.compile(
    rf"(?<![\w-])(?P<day>\d\d?)(?P<ending>-?го|-?е)?{SPACE}(?P<name>{'|'.join(MONTHS['ru'])}){SPACE}{YEAR}(?!\d|[–-])(?P<tail>{SPACE}?г(?:\.|ода?\b|оду\b|одом\b|оде\b))?",
    re.IGNORECASE,
)
ENGLISH_MONTHS = "|".join(MONTHS["en"])
ENGLISH = re.compile(
    rf"(?<![\w-])(?:(?P<name>{ENGLISH_MONTHS}){SPACE}(?P<day>\d\d?)(?:st|nd|rd|th)?,?{SPACE}{YEAR}"
    rf"|(?:the{SPACE})?(?P<day2>\d\d?)(?P<ending>st|nd|rd|th)?(?:{SPACE}of)?{SPACE}(?P<name2>{ENGLISH_MONTHS}),?{SPACE}(?P<year2>(?:19|20)\d\d))(?!\d)",
    re.IGNORECASE,
)


def numeric(passage: Passage) -> Iterator[Finding]:
    """«09.03.2020»: two figures for day and month, points between; and never 2020-03-09 among words."""
    if passage.signs.isdisjoint(DIGITS) or not THREE.search(passage.text):
        return
    for found in (*NUMERIC.finditer(passage.text), *ISO.finditer(passage.text)):
        day = _day(found["year"], int(found["month"]), found["day"])
        if day is None:
            yield Finding(*found.span(), "date-impossible", None, {"found": found[0]})
        elif found.re is ISO or found["sign"] == "/":
            # 9/3 is the third of September to some readers.
            yield _form(found, None, in_words(day, passage.language))
        elif found[0] != f"{day:%d.%m.%Y}":
            yield _form(found, f"{day:%d.%m.%Y}", f"{day:%d.%m.%Y}")


def kyrgyz(passage: Passage) -> Iterator[Finding]:
    """«2020-жылдын 9-марты»."""
    if passage.language != "ky" or passage.signs.isdisjoint(DIGITS):
        return
    for found in NO_HYPHEN.finditer(passage.text) if "жыл" in passage.text else ():
        before = passage.text[found.start() - 1 : found.start()]
        if found[0] != f"{found['year']}-" and not before.isalnum() and before not in ("-", "–", "_"):
            word = re.match(r"\w+", passage.text[found.end() :])
            values = {"found": found[0] + word[0], "expected": f"{found['year']}-{word[0]}"} if word else {}
            yield Finding(*found.span(), "date-form", f"{found['year']}-", values)
    for found in DAY_HYPHEN.finditer(passage.text) if "жылдын" in passage.text else ():
        wanted = f"{found['day']}-{found['name'].lower()}"
        if found[0] != wanted:
            yield _form(found, wanted, wanted)
    for found in WHOLE.finditer(passage.text) if "-жылдын" in passage.text else ():
        month = _month(found["name"])
        if month and _day(found["year"], month, found["day"]) is None:
            yield Finding(*found.span(), "date-impossible", None, {"found": found[0]})
        elif month and not BELONGING.fullmatch(found["name"].lower()):
            day = datetime.date(int(found["year"]), month, int(found["day"]))
            yield _form(found, None, in_words(day, "ky"))
    for found in BACKWARD.finditer(passage.text) if DAY_MONTH.search(passage.text) else ():
        month = _month(found["name"] or found["name2"])
        yield from _written(found, found[0], _years(found), month, found["day"] or found["day2"], "ky")


def russian(passage: Passage) -> Iterator[Finding]:
    """«9 марта 2020 г.» or «9 марта 2020 года»."""
    if passage.language != "ru" or passage.signs.isdisjoint(DIGITS):
        return
    for found in RUSSIAN.finditer(passage.text) if DAY_MONTH.search(passage.text) or "го " in passage.text else ():
        month = MONTHS["ru"].index(found["name"].lower()) + 1
        right = (
            not found["ending"] and found["name"].islower() and bool(found["tail"]) and found["tail"][0] in " \u00a0"
        )
        yield from _written(found, "" if right else found[0], found["year"], month, found["day"], "ru")


def english(passage: Passage) -> Iterator[Finding]:
    """“9 March 2020”."""
    if passage.language != "en" or passage.signs.isdisjoint(DIGITS):
        return
    small = passage.text.lower()
    for found in ENGLISH.finditer(passage.text) if any(month.lower() in small for month in MONTHS["en"]) else ():
        name, year = found["name"] or found["name2"], found["year"] or found["year2"]
        month = MONTHS["en"].index(name.capitalize()) + 1
        right = bool(found["day2"]) and re.fullmatch(r"\d\d?[ \u00a0][A-Z][a-z]+[ \u00a0]\d{4}", found[0])
        yield from _written(found, "" if right else found[0], year, month, found["day"] or found["day2"], "en")


def _written(
    found: re.Match[str], wrong: str, year: str, month: int | None, day: str, language: str
) -> Iterator[Finding]:
    when = _day(year, month, day) if month else None
    if month and when is None:
        yield Finding(*found.span(), "date-impossible", None, {"found": found[0]})
    elif when and wrong:
        yield _form(found, None, in_words(when, language))


def _form(found: re.Match[str], mend: str | None, expected: str) -> Finding:
    return Finding(*found.span(), "date-form", mend, {"found": found[0], "expected": expected})


def _month(name: str) -> int | None:
    return next((at for at, stem in enumerate(STEMS, 1) if re.match(stem, name, re.IGNORECASE)), None)


def _years(found: re.Match[str]) -> str:
    return next(iter(re.findall(r"(?:19|20)\d\d", found[0])))


def _day(year: str, month: int, day: str) -> datetime.date | None:
    try:
        return datetime.date(int(year), month, int(day))
    except ValueError:
        return None
