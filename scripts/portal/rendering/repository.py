"""Links into the repository on GitHub, where texts are corrected, added and translated."""

from dataclasses import dataclass
from urllib.parse import quote

from portal.content.drafts import DAY, SLUG, news_draft, translation_draft
from portal.languages import ORIGINAL
from portal.rendering.page_view import LanguageEdition, PageView

LONGEST = 6_000
"""GitHub refuses addresses of about eight kilobytes."""
SHORT = 1_500
"""The longest addresses on a page that has many."""
NEWS = f"docs/{ORIGINAL}/news/{DAY}-{SLUG}.md"
BREAK = "\n\n"


@dataclass(frozen=True)
class RepositoryLinks:
    """The repository as readers of a language see it."""

    name: str
    branch: str
    site: LanguageEdition

    def edit(self, file: str) -> str:
        return self._link("edit", file)

    def commit(self, commit: str) -> str:
        return f"https://github.com/{self.name}/commit/{commit}"

    def guide(self, name: str) -> str:
        """A guide for contributors in the reader's language; the Kyrgyz one has the plain name."""
        language = "" if self.site.language == ORIGINAL else f".{self.site.language}"
        return self._link("blob", f".github/{name}{language}.md")

    def forms(self) -> str:
        return f"https://github.com/{self.name}/issues/new/choose"

    def report(self, url: str, language: str) -> str:
        """The form for a mistake, with the address of the page and the language of its text filled in."""
        form = f"https://github.com/{self.name}/issues/new?template=1-mistake.yml"
        return f"{form}&page={quote(url, safe='')}&language={quote(language)}"

    def add_news(self) -> str:
        """A new news item: Kyrgyz comes first, so its file is Kyrgyz; its samples are in the reader's language."""
        return self._new(NEWS, news_draft(self.site.language))

    def begin_news(self) -> str:
        """The same without samples, short enough to stand on every page."""
        return self._new(NEWS, f"---\ntitle: \ndescription: \ndate: {DAY}\nsource: \n---\n")

    def translate(self, page: PageView, language: str, longest: int = LONGEST) -> str:
        """A new translation: the facts and headings of the original, as far as the address may hold them."""
        original = page.edition.originals[page.path]
        return self._new(f"docs/{language}/{original.relative_path}", translation_draft(original, language), longest)

    def translate_in_table(self, page: PageView, language: str) -> str:
        """The same for a page that has many such links."""
        return self.translate(page, language, SHORT)

    def _new(self, file: str, text: str, longest: int = LONGEST) -> str:
        """The page that makes a file, with as many of the first blocks of its text as fit."""
        folder, _, name = file.rpartition("/")
        address = f"https://github.com/{self.name}/new/{quote(self.branch)}/{folder}?filename={name}&value="
        first, *others = text.rstrip().split(BREAK)
        for part in (first, *(BREAK + block for block in others), "\n"):
            if len(address) + len(quote(part)) > longest:
                break
            address += quote(part)
        return address

    def _link(self, what: str, file: str) -> str:
        return f"https://github.com/{self.name}/{what}/{quote(self.branch)}/{quote(file)}"
