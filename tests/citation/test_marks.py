"""The dashes and numbers of lists and sections are no wording, where the source has them there."""

from __future__ import annotations

import pytest

from strategikort.citation.archive import Archive
from strategikort.citation.differences import Kind
from strategikort.citation.verdict import Status
from strategikort.citation.verify import verify
from strategikort.model import Section
from strategikort.text.aligned import AlignedText, SourceRange
from strategikort.text.source import Source


@pytest.mark.parametrize(
    "quote",
    [
        # A date in front, and a number of a section further down.
        "18. juli 2022\n\n1. Digitale teknologier har skabt nye muligheder",
        # Lists and sections that were pasted into one paragraph.
        "der kan ændre den geopolitiske magtbalance. 2. I forlængelse af",
        "baseret på multiinteressentmodellen for internetforvaltning - påvirke udformningen af",
        "den amerikanske selvforståelse som stormagt. • Særligt er tre centrale dimensioner",
        # A dash of the sentence at the start of a line, as the source itself breaks it.
        "• Danmark kan – evt. gennem en nyoprettet arbejdsgruppe\n– tage initiativ til, at der",
        # What a section says between its list items.
        "Det kan blandt andet bestå i, at man fra dansk side:\n• Presser på for at man afholder",
        "bilaterale relationer i regionen.\n• Danmark kan afsætte flere",
    ],
)
def test_marks_that_the_source_has(collection, quote: str) -> None:
    assert collection.verify(quote).status is Status.EXACT


@pytest.mark.parametrize(
    ("quote", "mark"),
    [
        ("Danmark er en stor nation, men et lille\n12. land", "12."),
        (
            "aktivt fremme EU's interne digitale politikker og\n3) bestemmelser under hensyntagen",
            "3)",
        ),
        ("der kan ændre den geopolitiske magtbalance. 3. I forlængelse af", "3."),
        ("der kan ændre den geopolitiske magtbalance.\n\n3. I forlængelse af", "3."),
        # The source has no numbers in front of its priorities and chapters; they are counted.
        ("5. Styrke strategisk samarbejde om kvanteteknologi globalt", "5."),
        (
            "Danmark er en stor nation, […] et lille\n12. land. Derfor står forholdet til vores",
            "12.",
        ),
    ],
)
def test_a_number_that_the_source_does_not_have_is_told(collection, quote: str, mark: str) -> None:
    verdict = collection.verify(quote)
    assert verdict.status is Status.ALTERED
    assert [(item.quote, item.source, item.kind) for item in verdict.differences] == [
        (mark, "", Kind.NUMBER)
    ]
    (found,) = verdict.differences
    assert quote[found.start : found.end] == mark


def archive_of(text: str, *cuts: tuple[str, str, str, str]) -> Archive:
    """Return an archive of sections: kind, number, heading with its title last, and text."""
    source = Source.from_bytes("egen.txt", text.encode())
    sections = []
    for kind, number, heading, own in cuts:
        first, start = text.index(heading), text.index(own)
        sections.append(
            Section(
                f"egen/{number}",
                "egen",
                kind,
                number,
                heading.split(" ", 1)[1],
                AlignedText.cut(text, start, start + len(own)),
                (SourceRange(start, start + len(own)),),
                heading=(SourceRange(first, first + len(heading)),),
            )
        )
    return Archive(sections, {"egen": source}.__getitem__)


@pytest.mark.parametrize(
    ("quote", "status"),
    [
        ("2.1 Havne og fyr", Status.EXACT),
        ("2.1 Havne og fyr\nVi vil:\n- bygge havne\n- tænde fyr", Status.EXACT),
        ("Vi vil: bygge havne tænde fyr", Status.EXACT),
        ("Vi vil:\n• bygge havne\n• tænde fyr", Status.EXACT),
        ("2.2 Havne og fyr\nVi vil:", Status.ALTERED),
        ("2.1 Vi vil: bygge havne", Status.ALTERED),
        ("Vi vil: bygge - havne", Status.ALTERED),
    ],
)
def test_the_numbers_of_headings_and_the_dashes_of_lists(quote: str, status: Status) -> None:
    text = "2.1 Havne og fyr\n\nVi vil:\n\n- bygge havne\n\n- tænde fyr"
    archive = archive_of(text, ("afsnit", "2.1", "2.1 Havne og fyr", text[text.index("Vi") :]))
    assert verify(archive, quote).status is status
