"""What stands above the running text of a plain file without an empty line between them."""

from __future__ import annotations

from collections.abc import Sequence

from strategikort.readers.cues.dates import date_of_line
from strategikort.readers.cues.headings import is_headed, is_wrapped, may_be_title
from strategikort.readers.cues.senders import names_a_sender

_LONG = 0.75
"""How long a line of running text is, as a share of the usual length, at least."""

_PARAGRAPH = 100
"""Letters of a line that holds a whole paragraph, at least."""

_LONGER = 1.5


def front_lines(lines: Sequence[str], first: int, last: int, width: int) -> tuple[int, int]:
    """Return which of the first lines of a text are its title and who sent it, or when.

    They stand right above the running text, whose first line begins a sentence and is as long as
    lines are, or holds a whole paragraph.  ``last`` is the last line of the first group, which is
    a single one where every line is a paragraph.
    """
    title = lines[first].strip()
    if not may_be_title(title) or _sends(title) or is_headed(lines, first, last, width):
        return first, first
    end = first + 1
    while end < len(lines) and _sends(lines[end].strip()):
        end += 1
    below = lines[end].strip() if end < len(lines) else ""
    least = _LONG * width if is_wrapped(width) else max(_PARAGRAPH, _LONGER * len(title))
    is_text = below[:1].isupper() and len(below) > least and len(title) < least
    return first, end if is_text else first


def _sends(line: str) -> bool:
    """Say whether a line tells who sent a text, or when."""
    return names_a_sender(line) or date_of_line(line) is not None
