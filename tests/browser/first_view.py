"""What a first view of a page costs: requests and bytes, counted and not timed."""

import gzip
from dataclasses import dataclass

from playwright.sync_api import Page, Request

KB = 1000
SHIFTS = """() => new Promise(done => { let sum = 0
    const add = list => list.forEach(entry => sum += entry.value)
    const observer = new PerformanceObserver(list => add(list.getEntries()))
    observer.observe({type: "layout-shift", buffered: true})
    requestAnimationFrame(() => requestAnimationFrame(() => { add(observer.takeRecords()); done(sum) })) })"""
BLOCKING = ("stylesheet", "script", "font")
LARGEST_SHIFT = 0.01
"""A tenth of what Web Vitals calls good: a header painted while the rest of its row is still arriving shifts by less."""


@dataclass(frozen=True)
class FirstView:
    """What was asked for, by address, and how much of it holds the first paint up."""

    sizes: dict[str, int]
    kinds: dict[str, str]
    own_text: int
    shifts: float

    def of(self, *kinds: str) -> int:
        """Bytes of the given kinds of requests."""
        return sum(size for url, size in self.sizes.items() if self.kinds[url] in kinds)

    def faults(self) -> list[str]:
        """The budgets of a first view that are not kept."""
        budgets = {
            f"{sum(self.sizes.values()) - self.own_text} bytes beside the text": sum(self.sizes.values())
            - self.own_text
            <= 40 * KB,
            f"{len(self.sizes)} requests": 0 < len(self.sizes) <= 7,
            "a script": "script" not in self.kinds.values(),
            f"{self.of(*BLOCKING)} bytes before the first paint": self.of(*BLOCKING) <= 28 * KB,
            f"the layout shifts by {self.shifts}": self.shifts < LARGEST_SHIFT,
        }
        return [fault for fault, kept in budgets.items() if not kept]


def first_view(page: Page, url: str) -> FirstView:
    """Load a page as a browser that has seen nothing of the site."""
    session = page.context.new_cdp_session(page)
    session.send("Network.clearBrowserCache")
    session.detach()
    requests: list[Request] = []

    def keep(request: Request) -> None:
        requests.append(request)

    page.on("requestfinished", keep)
    page.goto(url)
    shifts = page.evaluate(SHIFTS)
    page.remove_listener("requestfinished", keep)
    article = page.evaluate("(document.querySelector('article') || document.body).innerText")
    sizes = {request.url: request.sizes()["responseBodySize"] for request in requests}
    kinds = {request.url: request.resource_type for request in requests}
    return FirstView(sizes, kinds, len(gzip.compress(article.encode())), shifts)
