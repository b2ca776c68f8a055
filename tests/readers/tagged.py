"""PDFs with a structure tree: elements with lines in them, each line drawn where it is put."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from tests.readers.rawpdf import raw_pdf, stream


@dataclass(eq=False)
class At:
    """A line of text on a page; ``mark`` is what its marked content states beside its number."""

    x: float
    y: float
    text: str
    size: float = 10
    bold: bool = False
    mark: str = ""
    page: int = 0


class Tag:
    """An element: its type, what it holds, and more entries of its dictionary."""

    def __init__(self, role: str, *parts: Tag | At, more: str = "") -> None:
        self.role, self.parts, self.more = role, parts, more

    def lines(self) -> Iterator[At]:
        for part in self.parts:
            if isinstance(part, At):
                yield part
            else:
                yield from part.lines()


def down(role: str, x: float, y: float, *lines: str, size: float = 10, bold: bool = False) -> Tag:
    """Return an element of lines below each other."""
    return Tag(role, *(At(x, y - 1.2 * size * n, text, size, bold) for n, text in enumerate(lines)))


def tagged(
    *parts: Tag | At,
    order: Callable[[At], object] | None = None,
    catalog: str = "/MarkInfo << /Marked true >> /StructTreeRoot 5 0 R",
    root: str = "",
    properties: str = "",
) -> bytes:
    """Return the pages with these elements; what is no element is drawn without a mark.

    ``order`` is by what the lines are drawn, else it is that of the tree.
    """
    marked = [line for part in parts if isinstance(part, Tag) for line in part.lines()]
    numbers = {id(line): number for number, line in enumerate(marked)}
    lines = [line for part in parts for line in ([part] if isinstance(part, At) else part.lines())]
    lines.sort(key=order or (lambda line: 0))
    objects: list[bytes] = []
    count = max((line.page for line in lines), default=0) + 1
    pages = [3, *(8 + 2 * number for number in range(count - 1))]
    first = 8 + 2 * (count - 1)

    def write(part: Tag | At, above: int) -> str:
        if isinstance(part, At):
            return f"<< /Type /MCR /Pg {pages[part.page]} 0 R /MCID {numbers[id(part)]} >>"
        place = len(objects)
        objects.append(b"")
        number = first + place
        kids = " ".join(write(kid, number) for kid in part.parts)
        body = f"<< /Type /StructElem /S /{part.role} /P {above} 0 R /Pg 3 0 R"
        objects[place] = f"{body} /K [{kids}] {part.more} >>".encode("latin-1")
        return f"{number} 0 R"

    kids = " ".join(write(part, 5) for part in parts if isinstance(part, Tag))
    contents = [
        stream(
            "\n".join(
                _draw(line, numbers.get(id(line))) for line in lines if line.page == number
            ).encode("cp1252")
        )
        for number in range(count)
    ]
    fonts = "/Font << /F1 6 0 R /F2 7 0 R >>"
    face = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica{} /Encoding {} >>"
    # What F1 has at 1 is a glyph of its own that says of no character.
    encoding = "<< /BaseEncoding /WinAnsiEncoding /Differences [1 /xyzzy] >>"

    def page_at(content: int) -> str:
        return (
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {content} 0 R"
            f" /StructParents 0 /Resources << {fonts} {properties} >> >>"
        )

    fixed: list[str | bytes] = [
        f"<< /Type /Catalog /Pages 2 0 R {catalog} >>",
        f"<< /Type /Pages /Kids [{' '.join(f'{page} 0 R' for page in pages)}] /Count {count} >>",
        page_at(4),
        contents[0],
        f"<< /Type /StructTreeRoot /K [{kids}] {root} >>",
        face.format("", encoding),
        face.format("-Bold", "/WinAnsiEncoding"),
    ]
    for page, content in zip(pages[1:], contents[1:], strict=True):
        fixed += [page_at(page + 1), content]
    return raw_pdf([o if isinstance(o, bytes) else o.encode("latin-1") for o in fixed] + objects)


def _draw(line: At, number: int | None) -> str:
    font = "F2" if line.bold else "F1"
    text = line.text.replace("(", "\\(").replace(")", "\\)")
    drawn = f"BT /{font} {line.size} Tf 1 0 0 1 {line.x} {line.y} Tm ({text}) Tj ET"
    if number is None:
        return drawn
    return f"/P << /MCID {number} >> BDC {line.mark and f'/Span {line.mark} BDC'} {drawn} EMC" + (
        " EMC" if line.mark else ""
    )
