"""Sender, date and title that stand on the title page or in the colophon, and those that do not."""

from __future__ import annotations

import pytest

from strategikort.readers import BlockKind, ReadFile, read
from strategikort.readers.making.metadata import IN_COLOPHON, IN_TEXT, IN_TITLE
from tests.readers.draw import Sheet, prose
from tests.readers.found import texts
from tests.readers.word import p, word

BODY = (
    "Kommunen har i de seneste fem år fået 3.400 nye indbyggere, og skolerne i den østlige del af "
    "byen er ved at være fyldt. Forvaltningen foreslår derfor, at der bygges en ny skole, som kan "
    "tages i brug til skoleåret 2027.\n\n"
    "Udgiften anslås til 312 mio. kr. og kan holdes inden for anlægsrammen, hvis renoveringen af "
    "svømmehallen udskydes i to år. Forslaget sendes i høring hos skolebestyrelserne.\n"
)
LONG_TITLE = (
    "Høring over udkast til lovforslag om ændring af lov om natur, lov om skove, lov om dyrs velfærd, "
    "lov om mark- og vejfred og færdselsloven i offentlig høring (Etablering af store parker m.v.)"
)


def text(*parts: str, name: str = "fil.txt") -> ReadFile:
    return read("\n\n".join(parts).encode(), name)


def front(found: ReadFile) -> tuple[str | None, str | None, str | None]:
    return found.metadata.title, found.metadata.author, found.metadata.date


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("Politisk aftale om bedre busser i Nordby", "Politisk aftale om bedre busser i Nordby"),
        ("Klimaplan 2030 for Nordby", "Klimaplan 2030 for Nordby"),
        ("Hensigtserklæring mellem Nordby og Havnen", "Hensigtserklæring mellem Nordby og Havnen"),
        ("Hej alle sammen", None),
        ("Aftalen om kage", "Aftalen om kage"),
        ("Vi har lavet en aftale om kage", None),
        ("En aftale om kage.", None),
        ("Nordby Strategi 5000 Odense", None),
    ],
)
def test_the_first_line_is_a_title_that_says_what_it_is(line: str, title: str | None) -> None:
    """Above short paragraphs nothing else shows it: they may be lines of a list."""
    assert text(line, "Busserne kører hver dag.", "De er alle grønne.").metadata.title == title


