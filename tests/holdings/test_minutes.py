"""Minutes: what was said about an item of the agenda is cited by the item."""

from __future__ import annotations

import pytest

from strategikort.readers import read
from strategikort.structure.auto import sections_of
from tests.readers.draw import Sheet, prose
from tests.readers.found import headings
from tests.readers.word import p, word

SAID = "Udvalget drøftede sagen, og der var enighed om at gå videre med den i det nye år."
TITLES = ["Godkendelse af dagsorden", "Status på planen", "Eventuelt"]
ITEMS = [f"{n}. {title}" for n, title in enumerate(TITLES, 1)]
MINUTES = [line for item in ITEMS for line in (item, SAID)]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param(MINUTES, ITEMS, id="each with text"),
        pytest.param([*ITEMS, SAID], [], id="a list"),
        pytest.param([*ITEMS, *MINUTES], ITEMS, id="a list and what it lists"),
        pytest.param(MINUTES[:4], ITEMS[:2], id="two"),
        pytest.param(MINUTES[:2], [], id="one"),
        pytest.param(MINUTES[2:], [], id="not from the first"),
        pytest.param([f"{line}." for line in MINUTES], [f"{item}." for item in ITEMS],
                     id="with full stops"),
        pytest.param(["3. april 2024", *MINUTES], ITEMS, id="below a date"),
        pytest.param(["Punkt 1: Valg", SAID, "Punkt 2: Mål", SAID, "Punkt 3: Mere", SAID],
                     ["Punkt 1: Valg", "Punkt 2: Mål", "Punkt 3: Mere"], id="with a word"),
        pytest.param([*MINUTES[:4], "5. Eventuelt", SAID], [*ITEMS[:2], "5. Eventuelt"],
                     id="two behind closed doors"),
        pytest.param([*MINUTES[:4], "6. Eventuelt", SAID], ITEMS[:2], id="too many missing"),
    ],
)  # fmt: skip
def test_numbered_lines_with_text_below_each_are_headings(
    lines: list[str], expected: list[str]
) -> None:
    found = read(word(p("Referat af mødet") + "".join(map(p, lines))), "f.docx")
    assert [text for text, _, _ in headings(found)] == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param(MINUTES, ITEMS, id="each with text"),
        pytest.param([*ITEMS, *MINUTES], [], id="a list and what it lists"),
        pytest.param(MINUTES[:4], [], id="too few"),
        pytest.param([f"{line}." for line in MINUTES], [], id="sentences"),
    ],
)
def test_in_other_texts_numbered_lines_must_be_sure(lines: list[str], expected: list[str]) -> None:
    found = read(word(p("Planen for det nye år") + "".join(map(p, lines))), "f.docx")
    assert [text for text, _, _ in headings(found)] == expected


def test_items_of_an_agenda_that_word_numbers_are_headings() -> None:
    number = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    body = "".join(p(title, extra=number) + p(SAID) for title in TITLES)
    found = read(word(p("Referat af mødet") + body), "f.docx")
    assert [text for text, _, _ in headings(found)] == [
        f"{n} {title}" for n, title in enumerate(TITLES, 1)
    ]


def test_items_of_an_agenda_in_a_pdf_are_headings() -> None:
    sheet = Sheet().page()
    y = sheet.lines(60, 80, ["Referat af mødet"], 14, "B") + 20
    for item in ITEMS:
        y = sheet.lines(60, y, [item]) + 10
        y = sheet.lines(60, y, prose(3)) + 20
    found = headings(read(sheet.bytes(), "f.pdf"))
    assert [text for text, _, _ in found] == ["Referat af mødet", *ITEMS]
    assert [level for _, level, _ in found] == [1, 2, 2, 2]


def test_recommendations_with_text_below_stay_recommendations() -> None:
    body = p("Anbefalinger", run="<w:b/>") + "".join(map(p, MINUTES))
    assert len(headings(read(word(p(SAID) + body), "f.docx"))) == 1


def _sections(text: str, name: str = "f.txt") -> list[tuple[str, str]]:
    """Return how each section of a file is cited, and the words it ends with."""
    found = read(text.encode(), name)
    return [(s.pinpoint, " ".join(s.text.text.split())[-22:]) for s in sections_of(found, "d")]


