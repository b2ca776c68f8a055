"""What Word's styles and list definitions say of a paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple
from xml.etree.ElementTree import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"


def to_transitional(root: Element) -> None:
    """Rename the elements of a strict document to those of the usual, transitional kind."""
    for element in root.iter():
        if isinstance(element.tag, str) and element.tag.startswith(_STRICT):
            element.tag = W + element.tag.removeprefix(_STRICT)
            for key in [key for key in element.attrib if key.startswith(_STRICT)]:
                element.attrib[W + key.removeprefix(_STRICT)] = element.attrib.pop(key)


def value(element: Element | None, name: str, key: str = "val") -> str | None:
    """Return attribute ``key`` of the child ``name``, None where either is missing."""
    child = element.find(W + name) if element is not None else None
    return child.get(W + key) if child is not None else None


def whole(number: str | None) -> int | None:
    """Return a number that a file states, None for what is none or has too many digits for one."""
    return int(number) if number and number.isdecimal() and len(number) < 10 else None


def is_on(element: Element | None, name: str) -> bool | None:
    """Return a toggle such as bold: on, off, or None where nothing is said."""
    child = element.find(W + name) if element is not None else None
    if child is None:
        return None
    return child.get(W + "val", "1") not in ("0", "false", "off", "none")


_WRAPPERS = frozenset(
    W + name for name in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag")
)


def inner(parent: Element, *names: str) -> Iterator[Element]:
    """Return the children with one of ``names``, also those in content controls and the like."""
    for child in parent:
        if child.tag in _WRAPPERS:
            yield from inner(child, *names)
        elif isinstance(child.tag, str) and child.tag.removeprefix(W) in names:
            yield child


class Look(NamedTuple):
    """What is said of the look of text: None where nothing is; ``size`` is in half points.

    Words may be ``struck`` out with one line or two; ``raised`` is small type over the line.
    """

    bold: bool | None = None
    hidden: bool | None = None
    struck: bool | None = None
    size: int | None = None
    raised: bool | None = None

    def over(self, below: Look) -> Look:
        """Return the same with what ``below`` says where it says nothing itself."""
        said = {name: own for name, own in self._asdict().items() if own is not None}
        return below._replace(**said)


def look_of(run: Element | None) -> Look:
    """Return what the properties of a run say of its look."""
    lines = [on for name in ("strike", "dstrike") if (on := is_on(run, name)) is not None]
    place = value(run, "vertAlign")
    return Look(
        is_on(run, "b"),
        is_on(run, "vanish"),
        any(lines) if lines else None,
        whole(value(run, "sz")),
        None if place is None else place == "superscript",
    )


class Style(NamedTuple):
    """A paragraph style with what it inherits.

    ``list_style`` is the id of the style that names the list, or the level in it.
    """

    name: str
    outline: int | None = None
    look: Look = Look()
    list_id: str | None = None
    list_level: int = 0
    list_style: str = ""

    @property
    def heading_level(self) -> int:
        """The level of a heading, 0 for other styles."""
        found = re.fullmatch(r"(?:heading|overskrift) ?(\d)", self.name)
        if found:
            return int(found[1])
        if self.is_title:
            return 1
        return self.outline + 1 if self.outline is not None and self.outline < 9 else 0

    @property
    def is_title(self) -> bool:
        """Whether it is Word's style for the title of a document."""
        return self.name in ("title", "titel")

    @property
    def is_quotation(self) -> bool:
        """Whether it is a style for block quotations, by the names that programs and people use."""
        named = r"\bquot(?:e|ation)s?\b|\bblock ?text\b|\bbloktekst\b|citat(?!ion)"
        return re.search(named, self.name) is not None

    @property
    def is_contents(self) -> bool:
        """Whether it is that of a contents list."""
        named = r"(?:toc|contents(?= \d| heading)|indholdsfortegnelse|table of figures)\b"
        return re.match(named, self.name) is not None


_PLAIN = Style("normal")


class Styles:
    """The styles of a document."""

    def __init__(self, root: Element | None) -> None:
        self._raw: dict[str, Element] = {}
        self._known: dict[str, Style] = {}
        self._looks: dict[str, Element] = {}
        self._default: str | None = None
        self.language: str | None = None
        self.default_size = 22
        if root is None:
            return
        to_transitional(root)
        for style in root.iter(W + "style"):
            if style.get(W + "type", "paragraph") == "paragraph":
                name = style.get(W + "styleId", "")
                self._raw[name] = style
                if style.get(W + "default") in ("1", "true"):
                    self._default = name
            elif style.get(W + "type") == "character":
                self._looks[style.get(W + "styleId", "")] = style
        defaults = root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
        self.language = value(defaults, "lang")
        size = whole(value(defaults, "sz"))
        self.default_size = 22 if size is None else size

    def of(self, name: str | None) -> Style:
        """Return the style with an id, the document's default for None or an unknown one."""
        key = name if name in self._raw else self._default
        return self._resolve(key, 0) if key else _PLAIN

    def look(self, name: str | None, depth: int = 0) -> Look:
        """Return what the character style with an id says, of its own or of what it is based on."""
        raw = self._looks.get(name or "")
        if raw is None or depth > 12:
            return Look()
        base = self.look(value(raw, "basedOn"), depth + 1)
        return look_of(raw.find(W + "rPr")).over(base)

    def _resolve(self, name: str, depth: int) -> Style:
        if name in self._known:
            return self._known[name]
        raw = self._raw.get(name)
        if raw is None or depth > 12:
            return _PLAIN
        above = value(raw, "basedOn")
        base = self._resolve(above, depth + 1) if above and above != name else _PLAIN
        paragraph = raw.find(W + "pPr")
        lists = paragraph.find(W + "numPr") if paragraph is not None else None
        outline, level = whole(value(paragraph, "outlineLvl")), whole(value(lists, "ilvl"))
        # What raises a whole paragraph makes no figure in it a mark.
        look = look_of(raw.find(W + "rPr"))._replace(raised=None)
        style = Style(
            (value(raw, "name") or name).lower(),
            base.outline if outline is None else outline,
            look.over(base.look),
            value(lists, "numId") or base.list_id,
            base.list_level if level is None else level,
            name if lists is not None else base.list_style,
        )
        self._known[name] = style
        return style
