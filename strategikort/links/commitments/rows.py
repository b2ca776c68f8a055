"""Promises in tables: ``Initiativ | Ansvarlig | Frist``, a row for each or a card for each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from strategikort.links.commitments.promise import trim
from strategikort.links.commitments.rules import Rules
from strategikort.links.commitments.verbs import TOKEN
from strategikort.model import Section

_MOST_NAMES = 5
"""Words of the name of a column at most; a longer one is no name."""

_KINDS = ("actor", "deadline", "time", "task")
"""What columns hold; the first of those that a name tells."""
_WHO_OR_WHEN = frozenset(_KINDS) - {"task"}
_HIGHEST = 3
"""Rows at the top of a table among which its head is: a title may stand above it."""

_LABEL = re.compile(r"(?:^|(?<=\s))([A-ZÆØÅ][\w-]*(?: [a-zæøå][\w-]*){0,2}):\s")
"""What stands before a colon, as ``Ansvarlig`` and ``Ansvarlig myndighed``."""

_ASIDE = re.compile(r"\([^()]*\)")
_LETTER = re.compile(r"[^\W\d_]{2}")
_TOTAL = re.compile(r"\W*(?:i ?alt|total|sum)\b", re.IGNORECASE)
_NOT_YET = re.compile(r"(?:nej|ikke)\b", re.IGNORECASE)
_NOBODY = re.compile(r"\W*(?:n/?a|ingen)?\W*", re.IGNORECASE)
"""What stands in an empty cell."""

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")

Span = tuple[int, int]


class Row(NamedTuple):
    """What a row of a table promises; half-open offsets in the text of its section.

    ``carrier`` is the name (small letters) of the column that says who acts, or when.  ``deadline``
    is None where no time is given.
    """

    start: int
    end: int
    task: Span
    actor: Span | None
    deadline: Span | None
    carrier: str


class _Cell(NamedTuple):
    name: str
    place: Span


class RowReader:
    """Reads the tables that say what is to be done, and by whom or when."""

    def __init__(self, rules: Rules) -> None:
        self._rules = rules

    def read(self, section: Section, *, plan: bool, year: int) -> Iterator[Row]:
        """Go through the promises of a section's table.

        All of a plan is promised, so there it is enough that a table says who acts or when;
        elsewhere it says who, and by when.  What was to be done before ``year`` is promised no
        more.
        """
        for cells in self._records(section):
            found = self._row(section.text.text, cells, plan=plan, year=year)
            if found is not None:
                yield found

    def labels(self, text: str) -> dict[str, Span]:
        """Return where a text of labels says who acts and when: ``Ansvarlig: KL Frist: maj 2027``.

        ``actor`` and ``deadline``, of those that it says; of a text that begins with no label none.
        """
        labels = list(_LABEL.finditer(text))
        if not labels or labels[0].start() > 0:
            return {}
        found: dict[str, Span] = {}
        ends = [*(label.start() for label in labels[1:]), len(text)]
        for label, end in zip(labels, ends, strict=True):
            kind = self._kind(label[1])
            start, end = trim(text, label.end(), end)
            if kind == "actor" and start < end:
                found["actor"] = start, end
            elif kind in ("deadline", "time") and self._is_time(text[start:end]):
                found["deadline"] = start, end
        return found

    def _records(self, section: Section) -> Iterator[list[_Cell]]:
        """Go through the rows of a table below its head, or through the cards."""
        grid = list(_placed(section))
        if self._are_cards(grid):
            card: list[_Cell] = []
            first = grid[0][0][0]
            for (name, _), (_, place) in grid:
                if name == first or self._kind(name) == self._kind(first) == "task":
                    yield card
                    card = []
                card.append(_Cell(name, place))
            yield card
            return
        head: tuple[str, ...] = ()
        for number, (row, places) in enumerate(grid):
            if row == head or (not head and number < _HIGHEST and self._is_head(row)):
                head = row  # once more on another page
            elif head:
                cells = map(_Cell, head, places)
                yield [cell for cell in cells if cell.place[0] < cell.place[1]]

    def _is_head(self, row: Sequence[str]) -> bool:
        kinds = {self._kind(cell) for cell in row}
        return "task" in kinds and not kinds.isdisjoint(_WHO_OR_WHEN)

    def _are_cards(self, grid: Sequence[tuple[tuple[str, ...], list[Span]]]) -> bool:
        """Say whether a table is of names and values, the names in the first of two columns."""
        if not grid or len(grid[0][0]) != 2 or self._kind(grid[0][0][1]) in _WHO_OR_WHEN:
            return False
        return self._is_head([row[0] for row, _ in grid])

    def _row(self, text: str, cells: Sequence[_Cell], *, plan: bool, year: int) -> Row | None:
        of: dict[str, list[_Cell]] = {kind: [] for kind in _KINDS}
        for cell in cells:
            if (kind := self._kind(cell.name)) and not _NOBODY.fullmatch(text, *cell.place):
                of[kind].append(cell)
        actors, deadlines, times = of["actor"], of["deadline"], of["time"]
        tasks = [cell for cell in of["task"] if _LETTER.search(text, *cell.place)]  # no numbers
        times = deadlines or times
        if not tasks or not (actors or times) or not (plan or (actors and deadlines)):
            return None
        task = tasks[-1].place
        words = text[slice(*task)]
        done = any(self._is_done(cell.name, text[slice(*cell.place)]) for cell in cells)
        if done or _TOTAL.match(words):
            return None
        deadline = times[-1].place if times else None
        if deadline is not None:
            when = text[slice(*deadline)]
            years = [int(number) for number in _YEAR.findall(when)]
            if years and max(years) < year:
                return None
            deadline = deadline if self._is_time(when) else None
        first, *_ = [*actors, *times]
        used = [cell.place for cell in cells]
        return Row(
            min(start for start, _ in used),
            max(end for _, end in used),
            task,
            actors[0].place if actors else None,
            deadline,
            first.name.casefold(),
        )

    def _is_done(self, name: str, said: str) -> bool:
        """Say whether a cell tells that it is done: »Afsluttet«, or »2031« under »Afsluttet«."""
        done = self._rules.done
        under = name.casefold() in done and not self._kind(name)
        return said.casefold() in done or (under and not _NOT_YET.match(said))

    def _is_time(self, words: str) -> bool:
        """Say whether words are a time, and not only how often: ``løbende``, ``årligt``."""
        rules = self._rules
        bare = rules.recurrences.sub("", words)
        return any(map(str.isdigit, bare)) or bool(rules.deadlines.search(bare))

    def _kind(self, name: str) -> str:
        """Return what a column of this name holds, one of ``_KINDS``; empty for anything else."""
        words = [word.casefold() for word in TOKEN.findall(_ASIDE.sub("", name)) if word.isalpha()]
        if not 0 < len(words) <= _MOST_NAMES:
            return ""
        kinds = {
            kind
            for name, kind in self._rules.columns.items()
            for word in words
            if word == name or (name[0] == "-" and word.endswith(name[1:]))
        }
        alone = self._rules.column_names.get(" ".join(words), "")
        return next((kind for kind in _KINDS if kind in kinds), alone)


def _placed(section: Section) -> Iterator[tuple[tuple[str, ...], list[Span]]]:
    """Go through the rows of a table, its head first, with the places of their cells in the text.

    An empty cell has an empty place; so has one that does not follow the cell before it there.
    """
    table, text = section.table, section.text.text
    if table is None:
        return
    at = len(table.caption)
    for row in (table.columns, *table.rows):
        places: list[Span] = []
        for cell in row:
            start = text.find(cell, at)
            follows = cell and start >= 0 and not text[at:start].strip()
            places.append((start, start + len(cell)) if follows else (at, at))
            at = places[-1][1]
        yield row, places
