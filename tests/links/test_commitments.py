"""``forpligtelser``: against sentences labelled by hand, and through the program."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from strategikort.library import Collection
from strategikort.links.commitments.finder import Commitment
from tests.conftest import Outcome, Program
from tests.links.measure import PARTS, found_promises, rows, tally


@pytest.fixture(scope="module")
def found(collection: Collection) -> dict[tuple[str, str], Commitment]:
    return found_promises(collection)


def labelled(part: str) -> list[dict[str, str]]:
    return [row for row in rows("commitments.tsv") if row["part"] == part]


@pytest.mark.parametrize("part", PARTS)
def test_precision_and_recall(part: str, found: dict[tuple[str, str], Commitment]) -> None:
    labels = labelled(part)
    assert len(labels) >= 75
    right, wrong, missed, strengths, actors = tally(labels, found)
    assert right / (right + wrong) >= 0.95
    assert right / (right + missed) >= 0.95
    assert strengths / right >= 0.95
    assert actors / right >= 0.9


def test_labels_stand_in_the_documents(collection: Collection) -> None:
    for part in PARTS:
        for row in labelled(part):
            assert row["sentence"] in collection.section(row["section"]).text.text


def test_evidence_stands_in_the_source(program: Program, collection: Collection) -> None:
    for item in program("forpligtelser", "--json").json["commitments"]:
        evidence = item["evidence"]
        section = collection.section(evidence["section"])
        assert section.text.text[evidence["start"] : evidence["end"]] == evidence["text"]
        assert item["action"] in evidence["text"]
        for words in (*item["deadlines"], *item["amounts"], item["actor"] or ""):
            assert words in evidence["text"] or item["lead"]
        raw = collection.source(section.document).text
        cut = "".join(raw[start:end] for start, end in evidence["source"]["chars"])
        letters = "".join(filter(str.isalpha, evidence["text"]))
        assert letters[:12] in "".join(filter(str.isalpha, cut))


def test_action_keeps_the_negation(program: Program) -> None:
    items = program("forpligtelser", "-d", "uss", "--json").json["commitments"]
    naive = next(item for item in items if item["evidence"]["text"] == "Vi må ikke være naive.")
    assert naive["action"] == "ikke være naive"


def test_list_items_are_led_in(program: Program) -> None:
    items = program("forpligtelser", "-d", "uss", "--json").json["commitments"]
    led = [item for item in items if item["lead"] == "uss/pejlemærker"]
    assert len(led) == 8
    assert {item["actor"] for item in led} == {"Danmark"}


def test_filters(program: Program) -> None:
    every = program("forpligtelser", "--json").json["total"]
    by = {
        name: program("forpligtelser", *args, "--json").json
        for name, args in {
            "emne": ("--emne", "kvante"),
            "aktør": ("--aktør", "udenrigsministeriet"),
            "styrke": ("--styrke", "opfordring", "--styrke", "anbefaling"),
            "sikre": ("--sikre",),
            "frist": ("--frist",),
        }.items()
    }
    assert all(0 < answer["total"] < every for answer in by.values())
    assert all(
        "kvante" in item["evidence"]["text"].casefold()
        or "kvante" in item["evidence"]["section"]
        or item["evidence"]["section"] == "tech/prioriteter/5"
        for item in by["emne"]["commitments"]
    )
    assert {item["actor"] for item in by["aktør"]["commitments"]} == {"Udenrigsministeriet"}
    assert {item["strength"] for item in by["styrke"]["commitments"]} == {
        "opfordring",
        "anbefaling",
    }
    assert not any(item["uncertain"] for item in by["sikre"]["commitments"])
    assert all(item["deadlines"] for item in by["frist"]["commitments"])
    assert by["frist"]["total"] == 12


@pytest.mark.parametrize(
    ("short", "name"), [("UM", "Udenrigsministeriet"), ("um", "Udenrigsministeriet")]
)
def test_an_actor_may_be_abbreviated(program: Program, short: str, name: str) -> None:
    found = program("forpligtelser", "--aktør", short)
    assert found.status == 0
    assert found == program("forpligtelser", "--aktør", name)


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("regering", "regeringen"),
        ("medlemsstat", "medlemsstaterne"),
        ("EU-Kommissionen", "Kommissionen"),
        ("Europa-Kommissionen", "Kommissionen"),
        ("Denmark", "Danmark"),
        ("Government", "regeringen"),
        ("the European Commission", "Kommissionen"),
        ("Ministry of Foreign Affairs", "Udenrigsministeriet"),
        ("the High Representative", "højtstående repræsentant"),
    ],
)
def test_an_actor_may_be_named_as_people_do(collection: Collection, said: str, name: str) -> None:
    """All but the words of the text were answered by no commitments."""
    expected = [item.evidence for item in collection.commitments(actor=name)]
    assert expected
    assert [item.evidence for item in collection.commitments(actor=said)] == expected


def test_an_actor_is_no_other_that_has_the_word_in_its_name(collection: Collection) -> None:
    found = {item.commitment.actor for item in collection.commitments(actor="kommission")}
    assert all("Kommissionen" in name for name in found)
    assert not collection.commitments(actor="ministeriet")
    ours = {item.commitment.actor for item in collection.commitments(actor="vi")}
    assert ours == {"vi", "Vi"}


@pytest.mark.parametrize("option", ["--aktør", "--emne"])
def test_an_empty_choice_is_not_everything(program: Program, option: str) -> None:
    assert program("forpligtelser", option, " ") == Outcome(
        2, "", f"Fejl: {option} har ingen ord.\nSkriv et eller flere ord, eller udelad den.\n"
    )


def test_at_most_so_many(program: Program) -> None:
    every = program("forpligtelser", "-d", "tech", "--json").json
    some = program("forpligtelser", "-d", "tech", "-n", "2", "--json")
    assert some.json["total"] == every["total"] == len(every["commitments"])
    assert some.json["commitments"] == every["commitments"][:2]
    assert (
        some.err == f"{every['total'] - 2} forpligtelser mere; vis alle med -n {every['total']}.\n"
    )
    assert program("forpligtelser", "-d", "tech", "-n", "100000").err == ""


def test_deadline_and_amount(program: Program) -> None:
    items = program("forpligtelser", "-d", "tech", "--json").json["commitments"]
    funded = [item for item in items if item["amounts"]]
    assert [item["amounts"] for item in funded] == [["300 millioner kroner"]]
    assert funded[0]["deadlines"] == ["i perioden 2023-2026"]


def test_answer_follows_its_schema(program: Program) -> None:
    schema = json.loads(program("skema", "forpligtelser").out)
    for args in ((), ("--aktør", "xyz"), ("-d", "findesikke")):
        jsonschema.validate(program("forpligtelser", *args, "--json").json, schema)


def test_every_format(program: Program) -> None:
    for form in ("tekst", "csv", "md", "jsonl"):
        outcome = program("forpligtelser", "-d", "cms", "--format", form)
        assert outcome.status == 0
        assert "arbejdsgruppe" in outcome.out
    assert program("forpligtelser", "--aktør", "xyz").status == 1


def test_a_promise_with_a_part_of_the_subject_is_about_another_thing(program: Program) -> None:
    """Hybrid threats, and the threat that the climate is, are no »terrortrussel«."""
    assert program("forpligtelser", "--emne", "terrortrussel", "--json").json["commitments"] == []
    assert program("forpligtelser", "--emne", "trussel", "--json").json["commitments"]


def test_columns_have_danish_names_for_readers(program: Program) -> None:
    # The names of the JSON stood over tables that people put into memos.
    asked = ("forpligtelser", "--emne", "kvante", "--format")
    assert program(*asked, "md").out.startswith("| Dokument | Afsnit | Styrke | Aktør | Opfordret")
    assert program(*asked, "csv").out.startswith("document,section,strength,actor,by,")
    table = program("sammenlign", "--uenigheder", "--format", "md").out
    assert table.startswith("| Spørgsmål | Svar | Talt | Afsnit | Tekst | Kilde |\n")


GENRES = {
    "forordning": "an act of the EU", "aftale": "a political agreement", "klimaplan": "a plan",
    "fn": "a resolution", "vejledning": "guidelines", "dom": "a judgment", "vedtaegter": "statutes",
    "kontrakt": "an agreement", "lejekontrakt": "a lease", "betingelser": "terms", "notat": "a memo",
    "referat": "minutes", "protokol": "minutes of a board", "budgetaftale": "a budget",
}  # fmt: skip
"""Documents of ``genres.tsv``, written and labelled before the program had seen them."""


@pytest.mark.parametrize("name", GENRES)
def test_documents_of_other_genres(name: str, program: Program, tmp_path: Path) -> None:
    labels = [row for row in rows("genres.tsv") if row["document"] == name]
    marks = ("titel", "overskrift")
    texts = [("\n" if row["strength"] in marks else "") + row["sentence"] for row in labels]
    (tmp_path / f"{name}.txt").write_text("\n\n".join(texts), encoding="utf-8")
    own = ("--samling", str(tmp_path / "samling"))
    added = program("tilføj", str(tmp_path / f"{name}.txt"), *own, "--json").json["documents"]
    found = program("forpligtelser", "-d", added[0]["id"], *own, "--json").json["commitments"]
    right = wrong = missed = settled = 0
    for row in (row for row in labels if row["strength"] not in marks):
        hits = [item for item in found if item["evidence"]["text"][:60] in row["sentence"]]
        if row["strength"] == "-":
            wrong += len(hits)
        elif not hits or hits[0]["strength"] != row["strength"]:
            missed += 1
        else:
            right += 1
            settled += (hits[0]["actor"] or "").casefold() == row["actor"].casefold()
            assert any(row["deadline"] in words for words in hits[0]["deadlines"] or [""])
    assert right / (right + missed) >= 0.9
    assert settled / right >= 0.95
    assert wrong <= (2 if name == "dom" else 0)  # "efter lovens § 15 skal"


def test_who_names_no_actor_is_told_of_some(program: Program) -> None:
    outcome = program("forpligtelser", "--aktør", "xyz", "-d", "rk")
    assert (outcome.status, outcome.out) == (1, "")
    assert "De, der oftest nævnes som aktør, er " in outcome.err
    assert "Kommissionen" in outcome.err


def test_an_actor_that_begins_a_sentence_is_named_once(
    program: Program, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """»Regeringen« and »regeringen« were two."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    plan = tmp_path / "plan.md"
    plan.write_text("# Plan\n\nRegeringen skal bygge huse. I år skal regeringen bygge broer.\n")
    program("tilføj", str(plan))
    said = program("forpligtelser", "-d", "plan", "--aktør", "xyz").err
    assert said.endswith("De, der oftest nævnes som aktør, er »regeringen«.\n")


def test_the_numbers_of_a_summary_are_written_alike(
    program: Program, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """»2.977 forpligtelser: 2491 bindende« was."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    plan = tmp_path / "plan.md"
    plan.write_text("# Plan\n\n" + "Kommunerne skal bygge huse i alle byer.\n\n" * 1_200, "utf-8")
    program("tilføj", str(plan))
    found = program("forpligtelser", "-d", "plan").out.splitlines()[-1]
    assert found == "1.200 forpligtelser: 1.200 bindende."


def test_who_is_ordered_to_do_something_is_not_called_on(
    program: Program, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """»bindende  sekretæren (opfordret af Bestyrelsen)« was said of what was imposed."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    note = tmp_path / "notat.md"
    note.write_text("# Notat\n\nRådet pålægger kommunen at svare på brevet.\n", "utf-8")
    program("tilføj", str(note))
    assert "kommunen (pålagt af Rådet)" in program("forpligtelser", "-d", "notat").out
