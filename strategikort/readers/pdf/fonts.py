"""What the fonts and colours of a page say of its text."""

from __future__ import annotations

from pdfminer.pdffont import PDFFont

_BOLD = ("bold", "black", "heavy", "demi", "extrab", "ultra")
_ITALIC = ("italic", "oblique", "kursiv")


def font_of(font: PDFFont) -> tuple[str, bool, bool]:
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
