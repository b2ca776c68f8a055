"""The worked example in docs/egne-dokumenter.md is what the program really does, on a real PDF."""

from __future__ import annotations

import re
import shlex
from datetime import UTC, datetime
from pathlib import Path

import pytest

from strategikort.library import Collection
from tests.holdings.conftest import Program

PAGE = Path(__file__).resolve().parents[2] / "docs" / "egne-dokumenter.md"
_SESSION = re.compile(r"```text\n(\$ .*?)```", re.DOTALL)

CHAPTERS = (
    ("1. Indledning", "Danmark skal føre an i kvanteforskning. Det kræver, at staten, universiteterne"
     " og erhvervslivet investerer sammen, og at resultaterne kommer hele samfundet til gode."),
    ("2. Forskning", "Forskningen skal samles, så de bedste miljøer kan lære af hinanden og deles om"
     " det udstyr, som er for dyrt for ét universitet alene."),
    ("2.1 Et nationalt laboratorium", "Regeringen vil i 2027 bygge et nationalt supercenter for"
     " kvantesensorer i Vejle. Centeret skal stå åbent for forskere fra hele landet."),
    ("3. Uddannelse", "Flere unge skal vælge en uddannelse med fysik og matematik, og lærerne skal"
     " have tid og midler til at følge med i den nye viden."),
)  # fmt: skip


def strategy_pdf(path: Path, chapters: tuple[tuple[str, str], ...] = CHAPTERS) -> None:
    """Draw a strategy whose printed page numbers begin with 5."""
    from fpdf import FPDF

    pdf = FPDF(format="A4")
    pdf.set_title("Kvantestrategi 2026")
    pdf.set_creation_date(datetime(2026, 3, 17, tzinfo=UTC))
    for number, (heading, text) in enumerate(chapters, start=5):
        pdf.add_page()
        pdf.set_font("Helvetica", "B", 16)
        pdf.multi_cell(0, 10, heading, new_x="LMARGIN", new_y="NEXT")
        pdf.set_font("Helvetica", "", 11)
        pdf.multi_cell(0, 6, text, new_x="LMARGIN", new_y="NEXT")
        pdf.set_y(-20)
        pdf.set_auto_page_break(False)
        pdf.cell(0, 6, str(number), align="C")
    pdf.output(str(path))


@pytest.fixture
def example(own: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "eksempel"
    folder.mkdir()
    monkeypatch.chdir(folder)
    strategy_pdf(folder / "kvantestrategi.pdf")
    return folder


def test_the_worked_example(example: Path, program: Program) -> None:
    text = PAGE.read_text(encoding="utf-8")
    sessions = _SESSION.findall(text)
    assert sessions
    for session in sessions:
        for part in re.split(r"^\$ ", session, flags=re.MULTILINE)[1:]:
            command, _, output = part.partition("\n")
            words = shlex.split(command)
            assert words[0] == "strategikort"
            outcome = program(*words[1:])
            printed = f"{outcome.err}{outcome.out}".replace(str(example), "/projekt").strip()
            assert printed == output.strip()


def test_a_pdf_is_cited_by_its_printed_page(example: Path, program: Program) -> None:
    program("tilføj", "kvantestrategi.pdf")
    collection = Collection.open()
    section = collection.section("kvantestrategi-2026/2.1")
    assert section.pages == ("7",)
    _, page = collection.file_of(section)
    assert page is not None
    assert (page.number, page.label) == (2, "7")
    hit = collection.search("supercenter").hits[0]
    assert hit.place.pages == ("7",)
    answer = program("åbn", "kvantestrategi-2026/2.1", "--json").json
    assert (answer["page"], answer["page_label"]) == (3, "7")
