"""Links of the built site: every one resolves, no id occurs twice, nothing is fetched from other sites."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from itertools import product
from pathlib import Path
from typing import NamedTuple
from urllib.parse import SplitResult, unquote, urljoin, urlsplit

from portal.addresses import page_url
from portal.content.edition import Edition
from portal.content.problems import Problem
from portal.languages import LANGUAGES
from portal.publication.built_page import BuiltPage
from portal.publication.site_files import site_files

PLAIN = re.compile(
    r"(?P<above>(?:\./|(?:\.\./)*))(?P<path>(?:[\w-]+/)*(?:[\w-]+(?:\.[\w-]+)*)?)(?:\?[\w=]*)?(?:#(?P<id>[\w-]*))?",
    re.A,
)
"""Nearly every address on the site: a relative one without any sign that the rules of addresses give a meaning."""
REFERENCES = {"a", "area", "link:canonical", "link:alternate", "link:prev", "link:next"}
"""Tags whose address a reader may follow; the browser fetches that of every other tag."""


@dataclass(frozen=True)
class Site:
    """Where the site is served, the ids of its pages by address, and its other files."""

    url: str
    ids: dict[str, frozenset[str]]
    files: frozenset[str]

    @cached_property
    def root(self) -> SplitResult:
        return urlsplit(self.url)


def check_links(folder: Path, site_url: str, pages: Collection[BuiltPage]) -> list[Problem]:
    ids = {page.url: frozenset(page.ids) for page in pages}
    site = Site(site_url, ids, frozenset(site_files(folder)))
    return [problem for page in pages for problem in _problems(page, site)]


def check_sections(pages: Iterable[BuiltPage], edition: Edition) -> list[Problem]:
    """Pages whose built headings differ from those of the Markdown: a generated id would not last."""
    built = {page.url: page.sections for page in pages}
    problems = []
    for path, language in product(edition.originals, LANGUAGES):
        page, url = edition.shown(path, language), page_url(path, language)
        expected, found = tuple(anchor.id for anchor in page.anchors if anchor.level), built.get(url, ())
        if found != expected:
            values = {"found": ", ".join(found), "expected": ", ".join(expected), "address": f"/{url}"}
            problems.append(Problem(page.file, 0, "built-sections", values))
    return problems


def _problems(page: BuiltPage, site: Site) -> Iterator[Problem]:
    for identifier, times in Counter(page.ids).items():
        if times > 1:
            yield Problem(page.file, 0, "built-id-twice", {"id": identifier, "times": times})
    for tag, targets in page.targets.items():
        for target in targets:
            if rule := _broken_rule(page, tag, target, site):
                yield Problem(page.file, 0, rule, {"target": target})


def _broken_rule(page: BuiltPage, tag: str, target: str, site: Site) -> str | None:
    is_whole = target.startswith(site.url)
    if place := relative_place("" if is_whole else page.url, target.removeprefix(site.url)):
        return _missing(*place, site)
    address, root = urlsplit(urljoin(site.url + page.url, target)), site.root
    if address.scheme not in ("http", "https"):
        return None
    if (address.scheme, address.netloc) != (root.scheme, root.netloc):
        return None if tag in REFERENCES else "built-outside"
    if not address.path.startswith(root.path):
        return "built-link"
    return _missing(unquote(address.path.removeprefix(root.path)), unquote(address.fragment), site)


def relative_place(url: str, target: str) -> tuple[str, str] | None:
    """The path below the root and the id to which a relative address leads from a page, where it is a plain one."""
    plain, folders = _plain(target), _folders(url)
    if plain is None or plain.above >= len(folders):
        return None
    return url if plain.is_here else folders[plain.above] + plain.path, plain.id


@lru_cache(maxsize=2)
def _folders(url: str) -> tuple[str, ...]:
    """The folder of a page, and all above it up to the root."""
    names = url.split("/")[:-1]
    return tuple("".join(f"{name}/" for name in names[:count]) for count in range(len(names), -1, -1))


class Plain(NamedTuple):
    """A plain address: how many folders it leads up, the path from there, and the id."""

    above: int
    path: str
    id: str
    is_here: bool


@cache
def _plain(target: str) -> Plain | None:
    found = PLAIN.fullmatch(target)
    if found is None:
        return None
    above, path, name = found["above"], found["path"], found["id"] or ""
    return Plain(above.count("../"), path, name, not (above or path))


def _missing(path: str, fragment: str, site: Site) -> str | None:
    if path not in site.ids:
        path = path.removesuffix("index.html") if path.endswith("/index.html") or path == "index.html" else path
    if path not in site.ids:
        return None if path in site.files else "built-link"
    return "built-anchor" if fragment and fragment not in site.ids[path] else None
