"""The site with the search placed into its header and its page, for tests."""

from pathlib import Path

from building import mkdocs

BODY_END = '{% include "partials/search-dialog.html" %}{% include "partials/search-opener.html" %}'


def built_with_search(project: Path, prefix: str) -> Path:
    """The site of a copy of the project, built for a prefix with the search in place."""
    footer = project / "overrides/partials/site-footer.html"
    if "search-dialog" not in footer.read_text(encoding="utf-8"):
        footer.write_text(footer.read_text(encoding="utf-8") + BODY_END, encoding="utf-8")
        page = project / "overrides/search.html"
        text = page.read_text(encoding="utf-8")
        text = text.replace('<ul class="all">', '{% include "partials/search-page.html" %}<ul class="all search-contents">')
        page.write_text(text, encoding="utf-8")
    run = mkdocs(project, prefix)
    assert run.returncode == 0, run.stdout + run.stderr
    return project / "build/site"
