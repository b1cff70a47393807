"""Texts that are hard to show side by side, added to the frozen edition."""

from pathlib import Path

from portal.languages import LANGUAGES

HARD = "strategy/hard"
TITLES = {"ky": "Сыноо", "ru": "Проба", "en": "Trial"}
WIDE = "\n".join("|" + "|".join(cell(n) for n in range(100)) + "|" for cell in (str, lambda n: "---", "x{}".format))
CITED = "Сөз[^1], дагы сөз[^1]."
NOTE = "[^1]: Эскертме, [шилтеме](role.md#union)."
SECTIONS = {
    "ky": f"[Таблица](#wide), [сап](#place).\n\n## Бир {{ #one }}\n\n{CITED}\n\n{NOTE}\n\n## Эки {{ #two }}\n\nСөз.\n\n"
    f"Абзац.\n{{ #paragraph }}\n\n> Сөз.\n> {{ #place }}\n\n## Таблица {{ #wide }}\n\n{WIDE}\n\n"
    "## Кыргызча гана { #kyrgyz-only }\n\nСөз.",
    "ru": f"[Таблица](#wide), [строка](#place).\n\n## Два {{ #two }}\n\nСлово.\n\nАбзац.\n{{ #paragraph }}\n\n"
    f"> Слово.\n> {{ #place }}\n\n## Только по-русски {{ #russian-only }}\n\nСлово.\n\n"
    f"## Один {{ #one }}\n\n{CITED}\n\n{NOTE}\n\n## Таблица {{ #wide }}\n\n{WIDE}",
    "en": f"[Table](#wide), [line](#place).\n\n## One {{ #one }}\n\n{CITED}\n\nParagraph.\n{{ #paragraph }}\n\n{NOTE}",
}
"""Another order in Russian, a section that only one language has, a footnote used twice, a table of 100 columns."""

RECORDS = {
    "addresses.txt": f"{HARD}/#russian-only 2026-11-22 Орусча гана",
    "moved.yml": f"{HARD}/#russian-only: {HARD}/#one",
    "translations.txt": f"ru/{HARD}/#russian-only 00000000",
}
"""The original lost a section that the Russian translation still has."""


def add_page(folder: Path) -> None:
    for language in LANGUAGES:
        head = f"title: {TITLES[language]}\ndescription: {TITLES[language]}\nstatus: draft\nstatus_date: 2020-03-12\n"
        based = "based_on: [news/2020-03-12-strategy-discussion#discussion]\n"
        file = folder / f"docs/{language}/{HARD}.md"
        file.write_text(f"---\n{head}{based}---\n\n{SECTIONS[language]}\n", encoding="utf-8")
    settings = folder / "mkdocs.yml"
    nav = settings.read_text(encoding="utf-8")
    settings.write_text(
        nav.replace("      - strategy/role.md\n", f"      - strategy/role.md\n      - {HARD}.md\n"), "utf-8"
    )
    for record, line in RECORDS.items():
        with (folder / "records" / record).open("a", encoding="utf-8") as file:
            file.write(f"{line}\n")
