"""What may stand for a word of a query, and how rare the word is held to be."""

from __future__ import annotations

from pathlib import Path

import pytest

from strategikort.index.analysis import Analyzer
from strategikort.index.retrieval import Filters
from strategikort.index.search import Searcher
from strategikort.index.store import Store
from strategikort.index.writer import IndexWriter
from strategikort.language.thesaurus import Thesaurus
from tests.holdings.test_writer import put

ANALYZER = Analyzer()


def searcher(*paragraphs: str, thesaurus: Thesaurus | None = None) -> Searcher:
    store = Store.create(None)
    put(store, IndexWriter(store.connection, ANALYZER), "d", paragraphs)
    known = thesaurus or Thesaurus.load(lexicon=ANALYZER.lexicon)
    return Searcher(store.connection, ANALYZER, known)


def found(searcher: Searcher, query: str) -> list[int]:
    return [item.candidate.section for item in searcher.search(query, Filters()).scored]


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Landene BY, DE og PL står i tabellen.", [1]), ("En by og flere byer i landet.", [])],
)
def test_an_abbreviation_that_is_a_common_word_stands_in_capitals(
    text: str, expected: list[int]
) -> None:
    assert found(searcher(text), "Hviderusland") == expected


def test_a_rare_word_is_not_common_for_its_common_synonym(tmp_path: Path) -> None:
    own = tmp_path / "egen.yaml"
    own.write_text("- grupper:\n    - {ord: [kutter, skib]}\n", encoding="utf-8")
    thesaurus = Thesaurus.load(own, lexicon=ANALYZER.lexicon)
    ships = [f"Skibe sejler ud herfra hver dag, nummer {n}." for n in range(30)]
    index = searcher(*ships, "En kutter lagde til kaj.", "Et møde i havnen.", thesaurus=thesaurus)
    groups = {
        group.word.text: group for group in index.search("kutter møde", Filters()).expansion.groups
    }
    assert groups["kutter"].passages > 30
    assert groups["kutter"].idf > groups["møde"].idf / 2
