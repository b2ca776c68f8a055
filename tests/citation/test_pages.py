"""The pages of a quotation are those on which it stands, not all those of its section."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from strategikort.citation.verdict import Status
from strategikort.library import Collection


def pdf_of(path: Path, pages: list[list[str]]) -> None:
    from fpdf import FPDF

    pdf = FPDF()
    pdf.set_font("Helvetica", size=11)
    for lines in pages:
        pdf.add_page()
        for line in lines:
            size = 18 if line.startswith("Kapitel") else 11
            pdf.set_font("Helvetica", size=size)
            pdf.multi_cell(0, size * 0.5, line, new_x="LMARGIN", new_y="NEXT")
            pdf.ln(4)
    pdf.output(str(path))


@pytest.fixture
def own(tmp_path: Path, program) -> Iterator[Collection]:
    """A collection with a chapter of three pages, a paragraph of which runs over two."""
    pdf_of(
        tmp_path / "plan.pdf",
        [
            ["Kapitel om havnene", "Regeringen vil bygge en ny havn i Esbjerg."],
            ["Kommissionen skal undersøge fiskeriet i Kattegat, og ministeren for havene vil"],
            ["holde et møde om det i foråret.", "Fyrene langs kysten bliver tændt igen."],
        ],
    )
    store = tmp_path / "samling.sqlite"
    assert program("tilføj", str(tmp_path / "plan.pdf"), "--samling", str(store)).status == 0
    with Collection.open(store) as opened:
        yield opened


@pytest.mark.parametrize(
    ("quote", "pages"),
    [
        ("Regeringen vil bygge en ny havn i Esbjerg.", ("1",)),
        ("Kommissionen skal undersøge fiskeriet i Kattegat", ("2",)),
        ("Fyrene langs kysten bliver tændt igen.", ("3",)),
        ("ministeren for havene vil holde et møde om det i foråret", ("2", "3")),
    ],
)
def test_a_quotation_has_the_pages_it_stands_on(own, quote: str, pages: tuple[str, ...]) -> None:
    found = own.verify(quote).found
    assert found is not None
    assert found.section.pages == ("1", "2", "3")
    assert found.pages == pages


def test_another_page_of_the_section_is_a_wrong_citation(own) -> None:
    quote = "Fyrene langs kysten bliver tændt igen."
    document = own.verify(quote).found.document
    assert own.verify(quote, cited=f"{document}, s. 3").status is Status.EXACT
    assert own.verify(quote, cited=f"{document}, s. 1").status is Status.MISPLACED


@pytest.mark.parametrize(
    ("quote", "pages"),
    [
        # The section is on pages 11 to 13.
        ("løfte vores del af byrden", ("11",)),
        # The section goes on past the pages that are known.
        ("Flere lande ser Vestens", ("17",)),
        ("Samtidig står Ukraine over for en massiv genopbygningsindsats.", ("12", "13")),
    ],
)
def test_built_in_documents_have_the_pages_of_their_lines(collection, quote, pages) -> None:
    assert collection.verify(quote).found.pages == pages


@pytest.mark.parametrize(
    ("pages", "status", "note"),
    [
        (
            "s. 20",
            Status.EXACT,
            "Sidetallet er ikke prøvet: Kildens sidetal kendes ikke på stedet.",
        ),
        (
            "s. 22-23",
            Status.EXACT,
            "Sidetallet er ikke prøvet: Kildens sidetal kendes ikke på stedet.",
        ),
        ("s. 5", Status.MISPLACED, "Stedet er mellem s. 17 og s. 23."),
        ("s. 24", Status.MISPLACED, "Stedet er mellem s. 17 og s. 23."),
    ],
)
def test_a_page_outside_the_chapter_is_wrong_where_the_page_itself_is_not_known(
    collection, pages: str, status: Status, note: str
) -> None:
    verdict = collection.verify("Afrika er Europas nabo", cited=f"uss, {pages}")
    assert verdict.status is status
    assert verdict.notes == (note,)


@pytest.mark.parametrize(
    ("page", "status"), [("5", "misplaced"), ("9", "exact"), ("17", "misplaced")]
)
def test_a_page_outside_a_chapter_of_which_but_the_first_page_is_known(
    collection, page: str, status: str
) -> None:
    quote = "Det forudsætter nøgtern analyse, realisme og en balanceret tilgang"
    verdict = collection.verify(quote, cited=f"uss, s. {page}")
    assert verdict.status.value == status
    assert verdict.found.section.id == "uss/2"


@pytest.mark.parametrize(
    "text",
    [
        "»Rusland ser stort på international lov« (strategien, s. 5).",
        "»Rusland ser stort på international lov« (s. 5 i strategien).",
        "»Rusland ser stort på international lov« (strategien, afsnit 2).",
        "Jf. strategiens afsnit »Forord«: »Rusland ser stort på international lov«.",
        "I strategien (s. 5) hedder det, at »Rusland ser stort på international lov«.",
    ],
)
def test_a_section_called_strategy_is_not_the_strategy_that_is_spoken_of(
    tmp_path: Path, program, text: str
) -> None:
    (tmp_path / "plan.md").write_text(
        "# Plan for havnene\n\nHer er en plan for havnene.\n\n## Strategi\n\nDer skal bygges mere.\n"
        "\n### Havne\n\nDer skal være to.\n\n### Skibe\n\nDer skal være ni.\n"
        "\n## Mål\n\nDer skal være flere skibe.\n",
        encoding="utf-8",
    )
    store = tmp_path / "samling.sqlite"
    assert program("tilføj", str(tmp_path / "plan.md"), "--samling", str(store)).status == 0
    with Collection.open(store) as opened:
        (found,) = opened.verify_text(text).quotes
        assert opened.resolve("strategi").ids
    assert found.verdict.status is Status.EXACT
