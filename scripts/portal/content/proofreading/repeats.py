"""What is written twice: words, and whole paragraphs that came along with a copied text."""

import re
from collections.abc import Iterator, Sequence

from portal.content.markdown.prose import HIDDEN, Passage
from portal.content.proofreading.finding import Finding, match_rule, rule
from portal.wording.phrases import read_language_file

TWICE = re.compile(r"(?<![\w\-’])([^\W\d_]{2,})((?:[ \u00a0]+|[ \u00a0]*\n)\1)(?![\w\-’])", re.IGNORECASE)
# A verb form or a noun in Kyrgyz that ends so is often said twice: «бара бара», «көп көп».
OFTEN_REPEATED = re.compile(r"[аеоөыиуүйп]$")
# Before жана a comma separates clauses, never two nouns of one list.
COMMA = re.compile(r",(?:(?<=[лдт][аеоө]р,)|(?<=[лдт][аеоө]р[ыиуү],)|(?<=[нтд][ыиуү]н,))(?=[ \u00a0\n]+жана\b)")
LAST_WORD = re.compile(r"\w*,$")
LONG = 60


@rule()
def repeated_words(passage: Passage) -> Iterator[Finding]:
    """A word twice in a row: an error where it cannot be meant, else a question."""
    row = passage.text.lower().split()
    # Most passages have no word that begins with the one before it.
    for found in TWICE.finditer(passage.text) if any(map(str.startswith, row[1:], row)) else ():
        word = found[1].lower()
        repeats = read_language_file("repeats.yml")[passage.language]
        is_error = word in repeats["never"]
        may_be_meant = word in repeats["allowed"] or (passage.language == "ky" and OFTEN_REPEATED.search(word))
        if is_error or not may_be_meant:
            name = "word-twice" if is_error else "word-repeated"
            yield Finding(*found.span(), name, {"word": found[1]}, warning=not is_error)


@match_rule(COMMA, text="жана", languages=("ky",))
def commas_before_and(passage: Passage, found: re.Match[str]) -> Finding:
    """A comma before жана that joins two nouns of one list."""
    word = LAST_WORD.search(passage.text[: found.end()])
    begin = word.start() if word else found.start()
    return Finding(begin, found.end(), "comma-and", {"found": passage.text[begin : found.end()]}, warning=True)


def repeated_paragraphs(passages: Sequence[Passage]) -> Iterator[tuple[Passage, Finding]]:
    """Paragraphs of one page that say the same, letter for letter, after the first of them."""
    first: dict[str, int] = {}
    for passage in passages:
        if len(passage.text) < LONG or passage.kind not in ("title", "text", "heading"):
            continue
        plain = " ".join(passage.text.replace(HIDDEN, " ").split())
        if plain in first:
            values = {"first": first[plain], "words": plain[:LONG] + "…"}
            yield passage, Finding(0, len(passage.text), "paragraph-twice", values)
        elif len(plain) >= LONG:
            first[plain] = passage.line
