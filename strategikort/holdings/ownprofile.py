"""What a user says of a document: on the command line, or in a YAML file beside it.

``rapport.pdf.yaml`` describes ``rapport.pdf``.  All keys may be left out.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from strategikort.catalog.parse import DOCUMENT_ID, is_date, parse_date, parse_id, parse_places
from strategikort.catalog.profile import Place
from strategikort.catalog.yamlfile import Entry
from strategikort.errors import ProfileError, StrategikortError
from strategikort.holdings.files import PROFILE_SUFFIXES
from strategikort.readers.cues.dates import date_of_line
from strategikort.structure.auto.corrections import Corrections, HeadingAt

KEYS = (
    "title", "short_title", "publisher", "date", "kind", "language", "url", "number", "record",
)  # fmt: skip


class Described(NamedTuple):
    """What is said of a document: an id, metadata, and where each thing comes from.

    ``corrections`` put right what is recognised in the file; ``structure`` is what the profile
    says of them, as plain data to be kept.
    """

    id: str | None
    metadata: Mapping[str, str]
    evidence: Mapping[str, str]
    file: Path | None = None
    corrections: Corrections | None = None
    structure: Mapping[str, Any] = {}


NOTHING_SAID = Described(None, {}, {})


def profile_beside(path: Path) -> Path | None:
    """Return the profile that lies beside a file; None if there is none."""
    for suffix in PROFILE_SUFFIXES:
        beside = path.with_name(path.name + suffix)
        if beside.is_file():
            return beside
    return None


def read_described(path: Path) -> Described:
    """Read a profile of one of the user's documents; raises ``ProfileError``."""
    from strategikort.catalog.yamlfile import read_yaml

    top = read_yaml(path)
    given = top.get("id")
    own_id = parse_id(given, DOCUMENT_ID, "rapport-2026") if given else None
    metadata = top.get("metadata")
    values: dict[str, str] = {}
    evidence: dict[str, str] = {}
    if metadata:
        for key in KEYS:
            entry = metadata.get(key)
            if entry is not None:
                values[key] = entry.text
                evidence[key] = f"profilen {path.name}"
        if date := metadata.get("date"):
            parse_date(date)
        url = metadata.get("url")
        if url and not re.fullmatch(r"https?://[^\s/]\S*", url.text):
            url.fail(f"»{url.text}« er ikke en adresse på nettet", "fx https://eksempel.dk/rapport")
        said = metadata.get("evidence")
        if said:
            evidence |= {key: entry.text for key, entry in said.pairs()}
        metadata.done()
    corrections, structure = _corrections(top)
    top.done()
    return Described(own_id, values, evidence, path, corrections, structure)


def described_before(
    said: Mapping[str, str], structure: Mapping[str, Any], file: Path
) -> Described:
    """Return what a profile said that is gone: what was kept of it."""
    from strategikort.catalog.yamlfile import parse_yaml

    evidence = dict.fromkeys(said, f"profilen {file.name}")
    if not structure:
        return Described(None, said, evidence, file)
    # JSON is YAML.
    corrections, _ = _corrections(parse_yaml(json.dumps(structure), file.name))
    return Described(None, said, evidence, file, corrections, structure)


def _corrections(top: Entry) -> tuple[Corrections | None, dict[str, Any]]:
    headings, furniture = top.get("headings"), top.get("furniture")
    given = {"headings": headings, "furniture": furniture}
    structure = {key: entry.plain() for key, entry in given.items() if entry is not None}
    if not structure:
        return None, {}
    places: list[Place] = []
    for item in furniture.items if furniture else ():
        places += parse_places(item.need("lines"))
        item.get("what")
        item.done()
    named = tuple(map(_heading, headings.items)) if headings else None
    return Corrections(named, tuple(places)), structure


def _heading(entry: Entry) -> HeadingAt:
    level = entry.need("level")
    if level.number not in range(1, 10):
        level.fail(f"»{level.text}« er ikke et niveau", "et tal fra 1 (øverst) til 9")
    heading = HeadingAt(
        parse_places(entry.need("lines")), level.number, entry.need("text").text, entry
    )
    entry.done()
    return heading


def from_options(title: str | None, publisher: str | None, date: str | None) -> Described:
    """Return what the command line says; raises ``StrategikortError`` for a date that is none."""
    typed = date
    if date is not None and not is_date(date):
        date = date_of_line(date)
    if typed is not None and date is None:
        raise StrategikortError(
            f"»{typed}« er ikke en dato.",
            "Skriv fx 2022, 2022-07, 2022-07-18 eller 18. juli 2022.",
            code="bad_date",
        )
    given = {"title": title, "publisher": publisher, "date": date}
    values = {key: value for key, value in given.items() if value}
    return Described(None, values, dict.fromkeys(values, "oplyst ved tilføjelsen"))


def refuse_for_many(
    files: Iterable[Path], given: Mapping[str, object], error: type[StrategikortError]
) -> None:
    """Raise ``error`` where what belongs to one document is ``given`` for several, by its name."""
    named = list(files)
    used = next((name for name, value in given.items() if value), None)
    if used and (len(named) > 1 or any(path.is_dir() for path in named)):
        raise error(
            f"{used} gælder ét dokument, men her er flere.",
            "Tilføj dokumentet for sig, eller læg en profil ved siden af hver fil.",
        )


def together(first: Described, second: Described) -> Described:
    """Return what both say, ``first`` having the last word."""
    return Described(
        first.id or second.id,
        {**second.metadata, **first.metadata},
        {**second.evidence, **first.evidence},
        first.file or second.file,
        first.corrections or second.corrections,
        first.structure or second.structure,
    )


def profile_of(path: Path | None, chosen: Path | None) -> Described:
    """Return what the ``chosen`` profile or the one beside ``path`` says.

    Raises ``ProfileError``.
    """
    if chosen is not None:
        if not chosen.is_file():
            raise ProfileError(
                f"Profilen »{chosen}« findes ikke.", "Kontrollér stien efter --profil."
            )
        return read_described(chosen)
    beside = profile_beside(path) if path is not None else None
    return read_described(beside) if beside else NOTHING_SAID


def given_of(options: Described, profile: Described) -> dict[str, Any]:
    """Return what is said of a document in the form in which it is kept."""
    return {
        "options": dict(options.metadata),
        "profile": dict(profile.metadata),
        "structure": dict(profile.structure),
        "file": str(profile.file.absolute()) if profile.file else None,
    }


def merged(known: Mapping[str, Any], new: Mapping[str, Any]) -> dict[str, Any]:
    """Return what is said now, with the options of before where none are given anew."""
    return {**new, "options": {**known["options"], **new["options"]}}
