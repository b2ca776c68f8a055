"""Candidates for an answer, found by FTS5: from the narrowest question to the widest.

What is asked first is for passages that have every word; only if these are few, for those that
have enough of the query to be an answer at all.  A passage without any of the *telling* words of
a query cannot cover enough of it (the idea of MaxScore, Turtle and Flood 1995), so the common ones
alone never have to be gone through, however large the collection is.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from strategikort.index.expanding.expansion import SAME, Expansion, Forms, Group
from strategikort.index.expanding.words import Words
from strategikort.index.querying.filters import Filters, matching
from strategikort.index.ranking.candidate import Candidate
from strategikort.index.storage.statements import chunks, marks
from strategikort.index.storage.terms import term, unpack

_HEADING, _BODY, _PARTS = 3.0, 1.0, 0.6
"""Weights of the columns in BM25 (Robertson and Zaragoza 2009), which picks the candidates."""

_BEST_FIRST = f"ORDER BY bm25(search, {_HEADING}, {_BODY}, {_PARTS})"

_FEW = 70
"""Per cent of the candidates asked for; with as many, no wider question is asked."""

_MANY = 20_000
"""Passages that a word and all that may stand for it are in, beyond which the word itself is
looked for first."""

_KEPT = 2_000
"""Passages that are kept; beyond this all of them are let go."""

_KEPT_ONCE = 50_000
"""Passages that all cover the last subject asked for, kept as long as it is the last."""


class Candidates(NamedTuple):
    """What was found, and how many passages have every word of the query.

    ``complete`` is None where that was not found out on the way.  ``narrow`` says that no wider
    question could find anything else, ``full`` that there are as many as were asked for.
    """

    found: list[Candidate]
    complete: int | None
    narrow: bool
    full: bool


class _Stage(NamedTuple):
    """A question to the index: how many passages make it needless, and what it finds.

    ``complete`` says that it asks for all passages with every word.
    """

    enough: int
    expression: str
    complete: bool = False


class Retrieval:
    """Finds the candidates for expanded queries in one index, which nobody writes to meanwhile."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._kept: dict[int, Candidate] = {}
        self._covering: tuple[tuple[str, Filters], list[Candidate]] | None = None

    def candidates(
        self, expansion: Expansion, share: float, filters: Filters, most: int
    ) -> Candidates:
        """Return at most ``most`` passages that cover at least ``share`` of a query.

        ``share`` is of the weight of its words.  Passages whose heading has one of the words are
        among them too.
        """
        found: dict[int, None] = {}
        complete = None
        narrow = True
        for stage in _stages(expansion, share, most):
            if len(found) >= stage.enough:
                narrow = False
                break
            expression = _with_phrases(stage.expression, expansion)
            # Most questions find few: then nothing has to be ranked to take the best.
            matching = self._numbers(expression, filters, "", most + 1)
            whole = len(matching) <= most
            if not whole:
                matching = self._numbers(expression, filters, _BEST_FIRST, most)
            if stage.complete and whole:
                complete = len(matching)
            narrow = narrow and (stage.complete or whole)
            found.update(dict.fromkeys(matching))
        return Candidates(self._fetched([*found][:most]), complete, narrow, len(found) >= most)

    def covering(self, expansion: Expansion, filters: Filters) -> list[Candidate]:
        """Return all passages that have every word of a query in one form or another."""
        expression = _with_phrases(_every(_answers(expansion)), expansion)
        if not expression:
            return []
        asked = expression, filters
        if self._covering is None or self._covering[0] != asked:
            found = self._fetched(self._numbers(expression, filters, "", -1))
            if len(found) > _KEPT_ONCE:
                return found
            # A report asks for the same passages twice: what they say, and which forms they have.
            self._covering = asked, found
        return self._covering[1]

    def count(self, expansion: Expansion, filters: Filters) -> int:
        """Return how many passages have every word of a query in one form or another.

        Not counted are those that have only a term of several words for one of them.
        """
        alone = expansion._replace(series=[])
        expression = _with_phrases(_every(_answers(alone)), expansion)
        if not expression:
            return 0
        (count,) = matching(self._connection, "count(*)", expression, filters).fetchone()
        return int(count)

    def text(self, candidate: Candidate) -> str:
        """Return the text of a passage."""
        (text,) = self._connection.execute(
            "SELECT substr(text, ?, ?) FROM sections WHERE position = ?",
            (candidate.start + 1, candidate.end - candidate.start, candidate.section),
        ).fetchone()
        return str(text)

    def year(self, candidate: Candidate) -> str:
        """Return the year of the document that a passage stands in; empty if it is not known."""
        return self._told("date", candidate)[:4]

    def title(self, candidate: Candidate) -> str:
        """Return the title of the document that a passage stands in."""
        return self._told("title", candidate)

    def items(self, sections: Sequence[int]) -> Iterator[tuple[Candidate, int]]:
        """Yield the passages that are numbered items of a list, with the section it is in.

        ``sections`` are those right over them; an item has one passage, and nothing under it.
        """
        rows = self._connection.execute(
            "SELECT min(p.n), above.position FROM sections AS above JOIN sections AS s"
            " ON s.parent = above.id JOIN passages AS p ON p.section = s.position"
            f" WHERE above.position IN ({marks(sections)}) AND s.number IS NOT NULL"
            " AND NOT EXISTS (SELECT 1 FROM sections AS below WHERE below.parent = s.id)"
            " GROUP BY s.position HAVING count(*) = 1 ORDER BY 1",
            tuple(sections),
        )
        above = dict(rows.fetchall())
        yield from zip(self._fetched([*above]), above.values(), strict=True)

    def _told(self, what: str, candidate: Candidate) -> str:
        """Return what is told of the document that a passage stands in; empty if it is not."""
        (value,) = self._connection.execute(
            "SELECT json_extract(d.data, ?) FROM sections AS s"
            " JOIN documents AS d ON d.id = s.document WHERE s.position = ?",
            (f"$.{what}", candidate.section),
        ).fetchone()
        return str(value or "")

    def _numbers(self, expression: str, filters: Filters, order: str, most: int) -> list[int]:
        rows = matching(self._connection, "rowid", expression, filters, f"{order} LIMIT {most}")
        return [number for (number,) in rows]

    def _fetched(self, numbers: Sequence[int]) -> list[Candidate]:
        kept = self._kept
        found = {number: kept[number] for number in numbers if number in kept}
        new = [number for number in numbers if number not in found]
        for some in chunks(new):
            found.update(self._fetch(some))
        if len(kept) + len(new) > _KEPT:
            kept.clear()
        if len(found) <= _KEPT:
            kept.update(found)
        return [found[number] for number in numbers]

    def _fetch(self, numbers: tuple[int, ...]) -> Iterator[tuple[int, Candidate]]:
        rows = self._connection.execute(
            "SELECT p.n, p.section, x.kind, p.start, p.end, p.forms, p.extras, h.own, h.above,"
            " x.title FROM passages AS p JOIN headings AS h ON h.section = p.section"
            f" JOIN sections AS x ON x.position = p.section WHERE p.n IN ({marks(numbers)})",
            numbers,
        )
        for number, section, kind, start, end, *blobs, title in rows:
            forms, extras, own, above = map(unpack, blobs)
            yield (
                number,
                Candidate(number, section, kind, start, end, forms, extras, own, above, title),
            )


