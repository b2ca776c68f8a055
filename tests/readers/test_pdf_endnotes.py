"""Notes under a heading at the end of a document, far from their marks in the text."""

from __future__ import annotations

import pytest

from strategikort.model import Section
from strategikort.readers import BlockKind, ReadFile
from strategikort.structure.auto import sections_of
from tests.readers.draw import Sheet, prose
from tests.readers.found import texts
from tests.readers.test_invariants import check

NOTES = [
    ["Danmarks Statistik, Nationalregnskab 2023."],
    ["Finansministeriet, Økonomisk Redegørelse, der gennemgår de", "samme tiltag, s. 45."],
    ["Lov nr. 1166 af 13. oktober 2017."],
    ["OECD, Economic Outlook 114."],
]
WORDS = ["velstanden", "reformer af efterløn", "2020", "produktiviteten"]


def marked(sheet: Sheet, x: float, y: float, word: str, mark: str, *, raised: bool) -> None:
    """Draw a line that ends with a word and the mark of a note."""
    line = f"Det har en stor og varig betydning for {word}"
    if not raised:
        sheet.text(x, y, line + mark)
        return
    sheet.text(x, y, line)
    sheet.text(x + sheet.pdf.get_string_width(line), y - 3.5, mark, 6)


def report(
    *,
    form: str = "{}. ",
    head: str = "Noter",
    raised: bool = True,
    marks: tuple[str, ...] = ("1", "2", "3", "4"),
    numbers: tuple[int, ...] = (1, 2, 3, 4),
) -> ReadFile:
    sheet = Sheet()
    for at, word in enumerate(WORDS):
        sheet.page().text(60, 80, f"Kapitel {at + 1}", 14, "B")
        y = sheet.lines(60, 110, prose(8))
        if at < len(marks):
            marked(sheet, 60, y, word, marks[at], raised=raised)
        sheet.lines(60, y + 12.5, ["og for alle andre i hele landet i de år, der kommer."])
    sheet.page().page().text(60, 80, head, 14, "B")
    y = 110.0
    for number, note in zip(numbers, NOTES, strict=True):
        y = sheet.lines(60, y, [form.format(number) + note[0], *note[1:]]) + 4
    read = sheet.read()
    check(read)
    return read


def notes(read: ReadFile) -> dict[str | None, str]:
    return {s.number: s.text.text for s in sections_of(read, "d") if s.kind == "fodnote"}


def tied(read: ReadFile) -> list[tuple[str, str]]:
    """Return the words in front of the marks of notes, and the notes these belong to."""
    sections: list[Section] = [*sections_of(read, "d")]
    numbers = {section.id: section.number or "" for section in sections}
    return [
        (section.text.text[: mark.offset].split()[-1], numbers[mark.section])
        for section in sections
        for mark in section.footnotes
    ]


EXPECTED = {str(at): " ".join(note) for at, note in enumerate(NOTES, 1)}


@pytest.mark.parametrize("form", ["{}. ", "{} ", "[{}] ", "({}) "])
@pytest.mark.parametrize("head", ["Noter", "5. Slutnoter", "Noter og henvisninger"])
@pytest.mark.parametrize("raised", [True, False])
def test_notes_far_from_their_marks_are_notes(form: str, head: str, raised: bool) -> None:
    read = report(form=form, head=head, raised=raised)
    assert notes(read) == EXPECTED
    assert tied(read) == [(word.split()[-1], str(at)) for at, word in enumerate(WORDS, 1)]


def test_numbered_paragraphs_under_such_a_heading_without_marks_are_text() -> None:
    read = report(marks=())
    assert notes(read) == {}
    assert texts(read, BlockKind.FOOTNOTE) == []


def test_a_square_in_the_text_is_no_mark() -> None:
    sheet = Sheet()
    sheet.page().lines(60, 80, prose(8))
    marked(sheet, 60, 200, "5.000 km", "2", raised=True)
    marked(sheet, 60, 240, "velstanden", "1", raised=True)
    marked(sheet, 60, 280, "friheden", "2", raised=True)
    sheet.page().page().page().text(60, 80, "Noter", 14, "B")
    sheet.lines(60, 110, ["1. Danmarks Statistik.", "2. Klimarådet."])
    read = sheet.read()
    assert tied(read) == [("velstanden", "1"), ("friheden", "2")]
    assert "5.000 km2" in " ".join(section.text.text for section in sections_of(read, "d"))


def test_notes_counted_anew_for_each_chapter_are_tied_to_nothing() -> None:
    read = report(marks=("1", "2", "1", "2"), numbers=(1, 2, 1, 2))
    assert len(texts(read, BlockKind.FOOTNOTE)) == 4
    assert tied(read) == []


def test_a_note_goes_on_with_the_next_page() -> None:
    sheet = Sheet()
    sheet.page().lines(60, 80, prose(8))
    marked(sheet, 60, 240, "velstanden", "1", raised=True)
    marked(sheet, 60, 280, "friheden", "2", raised=True)
    sheet.page().lines(60, 80, prose(50))
    sheet.text(60, 760, "Noter", 14, "B")
    sheet.lines(60, 784, ["1. Danmarks Statistik, som hvert år udgiver et stort og grundigt"])
    sheet.page().lines(60, 80, ["regnskab for hele landet.", "2. Klimarådet."])
    read = sheet.read()
    check(read)
    assert notes(read) == {
        "1": "Danmarks Statistik, som hvert år udgiver et stort og grundigt regnskab for hele landet.",
        "2": "Klimarådet.",
    }


def test_a_numbered_list_of_literature_has_no_marks_of_the_footnotes() -> None:
    sheet = Sheet()
    for at, word in enumerate(WORDS, 1):
        sheet.page().lines(60, 80, prose(8))
        marked(sheet, 60, 240, word, str(at), raised=True)
        sheet.text(60, 760, str(at), 6).text(65, 763, f"Se fodnotens kilde nummer {at}.", 8)
    sheet.page().page().text(60, 80, "Litteratur", 14, "B")
    sheet.lines(60, 110, [f"{at}. Bogen om {word}" for at, word in enumerate(WORDS, 1)])
    read = sheet.read()
    assert notes(read) == {str(at): f"Se fodnotens kilde nummer {at}." for at in range(1, 5)}
    assert [number for _, number in tied(read)] == ["1", "2", "3", "4"]


def test_notes_in_two_columns_below_their_heading_are_no_footnotes() -> None:
    sheet = Sheet().page()
    for at, word in enumerate(("handel", "klima", "energi", "havet"), 1):
        y = sheet.lines(60, 40 + 90 * at, prose(4, word))
        width = sheet.pdf.get_string_width(f"være med i arbejdet for {word}.")
        sheet.text(60 + width, y - 12.5 - 4, str(at), 6)
    sheet.page().text(60, 80, "Noter", 16, "B")
    notes = [f"{number} Se aftalen om det, der er sagt her." for number in (1, 2, 3, 4)]
    sheet.lines(60, 105, [notes[0], "og i bilaget til den.", notes[1]], 8)
    sheet.lines(310, 75, [notes[2], "og i bilaget til den.", notes[3]], 8)
    read = sheet.read()
    found = texts(read, BlockKind.FOOTNOTE)
    assert [" ".join(note.split())[:16] for note in found] == [note[:16] for note in notes]
    assert [read.text[mark.start : mark.end] for mark in read.marks] == ["1", "2", "3", "4"]
