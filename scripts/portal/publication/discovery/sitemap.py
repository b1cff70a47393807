"""The sitemap, from the heads of the built pages."""

from collections.abc import Iterable
from pathlib import Path
from xml.etree import ElementTree

from portal.publication.built_page import BuiltPage

SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
XHTML = "http://www.w3.org/1999/xhtml"


def write_sitemap(folder: Path, site_url: str, pages: Iterable[BuiltPage]) -> None:
    """Write sitemap.xml, with the pages that are canonical for themselves, and robots.txt, which names it."""
    ElementTree.register_namespace("", SITEMAP)
    ElementTree.register_namespace("xhtml", XHTML)
    root = ElementTree.Element(f"{{{SITEMAP}}}urlset")
    for page in pages:
        if page.canonical == site_url + page.url and not page.noindex:
            _add(root, page)
    tree = ElementTree.ElementTree(root)
    ElementTree.indent(tree)
    tree.write(folder / "sitemap.xml", encoding="utf-8", xml_declaration=True)
    (folder / "robots.txt").write_text(f"User-agent: *\nAllow: /\nSitemap: {site_url}sitemap.xml\n", encoding="utf-8")


def _add(root: ElementTree.Element, page: BuiltPage) -> None:
    url = ElementTree.SubElement(root, f"{{{SITEMAP}}}url")
    ElementTree.SubElement(url, f"{{{SITEMAP}}}loc").text = page.canonical
    if page.modified:
        ElementTree.SubElement(url, f"{{{SITEMAP}}}lastmod").text = page.modified
    for language, address in page.alternates:
        ElementTree.SubElement(url, f"{{{XHTML}}}link", rel="alternate", hreflang=language, href=address)
