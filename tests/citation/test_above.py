"""The heading that quotations alone stand under, and the columns of a table."""

from __future__ import annotations

import pytest

from tests.citation.test_quoted_files import para, r, table
from tests.readers.word import p, word

NATION = "Danmark er en stor nation, men et lille land"
FLOWS = "fremme sikre, frie datastrømme med tillid"
OWN = "Her står notatets egne ord om sagen, og de er ikke sat i anførselstegn af nogen."


def told(report) -> list[tuple[str, str]]:
    return [(item.verdict.status.value, item.quotation.citation) for item in report.quotes]


@pytest.mark.parametrize(
    ("heading", "cited"),
    [
        ("Udenrigsstrategien", "Udenrigsstrategien"),
        ("2.1 Citater fra udenrigsstrategien:", "udenrigsstrategien"),
        (
            "Udenrigs- og sikkerhedspolitisk strategi (2023)",
            "Udenrigs- og sikkerhedspolitisk strategi (2023)",
        ),
        ("Strategiske partnerskaber", ""),  # as well a topic as a document
        ("Tech", ""),
        ("Danske styrkepositioner", ""),
        ("Baggrund", ""),
    ],
)
def test_quotations_that_stand_alone_under_a_heading(check, heading: str, cited: str) -> None:
    text = f"## {heading}\n\n»{NATION}«\n\n- »{FLOWS}«\n- »{FLOWS}« (rk 6)\n\n> {FLOWS}.\n"
    wrong = "misplaced" if cited else "exact"
    assert told(check(text)) == [
        ("exact", cited),
        (wrong, cited),
        ("exact", "rk 6"),
        (wrong, cited),
    ]


@pytest.mark.parametrize(
    "text",
    [
        f"Det er ikke nyt: »{FLOWS}«\n",
        f"»{FLOWS}«, siger mange.\n",
        f"{OWN} »{FLOWS}«\n",
        f"»{FLOWS}« {OWN}\n",
    ],
)
def test_a_heading_over_what_is_said_of_a_quotation_is_no_source(check, text: str) -> None:
    assert told(check(f"## Udenrigsstrategien\n\n{text}")) == [("exact", "")]


@pytest.mark.parametrize(
    ("columns", "statuses"),
    [
        ("Udenrigsstrategien | Rådskonklusionerne", ["exact", "exact"]),
        ("Rådskonklusionerne | Udenrigsstrategien", ["misplaced", "misplaced"]),
        ("Strategiske partnerskaber | Tech", ["exact", "exact"]),
        ("Citat | Citat", ["exact", "exact"]),
    ],
)
def test_the_columns_of_a_table_name_documents(check, columns: str, statuses: list[str]) -> None:
    head = f"| Emne | {columns} |\n|---|---|---|\n"
    report = check(f"{head}| Land | »{NATION}« | »{FLOWS}« |\n")
    assert [status for status, _ in told(report)] == statuses


def test_headings_and_columns_of_a_word_file(check) -> None:
    over = p("Rådskonklusionerne", "Overskrift1") + para(r(f"»{NATION}«"))
    rows = (("Emne", "Udenrigsstrategien"), ("Land", f"»{NATION}«"), ("Data", f"»{FLOWS}«"))
    report = check(word(over + p("Tabel", "Overskrift1") + table(*rows)), "a.docx")
    assert [status for status, _ in told(report)] == ["misplaced", "exact", "misplaced"]
    note = "Henvisningen »Rådskonklusionerne« er læst over citatet."
    assert report.quotes[0].verdict.notes[0] == note


@pytest.mark.parametrize("column", ["Henvisning i udkast", "Kilde til citatet", "Henvisninger"])
def test_a_column_of_sources_by_a_longer_name(check, column: str) -> None:
    head = f"| Nr. | Citat | {column} |\n|---|---|---|\n"
    report = check(f"{head}| 1 | »{NATION}« | uss, forord |\n| 2 | »{FLOWS}« | uss, forord |\n")
    assert [status for status, _ in told(report)] == ["exact", "misplaced"]
