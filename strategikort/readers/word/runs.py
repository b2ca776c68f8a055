"""The runs of a paragraph of Word: its text as it is printed, its look, its notes and boxes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from strategikort.readers.making.builder import raised, tidy
from strategikort.readers.word.numbers import formatted
from strategikort.readers.word.styles import (
    Look,
    Style,
    Styles,
    W,
    look_of,
    value,
    whole,
)

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MATH_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_BULLETS = frozenset("\uf0b7\uf0a7\uf0d8\uf0fc\uf076\uf06e·")


@dataclass
class ReadRuns:
    """The text of one paragraph and what was seen on the way.

    ``letters`` and ``bold`` count characters, ``sizes`` them by size in half points; ``marks``
    are those of notes: start and end in the text, and the note's key.  ``struck`` counts the
    stretches that are struck out, which are no part of the text; ``in_struck`` is within one.
    """

    parts: list[str] = field(default_factory=list)
    length: int = 0
    bold: int = 0
    letters: int = 0
    sizes: Counter[int] = field(default_factory=Counter)
    marks: list[tuple[int, int, object]] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    struck: int = 0
    in_struck: bool = False

    def add(self, text: str) -> None:
        """Add some text."""
        self.parts.append(text)
        self.length += len(text)
        self.in_struck = False

    def strike(self, text: str) -> None:
        """Pass over some text that is struck out."""
        if text.strip() and not self.in_struck:
            self.struck += 1
            self.in_struck = True

    @property
    def text(self) -> str:
        """All the text."""
        return "".join(self.parts)


def without(text: str, marks: Sequence[tuple[int, int, object]]) -> str:
    """Return ``text`` without the stretches that ``marks`` (rising) begin with."""
    for start, end, _ in reversed(marks):
        text = text[:start] + text[end:]
    return text


class NoteNumbers:
    """The numbers of notes: they are counted in the order of their marks.

    ``forms`` are the kinds of numbers, ``starts`` the first ones, by the kind of notes.
    """

    def __init__(self) -> None:
        self.forms = {"footnote": "decimal", "endnote": "lowerRoman"}
        self._starts = {"footnote": 1, "endnote": 1}
        self._counts: Counter[str] = Counter()
        self._numbers: dict[tuple[str, str], str] = {}

    def set_up(self, part: Element) -> None:
        """Take over what the settings or a section say."""
        for kind in self.forms:
            for said in part.iter(f"{W}{kind}Pr"):
                self.forms[kind] = value(said, "numFmt") or self.forms[kind]
                start = value(said, "numStart")
                if start and start.isdecimal():
                    self._starts[kind] = int(start[:6])

    def of(self, key: tuple[str, str]) -> str:
        """Return the number that Word prints for a note."""
        if key not in self._numbers:
            count = self._starts[key[0]] + self._counts[key[0]]
            self._counts[key[0]] += 1
            self._numbers[key] = formatted(count, self.forms[key[0]])
        return self._numbers[key]

    def name(self, key: tuple[str, str], mark: str) -> None:
        """Give a note a mark of its own, which does not count."""
        self._numbers.setdefault(key, mark)


def joined(paragraphs: Iterable[Element]) -> Iterator[list[Element]]:
    """Return the paragraphs as they are printed: mostly each by itself.

    A large initial stands in a paragraph of its own in front of the rest of its word, and where
    the end of a paragraph has been deleted, its text goes on in the next one.
    """
    waiting: list[Element] = []
    for paragraph in paragraphs:
        waiting.append(paragraph)
        if paragraph.tag != W + "p" or not _goes_on(paragraph):
            yield from _apart(waiting)
            waiting = []
    yield from _apart(waiting)


def _apart(parts: list[Element]) -> Iterator[list[Element]]:
    """Return the parts as one where the last one is a paragraph too."""
    if parts and parts[-1].tag != W + "p":
        yield from _apart(parts[:-1])
        parts = parts[-1:]
    if parts:
        yield parts


def _goes_on(paragraph: Element) -> bool:
    properties = paragraph.find(W + "pPr")
    if properties is None:
        return False
    if value(properties, "framePr", "dropCap") in ("drop", "margin"):
        return True
    return properties.find(f"{W}rPr/{W}del") is not None


class RunReader:
    """Reads the runs of paragraphs."""

    def __init__(self, styles: Styles, notes: NoteNumbers) -> None:
        self._styles = styles
        self._notes = notes
        self.struck = 0
        """The stretches of what has been read that are struck out."""

    def read(self, paragraphs: Iterable[Element]) -> ReadRuns:
        """Read what is printed as one paragraph."""
        read = ReadRuns()
        for paragraph in paragraphs:
            self._runs(paragraph, self.style(paragraph), read)
        self.struck += read.struck
        return read

    def style(self, paragraph: Element) -> Style:
        """Return the style of a paragraph."""
        return self._styles.of(value(paragraph.find(W + "pPr"), "pStyle"))

    def size(self, run: Element, style: Style) -> int:
        """Return the size of a run in half points."""
        properties = run.find(W + "rPr")
        named = self._styles.look(value(properties, "rStyle"))
        said = (whole(value(properties, "sz")), named.size, style.look.size)
        return next((one for one in said if one is not None), self._styles.default_size)

    def _look(self, run: Element, style: Style) -> Look:
        properties = run.find(W + "rPr")
        named = self._styles.look(value(properties, "rStyle"))
        return look_of(properties).over(named).over(style.look)

    def _runs(self, parent: Element, style: Style, read: ReadRuns) -> None:
        for child in parent:
            tag = child.tag
            if tag == W + "r":
                self._run(child, style, read)
            elif tag in (W + "del", W + "moveFrom", W + "pPr"):
                continue
            elif tag == _MC + "AlternateContent":
                choice = child.find(_MC + "Choice")
                if choice is not None:
                    self._runs(choice, style, read)
            elif tag == _MATH_TEXT:
                read.add(tidy(child.text or ""))
            else:
                self._runs(child, style, read)

    def _run(self, run: Element, style: Style, read: ReadRuns) -> None:
        look = self._look(run, style)
        if look.hidden:
            return
        size = self.size(run, style)
        own: tuple[str, str] | None = None
        for child in run:
            tag = child.tag
            if tag == W + "t":
                # Tidied here, so that the places of the marks stay right.
                text = tidy(child.text or "")
                if look.struck and not own:
                    read.strike(text)
                    continue
                if own:
                    self._mark(own, text.strip(), read)
                    own = None
                    continue
                read.add(raised("".join(read.parts[-3:]), text) if look.raised else text)
                letters = len(text.strip())
                read.letters += letters
                read.sizes[size] += letters
                if look.bold:
                    read.bold += letters
            elif tag in (W + "tab", W + "ptab"):
                read.add(" ")
            elif tag in (W + "br", W + "cr"):
                if child.get(W + "type") not in ("page", "column"):
                    read.add("\n")
            elif tag == W + "noBreakHyphen":
                read.add("-")
            elif tag == W + "sym":
                sign = _sign(child.get(W + "char", ""))
                read.add("•" if sign in _BULLETS else sign)
            elif tag in (W + "footnoteReference", W + "endnoteReference"):
                prefix = "footnote" if tag == W + "footnoteReference" else "endnote"
                key = (prefix, child.get(W + "id", ""))
                if child.get(W + "customMarkFollows") in ("1", "true", "on"):
                    own = key
                else:
                    self._mark(key, self._notes.of(key), read)
            elif tag == _MC + "AlternateContent":
                choice = child.find(_MC + "Choice")
                if choice is not None:
                    read.boxes += list(choice.iter(W + "txbxContent"))
            elif tag in (W + "drawing", W + "pict", W + "object"):
                read.boxes += list(child.iter(W + "txbxContent"))

    def _mark(self, key: tuple[str, str], mark: str, read: ReadRuns) -> None:
        self._notes.name(key, mark)
        read.marks.append((read.length, read.length + len(mark), key))
        read.add(mark)


def _sign(code: str) -> str:
    """Return the sign of a symbol font, a bullet for what is no code."""
    try:
        return chr(int(code, 16))
    except (ValueError, OverflowError):
        return "•"
