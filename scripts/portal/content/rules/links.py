"""Rules of links (relative, with .md, within the language, to a page and id that exist) and of images."""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from portal.content.assets.asset import DRAWING, PHOTOGRAPHS
from portal.content.edition import Edition
from portal.content.problems import Problem
from portal.content.reading.files import asset_name
from portal.content.reading.pages import Page
from portal.content.rules import targets
from portal.content.rules.targets import Target, Values
from portal.content.suggestions import ids_of, nearest_name, perhaps
from portal.languages import ORIGINAL

BROKEN_LINK = re.compile(r"\]\(|\] \((?=[^)]*(?:\.md|https?:|#))")

SPACED_FILE = re.compile(r"\]\((?!\w+:)((?:[^()\s]*/)?)([^()/]*\s[^()/]*\.\w+)\)")
"""A link or image whose file has a space in its name."""
UPLOAD = re.compile(
    r"https?://(?:github\.com/(?:user-attachments|[\w.-]+/[\w.-]+/assets)/|[\w.-]*githubusercontent\.com/)", re.I
)


def broken_links(page: Page, edition: Edition) -> Iterator[Problem]:
    """Links that Markdown does not recognise and prints with their brackets."""
    for fragment in page.body.prose:
        for folder, name in SPACED_FILE.findall(fragment.text):
            yield page.problem(fragment.line, "link-space", found=name, near=asset_name(name), folder=folder)
        text = SPACED_FILE.sub("", fragment.text)
        if found := BROKEN_LINK.search(text):
            begin = max(text.rfind("[", 0, found.start()), 0)
            yield page.problem(fragment.line, "link-shape", found=text[begin : found.end() + 60])


def link_targets(page: Page, edition: Edition) -> Iterator[Problem]:
    for link in page.body.links:
        yield from targets.first_problem(Target(link.target, link.line, page, edition), LINK_CHECKS)


def alt_texts(page: Page, edition: Edition) -> Iterator[Problem]:
    for image in page.body.images:
        if not image.alt.strip():
            yield page.problem(image.line, "image-words", found=image.target)


def image_targets(page: Page, edition: Edition) -> Iterator[Problem]:
    for image in page.body.images:
        yield from targets.first_problem(Target(image.target, image.line, page, edition), IMAGE_CHECKS)


def _is_folder(target: Target) -> Values | None:
    """A folder, or a page without its .md."""
    if target.scheme or target.suffix:
        return None
    return {"near": _page_behind(target, target.relative_path)}


def _is_built_page(target: Target) -> Values | None:
    """The address of the built page instead of its source."""
    if target.scheme or target.suffix not in (".html", ".htm"):
        return None
    stem = PurePosixPath(target.relative_path).with_suffix("").as_posix()
    return {"near": _page_behind(target, stem.removesuffix("/index"))}


def _has_no_page(target: Target) -> Values | None:
    """A page that exists neither in this language nor in Kyrgyz."""
    if target.scheme or target.suffix != ".md" or _shown_file(target, target.relative_path):
        return None
    languages = (target.page.language, ORIGINAL)
    known = {page.relative_path for page in target.edition.all_pages if page.language in languages}
    near = nearest_name(target.relative_path, sorted(known - {target.page.relative_path}))
    return perhaps(_link(target, near) if near else None)


def _has_no_file(target: Target) -> Values | None:
    return None if target.suffix == ".md" else targets.has_no_file(target)


def _has_no_id(target: Target) -> Values | None:
    """An id that the page shown to this page's readers lacks.

    One that only the original has is fine: where a translation is behind, a notice takes the place of the section.
    """
    page = target.edition.by_file.get(_shown_file(target, target.relative_path) or "")
    if target.scheme or not target.fragment or page is None:
        return None
    original = target.edition.originals.get(page.path, page)
    if target.fragment in {anchor.id for anchor in (*page.anchors, *original.anchors)}:
        return None
    return {"id": target.fragment, "file": page.file.as_posix(), "ids": ids_of(page)}


def _page_behind(target: Target, stem: str) -> str:
    """A link to the page that a folder or a built address stands for."""
    stem = "" if stem in (".", "index", target.page.language) else stem
    paths = (f"{stem}.md", f"{stem}/index.md".lstrip("/"))
    existing = next((path for path in paths if _shown_file(target, path)), None)
    return _link(target, existing or paths[0])


def _link(target: Target, relative_path: str) -> str:
    fragment = f"#{target.fragment}" if target.fragment else ""
    return target.page.link_to(f"{target.page.language}/{relative_path}") + fragment


def _shown_file(target: Target, relative_path: str) -> str | None:
    return target.edition.shown_file(target.page.language, relative_path)


def _is_upload(target: Target) -> Values | None:
    """An image that was dragged into GitHub's editor, which keeps it elsewhere."""
    return {"expected": target.page.link_to("assets/photo.jpg")} if UPLOAD.match(target.written) else None


def _is_external(target: Target) -> Values | None:
    """An image on another site tells that site who reads this one."""
    return {} if target.scheme in ("http", "https") or target.written.startswith("//") else None


def _is_no_picture(target: Target) -> Values | None:
    """A page, a section or a document in the place of an image: readers would see nothing."""
    if target.suffix.removeprefix(".") in (*PHOTOGRAPHS, DRAWING):
        return None
    return {"expected": target.page.link_to("assets/photo.jpg")}


LINK_CHECKS = (
    ("link-empty", targets.is_empty),
    ("link-scheme", targets.has_unusual_scheme),
    ("link-outer", targets.is_malformed_url),
    ("link-absolute", targets.is_absolute),
    ("link-outside", targets.is_outside_docs),
    ("link-language", targets.is_other_language),
    ("link-folder", _is_folder),
    ("link-html", _is_built_page),
    ("link-page", _has_no_page),
    ("link-file", _has_no_file),
    ("link-id", _has_no_id),
)
IMAGE_CHECKS = (
    ("link-empty", targets.is_empty),
    ("image-upload", _is_upload),
    ("image-outer", _is_external),
    ("link-scheme", targets.has_unusual_scheme),
    ("link-absolute", targets.is_absolute),
    ("link-outside", targets.is_outside_docs),
    ("link-language", targets.is_other_language),
    ("link-file", targets.has_no_file),
    ("image-kind", _is_no_picture),
)
