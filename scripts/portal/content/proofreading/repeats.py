"""What is written twice: words, and whole paragraphs that came along with a copied text."""

import re
from collections.abc import Iterator, Sequence

from portal.content.markdown.prose import HIDDEN, Passage
from portal.content.proofreading.finding import Finding

TWICE = re.compile(r"(?<![\w\-’])([^\W\d_]{2,})((?:[ \u00a0]+|[ \u00a0]*\n)\1)(?![\w\-’])", re.IGNORECASE)
# Words that are never said twice; other words may be, as Kyrgyz does («бара бара», «көп көп»).
NEVER = {
    "ky": frozenset(
        "жана менен үчүн боюнча болуп катары карата тарабынан же бирок ошондуктан ал бул деп дагы эле союзу союзунун".split()
    ),
    "ru": frozenset("и в на с по для не от о об к из за до при как или но а был была были это союз союза".split()),
    "en": frozenset("the a an of to in for and on with by is was are were be at from as or it its".split()),
}
# Before жана a comma parts clauses, never two names of one row.
NOMINAL = re.compile(r"\b\w*(?:[лдт][аеоө]р(?:[ыиуү])?|[нтд][ыиуү]н),(?=[ \u00a0\n]+жана\b)")
LONG = 60


def words(passage: Passage) -> Iterator[Finding]:
    """A word twice in a row: an error where it cannot be meant, else a question."""
    row = passage.text.lower().split()
    # Most passages have no word that begins with the one before it.
    for found in TWICE.finditer(passage.text) if any(map(str.startswith, row[1:], row)) else ():
        sure = found[1].lower() in NEVER[passage.language]
        if sure or (passage.language != "ky" and found[1].lower() not in ("that", "had", "едва")):
            yield Finding(*found.span(), "word-twice", None, {"word": found[1]}, warning=not sure)
        elif not re.search(r"(?:[аеоөыиуүйп])$", found[1].lower()):
            yield Finding(*found.span(), "word-twice", None, {"word": found[1]}, warning=True)


def commas(passage: Passage) -> Iterator[Finding]:
    """A comma before жана that joins two members of one row."""
    if passage.language == "ky" and ", жана" in passage.text.replace("\n", " ").replace("\u00a0", " "):
        for found in NOMINAL.finditer(passage.text):
            yield Finding(found.start(), found.end(), "comma-and", None, {"found": found[0]}, warning=True)


def paragraphs(passages: Sequence[Passage]) -> Iterator[tuple[Passage, Finding]]:
    """Paragraphs of one page that say the same, letter for letter; the first is left in peace."""
    first: dict[str, int] = {}
    for passage in passages:
        if len(passage.text) < LONG or passage.kind not in ("title", "text", "heading"):
            continue
        plain = " ".join(passage.text.replace(HIDDEN, " ").split())
        if len(plain) < LONG:
            continue
        if plain in first:
            yield (
                passage,
                Finding(
                    0, len(passage.text), "paragraph-twice", None, {"first": first[plain], "words": plain[:60] + "…"}
                ),
            )
        first.setdefault(plain, passage.line)
