"""The words that the search says in the browser, handed over with the index."""

from __future__ import annotations

from portal.words import catalogue

KEYS = (
    "search_hint", "search_waiting", "search_found_one", "search_found_few", "search_found_many", "search_found_other", "search_none",
    "search_no_words", "search_meant", "search_elsewhere", "search_names", "search_more", "search_all", "search_offline", "search_broken",
)


def words(language: str) -> dict[str, str]:
    """The words of a language by what follows "search_" in their keys, "$count" and "$query" still to be filled in."""
    return {key.removeprefix("search_"): catalogue()[key][language] for key in KEYS}
