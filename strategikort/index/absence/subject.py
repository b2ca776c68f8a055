"""One subject in one index, and as what it stands in a passage."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from strategikort.index.absence.alike import SpeltAlike
from strategikort.index.absence.asnumbers import AsNumbers
from strategikort.index.absence.belonging import NOWHERE, Belonging, Belongings
from strategikort.index.absence.capitals import Abbreviations, Shortenings
from strategikort.index.absence.describing import Describing
from strategikort.index.absence.directing import Directing
from strategikort.index.absence.forenames import Persons, forenames
from strategikort.index.absence.judging import Judge, Level
from strategikort.index.absence.signs import Signs
from strategikort.index.absence.tabled import tabled_series
from strategikort.index.absence.timespans import TimeSpans, as_written
from strategikort.index.absence.vocabulary import Own, SubjectVocabulary
from strategikort.index.expanding.expansion import Expansion
from strategikort.index.querying.query import Query
from strategikort.index.ranking.candidate import Candidate, Other
from strategikort.index.ranking.homographs import Homographs
from strategikort.index.ranking.rank import Ranker, Scored
from strategikort.index.ranking.search import Searcher
from strategikort.language.numbers.currencies import OF_OTHERS
from strategikort.language.numbers.measures import LESS, THOUSANDS
from strategikort.language.numbers.notation import SCALES
from strategikort.language.thesaurus import Alternatives
from strategikort.language.tokens import word_spans

_TABLE = "tabel"

_LINE_END = re.compile(r"\n")
_SENTENCE_END = re.compile(r"(?<=[^\W\d_]{4})[.!?][»«”“\"’‘)]*\s+(?=[»“\"(]?[A-ZÆØÅ])|\n\s*\n")
"""Where a sentence ends for sure: an abbreviation has not so many letters."""


class Standing(NamedTuple):
    """A passage in which a subject stands, as what, and whether in its text or in a heading."""

    scored: Scored
    level: Level
    in_text: bool


class _Weighing(NamedTuple):
    """What tells as what a subject stands in passages of one kind, and how well they answer."""

    judge: Judge
    ranker: Ranker


class Subject:
    """A subject with all that tells its words from those that are only spelt like them.

    ``expansion`` is that of its content words, which stand in no series yet that says where a span
    of time or a person's name may stand; ``said`` are other ways to say some of them.
    """

    def __init__(
        self,
        query: Query,
        expansion: Expansion,
        said: Sequence[Alternatives],
        vocabulary: SubjectVocabulary,
        searcher: Searcher,
    ) -> None:
        words = [group.word for group in expansion.groups]
        texts = [word.text for word in words]
        expander = vocabulary.expander
        terms = [term for item in said for term in item.terms]
        found = [(group.word, group.words) for group in expansion.groups]
        others = expander.classes.of_others(found, said)
        signs = Signs(expansion.groups, [own.forms for own in vocabulary.own_of(expansion.groups)])
        own = vocabulary.own_of(expansion.groups)  # with what a word for a sign stands for
        forms = [item.forms for item in own]
        self._spans = TimeSpans(texts, expander.vocabulary, forms)
        named = forenames(texts, expander.vocabulary, expander.finder, expander.lexicon)
        in_text = expansion._replace(series=[*expansion.series, *self._spans.series, *named])
        tabled = [*tabled_series(texts, expander.finder)]
        self.expansion = in_text._replace(series=[*in_text.series, *tabled])
        """The subject expanded with all that may stand for it anywhere."""
        self._in_text = self._weighing(query, in_text, own, searcher)
        self._in_table = (
            self._weighing(query, self.expansion, own, searcher) if tabled else self._in_text
        )
        self.wanted = self._in_table.ranker.matcher.wanted
        """All forms that answer something."""
        self._others_left_out = (
            AsNumbers(words, forms, expander.numbers_of),
            Abbreviations(terms, expander.numbers_of, frozenset().union(*forms)),
            signs,
            Homographs(expander.lexicon, others),
        )
        self._alike = SpeltAlike(
            words,
            vocabulary,
            searcher.retrieval.text,
            vocabulary.names.as_written(query, forms),
            Shortenings(expander.lexicon, words, expander.numbers_of),
        )
        self._belongings = Belongings(words)
        self._persons = Persons(query, texts, vocabulary.names.is_given_name)
        self._describing = Describing(texts, expander.lexicon, self.wanted)
        each = {word: item.forms | item.compounds for word, item in zip(words, own, strict=True)}
        self._directing = Directing(query.words, each, expander.lexicon)
        self._text_of = searcher.retrieval.text

    @staticmethod
    def _weighing(
        query: Query, expansion: Expansion, own: Sequence[Own], searcher: Searcher
    ) -> _Weighing:
        numbers_of = searcher.expander.numbers_of
        ranker = Ranker(expansion, searcher.kinds)
        scales = frozenset(numbers_of((*SCALES, *LESS, *THOUSANDS)))
        foreign = frozenset(numbers_of(OF_OTHERS))
        judge = Judge(expansion, ranker.matcher, own, scales, query.hyphenated, foreign)
        return _Weighing(judge, ranker)

    def in_passage(self, written: Candidate) -> Standing | None:
        """Return as what the subject stands in a passage, of what is ``written``; else None."""
        candidate = self._spans.marked(written, self._text_of)
        for finder in self._others_left_out:
            candidate = finder.only(candidate, self._text_of)
        if not all(candidate.has_phrase(phrase) for phrase in self.expansion.phrases if phrase):
            return None
        rows = self._rows(candidate) if len(self.expansion.groups) > 1 else ()
        weighing = self._in_table if candidate.kind == _TABLE else self._in_text
        other = self._alike.in_passage(written)
        belonging = self._belonging(candidate, rows, other)
        level, in_text = weighing.judge.level(candidate, rows, other, belonging)
        scored = None if level is None else weighing.ranker.score(candidate)
        if level is None or scored is None:
            return None
        return Standing(as_written(scored), level, in_text)

    def _belonging(self, candidate: Candidate, rows: Sequence[int], alike: Other) -> Belonging:
        """Return which words of a passage and its heading belong to something or somebody else.

        What is only spelt ``alike`` is of nobody.
        """
        tells = (self._belongings, self._persons, self._describing, self._directing)
        if not (rows and any(tells)):
            return NOWHERE
        text, titled = self._text_of(candidate), candidate.titled
        found = self._belongings.in_passage(text)
        above = self._of_others(candidate.title, candidate.own[titled])
        return Belonging(
            found.others | (self._of_others(text, candidate.forms) - alike.text),
            found.listed,
            {titled.start + at for at in above} - alike.heading,
        )

    def _of_others(self, text: str, forms: Sequence[int]) -> set[int]:
        """Return the names of others, the adjectives of others, and what is directed elsewhere."""
        described = self._describing.of_others(text, forms)
        directed = self._directing.elsewhere(text, forms)
        return {*self._persons.others_in(text), *described, *directed}

    def _rows(self, candidate: Candidate) -> list[int]:
        """Return the row of a table, or the sentence, in which each word of a passage stands."""
        text = self._text_of(candidate)
        ends = _LINE_END if candidate.kind == _TABLE else _SENTENCE_END
        places = [match.end() for match in ends.finditer(text)]
        return [bisect_right(places, start) for start, _ in word_spans(text)]
