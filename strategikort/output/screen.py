"""What text is written on: a terminal with colours and a width, or a pipe with neither.

Text from documents is never trusted: :func:`safe` takes out whatever could steer a terminal.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Iterable, Sequence
from typing import IO, TYPE_CHECKING, NamedTuple

from strategikort.text.safe import safe as safe

if TYPE_CHECKING:
    from strategikort.model import Document, Section

MAX_WIDTH = 96
"""Characters; longer lines are hard to read however wide the window is."""

_UNIT = re.compile(
    r"(?:(?<!\S)(?:[ls]\.|§|(?:nr|kap|stk)\.|\d{1,3}\.)\s){0,2}(?:\S|[\u00a0\u202f])+",
    re.IGNORECASE,
)
"""What no line is broken in: a word, a number and what it is one of (l. 12, § 3, 5. prioritet)."""

Span = tuple[int, int]
"""0-based half-open offsets into a text."""

Part = tuple[str, tuple[str, ...]]
"""A text, and the SGR codes (ECMA-48) it is painted in; none: as it is."""

_BOLD, _DIM, _SET_OFF = ("1",), ("2",), ("1", "4")
_LEAST_ROOM = 20
"""Characters for text on each line, however narrow the terminal."""


class Screen(NamedTuple):
    """Where text goes: ``width`` in characters (None: do not wrap) and whether to use colours.

    ``target`` gives the address of a section's file, at a line counted from 1; empty if there is
    none.  None: the terminal has no links.
    """

    width: int | None = None
    colour: bool = False
    target: Callable[[Section, int | None], str] | None = None

    @classmethod
    def of(cls, stream: IO[str], when: str = "auto") -> Screen:
        """Return the screen that ``stream`` is; ``when`` is ``auto``, ``altid`` or ``aldrig``.

        ``NO_COLOR``, ``FORCE_COLOR``, ``TERM=dumb`` and ``COLUMNS`` are heeded.
        """
        terminal = stream.isatty()
        steered = terminal and _is_steered(stream)
        colour = when == "altid"
        if when == "auto" and not os.environ.get("NO_COLOR"):
            forced = bool(os.environ.get("FORCE_COLOR"))
            colour = forced or (steered and os.environ.get("TERM") != "dumb")
        return cls(_width(stream) if terminal else None, colour)

    def paint(self, text: str, *codes: str) -> str:
        """Return ``text`` in the given SGR codes (ECMA-48), if there are colours."""
        return f"\x1b[{';'.join(codes)}m{text}\x1b[0m" if self.colour and text else text

    def bold(self, text: str) -> str:
        """Return ``text`` as a heading."""
        return self.paint(text, *_BOLD)

    def dim(self, text: str) -> str:
        """Return ``text`` as something beside the matter: an id, a citation."""
        return self.paint(text, *_DIM)

    def painted(
        self, parts: Iterable[Part], indent: str = "", first: str | None = None
    ) -> list[str]:
        """Return ``parts`` as the lines of one paragraph, wrapped on a terminal.

        ``first`` is what the first line begins with, if not ``indent``.
        """
        first = indent if first is None else first
        pieces = [(safe(text), codes) for text, codes in parts]
        lines: list[str] = []
        for start, end in self._lines("".join(text for text, _ in pieces), len(indent), len(first)):
            shown, at = [indent if lines else first], 0
            for text, codes in pieces:
                cut = text[max(start - at, 0) : max(end - at, 0)]
                shown.append(self.paint(cut, *codes) if codes else cut)
                at += len(text)
            lines.append("".join(shown))
        return lines or [first]

    def paragraph(self, text: str, indent: str = "", spans: Sequence[Span] = ()) -> list[str]:
        """Return one paragraph as lines, wrapped on a terminal, with ``spans`` set off."""
        parts: list[Part] = []
        position = 0
        for start, end in spans:
            parts += [(text[position:start], ()), (text[start:end], _SET_OFF)]
            position = end
        return self.painted([*parts, (text[position:], ())], indent)

    def heading(self, label: str, beside: str, indent: str = "", hanging: str = "") -> list[str]:
        """Return a heading with its id beside it; lines after it begin with ``hanging`` as well."""
        return self.painted(heading_parts(label, beside), indent + hanging, indent)

    def document(self, document: Document, beside: str = "") -> list[str]:
        """Return the id and the title of a document as the lines of a heading."""
        return self.heading(f"{document.id}  {document.shown_title}", beside, hanging="      ")

    def source(
        self, text: str, section: Section, where: Iterable[tuple[int, int]] = (), indent: str = ""
    ) -> list[str]:
        """Return the citation of ``section`` as lines, with links to where it stands.

        ``where`` are the lines (from 1) of a passage, none for the section.
        """
        lines = self.paragraph(text, indent)
        if self.target is not None:
            from strategikort.output.hyperlinks import linked

            here = [*where] or [*section.heading_lines, *section.lines]
            uri = self.target(section, min((first for first, _ in here), default=None))
            lines = [linked(item, uri) for item in lines]
        return [self.dim(item) for item in lines]

    def _lines(self, text: str, indent: int, first: int) -> Iterable[Span]:
        if self.width is None:
            return [(0, len(text))]
        room = max(self.width - first, _LEAST_ROOM)
        lines: list[Span] = []
        for unit in _UNIT.finditer(text):
            start, end = unit.span()
            if lines and end - lines[-1][0] <= room:
                lines[-1] = (lines[-1][0], end)
            else:
                room = max(self.width - (indent if lines else first), _LEAST_ROOM)
                lines.append((start, end))
        return lines


def heading_parts(label: str, beside: str, beyond: str = "") -> list[Part]:
    """Return a label in bold, what stands beside it dimmed, and what stands beyond that."""
    parts = [(label, _BOLD), (beside, _DIM), (beyond, ())]
    shown = [(text, codes) for text, codes in parts if text]
    return [part for at, one in enumerate(shown) for part in ([("  ", ()), one] if at else [one])]


def _is_steered(stream: IO[str]) -> bool:
    """Say whether a terminal heeds escape codes; that of Windows is told to."""
    if sys.platform != "win32":
        return True
    import ctypes
    import msvcrt

    heeds = 4  # ENABLE_VIRTUAL_TERMINAL_PROCESSING
    mode = ctypes.c_ulong()
    kernel = ctypes.windll.kernel32
    try:
        console = ctypes.c_void_p(msvcrt.get_osfhandle(stream.fileno()))
    except (OSError, ValueError):
        return False
    known = kernel.GetConsoleMode(console, ctypes.byref(mode))
    return bool(known and kernel.SetConsoleMode(console, mode.value | heeds))


def _width(stream: IO[str]) -> int:
    try:
        width = int(os.environ.get("COLUMNS", "")) or 80
    except ValueError:
        try:
            width = os.get_terminal_size(stream.fileno()).columns or 80  # 0 is not known
        except (OSError, ValueError):
            width = 80
    return max(20, min(width, MAX_WIDTH))
