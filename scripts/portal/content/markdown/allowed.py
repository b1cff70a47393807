"""All that a page may hold: what authors may write in braces and fences, and the HTML that our Markdown makes."""

import re
from collections.abc import Mapping

from portal.addresses import ID

LANGUAGE = r"[a-z]{2,3}"
ATTRIBUTE_LIST = re.compile(rf"(?:[ ]*(?:(?:#|id=)[^\s\"'#.=<>]+|lang=([\"']?){LANGUAGE}\1)(?=[ ]|$))+[ ]*")
FENCE_INFO = re.compile(r"(?:[a-z0-9+#-]{1,20})?")
"""The language of a sample, in one word."""

NOTES = "attention|caution|danger|error|hint|important|note|tip|warning"
ALIGNED = {"align": "left|right|center"}
OWN_ADDRESS = r"(?!//)[^\s:\\/?#]*(?:[/?#][^\s\\]*)?"
ADDRESS = rf"(?i:https?://|mailto:|tel:)[^\s\\]+|{OWN_ADDRESS}"
ANYWHERE = {"id": ID, "lang": LANGUAGE}
WORDS = r"(?s:.*)"
PLAIN = "h2 h3 h4 h5 h6 ul blockquote hr dl dt dd table thead tbody tr em strong code pre br"
ELEMENTS: Mapping[str, Mapping[str, str]] = {
    **{tag: {} for tag in PLAIN.split()},
    "th": ALIGNED,
    "td": ALIGNED,
    "p": {"class": "admonition-title"},
    "ol": {"start": r"\d{1,9}"},
    "li": {"id": rf"{ID}|fn:\S+"},
    "sup": {"id": r"fnref\d*:\S+"},
    "div": {"class": rf"admonition (?:{NOTES})|highlight|footnote"},
    "span": {"class": r"[a-z][a-z0-9]{0,2}"},
    "a": {"href": ADDRESS, "title": WORDS, "class": "footnote-(?:ref|backref)"},
    "img": {"src": OWN_ADDRESS, "alt": WORDS, "title": WORDS},
    "abbr": {"title": WORDS},
}
"""The elements, and what each of their attributes may be."""


def is_allowed(tag: str, attribute: str, value: str) -> bool:
    pattern = ELEMENTS[tag].get(attribute) or ANYWHERE.get(attribute)
    return pattern is not None and re.fullmatch(pattern, value) is not None
