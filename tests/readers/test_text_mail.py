"""Mail in plain text: what it quotes, and its notes in brackets."""

from __future__ import annotations

from strategikort.readers import BlockKind, read
from strategikort.structure.auto import sections_of
from tests.readers.found import paragraphs, texts

MAIL = """Emne: SV: Høring om støj

Kære Jens

Vi har læst udkastet og har ingen bemærkninger til det.
> Ministeriet har sendt et udkast i høring, og vi beder om, at
> kommunerne svarer inden den 1. maj.
>
>> Hvornår kan vi vente
>> et svar?
Venlig hilsen
"""


def test_the_marks_of_what_a_mail_quotes_are_no_text() -> None:
    found = read(MAIL.encode(), "mail.txt")
    assert texts(found, BlockKind.PARAGRAPH)[-4:] == [
        "Vi har læst udkastet og har ingen bemærkninger til det.",
        "Ministeriet har sendt et udkast i høring, og vi beder om, at\n"
        "kommunerne svarer inden den 1. maj.",
        "Hvornår kan vi vente\net svar?",
        "Venlig hilsen",
    ]
    assert [block.quoted for block in found.blocks][-4:] == [False, True, True, False]
    assert found.text.count("\n") == MAIL.count("\n")
    assert any("beder om, at kommunerne svarer" in part for part in paragraphs(found))


def test_a_single_line_may_begin_with_the_sign_for_over() -> None:
    text = "Grænsen er nået, når tallet er\n> 50 pct. af det, der er målt.\n"
    assert "> 50 pct." in read(text.encode(), "notat.txt").text


NOTED = """Regeringen vil styrke indsatsen i de kommende år.[1] Det sker i samarbejde
med kommunerne.[2]

Målet er nået.

[1] Aftale om indsatsen, 3. maj 2024.

[2] Svar fra KL, der er på
flere linjer.
"""


def test_notes_in_brackets_below_a_text_are_notes() -> None:
    found = read(NOTED.encode(), "notat.txt")
    notes = [s for s in sections_of(found, "d") if s.kind == "fodnote"]
    assert [(s.number, s.text.text) for s in notes] == [
        ("1", "Aftale om indsatsen, 3. maj 2024."),
        ("2", "Svar fra KL, der er på flere linjer."),
    ]
    tied = [mark for s in sections_of(found, "d") for mark in s.footnotes]
    assert [(mark.mark, mark.section) for mark in tied] == [
        ("[1]", notes[0].id),
        ("[2]", notes[1].id),
    ]
    assert any("kommende år. Det sker" in part for part in paragraphs(found))


def test_what_is_counted_in_brackets_without_marks_is_no_note() -> None:
    text = NOTED.replace(".[2]", ".")
    assert not texts(read(text.encode(), "notat.txt"), BlockKind.FOOTNOTE)
    again = NOTED.replace("[2] Svar", "[3] Svar")
    assert not texts(read(again.encode(), "notat.txt"), BlockKind.FOOTNOTE)
