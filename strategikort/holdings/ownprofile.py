"""What a user says of a document: on the command line, or in a YAML file beside it.

``rapport.pdf.yaml`` describes ``rapport.pdf``.  All keys may be left out.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from strategikort.errors import ProfileError, StrategikortError

KEYS = (
    "title", "short_title", "publisher", "date", "kind", "language", "url", "number", "record",
)  # fmt: skip
_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
_ID = re.compile(r"[^\W_]+(?:[-.][^\W_]+)*")


class Described(NamedTuple):
    """What is said of a document: an id, metadata, and where each thing comes from."""

    id: str | None
    metadata: Mapping[str, str]
    evidence: Mapping[str, str]
    file: Path | None = None


NOTHING_SAID = Described(None, {}, {})


def profile_beside(path: Path) -> Path | None:
    """Return the profile that lies beside a file; None if there is none."""
    for suffix in (".yaml", ".yml"):
        beside = path.with_name(path.name + suffix)
        if beside.is_file():
            return beside
    return None


def read_described(path: Path) -> Described:
    """Read a profile of one of the user's documents; raises ``ProfileError``."""
    from strategikort.catalog.yamlfile import read_yaml

    top = read_yaml(path)
    given = top.get("id")
    if given and (not _ID.fullmatch(given.text) or given.text != given.text.lower()):
        given.fail(f"»{given.text}« kan ikke være et id", "små bogstaver og tal, fx rapport-2026")
    metadata = top.get("metadata")
    values: dict[str, str] = {}
    evidence: dict[str, str] = {}
    if metadata:
        for key in KEYS:
            entry = metadata.get(key)
            if entry is not None:
                values[key] = entry.text
                evidence[key] = f"profilen {path.name}"
        date = metadata.get("date")
        if date and not _DATE.fullmatch(date.text):
            date.fail(f"»{date.text}« er ikke en dato", "2022, 2022-07 eller 2022-07-18")
        said = metadata.get("evidence")
        if said:
            evidence |= {key: entry.text for key, entry in said.pairs()}
        metadata.done()
    top.done()
    return Described(given.text if given else None, values, evidence, path)


def from_options(title: str | None, publisher: str | None, date: str | None) -> Described:
    """Return what the command line says; raises ``StrategikortError`` for a date that is none."""
    if date is not None and not _DATE.fullmatch(date):
        raise StrategikortError(
            f"»{date}« er ikke en dato.",
            "Skriv fx 2022, 2022-07 eller 2022-07-18.",
            code="bad_date",
        )
    given = {"title": title, "publisher": publisher, "date": date}
    values = {key: value for key, value in given.items() if value}
    return Described(None, values, dict.fromkeys(values, "oplyst ved tilføjelsen"))


def together(first: Described, second: Described) -> Described:
    """Return what both say, ``first`` having the last word."""
    return Described(
        first.id or second.id,
        {**second.metadata, **first.metadata},
        {**second.evidence, **first.evidence},
        first.file or second.file,
    )


def profile_of(path: Path | None, chosen: Path | None) -> Described:
    """Return what the ``chosen`` profile or the one beside ``path`` says.

    Raises ``ProfileError``.
    """
    if chosen is not None:
        if not chosen.is_file():
            raise ProfileError(
                f"Profilen {chosen} findes ikke.", "Kontrollér stien efter --profil."
            )
        return read_described(chosen)
    beside = profile_beside(path) if path is not None else None
    return read_described(beside) if beside else NOTHING_SAID
