"""What comparing two editions gives, as plain data."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Literal, NamedTuple

from strategikort.editions.words import Change
from strategikort.model import Document, Place, Section

Status = Literal["same", "changed", "renumbered", "moved", "new", "gone", "merged", "split"]


class Altered(NamedTuple):
    """A change of words: offsets in the texts, and the places in both sources."""

    change: Change
    old: Place
    new: Place


class Pair(NamedTuple):
    """What became of a section.

    ``old`` or ``new`` is None for one that is new or gone.  ``status`` is ``moved`` for a section
    that stands somewhere else, whether or not its words have changed as well; ``renumbered`` for
    one that has another number and nothing else; ``merged`` for one
    whose text has gone into ``new``, which is more than it; ``split`` for one that came out of
    ``old``.  ``likeness`` is the share of words in common, 0 to 1.
    """

    status: Status
    old: Section | None
    new: Section | None
    likeness: float
    altered: tuple[Altered, ...] = ()


class Moved(NamedTuple):
    """Whole sentences that stand unchanged in another section now.

    ``start`` and ``end`` are half-open offsets in the text of ``old``; ``new`` has the same words.
    """

    old: Section
    new: Section
    start: int
    end: int

    @property
    def text(self) -> str:
        """The words as the old edition has them."""
        return self.old.text.text[self.start : self.end]


class Comparison(NamedTuple):
    """Two editions and their sections, in the order of the new one, what is gone in its place.

    Of each of the ``pairs``, ``old`` or ``new`` is None for a section that is new or gone, and
    ``status`` says what became of it: ``same``, ``changed``, ``renumbered``, ``moved``, ``new``,
    ``gone``, ``merged`` or ``split``.  ``moves`` are sentences that one section lost and another
    got: among the changes of both they are taken out and put in.
    """

    old: Document
    new: Document
    pairs: tuple[Pair, ...]
    moves: tuple[Moved, ...] = ()

    def __repr__(self) -> str:
        counts = ", ".join(f"{number} {status}" for status, number in self.counts.items())
        return f"<Comparison {self.old.id} with {self.new.id}: {counts}>"

    @property
    def counts(self) -> Mapping[Status, int]:
        """How many sections of each status there are."""
        return dict(Counter(pair.status for pair in self.pairs))
