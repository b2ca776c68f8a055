"""Where a subject stands, and as what: itself, inside longer words, otherwise, or not together.

Unlike a search, which weighs the best candidates, this looks at every passage in which all words
of the subject stand in any of their forms, so that an empty answer is a finding.  What the program
itself has put over a text (»Konklusion 27«) is not what the text says.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence, Set
from functools import lru_cache
from typing import Any, NamedTuple, Protocol

from strategikort.index.absence.asnumbers import AsNumbers
from strategikort.index.absence.capitals import Abbreviations, Capitals, Shortenings
from strategikort.index.absence.forenames import Persons, forenames
from strategikort.index.absence.lookalikes import Lookalikes
from strategikort.index.absence.signs import Signs
from strategikort.index.absence.tabled import tabled_series
from strategikort.index.absence.timespans import TimeSpans, as_written
from strategikort.index.expanding.expansion import Expansion, Group, Series
from strategikort.index.expanding.synonyms import NOTATION
from strategikort.index.expanding.words import Words
from strategikort.index.filling.analysis import form_of
from strategikort.index.querying.filters import Filters
from strategikort.index.querying.query import Query, QueryWord, parse_query
from strategikort.index.ranking.belonging import Belongings
from strategikort.index.ranking.homographs import Homographs
from strategikort.index.ranking.judging import Judge, Level, Own
from strategikort.index.ranking.matches import NONE_OTHER, Candidate, Matcher, Other, stand_in
from strategikort.index.ranking.rank import Ranker, Scored
from strategikort.index.ranking.search import Searcher
from strategikort.index.storage.statements import chunks, marks
from strategikort.language.numbers.currencies import OF_OTHERS
from strategikort.language.numbers.measures import LESS, THOUSANDS, units_in
from strategikort.language.numbers.notation import SCALES
from strategikort.language.thesaurus import Expansion as Alternatives
from strategikort.language.thesaurus_keys import only_in_capitals
from strategikort.language.tokens import word_spans, word_texts

_TABLE = "tabel"

_LINE_END = re.compile(r"\n")
_SENTENCE_END = re.compile(r"(?<=[^\W\d_]{4})[.!?][»«”“\"’‘)]*\s+(?=[»“\"(]?[A-ZÆØÅ])|\n\s*\n")
"""Where a sentence ends for sure: an abbreviation has not so many letters."""

_PARTS = 3
"""Words that hyphens join, at most, that are looked at."""


class _Others(Protocol):
    """What finds the words of passages that are only spelt like those of a subject."""

    def may_stand_in(self, candidate: Candidate) -> bool:
        """Tell whether a passage or its heading may have such a word."""

    def in_passage(self, candidate: Candidate, text: str) -> Other:
        """Return those words of a passage (``text``) and of its heading."""


class Standing(NamedTuple):
    """A passage in which a subject stands, and as what."""

    scored: Scored
    level: Level


class SubjectFinder:
    """Looks for subjects in one index, which nobody writes to meanwhile."""

    def __init__(self, searcher: Searcher) -> None:
        self.searcher = searcher
        self._connection = searcher.connection
        self._expander = searcher.expander
        self._retrieval = searcher.retrieval
        self._kinds = searcher.kinds
        self._own = lru_cache(maxsize=64)(self._find_own)

    def standing(
        self,
        query: Query,
        words: Sequence[QueryWord],
        filters: Filters,
        *,
        singly: bool = False,
    ) -> tuple[Expansion, list[Standing]]:
        """Return every passage in which the subject stands, the surest and best first.

        ``words`` are the content words of ``query``.  Nothing is corrected.  ``singly`` takes each
        of them for what it may say by itself, also where they mean something together: nothing
        is more than scattered then.
        """
        expansion = self._expander.expand(query, words, exact=False, strict=True, singly=singly)
        if None in expansion.phrases:
            return expansion, []
        own = self._own_of(expansion.groups)
        signs = Signs(expansion.groups, lambda at: own[at].forms)
        own = self._own_of(expansion.groups)  # with the numbers that a word for a sign stands for
        spans = TimeSpans(
            [word.text for word in words], self._expander.vocabulary, lambda at: own[at].forms
        )
        named = forenames(
            [word.text for word in words],
            self._expander.vocabulary,
            self._expander.finder,
            self._expander.lexicon,
        )
        expansion = expansion._replace(series=[*expansion.series, *spans.series, *named])
        in_tables = [*tabled_series([word.text for word in words], self._expander.finder)]
        tabled = expansion._replace(series=[*expansion.series, *in_tables])
        scales = frozenset(self._expander.numbers_of((*SCALES, *LESS, *THOUSANDS)))
        candidates = self._retrieval.covering(tabled, filters)
        spelt_alike = (
            Lookalikes(self._expander.lexicon, words, self._expander.numbers_of),
            Homographs(self._expander.lexicon, words, self._expander.numbers_of),
            self._capitals(query, own),
            self._definite(words),
            Shortenings(self._expander.lexicon, words, self._expander.numbers_of),
        )
        foreign = frozenset(self._expander.numbers_of(OF_OTHERS))
        expansions = (expansion, tabled) if in_tables else (expansion,)
        rankers = [Ranker(one, self._kinds) for one in expansions]
        judges = [
            Judge(one, ranker.matcher, own, scales, query.hyphenated, foreign)
            for one, ranker in zip(expansions, rankers, strict=True)
        ]
        numerals = AsNumbers(words, lambda at: own[at].forms, self._expander.numbers_of)
        others = self._expander.synonyms.counted(words, query.words, singly=singly)
        abbreviations = self._abbreviations(
            (term for item in others for term in item.terms),
            frozenset().union(*(item.forms for item in own)),
        )
        belongings = Belongings(words)
        texts = [word.text for word in words]
        named_there = Persons(query, texts, self._expander.synonyms.is_given_name)
        found: list[Standing] = []
        headed: set[int] = set()
        for written in self._as_written(candidates, rankers[-1].matcher.wanted):
            marked = spans.marked(written, self._retrieval.text)
            candidate = numerals.only(marked, self._retrieval.text)
            candidate = abbreviations.only(candidate, self._retrieval.text)
            candidate = signs.only(candidate, self._retrieval.text)
            if not all(stand_in(phrase, candidate) for phrase in expansion.phrases if phrase):
                continue
            other = self._others(spelt_alike, written)
            rows = self._rows(candidate) if len(words) > 1 else ()
            told = bool(rows) and bool(belongings or named_there)
            text = self._retrieval.text(candidate) if told else ""
            belonging = belongings.in_passage(text)
            belonging = belonging._replace(others={*belonging.others, *named_there.others_in(text)})
            table = bool(in_tables) and candidate.kind == _TABLE
            level, in_text = judges[table].level(candidate, rows, other, belonging)
            # A heading stands once, however many passages are below it.
            again = not in_text and candidate.section in headed
            scored = None if level is None or again else rankers[table].score(candidate)
            if scored is not None and level is not None:
                found.append(Standing(as_written(scored), Level.SCATTERED if singly else level))
                if not in_text:
                    headed.add(candidate.section)
        found.sort(key=lambda item: (item.level, -item.scored.score, item.scored.candidate.number))
        return tabled, found

    def _capitals(self, query: Query, own: Sequence[Own]) -> Capitals:
        typed = [word.text for word in (*query.words, *query.phrase_words)]
        forms = frozenset().union(*(item.forms for item in own))
        named = not query.hyphenated and self._expander.synonyms.is_name_as_written(typed)
        lexicon = self._expander.lexicon
        return Capitals(lexicon, forms if named else frozenset(), several=len(own) > 1)

    def _definite(self, words: Sequence[QueryWord]) -> Capitals:
        """Return what tells definite names from the words that they are made of: alternativer.

        ``FN's Sikkerhedsråd`` is the same as ``Sikkerhedsrådet``, ``en kommission`` no other.
        """
        forms: set[int] = set()
        for word in words:
            if word.is_whole and self._expander.synonyms.is_definite_name(word.text):
                named = self._expander.numbers_of((word.text, f"{word.text}s"))
                forms |= self._own(word).forms.difference(named)
        return Capitals(self._expander.lexicon, forms, sure=True)

    def _others(self, finders: Sequence[_Others], candidate: Candidate) -> Other:
        """Return the words of a passage that are only spelt like one that is looked for."""
        found = NONE_OTHER
        for finder in finders:
            if finder.may_stand_in(candidate):
                others = finder.in_passage(candidate, self._retrieval.text(candidate))
                found = Other({*found.text, *others.text}, {*found.heading, *others.heading})
        return found

    def words_in(self, word: QueryWord, filters: Filters) -> tuple[str, ...]:
        """Return the words of some documents that are forms of ``word`` or compounds with it."""
        return self._shown(self._forms_in(word, filters))

    def own_words(self, word: QueryWord) -> tuple[str, ...]:
        """Return the words of the texts that are forms of a word itself."""
        return self._shown(self._own(word).forms)

    def _shown(self, forms: Iterable[int]) -> tuple[str, ...]:
        """Return forms as they stand in the texts, in the order of the alphabet."""
        return tuple(sorted(self._expander.vocabulary.shown(forms).values(), key=str.casefold))

    def _forms_in(self, word: QueryWord, filters: Filters) -> set[int]:
        forms = frozenset().union(*self._own(word))
        words = self._expander.finder.find(word)
        found: set[int] = set()
        candidates = self._retrieval.covering(_alone((words,)), filters)
        spelt_alike = (
            Lookalikes(self._expander.lexicon, (word,), self._expander.numbers_of),
            Homographs(self._expander.lexicon, (word,), self._expander.numbers_of),
            self._definite((word,)),
        )
        for candidate in self._as_written(candidates, forms):
            other = self._others(spelt_alike, candidate)
            text = _without(candidate.forms, other.text)
            found |= forms.intersection((*text, *_without(candidate.own, other.heading)))
            # What a word with a hyphen is without it: its parts say it better.
            found |= {
                form
                for token, form in zip(candidate.extras[::2], candidate.extras[1::2], strict=True)
                if form in forms and forms.isdisjoint(candidate.forms[token : token + _PARTS])
            }
        return found

    def says_more_singly(self, words: Sequence[QueryWord], typed: Sequence[QueryWord]) -> bool:
        """Tell whether some of ``words`` mean something together, and else by themselves.

        The words of a name (»Green Deal«) and of an English term (»life science«) do not.
        """
        texts = [word.text for word in words]
        inflected = map(self._expander.lexicon.has_inflection, map(str.lower, texts))
        named = any(text[0].isupper() for text in texts[1:])
        if named or not all(inflected):
            return False
        counted = self._expander.synonyms.counted
        return counted(words, typed, singly=True) != counted(words, typed)

    def sections_with(self, item: Alternatives, term: str, filters: Filters) -> set[int]:
        """Return the sections (their positions) in whose text a term of some stands.

        Its words stand near each other, or side by side where it is written in another way.
        """
        elements = self._expander.synonyms.firmly(term, english=item.english, literal=item.literal)
        if not elements:
            return set()
        expansion = _alone(elements, in_order=item.relation == NOTATION or item.literal)
        matcher = Matcher(expansion)
        candidates = self._retrieval.covering(expansion, filters)
        parts = parse_query(term).words
        forms = [frozenset(words.forms) for words in elements]
        numerals = AsNumbers(parts, lambda at: forms[at], self._expander.numbers_of)
        abbreviations = self._abbreviations((term,))
        text = self._retrieval.text
        return {
            candidate.section
            for candidate in self._without_addresses(candidates)
            if matcher.in_passage(abbreviations.only(numerals.only(candidate, text), text))
        }

    def _abbreviations(self, terms: Iterable[str], own: Set[int] = frozenset()) -> Abbreviations:
        """Return what tells those of ``terms`` apart that are common words when written small.

        ``own`` are forms that are looked for however they are written.
        """
        return Abbreviations(
            frozenset(self._expander.numbers_of(filter(only_in_capitals, terms))) - own
        )

    def _own_of(self, groups: Sequence[Group]) -> list[Own]:
        """Return the forms of each word of a subject, and of what it is spelled like otherwise.

        Of a measure no compound is the same: 2 per cent are no percentage points.
        """
        units = units_in([group.word.text for group in groups])
        return [
            Own(own.forms | group.same, frozenset() if at in units else own.compounds)
            for at, group in enumerate(groups)
            for own in (self._own(group.word),)
        ]

    def _find_own(self, word: QueryWord) -> Own:
        own, compounds = self._expander.own_forms.of(word)
        return Own(frozenset(own), frozenset(compounds))

    def _as_written(
        self, candidates: Sequence[Candidate], wanted: frozenset[int]
    ) -> Iterable[Candidate]:
        """Yield candidates with only what their documents write in the heading of the section.

        The heading above is that of another section, which has a passage of its own.
        """
        headed = {item.section for item in candidates if not wanted.isdisjoint(item.own)}
        made = self._made(sorted(headed))
        for item in self._without_addresses(candidates):
            own = item.own[made[item.section] :] if item.section in headed else ()
            yield item._replace(own=own, above=())

    def _without_addresses(self, candidates: Sequence[Candidate]) -> Iterable[Candidate]:
        """Yield candidates without the words of web addresses."""
        for item in candidates:
            hidden = self.searcher.addresses.words_in(item)
            if not hidden:
                yield item
                continue
            forms = [0 if token in hidden else form for token, form in enumerate(item.forms)]
            pairs = zip(item.extras[::2], item.extras[1::2], strict=True)
            extras = [number for pair in pairs if pair[0] not in hidden for number in pair]
            yield item._replace(forms=forms, extras=extras)

    def _rows(self, candidate: Candidate) -> list[int]:
        """Return the row of a table, or the sentence, in which each word of a passage stands."""
        text = self._retrieval.text(candidate)
        ends = _LINE_END if candidate.kind == _TABLE else _SENTENCE_END
        places = [match.end() for match in ends.finditer(text)]
        return [bisect_right(places, start) for start, _ in word_spans(text)]

    def _made(self, sections: Sequence[int]) -> dict[int, int]:
        """Return how many words of the heading of each section the program has put there.

        They come first: ``5. prioritet`` where the source has the title alone.
        """
        made: dict[int, int] = {}
        sources: dict[str, str] = {}
        for some in chunks(sections):
            rows = self._connection.execute(
                "SELECT position, title, document, data FROM sections"
                f" WHERE position IN ({marks(some)})",
                some,
            )
            for position, title, document, data in rows:
                section = json.loads(data)
                label = word_texts(section["label"])
                if "title" in section["derived"]:
                    made[position] = len(label)
                    continue
                words = word_texts(title) if title in section["label"] else []
                first = len(label) - len(words)
                if first:
                    if document not in sources:
                        sources[document] = self._source(document)
                    written = self._written(section, sources[document])
                    while first and form_of(label[first - 1]) in written:
                        first -= 1
                made[position] = first
        return made

    def _source(self, document: str) -> str:
        (source,) = self._connection.execute(
            "SELECT source FROM documents WHERE id = ?", (document,)
        ).fetchone()
        return str(source)

    @staticmethod
    def _written(section: Mapping[str, Any], source: str) -> set[str]:
        """Return the forms of the words that the source has in a heading."""
        pieces = [source[start:end] for start, end in section["heading"]]
        return set(map(form_of, word_texts(" ".join(pieces))))


def _without(forms: Sequence[int], places: Set[int]) -> Sequence[int]:
    return [form for at, form in enumerate(forms) if at not in places] if places else forms


def _alone(elements: tuple[Words, ...], *, in_order: bool = False) -> Expansion:
    """Return the expansion of a query for nothing but a term of one or several words."""
    group = Group(QueryWord(""), elements[0] if len(elements) == 1 else Words())
    reach, links = len(elements) + 2, frozenset[int]() if in_order else None
    series = [Series(elements, (0,), 1.0, "synonym", reach, links)] if len(elements) > 1 else []
    return Expansion([group], series, [], False, [])
