"""Where a subject stands, and as what: itself, inside longer words, otherwise, or not together.

Unlike a search, which weighs the best candidates, this looks at every passage in which all words
of the subject stand in any of their forms, so that an empty answer is a finding.  What the program
itself has put over a text (»Konklusion 27«) is not what the text says.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence, Set
from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple

from strategikort.index.expand import Expander
from strategikort.index.expansion import Expansion, Group, Series
from strategikort.index.matches import Candidate, Found, Matcher, stand_in, tightest
from strategikort.index.query import Query, QueryWord
from strategikort.index.rank import Ranker, Scored
from strategikort.index.retrieval import Filters, Retrieval
from strategikort.index.statements import chunks, marks
from strategikort.index.words import Words
from strategikort.language.notation import SCALES, is_number
from strategikort.language.numerals import cardinal
from strategikort.language.tokens import word_spans, word_texts

_REACH = 4
"""Words from the first to the last of a subject, for each of its words, less two."""

_BESIDE = 2
"""Words from a number to what it counts, at most: ``8 udvalgte lande``."""

_TABLE = "tabel"
_BETWEEN_ROWS = 1_000
"""Words that two rows of a table are taken to be apart."""

_PARTS = 3
"""Words that hyphens join, at most, that are looked at."""

_APART = 4
"""Words from one half of a compound to the whole: ``udenrigs-, forsvars- og sikkerhedspolitik``."""


class Level(IntEnum):
    """As what a subject stands in a passage, from the surest.

    ``ITSELF``: in a form of its own, or as a compound that is written apart; ``INSIDE``: as part of
    longer words; ``OTHERWISE``: by words that may mean the same; ``KINDRED``: by words of the same
    root, or forms of a word that is spelt like it; ``SCATTERED``: all its words, in one way or
    another, but not together.
    """

    ITSELF = 0
    INSIDE = 1
    OTHERWISE = 2
    KINDRED = 3
    SCATTERED = 4


class Standing(NamedTuple):
    """A passage in which a subject stands, and as what."""

    scored: Scored
    level: Level


class _Own(NamedTuple):
    """The forms of a word of the subject: its own, and compounds with it."""

    forms: frozenset[int]
    compounds: frozenset[int]


class SubjectFinder:
    """Looks for subjects in one index, which nobody writes to meanwhile."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        expander: Expander,
        retrieval: Retrieval,
        kinds: Mapping[str, float],
    ) -> None:
        self._connection = connection
        self._expander = expander
        self._retrieval = retrieval
        self._kinds = kinds
        self._own = lru_cache(maxsize=64)(self._find_own)

    def standing(
        self, query: Query, words: Sequence[QueryWord], filters: Filters
    ) -> tuple[Expansion, list[Standing]]:
        """Return every passage in which the subject stands, the surest and best first.

        ``words`` are the content words of ``query``.  Nothing is corrected.
        """
        expansion = self._expander.expand(query, words, exact=False, strict=True)
        if None in expansion.phrases:
            return expansion, []
        ranker = Ranker(expansion, self._kinds)
        scales = frozenset(self._expander.numbers_of(SCALES))
        judge = _Judge(expansion, ranker.matcher, [self._own(word) for word in words], scales)
        candidates = self._retrieval.covering(expansion, filters)
        found: list[Standing] = []
        headed: set[int] = set()
        for candidate in self._as_written(candidates, ranker.matcher.wanted):
            if not all(stand_in(phrase, candidate) for phrase in expansion.phrases if phrase):
                continue
            in_rows = candidate.kind == _TABLE and len(words) > 1
            level, in_text = judge.level(candidate, self._rows(candidate) if in_rows else ())
            # A heading stands once, however many passages are below it.
            again = not in_text and candidate.section in headed
            scored = None if level is None or again else ranker.score(candidate)
            if scored is not None and level is not None:
                found.append(Standing(scored, level))
                if not in_text:
                    headed.add(candidate.section)
        found.sort(key=lambda item: (item.level, -item.scored.score, item.scored.candidate.number))
        return expansion, found

    def forms_in(self, word: QueryWord, filters: Filters) -> set[int]:
        """Return the forms of a word, and of compounds with it, that stand in documents."""
        forms = frozenset().union(*self._own(word))
        words = self._expander.finder.find(word)
        found: set[int] = set()
        candidates = self._retrieval.covering(_alone((words,)), filters)
        for candidate in self._as_written(candidates, forms):
            found |= forms.intersection((*candidate.forms, *candidate.own))
            # What a word with a hyphen is without it: its parts say it better.
            found |= {
                form
                for token, form in zip(candidate.extras[::2], candidate.extras[1::2], strict=True)
                if form in forms and forms.isdisjoint(candidate.forms[token : token + _PARTS])
            }
        return found

    def own_forms(self, word: QueryWord) -> frozenset[int]:
        """Return the forms of a word itself."""
        return self._own(word).forms

    def sections_with(
        self, term: str, filters: Filters, *, english: bool = False, in_order: bool = False
    ) -> set[int]:
        """Return the sections (their positions) in whose text a term stands.

        Its words stand near each other, or side by side and ``in_order``.
        """
        elements = self._expander.synonyms.firmly(term, english=english)
        if not elements:
            return set()
        expansion = _alone(elements, in_order=in_order)
        matcher = Matcher(expansion)
        return {
            candidate.section
            for candidate in self._retrieval.covering(expansion, filters)
            if matcher.in_passage(candidate)
        }

    def _find_own(self, word: QueryWord) -> _Own:
        own, compounds = self._expander.finder.own_forms(word)
        return _Own(frozenset(own), frozenset(compounds))

    def _as_written(
        self, candidates: Sequence[Candidate], wanted: frozenset[int]
    ) -> Iterable[Candidate]:
        """Yield candidates with only what their documents write in the heading of the section.

        The heading above is that of another section, which has a passage of its own.
        """
        headed = {item.section for item in candidates if not wanted.isdisjoint(item.own)}
        made = self._made(sorted(headed))
        for item in candidates:
            own = item.own[made[item.section] :] if item.section in headed else ()
            yield item._replace(own=own, above=())

    def _rows(self, candidate: Candidate) -> list[int]:
        """Return the row of a table in which each word of a passage stands."""
        (text,) = self._connection.execute(
            "SELECT substr(text, ?, ?) FROM sections WHERE position = ?",
            (candidate.start + 1, candidate.end - candidate.start, candidate.section),
        ).fetchone()
        return [text.count("\n", 0, start) for start, _ in word_spans(text)]

    def _made(self, sections: Sequence[int]) -> dict[int, int]:
        """Return how many words of the heading of each section the program has put there."""
        made: dict[int, int] = {}
        for some in chunks(sections):
            rows = self._connection.execute(
                f"SELECT position, title, data FROM sections WHERE position IN ({marks(some)})",
                some,
            )
            for position, title, data in rows:
                section = json.loads(data)
                label = word_texts(section["label"])
                words = [] if "title" in section["derived"] else word_texts(title)
                stands = words and title in section["label"]
                made[position] = len(label) - (len(words) if stands else 0)
        return made


