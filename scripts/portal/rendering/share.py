"""What a page shows of itself where its link is shared: the facts of Open Graph, and a card with its title."""

import datetime
from dataclasses import dataclass
from hashlib import sha256

from portal.addresses import page_url
from portal.languages import LANGUAGES
from portal.rendering.page_view import PageView
from portal.wording.dates import in_words
from portal.wording.phrases import phrase

LOCALES = {"ky": "ky_KG", "ru": "ru_RU", "en": "en_GB"}
CARDS = "assets/cards/"


@dataclass(frozen=True)
class Card:
    """A picture with the title of a page, its day if it is news, and the names of the Union."""

    title: str
    language: str
    day: datetime.date | None = None
    width: int = 1200
    height: int = 630

    @property
    def site_name(self) -> str:
        return phrase("union_short", self.language)

    @property
    def full_name(self) -> str:
        return phrase("cite_union", self.language)

    @property
    def date(self) -> str:
        return in_words(self.day, self.language) if self.day else ""

    @property
    def text(self) -> str:
        """The words of the card, for those who do not see it."""
        return " · ".join(filter(None, (self.site_name, self.title, self.date)))

    @property
    def file(self) -> str:
        """Its file below the root, of another name when its words change: networks keep pictures by their names."""
        words = "\n".join((self.language, self.site_name, self.full_name, self.title, self.date))
        return f"{CARDS}{sha256(words.encode()).hexdigest()[:16]}.png"


@dataclass(frozen=True)
class Share:
    """The facts of Open Graph, in the language of the text: a page without a translation is shared as the original."""

    kind: str
    title: str
    description: str
    url: str
    image: str
    locale: str
    other_locales: tuple[str, ...]
    card: Card

    @property
    def site_name(self) -> str:
        return self.card.site_name


def share_of(view: PageView, url: str | None = None) -> Share:
    """How a page is shared, or an address below the root that leads to it."""
    language, path, root = view.text_language, view.path, view.site.site_url
    card = card_of(view)
    return Share(
        kind="article" if view.date or view.number else "website",
        title=view.title,
        description=view.description,
        url=root + (page_url(path, language) if url is None else url),
        image=root + card.file,
        locale=LOCALES[language],
        other_locales=tuple(
            LOCALES[code] for code in LANGUAGES if code != language and (code, path) in view.edition.pages
        ),
        card=card,
    )


def card_of(view: PageView) -> Card:
    return Card(view.title, view.text_language, view.date)