@pytest.mark.parametrize(
    ("above", "expected"),
    [
        (
            ["Strategi for små skoler", "Undervisningsministeriet", "Marts 2024"],
            ("Strategi for små skoler", "Undervisningsministeriet", "2024-03"),
        ),
        (
            ["Strategi for små skoler\nBørne- og Undervisningsministeriet\nMarts 2024"],
            ("Strategi for små skoler", "Børne- og Undervisningsministeriet", "2024-03"),
        ),
        (
            ["Vejle Kommune\nMarts 2024", "Strategi for små\nskoler"],
            ("Strategi for små skoler", "Vejle Kommune", "2024-03"),
        ),
        (
            ["Strategi for små skoler", "Ministeriet for Børn og Unge, maj 2021"],
            ("Strategi for små skoler", "Ministeriet for Børn og Unge", "2021-05"),
        ),
        (
            ["Svar til udvalget", "Skoleministeriet", "Maj 2022", "Spørgsmål nr. 4"],
            ("Svar til udvalget", "Skoleministeriet", "2022-05"),
        ),
        (
            [
                "Skoleministeriet",
                "Maj 2022",
                "Mål for skoler",
                "I medfør af § 12, stk. 3, fastsættes:",
            ],
            ("Mål for skoler", "Skoleministeriet", "2022-05"),
        ),
        (
            ["Årsrapport for fonden", "Statens Arkivfond", "Maj 2022"],
            ("Årsrapport for fonden", "Statens Arkivfond", "2022-05"),
        ),
        (
            ["Regeringen", "KL", "Danske Regioner", "Strategi for små skoler", "Maj 2022"],
            ("Strategi for små skoler", "Regeringen/KL/Danske Regioner", "2022-05"),
        ),
        (
            [
                "Schools of the future",
                "Published by the Ministry of Education of Denmark",
                "May 2021",
            ],
            ("Schools of the future", "Ministry of Education of Denmark", "2021-05"),
        ),
        (
            ["BØRNE- OG UNDERVISNINGSMINISTERIET", "Strategi for små skoler", "Maj 2022"],
            ("Strategi for små skoler", "Børne- og Undervisningsministeriet", "2022-05"),
        ),
        (
            ["Strategi for små skoler", "VK-regeringen", "Vedtaget af byrådet den 12. juni 2019"],
            ("Strategi for små skoler", "VK-regeringen", "2019-06-12"),
        ),
        (
            ["Strategi for små skoler", "Regeringen april 2018"],
            ("Strategi for små skoler", "Regeringen", "2018-04"),
        ),
        (
            [
                "REFERAT",
                "Møde:  Bestyrelsen i Solbakken\nTid:   Tirsdag den 5. marts 2024 kl. 19.00",
            ],
            ("Bestyrelsen i Solbakken", None, "2024-03-05"),
        ),
        (
            [
                "Referat af møde i Skoleudvalget den 12. marts 2024",
                "Til stede: Anne Holm, Bo Friis",
            ],
            ("Referat af møde i Skoleudvalget den 12. marts 2024", None, "2024-03-12"),
        ),
        (
            ["SØBY GYMNASIUM & HF", "Dato: 2. oktober 2012", "Referat af møde 1. oktober 2012"],
            ("Referat af møde 1. oktober 2012", None, "2012-10-02"),
        ),
        (
            ["2021-24-018-00041", LONG_TITLE, "10-02-2021"],
            (LONG_TITLE, None, "2021-02-10"),
        ),
        (
            ["Referat af bestyrelsesmødet den 7.12.2020", "Afbud: Anne Holm"],
            ("Referat af bestyrelsesmødet den 7.12.2020", None, "2020-12-07"),
        ),
        (
            ["NOTAT", "Til: Økonomiudvalget\nDato: 3. april 2023\nEmne: Skoler i øst"],
            ("Skoler i øst", None, "2023-04-03"),
        ),
    ],
)
def test_what_stands_above_the_text(
    above: list[str], expected: tuple[str | None, str | None, str | None]
) -> None:
    assert front(text(*above, BODY)) == expected


@pytest.mark.parametrize(
    ("ending", "date"),
    [
        ("Disse vedtægter er vedtaget på generalforsamlingen den 20. september 2022.", "2022-09-20"),
        ("Således vedtaget den 3. maj 2019.\n\nVedtægterne er vedtaget igen den 4. maj 2021.",
         "2021-05-04"),
        ("Planen skal være vedtaget den 3. maj 2029.", None),
    ],
)  # fmt: skip
def test_statutes_say_at_their_end_when_they_were_adopted(ending: str, date: str | None) -> None:
    found = text("# Vedtægter", BODY, "## § 9 Opløsning", ending, name="fil.md")
    assert front(found) == ("Vedtægter", None, date)


@pytest.mark.parametrize(
    ("lines", "date"),
    [
        ("Sidst opdateret 17.12.2024/ab", "2024-12-17"),
        ("Senest opdateret den 3. maj 2024", "2024-05-03"),
        ("Opdateret: maj 2024", "2024-05"),
        ("Ajourført 3/5/2024\n\nNæste møde 9/9/2025", "2024-05-03"),
        # When it was published comes first, and what is still to come is no date of a text.
        ("Maj 2023\n\nSidst opdateret 17.12.2024", "2023-05"),
        ("Opdateres næste gang senest d. 31.1.2025", None),
        ("Opdateret 3.5.2024\n\nSidst ændret 4.5.2024", None),
        ("Loven er opdateret 3. maj 2024", None),
    ],
)
def test_a_text_without_a_date_may_say_when_it_was_changed(lines: str, date: str | None) -> None:
    found = text("# Oversigt over skoler", lines, BODY, name="fil.md")
    assert front(found) == ("Oversigt over skoler", None, date)


