"""What `make serve` shows: the last good pages, and over them what is wrong with the texts now."""

import time
from dataclasses import dataclass, field
from html import escape
from pathlib import Path
from string import Template

from portal.languages import ORIGINAL, STAFF_LANGUAGES
from portal.rendering.content_policy import without_policy
from portal.wording.phrases import phrase

VERSION = "/livereload"
"""The address at which open pages ask what version there is now."""
BLANK = '<!doctype html><html lang="{}"><meta charset="utf-8"><title>{}</title><body></body></html>'
PANEL, SCRIPT = (
    Template(Path(__file__).with_name(name).read_text(encoding="utf-8")) for name in ("panel.html", "script.html")
)


@dataclass(frozen=True)
class Preview:
    """The folder of the last good pages, None before there are any; a phrase and a message to show over them."""

    folder: Path | None
    notice: str = ""
    message: str = ""
    version: str = field(default_factory=lambda: str(time.time_ns()))

    def blank(self) -> str:
        """The page for every address while there are no pages."""
        return BLANK.format(ORIGINAL, escape(phrase(self.notice, ORIGINAL)))

    def complete(self, page: str) -> str:
        """The page with the message over it, and a script that loads it again when there is another version."""
        before, end, after = without_policy(page).rpartition("</body>")
        return before + self._panel() + SCRIPT.substitute(address=VERSION, version=self.version) + end + after

    def _panel(self) -> str:
        if not self.notice:
            return ""
        words = [f'<p lang="{code}">{escape(phrase(self.notice, code))}</p>' for code in STAFF_LANGUAGES]
        return PANEL.substitute(notice="".join(words), message=escape(self.message))
