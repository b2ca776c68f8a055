"""What references name, as plain data."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from strategikort.model import Document, Section
from strategikort.references.steps import Step
from strategikort.text.aligned import EMPTY

WHOLE_DOCUMENT = "dokument"
"""The kind of a section that stands for a whole document; none in a store is of it."""


class Resolution(NamedTuple):
    """What a reference names: section ids in reading order.

    ``document`` is set when a whole document was named.  ``taken_for`` is what a misspelt
    reference was taken for.  ``pages`` and ``lines`` (from 1, inclusive) are those that it names
    in what the ids stand for, none for all, and ``steps`` the numbers, letters and sentences.
    ``several`` says that only one of them can be meant.  ``others`` may be meant as well, though
    hardly.
    """

    ids: tuple[str, ...]
    document: str | None = None
    taken_for: str | None = None
    pages: tuple[str, ...] = ()
    lines: tuple[tuple[int, int], ...] = ()
    several: bool = False
    others: tuple[str, ...] = ()
    steps: tuple[Step, ...] = ()

    @property
    def is_part(self) -> bool:
        """Whether only some pages, lines or numbers are named."""
        return bool(self.pages or self.lines or self.steps)


class Named(NamedTuple):
    """The sections that references name, in the order asked for, each once.

    ``taken_for`` says of misspelt references what they were taken for; look at it before you
    cite.  ``parts`` are the ids of sections of which pages or lines were named.
    """

    sections: tuple[Section, ...]
    taken_for: Mapping[str, str]
    parts: frozenset[str] = frozenset()


def whole_document(document: Document) -> Section:
    """Return all of ``document`` as one section, without text, pages or lines."""
    return Section(document.id, document.id, WHOLE_DOCUMENT, None, document.title, EMPTY, ())
