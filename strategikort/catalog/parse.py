"""Reading profiles, with every mistake told by its line.

A profile is a YAML file; docs/profiler.md describes every key.  Places are written as line
numbers of the source file: ``12-14, 20``; a part of a line as ``557 "Styrke den"``.
"""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from strategikort.catalog.profile import (
    Node,
    NoteRule,
    PageRule,
    Pairs,
    Pattern,
    Place,
    Profile,
    SplitRule,
    TableRule,
)
from strategikort.catalog.yamlfile import Entry, read_yaml
from strategikort.text.hyphens import Hyphen
from strategikort.text.layout import Layout

_PLACE = re.compile(r'\s*(\d+)(?:\s*-\s*(\d+))?(?:\s+"([^"]+)")?\s*(?:,|$)')
_ID_PART = r"[^\W_]+(?:[-.][^\W_]+)*"
DOCUMENT_ID = re.compile(_ID_PART)
ID = re.compile(rf"{_ID_PART}(?:/{_ID_PART})*")
_DATE = re.compile(r"\d{4}(?:-\d\d){0,2}", re.ASCII)
_LAYOUTS = {layout.value: layout for layout in Layout}

_METADATA = ("title", "short_title", "publisher", "date", "kind", "language")
_OPTIONAL_METADATA = ("url", "number", "record")


def read_profile(path: Path) -> Profile:
    """Read and check a profile; raises ``ProfileError`` with file, line and what was expected."""
    top = read_yaml(path)
    metadata = top.need("metadata")
    values = {key: metadata.need(key).text for key in _METADATA}
    for key in _OPTIONAL_METADATA:
        entry = metadata.get(key)
        if entry is not None:
            values[key] = entry.text
    supplied = metadata.get("title_supplied")
    evidence = metadata.get("evidence")
    check_date(metadata.need("date"))
    text, order = top.get("text"), top.get("order")
    profile = Profile(
        path=path,
        id=_id(top.need("id")),
        order=order.number if order else 1_000,
        file=top.need("file").text,
        sha256=_sha256(top.need("sha256")),
        metadata=values,
        title_supplied=supplied.flag if supplied else False,
        evidence={key: entry.text for key, entry in evidence.pairs()} if evidence else {},
        closes_up_stops=_flag(text, "closes_up_stops"),
        layout=_layout(text) or Layout.PROSE,
        hyphens=_hyphens(text),
        continued=_places(text, "continued"),
        parted=_places(text, "parted"),
        furniture=tuple(place for item in _items(top, "furniture") for place in _furniture(item)),
        pages=tuple(_page(item) for item in _items(top, "pages")),
        notes=tuple(_note(item) for item in _items(top, "notes")),
        sections=tuple(_node(item) for item in top.need("sections").items),
        entry=top,
    )
    metadata.done()
    if text:
        text.done()
    top.done()
    return profile


def _items(entry: Entry, key: str) -> list[Entry]:
    value = entry.get(key)
    return value.items if value else []


def _flag(entry: Entry | None, key: str) -> bool:
    value = entry.get(key) if entry else None
    return value.flag if value else False


def _text(entry: Entry, key: str) -> str | None:
    value = entry.get(key)
    return value.text if value else None


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


def check_date(entry: Entry) -> None:
    """Refuse what is no date."""
    if not is_date(entry.text):
        entry.fail(f"»{entry.text}« er ikke en dato", "2022, 2022-07 eller 2022-07-18")


def _layout(entry: Entry | None) -> Layout | None:
    value = entry.get("layout") if entry else None
    return _LAYOUTS[value.choice(list(_LAYOUTS))] if value else None


def _hyphens(text: Entry | None) -> dict[str, Hyphen]:
    entry = text.get("hyphens") if text else None
    listed: dict[str, Hyphen] = {}
    if entry is None:
        return listed
    for verdict in Hyphen:
        for item in _items(entry, verdict.value):
            if "-|" not in item.text:
                item.fail(f"»{item.text}« viser ikke, hvor ordet er delt", "fx life-|science")
            listed[item.text.lower()] = verdict
    entry.done()
    return listed


def _places(entry: Entry | None, key: str) -> tuple[Place, ...]:
    value = entry.get(key) if entry else None
    return parse_places(value) if value else ()


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


def _furniture(entry: Entry) -> tuple[Place, ...]:
    places = parse_places(entry.need("lines"))
    entry.need("what")
    entry.done()
    return places


def _page(entry: Entry) -> PageRule:
    rule = PageRule(parse_places(entry.need("lines")), tuple(entry.need("labels").texts))
    entry.need("evidence")
    entry.done()
    return rule


def _note(entry: Entry) -> NoteRule:
    rule = NoteRule(entry.need("text").text, _places(entry, "lines"))
    entry.done()
    return rule


def _pattern(entry: Entry) -> Pattern:
    try:
        return Pattern(re.compile(entry.text, re.MULTILINE), entry)
    except re.error as error:
        place = f" fra tegn {error.pos + 1}" if error.pos is not None else ""
        entry.fail(f"mønstret kan ikke læses{place}", "et regulært udtryk i Pythons form")


def _patterns(entry: Entry | None) -> dict[str, Pattern]:
    return {key: _pattern(value) for key, value in entry.pairs()} if entry else {}


def _pairs(entry: Entry | None) -> Pairs | None:
    if entry is None:
        return None
    pairs = Pairs(
        parse_places(entry.need("labels")),
        parse_places(entry.need("values")),
        _flag(entry, "reverse"),
    )
    entry.done()
    return pairs


def _table(entry: Entry | None) -> TableRule | None:
    if entry is None:
        return None
    expect = entry.get("expect")
    rule = TableRule(
        tuple(entry.need("columns").texts),
        _pattern(entry.need("row")),
        _text(entry, "sort"),
        expect.number if expect else None,
    )
    groups = rule.row.regex.groupindex
    for column in rule.columns:
        if column not in groups:
            rule.row.entry.fail(f"mønstret har ingen gruppe »{column}«", f"(?P<{column}>…)")
    entry.done()
    return rule


def _split(entry: Entry | None) -> SplitRule | None:
    if entry is None:
        return None
    expect = entry.get("expect")
    rule = SplitRule(
        places=_places(entry, "lines") or None,
        start=_pattern(entry.need("start")),
        kind=entry.need("kind").text,
        id=entry.need("id").text,
        title=_text(entry, "title"),
        layout=_layout(entry),
        sequence=_flag(entry, "sequence"),
        expect=expect.number if expect else None,
        fields=_patterns(entry.get("fields")),
        lists=_patterns(entry.get("lists")),
        split=_split(entry.get("split")),
        entry=entry,
    )
    entry.done()
    return rule


def _node(entry: Entry) -> Node:
    aliases, marker = entry.get("aliases"), entry.get("marker")
    node = Node(
        id=_id(entry.need("id")),
        kind=entry.need("kind").text,
        number=_text(entry, "number"),
        title=_text(entry, "title"),
        heading=_places(entry, "heading"),
        places=_places(entry, "lines"),
        layout=_layout(entry),
        aliases=tuple(_id(alias) for alias in aliases.items) if aliases else (),
        counted=_flag(entry, "counted"),
        marker=_pattern(marker) if marker else None,
        marks=_places(entry, "marks"),
        pairs=_pairs(entry.get("pairs")),
        table=_table(entry.get("table")),
        split=_split(entry.get("split")),
        sections=tuple(_node(item) for item in _items(entry, "sections")),
        entry=entry,
    )
    if not node.heading and not node.title:
        entry.fail("afsnittet har hverken »heading« eller »title«", "en af dem")
    entry.done()
    return node
