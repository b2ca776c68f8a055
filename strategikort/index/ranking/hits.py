"""From scored passages to hits: their sections, their places and the matched words."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

from strategikort.index.expanding.expansion import Expansion
from strategikort.index.expanding.vocabulary import Vocabulary
from strategikort.index.expanding.words import How
from strategikort.index.filling.analysis import form_of
from strategikort.index.ranking.candidate import Candidate, Found
from strategikort.index.ranking.rank import Scored
from strategikort.index.storage.records import load_place
from strategikort.index.storage.store import Store
from strategikort.language.stopwords import is_stop_word
from strategikort.language.tokens import HYPHENS, word_spans
from strategikort.model import Hit, Place, SearchResult, Section, Term
from strategikort.text.aligned import SourceRange

WHOLE_SECTION = 2_500
"""Characters; a longer section that is asked for by name is answered with its first passage."""

_NO_HYPHENS = dict.fromkeys(map(ord, HYPHENS))

_KEPT = 1_000
"""Passages of which more is kept than where they are; beyond this all of it is let go."""

_ORDER = ("exact", "inflection", "compound", "synonym", "fuzzy")

_TELLING = {"exact": 0, "inflection": 1, "fuzzy": 2, "compound": 3, "synonym": 4}
"""What is said of a word that was found in several ways: that it was corrected, before all that
holds of the word it was corrected to."""


class Shown:
    """What has been shown of a store, which is often shown again; of use until it is written to."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._vocabulary = Vocabulary(store.connection)
        self._sections: dict[int, Section] = {}
        self._places: dict[int, Place] = {}
        self._words: dict[int, array[int]] = {}

    def hits(self, scored: Sequence[Scored], expansion: Expansion) -> list[Hit]:
        """Return passages that answer a query, expanded, as hits."""
        if len(self._places) > _KEPT:
            for kept in (self._sections, self._places, self._words):
                kept.clear()
        self._fetch([item.candidate for item in scored])
        forms = {found.form for item in scored for found in (*item.found, *item.headings)}
        shown = self._vocabulary.shown(forms)
        words = [group.word.text for group in expansion.groups]
        return [self._hit(item, words, shown) for item in scored]

    def document_of(self, sections: Iterable[int]) -> dict[int, str]:
        """Return the id of the document in which each section, given by its position, stands."""
        ids = self._store.ids_at(set(sections))
        return {section: name.partition("/")[0] for section, name in ids.items()}

    def _fetch(self, candidates: Sequence[Candidate]) -> None:
        places = [item.number for item in candidates if item.number not in self._places]
        if places:
            found = self._store.passage_places(places)
            self._places.update((number, load_place(place)) for number, place in found.items())
        sections = {item.section for item in candidates} - self._sections.keys()
        if sections:
            self._sections.update(self._store.sections_at(tuple(sections)))

    def _hit(self, item: Scored, words: Sequence[str], shown: Mapping[int, str]) -> Hit:
        candidate = item.candidate
        section = self._sections[candidate.section]
        text = section.text.text[candidate.start : candidate.end]
        spans = self._spans(candidate, text)
        places: set[SourceRange] = set()
        best: dict[tuple[str, str], How] = {}
        typed: set[str] = set()
        for found in sorted(item.found, key=lambda found: _TELLING[found.how]):
            place = _place(found, shown, spans, text)
            matched, known = text[place.start : place.end], shown[found.form]
            if matched != known and _together(matched) != _together(known):
                matched = known  # the whole of which only a half stands there
            if found.how in ("exact", "inflection"):
                typed.add(matched)
            elif found.how == "synonym" and (matched in typed or is_stop_word(matched)):
                continue  # all words of »den højtstående repræsentant« stand for »EU« as well
            places.add(place)
            best.setdefault((words[found.group], matched), found.how)
        return Hit(
            section,
            candidate.start,
            candidate.end,
            min(item.score, 1.0),
            self._places[candidate.number],
            tuple(_apart(sorted(places))),
            tuple((word, matched, how) for (word, matched), how in best.items()),
            item.parts,
            tuple((words[found.group], shown[found.form], found.how) for found in item.headings),
            item.answers,
        )

    def _spans(self, candidate: Candidate, text: str) -> array[int]:
        """Return the offsets of the words of a passage, in it: start and end of each in turn."""
        spans = self._words.get(candidate.number)
        if spans is None:
            spans = self._words[candidate.number] = array(
                "I", chain.from_iterable(word_spans(text))
            )
        return spans


