"""The search answers queries that were kept aside while its rules were written; the measures measure."""

from pathlib import Path

import pytest

from portal.publication.search.documents import SearchDocument
from search.evaluation import measures, queries, trees
from search.evaluation.asking import Answer, ask, asked, search_folder
from search.evaluation.measures import Judgement
from search.site_documents import site_documents

HERE = Path(__file__).parent
LEAST = {"several words": 0.8, "English": 0.9}
"""Recall among the first five below which a kind of query fails; 0.95 for the others."""


@pytest.fixture(scope="module")
def found(built: Path) -> list[SearchDocument]:
    return site_documents(built)


@pytest.mark.parametrize("name", ["queries-open", "queries-aside"])
def test_each_kind_of_query_finds_what_it_should(found: list[SearchDocument], name: str) -> None:
    typed = queries.read(HERE / f"{name}.tsv")
    judged = measures.judge(typed, asked(found, typed), found)
    for kind in {one.query.kind for one in judged}:
        recalls = [one.recall for one in judged if one.query.kind == kind]
        assert sum(recalls) / len(recalls) >= LEAST.get(kind, 0.95), measures.table(
            [one for one in judged if one.query.kind == kind]
        )


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    texts = ["Долбоорду талкуулоо", "Долбоор бекитилди", "Жол куруу", "Жолдун долбоору жана көпүрө", "Иш"]
    return search_folder(
        [SearchDocument("ky", f"{at}/", "", "", text, "") for at, text in enumerate(texts)],
        tmp_path_factory.mktemp("small") / "search",
    )


def addresses(folder: Path, query: str) -> list[str]:
    [answer] = ask(folder, [("ky", query)])
    return list(answer.addresses)


def test_the_word_as_typed_comes_before_its_other_forms(small: Path) -> None:
    assert addresses(small, "долбоорду")[0] == "0/"
    assert addresses(small, "долбоору")[0] == "3/"
    assert sorted(addresses(small, "долбоору")) == ["0/", "1/", "3/"]


def test_all_words_are_wanted_and_some_will_do(small: Path) -> None:
    found = addresses(small, "жолдор долбоорлор")
    assert found[0] == "3/" and set(found) == {"0/", "1/", "2/", "3/"}
    assert addresses(small, "көпүрө бекитүү талкуулоодо") != []


def test_function_words_do_not_narrow_a_query(small: Path) -> None:
    assert sorted(addresses(small, "долбоор менен")) == sorted(addresses(small, "долбоор"))
    assert addresses(small, "жана") == ["3/"]


def test_a_phrase_is_found_in_its_order(small: Path) -> None:
    assert addresses(small, "«жол долбоор»") == ["3/"]
    assert addresses(small, "«долбоор жол»") == []


@pytest.mark.parametrize(
    "query", ["ъъъъ", "жжжжжжжжжжжжжжжжжж", "ж" * 10_000, "💧💧", "?!", "", "   ", "<script>", "и", "долл"]
)
def test_what_is_not_there_is_not_found(small: Path, query: str) -> None:
    assert addresses(small, query) == []


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("долбоол", "долбоор"),
        ("длобоорду", "долбоорду"),
        ("көпүүрө", "көпүрө"),
        ("көпрө", "көпүрө"),
        ("ljk,jjh", "долбоор"),
        ("бекитлиди", "бекитилди"),
    ],
)
def test_a_slip_is_mended(small: Path, typed: str, meant: str) -> None:
    [answer] = ask(small, [("ky", typed)])
    assert answer.meant == meant


def test_b_cubed_of_a_small_example() -> None:
    truth = {"a": 1, "b": 1, "c": 2, "d": 2}
    assert trees.b_cubed(truth, {"a": 1, "b": 1, "c": 2, "d": 2}) == (1, 1)
    assert trees.b_cubed(truth, dict.fromkeys("abcd", 0)) == (1, 0.5)
    assert trees.b_cubed(truth, {"a": 1, "b": 2, "c": 3, "d": 3}) == (0.75, 1)


def test_recall_is_of_five_at_most_and_precision_of_what_is_shown() -> None:
    found = [SearchDocument("ky", f"{at}/", "", "", "сөз" if at < 7 else "жок", "") for at in range(9)]
    query = queries.Query("base", "ky", "сөз", queries.holds("сөз"))
    [judged] = measures.judge([query], [Answer(("0/", "1/", "8/", "2/"), 4, None)], found)
    assert (judged.recall, judged.precision) == (0.6, 0.75)
    assert isinstance(judged, Judgement)


def test_a_query_that_nothing_can_answer_is_a_mistake_of_the_set() -> None:
    with pytest.raises(ValueError, match="сөз"):
        measures.judge([queries.Query("base", "ky", "сөз", queries.holds("сөз"))], [Answer((), 0, None)], [])


def test_a_treebank_gives_sentences_and_queries_about_its_nouns(tmp_path: Path) -> None:
    word = "1\t{form}\t{lemma}\t{part}\t_\t_\t0\troot\t_\t_"
    lines = [("Жолдор", "жол", "NOUN"), ("жолун", "жол", "NOUN"), ("курду", "кур", "VERB")]
    file = tmp_path / "small.conllu"
    file.write_text(
        "\n\n".join(f"# text\n{word.format(form=form, lemma=lemma, part=part)}" for form, lemma, part in lines) + "\n",
        encoding="utf-8",
    )
    sentences = trees.read(file)
    made = trees.queries(sentences)
    assert [record.text for record in trees.records(sentences)] == ["Жолдор", "жолун", "курду"]
    assert {(query.kind, query.text) for query in made} >= {("noun, lemma", "жол")}
    assert [query.is_answer(record) for query in made[:1] for record in trees.records(sentences)] == [True, True, False]
    assert "nouns" in trees.conflation(sentences)
