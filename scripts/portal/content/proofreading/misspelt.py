"""Names that are nearly those of the glossary: misspelt, half translated, their words in another order."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from portal.content.glossary import WORD, Name
from portal.content.markdown.prose import Passage
from portal.content.proofreading.finding import Finding
from portal.content.proofreading.name_book import Book, Likes

ALIKE = 0.78
STOP = re.compile(r"[.;!?\n\0]")


def altered(passage: Passage, book: Book) -> Iterator[Finding]:
    """Names of this language that are not as the glossary has them."""
    written = WORD.findall(passage.text)
    candidates = list(_candidates(written, passage.language, book))
    words = list(WORD.finditer(passage.text)) if candidates else []
    for at, name in candidates:
        size = len(name.words)
        begin, end = words[at].start(), words[at + size - 1].end()
        window = written[at : at + size]
        if not STOP.search(passage.text[begin:end].replace("\n", " ")):
            only_case = [word.lower() for word in window[:-1]] == [word.lower() for word in name.words[:-1]]
            values = {"found": " ".join(passage.text[begin:end].split()), "expected": name.core}
            yield Finding(begin, end, "name-form", None, values, warning=only_case and size < 3)


def _candidates(written: Sequence[str], language: str, book: Book) -> Iterator[tuple[int, Name]]:
    """Where a name may be meant but is not written: its words one after another, or those of a name of three in any order."""
    proper = book.proper[language]
    known = book.likes[language]
    likes = [found if (found := known.get(word)) is not None else _learn(word, language, book) for word in written]
    for at in (at for at, liked in enumerate(likes[:-1]) if liked.begins):
        for number, place in likes[at].begins:
            end = at + len(proper[number].words)
            if number not in likes[at + 1].names or end > len(likes) or number not in likes[end - 1].names:
                continue
            key = (number, *written[at:end])
            if key not in book.right[language] and _is_meant(number, place, likes[at:end]):
                if _right(written[at:end], proper[number]):
                    book.right[language].add(key)
                elif end > at + 2 or not written[at].islower():
                    yield at, proper[number]


def _is_meant(number: int, place: int, following: Sequence[Likes]) -> bool:
    """Whether words stand for those of a name one after another, or those of three in any order."""
    if (
        place == 0
        and (number, 1) in following[1].all
        and all((number, step) in found.all for step, found in enumerate(following))
    ):
        return True
    return len(following) == 3 and _in_any_order(number, place, following)


def _in_any_order(number: int, place: int, following: Sequence[Likes]) -> bool:
    """Whether three words stand for the three of a name, each for another one."""
    others = {step for step in range(3) if step != place}
    second, third = ({step for step in others if (number, step) in found.all} for found in following[1:])
    return bool(second) and bool(third) and second | third == others


def _learn(word: str, language: str, book: Book) -> Likes:
    """What a word may stand for; kept for the next time."""
    small = word.lower()
    proper = book.proper[language]
    parts = book.parts[language]
    near = parts.get(small[:1], set()) | parts.get(small[1:3], set())
    found = [(number, place) for number, place in sorted(near) if _similar(small, proper[number].small[place])]
    begins = tuple((number, place) for number, place in found if place == 0 or len(proper[number].words) == 3)
    book.likes[language][word] = likes = Likes(begins, frozenset(number for number, _ in found), frozenset(found))
    return likes


def _right(written: Sequence[str], name: Name) -> bool:
    """Whether the words are those of the name, endings aside; a capital at the beginning is as good as none."""
    first, rest = (written[0][0].lower() + written[0][1:], name.words[0][0].lower() + name.words[0][1:])
    pairs = [(first, rest), *zip(written[1:], name.words[1:], strict=True)]
    return all(
        _is_form(word, right, name.language, last=at == len(pairs) - 1) for at, (word, right) in enumerate(pairs)
    )


def _is_form(word: str, right: str, language: str, last: bool) -> bool:
    """Whether a word is a form of the right one: Russian declines each word of a name, Kyrgyz the last."""
    if language == "ru":
        return word.startswith(re.sub(r"[аеёиоуыэюяйь]{1,2}$", "", right) or right)
    acronym = right[1:].isupper()
    return word.startswith(re.sub(r"[кп]$", "", right)) if last or acronym else word == right


def _similar(one: str, other: str) -> bool:
    if one == other:
        return True
    if len(one) > 2 * len(other) + 12:
        return False
    if len(one) < ALIKE / (2 - ALIKE) * len(other):
        return False
    cut = one[: max(len(other), 3)]
    return max(_ratio(one, other), _ratio(cut, other)) >= ALIKE


def _ratio(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()
