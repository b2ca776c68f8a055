"""Promises as other documents than the five make them: lists, passives, parties, sums."""

from __future__ import annotations

from pathlib import Path

from tests.conftest import Program

TEXT = """Plan for Nyborg

Skoler

Foreningen Alfa mener, at skolen er vigtig. Derfor støtter Foreningen Alfa lærerne. Foreningen Alfa
vil bygge flere skoler.

Kommunen vil:

• Bygge en ny skole, der skal åbne i 2028. Skolen skal have plads til 400 elever.

• Aktivt støtte idrætten.

Sekretariatet skal med inddragelse af borgerne bl.a.:

• Udarbejde en plan inden udgangen af 2027.

Kommunen er tilfreds.

Rådet anbefaler at:

• Lærerne ikke pålægges nye opgaver.

Kommunen skal arbejde for tre ting:

• En ny skole.

Kommunen skal spare 2 mia. kr. Heraf skal skolerne finde 3 mio. kr. inden for to år.
"""


def test_lists_parties_and_sums(program: Program, tmp_path: Path) -> None:
    file = tmp_path / "plan.txt"
    file.write_text(TEXT, encoding="utf-8")
    own = ("--samling", str(tmp_path / "samling"))
    (document,) = program("tilføj", str(file), *own, "--json").json["documents"]
    answer = program("forpligtelser", "-d", document["id"], *own, "--json").json
    seen = [
        (item["strength"], item["actor"], item["action"], item["deadlines"], item["amounts"])
        for item in answer["commitments"]
    ]
    assert seen == [
        ("hensigt", "Foreningen Alfa", "bygge flere skoler", [], []),
        ("hensigt", "Kommunen", "Bygge en ny skole, der skal åbne i 2028", ["i 2028"], []),
        ("bindende", "Skolen", "have plads til 400 elever", [], []),
        ("hensigt", "Kommunen", "Aktivt støtte idrætten", [], []),
        (
            "bindende",
            "Sekretariatet",
            "Udarbejde en plan inden udgangen af 2027",
            ["inden udgangen af 2027"],
            [],
        ),
        ("anbefaling", None, "Lærerne ikke pålægges nye opgaver", [], []),
        ("bindende", "Kommunen", "arbejde for tre ting", [], []),
        ("bindende", "Kommunen", "spare 2 mia. kr", [], ["2 mia. kr."]),
        (
            "bindende",
            "skolerne",
            "finde 3 mio. kr. inden for to år",
            ["inden for to år"],
            ["3 mio. kr."],
        ),
    ]


def test_it_is_said_that_no_promise_is_known_in_another_language(
    program: Program, tmp_path: Path
) -> None:
    file = tmp_path / "strategy.md"
    text = "The Government will open two new centres in Tokyo. No embassy shall be closed by 2027."
    file.write_text(f"# Strategy\n\n{text} We should all be there.\n", encoding="utf-8")
    own = ("--samling", str(tmp_path / "samling"))
    program("tilføj", str(file), *own)
    answer = program("forpligtelser", "-d", "strategy", *own)
    assert answer.status == 1
    assert "kendes kun på danske ord; strategy er ikke på dansk." in answer.err
    assert "danske ord" not in program("forpligtelser", "-d", "rk", *own).err
