"""Built pages as a reader's browser meets them: addresses, ids, links, head facts."""

from dataclasses import dataclass
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser, LexborNode

LINKS = ("href", "src", "action", "poster", "data")


@dataclass(frozen=True)
class Target:
    """What a tag points to: its value as written, and the tag (for `link`, with its rel: "link:stylesheet")."""

    tag: str
    value: str


@dataclass(frozen=True)
class BuiltPage:
    """One HTML file of the built site."""

    url: str
    """The address below the root: "ru/strategy/role/", "" for the home page, "404.html"."""
    language: str
    ids: tuple[str, ...]
    sections: tuple[str, ...]
    """The ids of the numbered headings of the text."""
    titles: tuple[tuple[str, str], ...]
    """The id and the words of each of these, and of the page's first heading under ""."""
    targets: tuple[Target, ...]
    canonical: str | None
    alternates: tuple[tuple[str, str], ...]
    """hreflang and address of each, as the head gives them."""
    noindex: bool
    modified: str | None
    """The page date as the head gives it, ISO."""


def read_site(folder: Path) -> list[BuiltPage]:
    """Every HTML file below `folder`, by address."""
    files = sorted(folder.rglob("*.html"))
    return [read_page(file.read_text(encoding="utf-8"), file.relative_to(folder).as_posix()) for file in files]


def read_page(html: str, name: str) -> BuiltPage:
    """The facts of one HTML file called `name` below the root."""
    tree = LexborHTMLParser(html)
    head = tree.head
    titles = _titles(tree)
    return BuiltPage(
        url=name.removesuffix("index.html"),
        language=tree.root.attributes.get("lang") or "",
        ids=tuple(node.attributes["id"] or "" for node in tree.css("[id]")),
        sections=tuple(name for name, _ in titles if name),
        titles=titles,
        targets=tuple(target for attribute in LINKS for target in _targets(tree, attribute)),
        canonical=_attribute(head, "link[rel=canonical]", "href"),
        alternates=tuple((node.attributes["hreflang"] or "", node.attributes["href"] or "") for node in head.css("link[rel=alternate][hreflang]")),
        noindex="noindex" in (_attribute(head, "meta[name=robots]", "content") or ""),
        modified=_attribute(head, 'meta[name="dcterms.modified"]', "content"),
    )


def _titles(tree: LexborHTMLParser) -> tuple[tuple[str, str], ...]:
    first = tree.css_first("h1")
    found = [("", " ".join(first.text().split()))] if first else []
    for heading in tree.css("h2[id], h3[id], h4[id], h5[id], h6[id]"):
        if label := heading.css_first("a.section-number"):
            words = heading.text().replace(label.text(), "", 1)
            found.append((heading.attributes["id"] or "", " ".join(words.split())))
    return tuple(found)


def _targets(tree: LexborHTMLParser, attribute: str) -> list[Target]:
    return [Target(_kind(node), node.attributes[attribute] or "") for node in tree.css(f"[{attribute}]")]


def _kind(node: LexborNode) -> str:
    return f"link:{node.attributes.get('rel')}" if node.tag == "link" else node.tag or ""


def _attribute(node: LexborNode, selector: str, name: str) -> str | None:
    found = node.css_first(selector)
    return found.attributes.get(name) if found else None
