"""Where each section of the five documents stands, and how it is cited.

``data/sections.tsv`` lists all 181.  Ids, places and citations are what other people's texts build
on: a change here is one in the answers that they have been given.
"""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from strategikort.citation.short import join_lines
from strategikort.model import Section
from strategikort.structure.places import Places
from strategikort.text.aligned import SourceRange
from strategikort.text.source import Source
from tests.conftest import Built

LISTED = Path(__file__).parent.parent / "data" / "sections.tsv"


@pytest.mark.parametrize(
    ("ranges", "pages"),
    [
        ([(0, 1)], ("5",)),
        ([(0, 5)], ("5", "6")),  # of a blank line nobody asks for the page
        ([(4, 5), (0, 1)], ("6", "5")),
        ([(4, 9)], ("6", "7")),
        ([(0, 11)], ()),  # that of the last line is not known
        ([(10, 11)], ()),
    ],
)
def test_pages_are_those_of_all_lines_or_none(
    ranges: list[tuple[int, int]], pages: tuple[str, ...]
) -> None:
    source = Source("f.txt", "a\n \nb\ncd\n\ne", "")
    places = Places(source, {1: ("5",), 3: ("6",), 4: ("6", "7")})
    assert places.of_ranges([SourceRange(*pair) for pair in ranges]).pages == pages


def row(section: Section) -> dict[str, str]:
    words = section.text.text.split()
    return {
        "id": section.id,
        "kind": section.kind,
        "number": section.number or "",
        "pinpoint": section.pinpoint,
        "heading": join_lines(section.heading_lines),
        "lines": join_lines(section.lines),
        "pages": ",".join(section.pages),
        "characters": str(len(section.text)),
        "derived": ",".join(sorted(section.derived)),
        "begins": " ".join(words[:2]),
        "ends": " ".join(words[-2:]),
    }


def test_every_section_stands_where_it_is_listed(built: dict[str, Built]) -> None:
    with LISTED.open(encoding="utf-8", newline="") as file:
        listed = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    found = [row(section) for item in built.values() for section in item.sections]
    assert found == listed
    assert len(found) == 181
