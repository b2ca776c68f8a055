"""pdfminer.six's interpreter of pages with a quicker way through the content streams.

pdfminer.six reads them sign by sign, which is most of what a page costs.  Here one regular
expression takes a whole token; whatever it does not know (comments, nested parentheses, broken
numbers, what the buffer cuts, images in the stream) is left to pdfminer.six, so that both read
the same.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from functools import cache
from typing import Any

from pdfminer.pdfdevice import PDFDevice
from pdfminer.pdfinterp import PDFContentParser, PDFPageInterpreter, PDFResourceManager
from pdfminer.pdftypes import PDFStream, stream_value
from pdfminer.psexceptions import PSEOF
from pdfminer.psparser import KWD, LIT, PSKeyword, PSLiteral, keyword_name

_TOKEN = re.compile(
    rb"""[\x00\s]*(?:
    ([-+]?\d+)(?=[^\d.])
    |([-+]?(?:\d+\.\d*|\.\d+))(?=\D)
    |((?!true|false|BI|ID)[A-Za-z][^#/%\[\]()<>{}\s]*)(?=[#/%\[\]()<>{}\s])
    |/([^#/%\[\]()<>{}\s]*)(?=[/%\[\]()<>{}\s])
    |\(([^()\\]*(?:\\(?:[0-3][0-7]{0,2}|[4-7][0-7]?(?![0-7])|[^0-7])[^()\\]*)*)\)
    |<((?:[0-9a-fA-F]{2})+)>(?=[^>])
    |([\[\]])
    )""",
    re.X,
)
"""A number, an operator, a name, a string, one in hexadecimal, a bracket, and what ends them."""

_ESCAPE = re.compile(rb"\\(?:([0-7]{1,3})|\r\n|(.))", re.S)
_ESCAPED = {b"b": b"\b", b"t": b"\t", b"n": b"\n", b"f": b"\f", b"r": b"\r"}
_ESCAPED |= {sign: sign for sign in (b"(", b")", b"\\")}


def _name(token: bytes) -> PSLiteral:
    try:
        return LIT(token.decode())
    except UnicodeDecodeError:
        return LIT(token)


def _unescaped(found: re.Match[bytes]) -> bytes:
    return bytes((int(found[1], 8),)) if found[1] else _ESCAPED.get(found[2], b"")


def _string(token: bytes) -> bytes:
    return _ESCAPE.sub(_unescaped, token) if b"\\" in token else token


_READ: tuple[Callable[[bytes], Any], ...] = (
    *(int, float, KWD, _name, _string),
    lambda token: bytes.fromhex(token.decode()),
    KWD,
)
"""How the tokens of each group of the pattern are read."""

_BRACKET = len(_READ)

_SAMPLE = b"q 1 0 -.5 cm % x\nBT /F1 9 Tf [(a\\051) -20 <62>] TJ (b(c)) Tj ET Q "
"""Some of each kind of token, and of what is left to pdfminer.six."""


class _Parser(PDFContentParser):
    """Reads the objects of content streams."""

    BUFSIZ = 2**16

    def nexttoken(self) -> Any:
        found = self._match()
        return self._taken(found) if found else super().nexttoken()

    def nextobject(self) -> Any:
        if not (self.results or self.context or self.curstack):
            found = self._match()
            if found and found.lastindex != _BRACKET:
                return self._taken(found)
        return super().nextobject()

    def _match(self) -> re.Match[bytes] | None:
        """Return the next token if it is one of the usual ones and nothing else is begun."""
        if self._tokens or self.eof or self._parse1 != self._parse_main:
            return None
        return _TOKEN.match(self.buf, self.charpos)

    def _taken(self, found: re.Match[bytes]) -> tuple[int, Any]:
        self.charpos = found.end()
        group = found.lastindex or 1
        return self.bufpos + found.start(group), _READ[group - 1](found[group])


def interpreter_for(manager: PDFResourceManager, device: PDFDevice) -> PDFPageInterpreter:
    """Return what draws pages on a device: pdfminer.six's own if it is built in another way."""
    quick = _Interpreter(manager, device)
    is_known = hasattr(quick, "parent_stream_ids") and _reads_the_same()
    return quick if is_known else PDFPageInterpreter(manager, device)


@cache
def _reads_the_same() -> bool:
    """Tell whether this version of pdfminer.six is built as what is hooked into here."""

    def objects(kind: type[PDFContentParser]) -> Iterator[Any]:
        stream = PDFStream({}, _SAMPLE)
        stream.objid = 1
        parser = kind([stream])
        with suppress(PSEOF):
            while True:
                yield parser.nextobject()[1]

    try:
        return [*objects(_Parser)] == [*objects(PDFContentParser)]
    except Exception:  # whatever comes of names that are no more
        return False


class _Interpreter(PDFPageInterpreter):
    """Draws pages on a device; forms within them are drawn by one of its own kind."""

    def execute(self, streams: Sequence[object]) -> None:
        """Draw content streams, except those in the midst of which this one is drawn."""
        found = [stream_value(stream) for stream in streams]
        self.stream_ids = {one.objid for one in found if one.objid is not None}
        self.stream_ids -= self.parent_stream_ids
        try:
            parser = _Parser([one for one in found if one.objid in self.stream_ids])
        except PSEOF:
            return
        while True:
            try:
                _, token = parser.nextobject()
            except PSEOF:
                return
            if not isinstance(token, PSKeyword):
                self.push(token)
            elif operator := _operator(token):
                draw, count = operator
                operands = self.pop(count) if count else []
                if len(operands) == count:
                    draw(self, *operands)


@cache
def _operator(token: PSKeyword) -> tuple[Callable[..., None], int] | None:
    """Return what pdfminer.six does for an operator, and how many operands that takes."""
    name = str(keyword_name(token))
    name = name.replace("*", "_a").replace('"', "_w").replace("'", "_q")
    draw = getattr(PDFPageInterpreter, f"do_{name}", None)
    return (draw, draw.__code__.co_argcount - 1) if draw else None
