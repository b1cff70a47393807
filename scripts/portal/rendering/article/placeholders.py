"""Placeholders for ids that a page no longer has, or not yet in this language, so that links to them still work."""

import html
from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import escape
from selectolax.lexbor import LexborHTMLParser, LexborNode

from portal.addresses import Address, page_url, relative_url
from portal.content.permalinks.redirects_file import Gone
from portal.content.permalinks.resolver import Permalinks
from portal.languages import ORIGINAL
from portal.rendering.article.elements import body_of, new_element
from portal.rendering.gone_note import gone_note
from portal.rendering.page_view import PageView
from portal.wording.phrases import phrase


@dataclass(frozen=True)
class ArticleText:
    """The text of a page as HTML, and the page that shows it."""

    article: LexborHTMLParser
    view: PageView

    @property
    def permalinks(self) -> Permalinks:
        return self.view.edition.permalinks

    def element(self, name: str) -> LexborNode | None:
        return self.article.css_first(f'[id="{name}"]')

    def append(self, node: LexborNode) -> None:
        """Put a node at the end of the text, before its footnotes."""
        notes = self.article.css_first("div.footnote")
        notes.insert_before(node) if notes else body_of(self.article).insert_child(node)

    def line(self, name: str, message: str, link: str) -> LexborNode:
        """A paragraph with an id that says what happened and links onward."""
        attributes = {"id": name, "class": "section-elsewhere", "lang": self.view.language, "data-search-skip": ""}
        return new_element(self.article, "p", attributes, f"{escape(message)} {link}")

    def link(self, target: Address, language: str) -> str:
        """A link to a live address in a language, with its title."""
        title, title_language = self.permalinks.title(target, language)
        url = relative_url(page_url(target.path, language), self.view.url) + target.fragment
        foreign = f' lang="{title_language}"' if title_language != self.view.language else ""
        return f'<a href="{url}" hreflang="{language}"{foreign}>{html.escape(title)}</a>'


def add_placeholders(article: LexborHTMLParser, view: PageView) -> None:
    """Add a line for each section that is not translated or left the page, and an anchor where one was renamed."""
    text = ArticleText(article, view)
    _add_untranslated(text)
    for name, found in former_addresses(text.permalinks, view.path):
        if text.element(name):
            continue  # A translation may still have a section that its original lost.
        if isinstance(found, Address) and found.path == view.path:
            _add_anchor(text, name, found.id)
        else:
            text.append(_elsewhere(text, name, found))


def _add_untranslated(text: ArticleText) -> None:
    """Add a line for each untranslated section before the next section that is there, or at the end."""
    ids = {node.attributes["id"] for node in text.article.css("[id]")}
    language, following = text.view.language, None
    for anchor in reversed(text.view.edition.originals[text.view.path].anchors):
        if anchor.id not in ids:
            link = text.link(Address(text.view.path, anchor.id), ORIGINAL)
            line = text.line(anchor.id, phrase("section_untranslated", language), link)
            place = text.element(following) if following else None
            # The line is inserted as a copy: the next one has to look it up again.
            place.insert_before(line) if place else text.append(line)
        following = anchor.id


def former_addresses(permalinks: Permalinks, path: str) -> Iterator[tuple[str, Address | Gone]]:
    """The ids that were published on a page and are no longer on it, and where they lead now."""
    for name in permalinks.by_page.get(path, ()):
        address = Address(path, name)
        if address not in permalinks.live and (found := permalinks.resolve(address)):
            yield name, found


def _add_anchor(text: ArticleText, name: str, beside: str) -> None:
    anchor = new_element(text.article, "span", {"id": name})
    place = text.element(beside) if beside else body_of(text.article).child
    place.insert_before(anchor) if place else text.append(anchor)


def _elsewhere(text: ArticleText, name: str, found: Address | Gone) -> LexborNode:
    language = text.view.language
    if isinstance(found, Address):
        return text.line(name, phrase("section_moved", language), text.link(found, language))
    return text.line(name, gone_note(found, language), text.link(found.alternative, language))
