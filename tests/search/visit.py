"""A reader's visit to the search, in Chromium."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from playwright.sync_api import ConsoleMessage, Error, Page, Request

from browser.watching import listening


@dataclass
class Visit:
    """A page of a reader, what it asked for, and what should not have happened."""

    page: Page
    site: str
    requests: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    def open(self, path: str = "") -> None:
        self.page.goto(self.site + path)
        self.requests.clear()
        self.page.keyboard.press("/")
        self.page.wait_for_selector("dialog.search[data-ready]")

    def type(self, query: str) -> None:
        """Fill the field and wait until the search has answered."""
        self.page.fill("dialog .search-field", query)
        self.page.wait_for_selector("dialog .search-results:not([inert])", state="attached")

    def said(self) -> str:
        return self.page.inner_text("dialog .search-status")

    def addresses(self) -> list[str]:
        return [
            link.get_attribute("href").removeprefix(self.site)
            for link in self.page.query_selector_all("dialog .search-result")
        ]


@contextmanager
def visiting(page: Page, site: str) -> Iterator[Visit]:
    """Keeps what the page asks for, and what goes wrong on it, until the visit ends."""
    visit = Visit(page, site)

    def requested(request: Request) -> None:
        visit.requests.append(request.url)

    def told(message: ConsoleMessage) -> None:
        visit.faults.append(message.text)

    def stopped(error: Error) -> None:
        visit.faults.append(str(error))

    with listening(page, request=requested, console=told, pageerror=stopped):
        yield visit
