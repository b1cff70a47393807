"""Signs that nobody sees, which hide words, turn them around or make two texts look alike."""

import re

FILLERS = (
    "\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\ufe00-\ufe0d\uffa0\ufff0-\ufffb"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
"""Fillers, variation selectors and tags, for a character class."""
EMOJI = "#*0-9\u00a9\u00ae\u203c\u2049\u2122\u2139\u2190-\u2bff\u3030\u303d\u3297\u3299\U0001f000-\U0001faff"
"""What the variation selector and the joiner of emoji may follow."""
ALWAYS = (
    "\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u200b\u200c\u200e\u200f\u2028-\u202e\u2060-\u206f\ud800-\uf8ff\ufeff"
    f"\U000f0000-\U0010ffff{FILLERS}"
)
UNSEEN = re.compile(f"[{ALWAYS}]|(?<![{EMOJI}])[\ufe0e\ufe0f]|(?<![{EMOJI}\ufe0f])\u200d|\u200d(?![{EMOJI}])")
LIKELY = re.compile(f"[{ALWAYS}\ufe0e\ufe0f\u200d]")
"""What every match has: one class of characters is looked for much faster than the alternatives."""


def unseen_sign(text: str) -> str | None:
    """The first such sign of a text, as "U+202E"."""
    found = UNSEEN.search(text) if LIKELY.search(text) else None
    return f"U+{ord(found[0]):04X}" if found else None
