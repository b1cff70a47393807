"""Built pages as browsers see them: addresses, ids, links and what their heads say."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from sys import intern
from typing import Any

from selectolax.lexbor import LexborHTMLParser, LexborNode

from portal.publication.inline_code import InlineCode, inline_code
from portal.publication.search.documents import SKIP, SearchDocument, documents_of
from portal.publication.site_files import PAGE, read_file, site_files
from portal.publication.srcset import candidates
from portal.store import UNKEPT, Results

LINKS = ("href", "src", "action", "poster", "data")


@dataclass(frozen=True)
class BuiltPage:
    """One HTML file of the built site."""

    url: str
    """The address below the root: "ru/strategy/role/", "" for the home page, "404.html"."""
    language: str
    ids: tuple[str, ...]
    titles: tuple[tuple[str, str], ...]
    """Id and text of each numbered heading; the id of the page's title is ""."""
    targets: Mapping[str, Sequence[str]]
    """By tag, what its attributes give that points elsewhere, each once; for `link` with its rel: "link:stylesheet"."""
    canonical: str | None
    alternates: tuple[tuple[str, str], ...]
    """hreflang and address of each translation, itself included."""
    noindex: bool
    modified: str | None
    """The page date, ISO."""
    code: InlineCode
    documents: tuple[SearchDocument, ...]
    digest: str
    """The SHA-256 of the file."""

    @property
    def name(self) -> str:
        """Its file below the root."""
        return self.url + (PAGE if self.url.endswith("/") or not self.url else "")

    @property
    def file(self) -> Path:
        return Path(self.name)

    @property
    def sections(self) -> tuple[str, ...]:
        """The ids of the numbered headings."""
        return tuple(name for name, _ in self.titles if name)


def read_site(folder: Path, results: Results = UNKEPT) -> list[BuiltPage]:
    """Every HTML file below `folder`; those that an earlier build read too are not parsed again."""
    names = (name for name in site_files(folder) if name.endswith(".html"))
    return [_read(folder, name, results) for name in sorted(names, key=lambda name: name.split("/"))]


def _read(folder: Path, name: str, results: Results) -> BuiltPage:
    html = read_file(folder, name)
    digest = sha256(html).hexdigest()
    return _page(results.result("built page", f"{name}\0{digest}", lambda: _facts(html, name)), digest)


def read_page(html: str | bytes, name: str) -> BuiltPage:
    """The HTML file called `name` below the root, parsed once for all steps."""
    content = html if isinstance(html, bytes) else html.encode()
    return _page(_facts(content, name), sha256(content).hexdigest())


def _facts(html: bytes, name: str) -> dict[str, Any]:
    """What a page is made from, as JSON."""
    tree = LexborHTMLParser(html)
    head, root = tree.head, tree.root
    if head is None or root is None:
        raise ValueError(f"no HTML page: {name}")
    url, targets = name.removesuffix(PAGE), _targets(tree)
    return {
        "url": url,
        "language": root.attributes.get("lang") or "",
        "ids": [node.attributes["id"] or "" for node in tree.css("[id]")],
        "titles": list(_titles(tree)),
        "targets": targets,
        "canonical": _attribute(head, "link[rel=canonical]", "href"),
        "alternates": [
            (node.attributes["hreflang"] or "", node.attributes["href"] or "")
            for node in head.css("link[rel=alternate][hreflang]")
        ],
        "noindex": "noindex" in (_attribute(head, "meta[name=robots]", "content") or ""),
        "modified": _attribute(head, 'meta[name="dcterms.modified"]', "content"),
        "code": vars(inline_code(tree)),
        # Last, because it removes from the tree what the search leaves out.
        "documents": list(documents_of(tree, url)),
    }


def _page(facts: dict[str, Any], digest: str) -> BuiltPage:
    """A page from its facts; what stands on many pages is in memory once."""
    return BuiltPage(
        **facts
        | {
            "ids": tuple(facts["ids"]),
            "titles": tuple(map(tuple, facts["titles"])),
            "targets": {intern(tag): tuple(map(intern, values)) for tag, values in facts["targets"].items()},
            "alternates": tuple(map(tuple, facts["alternates"])),
            "code": InlineCode(facts["code"]["has_policy"], tuple(facts["code"]["forbidden"])),
            "documents": tuple(map(SearchDocument._make, facts["documents"])),
            "digest": digest,
        }
    )


def _titles(tree: LexborHTMLParser) -> Iterator[tuple[str, str]]:
    if first := tree.css_first("h1"):
        yield "", " ".join(first.text().split())
    for heading in tree.css(".section-heading > :is(h2, h3, h4, h5, h6)[id]"):
        parts = [node.text() for node in heading.iter(include_text=True) if SKIP not in node.attributes]
        yield heading.attributes["id"] or "", " ".join("".join(parts).split())


def _targets(tree: LexborHTMLParser) -> dict[str, list[str]]:
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for attribute in LINKS:
        for node in tree.css(f"[{attribute}]"):
            facts, tag = node.attributes, node.tag or ""
            found[f"link:{facts.get('rel')}" if tag == "link" else tag][facts[attribute] or ""] = None
    for node in tree.css("[srcset]"):  # the files of pictures in several widths
        found[node.tag or ""].update((address, None) for address, _ in candidates(node.attributes["srcset"] or ""))
    for node in tree.css('meta[property="og:image"]'):  # the picture of a page whose link is shared
        found["meta"][node.attributes.get("content") or ""] = None
    return {tag: list(values) for tag, values in found.items()}


def _attribute(node: LexborNode, selector: str, name: str) -> str | None:
    found = node.css_first(selector)
    return found.attributes.get(name) if found else None
