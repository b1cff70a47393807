"""In a browser, hostile texts and facts open nothing, run nothing and ask nobody else, even without a policy."""

from pathlib import Path

from playwright.sync_api import Browser

from hosting import hosted
from publication import hostile_project

LISTS = ("", "news/", "strategy/", "about/links/", "status/", "search/", "strategy/adoption/", "go/strategy/hostile-1/")
TOUCH = """() => {
  document.addEventListener("click", event => event.preventDefault())
  for (const element of document.querySelectorAll("article :is(h1, h2, p, a, img, code, em)"))
    for (const kind of ["mouseover", "focus", "click"])
      element.dispatchEvent(new MouseEvent(kind, {bubbles: true, cancelable: true}))
}"""


def test_nothing_runs_on_pages_of_hostile_texts(chromium: Browser, hostile_site: Path) -> None:
    page, told = chromium.new_page(bypass_csp=True), list[str]()
    page.on("dialog", lambda dialog: (told.append(dialog.message), dialog.dismiss()))
    page.on("pageerror", lambda error: told.append(str(error)))
    with hosted(hostile_site) as address:
        page.on("request", lambda request: request.url.startswith(address) or told.append(request.url))
        for path in [*LISTS, *(f"{name.removesuffix('.md')}/" for name, _ in hostile_project.pages())]:
            page.goto(f"{address}{path}?list")
            page.evaluate(TOUCH)
        page.evaluate("document.querySelector('article').setAttribute('onclick', 'alert(`seen`)')")
        page.evaluate(TOUCH)
    page.close()
    assert set(told) == {"seen"}
