"""The text of a page after Markdown, completed for readers."""

from urllib.parse import urljoin

from markupsafe import escape
from selectolax.lexbor import LexborHTMLParser

from portal.addresses import page_url, relative_url
from portal.content.glossary import GLOSSARY, read_terms
from portal.languages import ORIGINAL
from portal.rendering.article import glossary_links, placeholders
from portal.rendering.article.assets import complete_links, wrap_pictures
from portal.rendering.article.elements import body_of, new_element
from portal.rendering.article.headings import complete_headings
from portal.rendering.article.line_breaks import keep_together
from portal.rendering.article.term_places import add_places
from portal.rendering.page_view import PageView
from portal.wording.phrases import phrase


def render_article(html: str, view: PageView) -> str:
    """The HTML of an article with numbered sections, permalinks, glossary links, placeholders and notes for print."""
    article = LexborHTMLParser(html)
    wrap_tables(article, view.language)
    wrap_pictures(article, view)
    complete_links(article, view)
    name_footnotes(article, view.language)
    note_links(article, view.site.site_url + view.url, view.language)
    if view.path != GLOSSARY and (ORIGINAL, GLOSSARY) in view.edition.pages:
        terms = read_terms(view.edition.shown(GLOSSARY, view.text_language))
        glossary_links.link_terms(article, terms, relative_url(page_url(GLOSSARY, view.language), view.url))
    placeholders.add_placeholders(article, view)
    keep_together(article)
    if view.path == GLOSSARY:
        add_places(article, view)
    complete_headings(article, view)
    return body_of(article).inner_html or ""


def wrap_tables(article: LexborHTMLParser, language: str) -> None:
    """Put each table into a region that scrolls on its own, with the keyboard too, so that the page never does."""
    for number, table in enumerate(article.css("table"), 1):
        name = f"{phrase('table', language)} {number}"
        attributes = {"class": "table-scroll", "role": "region", "tabindex": "0", "aria-label": name}
        table.replace_with(new_element(article, "div", attributes, table.html or ""))


def name_footnotes(article: LexborHTMLParser, language: str) -> None:
    """Name the links that lead back from footnotes in the reader's language; Python-Markdown has English alone."""
    for link in article.css("a.footnote-backref"):
        link.attrs["title"] = phrase("footnote_back", language)


def note_links(article: LexborHTMLParser, address: str, language: str) -> None:
    """Number the links to other pages and list their full addresses at the end, both only in print."""
    notes: dict[str, int] = {}
    for link in article.css("a[href]"):
        target = link.attributes["href"] or ""
        if not target.startswith("#"):
            number = notes.setdefault(urljoin(address, target), len(notes) + 1)
            attributes = {"class": "print-only", "data-search-skip": ""}
            link.insert_after(new_element(article, "sup", attributes, f"[{number}]"))
    if notes:
        items = "".join(f"<li>{escape(target)}</li>" for target in notes)
        html = f"<p>{phrase('links', language)}</p><ol>{items}</ol>"
        body_of(article).insert_child(new_element(article, "aside", {"class": "print-only printed-links"}, html))
