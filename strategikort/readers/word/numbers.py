"""Counts the lists of Word, so that a number that Word prints stands in the text too.

»§ 3«, »2.1« and »a)« are not stored: a file only says which list and level a paragraph belongs to,
and how that level is written, begins and starts anew (ECMA-376, 17.9).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from strategikort.readers.word.styles import W, is_on, to_transitional, value, whole

FORMS = {
    "1": "decimal",
    "a": "lowerLetter",
    "A": "upperLetter",
    "i": "lowerRoman",
    "I": "upperRoman",
}
"""Word's names of the forms of numbers, by how HTML and OpenDocument name them."""

_LEVELS = 10
_UNUSED = -1


@dataclass(frozen=True)
class _Level:
    """``restart``: the level (from 1) that lets this one begin again, 0: none, None: any above.

    ``legal``: all numbers in it are decimal, those of the levels above too.
    """

    form: str
    text: str
    start: int
    restart: int | None
    legal: bool
    style: str


class Numbering:
    """Counts lists as Word does."""

    def __init__(self, root: Element | None) -> None:
        self._levels: dict[str, dict[int, _Level]] = {}
        self._abstract: dict[str, str] = {}
        self._own: dict[str, dict[int, _Level]] = {}
        self._starts: dict[str, dict[int, int]] = {}
        self._counts: dict[str, list[int]] = {}
        self._seen: set[tuple[str, int]] = set()
        if root is None:
            return
        to_transitional(root)
        linked: dict[str, str] = {}
        for abstract in root.iter(W + "abstractNum"):
            key = abstract.get(W + "abstractNumId", "")
            self._levels[key] = _levels(abstract)
            link = value(abstract, "styleLink")
            if link and self._levels[key]:
                linked[link] = key
        for abstract in root.iter(W + "abstractNum"):
            # A list that follows a list style has its levels there.
            key, link = abstract.get(W + "abstractNumId", ""), value(abstract, "numStyleLink")
            if link in linked and not self._levels[key]:
                self._levels[key] = self._levels[linked[link]]
        for number in root.findall(W + "num"):
            key = number.get(W + "numId", "")
            self._abstract[key] = value(number, "abstractNumId") or ""
            for override in number.findall(W + "lvlOverride"):
                self._own.setdefault(key, {}).update(_levels(override))
                start = whole(value(override, "startOverride"))
                if start is not None:
                    at = whole(override.get(W + "ilvl")) or 0
                    self._starts.setdefault(key, {})[at] = start

    def level_of(self, list_id: str | None, style: str) -> int | None:
        """Return the level of a list that a paragraph style is linked to, None without a link."""
        levels = self._levels_of(list_id).items() if style else ()
        return next((at for at, level in levels if level.style == style), None)

    def _levels_of(self, list_id: str | None) -> dict[int, _Level]:
        levels = self._levels.get(self._abstract.get(list_id or "", ""), {})
        return {**levels, **self._own.get(list_id or "", {})}

    def label(self, list_id: str | None, level: int) -> str | None:
        """Count one paragraph and return its label: ``2.1``, ``a)``, ``•``; None if it has none."""
        levels = self._levels_of(list_id)
        if level not in levels or list_id is None:
            return None
        definition = levels[level]
        counts = self._counts.setdefault(self._abstract[list_id], [_UNUSED] * _LEVELS)
        start = definition.start
        override = self._starts.get(list_id, {}).get(level)
        if override is not None and (list_id, level) not in self._seen:
            counts[level] = override
        else:
            used = counts[level] != _UNUSED and counts[level] >= start
            counts[level] = counts[level] + 1 if used else start
        self._seen.add((list_id, level))
        for deeper in range(level + 1, _LEVELS):
            restart = levels[deeper].restart if deeper in levels else None
            if restart is None or level < restart:
                counts[deeper] = _UNUSED
        if definition.form == "bullet":
            return "•"
        if definition.form == "none" or not definition.text:
            return None

        def number(found: re.Match[str]) -> str:
            at = int(found[1]) - 1
            other = levels.get(at)
            count = counts[at] if counts[at] != _UNUSED else (other.start if other else 1)
            form = other.form if other and not definition.legal else "decimal"
            return formatted(count, form)

        return re.sub(r"%(\d)", number, definition.text).strip() or None


def _levels(parent: Element) -> dict[int, _Level]:
    return {
        at: _level(level)
        for level in parent.findall(W + "lvl")
        if (at := whole(level.get(W + "ilvl", "0"))) is not None and at < _LEVELS
    }


def _level(level: Element) -> _Level:
    start = whole(value(level, "start"))
    return _Level(
        value(level, "numFmt") or "decimal",
        value(level, "lvlText") or "",
        1 if start is None else start,
        whole(value(level, "lvlRestart")),
        is_on(level, "isLgl") or False,
        value(level, "pStyle") or "",
    )


def formatted(count: int, form: str) -> str:
    """Return a count in one of Word's forms of numbers: ``iii`` for ``lowerRoman``."""
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
    numbers = (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1)
    signs = ("M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I")
    for number, sign in zip(numbers, signs, strict=True):
        while count >= number:
            parts, count = parts + sign, count - number
    return parts