def _place(found: Found, shown: Mapping[int, str], spans: Sequence[int], text: str) -> SourceRange:
    """Return where a match stands in ``text``: its token, or all those that hyphens join."""
    start, end = spans[2 * found.token : 2 * found.token + 2]
    if text[end : end + 1] not in HYPHENS:
        return SourceRange(start, end)
    whole = _together(shown[found.form])
    at = found.token
    while text[end : end + 1] in HYPHENS and 2 * at + 3 < len(spans):
        at += 1
        if spans[2 * at] != end + 1 or not whole.startswith(
            _together(text[start : spans[2 * at + 1]])
        ):
            break
        end = spans[2 * at + 1]
    return SourceRange(start, end)


def _together(word: str) -> str:
    """Return the form of a word as it is without its hyphens."""
    return form_of(word if HYPHENS.isdisjoint(word) else word.translate(_NO_HYPHENS))


def _apart(spans: Iterable[SourceRange]) -> list[SourceRange]:
    """Return sorted spans with those that overlap as one."""
    found: list[SourceRange] = []
    for span in spans:
        if found and span.start < found[-1].end:
            found[-1] = SourceRange(found[-1].start, max(span.end, found[-1].end))
        else:
            found.append(span)
    return found


def with_words_of(hit: Hit, other: Hit) -> Hit:
    """Return a hit with the words that another query found in the same passage as well."""
    return hit._replace(
        highlights=tuple(_apart(sorted((*hit.highlights, *other.highlights)))),
        matches=tuple(dict.fromkeys((*hit.matches, *other.matches))),
        headings=tuple(dict.fromkeys((*hit.headings, *other.headings))),
        answers=hit.answers or other.answers,
        missing=min(hit.missing, other.missing, key=len),
    )


def with_missing(result: SearchResult, unfound: Sequence[str]) -> SearchResult:
    """Return a result that names the words ``unfound``, and of each hit those it lacks."""
    words = dict.fromkeys([*[term.term for term in result.terms], *unfound])
    hits: list[Hit] = []
    for hit in result.hits:
        there = {word for word, _, _ in hit.matches + hit.headings}
        missing = tuple([word for word in words if word not in there]) if there else ()
        hits.append(hit if missing == hit.missing else hit._replace(missing=missing))
    return result._replace(hits=tuple(hits), unfound=tuple(unfound))


def section_of(named: Section | Hit) -> Section:
    """Return the section that is named, or of which a part is."""
    return named.section if isinstance(named, Hit) else named


def named_hits(store: Store, named: Sequence[Section | Hit]) -> list[Hit]:
    """Return hits for what the query names: the whole of a section, its first passage, a part."""
    hits: list[Hit] = []
    for section in named:
        if isinstance(section, Hit):
            hits.append(section)
            continue
        whole = len(section.text) <= WHOLE_SECTION
        start, end, place = store.first_passage(section.id, whole=whole)
        hits.append(Hit(section, start, end, 1.0, load_place(place)))
    return hits


def passages_of(store: Store, section: Section) -> list[Hit]:
    """Return a section as a hit, as one for each of its passages where it is long."""
    if len(section.text) <= WHOLE_SECTION:
        return named_hits(store, [section])
    return [
        Hit(section, start, end, 1.0, load_place(place))
        for start, end, place in store.passages_of(section.id)
    ]


def terms_of(words: Iterable[str], hits: Iterable[Hit]) -> tuple[Term, ...]:
    """Return for each word of a query what stood for it in the hits, and how it was found."""
    found: dict[tuple[str, str], dict[str, str]] = {}
    for hit in hits:
        for word, matched, how in (*hit.matches, *hit.headings):
            found.setdefault((word, how), {}).setdefault(matched.casefold(), matched)
    return tuple(
        Term(word, tuple(found[word, how].values()), how)
        for word in words
        for how in _ORDER
        if (word, how) in found
    )


def corrections_in(
    terms: Iterable[Term], corrected: Mapping[str, tuple[str, ...]]
) -> dict[str, tuple[str, ...]]:
    """Return the misspelt words of a query, if what it found are places with words of it.

    Each with what it was taken for in them; with all of ``corrected`` where they only have what
    that leads to, or nothing of it.
    """
    terms = tuple(terms)
    here = {term.term: term.matched for term in terms if term.how == "fuzzy"}
    return {word: here.get(word, words) for word, words in corrected.items()} if terms else {}
