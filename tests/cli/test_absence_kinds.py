"""As what a subject stands in the documents: itself, as part of words, numbers and dates."""

from __future__ import annotations

import re

import pytest

from tests.conftest import Program


def presence(program: Program, *args: str) -> dict[str, list[str]]:
    answer = program("fravær", "--json", *args).json
    return {item["how"]: item["documents"] for item in answer["presence"]}


@pytest.mark.parametrize(
    ("subject", "document", "how"),
    [
        ("Kina", "uss", "itself"),
        ("8 lande", "partnerskaber", "itself"),
        ("hus", "uss", "inside"),
        ("Korea", "partnerskaber", "inside"),
        ("overenskomst", "uss", "otherwise"),
        ("Peking", "cms", "otherwise"),
        ("læge", "rk", "kindred"),
        ("politiker", "tech", "kindred"),
        ("Dansk Industri", "uss", "scattered"),
    ],
)
def test_as_what_a_subject_stands_is_told(
    program: Program, subject: str, document: str, how: str
) -> None:
    assert presence(program, subject, "-d", document) == {how: [document]}


def test_the_finding_says_as_what_a_subject_stands(program: Program) -> None:
    out = program("fravær", "overenskomst").out.splitlines()[0]
    assert out == (
        "»overenskomst« findes ikke som sådan i uss, tech, rk, partnerskaber eller cms. I uss og"
        " tech står ord, der kan betyde det samme: aftale. I rk og partnerskaber står ord, der er i"
        " slægt med det eller staves som det: handelsaftaler, EU-handelsaftaler,"
        " partnerskabsaftalerne. I cms findes det ikke."
    )
    out = program("fravær", "hus", "-d", "uss").out.splitlines()[0]
    assert out == "»hus« findes kun som led i andre ord i uss: drivhusgasser."
    out = program("fravær", "politiker", "-d", "tech").out.splitlines()[0]
    assert out.startswith(
        "»politiker« findes ikke som sådan i tech. Der står ord, der er i slægt med det eller staves"
        " som det: politik"
    )
    out = program("fravær", '"Nord Stream"', "-d", "rk").out.splitlines()[0]
    assert out == "»Nord Stream« findes ikke i rk."
    # »ikke i rk, cms« is no Danish, and »ikke i rk og cms« may mean: not in both.
    out = program("fravær", '"Nord Stream"', "-d", "rk", "-d", "cms").out.splitlines()[0]
    assert out == "»Nord Stream« findes ikke i rk eller cms."


@pytest.mark.parametrize(
    ("subject", "document", "term"),
    [
        ("vindmølle", "uss", "vindenergi"),
        ("Elon Musk", "tech", "Tesla"),
        ("statsminister", "uss", "Lars Løkke Rasmussen"),
        ("russisk indblanding", "tech", "desinformation"),
    ],
)
def test_what_is_only_related_is_no_presence_but_said(
    program: Program, subject: str, document: str, term: str
) -> None:
    outcome = program("fravær", subject, "-d", document)
    assert outcome.status == 0
    assert "(tælles ikke med)" in outcome.out
    assert f"{term} [står i {document}]" in outcome.out


@pytest.mark.parametrize(
    ("subject", "document"),
    [("blad", "uss"), ("faktaboks", "tech"), ("27 medlemslande", "rk"), ("11. september", "tech")],
)
def test_what_the_program_writes_over_texts_is_not_in_them(
    program: Program, subject: str, document: str
) -> None:
    assert "itself" not in presence(program, subject, "-d", document)


def test_what_comes_from_a_place_is_named_as_akin_to_it(program: Program) -> None:
    outcome = program("fravær", "Tyskland", "-d", "rk")
    assert "ord i slægt med det: tysk, tyskerne" in outcome.out


@pytest.mark.parametrize(
    ("subject", "document", "said"),
    [
        ("dansk kapacitet", "uss", "Danmarks kapacitet"),
        ("europæisk befolkning", "uss", "Europas befolkning"),
        ("Europas teknologisektor", "tech", "europæisk teknologisektor"),
    ],
)
def test_what_is_of_home_may_be_said_of_home(
    program: Program, subject: str, document: str, said: str
) -> None:
    """»dansk« and »Danmark« were other words, though »svensk« and »Sverige« are akin."""
    answer = program("fravær", "--json", subject, "-d", document).json
    (found,) = answer["presence"]
    assert found["how"] == "otherwise"
    assert said in found["words"]


