"""The search documents of a built site."""

from pathlib import Path

from portal.publication.built_page import read_site
from portal.publication.search.documents import SearchDocument


def site_documents(folder: Path) -> list[SearchDocument]:
    return [document for page in read_site(folder) for document in page.documents]
