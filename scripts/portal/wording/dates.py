"""Dates in words, as Kyrgyz, Russian and British readers write them, and as the sources have them."""

import re
from datetime import date

from portal.wording.months import NAMES

ISO = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def parse_day(text: str) -> date | None:
    """The date in a text of the form 2020-03-12; None if it has another form or there is no such day."""
    try:
        return date.fromisoformat(text) if ISO.fullmatch(text) else None
    except ValueError:
        return None


def in_words(day: date, language: str) -> str:
    """The date on its own: «2020-жылдын 12-марты», «12 марта 2020 г.», “12 March 2020”."""
    month = NAMES[language][day.month - 1]
    if language == "ky":
        return f"{day.year}-жылдын {day.day}-{month}"
    return f"{day.day} {month} {day.year}" + (" г." if language == "ru" else "")


def since(day: date, language: str) -> str:
    """The date with "since": «2020-жылдын 12-мартынан бери», «с 12 марта 2020 г.», “since 12 March 2020”."""
    words = in_words(day, language)
    if language != "ky":
        return f"{'с' if language == 'ru' else 'since'} {words}"
    return words + ("нен" if words.endswith("и") else "нан") + " бери"


def up_to(day: date, language: str) -> str:
    """The date after "as of": Kyrgyz takes the dative there, «2020-жылдын 12-мартына»."""
    words = in_words(day, language)
    if language != "ky":
        return words
    return words + ("не" if words.endswith("и") else "на")
