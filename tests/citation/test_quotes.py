from __future__ import annotations

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategikort.citation.memofile import Memo, memo_of_text
from strategikort.citation.quotes import find_quotes

LONG = "et citat, der er langt nok"


@pytest.mark.parametrize(
    "quoted",
    [
        f"»{LONG}«",
        f"«{LONG}»",
        f"“{LONG}”",
        f"„{LONG}“",
        f"„{LONG}”",
        f"”{LONG}”",
        f'"{LONG}"',
        f'„{LONG}"',
        f"›{LONG}‹",
        f"‹{LONG}›",
        f"'{LONG}'",
        f"‘{LONG}’",
        f"’{LONG}’",
        f"‚{LONG}‘",
        f",,{LONG}''",
        f',,{LONG}"',
        f"''{LONG}''",
        f"``{LONG}''",
        f">>{LONG}<<",
        f"<<{LONG}>>",
    ],
)
@pytest.mark.parametrize(
    "frame", ["{}", "Han sagde {}.", "({}), og", "sådan: {}\n\nVidere", "*{}*"]
)
def test_every_shape_of_marks(quoted: str, frame: str) -> None:
    found = find_quotes(memo_of_text(frame.format(quoted)))
    assert [quote.text for quote in found.quotes] == [LONG]
    assert found.warnings == ()


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        (f"»ydre »indre« {LONG}«", [f"ydre »indre« {LONG}"]),
        (f'»ydre "indre" {LONG}«', [f'ydre "indre" {LONG}']),
        (f'"{LONG}" og "{LONG}"', [LONG, LONG]),
        (f'Skærmen er på 14" og "{LONG}"', [LONG]),
        (f"»{LONG}\n\nog videre i næste afsnit«", [f"{LONG}\n\nog videre i næste afsnit"]),
        (f"```\n»{LONG}«\n```\n", []),
        (f"# »{LONG}«\n", []),
        (f"> {LONG}\n> og mere\n\ntekst", [f"{LONG}\nog mere"]),
        (f"> »{LONG}«\n> — rk 6", [LONG]),
        ("»**fed** og [henvist](http://x.dk/(1)) tekst[^3]«", ["fed og henvist tekst"]),
        ("»kort«", []),
        (f"'EU’s {LONG}' og '{LONG}'", [f"EU’s {LONG}", LONG]),
        (f"'hos Paris’ og USA’s {LONG}' og", [f"hos Paris’ og USA’s {LONG}"]),
        (f"I '90'erne sagde Lars’ bror '{LONG}'", [LONG]),
        (f"Rock 'n' roll, i '68 og hos Jens'. \"{LONG}\"", [LONG]),
        (f"»ydre 'indre {LONG}' med mere«", [f"ydre 'indre {LONG}' med mere"]),
        (f"'ydre »{LONG}« med mere'", [f"ydre »{LONG}« med mere", LONG]),
        (f"'ikke lukket {LONG}\n\ni næste afsnit'", []),
        (f"> > {LONG}", [LONG]),
    ],
)
def test_what_is_a_quotation(text: str, quotes: list[str]) -> None:
    assert [quote.text for quote in find_quotes(memo_of_text(text)).quotes] == quotes


@pytest.mark.parametrize(
    ("text", "citation"),
    [
        (f"»{LONG}« (rk 6)", "rk 6"),
        (f"»{LONG}«. (rk 6)", "rk 6"),
        (f"»{LONG}« (se uss/3 (s. 12)) og", "se uss/3 (s. 12)"),
        (f"»{LONG}«[^n] og\n\n[^n]: rk 6, 3. led\n", "rk 6, 3. led"),
        (f"> {LONG}\n> — uss/3.4", "uss/3.4"),
        (f"> {LONG} (uss/3.4)", "uss/3.4"),
        (f"> {LONG}\n> (uss/3.4)", "uss/3.4"),
        (f"> {LONG}\n> (uss/3.4)\n>\n>\n", "uss/3.4"),
        (f"> {LONG}.[^n]\n\n[^n]: rk 6, 3. led\n", "rk 6, 3. led"),
        (f"»{LONG}« og (rk 6)", ""),
        (f"»{LONG}« (rk 6", ""),
    ],
)
def test_the_citation_beside_it(text: str, citation: str) -> None:
    assert [quote.citation for quote in find_quotes(memo_of_text(text)).quotes] == [citation]


