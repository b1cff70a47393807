"""A page of the browser that is watched: whatever should not happen on it is gathered."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

from playwright.sync_api import ConsoleMessage, Error, Page, Request, Response


@contextmanager
def watch(page: Page, site: str) -> Iterator[list[str]]:
    """Gather whatever should not happen on a page."""
    faults: list[str] = []

    def requested(request: Request) -> None:
        if urlsplit(request.url).netloc != urlsplit(site).netloc:
            faults.append(f"outside: {request.url}")

    def answered(response: Response) -> None:
        if response.status >= 400:
            faults.append(f"{response.status}: {response.url}")

    def failed(request: Request) -> None:
        # What the browser gives up because the reader goes on has not failed.
        if request.failure != "net::ERR_ABORTED":
            faults.append(f"failed: {request.url}")

    def told(message: ConsoleMessage) -> None:
        faults.append(f"console: {message.text}")

    def stopped(error: Error) -> None:
        faults.append(f"error: {error}")

    with listening(page, request=requested, response=answered, requestfailed=failed, console=told, pageerror=stopped):
        yield faults


@contextmanager
def listening(page: Page, **listeners: Callable[..., None]) -> Iterator[None]:
    """Have events of a page heard; a page that is kept is not heard any longer."""
    for event, listener in listeners.items():
        page.on(event, listener)
    yield
    for event, listener in listeners.items():
        page.remove_listener(event, listener)
