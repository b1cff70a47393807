"""News as staff live it: photographs, the order of a day, a day to come, and what is withdrawn."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from content import uploads
from portal.languages import LANGUAGES
from portal.wording.phrases import phrase
from projects import SharedFolder, build, commit, edition_project, run_python
from publication.feed_reading import read_feed

TODAY = "2026-11-24"
FORMER = "news/2026-11-19-meeting"
DAY, LATER, WITHDRAWN = "news/2026-11-24", "news/2026-12-01-congress", "news/2026-11-20-meeting"
WORDS = {"ky": ("Сыноо тексти", "Сыноо үчүн."), "ru": ("Текст для пробы", "Для пробы."), "en": ("Test", "A test.")}
GONE = "withdrawn: 2026-11-24\nreason_ru: Встреча не состоялась.\n"


def item(project: Path, path: str, name: str, facts: str = "", body: str = "", language: str = "ky") -> None:
    title, text = WORDS[language]
    head = f"title: {title} {name}\ndescription: {text}\ndate: {path[5:15]}\n{facts}"
    (project / f"docs/{language}/{path}.md").write_text(f"---\n{head}---\n\n{body or text}\n", encoding="utf-8")


def add_news(project: Path) -> None:
    """Three items of one day, one with a photograph; one of a later day; one that was withdrawn; links to it."""
    for photograph in ("photo.jpg", "congress.jpg", "meeting.jpg"):
        (project / "docs/assets" / photograph).write_bytes(uploads.JPEG)
    item(project, f"{DAY}-c", "ВВВ", "order: 1\n", "![Сүрөт](../../assets/photo.jpg)")
    item(project, f"{DAY}-b", "БББ")
    item(project, f"{DAY}-a", "ААА", body=f"[Сыноо үчүн](../{WITHDRAWN}.md#people).")
    for language in LANGUAGES:
        item(project, LATER, "КККК", language=language, body="![x](../../assets/congress.jpg)\n\n## X { #topics }")
        item(
            project, WITHDRAWN, "ЖЖЖЖ", language=language, body="![x](../../assets/meeting.jpg)\n\n## ЫЫЫЫ { #people }"
        )
    moved = project / "records/moved.yml"
    moved.write_text(f"{FORMER}/: {WITHDRAWN}/\n{moved.read_text(encoding='utf-8')}", encoding="utf-8")
    commit(project)
    file = project / f"docs/ky/{WITHDRAWN}.md"
    file.write_text(file.read_text(encoding="utf-8").replace("---\n\n", f"{GONE}---\n\n"), encoding="utf-8")
    role = project / "docs/ky/strategy/role.md"
    role.write_text(
        role.read_text(encoding="utf-8").replace("based_on: [", f"based_on: [{WITHDRAWN}#people, "), encoding="utf-8"
    )


@pytest.fixture(scope="module")
def news_site(shared_folder: SharedFolder) -> Path:
    """The folder of a site with such news, built on the day of the three items."""

    def fill(folder: Path) -> None:
        add_news(edition_project(folder))
        build(folder, TODAY=TODAY)

    return shared_folder("news", fill) / "build" / "site"


def everything(site: Path) -> str:
    return "\n".join(
        file.read_text(encoding="utf-8")
        for file in sorted(site.rglob("*"))
        if file.suffix in {".html", ".json", ".csv", ".xml"}
    )


def titles(site: Path, *languages: str) -> list[str]:
    html = "".join((site / language / "news/index.html").read_text(encoding="utf-8") for language in languages)
    return re.findall(r"Сыноо тексти (\w+)", html)


def test_a_photograph_stands_where_readers_of_each_language_get_it(news_site: Path) -> None:
    for prefix, way in (("", "../../"), ("ru/", "../../../"), ("en/", "../../../")):
        html = (news_site / f"{prefix}{DAY}-c/index.html").read_text(encoding="utf-8")
        assert f'src="{way}assets/photo.jpg"' in html
    assert (news_site / "assets/photo.jpg").exists()


def test_the_items_of_a_day_stand_in_their_order_then_by_name(news_site: Path) -> None:
    assert titles(news_site, "", "ru") == ["ВВВ", "ААА", "БББ"] * 2


def test_nothing_of_an_item_is_published_before_its_day(news_site: Path) -> None:
    assert "КККК" not in everything(news_site) and LATER not in everything(news_site)
    assert list(news_site.rglob("*congress*")) == []


def test_nothing_of_a_withdrawn_item_is_published_but_its_notice(news_site: Path) -> None:
    published = everything(news_site)
    assert "ЖЖЖЖ" not in published and "ЫЫЫЫ" not in published
    assert list(news_site.rglob("meeting.jpg")) == []
    assert WITHDRAWN not in (news_site / "sitemap.xml").read_text(encoding="utf-8")
    page = next(page for page in json.loads((news_site / "links.json").read_text(encoding="utf-8"))["pages"]
                if page["address"] == f"{WITHDRAWN}/")  # fmt: skip
    assert (page["status"], page["gone"], page["to"]) == ("gone", TODAY, "news/")


@pytest.mark.parametrize(
    ("language", "words", "lang"),
    [("ky", "Барак алынып салынган", ' lang="ru"'), ("ru", "Страница снята", ""), ("en", "withdrawn", ' lang="ru"')],
)
def test_its_addresses_lead_to_the_notice_in_the_readers_language(
    news_site: Path, language: str, words: str, lang: str
) -> None:
    prefix = "" if language == "ky" else f"{language}/"
    for path in (WITHDRAWN, FORMER):
        html = (news_site / f"{prefix}{path}/index.html").read_text(encoding="utf-8")
        assert words in html and f'<p class="lead"{lang}>Встреча не состоялась.</p>' in html
    assert 'id="people"' in (news_site / f"{prefix}{WITHDRAWN}/index.html").read_text(encoding="utf-8")
    assert 'id="people"' in (news_site / f"go/{WITHDRAWN}/index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_feed_keeps_the_order_of_a_day_and_says_what_was_withdrawn(news_site: Path, language: str) -> None:
    entries = read_feed(news_site, "news", language).entries
    of_the_day = [entry.title.rpartition(" ")[2] for entry in entries if DAY in entry.id]
    assert of_the_day == (["ВВВ", "ААА", "БББ"] if language == "ky" else [])
    (withdrawn,) = [entry for entry in entries if entry.id.endswith(f":{language}/{WITHDRAWN}")]
    assert withdrawn.title == phrase("gone_title", language)
    assert withdrawn.updated == f"{TODAY}T00:00:00+06:00"
    assert '<p lang="ru">Встреча не состоялась.</p>' in withdrawn.content[0].value
    assert withdrawn.link == f"https://example.org/{'' if language == 'ky' else f'{language}/'}{WITHDRAWN}/"


def test_an_item_appears_on_its_day_and_is_recorded_then(copy_project: Callable[[], Path]) -> None:
    project = copy_project()
    add_news(project)
    records = project / "records/addresses.txt"
    for today, published in (("2026-11-30", False), ("2026-12-01", True)):
        assert run_python(project, "scripts/lock_addresses.py", TODAY=today).returncode == 0
        assert (f"{LATER}/#topics 2026-12-01" in records.read_text(encoding="utf-8")) == published
    site = build(project, TODAY="2026-12-01")
    assert titles(site, "")[0] == "КККК"
    assert (site / f"ru/{LATER}/index.html").exists() and (site / "assets/congress.jpg").exists()
