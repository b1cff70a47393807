"""What search engines read of a page beside its text: facts in the words of schema.org that the page itself says."""

from collections.abc import Iterator
from itertools import accumulate

from jinja2.utils import htmlsafe_json_dumps
from markupsafe import Markup

from portal.addresses import page_url
from portal.compact_json import compact_json
from portal.languages import LANGUAGES
from portal.rendering.page_view import PageView
from portal.rendering.share import card_of
from portal.wording.phrases import phrase

Thing = dict[str, object]
LOGO = "assets/icons/icon-512.png"
SEPARATORS = str.maketrans({"\u2028": r"\u2028", "\u2029": r"\u2029"})
"""Line ends in older scripts, though not in JSON."""


def structured_data(view: PageView) -> Markup:
    """The facts of a page as JSON."""
    return as_json({"@context": "https://schema.org", "@graph": list(_things(view))})


def as_json(facts: Thing) -> Markup:
    """JSON with no sign that could end the element it stands in."""
    return htmlsafe_json_dumps(facts, dumps=_dumps)


def _dumps(thing: object, **_: object) -> str:
    return compact_json(thing).translate(SEPARATORS)


def _things(view: PageView) -> Iterator[Thing]:
    if not view.path:
        yield _organization(view)
        yield _website(view)
        return
    yield _breadcrumbs(view)
    if view.date:
        yield _news_article(view)
    elif view.path == "strategy":
        yield _report(view)
    elif view.chapter:
        yield _chapter(view) | {"isPartOf": _named("Report", view.site.page("strategy"))}


def _organization(view: PageView) -> Thing:
    """The Union, by its names in all languages."""
    name, language = phrase("cite_union", view.language), view.language
    names = [phrase("union_short", language)]
    names += [phrase(key, code) for code in LANGUAGES if code != language for key in ("cite_union", "union_short")]
    return {
        "@type": "Organization",
        "name": name,
        "alternateName": names,
        "url": _url(view),
        "logo": view.site.site_url + LOGO,
    }


def _website(view: PageView) -> Thing:
    return {
        "@type": "WebSite",
        "name": phrase("union_short", view.language),
        "url": _url(view),
        "inLanguage": view.language,
        "publisher": _publisher(view),
    }


def _breadcrumbs(view: PageView) -> Thing:
    """The way from the home page down to this one."""
    above = accumulate(view.path.split("/")[:-1], "{}/{}".format)
    pages = view.site.pages(["", *above])
    items: list[Thing] = [
        {"@type": "ListItem", "position": place, "name": page.name, "item": _url(page)}
        for place, page in enumerate([*pages, view], 1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}


def _news_article(view: PageView) -> Thing:
    return {
        **_work("NewsArticle", view),
        "headline": view.title,
        "image": view.site.site_url + card_of(view).file,
        "datePublished": str(view.date),
        "dateModified": str(view.page_date),
        "publisher": _publisher(view),
        **_translations(view),
    }


def _translations(view: PageView) -> Thing:
    """For the original its translations, for a translation its original."""
    original = view.edition.translations.original_language(view.path)
    if view.language != original:
        return {"translationOfWork": {"@id": _url(view, original)}}
    others = [code for code in LANGUAGES if code != original and (code, view.path) in view.edition.pages]
    return {"workTranslation": [{"@id": _url(view, code)} for code in others]} if others else {}


def _report(view: PageView) -> Thing:
    status = {"creativeWorkStatus": phrase(f"status_{view.status}", view.language)} if view.status else {}
    chapters = [_chapter(chapter) for chapter in view.site.chapters("strategy")]
    return {**_work("Report", view), "name": view.title, **status, "hasPart": chapters}


def _chapter(view: PageView) -> Thing:
    return {**_named("Chapter", view), "position": view.chapter}


def _work(kind: str, view: PageView) -> Thing:
    url = _url(view)
    return {"@type": kind, "@id": url, "url": url, "description": view.description, "inLanguage": view.language}


def _named(kind: str, view: PageView) -> Thing:
    return {"@type": kind, "@id": _url(view), "name": view.title}


def _publisher(view: PageView) -> Thing:
    return {"@type": "Organization", "name": phrase("cite_union", view.language), "url": _url(view.site.page(""))}


def _url(view: PageView, language: str = "") -> str:
    return view.site.site_url + page_url(view.path, language or view.language)
