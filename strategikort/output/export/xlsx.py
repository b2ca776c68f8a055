"""Exports as an Excel workbook (Office Open XML): what a spreadsheet makes of CSV is guesswork.

Excel takes ``8-11`` in a CSV file for a date, reads æøå by the machine's code page, and parts
columns where the country's settings say.  In a workbook every cell has its type.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from xml.sax.saxutils import escape

from strategikort.output.export.content import Content
from strategikort.output.export.text import columns, rows
from strategikort.output.screen import safe

LONGEST = 32_767
"""Characters that a cell can hold (in UTF-16); more would make the file count as damaged."""

_OMITTED = " […]"
_NUMBERS = ("rank", "score")
_WIDE = {"text": 80, "citation": 60, "title": 40, "document_title": 40, "id": 24}
_NO_XML = re.compile("[\ufffe\uffff]")
_CODED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"

_PARTS = {
    "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels"'
    ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{_KIND}.sheet.main+xml"/>'
    f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_KIND}.worksheet+xml"/>'
    "</Types>",
    "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1"'
    f' Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>'
    '<sheet name="strategikort" sheetId="1" r:id="rId1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
    "</Relationships>",
}


def write_xlsx(path: Path, content: Content) -> None:
    """Write ``content`` as one sheet with the columns of CSV; raises ``OSError``."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as book:
        for name, text in _PARTS.items():
            book.writestr(_entry(name), _HEAD + text)
        with book.open(_entry("xl/worksheets/sheet1.xml"), "w", force_zip64=True) as sheet:
            for piece in _sheet(columns(content), rows(content)):
                sheet.write(piece.encode("utf-8", "replace"))


def _entry(name: str) -> zipfile.ZipInfo:
    """Return an entry without the time of day: the same collection gives the same bytes."""
    entry = zipfile.ZipInfo(name)
    entry.compress_type = zipfile.ZIP_DEFLATED
    return entry


def _sheet(names: tuple[str, ...], lines: Iterable[tuple[str, ...]]) -> Iterator[str]:
    yield f'{_HEAD}<worksheet xmlns="{_MAIN}"><sheetViews><sheetView workbookViewId="0">'
    yield '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
    yield "</sheetView></sheetViews><cols>"
    for number, name in enumerate(names, start=1):
        width = _WIDE.get(name, 14)
        yield f'<col min="{number}" max="{number}" width="{width}" customWidth="1"/>'
    yield "</cols><sheetData>"
    yield f"<row>{''.join(map(_text, names))}</row>"
    for line in lines:
        cells = (
            f"<c><v>{cell}</v></c>" if name in _NUMBERS else _text(cell)
            for name, cell in zip(names, line, strict=True)
        )
        yield f"<row>{''.join(cells)}</row>"
    yield "</sheetData></worksheet>"


def _text(cell: str) -> str:
    """Return a cell that is text whatever stands in it; formulas are not calculated."""
    text = _CODED.sub("_x005F_", _short(_NO_XML.sub("\ufffd", safe(cell))))
    return f'<c t="inlineStr"><is><t xml:space="preserve">{escape(text)}</t></is></c>'


def _short(text: str) -> str:
    """Return ``text`` cut between characters, marked as such, if a cell cannot hold it."""
    data = text.encode("utf-16-le", "replace")
    if len(data) <= 2 * LONGEST:
        return text
    kept = data[: 2 * (LONGEST - len(_OMITTED))].decode("utf-16-le", "ignore")
    return kept + _OMITTED
