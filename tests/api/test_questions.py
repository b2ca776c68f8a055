"""What a collection can be asked is what the commands answer."""

from __future__ import annotations

import json
import pickle
from pathlib import Path

import pytest

from strategikort import (
    Collection,
    OldCitation,
    SourceError,
    StrategikortError,
    UnknownReferenceError,
)
from tests.conftest import Program


def test_commitments_are_those_of_the_command(collection: Collection, program: Program) -> None:
    found = collection.commitments(
        "kvante", documents="tech", strengths="hensigt", settled_only=True
    )
    said = program(
        *("forpligtelser", "--emne", "kvante", "-d", "tech", "--styrke", "hensigt", "--sikre"),
        "--json",
    ).json["commitments"]
    assert [item.text for item in found] == [item["evidence"]["text"] for item in said]
    assert [item.words(item.commitment.action) for item in found] == [
        item["action"] for item in said
    ]
    assert found
    assert pickle.loads(pickle.dumps(found)) == found


def test_a_commitment_is_shown_in_a_line(collection: Collection) -> None:
    (first, *_) = collection.commitments(documents="rk", actor="Rådet")
    assert repr(first).startswith(f"<Promised {first.section.id}, {first.commitment.strength}: '")
    assert len(repr(first)) < 150


@pytest.mark.parametrize("strength", ["bindend", "", "Bindende"])
def test_a_strength_that_there_is_not_is_never_silence(
    collection: Collection, strength: str
) -> None:
    with pytest.raises(StrategikortError, match="er ikke en styrke") as refused:
        collection.commitments(strengths=[strength])
    assert refused.value.code == "unknown_strength"
    assert "bindende" in refused.value.candidates


def test_commitments_of_no_document_are_never_silence(collection: Collection) -> None:
    with pytest.raises(UnknownReferenceError, match="»nope«"):
        collection.commitments(documents=["nope"])
    with pytest.raises(UnknownReferenceError, match="»nope«"):
        collection.disagreements(documents=["nope"])


def test_disagreements_are_those_of_the_command(collection: Collection, program: Program) -> None:
    for subject, chosen in (("", []), ("partnerskaber", []), ("", ["rk"]), ("", ["uss", "rk"])):
        options = [part for name in chosen for part in ("-d", name)]
        told = program("sammenlign", *subject.split(), "--uenigheder", *options, "--json").json
        found = collection.disagreements(subject, documents=chosen)
        assert [(item.question, len(item.statements)) for item in found] == [
            (item["question"], len(item["statements"])) for item in told["disagreements"]
        ]
    with pytest.raises(StrategikortError) as refused:
        collection.disagreements("  ")
    assert refused.value.code == "empty_query"


def test_old_answers_are_rechecked(
    collection: Collection, program: Program, tmp_path: Path
) -> None:
    answer = tmp_path / "citater.json"
    answer.write_text(program("søg", "kvanteteknologi", "--json").out, encoding="utf-8")
    from_file = collection.recheck_file(answer)
    assert {item.verdict for item in from_file} == {"same"}
    hits = collection.search("kvanteteknologi").hits
    assert collection.recheck(*hits) == from_file == collection.recheck_file(str(answer))
    quoted = collection.verify("Rusland ser stort på international lov.").found
    assert quoted is not None
    (whole, part, text) = collection.recheck(
        collection.section("rk/6/3"), quoted, OldCitation("rk/99", "rk", "Noget helt andet end det")
    )
    assert (whole.verdict, part.verdict, text.verdict) == ("same", "same", "gone")


def test_what_holds_no_citations_is_refused(collection: Collection, tmp_path: Path) -> None:
    for content in ("{}", "[]", "ikke json", json.dumps({"results": []})):
        path = tmp_path / "citater.json"
        path.write_text(content, encoding="utf-8")
        with pytest.raises(StrategikortError) as refused:
            collection.recheck_file(path)
        assert refused.value.code == "no_citations"
    with pytest.raises(FileNotFoundError):
        collection.recheck_file(tmp_path / "findes-ikke.json")
    assert not issubclass(FileNotFoundError, SourceError)


def test_what_a_search_did_not_find_is_told(collection: Collection) -> None:
    found = collection.unanswered("kvantehub giraf", documents="tech", kinds="prioriteter")
    assert [(one.word, one.places > 0) for one in found.alone] == [
        ("kvantehub", True),
        ("giraf", False),
    ]
    assert collection.search(found.rest, documents="tech", kinds="prioritet").hits
    assert found.absent == ()  # from documents a subject is absent, not from kinds
    asked = collection.unanswered("hvad siger rådskonklusionerne om giraffer")
    ((subject, documents),) = asked.absent
    assert (subject, documents) == ("giraffer", ("rk",))
    assert collection.absence(subject, documents=documents).absent
    for ask in ({"documents": ["nope"]}, {"kinds": ["nope"]}):
        with pytest.raises(StrategikortError, match="»nope«"):
            collection.unanswered("giraf", **ask)


def test_links_and_names_are_those_of_the_command(collection: Collection, program: Program) -> None:
    told = program("kort", "-d", "rk", "--slags", "henvisning", "--slags", "initiativ", "--json")
    links = collection.links(kinds=["henvisning", "initiativ"], documents="rk")
    assert [(link.source, link.target, link.label) for link in links] == [
        (link["source"], link["target"], link["label"]) for link in told.json["links"]
    ]
    names = collection.names("rk 24", "pejlemærke 3")
    assert {thing.name.name for thing in names} >= {"Vestbalkan"}
    assert {place.section.partition("/")[0] for thing in names for place in thing.places} <= {
        "rk",
        "uss",
    }
    for thing in names:
        for place in thing.places:
            assert collection.section(place.section).text.text[place.start : place.end] == (
                place.text
            )
    assert {
        place.section.partition("/")[0]
        for thing in collection.names(documents="rk")
        for place in thing.places
    } == {"rk"}
    with pytest.raises(UnknownReferenceError, match="»nope«"):
        collection.names(documents="nope")


def test_evidence_is_kept_and_checked_again(
    collection: Collection, program: Program, tmp_path: Path
) -> None:
    report = collection.verify_text("De skriver »Rusland ser stort på international lov« (rk 6).")
    data = collection.evidence_package(report)
    assert collection.check_package(data).unchanged
    (tmp_path / "bevis.zip").write_bytes(data)
    assert program("verificér", "--pakke", str(tmp_path / "bevis.zip")).status == 0
    with pytest.raises(StrategikortError) as refused:
        collection.check_package(b"PK")
    assert refused.value.code == "bad_package"
