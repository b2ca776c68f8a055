from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategikort.references.grammar import (
    NumberSpan,
    PlaceStep,
    PlaceSyntaxError,
    Reference,
    parse,
)


def spans(*numbers: str) -> tuple[NumberSpan, ...]:
    return tuple(NumberSpan(*number.split("-")) for number in numbers)


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("rk/6/3", Reference(id="rk/6/3")),
        ("rk 6", Reference(steps=(PlaceStep("rk", spans("6")),))),
        ("uss 3.2", Reference(steps=(PlaceStep("uss", spans("3.2")),))),
        ("pejlemærke 3", Reference(steps=(PlaceStep("pejlemærke", spans("3")),))),
        (
            "konklusion 6, 3. led",
            Reference(
                steps=(PlaceStep("konklusion", spans("6")), PlaceStep("led", spans("3"), True))
            ),
        ),
        ("s. 12-13", Reference(pages=spans("12-13"))),
        ("side 12 og 14", Reference(pages=spans("12", "14"))),
        ("l. 877–893", Reference(lines=spans("877-893"))),
        ("rk 6-9", Reference(steps=(PlaceStep("rk", spans("6-9")),))),
        ("rk 6, 8 og 12", Reference(steps=(PlaceStep("rk", spans("6", "8", "12")),))),
        ("rk 6,8 samt 12", Reference(steps=(PlaceStep("rk", spans("6", "8", "12")),))),
        ("1. og 2. søjle", Reference(steps=(PlaceStep("søjle", spans("1", "2"), True),))),
        ("partnerskaber japan", Reference(steps=(PlaceStep("partnerskaber japan"),))),
        (
            'afsnittet »"Ejer" og bruger«',
            Reference(steps=(PlaceStep("afsnittet", title='"Ejer" og bruger'),)),
        ),
        ("kapitlet »Afrika, 3«", Reference(steps=(PlaceStep("kapitlet", title="Afrika, 3"),))),
        (
            "§ 3, stk. 2",
            Reference(steps=(PlaceStep("§", spans("3")), PlaceStep("stk.", spans("2")))),
        ),
        (
            "uss/3.2, s. 12, 13 og 24-25, l. 3",
            Reference(id="uss/3.2", pages=spans("12", "13", "24-25"), lines=spans("3")),
        ),
        ("rk 6 l. 7", Reference(steps=(PlaceStep("rk", spans("6")),), lines=spans("7"))),
        ("s. iv-vi", Reference(pages=spans("iv-vi"))),
        ("stk.2", Reference(steps=(PlaceStep("stk.", spans("2")),))),
    ],
)
def test_what_people_write(text: str, tree: Reference) -> None:
    assert parse(text) == tree


@pytest.mark.parametrize(
    "text",
    [
        "",
        "  ",
        "A.v",
        "1. og ig",
        "1og ig",
        "l/v» «",
        "6",
        "rk 6,",
        "!!",
        "s. 5, rk 6",
        "l. 5, s. 3",
        "rk 6]",
        "rk 6, s. inde",
        "l. 7x9",
    ],
)
def test_what_is_no_place(text: str) -> None:
    with pytest.raises(PlaceSyntaxError):
        parse(text)


def test_blanks_may_be_missing_or_too_many() -> None:
    assert [str(parse(text)) for text in ("rk 6, 8", " uss/3.2,l.5")] == [
        "rk 6 og 8",
        "uss/3.2, l. 5",
    ]


NUMBER = st.integers(1, 9999).map(str)
SPAN = st.builds(NumberSpan, NUMBER, st.none() | NUMBER)
SPANS = st.lists(SPAN, min_size=1, max_size=4).map(tuple)
SECTION_NUMBER = NUMBER | st.tuples(NUMBER, NUMBER).map(".".join)
NAME = st.sampled_from(
    ["rk", "pejlemærke", "konklusion", "strategisk prioritet", "EU-strategi", "stk.", "søjler", "§"]
)
STEP = st.one_of(
    st.builds(PlaceStep, NAME, st.just(()) | SPANS),
    st.builds(
        PlaceStep, NAME, st.builds(NumberSpan, SECTION_NUMBER, st.none()).map(lambda one: (one,))
    ),
    st.builds(PlaceStep, st.sampled_from(["led", "søjle"]), SPANS, st.just(True)),
    st.builds(
        PlaceStep,
        st.sampled_from(["kapitlet", "afsnittet"]),
        title=st.sampled_from(["Afrika", "Frihandel, vækst og 3", "EU's rolle"]),
    ),
)
ID = st.sampled_from(["rk/6/3", "uss/pejlemærker/3", "uss/3.2", "partnerskaber/japan", "a/b-c.d/9"])
LINES = st.just(()) | SPANS
REFERENCE = st.one_of(
    st.builds(Reference, ID, pages=LINES, lines=LINES),
    st.builds(
        Reference, steps=st.lists(STEP, min_size=1, max_size=3).map(tuple), pages=LINES, lines=LINES
    ),
)


@given(REFERENCE)
def test_what_is_printed_is_read_back(tree: Reference) -> None:
    assert parse(str(tree)) == tree


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        tree = parse(text)
    except PlaceSyntaxError:
        return
    assert parse(str(tree)) == tree
