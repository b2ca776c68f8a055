"""``tilføj --vis-struktur``: what would be stored, shown without storing it."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from strategikort.cli.given import given_bytes
from strategikort.cli.terminal import remark, write, write_json
from strategikort.errors import StrategikortError
from strategikort.holdings.files import Failure, Found, Skipped, find_files
from strategikort.holdings.identify import make_id
from strategikort.holdings.intake import Wanted, read_data, read_path
from strategikort.holdings.prepare import Prepared, Reading, date_of, prepare, title_of
from strategikort.output import objects
from strategikort.output.intake import structure_text
from strategikort.output.screen import Screen
from strategikort.output.unreadfiles import failed, failure_lines, unread_object


def show_structures(
    paths: list[str], wanted: Wanted, screen: Screen, *, write_profile: bool, as_json: bool
) -> int:
    """Show the sections of each file; returns the exit status."""
    found: list[objects.Object] = []
    failures: list[Failure] = []
    for item in _files(paths):
        if isinstance(item, Failure):
            failures.append(item)
            continue
        try:
            reading = _read(item.path, wanted)
            prepared = _prepare(reading)
            if write_profile and reading.path is not None:
                from strategikort.holdings.profilewriter import write_profile_beside

                profile = write_profile_beside(reading.path, reading, prepared)
                remark(f"Profilen er skrevet: {profile}")
        except StrategikortError as error:
            failures.append(Failure(item.path, error))
            continue
        if as_json:
            found.append(_structure_object(prepared))
        else:
            write(structure_text(prepared.document, prepared.sections, screen))
    if as_json:
        errors = [unread_object(failed(failure)) for failure in failures]
        write_json(structures=found, errors=errors)
    if failures:
        remark(*failure_lines(map(failed, failures), Screen()))
    return 2 if failures else 0


def _files(paths: list[str]) -> list[Found | Failure]:
    named = [Path(path) for path in paths if path != "-"]
    stdin = [Found(Path("-"), named=True)] if "-" in paths else []
    found = find_files(named)
    return [*stdin, *(item for item in found if not isinstance(item, Skipped))]


def _read(path: Path, wanted: Wanted) -> Reading:
    if str(path) == "-":
        from strategikort.readers.errors import STANDARD_INPUT

        return read_data(given_bytes(), STANDARD_INPUT, wanted)
    return read_path(path, wanted)


def _prepare(reading: Reading) -> Prepared:
    made = make_id(title_of(reading), date_of(reading), lambda _: False)
    return prepare(reading, reading.described.id or made, reading.read.name)


def _structure_object(prepared: Prepared) -> objects.Object:
    counts = Counter(section.kind for section in prepared.sections)
    return {
        "document": objects.document_object(prepared.document, counts),
        "sections": [
            objects.section_object(prepared.document, section, with_text=False)
            for section in prepared.sections
        ],
        "certificate": dict(prepared.certificate),
    }
