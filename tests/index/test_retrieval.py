"""In a large index nothing that answers is lost behind what only seems to."""

from __future__ import annotations

import pytest

from strategikort.index.absence.presence import SubjectFinder
from strategikort.index.filling.writer import IndexWriter
from strategikort.index.querying import filters as filtering
from strategikort.index.querying.filters import Filters
from strategikort.index.querying.query import parse_query
from strategikort.index.ranking import retrieval
from strategikort.index.ranking.search import FEWEST_CANDIDATES, Searcher
from strategikort.index.storage import statements
from strategikort.index.storage.store import Store
from tests.holdings.test_writer import put
from tests.index.small import ANALYZER, found, searcher

MANY = 3 * FEWEST_CANDIDATES
FILLER = "Regeringen arbejder videre med planen i de kommende år sammen med kommuner og regioner"


def test_a_phrase_is_found_among_many_passages_with_its_words() -> None:
    better = [f"Omstilling er grøn, og grøn er omstilling: nummer {n}." for n in range(MANY)]
    index = searcher(*better, f"{FILLER}: den grønne omstilling. {FILLER}.", *better)
    assert found(index, '"grønne omstilling"') == [MANY + 1]


def test_what_is_left_out_does_not_hide_what_is_left() -> None:
    better = [f"Partnerskab, partnerskaber og Kina, nummer {n}." for n in range(MANY)]
    index = searcher(*better, f"{FILLER}: et partnerskab med Japan. {FILLER}.", *better)
    assert found(index, "partnerskab -Kina") == [MANY + 1]


def test_a_passage_with_every_word_is_not_lost_behind_the_rare_one() -> None:
    rare = [f"Torsk og torsk og torsk, nummer {n}." for n in range(MANY)]
    common = [f"{FILLER}, nummer {n}." for n in range(10 * MANY)]
    both = f"{FILLER}: kommuner og torsk. {FILLER}."
    index = searcher(*rare, both, *common)
    assert MANY + 1 in found(index, "torsk kommuner")


@pytest.mark.parametrize("limit", (1, 10, 2 * FEWEST_CANDIDATES))
def test_as_many_as_are_asked_for(limit: int) -> None:
    index = searcher(*(f"Om fiskeri og torsk, nummer {n}." for n in range(MANY)))
    answer = index.search("torsk", Filters(), limit=limit)
    assert len(answer.scored) >= limit
    assert answer.total == MANY


def test_only_so_many_passages_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(retrieval, "_KEPT", 50)
    monkeypatch.setattr(statements, "AT_ONCE", 7)
    paragraphs = [f"Om {what}, nummer {n}." for n in range(MANY) for what in ("torsk", "sild")]
    index = searcher(*paragraphs)
    for query in ("torsk", "sild", "torsk", "nummer 7", "sild"):
        assert found(index, query) == found(searcher(*paragraphs), query)
        assert len(index.retrieval._kept) <= 50
    query = parse_query("sild")
    _, standing = SubjectFinder(index).standing(query, query.words, Filters())
    assert len(standing) == MANY
    assert len(index.retrieval._kept) <= 50


@pytest.mark.parametrize("few", (0, 2_000))
@pytest.mark.parametrize(
    ("filters", "expected"),
    [(Filters(("b", "d")), ["b", "d"]), (Filters(("a", "b", "c", "d", "e")), list("abcde")),
     (Filters(("c",), ("afsnit",)), ["c"]), (Filters((), ("boks",)), [])],
)  # fmt: skip
def test_what_is_let_through_is_never_asked_for_one_by_one(
    filters: Filters, expected: list[str], few: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(filtering, "_FEW", few)
    store = Store.create(None)
    for name in "abcde":
        put(store, IndexWriter(store.connection, ANALYZER), name, ["Om torsk."] * 3)
    index = Searcher(store.connection, ANALYZER)
    asked: list[str] = []
    store.connection.set_trace_callback(asked.append)
    answer = index.search("torsk", filters)
    store.connection.set_trace_callback(None)
    names = [store.ids_at([item.candidate.section]) for item in answer.scored]
    assert [name.split("/")[0] for ids in names for name in ids.values()] == [
        name for name in expected for _ in range(3)
    ]
    questions = [sql for sql in asked if "search MATCH" in sql and not sql.startswith("--")]
    assert questions
    for sql in questions:
        plan = [row[3] for row in store.connection.execute(f"EXPLAIN QUERY PLAN {sql}")]
        (scan,) = [step for step in plan if step.startswith("SCAN search")]
        # FTS5 says with a sign of equality that it is given the passages one at a time.
        assert "=" not in scan
