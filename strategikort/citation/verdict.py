"""What is found out about a quotation, as plain frozen data."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from strategikort.citation.differences import Difference
from strategikort.citation.found import Passage
from strategikort.model import one_line


class Status(StrEnum):
    """What is to be said of a quotation."""

    EXACT = "exact"
    ALTERED = "altered"
    NOT_FOUND = "not_found"
    MISPLACED = "misplaced"
    TOO_SHORT = "too_short"


@dataclass(frozen=True, slots=True)
class CutOff:
    """Words right in front of a quotation in its source, or behind it, that turn what it says.

    ``words`` are as the source has them: a negation, or what makes a number a bound.  ``behind``
    says that they stand behind the quotation.
    """

    words: str
    behind: bool = False

    @property
    def note(self) -> str:
        """What is said of it, in Danish."""
        side = "efter" if self.behind else "foran"
        return f"Pas på: lige {side} citatet skriver kilden »{self.words}«."


@dataclass(frozen=True, slots=True)
class Cited:
    """Where a quotation is said to stand: ids of sections and documents, perhaps lines or pages.

    ``others`` are further places, each with lines and pages of its own.  ``unread`` is what it says
    behind a document's name that could not be read.  What is ``paged`` stands on the pages only
    where its own are known: its number may be that of something else.
    """

    ids: frozenset[str]
    lines: tuple[tuple[int, int], ...] = ()
    pages: tuple[str, ...] = ()
    others: tuple[Cited, ...] = ()
    unread: str = ""
    paged: bool = False

    @property
    def everywhere(self) -> frozenset[str]:
        """The ids of all places that may be meant."""
        return self.ids.union(*(other.ids for other in self.others))


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was found out about a quotation.

    ``places``: where it stands, the best first (``exact``, ``misplaced``); the closest place, or
    the places it was put together from (``altered``); none otherwise.  ``nearest`` is where a
    quotation that was not found has most words in common with, for looking, never for citing.
    ``similarity`` is 1 for the same wording and below 1 for every other.  ``cut_off`` is what the
    source says right beside an exact quotation that turns it; ``notes`` say that as well.
    """

    quote: str
    status: Status
    similarity: float
    places: tuple[Passage, ...] = ()
    differences: tuple[Difference, ...] = ()
    notes: tuple[str, ...] = ()
    nearest: Passage | None = None
    cut_off: tuple[CutOff, ...] = ()

    def __repr__(self) -> str:
        where = f", {self.found.section.id}" if self.found else ""
        return f"<Verdict {self.status}{where}: {one_line(self.quote)}>"

    @property
    def everywhere(self) -> tuple[Passage, ...]:
        """The places, and behind each the same words in other files of the same text."""
        return tuple(one for place in self.places for one in (place, *place.also))

    @property
    def found(self) -> Passage | None:
        """The first of the places."""
        return self.places[0] if self.places else None
