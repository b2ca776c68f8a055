"""References to lines and pages, and what is missing or does not belong together."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategikort.errors import StrategikortError, UnknownReferenceError
from strategikort.library import Collection


@pytest.mark.parametrize(
    ("reference", "places"),
    [
        ("uss, l. 119-121", [("uss/2", ((119, 121),), ("7",))]),
        ("uss ll. 454-456", [("uss/3.4", ((454, 456),), ("12", "13"))]),
        ("uss, linje 454-456", [("uss/3.4", ((454, 456),), ("12", "13"))]),
        ("rk, l. 115", [("rk/6/7", ((115, 115),), ("5",))]),
        ("uss s. 12-13, l. 486", [("uss/3.4", ((486, 486),), ("12", "13"))]),
        ("konklusion 6, l. 86-88", [("rk/6/3", ((86, 88),), ())]),
        ("prioritet 5, l. 937-945", [("tech/prioriteter/5/faktaboks", ((937, 945),), ())]),
        ("uss/1, l. 53-54, 60", [("uss/1", ((53, 54),), ("5",)), ("uss/1", ((60, 60),), ("5",))]),
        ("uss, l. 38", [("uss/1", (), ())]),
        ("kapitlet »Indledning«, l. 212-220", [("uss/2", ((212, 220),), ())]),
    ],
)
def test_lines_are_those_asked_for(collection: Collection, reference: str, places: list) -> None:
    found = collection.named(reference).sections
    assert [(item.id, item.lines, item.pages) for item in found] == places
    for section in found:
        source = collection.source(section.document)
        if section.lines:
            raw = "\n".join(
                source.line_text(line)
                for line in range(section.lines[0][0], section.lines[-1][1] + 1)
            )
            assert "".join(section.text.text.split()).replace("-", "") == "".join(
                raw.split()
            ).replace("-", "")


@pytest.mark.parametrize(
    "reference", ["uss, s. 12", "uss s. 12", "side 12 i uss", "s. 12 i udenrigsstrategien"]
)
def test_a_page_gives_what_stands_on_it(collection: Collection, reference: str) -> None:
    found = collection.named(reference).sections
    assert [item.id for item in found][:4] == ["uss/3.1", "uss/3.2", "uss/3.3", "uss/3.4"]
    assert all("12" in item.pages for item in found)


@pytest.mark.parametrize(
    ("short", "whole"),
    [
        ("uss, s. 12-3", "uss, s. 12-13"),
        ("uss, l. 486-90", "uss, l. 486-490"),
        ("uss, l. 486-502", "uss, l. 486-502"),
        (
            "Udenrigs- og sikkerhedspolitisk strategi, s. 12-3, l. 486-7",
            "uss, s. 12-13, l. 486-487",
        ),
    ],
)
def test_digits_that_the_last_number_shares_may_be_left_out(
    collection: Collection, short: str, whole: str
) -> None:
    assert collection.named(short).sections == collection.named(whole).sections


@pytest.mark.parametrize(
    ("reference", "message"),
    [
        ("uss, s. 999", "Intet afsnit i uss står på s. 999."),
        ("uss, l. 99999", "Intet afsnit i uss står på l. 99999."),
        ("uss, l. 0", "Intet afsnit i uss står på l. 0."),
        ("uss, l. 17-21", "Intet afsnit i uss står på l. 17-21."),
        ("tech, s. 12", "Intet afsnit i tech står på s. 12."),
        ("konklusion 7, l. 70", "rk/7 står ikke på l. 70."),
        ("uss/3.4, s. 17", "uss/3.4 står ikke på s. 17."),
        ("uss s. 17, l. 486", "Intet afsnit i uss står på s. 17, l. 486."),
        ("rk 6-9, l. 300", "Afsnittene står ikke på l. 300."),
        ("rk 12-9", "Fra rk/12 til rk/9 går baglæns."),
        ("uss, s. 13-12", "Fra 13 til 12 går baglæns."),
        ("uss, l. 490-486", "Fra 490 til 486 går baglæns."),
        ("uss, l. 1380-2000", "Ikke alt på l. 1380-2000 findes i uss."),
        ("uss, s. 12, 99", "Ikke alt på s. 12, 99 findes i uss."),
        ("rk 6-9, l. 240-300", "Ikke alt på l. 240-300 findes i afsnittene."),
        ("konklusion 6, l. 200-300", "Ikke alt på l. 200-300 findes i rk/6."),
    ],
)
def test_what_does_not_belong_together(
    collection: Collection, reference: str, message: str
) -> None:
    with pytest.raises(StrategikortError) as error:
        collection.named(reference)
    assert error.value.message == message
    assert error.value.hint
    assert collection.is_missing(reference) == ("baglæns" not in message)


@pytest.mark.parametrize(
    ("reference", "marked"),
    [
        ("rk/6/9", [("1", "cyberposition"), ("2", "kampagner")]),
        ("rk/6/9, l. 133-139", [("1", "cyberposition"), ("2", "kampagner")]),
        ("rk/6/9, l. 129", []),
    ],
)
def test_the_footnotes_of_a_part_stand_where_they_stood(
    collection: Collection, reference: str, marked: list[tuple[str, str]]
) -> None:
    (section,) = collection.named(reference).sections
    text = section.text.text
    found = [(mark.mark, text[: mark.offset].split()[-1]) for mark in section.footnotes]
    assert found == marked


@pytest.mark.parametrize(
    ("reference", "hint"),
    [
        ("uss, l. 99999", "Teksten har linje 2-1391."),
        ("uss/5.6, l. 1", "Teksten har linje 1286-1289, 1363, 1365-1391."),
        ("uss/3.4, s. 17", "Teksten har sidetal 12-13 og linje 450, 452-489, 551-560, 562-572."),
        ("konklusion 7, l. 70", "Teksten har linje 210-224."),
        ("rk 6-9, l. 300", "Teksten har linje 70-248."),
        ("rk 7, s. 5, l. 215", "Teksten har linje 210-224."),
    ],
)
def test_where_the_text_stands_instead(collection: Collection, reference: str, hint: str) -> None:
    with pytest.raises(UnknownReferenceError) as error:
        collection.named(reference)
    assert error.value.hint == hint


@pytest.mark.parametrize(
    "reference",
    [
        "prioritet C",
        "Udenrigs- og sikkerhedspolitisk strategi (2022), pejlemærke 3",
        "pejlemærke 3 i rådskonklusionerne",
        "konklusion 7, 3. led",
        "søjle 1, prioritet 5",
        "tech konklusion 6",
        "rk 28-35",
        "afsnit 3.8",
    ],
)
def test_what_is_not_there(collection: Collection, reference: str) -> None:
    with pytest.raises(UnknownReferenceError):
        collection.named(reference)


@pytest.mark.parametrize(
    ("reference", "missing"),
    [
        ("pejlemærke 3 i rådskonklusionerne", True),
        ("konklusion 7, 3. led", True),
        ("brobyggerrolle 2, anbefaling 4", True),
        ("tech konklusion 6", True),
        ("afsnit 3.8", True),
        ("pejlemærke 3 i Afrika", False),
        ("Afrika linje 3", False),
        ("artikel 5 i traktaten", False),
        ("konklusion 6", False),
        ("rk, s. 5", False),
    ],
)
def test_a_search_knows_what_is_missing(
    collection: Collection, reference: str, missing: bool
) -> None:
    assert collection.is_missing(reference) == missing
    if missing:
        assert collection.search(reference).hits == ()


def test_a_title_that_two_have_is_ambiguous(collection: Collection) -> None:
    assert collection.resolver.exactly("EU's digitale diplomati") == (
        "tech/prioriteter/10/faktabokse/2",
        "rk/titelblad",
    )


def test_pages_that_nobody_knows_are_said(collection: Collection) -> None:
    named = collection.named("rk 7, s. 9")
    assert named.taken_for == {"rk 7, s. 9": "rk/7; sidetallene kendes ikke"}


def test_semicolons_part_references_with_lines(collection: Collection) -> None:
    named = collection.named("uss, l. 119-121; rk 6, l. 70; pejlemærke 3")
    assert [item.id for item in named.sections] == ["uss/2", "rk/6", "uss/pejlemærker/3"]


def test_a_search_for_lines_shows_them(collection: Collection) -> None:
    hit = collection.search("uss, l. 119-121").hits[0]
    assert hit.section.id == "uss/2"
    assert hit.place.lines == ((119, 121),)
    assert hit.text == hit.section.text.text[hit.start : hit.end]


@given(st.data())
def test_any_lines_are_cut_as_they_stand(collection: Collection, data: st.DataObject) -> None:
    document = data.draw(st.sampled_from(collection.documents))
    first = data.draw(st.integers(1, document.lines))
    last = data.draw(st.integers(first, min(first + 30, document.lines)))
    try:
        found = collection.named(f"{document.id}, l. {first}-{last}").sections
    except UnknownReferenceError:
        return
    source = collection.source(document.id)
    start, end = source.line(first).start, source.line(last).end
    assert found
    for section in found:
        assert all(start <= piece.start and piece.end <= end for piece in section.pieces)
        assert all(first <= one and other <= last for one, other in section.lines)
        for run in section.text.runs:
            assert (
                section.text.text[run.clean :][: run.length] == source.text[run.raw :][: run.length]
            )
