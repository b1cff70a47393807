"""Pictures of an article in the sizes that are published, and links to documents with kind and size."""

import posixpath
from collections.abc import Iterator
from urllib.parse import quote, unquote

from selectolax.lexbor import LexborHTMLParser, LexborNode

from portal.content.assets.asset import Asset
from portal.rendering.article.elements import new_element
from portal.rendering.page_view import PageView
from portal.rendering.published_assets import document_facts, narrow_name, size, whole_name, widths

SIZES = "(min-width: 48.75em) 740px, calc(100vw - 40px)"
"""The width of a column of text, as site.css has it."""


def wrap_pictures(article: LexborHTMLParser, view: PageView) -> None:
    """Offer each photograph in several sizes, and show the alternative text to readers with pictures turned off."""
    for number, picture in enumerate(article.css("img")):
        asset = _asset(picture.attributes.get("src"), view)
        if asset and asset.width:
            _add_size(picture, asset, lazy=number > 0)
        attributes = {"class": "picture", "data-alt": picture.attributes.get("alt") or ""}
        html = _in_all_widths(article, picture, asset) if asset and asset.is_photograph else picture.html
        picture.replace_with(new_element(article, "span", attributes, html or ""))


def complete_links(article: LexborHTMLParser, view: PageView) -> None:
    """Say of each link to a document what kind it is and how large, and link to pictures as they are published."""
    for link, asset in _links(article, view):
        link.attrs["href"] = _renamed(link.attributes["href"] or "", asset, whole_name(asset))
        if asset.is_document:
            facts = f" ({document_facts(asset, view.language)})"
            attributes = {"class": "document-facts", "data-search-skip": ""}
            link.insert_child(new_element(article, "span", attributes, facts))


def _links(article: LexborHTMLParser, view: PageView) -> Iterator[tuple[LexborNode, Asset]]:
    for link in article.css("a[href]"):
        if asset := _asset(link.attributes["href"], view):
            yield link, asset


def _asset(address: str | None, view: PageView) -> Asset | None:
    """The asset that an address leads to from a page."""
    path = posixpath.normpath(posixpath.join(f"/{view.url}", unquote((address or "").partition("#")[0])))
    return view.edition.assets.get(path.removeprefix("/"))


def _add_size(picture: LexborNode, asset: Asset, lazy: bool) -> None:
    """Keep the room of a picture until it is there; load all but the first one when it comes near."""
    width, height = size(asset, widths(asset)[-1]) if asset.is_photograph else (asset.width, asset.height)
    attributes = {"width": str(width), "height": str(height), "decoding": "async"}
    for name, value in (attributes | ({"loading": "lazy"} if lazy else {})).items():
        picture.attrs[name] = value


def _in_all_widths(article: LexborHTMLParser, picture: LexborNode, asset: Asset) -> str:
    """The picture with a list of its widths, from which the browser takes the one that it needs."""
    address = picture.attributes["src"] or ""
    names = {width: _renamed(address, asset, narrow_name(asset, width)) for width in widths(asset)}
    srcset = ", ".join(f"{name} {width}w" for width, name in names.items())
    picture.attrs["src"] = _renamed(address, asset, whole_name(asset))
    source = new_element(article, "source", {"type": "image/webp", "srcset": srcset, "sizes": SIZES})
    return new_element(article, "picture", {}, f"{source.html}{picture.html}").html or ""


def _renamed(address: str, asset: Asset, name: str) -> str:
    """The address of another file beside an asset."""
    before, name_before, after = address.rpartition(posixpath.basename(asset.name))
    return f"{before}{quote(posixpath.basename(name))}{after}" if name_before else address
