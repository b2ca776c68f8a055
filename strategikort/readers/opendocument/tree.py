"""What elements of an OpenDocument say of themselves, and the lines that are written of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from strategikort.readers.opendocument.styles import TEXT, made, set_look
from strategikort.readers.word.styles import Look, W

MATH = "{http://www.w3.org/1998/Math/MathML}"
_BLANKS = re.compile(r"[ \t\r\n]+")
_PRINTED = str.maketrans({"\u00ad": None, "\u2011": "-"})
"""Signs that Word has elements for: where a word may be divided, and where it may not."""
_MOST = 100
"""How many times anything is repeated at the most; files from outside state any number."""


class Line:
    """A paragraph of Word that is being written, and what comes after it."""

    def __init__(self, paragraph: Element) -> None:
        self.paragraph = paragraph
        self.after: list[Element] = []
        self._blank = True

    def text(self, text: str | None, look: Look) -> None:
        """Add text of the file, in which any blanks are one."""
        words = _BLANKS.sub(" ", text or "").translate(_PRINTED)
        if self._blank:
            words = words.removeprefix(" ")
        if words:
            self._blank = words.endswith(" ")
            made(self.run(look), "t").text = words

    def exact(self, text: str, look: Look) -> None:
        """Add text as it stands."""
        self._blank = False
        made(self.run(look), "t").text = text

    def run(self, look: Look) -> Element:
        """Return a new run."""
        run = made(self.paragraph, "r")
        set_look(run, look)
        return run

    def sign(self, name: str, look: Look) -> None:
        """Add a tab or a line break."""
        self._blank = name == "br"
        made(self.run(look), name)


def style_of(element: Element) -> str:
    """Return the name of a paragraph's style."""
    return element.get(TEXT + "style-name") or "Standard"


def is_hidden(element: Element) -> bool:
    """Say whether an element and all that is in it is not shown."""
    display = element.get(TEXT + "display")
    said = element.get(TEXT + "is-hidden") == "true"
    if element.tag == TEXT + "hidden-text":
        return said
    return display == "none" or (display == "condition" and said)


def repeated(element: Element, name: str) -> int:
    """Return a number of times that an element states, from 1."""
    said = element.get(name, "1")
    return max(1, min(int(said[:9]), _MOST)) if said.isdecimal() else 1


def children_of(parent: Element, name: str, around: frozenset[str]) -> Iterator[Element]:
    """Return the children with a name, also those that stand ``around`` some of them."""
    for child in parent:
        if child.tag == name:
            yield child
        elif child.tag in around:
            yield from children_of(child, name, around)


def _paragraphs(parent: Element) -> Iterator[Element]:
    yield from parent.iter(TEXT + "p")
    yield from parent.iter(TEXT + "h")


def has_words(parent: Element) -> bool:
    """Say whether there is text in the paragraphs of an element."""
    return any(text.strip() for part in _paragraphs(parent) for text in part.itertext())


def words_of(parent: Element) -> Iterator[str]:
    """Return the texts of what has been written for Word."""
    return (words for text in parent.iter(W + "t") if (words := (text.text or "").strip()))


def formula_of(part: Element) -> Iterator[str]:
    """Return what is printed of a formula, without the forms in which programs keep it too."""
    if part.tag in (MATH + "annotation", MATH + "annotation-xml"):
        return
    yield (part.text or "").strip()
    for child in part:
        yield from formula_of(child)
