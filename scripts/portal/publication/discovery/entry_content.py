"""What a feed gives of a built page: its text with whole addresses, and its photographs."""

from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from urllib.parse import quote, unquote, urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from portal.content.assets.asset import PHOTOGRAPHS
from portal.publication.discovery.atom import Link
from portal.publication.srcset import with_addresses
from portal.store import Results

TEXT = ".document-body"
LEFT_OUT = "script, style, details, form, .section-number, .print-only"
KEPT = ("href", "src", "srcset", "alt", "title", "lang", "width", "height", "colspan", "rowspan", "type", "start")
ADDRESSES = ("href", "src")


def read_entry_content(folder: Path, site_url: str, url: str, results: Results) -> tuple[str, tuple[Link, ...]]:
    """The HTML of the text of the page at `url`, and links to its photographs."""
    html, page = (folder / url / "index.html").read_bytes(), site_url + url
    content, *photographs = results.result("feed entry", page.encode() + b"\0" + html, partial(_content, html, page))
    return content, tuple(_enclosures(folder, site_url, photographs))


def _content(html: bytes, url: str) -> list[str]:
    """The HTML of the text, and the addresses of its photographs."""
    body = LexborHTMLParser(html).css_first(TEXT)
    if body is None:
        raise ValueError(f"no text: {url}")
    for node in body.css(LEFT_OUT):
        node.decompose()
    for node in body.css("*"):
        _clean(node, url)
    photographs = dict.fromkeys(node.attributes["src"] or "" for node in body.css("img[src]"))
    return [_inner_html(body), *photographs]


def _inner_html(body: LexborNode) -> str:
    return "\n".join(line for node in body.iter() for line in (node.html or "").splitlines() if line.strip())


def _clean(node: LexborNode, page: str) -> None:
    """Only what means something to other readers: no classes, no ids, and whole addresses."""
    for name, value in node.attributes.items():
        if name not in KEPT:
            del node.attrs[name]
        elif name in ADDRESSES:
            node.attrs[name] = urljoin(page, value or "")
        elif name == "srcset":
            node.attrs[name] = with_addresses(value or "", partial(urljoin, page))


def _enclosures(folder: Path, site_url: str, addresses: Iterable[str]) -> Iterator[Link]:
    root = urlsplit(site_url).path
    for address in addresses:
        file = folder / unquote(urlsplit(address).path).removeprefix(root)
        kind = file.suffix[1:]
        if address.startswith(site_url) and kind in PHOTOGRAPHS:
            media = f"image/{'jpeg' if kind == 'jpg' else kind}"
            yield Link(quote(address, safe=":/%"), "enclosure", media, length=str(file.stat().st_size))
