"""The frozen edition, some of whose texts change on the two days after its first."""

from pathlib import Path

from projects import commit

CHANGED, FALLBACK, TYPOGRAPHY = "strategy/role", "strategy/review", "strategy/situation"
"""Changed in Kyrgyz and Russian; changed in Kyrgyz, which English readers see; never changed in its words."""
NOTE = "Уточнено, как Союз работал с государством."
FIRST, SECOND = "2026-11-23T12:00:00+06:00", "2026-11-24T12:00:00+06:00"


def change(folder: Path) -> None:
    """The note came with the Russian text alone; it still stands there when the text changes again."""
    _replace(folder, f"ky/{CHANGED}", "ийгиликтүү өнөктөшү", "ишенимдүү өнөктөшү")
    _replace(folder, f"ru/{CHANGED}", "успешный партнёр", "надёжный партнёр")
    _replace(folder, f"ru/{CHANGED}", "status: draft", f"changes: {NOTE}\nstatus: draft")
    _replace(folder, f"ky/{FALLBACK}", " Программанын өзү да, анализ да бул сайтта жок.", "")
    commit(folder, FIRST)
    _replace(folder, f"ru/{CHANGED}", "## Что дальше {", "## Дальнейшее развитие {")
    _replace(folder, f"ky/{TYPOGRAPHY}", "ресурстар талкууланды", "**ресурстар** талкууланды")
    commit(folder, SECOND)


def _replace(folder: Path, page: str, old: str, new: str) -> None:
    file = folder / f"docs/{page}.md"
    text = file.read_text(encoding="utf-8")
    assert old in text, (page, old)
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
