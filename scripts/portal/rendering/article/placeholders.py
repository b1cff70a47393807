"""Places for ids that a page no longer has, or not yet in this language, so that every link to them lands somewhere."""

import html
from collections.abc import Iterator
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, LexborNode

from portal.addresses import Address, page_url, relative_url
from portal.content.permalinks.redirects_file import Gone
from portal.content.permalinks.resolver import Permalinks
from portal.languages import ORIGINAL
from portal.rendering.page_view import PageView
from portal.wording.catalogue import word
from portal.wording.dates import in_words


@dataclass(frozen=True)
class ArticleText:
    """The text of a page as HTML, and the page that it is shown on."""

    article: LexborHTMLParser
    view: PageView

    @property
    def permalinks(self) -> Permalinks:
        return self.view.edition.permalinks

    def at(self, name: str) -> LexborNode | None:
        """The element with an id."""
        return self.article.css_first(f'[id="{name}"]')

    def append(self, node: LexborNode) -> None:
        """Put a node at the end of the text, whose footnotes stay last."""
        notes = self.article.css_first("div.footnote")
        notes.insert_before(node) if notes else body_of(self.article).insert_child(node)

    def line(self, name: str, message: str, link: str) -> LexborNode:
        """A paragraph with an id that says what happened and links onward."""
        line = self.article.create_node("p")
        line.attrs["id"], line.attrs["class"], line.attrs["lang"] = name, "section-elsewhere", self.view.language
        line.attrs["data-search-skip"] = ""
        line.inner_html = f"{html.escape(message)} {link}"
        return line

    def link(self, target: Address, language: str) -> str:
        """A link to a living address in a language, named by its title."""
        title, title_language = self.permalinks.title(target, language)
        way = relative_url(page_url(target.path, language), self.view.url) + target.fragment
        foreign = f' lang="{title_language}"' if title_language != self.view.language else ""
        return f'<a href="{way}" hreflang="{language}"{foreign}>{html.escape(title)}</a>'


def add_placeholders(article: LexborHTMLParser, view: PageView) -> None:
    """Put into the text of a page what links to it need.

    That is a line for each section that is not translated yet, where it will be; an empty anchor where a section was
    renamed; and at the end a line for each section that left the page.
    """
    text = ArticleText(article, view)
    _add_untranslated(text)
    for name, found in _former(text.permalinks, view.path):
        if isinstance(found, Address) and found.path == view.path:
            _add_anchor(text, name, found.id)
        else:
            text.append(_elsewhere(text, name, found))


def body_of(article: LexborHTMLParser) -> LexborNode:
    """The body, which the parser gives to every document."""
    if article.body is None:
        raise ValueError("an HTML document without a body")
    return article.body


def _add_untranslated(text: ArticleText) -> None:
    """A line before the next section that is there, or at the end: after all that belongs to the nearest earlier one."""
    ids = {node.attributes["id"] for node in text.article.css("[id]")}
    language, following = text.view.language, None
    for anchor in reversed(text.view.edition.originals[text.view.path].anchors):
        if anchor.id not in ids:
            link = text.link(Address(text.view.path, anchor.id), ORIGINAL)
            line = text.line(anchor.id, word("section_untranslated", language), link)
            place = text.at(following) if following else None
            place.insert_before(line) if place else text.append(line)  # a copy of the line, to be looked up anew
        following = anchor.id


def _former(permalinks: Permalinks, path: str) -> Iterator[tuple[str, Address | Gone]]:
    """The ids that were published on a page and are not on it any more, and where they lead; lost ones are a problem."""
    for name in permalinks.by_page.get(path, ()):
        address = Address(path, name)
        if address not in permalinks.live and (found := permalinks.resolve(address)):
            yield name, found


def _add_anchor(text: ArticleText, name: str, beside: str) -> None:
    anchor = text.article.create_node("span")
    anchor.attrs["id"] = name
    place = text.at(beside) if beside else body_of(text.article).child
    place.insert_before(anchor) if place else text.append(anchor)


def _elsewhere(text: ArticleText, name: str, found: Address | Gone) -> LexborNode:
    language = text.view.language
    if isinstance(found, Address):
        return text.line(name, word("section_moved", language), text.link(found, language))
    message = word("section_gone", language, date=in_words(found.since, language), why=found.reason[language])
    return text.line(name, message, text.link(found.alternative, language))