@pytest.mark.parametrize(
    ("below", "sender", "date"),
    [
        (
            "Udgivet af Sundhedsstyrelsen, 2022\nISBN: 978-87-7014-411-2",
            "Sundhedsstyrelsen",
            "2022",
        ),
        ("Udgivet af:\nForeningen Norden\nUdgivelsesår: 2021", "Foreningen Norden", "2021"),
        ("Udgiver: KL i samarbejde med Danske Regioner, juni 2020", "KL", "2020-06"),
        ("© Finansministeriet 2023", "Finansministeriet", "2023"),
        ("© Sundhedsstyrelsen, 2021. Publikationen kan citeres.", "Sundhedsstyrelsen", "2021"),
        (
            "Udgivet i april 2022 af Energistyrelsen, Carsten Niebuhrs Gade 43, 1577 København V",
            "Energistyrelsen",
            "2022-04",
        ),
        ("Udarbejdet af COWI\nUdarbejdet af: Vejle Kommune, 2021", "Vejle Kommune", "2021"),
        ("Copyright © 2023 Vejle Kommune. Alle rettigheder forbeholdes", "Vejle Kommune", "2023"),
        (
            "Publikationen kan hentes på fm.dk\n\nFinansministeriet\nChristiansborg Slotsplads 1\n"
            "1218 København K\n\nISBN: 978-87-94088-55-6",
            "Finansministeriet",
            None,
        ),
    ],
)
def test_a_colophon_at_the_end(below: str, sender: str, date: str | None) -> None:
    found = text("# Skoler for alle", BODY, "## Kolofon", below, name="fil.md")
    assert front(found) == ("Skoler for alle", sender, date)


@pytest.mark.parametrize(
    "lines",
    [
        "Til Finansministeriet",
        "Til\nFinansministeriet",
        "Finansministeriet\nChristiansborg Slotsplads 1\n1218 København K",
        "Aftale mellem\nFinansministeriet\nog Vejle Kommune",
        "Finansministeriet har i dag offentliggjort tallene for året",
        "Høringssvar\n\nFinansministeriet",
        "Finansministeriet\n\nSkatteministeriet\n\nErhvervsministeriet",
        "© 2019 Getty Images",
        "Foto: © Finansministeriet 2019",
        "Bogen er udgivet af Gyldendal i 1998.",
        "Klimaplan Vejle Kommune",
        "Udarbejdet af COWI",
    ],
)
def test_an_authority_that_need_not_be_the_sender(lines: str) -> None:
    found = text("# Skoler for alle", lines, BODY, BODY, name="fil.md")
    assert front(found) == ("Skoler for alle", None, None)


def test_headings_of_several_authorities_are_what_the_text_is_about() -> None:
    parts = [
        part for name in ("Data", "Arbejds", "Finans") for part in (f"## {name}tilsynet", BODY)
    ]
    assert front(text("# Tilsyn i praksis", *parts, name="fil.md"))[1] is None


@pytest.mark.parametrize(
    "lines",
    [
        ("# Dom i sag om moms", "Skatteministeriet"),
        ("# Evaluering af stormfloden den 20. oktober 2023",),
    ],
)
def test_a_party_to_a_judgment_and_the_day_of_an_event_are_not_those_of_the_text(
    lines: tuple[str, ...],
) -> None:
    found = text(*lines, BODY, name="fil.md").metadata
    assert (found.author, found.date) == (None, None)


def test_the_day_on_which_a_text_was_adopted_is_its_own() -> None:
    found = text("# Principprogram vedtaget 22. februar 1997", BODY, name="fil.md")
    assert (found.metadata.date, found.metadata.evidence["date"]) == ("1997-02-22", IN_TITLE)


def test_a_title_page_goes_before_the_properties_of_the_file() -> None:
    core = (
        '<c:coreProperties xmlns:c="urn:c" xmlns:dc="http://purl.org/dc/elements/1.1/"'
        ' xmlns:dcterms="http://purl.org/dc/terms/"><dc:creator>B012345</dc:creator>'
        "<dcterms:created>2023-11-02T08:00:00Z</dcterms:created></c:coreProperties>"
    )
    body = [p("Skoler for alle", run='<w:b/><w:sz w:val="56"/>'), *map(p, BODY.split("\n\n"))]
    body += [p("© Vejle Kommune 2021")]
    found = read(word("".join(body), docProps__core=core), "fil.docx")
    assert front(found) == ("Skoler for alle", "Vejle Kommune", "2021")
    assert found.metadata.evidence["author"] == found.metadata.evidence["date"] == IN_COLOPHON


