"""Built pages as browsers see them: addresses, ids, links and what their heads say."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from sys import intern
from typing import Any, NamedTuple

from selectolax.lexbor import LexborHTMLParser, LexborNode

from portal.publication.inline_code import InlineCode, inline_code
from portal.publication.search.documents import SKIP, SearchDocument, documents_of
from portal.publication.site_files import site_files
from portal.publication.srcset import candidates
from portal.store import Results, Unkept

LINKS = ("href", "src", "action", "poster", "data")


class Target(NamedTuple):
    """The value of an attribute that points elsewhere, and its tag; for `link` with its rel: "link:stylesheet"."""

    tag: str
    value: str


@dataclass(frozen=True)
class BuiltPage:
    """One HTML file of the built site."""

    url: str
    """The address below the root: "ru/strategy/role/", "" for the home page, "404.html"."""
    language: str
    ids: tuple[str, ...]
    titles: tuple[tuple[str, str], ...]
    """Id and text of each numbered heading; the id of the page's title is ""."""
    targets: tuple[Target, ...]
    """Each once."""
    canonical: str | None
    alternates: tuple[tuple[str, str], ...]
    """hreflang and address of each translation, itself included."""
    noindex: bool
    modified: str | None
    """The page date, ISO."""
    code: InlineCode
    documents: tuple[SearchDocument, ...]

    @property
    def file(self) -> Path:
        """Its file below the root."""
        return Path(self.url + ("index.html" if self.url.endswith("/") or not self.url else ""))

    @property
    def sections(self) -> tuple[str, ...]:
        """The ids of the numbered headings."""
        return tuple(name for name, _ in self.titles if name)


def read_site(folder: Path, results: Results | None = None) -> list[BuiltPage]:
    """Every HTML file below `folder`; those that an earlier build read too are not parsed again."""
    names = (name for name in site_files(folder) if name.endswith(".html"))
    kept = results or Unkept()
    return [_read(folder, name, kept) for name in sorted(names, key=lambda name: name.split("/"))]


def _read(folder: Path, name: str, results: Results) -> BuiltPage:
    html = (folder / name).read_bytes()
    return from_json(results.result("built page", name.encode() + b"\0" + html, lambda: to_json(read_page(html, name))))


def to_json(page: BuiltPage) -> dict[str, Any]:
    return vars(page) | {"code": vars(page.code), "documents": [list(vars(one).values()) for one in page.documents]}


def from_json(facts: Mapping[str, Any]) -> BuiltPage:
    """A page from what `to_json` gave, kept or not; what stands on many pages is in memory once."""
    code = facts["code"]
    return BuiltPage(
        **{
            **facts,
            "ids": tuple(facts["ids"]),
            "titles": tuple(map(tuple, facts["titles"])),
            "targets": tuple(Target(intern(tag), intern(value)) for tag, value in facts["targets"]),
            "alternates": tuple(map(tuple, facts["alternates"])),
            "code": InlineCode(
                intern(code["policy"] or "") or None, tuple(map(intern, code["scripts"])), tuple(code["forbidden"])
            ),
            "documents": tuple(SearchDocument(*one) for one in facts["documents"]),
        }
    )


def read_page(html: str | bytes, name: str) -> BuiltPage:
    """The HTML file called `name` below the root, parsed once for all steps."""
    tree = LexborHTMLParser(html)
    head, root = tree.head, tree.root
    if head is None or root is None:
        raise ValueError(f"no HTML page: {name}")
    url = name.removesuffix("index.html")
    return BuiltPage(
        url=url,
        language=root.attributes.get("lang") or "",
        ids=tuple(node.attributes["id"] or "" for node in tree.css("[id]")),
        titles=tuple(_titles(tree)),
        targets=tuple(dict.fromkeys((*_targets(tree), *_widths(tree), *_card(tree)))),
        canonical=_attribute(head, "link[rel=canonical]", "href"),
        alternates=tuple(
            (node.attributes["hreflang"] or "", node.attributes["href"] or "")
            for node in head.css("link[rel=alternate][hreflang]")
        ),
        noindex="noindex" in (_attribute(head, "meta[name=robots]", "content") or ""),
        modified=_attribute(head, 'meta[name="dcterms.modified"]', "content"),
        code=inline_code(tree),
        # Last, because it removes from the tree what the search leaves out.
        documents=tuple(documents_of(tree, url)),
    )


def _titles(tree: LexborHTMLParser) -> Iterator[tuple[str, str]]:
    if first := tree.css_first("h1"):
        yield "", " ".join(first.text().split())
    for heading in tree.css(".section-heading > :is(h2, h3, h4, h5, h6)[id]"):
        parts = [node.text() for node in heading.iter(include_text=True) if SKIP not in node.attributes]
        yield heading.attributes["id"] or "", " ".join("".join(parts).split())


def _targets(tree: LexborHTMLParser) -> Iterator[Target]:
    for attribute in LINKS:
        for node in tree.css(f"[{attribute}]"):
            yield Target(_kind(node), node.attributes[attribute] or "")


def _widths(tree: LexborHTMLParser) -> Iterator[Target]:
    """The files of pictures in several widths."""
    for node in tree.css("[srcset]"):
        for address, _ in candidates(node.attributes["srcset"] or ""):
            yield Target(_kind(node), address)


def _card(tree: LexborHTMLParser) -> Iterator[Target]:
    """The picture of a page whose link is shared."""
    for node in tree.css('meta[property="og:image"]'):
        yield Target("meta", node.attributes.get("content") or "")


def _kind(node: LexborNode) -> str:
    return f"link:{node.attributes.get('rel')}" if node.tag == "link" else node.tag or ""


def _attribute(node: LexborNode, selector: str, name: str) -> str | None:
    found = node.css_first(selector)
    return found.attributes.get(name) if found else None
