"""Bytes of a text file → characters, and by which encoding.

UTF-8 and UTF-16 are recognised for certain.  What is neither is Windows-1252, of which Latin-1
is a part: of the single-byte encodings these two are the ones Danish files are written in.  Files
from old Macintosh and DOS programs have other signs where the Danish letters should be (``¿`` and
``†`` inside words), and are known by that.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from strategikort.readers.model import ReadingWarning

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_META_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})""", re.I)
_XML_ENCODING = re.compile(rb"""^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{2,40})""", re.I)
_OLD = ("mac-roman", "cp850")
"""Encodings of old Macintosh and DOS programs."""

_C1 = frozenset(range(0x80, 0xA0))
_DANISH_IN_WORD = r"(?<=[A-Za-z])[æøå]|[æøåÆØÅ](?=[a-z])"
_ODD_IN_WORD = r"(?<=[A-Za-zæøå])[^\x00-\x7fæøåéèêëáàâäíóôöúüçñß’–—-](?=[a-zæøå])"


@dataclass(frozen=True)
class Decoded:
    """Decoded text; ``encoding`` is shown to people."""

    text: str
    encoding: str

    @property
    def warnings(self) -> tuple[ReadingWarning, ...]:
        """What a reader must know of how the file was decoded."""
        if self.encoding not in _OLD:
            return ()
        message = f"Tegnsættet er gættet: {self.encoding}. Se efter, om bogstaverne er rigtige."
        return (ReadingWarning("guessed_encoding", message),)


def decode(data: bytes) -> Decoded | None:
    """Decode a text file; None if the bytes are not text at all."""
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            try:
                return Decoded(data.decode(encoding), encoding.removesuffix("-sig"))
            except UnicodeDecodeError:
                return Decoded(data.decode(encoding, "replace"), encoding)
    wide = _utf16_without_bom(data)
    if wide:
        return Decoded(data.decode(wide, "replace"), wide)
    if data.count(0) > len(data) // 200:
        return None
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        # A file cut off in the middle of a character is still UTF-8.
        if error.start >= len(data) - 3 and error.start > 0:
            return Decoded(data.decode("utf-8", "replace"), "utf-8")
    declared = declared_charset(data)
    if declared:
        try:
            shown = "windows-1252" if declared == "cp1252" else declared
            return Decoded(data.decode(declared), shown)
        except (UnicodeDecodeError, LookupError):
            pass
    if _is_binary(data):
        return None
    mostly_utf8 = data.decode("utf-8", "replace")
    if _looks_utf8(mostly_utf8):
        return Decoded(mostly_utf8, "utf-8")
    return _in_single_bytes(data)


def _in_single_bytes(data: bytes) -> Decoded:
    usual = Decoded(data.decode("latin-1"), "latin-1")
    if _C1.intersection(data):
        # Five of its bytes have no character.
        usual = Decoded(data.decode("windows-1252", "replace"), "windows-1252")
    if not re.search(_ODD_IN_WORD, usual.text):
        return usual
    others = [Decoded(data.decode(name), name) for name in _OLD]
    return max([usual, *others], key=lambda decoded: _is_danish(decoded.text))


def _is_danish(text: str) -> int:
    """Return how many Danish letters stand in words of a text, less the signs that do not."""
    letters = len(re.findall(_DANISH_IN_WORD, text))
    return letters - len(re.findall(_ODD_IN_WORD, text))


def declared_charset(data: bytes) -> str | None:
    """Return the encoding that the head of an HTML or XML file names, if Python knows it."""
    found = _META_CHARSET.search(data[:4096]) or _XML_ENCODING.search(data[:400])
    if not found:
        return None
    label = found[1].decode("ascii").lower()
    # WHATWG Encoding: pages that say Latin-1 or ASCII are read as Windows-1252.
    if label in {"iso-8859-1", "latin1", "latin-1", "us-ascii", "ascii", "iso8859-1"}:
        return "windows-1252"
    try:
        codec = codecs.lookup(label)
    except LookupError:
        return None
    return codec.name if codec._is_text_encoding else None


def _utf16_without_bom(data: bytes) -> str | None:
    head = data[: 4096 & ~1]
    half = len(head) // 2
    if half < 4 or len(data) % 2:
        return None
    even, odd = head[::2].count(0), head[1::2].count(0)
    if odd > half * 0.4 and even < half * 0.05:
        return "utf-16-le"
    if even > half * 0.4 and odd < half * 0.05:
        return "utf-16-be"
    return None


def _is_binary(data: bytes) -> bool:
    head = data[:65536]
    odd = sum(head.count(code) for code in (*range(0, 9), *range(14, 27), *range(28, 32)))
    return odd > len(head) // 200 or data.startswith(b"\x00")


def _looks_utf8(text: str) -> bool:
    """Say whether a few bad bytes stand in what is otherwise UTF-8."""
    high = sum(1 for character in text if ord(character) > 127)
    bad = text.count("\ufffd")
    return high > 20 and bad * 10 < high
