"""A profile to start from: what was found out about a file, as YAML to be put right by hand."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from strategikort.errors import StrategikortError
from strategikort.holdings.prepare import NOT_IN_TEXT, Prepared, Reading
from strategikort.oserrors import reason
from strategikort.readers.model import Block, BlockKind
from strategikort.text.aligned import SourceRange
from strategikort.text.source import Source


def profile_text(reading: Reading, prepared: Prepared) -> str:
    """Return the profile of a file, with the sections that were recognised as remarks."""
    document = prepared.document
    # A title that is only the file's name is none that stands in the document.
    supplied = document.title_supplied
    values = {
        "title": "" if supplied else document.title,
        "short_title": "" if supplied else document.short_title,
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
    # What a citation puts in square brackets must go on being said.
    absent = {key: said for key, said in document.evidence.items() if said.startswith(NOT_IN_TEXT)}
    if absent:
        lines.append("  evidence:")
        lines += [f"    {key}: {_scalar(said)}" for key, said in absent.items()]
    lines += ["", *_headings(reading, prepared)]
    lines += ["", "# Genkendte afsnit:"]
    for section in prepared.sections:
        pages = f", s. {section.pages[0]}" if section.pages else ""
        own = section.id.removeprefix(f"{document.id}/")
        lines.append(f"#   {own}: {_one_line(section.label)} ({section.kind}{pages})")
    return "\n".join(lines) + "\n"


def _headings(reading: Reading, prepared: Prepared) -> Iterator[str]:
    """Yield the headings as they were recognised, to be put right."""
    source = prepared.source
    yield "# Overskrifterne, som de blev genkendt. Ret niveauerne, slet dem, der ikke er"
    yield "# overskrifter, og tilføj dem, der mangler. Uden listen findes de af sig selv."
    headings = [block for block in reading.read.blocks if block.kind is BlockKind.HEADING]
    yield "headings:" if headings else "# headings:"
    for block in headings or [Block(BlockKind.HEADING, *source.line(1), level=1)]:
        stretch = source.trim(SourceRange(block.start, block.end))
        text = _scalar(source.text[stretch.start : stretch.end])
        mark = "  " if headings else "#   "
        lines = _lines(source, stretch)
        yield f"{mark}- {{lines: {lines}, level: {block.level or 1}, text: {text}}}"
    yield "# Linjer, der ikke er indhold, fx sidehoveder:"
    yield "# furniture:"
    yield '#   - {lines: "3, 57", what: sidehoved}'


def _lines(source: Source, stretch: SourceRange) -> str:
    """Return a stretch in the form in which profiles name places."""
    first, last = source.line_at(stretch.start), source.line_at(stretch.end - 1)
    if first != last or source.trim(source.line(first)) == stretch:
        return json.dumps(str(first) if first == last else f"{first}-{last}")
    # Only a part of the line; one with quotation marks in it cannot be named.
    words = source.text[stretch.start : stretch.end]
    return json.dumps(f'{first} "{words}"', ensure_ascii=False)


def write_profile_beside(path: Path, reading: Reading, prepared: Prepared) -> Path:
    """Write the profile of a file beside it; raises ``StrategikortError`` if one is there."""
    profile = path.with_name(f"{path.name}.yaml")
    try:
        with profile.open("x", encoding="utf-8", newline="\n") as file:
            file.write(profile_text(reading, prepared))
    except FileExistsError as error:
        raise StrategikortError(
            f"Profilen »{profile}« findes allerede.",
            "Flyt eller slet den først, hvis der skal skrives en ny.",
            code="profile_exists",
        ) from error
    except OSError as error:
        raise StrategikortError(
            f"Profilen {profile} kan ikke skrives ({reason(error)}).",
            "Kontrollér plads og rettigheder.",
            code="profile_not_written",
        ) from error
    return profile


def _scalar(text: str) -> str:
    # A JSON string is a YAML string, whatever stands in it.
    return json.dumps(_one_line(text), ensure_ascii=False)


def _one_line(text: str) -> str:
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())
