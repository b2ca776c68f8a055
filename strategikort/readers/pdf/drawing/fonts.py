"""Glyphs → characters, and what the fonts and colours of a page say of its text."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Sequence

from pdfminer.pdffont import PDFFont, PDFUnicodeNotDefined

from strategikort.readers.pdf.drawing.content import Style

NO_GLYPH = "\ufffd"
"""Stands for a glyph of which the file does not say what character it is."""

_LIGATURES = {
    code: unicodedata.normalize("NFKC", chr(code))
    for code in (*range(0xFB00, 0xFB07), 0x132, 0x133)
}
# Producers write hyphens as U+00AD (Latin-1's hyphen glyph); a line-end one may be U+FFFE.
_HYPHENS = {0xAD: "-", 0xFFFE: "-", 0x2011: "\u2011"}
_SPACES = {0x09: " ", 0xA0: "\xa0", 0x200B: "", 0x200C: "", 0x200D: "", 0xFEFF: "", 0: ""}
_BULLETS = dict.fromkeys(
    (0xF0B7, 0xF0A7, 0xF0D8, 0xF0A8, 0xF076, 0xF0FC, 0xF06E, 0xF0B2, 0xF02D, 0xF095, 0x2022), "•"
)
_TABLE: dict[int, str] = {**_LIGATURES, **_HYPHENS, **_SPACES, **_BULLETS}
_COMBINING = {"\u02da": "\u030a", "\xa8": "\u0308"}
_ACCENTED = re.compile(f"([{''.join(_COMBINING)}])([A-Za-zı])")
ACCENTS = frozenset("\u02da\xa8\xb4\u02ca`\u02c6\u02dc")
"""What is drawn over the letter that comes after it."""

_BOLD = ("bold", "black", "heavy", "demi", "extrab", "ultra")
_ITALIC = ("italic", "oblique", "kursiv")


def readable(text: str, font: str) -> str:
    """Return what a glyph says; the bytes of symbol fonts lie in the private-use area."""
    if text.startswith("(cid:"):
        return NO_GLYPH
    if not text.isascii():
        text = text.translate(_TABLE)
    if len(text) == 1 and text in "lnqu§Ø" and "dingbat" in font.lower():
        return "•"
    if len(text) == 1 and text in "§ØüvqnlF" and "wingding" in font.lower():
        return "•"
    if len(text) == 1 and text == "·" and "symbol" in font.lower():
        return "•"
    return text


def is_lost(text: str) -> bool:
    """Tell whether a glyph says nothing: no character, or a private one."""
    return text == NO_GLYPH or (len(text) == 1 and unicodedata.category(text) == "Co")


def compose(text: str) -> str:
    """Return ``text`` in NFC; an accent that was drawn over its letter becomes one with it."""
    if text.isascii():
        return text
    text = _ACCENTED.sub(lambda found: found[2] + _COMBINING[found[1]], text)
    return unicodedata.normalize("NFC", text)


def damaged_characters(text: str, language: str | None) -> dict[str, int]:
    """Count the characters that were lost on the way, by kind (see ``Quality.damaged``)."""
    counts = {
        "cid": text.count("(cid:"),
        "replacement": text.count("\ufffd"),
        "private": len(re.findall("[\ue000-\uf8ff]", text)),
        "letters": _wrong_letters(text) if language in {"da", "nb", None} else 0,
    }
    return {kind: count for kind, count in counts.items() if count}


def _wrong_letters(text: str) -> int:
    """Count letters that a wrong font encoding puts in the place of æ, ø and å."""
    polish = len(re.findall("[łŁ]", text))
    if polish and re.search("[ąęśćżź]", text):
        polish = 0
    mojibake = len(re.findall("Ã[¦¸¥†˜…]|√[¶∏•]|[a-zæøå][Ê¿¯Œ][a-zæøå]", text))
    return polish + mojibake


class Fonts:
    """The glyphs and styles of a file's fonts, each looked up once."""

    def __init__(self) -> None:
        self._glyphs: dict[int, Glyphs] = {}
        self._styles: dict[tuple[int, float, str], Style] = {}

    def glyphs(self, font: PDFFont) -> Glyphs:
        """Return the glyphs of a font by their codes."""
        known = self._glyphs.get(id(font))
        if known is None:
            known = self._glyphs[id(font)] = Glyphs(font)
        return known

    def style(self, font: PDFFont, matrix: Sequence[float], size: float, color: object) -> Style:
        """Return how text of a font looks that is drawn in this size under a matrix."""
        scale = abs(matrix[3]) if matrix[1] == 0 else math.hypot(matrix[2], matrix[3])
        points = round(abs(size * scale), 1) or 0.1
        shade = color_of(color)
        key = (id(font), points, shade)
        style = self._styles.get(key)
        if style is None:
            name, bold, italic = self.glyphs(font).look
            style = self._styles[key] = Style(name, points, bold, italic, shade)
        return style


class Glyphs(dict[int, tuple[str, float]]):
    """What the glyphs of a font say, and how wide they are, by their codes.

    It keeps the font alive, so that no ``id()`` is ever used for another one.
    """

    def __init__(self, font: PDFFont) -> None:
        super().__init__()
        self._font = font
        self.look = _look_of(font)

    def __missing__(self, code: int) -> tuple[str, float]:
        font = self._font
        try:
            text = font.to_unichr(code)
        except (PDFUnicodeNotDefined, KeyError, TypeError, ValueError, AttributeError):
            text = NO_GLYPH
        width = font.char_width(code)
        if code == 0xAD and not font.is_multibyte() and text in (" ", "\xa0", NO_GLYPH):
            # PDF 32000-1, D.2, note 6: code 255 (octal) of WinAnsiEncoding is the hyphen too,
            # which pdfminer.six's table lacks.
            text, width = "-", width or font.char_width(45)
        self[code] = glyph = readable(text, str(font.fontname)), width
        return glyph


def _look_of(font: PDFFont) -> tuple[str, bool, bool]:
    """Return the name of a font without its subset prefix, and whether it is bold and italic."""
    name = str(font.fontname)
    name = name[7:] if len(name) > 7 and name[6] == "+" else name
    low = name.lower()
    flags = getattr(font, "flags", 0)
    flags = flags if isinstance(flags, int) else 0
    # PDF 32000-1, table 123: bit 19 is ForceBold, bit 7 Italic.
    bold = any(word in low for word in _BOLD) or bool(flags & 1 << 18)
    return name, bold, any(word in low for word in _ITALIC) or bool(flags & 1 << 6)


def color_of(color: object) -> str:
    """Return a colour as a string; the same one gives the same."""
    if color is None:
        return "0"
    if isinstance(color, (int, float)):
        return f"{color:.2g}"
    if isinstance(color, (list, tuple)):
        return " ".join(f"{item:.2g}" if isinstance(item, (int, float)) else "p" for item in color)
    return "p"
