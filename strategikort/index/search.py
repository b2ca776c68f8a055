"""Searching one index: candidates by FTS5, weighed word by word."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from typing import NamedTuple

from strategikort.index.analysis import Analyzer, WordForms, form_of
from strategikort.index.expand import Expander, Expansion
from strategikort.index.query import Query, QueryWord, parse_query
from strategikort.index.rank import Candidate, Ranker, Scored
from strategikort.index.terms import term, unpack
from strategikort.index.vocabulary import Vocabulary
from strategikort.index.words import Words
from strategikort.language.stopwords import content_words, is_question
from strategikort.language.thesaurus import Expansion as ThesaurusExpansion
from strategikort.language.thesaurus import Thesaurus

FEWEST_CANDIDATES = 100
"""Passages that are weighed word by word, at least (twice as many as are asked for)."""

_LOOKED_INTO = 30
"""Passages whose text is looked into for the kind of thing that a question asks for."""

ANSWER_TYPE = 0.1
"""What a passage gains for holding it."""

_HEADING, _BODY, _PARTS = 3.0, 1.0, 0.6
"""Weights of the columns in BM25 (Robertson and Zaragoza 2009), which picks the candidates."""


class Filters(NamedTuple):
    """Which documents and kinds to search; empty for all."""

    documents: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()


class Answer(NamedTuple):
    """What a search found: passages, best first, and how the query was understood.

    ``total`` is how many there are, those included that were not weighed.
    """

    query: Query
    expansion: Expansion
    scored: tuple[Scored, ...]
    total: int = 0


class Searcher:
    """Searches the index of one store."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        analyzer: Analyzer,
        thesaurus: Thesaurus | None = None,
    ) -> None:
        self._connection = connection
        self._thesaurus = thesaurus
        row = connection.execute("SELECT value FROM meta WHERE key = 'ranks'").fetchone()
        self._kinds: dict[str, float] = json.loads(row[0]) if row else {}
        self._vocabulary = Vocabulary(connection)
        (self._passages,) = connection.execute("SELECT count(*) FROM passages").fetchone()
        self._expander = Expander(self._vocabulary, analyzer, thesaurus, self._passages)

    def search(
        self, text: str, filters: Filters, *, exact: bool = False, limit: int = 10
    ) -> Answer:
        """Return the passages that answer ``text``, best first, at least ``limit`` if there are.

        Raises ``StrategikortError`` for a query that is empty or too long.
        """
        query = parse_query(text)
        words = query.words if exact else _content(query.words)
        words += tuple(QueryWord(word) for phrase in query.phrases for word in phrase)
        asked = not exact and is_question([word.text for word in query.words], text)
        expansion = self._expander.expand(query, _distinct(words), exact=exact, asked=asked)
        if None in expansion.phrases:
            return Answer(query, expansion, ())
        expression = self._expression(expansion)
        if not expression:
            return Answer(query, expansion, ())
        ranker = Ranker(expansion, self._kinds)
        most = max(FEWEST_CANDIDATES, 2 * limit)
        candidates = self._candidates(expression, filters, most)
        scored = [
            found
            for candidate in candidates
            if _allowed(candidate, expansion) and (found := ranker.score(candidate)) is not None
        ]
        scored.sort(key=lambda item: (-item.score, item.candidate.number))
        if asked:
            scored = self._by_answer_type(query, scored)
        total = len(scored)
        if len(candidates) == most:
            total = max(total, self._count(self._all_of(expansion), filters))
        return Answer(query, expansion, tuple(scored), total)

    def _by_answer_type(self, query: Query, scored: list[Scored]) -> list[Scored]:
        """Return passages with those first that hold the kind of thing the question asks for."""
        from strategikort.index.questions import asked_for, has

        wanted = asked_for([word.text for word in query.words])
        if wanted is None:
            return scored
        raised: list[Scored] = []
        for item in scored[:_LOOKED_INTO]:
            if has(self._text(item), wanted):
                parts = {**item.parts, "answer": ANSWER_TYPE}
                score = min(item.score + ANSWER_TYPE, 1.0)
                raised.append(item._replace(score=score, parts=parts))
            else:
                raised.append(item)
        raised.sort(key=lambda item: (-item.score, item.candidate.number))
        return raised + scored[_LOOKED_INTO:]

    def _text(self, item: Scored) -> str:
        candidate = item.candidate
        (text,) = self._connection.execute(
            "SELECT substr(text, ?, ?) FROM sections WHERE position = ?",
            (candidate.start + 1, candidate.end - candidate.start, candidate.section),
        ).fetchone()
        return str(text)

    def covering(self, text: str, filters: Filters) -> Answer:
        """Return every passage in which all words of ``text`` stand in any form, best first.

        Nothing is corrected and nothing is left out for being one of many.
        """
        query = parse_query(text)
        words = _content(query.words)
        words += tuple(QueryWord(word) for phrase in query.phrases for word in phrase)
        expansion = self._expander.expand(query, _distinct(words), exact=False, strict=True)
        expression = self._all_of(expansion)
        if not expression or None in expansion.phrases:
            return Answer(query, expansion, ())
        ranker = Ranker(expansion, self._kinds)
        scored = [
            found
            for candidate in self._candidates(expression, filters, -1)
            if _allowed(candidate, expansion)
            and (found := ranker.score(candidate)) is not None
            and ranker.covers_all(candidate)
        ]
        scored.sort(key=lambda item: (-item.score, item.candidate.number))
        return Answer(query, expansion, tuple(scored))

    def content_words(self, text: str) -> tuple[str, ...]:
        """Return the words of ``text`` that say what it is about."""
        query = parse_query(text)
        phrased = [word for phrase in query.phrases for word in phrase]
        return tuple(dict.fromkeys([*(word.text for word in _content(query.words)), *phrased]))

    def tried(self, text: str) -> tuple[str, ...]:
        """Return the other terms that a search for ``text`` looks for."""
        found = self.alternatives(self.content_words(text))
        return tuple(dict.fromkeys(term for item in found for term in item.terms))

    def alternatives(self, words: Sequence[str]) -> list[ThesaurusExpansion]:
        """Return other ways to say ``words``, as the thesaurus has them."""
        return self._thesaurus.expand(words) if self._thesaurus else []

    def analysis(self, word: str) -> WordForms:
        """Return what is known of a word."""
        return self._expander.analysis(word)

    def forms_of(self, word: str) -> tuple[str, ...]:
        """Return the words of the texts that are forms of ``word`` or compounds with it."""
        forms = self._expander.forms_of(word)
        return tuple(sorted(self._vocabulary.shown(forms).values(), key=str.casefold))

    def near_words(self, word: str) -> tuple[str, ...]:
        """Return words of the texts that are spelt much like ``word``, which is not there."""
        if self._expander.forms_of(word):
            return ()
        forms = [self._vocabulary.form(near) for near, _ in self._vocabulary.near(form_of(word))]
        return tuple(self._vocabulary.shown([form[0] for form in forms if form]).values())

    def _all_of(self, expansion: Expansion) -> str:
        """Return the expression for passages that have every word; empty if there are none."""
        answers = [
            " OR ".join(f"({part})" for part in self._answers_to(expansion, number))
            for number in range(len(expansion.groups))
        ]
        return " AND ".join(f"({part})" for part in answers) if all(answers) else ""

    def _count(self, expression: str, filters: Filters) -> int:
        if not expression:
            return 0
        where, values = _where(filters)
        (count,) = self._connection.execute(
            f"SELECT count(*) FROM search WHERE search MATCH ? {where}", (expression, *values)
        ).fetchone()
        return int(count)

    def _answers_to(self, expansion: Expansion, number: int) -> list[str]:
        """Return the expressions any of which finds word ``number`` of the query."""
        group = expansion.groups[number]
        parts = [_match(group.words)] if group.words else []
        for series in expansion.series:
            if number in series.groups:
                parts.append(" AND ".join(f"({_match(words)})" for words in series.elements))
        return parts

    def _expression(self, expansion: Expansion) -> str:
        parts = [_match(group.words) for group in expansion.groups if group.words]
        for series in expansion.series:
            inside = " AND ".join(f"({_match(words)})" for words in series.elements)
            parts.append(f"({inside})")
        return " OR ".join(f"({part})" for part in parts)

    def _candidates(self, expression: str, filters: Filters, most: int) -> list[Candidate]:
        where, values = _where(filters)
        rows = self._connection.execute(
            "SELECT p.n, p.section, x.kind, p.start, p.end, p.forms, p.extras, h.own, h.above,"
            " x.title"
            " FROM (SELECT rowid FROM search"
            f" WHERE search MATCH ? {where}"
            f" ORDER BY bm25(search, {_HEADING}, {_BODY}, {_PARTS}) LIMIT {most}) AS s"
            " JOIN passages AS p ON p.n = s.rowid JOIN headings AS h ON h.section = p.section"
            " JOIN sections AS x ON x.position = p.section",
            (expression, *values),
        )
        return [
            Candidate(
                n,
                section,
                kind,
                start,
                end,
                unpack(forms),
                unpack(extras),
                unpack(own),
                unpack(above),
                title,
            )
            for n, section, kind, start, end, forms, extras, own, above, title in rows
        ]


