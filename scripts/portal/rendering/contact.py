"""How readers reach the Union and report a mistake, as pages show it."""

import re
from dataclasses import dataclass
from urllib.parse import quote

from portal.content.reading.contact import Contact
from portal.languages import LANGUAGES, NAMES
from portal.rendering.page_view import PageView
from portal.rendering.repository import RepositoryLinks
from portal.wording.phrases import phrase


@dataclass(frozen=True)
class ContactLine:
    """A way to reach the Union; `language` is that of its text ("zxx": no words), `url` is empty for a place."""

    label: str
    text: str
    url: str
    language: str


def contact_lines(contact: Contact, language: str) -> list[ContactLine]:
    """What is known of the contact, an address in the reader's language where there is one."""
    place = next((code for code in (language, *LANGUAGES) if code in contact.address), "")
    found = (
        ("contact_address", contact.address.get(place, ""), "", place),
        ("contact_phone", contact.phone, "tel:" + re.sub(r"[^+0-9]", "", contact.phone), "zxx"),
        ("contact_mail", contact.mail, f"mailto:{contact.mail}", "zxx"),
        ("contact_telegram", contact.telegram and f"@{contact.telegram}", f"https://t.me/{contact.telegram}", "zxx"),
    )
    return [ContactLine(phrase(label, language), text, url, code) for label, text, url, code in found if text]


def report_link(view: PageView, contact: Contact, repository: RepositoryLinks | None) -> str:
    """The letter or form that reports a mistake and already names the page; empty where nobody could get it."""
    url, language = view.site.site_url + view.url, NAMES[view.text_language]
    if contact.mail:
        subject = phrase("report_subject", view.language)
        body = f"{url}\r\n{language}\r\n\r\n{phrase('report_body', view.language)}\r\n"
        return f"mailto:{contact.mail}?subject={quote(subject, safe='')}&body={quote(body, safe='')}"
    return repository.report(url, language) if repository else ""