def _counts(word: str) -> bool:
    """Tell whether a word is a number that counts or numbers something, and no year."""
    year = len(word) == len("2030") and word.isdecimal()
    return (is_number(word) or cardinal(word) is not None) and not year


def _alone(elements: tuple[Words, ...], *, in_order: bool = False) -> Expansion:
    """Return the expansion of a query for nothing but a term of one or several words."""
    group = Group(QueryWord(""), elements[0] if len(elements) == 1 else Words())
    reach, links = len(elements) + 2, frozenset[int]() if in_order else None
    series = [Series(elements, (0,), 1.0, "synonym", reach, links)] if len(elements) > 1 else []
    return Expansion([group], series, [], False, [])


class _Judge:
    """Tells as what the words of a subject stand in a passage."""

    def __init__(
        self,
        expansion: Expansion,
        matcher: Matcher,
        own: Sequence[_Own],
        scales: frozenset[int],
    ) -> None:
        self._groups = expansion.groups
        self._counts = [_counts(group.word.text) for group in expansion.groups]
        self._scales = scales
        self._matcher = matcher
        self._own = own
        self._reach = _REACH * len(own) - 2

    def level(self, candidate: Candidate, rows: Sequence[int] = ()) -> tuple[Level | None, bool]:
        """Return as what the subject stands in a passage or its heading, and if that is its text.

        What stands partly in both is scattered, and so is what stands in several ``rows`` of a
        table, which are given for each of its words.
        """
        text = self._levels(self._matcher.in_passage(candidate), candidate.forms, rows)
        heading = self._levels(filter(None, self._matcher.in_heading(candidate.own)), (), ())
        for level in (Level.ITSELF, Level.INSIDE, Level.OTHERWISE, Level.KINDRED):
            for found, of_words in ((text, rows), (heading, ())):
                if self._together([item for item, as_what in found if as_what <= level], of_words):
                    return level, found is text
        covered = {item.group for item, _ in (*text, *heading)}
        return (Level.SCATTERED if len(covered) == len(self._own) else None), bool(text)

    def _levels(
        self, found: Iterable[Found], forms: Sequence[int], rows: Sequence[int]
    ) -> list[tuple[Found, Level]]:
        found = list(found)
        own = {(item.token, item.group) for item in found if self._is_own(item)}
        return [
            (
                item,
                self._level(item, own)
                if item.together or self._is_told(item, found, forms, rows)
                else Level.SCATTERED,
            )
            for item in found
        ]

    def _is_told(
        self, item: Found, found: Sequence[Found], forms: Sequence[int], rows: Sequence[int]
    ) -> bool:
        """Tell whether a number stands before what it counts, or behind what it numbers.

        ``300 kroner`` are not 300 million, and in »3 år, 8 måneder« there are no 8 years.  Of a
        heading, for which there are no ``forms``, not every match is known.
        """
        if not self._counts[item.group] or len(self._groups) == 1 or not forms:
            return True
        at = item.token
        after = at + 1
        if (
            after < len(forms)
            and forms[after] in self._scales
            and all(other.token != after for other in found)
        ):
            return False
        last = item.group == len(self._groups) - 1
        beside, step = (item.group - 1, -1) if last else (item.group + 1, 1)
        if self._counts[beside] or self._groups[beside].whole:
            return True
        return any(
            other.group == beside
            and 0 < step * (other.token - at) <= _BESIDE
            and (not rows or rows[other.token] == rows[at])
            for other in found
        )

    def _is_own(self, item: Found) -> bool:
        return item.form in self._own[item.group].forms

    def _level(self, item: Found, own: Set[tuple[int, int]]) -> Level:
        if self._groups[item.group].whole:
            return Level.ITSELF if item.together else Level.SCATTERED
        if self._is_own(item):
            # Part of a word with a hyphen, unless the rest of it is of the subject too: EU-kontor.
            part = item.how == "compound" and not any(
                abs(token - item.token) <= _APART and group != item.group for token, group in own
            )
            return Level.INSIDE if part else Level.ITSELF
        if item.form in self._own[item.group].compounds:
            return Level.INSIDE
        if item.how == "synonym":
            return Level.OTHERWISE
        # What is no form that was looked for is the parts of a compound or a date, side by side.
        parts = item.how in ("compound", "inflection")
        other = item.form not in self._groups[item.group].words.forms
        return Level.ITSELF if parts and other else Level.KINDRED

    def _together(self, found: Sequence[Found], rows: Sequence[int]) -> bool:
        groups = {item.group for item in found}
        if len(groups) < len(self._own):
            return False
        places = sorted(
            {
                (item.token + (_BETWEEN_ROWS * rows[item.token] if rows else 0), item.group)
                for item in found
            }
        )
        return len(groups) == 1 or tightest(places, len(groups)) <= self._reach + 1
