"""The date and the sender of letters: a year of two digits, and a signature at the end."""

from __future__ import annotations

import pytest

from strategikort.readers import ReadFile, read
from strategikort.readers.making.metadata import IN_LETTERHEAD, IN_SIGNATURE, IN_TEXT
from tests.readers.test_front_page import BODY
from tests.readers.word import p, word

ADDRESSED = "Til Skoleudvalget"
GREETING = "Med venlig hilsen"


def text(*parts: str) -> ReadFile:
    return read("\n\n".join(parts).encode(), "brev.txt")


@pytest.mark.parametrize(
    ("above", "date"),
    [
        # With a label, or behind the place, it is the date whatever stands around it.
        (["Dato: 20.05.04"], "2004-05-20"),
        (["Dato:\n20.05.04"], "2004-05-20"),
        (["Dato", "20-05-04"], "2004-05-20"),
        (["København, den 20.5.04"], "2004-05-20"),
        (["Den 20/5-04"], "2004-05-20"),
        (["Aarhus, d. 3/12/98"], "1998-12-03"),
        (["PRESSEMEDDELELSE 20.05.04", "Ny CD for fremtiden"], "2004-05-20"),
        (["Pressemeddelelse, den 20. maj 2004"], "2004-05-20"),
        (["Notat: 20.5.04"], "2004-05-20"),
        (["Plan 20.05.04"], None),
        # Alone only among what letters and notes begin with.
        ([ADDRESSED, "20.05.04"], "2004-05-20"),
        (["20.05.04", "J.nr. 2004-1234"], "2004-05-20"),
        (["NOTAT", "20.05.04"], "2004-05-20"),
        (["20.05.04", "Kære Hanne"], "2004-05-20"),
        (["20.05.04", "Om skolerne"], None),
        ([ADDRESSED, "2.5.04"], None),
        ([ADDRESSED, "20-05-04"], None),
        # A number, a time limit, no day, a year to come, two days.
        (["J.nr.\n20.05.04"], None),
        ([ADDRESSED, "Svarfrist:\n20.05.04"], None),
        ([ADDRESSED, "Svarfrist\n20.05.04"], None),
        ([ADDRESSED, "Svarfrist: 20.05.04"], None),
        (["Version 20.05.04", ADDRESSED], None),
        (["Dato: 32.05.04"], None),
        (["Dato: 20.13.04"], None),
        (["Dato: 20.05.65"], None),
        (["Dato: 20.05.04", "Den 21.05.04"], None),
        (["Dato: 20.05.04", "20/5-04"], "2004-05-20"),
        # A year in full goes before.
        ([ADDRESSED, "3. maj 2005", "20.05.04"], "2005-05-03"),
        (["Marts 2004", "April 2005", "Dato: 20.05.04"], None),
    ],
)
def test_a_year_of_two_digits_is_one_where_it_dates_a_letter(
    above: list[str], date: str | None
) -> None:
    found = text(*above, BODY).metadata
    assert found.date == date
    assert found.evidence.get("date") == (date and IN_TEXT)


def test_below_the_running_text_it_is_none() -> None:
    assert text(ADDRESSED, BODY, "Dato: 20.05.04").metadata.date is None


def test_it_goes_before_the_properties_of_a_file() -> None:
    core = (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
        'core-properties" xmlns:dcterms="http://purl.org/dc/terms/">'
        "<dcterms:created>2011-01-02T03:04:05Z</dcterms:created></cp:coreProperties>"
    )
    body = p("Dato: 20.05.04") + p("Kære Hanne") + p(BODY.replace("\n\n", " "))
    assert read(word(body, docProps__core=core), "brev.docx").metadata.date == "2004-05-20"


