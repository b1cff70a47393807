"""What the HTML of a page depends on beside the program and its settings, as the texts by which it is kept."""

from collections.abc import Mapping, Sequence
from typing import Any

from portal.addresses import Address
from portal.content.glossary import GLOSSARY, read_terms
from portal.languages import LANGUAGES, ORIGINAL
from portal.rendering.article.placeholders import former_addresses
from portal.rendering.citation import cite
from portal.rendering.page_view import LanguageEdition, PageView
from portal.rendering.sources import PageReference

ANY = "\ue000"
"""Stands for a section; texts with such a sign are refused."""
OWN = ("chapter.html", "news-item.html")
"""The templates that show a page and, of others, nothing but what `page_context` gives them or the layout has."""


def article_of(view: PageView, targets: Sequence[object]) -> str:
    """Of the article, apart from the glossary's; `targets` is where its links and pictures lead."""
    edition, page = view.edition, view.shown
    terms = read_terms(edition.shown(GLOSSARY, page.language)) if (ORIGINAL, GLOSSARY) in edition.pages else None
    return repr(
        (
            page.digest,
            view.language,
            view.url,
            view.permalink(),
            view.chapter,
            cite(view, ANY),
            terms,
            targets,
            [edition.assets.get(page.resolve(target)) for target in page.body.targets],
            _elsewhere(view),
        )
    )


def _elsewhere(view: PageView) -> list[object]:
    """The sections that the page does not have, with the titles of what is shown in their place."""
    permalinks, ids = view.edition.permalinks, {anchor.id for anchor in view.shown.anchors}
    missing = [anchor.id for anchor in view.edition.originals[view.path].anchors if anchor.id not in ids]
    found: list[object] = [(name, permalinks.title(Address(view.path, name), ORIGINAL)) for name in missing]
    for name, target in former_addresses(permalinks, view.path):
        address = target if isinstance(target, Address) else target.alternative
        found.append((name, target, permalinks.title(address, view.language) if address in permalinks.live else ""))
    return found


def page_of(view: PageView, template: str, context: Mapping[str, Any], article: str, contents: object) -> str:
    """Of a page made from one of the templates in `OWN`, or of a list; `article` is what its article depends on."""
    shown = {name: _plain(value) for name, value in context.items() if name != "view"}
    earlier = [text.day for text in view.earlier_texts[:1]]
    own = (view.listed, view.file, view.page_date, view.parallel_url, earlier, article, contents)
    return repr((template, view.site.layout, own, shown))


def in_all_languages(site: LanguageEdition, path: str) -> list[str]:
    """Of what is said of a page in any language."""
    return [site.in_language(code).page(path).listed for code in LANGUAGES]


def _plain(value: object) -> object:
    if isinstance(value, PageView):
        return value.listed
    if isinstance(value, PageReference):
        return value.page.listed, value.paragraphs
    return [_plain(each) for each in value] if isinstance(value, list) else value
