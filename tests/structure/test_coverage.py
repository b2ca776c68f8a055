"""Nothing lost, nothing double: every character of every file has exactly one owner."""

from __future__ import annotations

from collections import Counter

import pytest

from strategikort.catalog.profile import Place
from strategikort.text.aligned import AlignedText
from strategikort.text.clean import clean
from tests.conftest import Built

DOCUMENTS = ("uss", "tech", "rk", "partnerskaber", "cms")


def furniture_offsets(item: Built) -> list[int]:
    def offsets(place: Place) -> range:
        if place.text is not None:
            line = item.source.line(place.first)
            start = line.start + item.source.line_text(place.first).index(place.text)
            return range(start, start + len(place.text))
        return range(item.source.line(place.first).start, item.source.line(place.last).end)

    return [
        offset
        for part in item.profile.furniture
        for place in part.lines
        for offset in offsets(place)
    ]


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_character_belongs_to_one_section_or_is_furniture(
    built: dict[str, Built], document: str
) -> None:
    item = built[document]
    owners: Counter[int] = Counter(furniture_offsets(item))
    for section in item.sections:
        for start, end in (*section.pieces, *section.heading):
            owners.update(range(start, end))
    wrong = [
        (item.source.line_at(offset), character, owners[offset])
        for offset, character in enumerate(item.source.text)
        if not character.isspace() and owners[offset] != 1
    ]
    assert wrong == []


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_line_is_in_a_sections_lines(built: dict[str, Built], document: str) -> None:
    item = built[document]
    covered = {item.source.line_at(offset) for offset in furniture_offsets(item)}
    for section in item.sections:
        for first, last in (*section.lines, *section.heading_lines):
            covered.update(range(first, last + 1))
    for number in range(1, item.source.line_count + 1):
        assert number in covered or not item.source.line_text(number).strip()


@pytest.mark.parametrize("document", DOCUMENTS)
def test_clean_text_is_true_to_the_source(built: dict[str, Built], document: str) -> None:
    raw = built[document].source.text
    for section in built[document].sections:
        aligned: AlignedText = section.text
        inside = {offset for start, end in section.pieces for offset in range(start, end)}
        for position, character in enumerate(aligned.text):
            offset = aligned.raw_offset(position)
            if offset is None:
                assert character.isspace()
            else:
                assert raw[offset] == character
                assert offset in inside


@pytest.mark.parametrize("document", DOCUMENTS)
def test_cutting_and_cleaning_again_gives_the_text(built: dict[str, Built], document: str) -> None:
    item = built[document]
    for section in item.sections:
        again = clean(item.source, section.pieces, item.rules, section.layout)
        assert again.text == section.text.text


@pytest.mark.parametrize("document", DOCUMENTS)
def test_all_words_of_the_pieces_are_in_the_text(built: dict[str, Built], document: str) -> None:
    """What cleaning leaves out of a section is hyphens, blanks and footnote marks only."""
    item = built[document]
    marks = {offset for start, end in item.rules.omitted for offset in range(start, end)}
    for section in item.sections:
        kept = {section.text.raw_offset(position) for position in range(len(section.text))}
        for start, end in section.pieces:
            for offset in range(start, end):
                character = item.source.text[offset]
                if not character.isspace() and offset not in kept:
                    assert character == "-" or offset in marks
