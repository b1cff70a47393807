"""From the Markdown to an edition: read, check, put in order."""

from pathlib import Path

from portal import history, rules
from portal.content import gather
from portal.edition import Edition
from portal.freshness import since
from portal.permanence import inspection
from portal.permanence.record import Record
from portal.problems import Problem


def compile_edition(docs: Path) -> tuple[Edition, Record, list[Problem]]:
    """The edition of the texts below `docs`, the record of their addresses, and every problem found in them."""
    content, problems = gather(docs)
    record, faults = inspection.inspect(docs.resolve().parent, content)
    edition = Edition(content.by_address, content.order or (), history.last_changes(docs), since.days(docs.parent, content.by_address))
    return edition, record, problems + rules.judge(content) + faults
