"""The note on a section that was withdrawn."""

from markupsafe import Markup

from portal.content.permalinks.redirects_file import Gone
from portal.wording.dates import in_words
from portal.wording.phrases import html_phrase


def gone_note(gone: Gone, language: str) -> Markup:
    """Since when and why, for readers of a language; a reason in another language is marked as such."""
    reason, reason_language = gone.reason_in(language)
    why = reason
    if reason_language != language:
        why = Markup('<span lang="{}">{}</span>').format(reason_language, reason)
    return html_phrase("section_gone", language, date=in_words(gone.since, language), why=why)
