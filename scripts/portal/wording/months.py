"""The months: as each language writes them in dates, and the stems by which they are recognised."""

import re

NAMES = {
    "ky": (
        *("январы", "февралы", "марты", "апрели", "майы", "июну"),
        *("июлу", "августу", "сентябры", "октябры", "ноябры", "декабры"),
    ),
    "ru": (
        *("января", "февраля", "марта", "апреля", "мая", "июня"),
        *("июля", "августа", "сентября", "октября", "ноября", "декабря"),
    ),
    "en": (
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
}


def _cyrillic_stems(may: str) -> tuple[str, ...]:
    return tuple(may if name == "мая" else name[:-1] for name in NAMES["ru"])


# In Kyrgyz «маек» is a talk.
STEMS = {"ky": _cyrillic_stems("ма[йя]"), "ru": _cyrillic_stems("ма[йяею]"), "en": NAMES["en"]}


def any_month(language: str) -> str:
    """A pattern for the stem of any month."""
    return f"(?:{'|'.join(STEMS[language])})"


def month_number(word: str, language: str) -> int:
    """The number of the month whose stem a word begins with."""
    return next(number for number, stem in enumerate(STEMS[language], 1) if re.match(stem, word, re.IGNORECASE))