def test_where_each_was_found_is_said() -> None:
    found = text("# Dagsorden for mødet den 6. juni 2024", "Vejle Kommune", BODY, name="fil.md")
    assert found.metadata.evidence["author"] == IN_TEXT
    assert found.metadata.evidence["date"] == IN_TITLE


def test_an_underlined_title_over_lines_that_are_not_wrapped() -> None:
    assert text("Skoler for alle\n===============", BODY, BODY).metadata.title == "Skoler for alle"


def test_the_title_below_the_kind_of_a_text_set_alike_is_its_title() -> None:
    page = f"<h1>NOTAT</h1><h1>{{}}</h1><p>{BODY}</p>"
    for below, title in (("Udligning for kommuner", "Udligning for kommuner"), ("Resumé", "NOTAT")):
        assert read(page.format(below).encode(), "a.html").metadata.title == title


def test_the_sender_and_the_date_in_large_type_head_nothing_and_a_title_is_not_cut() -> None:
    sheet = Sheet().page()
    sheet.lines(60, 80, ["Strategi for bedre skoler i de mindste kom-", "muner i Jylland"], 18, "B")
    sheet.lines(60, 150, ["Skoleministeriet", "Maj 2022"], 14)
    sheet.lines(60, 210, prose(30))
    found = read(sheet.bytes(), "a.pdf")
    assert texts(found, BlockKind.PARAGRAPH)[0] == "Skoleministeriet\nMaj 2022"
    assert found.metadata.title == "Strategi for bedre skoler i de mindste kommuner i Jylland"


@pytest.mark.parametrize("byline", [["Biavlerne i Jylland", "Maj 2022"], ["Skoleministeriet"]])
def test_who_stands_below_the_title_beside_a_date_heads_nothing(byline: list[str]) -> None:
    sheet = Sheet().page()
    sheet.text(60, 80, "Strategi for bedre skoler", 18, "B").lines(60, 150, byline, 14)
    sheet.text(60, 180, "Maj 2022" if len(byline) == 1 else "")
    sheet.text(60, 210, "Baggrund", 14, "B").lines(60, 230, prose(30))
    found = read(sheet.bytes(), "a.pdf")
    assert texts(found, BlockKind.HEADING) == ["Strategi for bedre skoler", "Baggrund"]
    assert found.metadata.date == "2022-05"


def test_a_heading_below_the_title_that_no_date_follows_stays_one() -> None:
    sheet = Sheet().page()
    sheet.text(60, 80, "Strategi for bedre skoler", 18, "B")
    sheet.text(60, 150, "Skoleministeriet", 14).lines(60, 180, prose(30))
    found = read(sheet.bytes(), "a.pdf")
    assert texts(found, BlockKind.HEADING) == ["Strategi for bedre skoler", "Skoleministeriet"]


def test_a_draft_of_what_is_about_something_has_that_as_its_title() -> None:
    sheet = Sheet().page()
    sheet.text(60, 80, "Udkast til bekendtgørelse om ladestandere", 18, "B")
    sheet.lines(60, 110, prose(20))
    for at, title in enumerate(("Opfølgning", "Ladestandere", "Ikrafttræden")):
        y = 400 + 110 * at
        sheet.text(60, y, title, 18, "B").lines(60, y + 20, prose(6))
    found = read(sheet.bytes(), "a.pdf").metadata
    assert found.title == "Udkast til bekendtgørelse om ladestandere"


def test_the_day_on_which_a_judgment_was_given_is_its_own() -> None:
    found = text("# Dom afsagt den 14. marts 2025", BODY, name="fil.md").metadata
    assert (found.date, found.evidence["date"]) == ("2025-03-14", IN_TITLE)
