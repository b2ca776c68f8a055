"""Quotations without marks: paragraphs and cells whose words are those of a document."""

from __future__ import annotations

import pytest

from strategikort.citation.memo import Report
from strategikort.library import Collection
from tests.readers.draw import Sheet

CYBER = (
    "Truslen fra cyberangreb og -kriminalitet mod det danske samfund er langtfra ny, og "
    "kompleksiteten udvikler sig løbende."
)
OWN = (
    "Her står notatets egne ord om sagen, og de ligner ikke noget, der står i strategierne, selv om "
    "de handler om Danmark og EU."
)


def told(report: Report) -> list[tuple[str, str | None]]:
    return [(item.verdict.status.value, item.quotation.citation) for item in report.quotes]


@pytest.fixture(scope="module")
def quoted(collection: Collection) -> str:
    """A sentence of the strategy that has no mark in it."""
    text = collection.section("uss/3.4").text.text
    start = text.index("Samtidig står Ukraine")
    return " ".join(text[start : text.index(".", start + 80) + 1].split())


@pytest.mark.parametrize(
    ("memo", "found"),
    [
        ("Strategien siger:\n\n{}\n\n{own}", [("exact", "")]),
        ("{own}\n\n{}\n\n{own}", [("exact", "")]),
        ("Strategien siger:\n\n{} (uss)\n", [("exact", "uss")]),
        ("Strategien siger:\n\n{} (UM 2024)\n", [("misplaced", "UM 2024")]),
        ("Strategien siger:\n\n{} Kilde: rk 6\n", [("misplaced", "rk 6")]),
        ("| Citat | Kilde |\n|---|---|\n| {} | tech |\n", [("misplaced", "tech")]),
        ("| Citat | Kilde |\n|---|---|\n| {own} | tech |\n", []),
        ("Strategien siger:\n\n{own}\n", []),
        ("- {}\n- {own}\n", [("exact", "")]),
        ("»{}« (uss)\n", [("exact", "uss")]),
        ("‘{}’ (rk 6), lyder det.\n", [("misplaced", "rk 6")]),
        ("[^1]: {}\n", []),
    ],
)
def test_what_is_a_documents_words_needs_no_marks(
    collection: Collection, quoted: str, memo: str, found: list[tuple[str, str]]
) -> None:
    report = collection.verify_text(memo.format(quoted, own=OWN))
    assert told(report) == found


def test_what_is_changed_is_told_where_quotations_stand_and_nowhere_else(
    collection: Collection, quoted: str
) -> None:
    changed = quoted.replace("massiv", "beskeden")
    assert changed != quoted
    for memo in ("Det hedder:\n\n{}\n", "| Citat | Kilde |\n|---|---|\n| {} | uss |\n"):
        (item,) = collection.verify_text(memo.format(changed)).quotes
        assert item.verdict.status.value == "altered"
        assert [found.source for found in item.verdict.differences] == ["massiv"]
    assert collection.verify_text(f"{OWN}\n\n{changed}\n\n{OWN}").quotes == ()


@pytest.mark.parametrize(
    ("memo", "found"),
    [
        ("I strategien hedder det: {}", [("exact", "")]),
        ("- Strategien siger: {}\n- {own}", [("exact", "")]),
        ("{own} Som Rådet skriver: {} {own}", [("misplaced", "Rådet")]),
        ("Jeg vil citere strategien. Citat: {} Citat slut. {own}", [("exact", "")]),
        ("I konklusion 6 hedder det: {}", [("misplaced", "konklusion 6")]),
        ("I strategien hedder det: {} (rk 6)", [("misplaced", "rk 6")]),
        ("I strategien hedder det: {changed}", [("altered", "")]),
        ("I strategien hedder det: {changed} {own}", [("altered", "")]),
        ("I strategien hedder det: {first} {changed}", [("altered", "")]),
        ("I strategien hedder det: {first} {own}", [("exact", "")]),
        ("I strategien hedder det: {own}", []),
        ("Der er tre emner: {changed}", []),
        ("Jeg siger nej. Der er tre emner: {changed}", []),
        ("Strategien siger: »{}«", [("exact", "")]),
    ],
)
def test_what_is_said_behind_a_colon_in_one_paragraph_needs_no_marks(
    collection: Collection, quoted: str, memo: str, found: list[tuple[str, str]]
) -> None:
    changed = (
        "Der vil være efterspørgsel efter kompetencer og varer, som danske virksomheder tilbyder."
    )
    first = quoted[: quoted.index(".") + 1]
    memo = memo.format(quoted, own=OWN, changed=changed, first=first)
    report = collection.verify_text(memo)
    assert told(report) == found


