"""The address at which a page is compared with its earlier texts."""

from portal.addresses import page_url

NAME = "changes"
"""The last part of these addresses, which no page may have."""


def changes_url(path: str, language: str) -> str:
    """The address below the site's root: "ru/strategy/role/changes/"."""
    return page_url(f"{path}/{NAME}".removeprefix("/"), language)
