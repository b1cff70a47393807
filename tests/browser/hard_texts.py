"""Texts made to break a layout: a small edition of the site with fixed words, as bad as contributions may be."""

from pathlib import Path

from projects import build, copy_program, write_settings

LONG_TITLE = ("Жергиликтүү өз алдынча башкаруу органдарынын кызыкчылыктарын " * 4)[:200].strip()
LONG_SECTION = ("Муниципалдык бирикмелердин мүчөлөрүнүн укуктары жөнүндө бөлүм, " * 4)[:200].strip()
LONG_WORD = "муниципалитеттештирилбегендиктеринен" + "айыл" * 6
TABLE = "\n".join(
    [
        "|" + "|".join(f" Көрсөткүч {n} " for n in range(30)) + "|",
        "|" + "---|" * 30,
        "|" + "|".join(f" {n * 12_345} " for n in range(30)) + "|",
    ]
)
STATUS = "status: draft\nstatus_date: 2020-03-12\nbased_on:\n  - news/2020-03-12-item#first\n"
SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="6000" height="800" viewBox="0 0 6000 800"><path fill="#1c4f46" d="M0 0h6000v800H0z"/></svg>'


def text(title: str, body: str = "", more: str = "") -> str:
    """A page with the facts that every page needs."""
    return f"---\ntitle: {title}\ndescription: {title}\n{more}---\n\n{body}\n"


CHAPTER = f"""Бир сөз: {LONG_WORD}, андан кийин *شعب قيرغيزستان والحكم المحلي*{{ lang=ar }} жана *地方自治联盟的战略文件*{{ lang=zh }}.

## {LONG_SECTION} {{ #long }}

{TABLE}

### Сүрөт {"{ #picture }"}

![Жашыл тилке](../../assets/wide.svg)

## {LONG_WORD} {{ #word }}

- тизме
    1. ичинде
        - дагы ичинде {LONG_WORD}

> {LONG_WORD} деген сөз

!!! note "Эскертүү"

    Шилтеме: [https://elsewhere.example/{"abc" * 30}](https://elsewhere.example/{"abc" * 30}) жана `{"код" * 40}`.
"""
HEADINGS = "\n\n".join(
    f"## Бөлүк {n} {{ #part-{chr(97 + n // 26 % 26)}{chr(97 + n % 26)}{n} }}\n\nСөз." for n in range(400)
)
NEWS = "Биринчи абзац.\n{ #first }\n\nЭкинчи абзац, [шилтеме](../strategy/chapter.md#word) менен.\n{ #second }"


def pages() -> dict[str, str]:
    """The Kyrgyz pages by name below docs/ky."""
    return {
        "index.md": text("Жергиликтүү өз алдынча башкаруулардын Союзу", "Бул жерде турактуу сөздөр жазылган."),
        "strategy/index.md": text("Стратегия 2020–2025", "## Абалы { #status }\n\nСөз.", STATUS),
        "strategy/chapter.md": text(LONG_TITLE, CHAPTER, STATUS),
        "strategy/headings.md": text("Төрт жүз бөлүк", HEADINGS, STATUS),
        "strategy/calm.md": text(
            "Жөнөкөй бөлүм",
            "## Биринчи { #one }\n\n"
            + "Жөнөкөй сүйлөм. " * 20
            + "\n\n## Экинчи { #two }\n\n"
            + "Дагы бир сүйлөм. " * 20,
            STATUS,
        ),
        "priorities/index.md": text("Багыттар", "## Тизме { #list }\n\nСөз.", STATUS),
        "priorities/one.md": text(LONG_WORD, "## Бир { #one }\n\nСөз.", STATUS),
        "priorities/two.md": text("Экинчи милдет", "## Эки { #two }\n\nСөз.", STATUS),
        "news/index.md": text("Жаңылыктар"),
        "news/2020-03-12-item.md": text(LONG_TITLE, NEWS, "date: 2020-03-12\nsource: Булак, 2020-жылдын 12-марты\n"),
        "news/2018-01-02-older.md": text("Эски жаңылык", "Сөз.", "date: 2018-01-02\n"),
        "about/index.md": text("Союз", "Сөз."),
        "terms.md": text("Терминдер", "## ЖӨБ — жергиликтүү өз алдынча башкаруу { #lsg }\n\nСөз."),
        "search.md": text("Издөө"),
    }


NAV = """nav:
  - index.md
  - strategy: [strategy/index.md, strategy/chapter.md, strategy/headings.md, strategy/calm.md]
  - priorities: [priorities/index.md, priorities/one.md, priorities/two.md]
  - news/index.md
  - about/index.md
  - terms.md
  - search.md
"""


def build_site(project: Path) -> Path:
    """Build the texts in the real project's frame; gives the folder of the site."""
    copy_program(project)
    for name, content in pages().items():
        file = project / "docs" / "ky" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, encoding="utf-8")
    (project / "docs/assets").mkdir()
    (project / "docs/assets/wide.svg").write_text(SVG, encoding="utf-8")
    write_settings(project, NAV)
    return build(project)
