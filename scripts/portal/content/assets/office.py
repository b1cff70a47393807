"""Office files: archives of parts, some of which run programs or are fetched from elsewhere when the file is opened."""

import re
from collections.abc import Mapping
from pathlib import Path
from xml.parsers import expat
from zipfile import ZipFile

MAIN_PART = {"docx": "word/document.xml", "xlsx": "xl/workbook.xml"}
TYPES = "[Content_Types].xml"
READ = re.compile(r"\[content_types\]\.xml|.*\.rels|word/[^/]*\.xml|xl/externallinks/[^/]*\.xml", re.IGNORECASE)
"""The parts that can run or fetch something."""
MOST_BYTES = 100_000_000
"""Of those parts, unpacked."""
PROGRAM = re.compile(
    r"vba|/activex/|oleobject|macrosheet|webextension|\.(?:bat|cmd|com|dll|exe|hta|html?|jar|js|lnk|mht|msi|ps1|scr|vbs)$",
    re.IGNORECASE,
)
"""In the name of a part."""
COMMAND = re.compile(
    rb"macroEnabled|vbaProject|macrosheet\+xml|<(?:\w+:)?ddeLink\b|instrText\b[^>]*>\s*DDE|\binstr=[\"']\s*DDE",
    re.IGNORECASE,
)
"""In a part: macros, and fields that start another program."""
RUNS = re.compile(r"/(?:aFChunk|control|oleObject|vbaProject)$", re.IGNORECASE)
"""The types of relations to what is no mere text or picture."""
LOCAL = re.compile(r"file:///(?![/\\])|[a-z]:\\|(?!//|\\|[a-z][\w+.-]*:)", re.IGNORECASE)
"""How an address on the author's own machine begins: nothing is fetched."""
LINK = re.compile(r"(?:https?|mailto|tel|file):|(?![a-z][\w+.-]*:)", re.IGNORECASE)
"""How an address begins that a reader may follow."""


class _UnsafeError(Exception):
    """A relation to what runs or is fetched."""


def office_rule(file: Path) -> str | None:
    """The rule that an Office file breaks."""
    try:
        with ZipFile(file) as archive:
            names = archive.namelist()
            if TYPES not in names or MAIN_PART[file.suffix[1:]] not in names:
                return "asset-content"
            return "document-macros" if any(map(PROGRAM.search, names)) or _runs(archive) else None
    except _UnsafeError:
        return "document-macros"
    except Exception:  # What a damaged archive raises has no common class.
        return "asset-content"


def _runs(archive: ZipFile) -> bool:
    """Whether a part starts a program; ValueError where the parts are larger than those of documents."""
    parts = [part for part in archive.infolist() if READ.fullmatch(part.filename)]
    if sum(part.file_size for part in parts) > MOST_BYTES:
        raise ValueError("no document is as large")
    for part in parts:
        content = archive.read(part)
        if part.filename.lower().endswith(".rels"):
            _check_relations(content)
        if COMMAND.search(content):
            return True
    return False


def _check_relations(content: bytes) -> None:
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = _refuse
    parser.StartElementHandler = _check_relation
    parser.Parse(content, True)


def _refuse(*_: object) -> None:
    raise _UnsafeError


def _check_relation(_: str, facts: Mapping[str, str]) -> None:
    """Links may lead anywhere; nothing else may come from another machine."""
    kind = facts.get("Type", "")
    expected = LINK if kind.endswith("/hyperlink") else LOCAL
    is_external = facts.get("TargetMode", "").lower() == "external"
    if RUNS.search(kind) or (is_external and not expected.match(facts.get("Target", "").strip())):
        raise _UnsafeError