def test_marks_without_a_counterpart_are_told_and_the_rest_is_found() -> None:
    text = f'Først »{LONG}\n\nDernæst »{LONG}« og «\n\nTil sidst "{LONG}\n\n„{LONG}”'
    found = find_quotes(Memo("", text, ""))
    assert [quote.line for quote in found.quotes] == [3, 7]
    assert [warning.line for warning in found.warnings] == [1, 3, 5]


@pytest.mark.parametrize("marks", ['”"', '“"', '»"', '"”', "»”", '„"', "“«"])
def test_a_quotation_in_marks_of_two_kinds_is_found(marks: str) -> None:
    found = find_quotes(Memo("", f"Han sagde {marks[0]}{LONG}{marks[1]} og gik.", ""))
    assert [quote.text for quote in found.quotes] == [LONG]
    assert found.warnings == ()


@pytest.mark.parametrize("text", [f'Han »sagde "{LONG}" og gik.', f'Han »sagde\n\ndet" og {LONG}.'])
def test_a_mark_of_another_kind_closes_nothing_behind_one_that_opens(text: str) -> None:
    found = find_quotes(Memo("", text, ""))
    assert LONG in [quote.text for quote in found.quotes] or not found.quotes
    assert found.warnings


def test_a_mark_with_a_blank_before_it_closes_nothing() -> None:
    found = find_quotes(Memo("", f'Han sagde "{LONG} " og gik.', ""))
    assert found.quotes == ()
    assert [warning.message for warning in found.warnings] == [
        'Anførselstegnet " bliver ikke lukket; citatet er ikke prøvet.',
        'Anførselstegnet " lukker intet; citatet er ikke prøvet.',
    ]


def test_a_quotation_of_fifty_thousand_characters() -> None:
    words = "ord " * 12_500
    found = find_quotes(Memo("", f"Før »{words}« efter", ""))
    assert [len(quote.text) for quote in found.quotes] == [49_999]


@pytest.mark.parametrize("mark", ["«", "»", "„", "“", "'", ",,", "<<", "\n1. "])
def test_marks_that_are_never_closed_take_no_longer_for_being_many(mark: str) -> None:
    text = f"{mark}a " * 20_000
    started = process_time()
    assert find_quotes(memo_of_text(text)).quotes == ()
    assert process_time() - started < 5


def test_footnotes_of_other_formats_come_from_outside() -> None:
    text = f"»{LONG}«1 og videre"
    found = find_quotes(Memo("", text, "", notes=((text.index("1"), "rk 6"),)))
    assert found.quotes[0].citation == "rk 6"


@pytest.mark.parametrize("marks", ["””", "“”", '""', "»«", "„“", "‘’", "''"])
@pytest.mark.parametrize("noted", ["{0}{2}{1}7.", "{0}{2}{1}7 og", "{0}{2}7{1}.", "{0}{2}.7{1} og"])
def test_a_footnote_mark_is_no_part_of_a_quotation(marks: str, noted: str) -> None:
    text = f"Han skriver, at {noted.format(*marks, LONG)} Og »{LONG}«"
    found = find_quotes(Memo("", text, "", notes=((text.index("7"), "rk 6"),)))
    assert [quote.text.rstrip(".") for quote in found.quotes] == [LONG, LONG]
    assert [quote.citation for quote in found.quotes] == ["rk 6", ""]
    assert found.warnings == ()


