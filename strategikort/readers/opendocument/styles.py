"""The styles of OpenDocument, written as those of Word, so that both are read by the same rules."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element, SubElement

from strategikort.readers.word.styles import Look, W

_NS = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}"
OFFICE, STYLE, TEXT = _NS % "office", _NS % "style", _NS % "text"
TABLE, DRAW, META = _NS % "table", _NS % "drawing", _NS % "meta"
FO = _NS % "xsl-fo-compatible"

_DEEPEST = 30
"""Styles above a style that are looked through; files from outside may have rings of them."""
_HIDDEN_BYTES = re.compile(r"_([0-9a-f]{2,4})_")
_LENGTH = re.compile(r"(\d{1,6}(?:\.\d{1,6})?)(pt|in|cm|mm|pc|px)")
_POINTS = {"pt": 1.0, "in": 72.0, "cm": 72 / 2.54, "mm": 72 / 25.4, "pc": 12.0, "px": 0.75}
_PERCENT = re.compile(r"(\d{1,4}(?:\.\d{1,4})?)%")
_UP = re.compile(r"super|[1-9]")
_CAPTION = "caption"
_OUTLINE_LEVEL = STYLE + "default-outline-level"
_WORDS_SIZE = 22
"""Half points; the size of type where nothing is said."""


def made(parent: Element, name: str, **said: str) -> Element:
    """Return a new element of Word below ``parent``, ``said`` its attributes."""
    return SubElement(parent, W + name, {W + key: value for key, value in said.items()})


def points(length: str | None) -> float | None:
    """Return a length such as ``2.5cm`` in points, None for what is none."""
    found = _LENGTH.fullmatch(length or "")
    return float(found[1]) * _POINTS[found[2]] if found else None


class OdfStyles:
    """The styles of a document: ``common`` have names of their own, ``automatic`` are made up.

    ``root`` has them as Word would.
    """

    def __init__(self, common: Element | None, automatic: Element | None) -> None:
        self._raw: dict[tuple[str, str], Element] = {}
        self._automatic: set[tuple[str, str]] = set()
        self._looks: dict[tuple[str, str], Look] = {}
        self._default = Look(size=_WORDS_SIZE)
        self.language: str | None = None
        for styles in (common, automatic):
            for style in styles.iter(STYLE + "style") if styles is not None else ():
                key = (style.get(STYLE + "family", ""), style.get(STYLE + "name", ""))
                self._raw[key] = style
                if styles is automatic:
                    self._automatic.add(key)
        for style in common.iter(STYLE + "default-style") if common is not None else ():
            said = style.find(STYLE + "text-properties")
            if style.get(STYLE + "family") == "paragraph" and said is not None:
                self.language = said.get(FO + "language")
                self._default = _look(said, self._default)
        self.root = Element(W + "styles")
        for family, name in self._raw:
            if family == "paragraph":
                self._add(name)

    def look(self, family: str, name: str | None) -> Look:
        """Return what a style says of its text; of paragraphs it is all that holds for it."""
        key = (family, name or "")
        if key not in self._looks:
            look = self._default if family == "paragraph" else Look()
            for style in reversed(list(self._chain(*key))):
                said = style.find(STYLE + "text-properties")
                look = _look(said, look) if said is not None else look
            self._looks[key] = look
        return self._looks[key]

    def list_style(self, name: str | None) -> str | None:
        """Return the list style of a paragraph style: empty for none, None if nothing is said."""
        said = (
            style.get(STYLE + "list-style-name") for style in self._chain("paragraph", name or "")
        )
        return next((style for style in said if style is not None), None)

    def is_caption(self, name: str | None) -> bool:
        """Say whether a paragraph style is that of captions, or one for a kind of them."""
        return _CAPTION in self._names("paragraph", name or "")

    def _chain(self, family: str, name: str) -> Iterator[Element]:
        """Return a style and those it is based on."""
        for _ in range(_DEEPEST):
            style = self._raw.get((family, name))
            if style is None:
                return
            yield style
            name = style.get(STYLE + "parent-style-name", "")

    def _names(self, family: str, name: str) -> list[str]:
        """Return the names that people see of a style and those it is based on."""
        return [
            (style.get(STYLE + "display-name") or _unescaped(style.get(STYLE + "name", ""))).lower()
            for style in self._chain(family, name)
            if (family, style.get(STYLE + "name", "")) not in self._automatic
        ]

    def used(self, name: str) -> str:
        """Return the name of a paragraph style that is used.

        Files need not have the styles that programs bring along, such as ``Title``.
        """
        if ("paragraph", name) not in self._raw:
            said = {STYLE + "name": name, STYLE + "parent-style-name": "Standard"}
            self._raw["paragraph", name] = Element(STYLE + "style", said)
            self._add(name)
        return name

    def _add(self, name: str) -> None:
        """Add a paragraph style to those that Word has."""
        style = made(self.root, "style", type="paragraph", styleId=name)
        names = self._names("paragraph", name)
        made(style, "name", val=_CAPTION if _CAPTION in names else next(iter(names), ""))
        levels = (one.get(_OUTLINE_LEVEL) for one in self._chain("paragraph", name))
        level = next((level for level in levels if level is not None), "")
        if level.isdecimal() and level != "0":
            made(made(style, "pPr"), "outlineLvl", val=str(int(level[:2]) - 1))
        set_look(style, self.look("paragraph", name))


def set_look(parent: Element, look: Look) -> None:
    """Give a style or a run of Word this look."""
    if look == Look():
        return
    properties = made(parent, "rPr")
    for name, is_on in (
        ("b", look.bold),
        ("vanish", look.hidden),
        ("strike", look.struck),
    ):
        if is_on is not None:
            made(properties, name, val="1" if is_on else "0")
    if look.raised is not None:
        made(properties, "vertAlign", val="superscript" if look.raised else "baseline")
    if look.size:
        made(properties, "sz", val=str(look.size))


def _look(said: Element, above: Look) -> Look:
    weight, display = said.get(FO + "font-weight"), said.get(TEXT + "display")
    size = said.get(FO + "font-size")
    exact, share = points(size), _PERCENT.fullmatch(size or "")
    halves = round(exact * 2) if exact else None
    if share and above.size:
        halves = round(above.size * float(share[1]) / 100)
    bold = None
    if weight:
        bold = weight == "bold" or (weight.isdecimal() and len(weight) == 3 and weight >= "600")
    hidden = None if display is None else display == "none"
    lines = [said.get(f"{STYLE}text-line-through-{name}") for name in ("style", "type")]
    struck = None if lines == [None, None] else "none" not in lines
    position = said.get(STYLE + "text-position")
    up = None if position is None else _UP.match(position) is not None
    return Look(bold, hidden, struck, halves, up).over(above)


def _unescaped(name: str) -> str:
    """Return a style's name as people see it: ``Heading 1`` for ``Heading_20_1``."""
    return _HIDDEN_BYTES.sub(lambda found: chr(int(found[1], 16)), name)
