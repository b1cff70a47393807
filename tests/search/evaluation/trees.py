"""Evaluation on a treebank: sentences as records, queries made of its nouns, its lemmas as the truth about endings."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from portal.publication.search.documents import SearchDocument
from portal.publication.search.stemmer import stem_kyrgyz
from search.evaluation.queries import Query

NOUNS = frozenset({"NOUN", "PROPN"})
CONTENT = NOUNS | {"VERB", "ADJ", "ADV"}
SAMPLE = 320
RUSSIAN_KEYBOARD = str.maketrans("өүң", "оун")
LATIN = str.maketrans(
    dict(zip("абвгдежзийклмнопрстуфхыэөүң", "abvgdejziyklmnoprstufhyeoun", strict=True))
) | str.maketrans({"ё": "yo", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "sch", "ю": "yu", "я": "ya", "ь": "", "ъ": ""})


@dataclass(frozen=True)
class Token:
    """A word of a sentence: form, lemma, part of speech."""

    form: str
    lemma: str
    part: str


Sentence = tuple[Token, ...]


def read(file: Path) -> list[Sentence]:
    """The sentences of a CoNLL-U file."""
    blocks = file.read_text(encoding="utf-8").split("\n\n")
    return [sentence for block in blocks if (sentence := tuple(_tokens(block)))]


def _tokens(block: str) -> Iterator[Token]:
    for line in block.splitlines():
        columns = line.split("\t")
        if columns[0].isdigit():
            yield Token(columns[1], columns[2].lower(), columns[3])


def records(sentences: Iterable[Sentence]) -> list[SearchDocument]:
    """A record a sentence."""
    return [
        SearchDocument("ky", f"{number}/", "", "", " ".join(token.form for token in sentence), "")
        for number, sentence in enumerate(sentences)
    ]


def queries(sentences: Sequence[Sentence]) -> list[Query]:
    """Queries for a fixed sample of nouns, each in several sentences: as the lemma, inflected, without ө ү ң, in Latin, with a slip."""
    forms: dict[str, set[str]] = defaultdict(set)
    places: dict[str, set[str]] = defaultdict(set)
    for number, sentence in enumerate(sentences):
        for token in sentence:
            places[token.lemma].add(f"{number}/")
            if token.part in NOUNS:
                forms[token.lemma].add(token.form.lower())
    chosen = [lemma for lemma in forms if lemma.isalpha() and len(lemma) > 2 and len(places[lemma]) > 1]
    return [
        query for lemma in sorted(chosen, key=_mixed)[:SAMPLE] for query in _asked(lemma, forms[lemma], places[lemma])
    ]


def _asked(lemma: str, forms: set[str], places: set[str]) -> Iterator[Query]:
    def is_answer(record: SearchDocument) -> bool:
        return record.address in places

    other = min((form for form in forms - {lemma} if form.isalpha()), key=_mixed, default=lemma)
    yield Query("noun, lemma", "ky", lemma, is_answer)
    yield Query("noun, inflected", "ky", other, is_answer)
    if other != (plain := other.translate(RUSSIAN_KEYBOARD)):
        yield Query("noun, Russian keyboard", "ky", plain, is_answer)
    yield Query("noun, Latin", "ky", other.translate(LATIN), is_answer)
    if len(other) > 5:
        at = 2 + int(_mixed(other)[:4], 16) % (len(other) - 4)
        yield Query("noun, typo", "ky", other[:at] + other[at + 1] + other[at] + other[at + 2 :], is_answer)


def conflation(sentences: Iterable[Sentence], key: Callable[[str], Hashable] = stem_kyrgyz) -> str:
    """B-cubed over distinct alphabetic forms in small letters, the last lemma of a form taken as the truth."""
    sentences = list(sentences)
    lines = [f"{'':<16}{'forms':>6}{'recall':>8}{'precision':>11}"]
    for name, parts in (("nouns", NOUNS), ("content words", CONTENT)):
        lemmas = {
            token.form.lower(): token.lemma
            for sentence in sentences
            for token in sentence
            if token.form.isalpha() and token.part in parts
        }
        recall, precision = b_cubed(lemmas, {form: key(form) for form in lemmas})
        lines.append(f"{name:<16}{len(lemmas):>6}{recall:>8.3f}{precision:>11.3f}")
    return "\n".join(lines)


def b_cubed(truth: Mapping[str, Hashable], guess: Mapping[str, Hashable]) -> tuple[float, float]:
    """Recall and precision: of those alike in truth, or in the guess, how many are alike in both, on average over members."""
    right, guessed = _groups(truth), _groups(guess)
    pairs = [(right[truth[form]], guessed[guess[form]]) for form in truth]
    return (
        sum(len(one & other) / len(one) for one, other in pairs) / len(pairs),
        sum(len(one & other) / len(other) for one, other in pairs) / len(pairs),
    )


def _groups(keys: Mapping[str, Hashable]) -> Mapping[Hashable, set[str]]:
    groups: dict[Hashable, set[str]] = defaultdict(set)
    for form, key in keys.items():
        groups[key].add(form)
    return groups


def _mixed(word: str) -> str:
    """A fixed shuffling of words."""
    return sha256(word.encode()).hexdigest()