@pytest.mark.parametrize("mark", ["»", "“", "„", "”", '"'])
def test_each_paragraph_of_a_long_quotation_opens_anew(mark: str) -> None:
    text = f"Han siger: {mark}{LONG}.\n\n{mark}Og mere af det samme{'«' if mark == '»' else '”'} (rk 6)."
    text = text.replace("”", '"') if mark == '"' else text
    found = find_quotes(Memo("", text, ""))
    assert [quote.text for quote in found.quotes] == [f"{LONG}.", "Og mere af det samme"]
    assert found.warnings == ()


def test_what_mail_puts_in_front_of_lines_is_no_part_of_a_quotation() -> None:
    text = (
        'Du skrev:\n> at »det er en lang\n> sætning« og\n>\n> >> at "det er en anden\n>> sætning"'
    )
    found = find_quotes(Memo("", text, ""))
    assert [" ".join(quote.text.split()) for quote in found.quotes] == [
        "det er en lang sætning",
        "det er en anden sætning",
    ]


@pytest.mark.parametrize(
    "block",
    [
        f'> "{LONG}" — rk 6',
        f"> {LONG}. — rk 6",
        f"> **»{LONG}«**\n> *rk 6*",
        f"> »{LONG}«\n>\n> – rk 6",
        f'> "{LONG}." (rk 6)',
        f"> {LONG}\n> Kilde: rk 6",
        f"> »{LONG}«\n> Kilde: rk 6",
        f"> [!NOTE]\n> {LONG}\n\n— rk 6",
    ],
)
def test_a_block_quotation_with_its_source(block: str) -> None:
    (found,) = find_quotes(memo_of_text(block)).quotes
    assert (found.text.rstrip("."), found.citation) == (LONG, "rk 6")


@pytest.mark.parametrize("mark", ["1", "12", "¹", "²³"])
def test_marks_close_before_the_number_of_a_footnote(mark: str) -> None:
    text = f'Han skriver ”{LONG}”{mark} og "{LONG}"{mark}, og ”5 pct. af {LONG}”.'
    found = find_quotes(Memo("", text, ""))
    assert [quote.text for quote in found.quotes] == [LONG, LONG, f"5 pct. af {LONG}"]
    assert found.warnings == ()


@given(st.text(st.sampled_from("»«“”„\"‘’'›‹,`<ab (>)\n[^1]*_-"), max_size=80), st.booleans())
def test_any_text_is_searched(text: str, markdown: bool) -> None:
    for quote in find_quotes(Memo("", text, "", markdown), min_length=0).quotes:
        assert 0 <= quote.start < quote.end <= len(text)
        assert quote.line == text.count("\n", 0, quote.start) + 1


def test_a_cell_is_found_once_in_a_text_with_gaps() -> None:
    """A text whose paragraphs go on over the ends of pages is searched twice: whole, and there."""
    cell = "Danmark skal fortsat bidrage aktivt til samarbejdet om den nye teknologi i verden."
    text = f"Afsnittet går\n\nSide 3\n\nvidere her.\n\nCitat\n\n{cell}"
    gap = (text.index("\n\nSide"), text.index("videre"))
    head, start = text.index("Citat"), text.index(cell)
    table = (((head, head + 5),), ((start, len(text)),))
    found = find_quotes(
        Memo("", text, "", tables=(table,), gaps=(gap,)),
        stands=lambda items: [item.apart for item in items],
    )
    assert [quote.text for quote in found.quotes] == [cell]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Han skrev: »Danmark er et lille land», och »vi är många».", 2),
        ("Ett citat: »Danmark er en stor nation»", 1),
        ("»Danmark er en stor nation. »Rusland er større«, siger han.", 1),
    ],
)
def test_the_marks_of_swedes_and_finns(text: str, found: int) -> None:
    memo = memo_of_text(text)
    assert len(find_quotes(memo, min_length=10).quotes) == found
