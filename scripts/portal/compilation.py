"""From the Markdown to an edition: read, check, put in order."""

from pathlib import Path

from portal import history, rules
from portal.content import gather
from portal.edition import Edition
from portal.freshness import since
from portal.problems import Problem


def compile_edition(docs: Path) -> tuple[Edition, list[Problem]]:
    """The edition of the texts below `docs`, and every problem found in them."""
    content, problems = gather(docs)
    pages = {(page.language, page.path): page for page in content.pages}
    return Edition(pages, content.order or (), history.last_changes(docs), since.days(docs.parent, pages)), problems + rules.judge(content)
