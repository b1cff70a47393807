"""Places for ids that a page no longer has, or not yet in this language, so that every link to them lands somewhere."""

from __future__ import annotations

import html
from collections.abc import Iterator
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, LexborNode

from portal.addresses import ORIGINAL, page_url, relative_url
from portal.dates import in_words
from portal.permanence.address import Address
from portal.permanence.moves import End
from portal.permanence.record import Record
from portal.words import word


@dataclass(frozen=True)
class Text:
    """The text of a page as HTML, and the page and language it is shown on."""

    article: LexborHTMLParser
    record: Record
    path: str
    language: str

    def at(self, name: str) -> LexborNode | None:
        """The element with an id."""
        return self.article.css_first(f'[id="{name}"]')

    def append(self, node: LexborNode) -> None:
        """Put a node at the end of the text, whose footnotes stay last."""
        notes = self.article.css_first("div.footnote")
        notes.insert_before(node) if notes else self.article.body.insert_child(node)

    def line(self, name: str, said: str, link: str) -> LexborNode:
        """A paragraph with an id that says what happened and links onward."""
        line = self.article.create_node("p")
        line.attrs["id"], line.attrs["class"], line.attrs["lang"] = name, "section-elsewhere", self.language
        line.attrs["data-search-skip"] = ""
        line.inner_html = f"{html.escape(said)} {link}"
        return line

    def link(self, target: Address, language: str) -> str:
        """A link to a living address in a language, named by its title."""
        title, spoken = self.record.title(target, language)
        way = relative_url(page_url(target.path, language), page_url(self.path, self.language)) + target.fragment
        foreign = f' lang="{spoken}"' if spoken != self.language else ""
        return f'<a href="{way}" hreflang="{language}"{foreign}>{html.escape(title)}</a>'


def complete(article: LexborHTMLParser, record: Record, path: str, language: str) -> None:
    """Put into the text of a page what links to it need.

    That is a line for each section that is not translated yet, where it will stand; an empty anchor where a section was
    renamed; and at the end a line for each section that left the page.
    """
    text = Text(article, record, path, language)
    _untranslated(text)
    for name, found in _former(record, path):
        if isinstance(found, Address) and found.path == path:
            _anchor(text, name, found.id)
        else:
            text.append(_left(text, name, found))


def _untranslated(text: Text) -> None:
    """A line before the next section that is there, or at the end: after all that belongs to the nearest earlier one."""
    ids = {node.attributes["id"] for node in text.article.css("[id]")}
    following: str | None = None
    for anchor in reversed(text.record.pages[ORIGINAL, text.path].anchors):
        if anchor.id not in ids:
            link = text.link(Address(text.path, anchor.id), ORIGINAL)
            line = text.line(anchor.id, word("section_untranslated", text.language), link)
            place = text.at(following) if following else None
            place.insert_before(line) if place else text.append(line)  # a copy of the line, to be looked up anew
        following = anchor.id


def _former(record: Record, path: str) -> Iterator[tuple[str, Address | End]]:
    """The ids of a page that were published and are not on it any more, with where they lead; lost ones are told elsewhere."""
    for name in record.by_page.get(path, ()):
        address = Address(path, name)
        if address not in record.live and (found := record.destination(address)):
            yield name, found


def _anchor(text: Text, name: str, beside: str) -> None:
    anchor = text.article.create_node("span")
    anchor.attrs["id"] = name
    place = text.at(beside) if beside else text.article.body.child
    place.insert_before(anchor) if place else text.append(anchor)


def _left(text: Text, name: str, found: Address | End) -> LexborNode:
    if isinstance(found, Address):
        return text.line(name, word("section_moved", text.language), text.link(found, text.language))
    said = word("section_gone", text.language, date=in_words(found.since, text.language), why=found.why[text.language])
    return text.line(name, said, text.link(found.see, text.language))
