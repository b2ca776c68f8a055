"""A provable negative: which words were looked for, where, and that none of them stands there.

Unlike a search, which weighs the best candidates, this looks at every passage in which all words
of the subject stand in any of their forms, so that an empty answer is a finding.
"""

from __future__ import annotations

from collections.abc import Sequence

from strategikort.errors import StrategikortError
from strategikort.index.hits import Shown
from strategikort.index.query import QueryWord, parse_query
from strategikort.index.retrieval import Filters
from strategikort.index.search import Searcher
from strategikort.language.thesaurus import Expansion
from strategikort.model import AbsenceReport, Alternative, Document, SoughtWord

_SHOWN = 20
"""Places that are named when the subject is there after all."""

_PARTLY = 3
"""Passages with some of the words that are named when it is not."""


def report_absence(
    searcher: Searcher, shown: Shown, subject: str, documents: Sequence[Document]
) -> AbsenceReport:
    """Return whether ``subject`` is absent from ``documents``, and everything that shows it.

    Raises ``StrategikortError`` for a subject that is empty or too long, or that leaves out places.
    """
    filters = Filters(tuple(document.id for document in documents))
    query = parse_query(subject)
    if query.leaves_out:
        raise StrategikortError(
            "Et fravær gælder alt, hvad der står: »-« og »titel:« kan ikke bruges.",
            "Skriv kun emnet.",
            code="bad_subject",
        )
    words = searcher.content_words(query)
    expansions = searcher.alternatives(words)
    answer = searcher.covering(subject, filters)
    places = shown.hits(answer, _SHOWN)
    found_in = shown.documents(answer)
    near: dict[str, tuple[str, ...]] = {}
    partly = []
    if not places:
        every = [word.text for word in (*words, *query.phrase_words)]
        near = {word: found for word in every if (found := searcher.near_words(word))}
        partly = shown.hits(searcher.search(" ".join(every), filters), _PARTLY)
    return AbsenceReport(
        subject,
        tuple(
            _sought(searcher, word, [item for item in expansions if item.start <= at < item.end])
            for at, word in enumerate(words)
        )
        + tuple(SoughtWord(" ".join(phrase.words), exact=True) for phrase in query.phrases),
        tuple(documents),
        tuple(places),
        near,
        tuple(partly),
        {},
        tuple(document.id for document in documents if document.id in found_in),
        len(answer.scored),
    )


def _sought(searcher: Searcher, typed: QueryWord, expansions: Sequence[Expansion]) -> SoughtWord:
    word, found = typed.text, searcher.forms_of(typed)
    if typed.prefix:
        return SoughtWord(word, found=found, prefix=True)
    analysis = searcher.lexicon.analyze(word)
    return SoughtWord(
        word,
        # A word that no list has is shown as it was typed: MitID.
        tuple(word if lemma == word.lower() else lemma for lemma in analysis.lemmas),
        analysis.parts,
        tuple(
            Alternative(term, expansion.relation)
            for expansion in expansions
            for term in expansion.terms
        ),
        found,
    )
