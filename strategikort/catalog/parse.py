"""Reading profiles, with every mistake told by its line.

A profile is a YAML file; docs/profiler.md describes every key.  Places are written as line
numbers of the source file: ``12-14, 20``; a part of a line as ``557 "Styrke den"``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from strategikort.catalog.profile import (
    Id,
    IsoDate,
    Node,
    Pattern,
    Place,
    Profile,
    Sha256,
    TableRule,
)
from strategikort.catalog.yamlfile import Entry, Readers, read_yaml
from strategikort.text.hyphens import Hyphen
from strategikort.text.layout import Layout

_PLACE = re.compile(r'\s*(\d+)(?:\s*-\s*(\d+))?(?:\s+"([^"]+)")?\s*(?:,|$)')
_ID_PART = r"[^\W_]+(?:[-.][^\W_]+)*"
DOCUMENT_ID = re.compile(_ID_PART)
ID = re.compile(rf"{_ID_PART}(?:/{_ID_PART})*")
_DATE = re.compile(r"\d{4}(?:-\d\d){0,2}", re.ASCII)
_LAYOUTS = {layout.value: layout for layout in Layout}


def read_profile(path: Path) -> Profile:
    """Read and check a profile; raises ``ProfileError`` with file, line and what was expected."""
    return read_yaml(path).form(Profile, _READERS, path=path)


def _id(entry: Entry) -> str:
    return parse_id(entry, ID, "prioriteter/5")


def parse_id(entry: Entry, form: re.Pattern[str], example: str) -> str:
    """Return an id of the given form, in small letters."""
    if not form.fullmatch(entry.text) or entry.text != entry.text.lower():
        entry.fail(f"»{entry.text}« kan ikke være et id", f"små bogstaver og tal, fx {example}")
    return entry.text


def _sha256(entry: Entry) -> str:
    if not re.fullmatch(r"[0-9a-f]{64}", entry.text):
        entry.fail("dette er ikke en sha256-sum", "64 cifre og bogstaver a-f")
    return entry.text


def is_date(text: str) -> bool:
    """Tell whether a text is a date in ISO 8601, cut short where day or month is not known."""
    if not _DATE.fullmatch(text):
        return False
    year, month, day = [*map(int, text.split("-")), 1, 1][:3]
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def parse_date(entry: Entry) -> str:
    """Return a date as it is written."""
    if not is_date(entry.text):
        entry.fail(f"»{entry.text}« er ikke en dato", "2022, 2022-07 eller 2022-07-18")
    return entry.text


def _hyphens(entry: Entry) -> dict[str, Hyphen]:
    listed: dict[str, Hyphen] = {}
    for verdict in Hyphen:
        words = entry.get(verdict.value)
        for item in words.items if words else ():
            if "-|" not in item.text:
                item.fail(f"»{item.text}« viser ikke, hvor ordet er delt", "fx life-|science")
            listed[item.text.lower()] = verdict
    entry.done()
    return listed


def parse_places(entry: Entry) -> tuple[Place, ...]:
    """Parse ``12-14, 20, 557 "Styrke den"``."""
    text = entry.text
    places: list[Place] = []
    position = 0
    while position < len(text):
        match = _PLACE.match(text, position)
        if match is None:
            entry.fail(f"»{text}« er ikke linjer", 'linjer som 12-14, 20 eller 557 "Styrke den"')
        first = int(match[1])
        last = int(match[2]) if match[2] else first
        if last < first or first < 1 or (match[3] and last != first):
            entry.fail(f"»{match[0].strip()}« er ikke linjer", "første linje før sidste linje")
        places.append(Place(first, last, match[3], entry))
        position = match.end()
    return tuple(places)


def _pattern(entry: Entry) -> Pattern:
    try:
        return Pattern(re.compile(entry.text, re.MULTILINE), entry)
    except re.error as error:
        place = f" fra tegn {error.pos + 1}" if error.pos is not None else ""
        entry.fail(f"mønstret kan ikke læses{place}", "et regulært udtryk i Pythons form")


def _table(entry: Entry) -> TableRule:
    rule = entry.form(TableRule, _READERS)
    groups = rule.row.regex.groupindex
    for column in rule.columns:
        if column not in groups:
            rule.row.entry.fail(f"mønstret har ingen gruppe »{column}«", f"(?P<{column}>…)")
    return rule


def _node(entry: Entry) -> Node:
    node = entry.form(Node, _READERS)
    if not node.heading and not node.title:
        entry.fail("afsnittet har hverken »heading« eller »title«", "en af dem")
    return node


_READERS: Readers = {
    Id: _id,
    Sha256: _sha256,
    IsoDate: parse_date,
    Layout: lambda entry: _LAYOUTS[entry.choice(list(_LAYOUTS))],
    tuple[Place, ...]: parse_places,
    Pattern: _pattern,
    Mapping[str, Pattern]: lambda entry: {key: _pattern(item) for key, item in entry.pairs()},
    Mapping[str, str]: lambda entry: {key: item.text for key, item in entry.pairs()},
    Mapping[str, Hyphen]: _hyphens,
    TableRule: _table,
    Node: _node,
}
"""How the value of a key is read, by the type of its field."""
