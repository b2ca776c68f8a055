"""EPUB 2 and 3 (ISO/IEC TS 30135): the pages of an e-book, read as one web page.

Its parts come in the order of the spine; all of them are its content, whatever they are called.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Mapping, Sequence
from urllib.parse import unquote
from xml.etree.ElementTree import Element

from strategikort.readers.errors import damaged, protected, too_heavy
from strategikort.readers.making.leftout import left_out
from strategikort.readers.making.metadata import EPUB_PROPERTIES, Properties, iso_date
from strategikort.readers.model import FileKind, ReadFile
from strategikort.readers.opening.decode import decode
from strategikort.readers.opening.packages import CONTAINER, DC, Package, open_archive
from strategikort.readers.web.html import of_tree, parse_html
from strategikort.readers.web.tree import MAX_NODES, Node

_WHAT = "e-bogen"
_CONTAINED = "META-INF/container.xml"
_NOTES = ("footnote", "endnote", "rearnote")
_PAGE = ("pagebreak", "doc-pagebreak")


def read_epub(data: bytes, name: str) -> ReadFile:
    """Read an e-book; raises a subclass of ``SourceError``."""
    with open_archive(data, name, _WHAT) as archive:
        container = min(filter(CONTAINER.fullmatch, archive.namelist()), key=len, default="")
        package = Package(archive, name, main=container, what=_WHAT, program="forlag")
        path, book = _book(package, container, name)
        parts = _spine(path, book)
        folder = container.removesuffix(_CONTAINED)
        if not parts.keys().isdisjoint(folder + part for part in _encrypted(package, folder)):
            raise protected(name, "en e-bogslæser")
        pages = {part: page for part in parts if (page := _page(package, part, name))}
    if sum(sum(1 for _ in page.walk()) for page in pages.values()) > MAX_NODES:
        raise too_heavy(name, "e-bogen har for mange elementer")
    _tell_apart(pages)
    root = Node("html", {}, [*pages.values()])
    warnings = left_out({"part": len(parts) - len(pages)})
    return of_tree(data, name, FileKind.EPUB, root, _told(book), main=root, warnings=warnings)


def _book(package: Package, container: str, name: str) -> tuple[str, Element]:
    """Return the file that says what the book consists of, and where it lies."""
    said = package.read(container)
    for found in said.iter() if said is not None else ():
        path = container.removesuffix(_CONTAINED) + found.get("full-path", "")
        book = package.read(path) if _tag(found) == "rootfile" else None
        if book is not None:
            return path, book
    raise damaged(name, f"{_WHAT} siger ikke, hvilke dele den har")


def _spine(path: str, book: Element) -> dict[str, None]:
    """Return the paths of the parts in reading order, each once."""
    files = {
        item.get("id"): posixpath.normpath(
            posixpath.join(posixpath.dirname(path), unquote(item.get("href", "")))
        )
        for item in book.iter()
        if _tag(item) == "item"
    }
    named = (item.get("idref") for item in book.iter() if _tag(item) == "itemref")
    return dict.fromkeys(files.get(name, f"?{name}") for name in named)


def _encrypted(package: Package, folder: str) -> Iterator[str]:
    """Yield the paths of what is encrypted; fonts often are, and the rest of the book is not."""
    said = package.read(f"{folder}META-INF/encryption.xml")
    for found in said.iter() if said is not None else ():
        if _tag(found) == "CipherReference":
            yield unquote(found.get("URI", ""))


def _page(package: Package, path: str, name: str) -> Node | None:
    """Return the body of a part, None where it is missing or is no page."""
    is_page = path.lower().endswith((".xhtml", ".html", ".htm", ".xml"))
    content = package.content(path) if is_page else b""
    decoded = decode(content) if content else None
    if decoded is None:
        return None
    root = parse_html(decoded.text, name)[0]
    return next((node for node in root.walk() if node.tag == "body"), root)


def _tell_apart(pages: Mapping[str, Node]) -> None:
    """Name what is linked to anew, so that no two parts have the same name for something.

    Page numbers of the printed book stand between the words and are none of them.
    """
    names: dict[tuple[str, str], str] = {}
    for at, (path, page) in enumerate(pages.items()):
        for node in page.walk():
            node.children = [child for child in node.children if not _is(child, _PAGE)]
            if own := node.attributes.get("id"):
                is_note = _is(node, _NOTES)
                new = f"{'fn_' if is_note else ''}{own}_{at}"
                node.attributes["id"] = names[path, own] = new
    for path, page in pages.items():
        for node in page.walk():
            file, sign, own = node.attributes.get("href", "").partition("#")
            if sign:
                there = posixpath.join(posixpath.dirname(path), unquote(file)) if file else path
                new = names.get((posixpath.normpath(there), own), "")
                node.attributes["href"] = f"#{new}"


def _is(node: Node | str, kinds: Sequence[str]) -> bool:
    if isinstance(node, str):
        return False
    said = f"{node.attributes.get('epub:type', '')} {node.attributes.get('role', '')}"
    return not {*said.split()}.isdisjoint({*kinds, *(f"doc-{kind}" for kind in kinds)})


def _told(book: Element) -> Properties:
    def of(*names: str) -> str | None:
        return next((text for name in names for text in _texts(book.iter(DC + name))), None)

    author = of("publisher", "creator")
    date = iso_date(of("date"))
    return Properties(EPUB_PROPERTIES, of("title"), author, date, of("language"))


def _texts(found: Iterable[Element]) -> Iterator[str]:
    yield from filter(None, ((element.text or "").strip() for element in found))


def _tag(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]
