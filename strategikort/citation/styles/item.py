"""What a citation is made of, whatever its style."""

from __future__ import annotations

import re
from typing import NamedTuple

from strategikort.citation.dates import DateParts, date_parts
from strategikort.citation.short import LineRanges, date_is_supplied, join_lines, place_part
from strategikort.language.sentences import sentences
from strategikort.model import Document, Section
from strategikort.text.aligned import SourceRange, text_within
from strategikort.text.source import Source

QUOTE_LENGTH = 400
"""Characters that a quotation in a citation has at most, omission marks not counted."""

OMISSION = "[…]"
_UNSTOPPED = re.compile(r"\A.{40,}?\w(?=\n\s*\n)", re.DOTALL)
"""Text up to a paragraph that ends without a stop, as what leads to a chapter does."""


class Item(NamedTuple):
    """A place to be cited: a section, or the passage of it on ``lines`` and ``pages``.

    ``chars`` are the passage's ranges in ``source`` (the section's own where None), ``quote`` is
    the quotation to go with the citation, ``accessed`` the ISO date on which a web page was seen.
    """

    document: Document
    section: Section
    source: Source | None = None
    lines: LineRanges | None = None
    pages: tuple[str, ...] | None = None
    chars: tuple[SourceRange, ...] | None = None
    quote: str = ""
    accessed: str = ""

    @property
    def text(self) -> str:
        """The words that stand there: those of the passage, or all of the section's."""
        text = self.section.text
        return text.text if self.chars is None else text_within(text, self.chars)

    @property
    def shown_pages(self) -> tuple[str, ...]:
        """The pages of the passage or the section."""
        return self.section.pages if self.pages is None else self.pages

    @property
    def pinpoint(self) -> str:
        """Section, pages and lines: ``konklusion 6, 3. led, l. 86-88``."""
        place = place_part(self.section, self.lines, self.pages)
        return ", ".join(part for part in (self.section.pinpoint, place) if part)

    @property
    def notes(self) -> list[str]:
        """What formats have no field for: the place, a further reference, a date from elsewhere."""
        undated = "datoen står ikke i teksten" if self.date_is_supplied else ""
        return [note for note in (self.pinpoint, self.document.record, undated) if note]

    @property
    def part(self) -> str:
        """What tells a part of the section from the others: ``#l894-932``; empty for all of it."""
        return f"#l{join_lines(self.lines).replace(', ', '-')}" if self.lines else ""

    @property
    def author(self) -> str:
        """The publisher, who is the author of such documents; the title where none is known."""
        return self.document.publisher or self.document.shown_title

    @property
    def issued(self) -> DateParts | None:
        """The document's date."""
        return date_parts(self.document.date)

    @property
    def date_is_supplied(self) -> bool:
        """Whether the date does not stand in the document."""
        return date_is_supplied(self.document)


def shorten_quote(text: str, limit: int = QUOTE_LENGTH) -> str:
    """Return ``text`` in one line, cut at a sentence end with ``[…]`` when it is longer than that.

    A first sentence that is itself too long is cut between words.  Nothing follows a paragraph that
    ends without a stop, since nothing would part the two.  What is returned can be found
    again in the source: nothing is changed but white space.
    """
    line = " ".join(text.split())
    if len(line) <= limit:
        return line
    head = _UNSTOPPED.match(text)
    lead = " ".join(head.group().split()) if head else ""
    if lead and len(lead) <= limit:
        return f"{lead} {OMISSION}"
    ends = [end for _, end in sentences(line) if end <= limit]
    cut = ends[-1] if ends else line.rfind(" ", 0, limit + 1)
    if cut <= 0:
        cut = limit
    return f"{line[:cut].rstrip(' ,;:–')} {OMISSION}"