def test_an_abbreviation_makes_no_name_of_a_subject(program: Program) -> None:
    """Because of »NATO« these words were not looked for singly, as those of a name are not."""
    assert presence(program, "svensk NATO-medlemskab", "-d", "uss") == {"scattered": ["uss"]}


def test_the_ways_to_write_a_date_are_named(program: Program) -> None:
    out = " ".join(program("fravær", "24/2 2022").out.split())
    assert "»24/2 2022« som helhed skrevet på andre måder: 24. februar 2022 [står i uss]" in out
    assert "24 + 2" not in program("fravær", "24.2.2022").out


@pytest.mark.parametrize(
    ("subject", "document"),
    [
        ("2,5", "tech"),  # 25
        ("1/3", "tech"),  # 13
        ("1,9", "uss"),  # 19
        ("2011-2014", "partnerskaber"),  # Sydkorea (2011), Japan (2014)
        ("anden verdenskrig", "uss"),
        ("anden samling", "rk"),
        ("2", "rk"),  # response-to-hybrid in an address
        ("consilium", "rk"),
        ("februar 2023", "uss"),
    ],
)
def test_numbers_and_dates_are_not_taken_for_others(
    program: Program, subject: str, document: str
) -> None:
    assert program("fravær", subject, "-d", document).status == 0


@pytest.mark.parametrize(
    ("subject", "document"),
    [
        ("23. maj 2022", "uss"),  # MAJ 2023 … 2022-23
        ("ChatGPT 5 dage", "tech"),  # another row of the table
        ("Apple 3.037 mia.", "tech"),
        ("300 kroner", "tech"),  # 300 millioner kroner
        ("8 år", "tech"),  # 3 år, 8 måneder
        ("14 mia.", "tech"),  # the place of a row
    ],
)
def test_what_stands_in_several_places_is_not_together(
    program: Program, subject: str, document: str
) -> None:
    assert presence(program, subject, "-d", document) == {"scattered": [document]}


@pytest.mark.parametrize(
    ("subject", "document"),
    [
        ("d. 24. februar 2022", "uss"),
        ("torsdag den 24. februar 2022", "uss"),
        ("24/2", "uss"),
        ("den første juni", "uss"),
        ("feb. 2022", "uss"),
        ("2023-05", "uss"),
        ("2022-2023", "uss"),  # 2022-23
        ("2023-26", "tech"),  # 2023-2026
        ("Sikkerhedsrådet 2025/26", "uss"),
        ("år 2030", "uss"),
        ("415,62", "tech"),  # 415.62
        ("1842", "tech"),
        ("3 037", "tech"),
        ("300 mill.", "tech"),
        ("18/7-22", "rk"),
        ("23-05-22", "rk"),
        ("juli måned", "rk"),
        ("februar 2024", "tech"),  # 29.02.2024
        ("29. februar", "tech"),
        ("Microsoft 3.037", "tech"),
        ("i årene 2023-2026", "tech"),
        ('"2023-2026"', "tech"),
        ("8 lande", "partnerskaber"),
        ("ChatGPT 2 måneder", "tech"),
        ("Apple 2622 mia.", "tech"),
    ],
)
def test_numbers_and_dates_are_found_however_they_are_written(
    program: Program, subject: str, document: str
) -> None:
    assert presence(program, subject, "-d", document) == {"itself": [document]}


@pytest.mark.parametrize(
    ("subject", "document"),
    [("300.000.000 kr.", "tech"), ("3037 milliarder dollar", "tech"), ("9 mdr.", "tech")],
)
def test_units_may_be_written_out(program: Program, subject: str, document: str) -> None:
    assert presence(program, subject, "-d", document) == {"itself": [document]}


def test_what_is_no_unit_of_a_number_is_another_word(program: Program) -> None:
    assert presence(program, "USD", "-d", "tech") == {"otherwise": ["tech"]}


def test_an_abbreviation_ends_the_sentence(program: Program) -> None:
    out = program("fravær", "milliard").out.splitlines()[0]
    assert ": mia. I uss" in out


def test_how_many_other_words_there_are_is_told(program: Program) -> None:
    """»kvanteområdet ….« was."""
    first = program("fravær", "kvante", "-d", "tech").out.splitlines()[0]
    assert re.search(r"kvantesamarbejder og \d+ andre\.$", first)
    assert "…" not in first
