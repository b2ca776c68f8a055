"""What Word's styles and list definitions say of a paragraph."""

from __future__ import annotations

import re
from dataclasses import dataclass
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


def is_on(element: Element | None, name: str) -> bool | None:
    """Return a toggle such as bold: on, off, or None where nothing is said."""
    child = element.find(W + name) if element is not None else None
    if child is None:
        return None
    return child.get(W + "val", "1") not in ("0", "false", "off", "none")


@dataclass(frozen=True)
class Style:
    """A paragraph style with what it inherits; ``size`` is in half points."""

    name: str
    outline: int | None
    bold: bool
    size: int | None
    list_id: str | None
    list_level: int
    hidden: bool = False

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
        """Whether it is one of Word's styles for block quotations."""
        return self.name in ("quote", "intense quote", "citat", "stærkt citat")

    @property
    def is_contents(self) -> bool:
        """Whether it is that of a contents list."""
        return bool(re.match(r"(?:toc|indholdsfortegnelse|table of figures)\b", self.name))


_PLAIN = Style("normal", None, False, None, None, 0)


class Styles:
    """The styles of a document."""

    def __init__(self, root: Element | None) -> None:
        self._raw: dict[str, Element] = {}
        self._known: dict[str, Style] = {}
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
        defaults = root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
        self.language = value(defaults, "lang")
        size = value(defaults, "sz")
        self.default_size = int(size) if size and size.isdigit() else 22

    def of(self, name: str | None) -> Style:
        """Return the style with an id, the document's default for None or an unknown one."""
        key = name if name in self._raw else self._default
        return self._resolve(key, 0) if key else _PLAIN

    def _resolve(self, name: str, depth: int) -> Style:
        if name in self._known:
            return self._known[name]
        raw = self._raw.get(name)
        if raw is None or depth > 12:
            return _PLAIN
        above = value(raw, "basedOn")
        base = self._resolve(above, depth + 1) if above and above != name else _PLAIN
        paragraph, run = raw.find(W + "pPr"), raw.find(W + "rPr")
        lists = paragraph.find(W + "numPr") if paragraph is not None else None
        outline, size = value(paragraph, "outlineLvl"), value(run, "sz")
        bold = is_on(run, "b")
        level = value(lists, "ilvl")
        style = Style(
            (value(raw, "name") or name).lower(),
            int(outline) if outline and outline.isdigit() else base.outline,
            base.bold if bold is None else bold,
            int(size) if size and size.isdigit() else base.size,
            value(lists, "numId") or base.list_id,
            int(level) if level and level.isdigit() else base.list_level,
        )
        self._known[name] = style
        return style


@dataclass(frozen=True)
class _Level:
    form: str
    text: str
    start: int


class Numbering:
    """Counts lists as Word does, so that a number that Word prints stands in the text too."""

    def __init__(self, root: Element | None) -> None:
        self._levels: dict[str, dict[int, _Level]] = {}
        self._abstract: dict[str, str] = {}
        self._starts: dict[str, dict[int, int]] = {}
        self._counts: dict[str, list[int]] = {}
        self._seen: set[tuple[str, int]] = set()
        if root is None:
            return
        to_transitional(root)
        for abstract in root.iter(W + "abstractNum"):
            key = abstract.get(W + "abstractNumId", "")
            self._levels[key] = {
                int(level.get(W + "ilvl", "0")): _level(level)
                for level in abstract.findall(W + "lvl")
                if level.get(W + "ilvl", "0").isdigit()
            }
        for number in root.findall(W + "num"):
            key = number.get(W + "numId", "")
            self._abstract[key] = value(number, "abstractNumId") or ""
            for override in number.findall(W + "lvlOverride"):
                start = value(override, "startOverride")
                if start and start.isdigit():
                    at = override.get(W + "ilvl", "0")
                    self._starts.setdefault(key, {})[int(at) if at.isdigit() else 0] = int(start)

    def label(self, list_id: str | None, level: int) -> str | None:
        """Count one paragraph and return its label: ``2.1``, ``a)``, ``•``; None if it has none."""
        abstract = self._abstract.get(list_id or "")
        levels = self._levels.get(abstract) if abstract is not None else None
        if not levels or level not in levels or list_id is None or abstract is None:
            return None
        definition = levels[level]
        counts = self._counts.setdefault(abstract, [0] * 10)
        start = definition.start
        override = self._starts.get(list_id, {}).get(level)
        if override is not None and (list_id, level) not in self._seen:
            counts[level] = override
        else:
            counts[level] = counts[level] + 1 if counts[level] >= start else start
        self._seen.add((list_id, level))
        for deeper in range(level + 1, 10):
            counts[deeper] = 0
        if definition.form == "bullet":
            return "•"
        if definition.form == "none" or not definition.text:
            return None

        def number(found: re.Match[str]) -> str:
            at = int(found[1]) - 1
            other = levels.get(at)
            count = counts[at] or (other.start if other else 1)
            return _format(count, other.form if other else "decimal")

        return re.sub(r"%(\d)", number, definition.text).strip() or None


def _level(level: Element) -> _Level:
    start = value(level, "start")
    return _Level(
        value(level, "numFmt") or "decimal",
        value(level, "lvlText") or "",
        int(start) if start and start.isdigit() else 1,
    )


def _format(count: int, form: str) -> str:
    if form in ("lowerLetter", "upperLetter"):
        letter = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)
        return letter.upper() if form == "upperLetter" else letter
    if form in ("lowerRoman", "upperRoman"):
        roman = _roman(count)
        return roman if form == "upperRoman" else roman.lower()
    if form == "decimalZero":
        return f"{count:02d}"
    return str(count)


def _roman(count: int) -> str:
    parts = ""
    for number, sign in (
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ):
        while count >= number:
            parts, count = parts + sign, count - number
    return parts
