"""Searches of a few paragraphs."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from strategikort.index.filling.analysis import Analyzer
from strategikort.index.filling.writer import IndexWriter
from strategikort.index.querying.filters import Filters
from strategikort.index.ranking.search import Searcher
from strategikort.index.storage.store import Store
from strategikort.language.thesaurus import Thesaurus
from tests.holdings.test_writer import put

ANALYZER = Analyzer()


def searcher(*paragraphs: str, thesaurus: Thesaurus | None = None) -> Searcher:
    store = Store.create(None)
    put(store, IndexWriter(store.connection, ANALYZER), "d", paragraphs)
    return Searcher(store.connection, ANALYZER, thesaurus)


def found(searcher: Searcher, query: str, **options: bool) -> Sequence[int]:
    answer = searcher.search(query, Filters(), **options)  # type: ignore[arg-type]
    return [item.candidate.section for item in answer.scored]


def own_thesaurus(folder: Path, groups: str) -> Thesaurus:
    path = folder / "egen.yaml"
    path.write_text(f"- grupper:\n    - {groups}\n", encoding="utf-8")
    return Thesaurus.load(path, lexicon=ANALYZER.lexicon)