def _content(words: Sequence[QueryWord]) -> tuple[QueryWord, ...]:
    """Return the words that say what a query is about; all of them if none does."""
    kept = content_words([word.text for word in words])
    return tuple(words[at] for at in kept) or tuple(words)


def _distinct(words: Sequence[QueryWord]) -> list[QueryWord]:
    return list(dict.fromkeys(words))


def _match(words: Words) -> str:
    whole = " OR ".join(map(term, sorted(words.keys)))
    parts = " OR ".join(map(term, sorted(words.parts)))
    found = []
    if whole:
        found.append(f"{{heading body}} : ({whole})")
    if parts:
        found.append(f"{{heading parts}} : ({parts})")
    return " OR ".join(found)


def _where(filters: Filters) -> tuple[str, list[str]]:
    conditions: list[str] = []
    values: list[str] = []
    for column, wanted in (("document", filters.documents), ("kind", filters.kinds)):
        if wanted:
            conditions.append(f"{column} IN ({','.join('?' * len(wanted))})")
            values += wanted
    if not conditions:
        return "", []
    return (
        "AND rowid IN (SELECT n FROM passages WHERE section IN"
        f" (SELECT position FROM sections WHERE {' AND '.join(conditions)}))",
        values,
    )


def _allowed(candidate: Candidate, expansion: Expansion) -> bool:
    forms = list(candidate.forms)
    for phrase in expansion.phrases:
        if phrase and not _contains(forms, [form for form, _ in phrase]):
            return False
    return not any(_contains(forms, [form for form, _ in phrase]) for phrase in expansion.excluded)


def _contains(forms: Sequence[int], phrase: Sequence[int]) -> bool:
    length = len(phrase)
    return any(
        forms[at] == phrase[0] and list(forms[at : at + length]) == list(phrase)
        for at in range(len(forms) - length + 1)
    )
