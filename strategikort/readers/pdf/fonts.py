"""What the fonts and colours of a page say of its text."""

from __future__ import annotations

import math
from collections.abc import Sequence

from pdfminer.pdffont import PDFFont, PDFUnicodeNotDefined

from strategikort.readers.pdf.characters import NO_GLYPH, readable
from strategikort.readers.pdf.content import Style

_BOLD = ("bold", "black", "heavy", "demi", "extrab", "ultra")
_ITALIC = ("italic", "oblique", "kursiv")


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
