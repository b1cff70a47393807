"""A page of the browser that is watched: whatever should not happen on it is gathered."""

from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, Page


def watched(context: BrowserContext, site: str) -> tuple[Page, list[str]]:
    """A new page, with a list that gathers whatever should not happen on it."""
    page, faults = context.new_page(), []
    page.on(
        "request",
        lambda request: (
            faults.append(f"outside: {request.url}") if urlsplit(request.url).netloc != urlsplit(site).netloc else None
        ),
    )
    page.on(
        "response",
        lambda response: faults.append(f"{response.status}: {response.url}") if response.status >= 400 else None,
    )
    # What the browser gives up because the reader goes on has not failed.
    page.on(
        "requestfailed",
        lambda request: faults.append(f"failed: {request.url}") if request.failure != "net::ERR_ABORTED" else None,
    )
    page.on("console", lambda message: faults.append(f"console: {message.text}"))
    page.on("pageerror", lambda error: faults.append(f"error: {error}"))
    return page, faults