def _stages(expansion: Expansion, share: float, most: int) -> Iterator[_Stage]:
    """Yield what to ask for, until enough has been found."""
    groups = expansion.groups
    many = any(group.passages > _MANY for group in groups)
    # What is only related is not asked for among so much.
    answers = _answers(expansion, SAME if many else 0.0)
    direct = [
        _columns("heading" if group.word.heading else "heading body", group.direct)
        for group in groups
    ]
    if all(direct) and many:
        yield _Stage(most, _every(direct))
    if all(answers):
        yield _Stage(most, _every(answers), complete=True)
    few = most * _FEW // 100
    telling = _telling(groups, share)
    wide = [answers[number] for number in telling]
    headings = [_columns("heading", group.words.keys | group.words.parts) for group in groups]
    if len(answers) > 1 and any(wide):
        yield _Stage(few, _any([*wide, *headings]))
    weak = [_match(groups[number].weak) for number in telling]
    if any(weak):
        yield _Stage(few, _any([*wide, *headings, *weak]))


def _with_phrases(expression: str, expansion: Expansion) -> str:
    """Return the expression for passages that have the phrases of a query as well.

    Their words in any form, and in any order in a heading; whether these are the very words is
    seen in the passage.
    """
    phrases = [_phrase(phrase) for phrase in expansion.phrases if phrase]
    return " AND ".join([f"({expression})", *phrases]) if expression and phrases else expression


def _phrase(phrase: Forms) -> str:
    heading = _every(_columns("heading", [key]) for key in phrase.keys)
    if phrase.heading:
        return f"({heading})"
    return f'(({{body}} : "{" ".join(map(term, phrase.keys))}") OR ({heading}))'


def _telling(groups: Sequence[Group], share: float) -> list[int]:
    """Return the words of which a passage must have one to cover ``share`` of the query."""
    order = sorted(range(len(groups)), key=lambda number: groups[number].idf)
    enough = share * sum(group.idf for group in groups)
    covered = 0.0
    for place, number in enumerate(order):
        covered += groups[number].idf
        if covered >= enough:
            return order[place:]
    return order


def _answers(expansion: Expansion, least: float = 0.0) -> list[str]:
    """Return for each word of a query the expression for everything that answers it.

    Of terms of several words only those that are worth ``least``.
    """
    wholes = [
        (series.groups, _every(map(_match, series.elements)))
        for series in expansion.series
        if series.weight >= least
    ]
    answers: list[str] = []
    for number, group in enumerate(expansion.groups):
        parts = [_match(group.words, heading=group.word.heading)] if group.words else []
        parts += [whole for numbers, whole in wholes if number in numbers]
        answers.append(_any(f"({part})" for part in parts))
    return answers


def _any(answers: Iterable[str]) -> str:
    return " OR ".join(filter(None, answers))


def _every(answers: Iterable[str]) -> str:
    """Return the expression for passages that have all; empty if one can have no answer."""
    answers = list(answers)
    return " AND ".join(f"({answer})" for answer in answers) if all(answers) else ""


def _match(words: Words, *, heading: bool = False) -> str:
    body, parts = ("heading", "heading") if heading else ("heading body", "heading parts")
    return _any((_columns(body, words.keys), _columns(parts, words.parts)))


def _columns(names: str, keys: Iterable[int]) -> str:
    tokens = " OR ".join(map(term, sorted(keys)))
    return f"{{{names}}} : ({tokens})" if tokens else ""
