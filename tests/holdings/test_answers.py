"""Questions to ministers and their answers are named by the number of the question."""

from __future__ import annotations

from tests.holdings.conftest import Adding, Program, shown
from tests.readers.lines import FORMS

LINES = [
    "*Besvarelse af spørgsmål",
    *("*Spørgsmål nr. 45", "Vil ministeren svare?", "*Svar", "Ja, det vil jeg."),
    *("*Spørgsmål nr. S 825", "Hvorfor?", "*Svar", "Derfor."),
    *("*Bemærkninger", "Ministeriet har ingen bemærkninger."),
]


ASKED = {
    "svar på spørgsmål 45": ["spørgsmål/45/svar"],
    "svaret på spørgsmål nr. 45": ["spørgsmål/45/svar"],
    "spørgsmål 45": ["spørgsmål/45", "spørgsmål/45/svar"],
    "spørgsmål nr. S 825": ["spørgsmål/s-825", "spørgsmål/s-825/svar"],
    "svaret på spørgsmål S 825": ["spørgsmål/s-825/svar"],
    "svar på spørgsmål 46": [],
    "Bemærkninger": ["bemærkninger"],
}


def test_what_an_answer_is_named_by(program: Program, add: Adding) -> None:
    add("svar.docx", FORMS["f.docx"](*LINES), profile="id: uru\nmetadata:\n  date: 2025-03\n")
    found = {asked: shown(program, asked) for asked in ASKED}
    assert found == {asked: [f"uru/{i}" for i in ids] for asked, ids in ASKED.items()}
    for one in {one: None for ids in ASKED.values() for one in ids}:
        cited = program("citér", f"uru/{one}", "--stil", "fodnote").out.strip()
        again = program("vis", cited, "--json").json["sections"]
        assert again[0]["id"] == f"uru/{one}"