@pytest.mark.parametrize(
    ("memo", "found"),
    [
        ("- {}, siger ministeren.", [("exact", "")]),
        ("– {}, skriver regeringen i uss.", [("exact", "uss")]),
        ("— {}, hedder det i rådskonklusionerne.", [("misplaced", "rådskonklusionerne")]),
        ("- {changed}, siger ministeren til Ritzau.", [("altered", "")]),
        ("{changed}, siger ministeren til Ritzau.", []),
        ("- {changed} – det er målet.", []),
        ("- {own}, siger hun.", []),
    ],
)
def test_what_is_quoted_behind_a_dash_as_news_agencies_do(
    collection: Collection, quoted: str, memo: str, found: list[tuple[str, str]]
) -> None:
    changed = "Samtidig står Ukraine over for en beskeden genopbygningsindsats"
    first = quoted[: quoted.index(".")]
    report = collection.verify_text(
        f"{OWN}\n\n{memo.format(first, changed=changed, own=OWN[:-1])}\n"
    )
    assert told(report) == found


def test_it_is_said_of_a_paragraph_that_it_has_no_marks(
    collection: Collection, quoted: str
) -> None:
    (item,) = collection.verify_text(f"{OWN}\n\n{quoted}\n\n{OWN}").quotes
    assert item.verdict.notes == ("Ordene er kildens, men står uden anførselstegn.",)
    (item,) = collection.verify_text(f"Strategien siger:\n\n{quoted}\n").quotes
    assert item.verdict.notes == ()


def test_lines_that_are_not_wrapped_are_paragraphs(collection: Collection, quoted: str) -> None:
    report = collection.verify_text(f"{OWN}\n{quoted} {CYBER}\n{quoted} (rk 6)\n{OWN}\n")
    assert told(report) == [("misplaced", "rk 6")]


def test_a_quotation_goes_on_over_the_notes_at_the_foot_of_a_page(
    collection: Collection, tmp_path
) -> None:
    filler = "vi skriver selv om sagen og om det arbejde der venter os i de næste mange år"
    lines = [filler] * 44
    sheet = Sheet().page()
    sheet.text(72, 60, "Notat om cyber og andet", 16, "B")
    y = sheet.lines(72, 90, ["Det begynder sådan her og handler om strategien.", *lines])
    words = CYBER.split()
    sheet.lines(72, y, ["og så hedder det i strategien, at »" + " ".join(words[:9])])
    sheet.lines(72, 770, ["1 Se også det, som andre har skrevet om sagen (2019)."], 7)
    sheet.text(290, 820, "1", 8)
    sheet.page()
    y = sheet.lines(72, 60, [" ".join(words[9:]) + "«, og det er ikke nyt.", *lines])
    sheet.text(290, 820, "2", 8)
    file = tmp_path / "notat.pdf"
    file.write_bytes(sheet.bytes())
    report = collection.verify_file(file)
    (item,) = report.quotes
    assert item.verdict.status.value == "exact"
    assert item.quotation.text.split()[-1] == "løbende."
    assert report.where(item.quotation) == "s. 1"


WORLD = "Evnen til at styrke vores partnerskaber verden over bliver afgørende."


@pytest.mark.parametrize(
    ("said", "statuses"),
    [
        (f"Jeg er enig. {WORLD} Derfor rejser jeg i næste uge.", []),
        (f"Det er jeg enig i. {WORLD}", []),
        (f"Ja. {WORLD} Ja.", []),
        (f"{WORLD} Derfor rejser jeg.", [("exact", "")]),
        ("Evnen til at styrke vores partnerskaber i Norden bliver afgørende.", [("altered", "")]),
        (f"Det er en ny tid. Verden over er det nyt. {WORLD.replace('ve', 'va')}", []),
        (
            f"Men det skaber også nye muligheder for samarbejde og handel. {WORLD}",
            [("altered", "")],
        ),
    ],
)
def test_an_answer_around_the_words_of_a_document_is_no_altered_quotation(
    collection: Collection, said: str, statuses: list[tuple[str, str]]
) -> None:
    assert told(collection.verify_text(f"Ministeren siger: {said}\n")) == statuses
