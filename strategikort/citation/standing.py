"""Paragraphs without quotation marks whose words are those of a document.

Such a paragraph stands word for word in the archive, or it stands where quotations do and is so
near to a place in the archive that its words cannot be the memo's own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from strategikort.citation.archive import Archive
from strategikort.citation.exact import look_up
from strategikort.citation.reading import readings
from strategikort.citation.runs import find_runs
from strategikort.citation.unmarked import Unmarked
from strategikort.citation.verdict import Status
from strategikort.citation.verify import verify

_WORDS = 8
"""Words that a paragraph must have."""
_NEAR = 0.8
"""Likeness to one place from which on a paragraph that is set apart is taken from there."""
_RUN = 5
"""Words and marks in a row that it must then have in common with the archive."""
_READ_IN_WAYS = re.compile(r"[\[(/…]|\.\s?\.|(?:^|\s)(?:[-–—*·]|\d[\d.]*[.)]?|\w\))\s")
"""What may be an omission, an insertion or the mark of an item, and no part of the wording."""


def are_quoted(archive: Archive, paragraphs: Sequence[Unmarked]) -> list[bool]:
    """Say for each paragraph whether its words are those of a document."""
    codes = [archive.encode_text(item.text) for item in paragraphs]
    wanted = [
        len(item.text.split()) >= _WORDS and (item.apart or archive.knows(code) or "[" in item.text)
        for item, code in zip(paragraphs, codes, strict=True)
    ]
    archive.prepare(code for code, looked_up in zip(codes, wanted, strict=True) if looked_up)
    return [
        looked_up
        and (
            _stands(archive, item.text, code) or (item.apart and _is_near(archive, item.text, code))
        )
        for item, code, looked_up in zip(paragraphs, codes, wanted, strict=True)
    ]


def _stands(archive: Archive, text: str, code: str) -> bool:
    if not _READ_IN_WAYS.search(text) and not any(archive.find(code[:-1])):
        return False  # A full stop at the end need not be the document's.
    return any(look_up(archive, text, reading, 1)[0] for reading in readings(text))


def _is_near(archive: Archive, text: str, code: str) -> bool:
    if all(run.length < _RUN for run in find_runs(archive, code)):
        return False
    verdict = verify(archive, text)
    near = verdict.status is Status.ALTERED and verdict.similarity >= _NEAR
    return near and len(verdict.places) == 1
