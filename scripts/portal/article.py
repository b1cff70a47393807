"""The text of a page after Markdown, dressed for readers."""

from urllib.parse import urljoin

from markupsafe import escape
from selectolax.lexbor import LexborHTMLParser, LexborNode

from portal import glossary
from portal.addresses import ORIGINAL, page_url, relative_url
from portal.controls import Place, add_controls
from portal.edition import Edition
from portal.permanence import stubs
from portal.permanence.record import Record
from portal.words import word

SECTION_SIGN = "§"


def dress(html: str, edition: Edition, record: Record, path: str, language: str, site_url: str) -> str:
    """The article's HTML as readers need it: sections numbered and linked, links listed for print, wide tables in a
    region that scrolls, pictures with their words beside them, abbreviations linked to the glossary of the text's language,
    and a line in the place of each section that readers may have been sent to and that is not there."""
    article = LexborHTMLParser(html)
    wrap_tables(article, language)
    wrap_pictures(article)
    note_links(article, site_url + page_url(path, language), language)
    number_sections(article, edition.chapter_number(path), language)
    if path != glossary.PATH and (ORIGINAL, glossary.PATH) in edition.pages:
        words = edition.shown(glossary.PATH, edition.shown(path, language).language)
        address = relative_url(page_url(glossary.PATH, language), page_url(path, language))
        glossary.link_terms(article, glossary.terms(words), address)
    stubs.complete(article, record, path, language)
    add_controls(article, Place(site_url, edition, path, language))
    return article.body.inner_html or ""


def wrap_tables(article: LexborHTMLParser, language: str) -> None:
    """Put each table into a region that scrolls by itself, by keyboard too, so that the page never does."""
    for number, table in enumerate(article.css("table"), 1):
        name = f"{word('table', language)} {number}"
        _wrap(article, table, "div", {"class": "table-scroll", "role": "region", "tabindex": "0", "aria-label": name})


def wrap_pictures(article: LexborHTMLParser) -> None:
    """Keep the words of each picture beside it, for readers who have pictures turned off."""
    for picture in article.css("img"):
        _wrap(article, picture, "span", {"class": "picture", "data-alt": picture.attributes.get("alt") or ""})


def _wrap(article: LexborHTMLParser, node: LexborNode, tag: str, attributes: dict[str, str]) -> None:
    """Put a node into a new one; the new one is filled first, for what is inserted is a copy."""
    wrapper = article.create_node(tag)
    for name, value in attributes.items():
        wrapper.attrs[name] = value
    wrapper.inner_html = node.html or ""
    node.replace_with(wrapper)


def note_links(article: LexborHTMLParser, address: str, language: str) -> None:
    """Number the links to other pages and list their full addresses at the end, both for print alone."""
    notes: dict[str, int] = {}
    for link in article.css("a[href]"):
        target = link.attributes["href"] or ""
        if not target.startswith("#"):
            number = notes.setdefault(urljoin(address, target), len(notes) + 1)
            mark = article.create_node("sup")
            mark.attrs["class"], mark.attrs["data-search-skip"] = "print-only", ""
            mark.inner_html = f"[{number}]"
            link.insert_after(mark)
    if notes:
        items = "".join(f"<li>{escape(target)}</li>" for target in notes)
        foot = article.create_node("aside")
        foot.attrs["class"] = "print-only printed-links"
        foot.inner_html = f"<p>{word('links', language)}</p><ol>{items}</ol>"
        article.body.insert_child(foot)


def number_sections(article: LexborHTMLParser, chapter: int | None, language: str) -> None:
    """Put before each section title the link to it: its number in a chapter («2.1», «2.1.3»), else a section sign."""
    counts = [0] * 5
    for heading in article.css("h2[id], h3[id], h4[id], h5[id], h6[id]"):
        level = int((heading.tag or "h2")[1]) - 2
        counts = counts[:level] + [counts[level] + 1] + [0] * (4 - level)
        label = ".".join(map(str, [chapter, *counts[: level + 1]])) if chapter else SECTION_SIGN
        _link_section(article, heading, label, language)


def _link_section(article: LexborHTMLParser, heading: LexborNode, label: str, language: str) -> None:
    name = word("permalink", language, section=heading.text().strip())
    link = article.create_node("a")
    link.attrs["class"], link.attrs["href"], link.attrs["title"] = "section-number", f"#{heading.attributes['id']}", name
    if label == SECTION_SIGN:
        link.attrs["aria-label"] = name
    link.attrs["data-search-skip"] = ""
    link.inner_html = label
    first = heading.child
    first.insert_before(link)
    first.insert_before(" ")