TITLE = "Referat af bestyrelsesmøde den 4. maj 2022\n\n"
OF_POINTS = [("punkt 1", "Intet."), ("punkt 2", "Tilbuddet er godkendt."), ("punkt 3", "Nej tak.")]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "1. Spørgetid.\nIntet.\n\n2. Nyt tag - kirken.\nTilbuddet er godkendt.\n\n"
            "3. Eventuelt\nNej tak.\n",
            id="ends of sentences and text in the next line",
        ),
        pytest.param(
            "Pkt. 1 Spørgetid\n\nIntet.\n\nPkt. 2 Nyt tag (MT)\n\nTilbuddet er godkendt.\n\n"
            "Pkt. 3 Eventuelt\n\nNej tak.\n",
            id="with a word",
        ),
        pytest.param(
            "Dagsorden:\n\n1. Spørgetid\n2. Nyt tag\n3. Eventuelt\n\nAd 1. Spørgetid\n\nIntet.\n\n"
            "Ad 2. Nyt tag\n\nOrientering – fast punkt\n\nHer gik bestyrelsen de to tilbud igennem "
            "sammen med rådgiveren, som svarede på spørgsmål. Tilbuddet er godkendt.\n\n"
            "Ad 3. Eventuelt\n\nNej tak.\n",
            id="below the agenda itself",
        ),
        pytest.param(
            "1. Spørgetid: Intet.\n\n2. Nyt tag: To håndværkere har set på det, og deres priser er "
            "næsten ens. Formanden\nHanne indhenter flere. Tilbuddet er godkendt.\n\n"
            "3. Eventuelt: Nej tak.\n",
            id="text in the same line",
        ),
    ],
)
def test_what_was_said_is_cited_by_the_point_in_plain_text(text: str) -> None:
    found = _sections(TITLE + text)
    assert [one for one in found if one[0] in ("punkt 1", "punkt 3")] == OF_POINTS[::2]
    assert OF_POINTS[1] in found or (OF_POINTS[1][1] in [said for _, said in found])


def test_a_heading_over_points_takes_no_points_from_the_next() -> None:
    text = (
        "# Dagsorden til mødet 4. maj 2022\n\n1. Fravær: Ingen\n\n## Beslutninger\n\n"
        "2. Årets regnskab\n   Det gennemgås.\n\n3. Regler for lån\n\nDe drøftes.\n\n"
        "## Orientering\n\n4. Fra formanden.\n\n5. Fra kassereren.\n"
    )
    places = [place for place, _ in _sections(text, "f.md")]
    assert [place for place in places if place.startswith("punkt")] == [
        f"punkt {number}" for number in range(1, 6)
    ]


def test_headings_that_a_file_marks_keep_their_levels() -> None:
    points = "".join(
        f"## {number}. Sag\n\n{SAID}\n\n### Beslutning\n\nGodkendt.\n\n" for number in (1, 2)
    )
    text = f"# Referat af møde den 4. maj 2022\n\n{points}## Bilag\n\nBudget.\n"
    places = [place for place, _ in _sections(text, "f.md")]
    assert places[1:] == ["punkt 1", "punkt 1, »Beslutning«", "punkt 2", "punkt 2, »Beslutning«",
                          "bilaget »Bilag«"]  # fmt: skip


def test_letters_below_a_point_are_cited_as_such() -> None:
    text = (
        TITLE + "1. Valg\nIntet.\n\n2. Meddelelser fra:\na. Formanden\nTak for i dag.\n\n"
        "b. Kassereren\nIntet.\n\nc. Pastoren\nIntet nyt.\n\n3. Eventuelt\nNej tak.\n"
    )
    found = _sections(text)
    assert ("punkt 2, litra a", "rmanden Tak for i dag.") in found
    assert ("punkt 2, litra c", "Pastoren Intet nyt.") in found


def test_a_list_in_minutes_stays_a_list() -> None:
    text = TITLE + "Til stede var\n\n1. Hanne\n2. Bo\n3. Ole\n\nMødet sluttede kl. 21.\n"
    assert not any(place.startswith("punkt") for place, _ in _sections(text))


@pytest.mark.parametrize("title", ["Strategi for havet", "Agenda 2030 i Nordby Kommune"])
def test_a_strategy_has_no_points(title: str) -> None:
    text = f"{title}\n\n" + "".join(
        f"{number}. Det grønne hav\n\nHer står der noget om havet og dets fisk.\n\n"
        for number in range(1, 4)
    )
    assert [place for place, _ in _sections(text)][-1] == "kapitel 3"
