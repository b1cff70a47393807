"""No address leads a script of ours to another host, to another scheme, or into a fault."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from browser.watching import watch
from hosting import hosted

ENDS = (
    "//evil.example",
    "\\\\evil.example",
    "%2f%2fevil.example",
    "javascript:alert(1)",
    "java%0ascript:alert(1)",
    "<img src=x onerror=alert(1)>",
    "%E0%A4%A",
    "__proto__",
    "_sections",
    "_content",
)
PLACES = {
    "the page for what is not found": (
        "/{}",
        "ru//{}",
        "Strategy/Review#{}",
        "strategy/rol/%23{}",
        "strategy/review/%23{}",
    ),
    "the search": ("ru/search/?q={}#{}",),
    "a redirect": ("strategy/role/#{}", "ky/strategy/directions/?q={}#{}"),
    "a link without language": ("go/strategy/role/#{}", "go/strategy/role/?list={}#{}"),
}
SEARCHED = ".search-page:has(.search-status:not(:empty)) .search-results:not([inert])"


@pytest.mark.parametrize("place", PLACES)
def test_an_address_leads_nowhere_else(chromium: Browser, moved_site: Path, place: str) -> None:
    page = chromium.new_page(locale="ru-RU")
    with hosted(moved_site) as site, watch(page, site) as faults:
        page.on("dialog", lambda dialog: faults.append(f"dialog: {dialog.message}"))
        for address in (form.replace("{}", end) for form in PLACES[place] for end in ENDS):
            page.goto("about:blank")
            page.goto(site + address)
            if place == "the search":
                page.wait_for_selector(SEARCHED, state="attached")
            assert page.url.startswith(site), address
            links = page.locator(".suggestion:visible a, .lost-address a, .search-page a").evaluate_all(
                "all => all.map(a => a.href)"
            )
            assert all(link.startswith(site) for link in links), (address, links)
        assert [fault for fault in faults if "404" not in fault] == []
    page.close()
