"""A profile to start from: what was found out about a file, as YAML to be put right by hand."""

from __future__ import annotations

import json
from pathlib import Path

from strategikort.errors import StrategikortError
from strategikort.holdings.prepare import Prepared, Reading


def profile_text(reading: Reading, prepared: Prepared) -> str:
    """Return the profile of a file, with the sections that were recognised as remarks."""
    document = prepared.document
    values = {
        "title": document.title,
        "short_title": document.short_title,
        "publisher": document.publisher,
        "date": document.date,
        "kind": document.kind,
        "language": document.language,
        "url": document.url or "",
        "number": document.number or "",
    }
    lines = [
        f"# Profil til {_one_line(reading.read.name)}. Ret det, der er forkert; slet det, der ikke",
        "# skal gælde, så hentes det igen i filen selv. Kør derefter strategikort tilføj.",
        f"id: {_scalar(document.id)}",
        "metadata:",
    ]
    for key, value in values.items():
        # What is not known is left as a remark, so that an empty value is not taken for one.
        lines.append(f"  {key}: {_scalar(value)}" if value else f"  # {key}: ")
    lines += ["", "# Genkendte afsnit:"]
    for section in prepared.sections:
        pages = f", s. {section.pages[0]}" if section.pages else ""
        own = section.id.removeprefix(f"{document.id}/")
        lines.append(f"#   {own}: {_one_line(section.label)} ({section.kind}{pages})")
    return "\n".join(lines) + "\n"


def write_profile_beside(path: Path, reading: Reading, prepared: Prepared) -> Path:
    """Write the profile of a file beside it; raises ``StrategikortError`` if one is there."""
    profile = path.with_name(f"{path.name}.yaml")
    try:
        with profile.open("x", encoding="utf-8", newline="\n") as file:
            file.write(profile_text(reading, prepared))
    except FileExistsError as error:
        raise StrategikortError(
            f"Profilen {profile} findes allerede.",
            "Flyt eller slet den først, hvis der skal skrives en ny.",
            code="profile_exists",
        ) from error
    except OSError as error:
        raise StrategikortError(
            f"Profilen {profile} kan ikke skrives ({error.strerror}).",
            "Kontrollér plads og rettigheder.",
            code="profile_not_written",
        ) from error
    return profile


def _scalar(text: str) -> str:
    # A JSON string is a YAML string, whatever stands in it.
    return json.dumps(_one_line(text), ensure_ascii=False)


def _one_line(text: str) -> str:
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())
