"""What proofreading finds, and the rules that find it."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from portal.content.markdown.prose import HIDDEN, Passage
from portal.languages import LANGUAGES

CONTEXT = 24
LONGEST = 120


@dataclass(frozen=True)
class Finding:
    """The text from `begin` to `end` of a passage: `fix` safely replaces it, or a person is told of it by `rule`."""

    begin: int
    end: int
    rule: str = ""
    values: Mapping[str, object] = field(default_factory=dict)
    warning: bool = False
    fix: str | None = None


Find = Callable[[Passage], Iterable[Finding]]
Judge = Callable[[Passage, re.Match[str]], Finding | None]


@dataclass(frozen=True)
class Rule:
    """What `find` finds in passages of some languages.

    To be quick, it passes over passages without `text`, or without any of the characters of one of the `needs`.
    """

    find: Find
    needs: tuple[frozenset[str], ...] = ()
    text: str = ""
    languages: tuple[str, ...] = LANGUAGES

    def concerns(self, text: str, characters: frozenset[str]) -> bool:
        return self.text in text and not any(map(characters.isdisjoint, self.needs))


def rule(*needs: frozenset[str], text: str = "", languages: tuple[str, ...] = LANGUAGES) -> Callable[[Find], Rule]:
    """Make a rule of a function from a passage to its findings."""
    return lambda find: Rule(find, needs, text, languages)


def match_rule(
    pattern: re.Pattern[str], *needs: frozenset[str], text: str = "", languages: tuple[str, ...] = LANGUAGES
) -> Callable[[Judge], Rule]:
    """Make a rule of a function that judges one match of a pattern."""

    def make(judge: Judge) -> Rule:
        def find(passage: Passage) -> list[Finding]:
            found = [judge(passage, match) for match in pattern.finditer(passage.text)]
            return [finding for finding in found if finding] if found else []

        return Rule(find, needs, text, languages)

    return make


def around(text: str, begin: int, end: int) -> str:
    """The words around a place, complete and on one line, hidden characters left out."""
    end = min(end, begin + LONGEST)
    first = max(text.rfind(" ", 0, max(begin - CONTEXT, 0)) + 1, 0)
    last = text.find(" ", min(end + CONTEXT, len(text)))
    cut = text[first : last if last >= 0 else len(text)]
    return (("… " if first else "") + " ".join(cut.replace(HIDDEN, "").split()) + (" …" if last >= 0 else "")).strip()
