"""A reader's visit to the search, in Chromium."""

from dataclasses import dataclass, field

from playwright.sync_api import BrowserContext, Page


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


def visit_of(context: BrowserContext, site: str) -> Visit:
    visit = Visit(context.new_page(), site)
    visit.page.on("request", lambda request: visit.requests.append(request.url))
    visit.page.on("console", lambda message: visit.faults.append(message.text))
    visit.page.on("pageerror", lambda error: visit.faults.append(str(error)))
    return visit
