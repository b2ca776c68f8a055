"""What files of one text say is counted once by every command, and what one has alone is kept."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from strategikort.library import Collection
from tests.holdings.conftest import Adding, Program, Shelf, checked
from tests.holdings.test_same_text import docx, html, markdown

HEADINGS = ("1. Handel", "2. Kvante", "3. Skibe")
PARAGRAPHS = (
    "Arbejdet i EU’s handels- og teknologiråd skal munde ud i fælles standarder for kunstig "
    "intelligens, som alle producenter kan følge uden at spørge nogen.",
    "Danmark skal udvikle kvanteteknologi sammen med NATO’s kvantecenter DIANA i København, og "
    "kvanteteknologien bør hurtigt blive til nye virksomheder.",
    "Rederierne betaler en afgift på 750 kr. for hvert ton udledt kulstof, og regeringen vil bruge "
    "indtægten til landstrøm i de ni største havne.",
)
PARTS = tuple(zip(HEADINGS, PARAGRAPHS, strict=True))
ALONE = ("4. Forskning", "Forskerne skal kortlægge ålegræsset i fjordene, før nye anlæg bygges.")
"""A part that only the web page has."""

ONE, OTHER = "plan-for-det-nye", "plan-for-det-nye-2"
PROMISES = 5
"""What is promised: something in each paragraph of both, two things in one, and one alone."""


WORD, PAGE = docx(PARTS, "Plan for det nye"), html([*PARTS, ALONE], "Plan for det nye")


@pytest.fixture
def pair(shelf: Shelf) -> None:
    """Both files, added."""
    shelf(("plan.docx", WORD), ("plan.html", PAGE))


def test_a_comparison_has_a_column_for_a_text(program: Program, pair: None) -> None:
    answer = checked(program, "sammenlign", "kulstof")
    (column,) = answer["columns"]
    assert column["document"]["id"] == ONE
    assert column["total"] == 1
    assert [item["id"] for item in column["results"][0]["also"]] == [f"{OTHER}/3"]
    assert [item["id"] for item in answer["repeating"]] == [OTHER]
    assert OTHER not in {item["id"] for item in answer["silent"]}
    text = program("sammenlign", "kulstof").out
    assert text.count("Rederierne betaler") == 1
    assert f"Siger om »kulstof« kun det, der også står i en anden fil med samme tekst: {OTHER}" in (
        text
    )
    (row,) = csv.DictReader(io.StringIO(program("sammenlign", "kulstof", "--format", "csv").out))
    assert (row["section"], row["also"]) == (f"{ONE}/3", f"{OTHER}/3")


def test_a_part_of_one_file_alone_is_found_there(program: Program, pair: None) -> None:
    (column,) = checked(program, "sammenlign", "ålegræs")["columns"]
    assert column["document"]["id"] == OTHER
    assert checked(program, "fravær", "ålegræs", status=1)["found_in"] == [OTHER]


def test_an_absence_counts_a_text_once_and_names_both(program: Program, pair: None) -> None:
    answer = checked(program, "fravær", "kulstof", status=1)
    assert (answer["total"], answer["found_in"]) == (1, [ONE, OTHER])
    (result,) = answer["results"]
    assert [item["id"] for item in result["also"]] == [f"{OTHER}/3"]
    searched = {item["id"]: item["same_text"] for item in answer["documents"]}
    assert (searched[ONE], searched[OTHER]) == ([], [ONE])
    text = program("fravær", "tandpasta", "-d", f"{ONE}*").out
    assert f"findes ikke i {ONE} eller {OTHER}. {OTHER} er samme tekst som {ONE}.\n" in text
    assert f"Samme tekst som {ONE}: et sted, der er ens ord for ord, er talt én gang." in text


def test_a_promise_is_made_once(program: Program, pair: None) -> None:
    answer = checked(program, "forpligtelser", "-d", f"{ONE}*")
    also = [len(item.get("also", ())) for item in answer["commitments"]]
    assert answer["total"] == PROMISES
    assert sorted(also) == [0] + [1] * (PROMISES - 1)
    assert answer["commitments"][-1]["evidence"]["section"] == f"{OTHER}/4"
    assert program("forpligtelser", "--emne", "kulstof").out.count("Også i: ") == 1


def test_a_quotation_stands_in_one_place(program: Program, pair: None) -> None:
    quote = "Rederierne betaler en afgift på 750 kr. for hvert ton udledt kulstof"
    (found,) = checked(program, "verificér", "--citat", quote)["quotes"]
    (place,) = found["places"]
    assert [item["id"] for item in place["also"]] == [f"{OTHER}/3"]
    assert program("verificér", "--citat", quote).out.count("Kilde: ") == 1


def test_the_file_that_is_cited_stands_for_both(
    program: Program, pair: None, tmp_path: Path
) -> None:
    memo, package = tmp_path / "notat.md", tmp_path / "bevis.zip"
    memo.write_text(
        f"Det koster: »en afgift på 750 kr. for hvert ton udledt kulstof« ({OTHER}/3).\n", "utf-8"
    )
    outcome = program("verificér", str(memo), "--pakke", str(package))
    assert outcome.status == 0
    assert f"[{OTHER}/3]\n   Også i: " in outcome.out
    assert program("verificér", "--pakke", str(package)).out.startswith("Uændret")


def test_the_map_is_that_of_one_file(program: Program, add: Adding) -> None:
    add("plan.html", PAGE)
    alone = checked(program, "kort", "-d", ONE)
    add("plan.docx", WORD)
    answer = checked(program, "kort", "-d", f"{ONE}*")

    def ends(found: dict) -> list[tuple[str, ...]]:  # type: ignore[type-arg]
        return sorted((item["kind"], item["source"], item["target"]) for item in found["links"])

    assert ends(answer) == ends(alone) != []
    also = {item["id"]: item.get("also") for item in answer["sections"] if ONE in item["id"]}
    assert also[f"{ONE}/2"] == [f"{OTHER}/2"]
    assert also[f"{ONE}/4"] is None
    assert f"{OTHER}/2" not in also
    # Who asks for one of the two is shown that one.
    text = program("kort", f"{OTHER}/2").out
    assert text.startswith(f"2. Kvante  [{OTHER}/2], også i [{ONE}/2]\n")


def test_a_disagreement_has_a_statement_for_a_text(program: Program, add: Adding) -> None:
    changed = [(head, said.replace("750", "500")) for head, said in PARTS]
    add("plan.docx", WORD)
    add("plan.html", PAGE)
    add("andet.md", markdown(changed, "# Plan for det nye, udkast"), id="udkast")
    found = checked(program, "sammenlign", "--uenigheder", "-d", "udkast")
    (item,) = found["disagreements"]
    told = [
        (one["evidence"]["section"], [place["section"] for place in one.get("also", ())])
        for one in item["statements"]
    ]
    assert sorted(told) == [(f"{ONE}/3", [f"{OTHER}/3"]), ("udkast/3", [])]


def test_two_files_of_a_text_are_no_editions(program: Program, pair: None) -> None:
    outcome = program("forskel", ONE, OTHER)
    assert "De to er samme tekst i hver sin fil, ikke to udgaver." in outcome.err
    assert f"[{OTHER}/4]" in outcome.out


def test_what_a_text_says_twice_is_two_places(add: Adding) -> None:
    add("plan.docx", WORD)
    add("plan.html", PAGE.replace(ALONE[1], PARAGRAPHS[2]))
    with Collection.open() as collection:
        hits = collection.search('"udledt kulstof"', repeats=False).hits
    assert sorted((hit.section.id, len(hit.also)) for hit in hits) == [
        (f"{OTHER}/4", 0),
        (f"{ONE}/3", 1),
    ]


LIST = (
    "Kommunerne skal sørge for, at alle skibe, der ligger ved kaj, kan få strøm fra land i 2030",
    "Rederierne skal betale for den strøm, som deres skibe bruger, efter en fast pris pr. time",
    "Havnene skal lægge planer for, hvor de store skibe kan ligge, når der er storm fra vest",
)


@pytest.mark.parametrize("last", ["", " Intet af det gælder for Grønland."])
def test_what_is_parted_otherwise_is_said_once(program: Program, add: Adding, last: str) -> None:
    """A list that is one paragraph in the other file, and what only that goes on with."""
    listed = "".join(f"<li>{item}.</li>" for item in LIST)
    run_on = " ".join(f"{item}." for item in LIST) + last
    head = "</h1>"
    page = html(PARTS, "Plan for havnene").replace(head, f"{head}<h2>Havne</h2><ul>{listed}</ul>")
    add("havne.html", page)
    add("havne.md", markdown([("Havne", run_on), *PARTS], "# Plan for havnene"))
    assert "Samme tekst" in program("status", "plan-for-havnene").out
    answer = checked(program, "forpligtelser", "-d", "plan-for-havnene*")
    assert answer["total"] == len(LIST) + PROMISES - 1
    with Collection.open() as collection:
        hits = collection.search("storm fra vest", repeats=False).hits
    shown = [hit.text for hit in hits if "storm fra vest" in hit.text]
    assert len(shown) == 1 + bool(last)
    assert not last or any(last.strip() in text for text in shown)
