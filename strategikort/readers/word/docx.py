"""DOCX (ECMA-376, WordprocessingML), read with the standard library's zip and XML.

python-docx would bring lxml and still leave footnotes, numbering and text boxes to us.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from xml.etree.ElementTree import Element

from strategikort.readers.errors import damaged
from strategikort.readers.making.metadata import WORD_PROPERTIES, Properties, iso_date
from strategikort.readers.model import FileKind, ReadFile
from strategikort.readers.opening.packages import DC, Package, open_archive
from strategikort.readers.word.office import Contents, Parts, read_contents
from strategikort.readers.word.styles import W, is_on, to_transitional, value

_WHAT = "Word-filen"
_DIAGRAM = re.compile(r"word/(?:charts/chart|diagrams/data)\d*\.xml")
_OLE = "{urn:schemas-microsoft-com:office:office}OLEObject"
_DELETED = {W + "tr": ("trPr", "del"), W + "tc": ("tcPr", "cellDel")}
_CORE = {
    "title": f"{DC}title",
    "author": f"{DC}creator",
    "language": f"{DC}language",
    "created": "{http://purl.org/dc/terms/}created",
    "modified": "{http://purl.org/dc/terms/}modified",
}


def read_docx(data: bytes, name: str) -> ReadFile:
    """Read a Word document; raises a subclass of ``SourceError``."""
    with open_archive(data, name, _WHAT) as archive:
        main = _main(archive.namelist())
        package = Package(archive, name, main=main, what=_WHAT, program="Word")
        document = package.read(main)
        if document is None:
            raise damaged(name, f"{_WHAT} har intet dokument i sig")
        to_transitional(document)
        parts = Parts(
            document,
            *(
                package.read(f"word/{part}.xml")
                for part in ("styles", "numbering", "footnotes", "endnotes", "settings")
            ),
        )
        _drop_prompts(document, parts.styles)
        rows = _drop_deleted(document)
        core = package.read("docProps/core.xml")
        told = Properties(
            WORD_PROPERTIES,
            _core(core, "title"),
            _core(core, "author"),
            iso_date(_core(core, "created") or _core(core, "modified")),
            _core(core, "language"),
        )
        headers, footers = _running(package, "header"), _running(package, "footer")
        contents = Contents(parts, told, _besides(package, document, rows), headers, footers)
    return read_contents(data, name, FileKind.DOCX, contents)


def _main(names: list[str]) -> str:
    """Return the name of the part with the text."""
    if "word/document.xml" in names:
        return "word/document.xml"
    return next(
        (name for name in sorted(names) if re.fullmatch(r"word/document\d*\.xml", name)),
        "",
    )


def _drop_prompts(document: Element, styles: Element | None) -> None:
    """Take out what Word shows in a content control that nobody has filled in.

    It is set in a style of its own; what a program has filled in without saying so is not.
    """
    found = [] if styles is None else list(styles)
    prompts = {
        style.attrib.get(W + "styleId")
        for style in found
        if (value(style, "name") or "").lower() == "placeholder text"
    }
    for control in document.iter(W + "sdt"):
        if not is_on(control.find(W + "sdtPr"), "showingPlcHdr"):
            continue
        for parent in control.iter():
            for run in parent.findall(W + "r"):
                if value(run.find(W + "rPr"), "rStyle") in prompts:
                    parent.remove(run)


def _drop_deleted(document: Element) -> int:
    """Take out the rows and cells of tables that are deleted; return how many had text.

    Not all programs mark the text in them as deleted, too.
    """
    texts = 0
    for parent in list(document.iter()):
        for child in list(parent):
            kind, mark = _DELETED.get(child.tag, ("", ""))
            if kind and child.find(f"{W}{kind}/{W}{mark}") is not None:
                parent.remove(child)
                texts += _with_text([child], "t") or _with_text([child], "delText")
    return texts


def _besides(package: Package, document: Element, rows: int) -> dict[str, int]:
    """Return how much the file holds that is not read (see :func:`left_out`), or only proposed.

    ``rows`` are the deleted ones.
    """
    comments = package.read("word/comments.xml")
    if comments is not None:
        to_transitional(comments)
    objects = list(document.iter(_OLE))
    said = [] if comments is None else comments.findall(W + "comment")
    formulas = sum("Equation" in (item.get("ProgID") or "") for item in objects)
    chunks = sum(1 for _ in document.iter(W + "altChunk"))
    return {
        "comment": _with_text(said, "t"),
        "deletion": rows + _with_text(document.iter(W + "del"), "delText"),
        "insertion": _with_text(document.iter(W + "ins"), "t"),
        "formula": formulas,
        "attachment": len(objects) - formulas + chunks,
        "diagram": sum(1 for name in package.names if _DIAGRAM.fullmatch(name)),
    }


def _with_text(elements: Iterable[Element], tag: str) -> int:
    """Return how many elements have text, which stands in elements with ``tag``."""
    return sum(any((t.text or "").strip() for t in one.iter(W + tag)) for one in elements)


def _running(package: Package, kind: str) -> list[list[str]]:
    """Return the paragraphs of each header or footer."""
    found: list[list[str]] = []
    for name in sorted(package.names):
        part = package.read(name) if re.fullmatch(rf"word/{kind}\d*\.xml", name) else None
        if part is not None:
            to_transitional(part)
            texts = ("".join(t.text or "" for t in p.iter(W + "t")) for p in part.iter(W + "p"))
            found.append([text for text in texts if text.strip()])
    return found


def _core(core: Element | None, key: str) -> str | None:
    found = core.find(_CORE[key]) if core is not None else None
    return found.text if found is not None else None
