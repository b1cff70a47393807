"""Which pages are also published with their languages side by side, and at which address."""

from collections.abc import Iterator

from portal.addresses import page_url
from portal.content import news, news_lists
from portal.content.edition import Edition
from portal.languages import LANGUAGES

NAME = "parallel"
"""The last part of these addresses, which no page may have."""
FOLDERS = ("strategy", "priorities", news.FOLDER)


def parallel_languages(edition: Edition, path: str) -> tuple[str, ...]:
    """The languages of a page that is shown side by side; none for other pages."""
    if path.partition("/")[0] not in FOLDERS or path == news.FOLDER or news_lists.is_news_list(path):
        return ()
    found = tuple(code for code in LANGUAGES if (code, path) in edition.pages)
    return found if len(found) > 1 else ()


def parallel_paths(edition: Edition) -> Iterator[str]:
    return (path for path in edition.originals if parallel_languages(edition, path))


def parallel_url(path: str, language: str) -> str:
    """The address below the site's root, for readers of a language: "ru/strategy/role/parallel/"."""
    return page_url(f"{path}/{NAME}", language)
