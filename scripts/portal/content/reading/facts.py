"""What a text of the front matter or of records/ may hold: words in one line's length, no markup, nothing unseen."""

from collections.abc import Mapping

from portal.content.markdown.unseen import unseen_sign

LONGEST = {"title": 300, "changes": 300}
LONGEST_TEXT = 600


def fact_fault(key: str, text: str) -> tuple[str, Mapping[str, object]] | None:
    """The rule that a decoded text breaks, with the values of its message."""
    most = LONGEST.get(key, LONGEST_TEXT)
    if len(text) > most:
        return "fact-long", {"key": key, "length": len(text), "most": most}
    if sign := unseen_sign(text):
        return "fact-unseen", {"key": key, "sign": sign}
    return ("fact-markup", {"key": key}) if "<" in text else None
