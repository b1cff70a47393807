"""The Content-Security-Policy of a page: its browser runs our own scripts, and fetches nothing from elsewhere."""

import re
from base64 import b64encode
from collections.abc import Mapping
from functools import cache
from hashlib import sha256

from portal.rendering.page_assets import SCRIPTS, minified_script

REFERRER = "same-origin"
"""What other sites learn of the page that a reader comes from: nothing."""
DIRECTIVES = {
    "default-src": "'none'",
    "style-src": "'self'",
    "img-src": "'self'",
    "manifest-src": "'self'",
    "object-src": "'none'",
    "base-uri": "'none'",
    "form-action": "'self'",
}
FETCH_DIRECTIVES = {"connect-src": "'self'"}
SEARCH_SOURCES = ("'self'", "'wasm-unsafe-eval'")
"""Only for pages that load the search: its modules are files, and Pagefind is WebAssembly."""
LOADS_SEARCH = " data-module="
READS_ADDRESSES = " data-root="
PLACE = '<meta http-equiv="Content-Security-Policy" content="">'
"""Where the template has the policy."""
WRITTEN = re.compile(re.escape(PLACE).replace('""', '"[^"]*"'))


def fill_policy(html: str) -> str:
    """The page with its policy in the place that the template has for it."""
    return html.replace(PLACE, PLACE.replace('""', f'"{policy(html)}"'), 1)


def without_policy(html: str) -> str:
    """The page as it is shown at home, with a script and a panel that the policy would refuse."""
    return WRITTEN.sub("", html)


def policy(html: str) -> str:
    """The policy for a page: of scripts written into it, those of our own sources that it has."""
    searches = LOADS_SEARCH in html
    sources = [source for element, source in _own_scripts().items() if element in html]
    scripts = {"script-src": " ".join([*sources, *(SEARCH_SOURCES if searches else ())]) or "'none'"}
    fetches = searches or READS_ADDRESSES in html
    return _written(DIRECTIVES | scripts | (FETCH_DIRECTIVES if fetches else {}))


def hash_source(script: str) -> str:
    """How a policy names a script that is written into the page."""
    return f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'"


@cache
def _own_scripts() -> Mapping[str, str]:
    """The source of each of our inline scripts, by the end of its element."""
    scripts = map(minified_script, sorted(SCRIPTS.glob("*.js")))
    return {f">{script}</script>": hash_source(script) for script in scripts}


def _written(directives: Mapping[str, str]) -> str:
    return "; ".join(f"{name} {sources}" for name, sources in directives.items())
