"""Where a term of the glossary occurs: a folded list below each entry, which stays short however much is written."""

from collections.abc import Iterator, Mapping
from itertools import islice
from urllib.parse import quote

from markupsafe import Markup
from selectolax.lexbor import LexborHTMLParser

from portal.addresses import Address, page_url, relative_url
from portal.content.glossary import official_names
from portal.languages import NAMES, ORIGINAL
from portal.rendering.article.elements import body_of, new_element
from portal.rendering.page_view import PageView
from portal.wording.phrases import phrase

MOST = 6
"""Places listed for a term; the search finds the others."""
SEARCH = "search"
ENDS = ("h2", "h3", "h4", "h5", "h6", "aside")
"""What comes after an entry: the next heading, or the list of links for print."""
LINK = Markup('<a href="{}" hreflang="{}"{}>{}</a>')
LANG = Markup(' lang="{}"')

Places = Mapping[Address, tuple[str, ...]]
"""The sections, and the languages in which they have the term."""


def add_places(article: LexborHTMLParser, view: PageView) -> None:
    """Add the list at the end of each entry."""
    entry = ""
    for element in [*body_of(article).iter(), None]:
        if element is None or element.tag in ENDS:
            if places := view.edition.concordance.get(entry):
                attributes = {"class": "term-places", "lang": view.language, "data-search-skip": ""}
                listed = new_element(article, "details", attributes, str(_list(view, entry, places)))
                element.insert_before(listed) if element else body_of(article).insert_child(listed)
            entry = (element and element.attributes.get("id")) or ""


def _list(view: PageView, entry: str, places: Places) -> Markup:
    summary = phrase("term_places", view.language, count=len(places))
    items = Markup("").join(
        Markup("<li>{}</li>").format(_place(view, *place)) for place in islice(places.items(), MOST)
    )
    return Markup("<summary>{}</summary><ul>{}</ul>{}").format(summary, items, _more(view, entry, len(places) - MOST))


def _place(view: PageView, address: Address, languages: tuple[str, ...]) -> Markup:
    """The titles of page and section, linked if the reader's language has the term there, then the other languages."""
    title = Markup(f" {phrase('dash', view.language)} ").join(_titles(view, address))
    own = _link(view, address, view.language, title) if view.language in languages else title
    others = (_link(view, address, code, NAMES[code]) for code in languages if code != view.language)
    return Markup(" · ").join([own, *others])


def _titles(view: PageView, address: Address) -> Iterator[Markup]:
    for part in dict.fromkeys((address.page, address)):
        title, language = view.edition.permalinks.title(part, view.language)
        lang = LANG.format(language) if language != view.language else ""
        yield Markup("<span{}>{}</span>").format(lang, title) if lang else Markup.escape(title)


def _link(view: PageView, address: Address, language: str, words: str) -> Markup:
    url = relative_url(page_url(address.path, language), view.url) + address.fragment
    return LINK.format(url, language, LANG.format(language) if language != view.language else "", words)


def _more(view: PageView, entry: str, count: int) -> Markup:
    """A link to the search for what is not listed."""
    if count < 1 or (ORIGINAL, SEARCH) not in view.edition.pages:
        return Markup("")
    name = official_names([view.shown]).get(entry, {}).get(view.text_language)
    if name is None:
        return Markup("")
    url = f"{relative_url(page_url(SEARCH, view.language), view.url)}?q={quote(name.forms[-1])}"
    words = phrase("term_more", view.language, count=count)
    return Markup("<p>{} {}</p>").format(words, LINK.format(url, view.language, "", phrase("search", view.language)))