@pytest.mark.parametrize(
    ("below", "sender"),
    [
        ([f"{GREETING}\n\nHanne Holm\nKontorchef\nMiljøstyrelsen"], "Miljøstyrelsen"),
        ([GREETING, "Hanne Holm", "Vejle Kommune", "Skolegade 1", "7100 Vejle"], "Vejle Kommune"),
        (["Venlig hilsen\nMiljøstyrelsen"], "Miljøstyrelsen"),
        (["Med venlig hilsen Miljøstyrelsen"], "Miljøstyrelsen"),
        (["Med venlig hilsen,\nMiljøstyrelsen\nTlf. 12 34 56 78"], "Miljøstyrelsen"),
        (["De bedste hilsner", "KL"], "KL"),
        (["Mvh.", "Hanne Holm, Miljøstyrelsen"], None),
        # A person, several authorities, who gets a copy, what stands further on.
        ([f"{GREETING}\nHanne Holm"], None),
        ([f"{GREETING}\nMiljøstyrelsen\nEnergistyrelsen"], None),
        ([f"{GREETING}\nHanne Holm", "Kopi til:\nMiljøstyrelsen"], None),
        ([f"{GREETING}\nHanne Holm", "Kopi: Miljøstyrelsen"], None),
        ([f"{GREETING}\nMiljøstyrelsen", BODY], None),
        ([f"{GREETING}\nMiljøstyrelsen", f"{GREETING}\nEnergistyrelsen"], None),
        (["Miljøstyrelsen"], None),
    ],
)
def test_a_letter_is_from_the_authority_that_signs_it(below: list[str], sender: str | None) -> None:
    found = text(ADDRESSED, "Vedr. nye skoler", BODY, *below).metadata
    assert found.author == sender
    assert found.evidence.get("author") == (sender and IN_SIGNATURE)


def test_a_report_with_a_letter_at_its_end_is_not_from_its_sender() -> None:
    signed = f"{GREETING}\nMiljøstyrelsen"
    assert text("Skolerne i Vejle", BODY, signed).metadata.author is None
    assert text(ADDRESSED, *[BODY] * 60, signed).metadata.author is None


def test_a_letter_that_says_itself_who_sends_it() -> None:
    above = ["Udgivet af Energistyrelsen", ADDRESSED]
    found = text(*above, BODY, f"{GREETING}\nMiljøstyrelsen").metadata
    assert found.author == "Energistyrelsen"


def table(*rows: tuple[str, ...]) -> str:
    cells = ("".join(f"<w:tc>{p(cell)}</w:tc>" for cell in row) for row in rows)
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in cells) + "</w:tbl>"


TO = "Til Vejle Kommune Skolegade 1 7100 Vejle"


@pytest.mark.parametrize(
    ("rows", "date"),
    [
        ([(TO, "Dato: 20.05.04 J.nr. 2004-1234 Ref. HH")], "2004-05-20"),
        ([(TO, "J.nr. 2004-1234 Dato: 20. maj 2004")], "2004-05-20"),
        ([(TO, ""), ("Dato", "20-05-2004"), ("J.nr.", "12.03.04")], "2004-05-20"),
        ([("Dato", "Aktivitet"), ("20.05.04", "Start"), ("21.05.04", "Slut")], None),
        ([(TO, "20.05.04")], None),
        ([(TO, "Svarfrist: 20.05.04")], None),
        ([("Dato: 20.05.04", TO), ("Dato: 21.05.04", "Ref. HH")], None),
        ([("Dato: 20.05.04", BODY)], None),
    ],
)
def test_the_head_of_a_letter_may_be_a_table(rows: list[tuple[str, ...]], date: str | None) -> None:
    below = p("Vedr. nye skoler") + p(BODY.replace("\n\n", " "))
    found = read(word(table(*rows) + below), "brev.docx").metadata
    assert found.date == date
    assert found.evidence.get("date") == (date and IN_LETTERHEAD)


def test_a_table_further_down_is_no_head() -> None:
    below = table((TO, "Dato: 20.05.04")) + p(BODY.replace("\n\n", " "))
    assert read(word(p("Nye skoler") + below), "brev.docx").metadata.date is None
