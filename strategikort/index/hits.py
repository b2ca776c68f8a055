"""From scored passages to hits: their sections, their places and the matched words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from strategikort.index.records import load_place
from strategikort.index.search import Answer
from strategikort.index.store import Store
from strategikort.language.tokens import word_spans
from strategikort.model import Hit, Section, Term
from strategikort.text.aligned import SourceRange

WHOLE_SECTION = 2_500
"""Characters; a longer section that is asked for by name is answered with its first passage."""

_ORDER = ("exact", "inflection", "compound", "synonym", "fuzzy")


def hits_of(store: Store, answer: Answer, first: int, count: int) -> list[Hit]:
    """Return hits ``first`` to ``first + count`` of an answer, best first."""
    scored = answer.scored[first : first + count]
    sections = store.sections_at([item.candidate.section for item in scored])
    places = store.passage_places([item.candidate.number for item in scored])
    shown = store.shown_forms({found.form for item in scored for found in item.found})
    words = [group.word.text for group in answer.expansion.groups]
    hits: list[Hit] = []
    for item in scored:
        candidate = item.candidate
        section = sections[candidate.section]
        text = section.text.text[candidate.start : candidate.end]
        spans = word_spans(text, {found.token for found in item.found})
        matches = {(words[found.group], shown[found.form], found.how): None for found in item.found}
        hits.append(
            Hit(
                section,
                candidate.start,
                candidate.end,
                item.score,
                load_place(places[candidate.number]),
                tuple(SourceRange(*span) for span in spans),
                tuple(matches),
                item.parts,
            )
        )
    return hits


def named_hits(store: Store, sections: Sequence[Section]) -> list[Hit]:
    """Return hits for sections that the query names: the whole of each, or its first passage."""
    hits: list[Hit] = []
    for section in sections:
        whole = len(section.text) <= WHOLE_SECTION
        start, end, place = store.first_passage(section.id, whole=whole)
        hits.append(Hit(section, start, end, 1.0, load_place(place)))
    return hits


def terms_of(answer: Answer, hits: Iterable[Hit]) -> tuple[Term, ...]:
    """Return for each word of the query what stood for it in the hits, and how it was found."""
    found: dict[tuple[str, str], dict[str, None]] = {}
    for hit in hits:
        for word, matched, how in hit.matches:
            found.setdefault((word, how), {})[matched] = None
    return tuple(
        Term(group.word.text, tuple(found[group.word.text, how]), how)
        for group in answer.expansion.groups
        for how in _ORDER
        if (group.word.text, how) in found
    )


def corrections_of(terms: Iterable[Term]) -> dict[str, tuple[str, ...]]:
    """Return the misspelt words of the query with what they were taken for in the hits."""
    return {term.term: term.matched for term in terms if term.how == "fuzzy"}
