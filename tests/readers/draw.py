"""Small PDFs for single traits, drawn line by line with fpdf2."""

from __future__ import annotations

from collections.abc import Sequence

from fpdf import FPDF

from strategikort.readers import ReadFile
from strategikort.readers.pdf.reader import read_pdf

HEIGHT = 842


class Sheet:
    """An A4 document whose lines are placed by hand, in points from the upper left corner."""

    def __init__(self, width: float = 595, height: float = HEIGHT) -> None:
        self.pdf = FPDF(unit="pt", format=(width, height))
        self.pdf.set_auto_page_break(False)

    def page(self, width: float | None = None, height: float = HEIGHT) -> Sheet:
        """Begin a page."""
        if width is None:
            self.pdf.add_page()
        else:
            self.pdf.add_page(format=(width, height))
        return self

    def text(
        self,
        x: float,
        y: float,
        text: str,
        size: float = 10,
        style: str = "",
        font: str = "Helvetica",
    ) -> Sheet:
        """Draw one line."""
        self.pdf.set_font(font, style, size)
        self.pdf.text(x, y, text)
        return self

    def lines(
        self, x: float, y: float, lines: Sequence[str], size: float = 10, style: str = ""
    ) -> float:
        """Draw lines below each other and return where the next one would stand."""
        for line in lines:
            self.text(x, y, line, size, style)
            y += size * 1.25
        return y

    def bytes(self) -> bytes:
        """Return the file."""
        return bytes(self.pdf.output())

    def read(self) -> ReadFile:
        """Return what is read of it."""
        return read_pdf(self.bytes(), "a.pdf")


def prose(count: int, word: str = "fremtiden") -> list[str]:
    """Return ``count`` lines of running text of about 70 characters that end in one stop."""
    line = f"vi arbejder for at styrke samarbejdet om {word} og for at alle lande kan"
    return [
        "Her begynder afsnittet om " + word + " som handler om at alle kan være med",
        *([line] * (count - 2)),
        f"være med i arbejdet for {word}.",
    ]
