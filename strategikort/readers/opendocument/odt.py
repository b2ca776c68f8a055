"""OpenDocument text (ODF 1.3, ISO/IEC 26300): packages (.odt) and single files of XML (.fodt)."""

from __future__ import annotations

import re
from collections.abc import Callable
from xml.etree.ElementTree import Element

from strategikort.readers.errors import damaged, protected
from strategikort.readers.making.metadata import ODF_PROPERTIES, Properties, iso_date
from strategikort.readers.model import FileKind, ReadFile
from strategikort.readers.opendocument.lists import OdfLists, form_of
from strategikort.readers.opendocument.styles import META, OFFICE, STYLE, TEXT, OdfStyles, made
from strategikort.readers.opendocument.text import Rewriter
from strategikort.readers.opening.packages import DC, Package, open_archive, parse
from strategikort.readers.word.office import Contents, Parts, read_contents
from strategikort.readers.word.styles import W

_WHAT = "OpenDocument-filen"
_MAIN = "content.xml"
_PROGRAM = "LibreOffice"
_ENCRYPTED = re.compile(
    rb"full-path=[\"'](?:content\.xml|encrypted-package)[\"'][^<>]*>\s*<(?:\w+:)?encryption-data"
)
"""That the text is, or the whole package as newer programs do it: macros may be for themselves."""


def read_odt(data: bytes, name: str) -> ReadFile:
    """Read an OpenDocument text; raises a subclass of ``SourceError``."""
    if not data.startswith(b"PK"):
        root = parse(data, name, _WHAT, _PROGRAM)
        contents = _contents(name, root, root, root, lambda _: None)
        return read_contents(data, name, FileKind.ODT, contents)
    with open_archive(data, name, _WHAT) as archive:
        package = Package(archive, name, main=_MAIN, what=_WHAT, program=_PROGRAM)
        # Not parsed: old programs declare a DTD in it.
        if _ENCRYPTED.search(package.content("META-INF/manifest.xml")):
            raise protected(name, _PROGRAM)
        content = package.read(_MAIN)
        if content is None:
            raise damaged(name, f"{_WHAT} har intet dokument i sig")
        styles, meta = package.read("styles.xml"), package.read("meta.xml")

        def object_of(part: str) -> Element | None:
            return package.read(f"{part}/{_MAIN}" if f"{part}/{_MAIN}" in package.names else part)

        contents = _contents(name, content, styles, meta, object_of)
    return read_contents(data, name, FileKind.ODT, contents)


def _contents(
    name: str,
    content: Element,
    styles: Element | None,
    meta: Element | None,
    object_of: Callable[[str], Element | None],
) -> Contents:
    text = content.find(f"{OFFICE}body/{OFFICE}text")
    if text is None:
        raise damaged(name, f"{_WHAT} har intet dokument i sig")
    common = styles.find(OFFICE + "styles") if styles is not None else None
    automatic = content.find(OFFICE + "automatic-styles")
    known = OdfStyles(common, automatic)
    lists = OdfLists(common, automatic)
    rewriter = Rewriter(known, lists, object_of)
    rewriter.write(text)
    parts = Parts(
        rewriter.document,
        known.root,
        lists.root,
        rewriter.notes["footnote"],
        rewriter.notes["endnote"],
        _settings(common),
    )
    told = _properties(meta, known.language)
    headers, footers = _running(styles, "header"), _running(styles, "footer")
    return Contents(parts, told, rewriter.besides, headers, footers)


def _running(styles: Element | None, kind: str) -> list[list[str]]:
    """Return the paragraphs of each header or footer of the pages' styles."""
    found: list[list[str]] = []
    for page in styles.iter(STYLE + "master-page") if styles is not None else ():
        for part in page:
            if part.tag.removeprefix(STYLE).startswith(kind):
                inside = (node for node in part.iter() if node.tag in (TEXT + "p", TEXT + "h"))
                texts = ("".join(node.itertext()) for node in inside)
                found.append([text for text in texts if text.strip()])
    return found


def _settings(common: Element | None) -> Element:
    """Return how notes are numbered, where the file does not say it with each."""
    settings = Element(W + "settings")
    for said in common.iter(TEXT + "notes-configuration") if common is not None else ():
        kind = "endnote" if said.get(TEXT + "note-class") == "endnote" else "footnote"
        notes = made(settings, f"{kind}Pr")
        made(notes, "numFmt", val=form_of(said.get(STYLE + "num-format", "1")))
        # What is counted from is one below the first number.
        start = said.get(TEXT + "start-value", "0")
        made(notes, "numStart", val=str(int(start[:6]) + 1) if start.isdecimal() else "1")
    return settings


def _properties(meta: Element | None, language: str | None) -> Properties:
    said = meta.find(OFFICE + "meta") if meta is not None else None

    def of(*names: str) -> str | None:
        values = (said.findtext(name) for name in names) if said is not None else ()
        return next(filter(None, values), None)

    return Properties(
        ODF_PROPERTIES,
        of(DC + "title"),
        of(META + "initial-creator", DC + "creator"),
        iso_date(of(META + "creation-date", DC + "date")),
        of(DC + "language") or language,
    )
