"""Where a line may not end: within years, dates, ordinals and initials, and before a dash.

A no-break space and an element around what has a hyphen leave search, copying and "find in page" as they are; a word
joiner would be copied, and browsers do not find a no-break hyphen by a hyphen.
"""

import re
from collections.abc import Sequence

from markupsafe import Markup

from portal.wording.months import NAMES

NO_BREAK_SPACE = "\u00a0"
CAPITAL = "[A-ZА-ЯЁӨҮҢ]"
MONTHS = (*NAMES["ru"], *NAMES["en"])
AFTER_MONTH = "|".join(f"(?<={month})" for month in MONTHS)
SPACES = re.compile(
    r"(?=\s)(?:"
    r"\s+(?=[–—](?:\s|$))"  # стратегия — максат
    rf"|(?<=\d)\s+(?=(?:{'|'.join(MONTHS)}|гг?\.|год))"  # 9 марта, 9 March; 2020 г., 2020–2025 годы
    rf"|(?:{AFTER_MONTH})\s+(?=\d{{4}}(?!\d))"  # марта 2020, March 2020
    r"|(?<=-жылдын)\s+(?=\d{1,2}-)"  # 2020-жылдын 9-марты
    r"|(?<=[№§])\s+(?=\d)"
    rf"|(?<=(?<!\w){CAPITAL}\.)\s+(?={CAPITAL})"  # О. Алманбетов
    r")"
)
JOINED = re.compile(r"(?<![\w/.:#–-])((?:\d+|[IVX]+)(?:[–-]\w+)+)(?![\w/–-])")
"""2020–2025-жылдарга, 20-летнюю, 1-абзац; not what stands in an address."""
MAY_MATTER = re.compile(rf"[\d–—]|[IVX]-|{CAPITAL}\.")


def break_apart(text: str) -> Sequence[str]:
    """The text in pieces, by turns free to break and to be kept on one line, with spaces that do not break."""
    return JOINED.split(SPACES.sub(NO_BREAK_SPACE, text)) if MAY_MATTER.search(text) else (text,)


def no_break(text: str) -> Markup:
    """The escaped text, to be shown in an element."""
    free, *others = break_apart(text)
    kept = (Markup('<span class="nowrap">{}</span>{}').format(*pair) for pair in zip(*[iter(others)] * 2, strict=True))
    return Markup.escape(free) + Markup("").join(kept)
