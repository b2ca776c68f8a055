"""The tokens of a PDF, read quicker than pdfminer.six does.

pdfminer.six takes them apart sign by sign, which is most of what a file costs.  Here one regular
expression takes a whole token; whatever it does not know (comments, nested parentheses, broken
numbers, what the buffer cuts, images in a content stream) is left to pdfminer.six, so that both
read the same.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Any

from pdfminer.pdfinterp import PDFContentParser
from pdfminer.pdfparser import PDFParser, PDFStreamParser
from pdfminer.pdftypes import PDFStream
from pdfminer.psexceptions import PSEOF
from pdfminer.psparser import KWD, LIT, PSBaseParser, PSLiteral

_TOKEN = re.compile(
    rb"""[\x00\s]*(?:
    ([-+]?\d+)(?=[^\d.])
    |([-+]?(?:\d+\.\d*|\.\d+))(?=\D)
    |((?!true|false|BI|ID)[A-Za-z][^#/%\[\]()<>{}\s]*)(?=[#/%\[\]()<>{}\s])
    |/([^#/%\[\]()<>{}\s]*)(?=[/%\[\]()<>{}\s])
    |\(([^()\\]*+(?:\\(?:[0-3][0-7]{0,2}+|[4-7][0-7]?(?![0-7])|[^0-7])[^()\\]*+)*+)\)
    |<((?:[0-9a-fA-F]{2})+)>(?=[^>])
    |(\[|\]|<<|>>)
    )""",
    re.X,
)
"""A number, an operator, a name, a string, one in hexadecimal, a bracket, and what ends them.

Nothing of a string is gone back over: its octal escapes can be divided in more ways than there is
time for, as soon as it holds another parenthesis.
"""

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


class _QuickTokens(PSBaseParser):
    """A parser that is at rest takes the usual tokens whole."""

    is_known = True
    """Whether this version of pdfminer.six is built as what is hooked into here."""

    def nexttoken(self) -> Any:
        found = self._match()
        return self._taken(found) if found else super().nexttoken()

    def _match(self) -> re.Match[bytes] | None:
        """Return the next token if it is one of the usual ones and nothing else is begun."""
        if not self.is_known or self._tokens or self.eof or self._parse1 != self._parse_main:
            return None
        return _TOKEN.match(self.buf, self.charpos)

    def _taken(self, found: re.Match[bytes]) -> tuple[int, Any]:
        self.charpos = found.end()
        group = found.lastindex or 1
        return self.bufpos + found.start(group), _READ[group - 1](found[group])


class FileParser(_QuickTokens, PDFParser):
    """Reads the objects of a file."""


class ObjectParser(_QuickTokens, PDFStreamParser):
    """Reads the objects that are packed in a stream."""


class ContentParser(_QuickTokens, PDFContentParser):
    """Reads the operators of content streams and their operands."""

    BUFSIZ = 2**16

    def nextobject(self) -> Any:
        """Return the next operand or operator; operands without waiting for their operator."""
        if self.is_known and not (self.results or self.context or self.curstack):
            found = self._match()
            if found and found.lastindex != _BRACKET:
                return self._taken(found)
        return super().nextobject()


def reads_the_same() -> bool:
    """Tell whether a sample is read as pdfminer.six reads it, whatever its version."""

    def objects(kind: type[PDFContentParser]) -> Iterator[Any]:
        stream = PDFStream({}, _SAMPLE)
        stream.objid = 1
        parser = kind([stream])
        with suppress(PSEOF):
            while True:
                yield parser.nextobject()[1]

    try:
        return [*objects(ContentParser)] == [*objects(PDFContentParser)]
    except Exception:  # whatever comes of names that are no more
        return False


_QuickTokens.is_known = reads_the_same()
