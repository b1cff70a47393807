"""The text of a page after Markdown, dressed for readers."""

from urllib.parse import urljoin

from markupsafe import escape
from selectolax.lexbor import LexborHTMLParser, LexborNode

from portal.addresses import page_url, relative_url
from portal.content.glossary import GLOSSARY, read_terms
from portal.languages import ORIGINAL
from portal.rendering.article import glossary_links, placeholders
from portal.rendering.article.headings import dress_headings
from portal.rendering.article.placeholders import body_of
from portal.rendering.page_view import PageView
from portal.wording.catalogue import word


def render_article(html: str, view: PageView) -> str:
    """The article's HTML as readers need it.

    Sections are numbered and have their permalinks, links are listed for print, wide tables scroll by themselves,
    pictures have their words beside them, abbreviations lead to the glossary of the text's language, and a line is in
    the place of each section that readers may have been sent to and that is not there.
    """
    article = LexborHTMLParser(html)
    wrap_tables(article, view.language)
    wrap_pictures(article)
    note_links(article, view.site_url + view.url, view.language)
    if view.path != GLOSSARY and (ORIGINAL, GLOSSARY) in view.edition.pages:
        terms = read_terms(view.edition.shown(GLOSSARY, view.text_language))
        glossary_links.link_terms(article, terms, relative_url(page_url(GLOSSARY, view.language), view.url))
    placeholders.add_placeholders(article, view)
    dress_headings(article, view)
    return body_of(article).inner_html or ""


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
        body_of(article).insert_child(foot)
