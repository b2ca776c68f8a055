"""What is given in a wrong form is refused in Danish, before anything is looked for."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from strategikort import (
    ArgumentError,
    Collection,
    CollectionError,
    UnknownReferenceError,
)

Ask = Callable[[Any], object]


@pytest.mark.parametrize(
    ("ask", "said", "hint"),
    [
        (lambda c: c.search(1), "query skal være tekst, ikke int", ""),
        (lambda c: c.search(None), "query skal være tekst, ikke None", ""),
        (lambda c: c.search(["kvante"]), "query skal være tekst, ikke list", "ad gangen"),
        (lambda c: c.search(b"kvante"), "query skal være tekst, ikke bytes", ""),
        (lambda c: c.search("kvante", limit="3"), "limit skal være et helt tal", ""),
        (lambda c: c.search("kvante", limit=None), "limit skal være et helt tal", ""),
        (lambda c: c.search("kvante", limit=-1), "limit skal være et helt tal", ""),
        (lambda c: c.search("kvante", documents=None), "documents skal være tekst", ""),
        (lambda c: c.search("kvante", documents=[c.document("rk")]), "documents", "»rk«"),
        (lambda c: c.search("kvante", documents=c.document("rk")), "documents", "»rk«"),
        (lambda c: c.search("kvante", kinds=[1]), "kinds skal være tekst, ikke int", ""),
        (lambda c: c.document(None), "document_id skal være tekst", ""),
        (lambda c: c.document(c.document("rk")), "document_id", "»rk«"),
        (lambda c: c.document(["rk"]), "document_id", "ad gangen"),
        (lambda c: list(c.sections(c.document("rk"))), "document_id", "»rk«"),
        (lambda c: c.section(c.search("rk 6").hits[0]), "section_id", "»rk/6«"),
        (lambda c: c.get(None), "ids skal være tekst", ""),
        (lambda c: c.resolve(6), "reference skal være tekst", ""),
        (lambda c: c.named(["rk 6"]), "references skal være tekst, ikke list", "* foran"),
        (lambda c: c.named(6), "references skal være tekst, ikke int", ""),
        (lambda c: c.links(c.section("rk/24")), "references", "»rk/24«"),
        (lambda c: c.compare_sections(c.section("rk/24"), "rk 6"), "references", "»rk/24«"),
        (lambda c: c.compare("kvante", most=-1), "most skal være et helt tal", ""),
        (lambda c: c.compare(None), "subject skal være tekst", ""),
        (lambda c: c.absence(None), "subject skal være tekst", ""),
        (lambda c: c.commitments(actor=None), "actor skal være tekst", ""),
        (lambda c: c.commitments(strengths=None), "strengths skal være tekst", ""),
        (lambda c: c.disagreements(documents=None), "documents skal være tekst", ""),
        (lambda c: c.verify(None), "quote skal være tekst", ""),
        (lambda c: c.verify("x", cited=c.section("rk/6")), "cited", "»rk/6«"),
        (lambda c: c.verify_text(Path("notat.md")), "text skal være tekst", "verify_file"),
        (lambda c: c.verify_text("»x«", shortest=0), "shortest skal være et helt tal", ""),
        (lambda c: c.cite(None), "places", ""),
        (lambda c: c.cite([c.section("rk/6")]), "places", "* foran"),
        (lambda c: c.cite(c.verify("Rusland ser stort på international lov.")), "places", "found"),
        (lambda c: c.cite(c.search("kvante")), "places", "hits"),
        (lambda c: c.cite(c.commitments(documents="rk")[0]), "places", "evidence"),
        (lambda c: c.recheck("rk 6"), "cited", "OldCitation"),
        (lambda c: c.recheck([c.section("rk/6")]), "cited", "* foran"),
        (lambda c: c.unanswered(None), "query skal være tekst", ""),
        (lambda c: c.web_link("rk/6"), "section skal være et afsnit", "section("),
        (lambda c: c.file_of("rk/6"), "section skal være et afsnit", "section("),
    ],
)
def test_a_wrong_type_is_said_in_danish(
    collection: Collection, ask: Ask, said: str, hint: str
) -> None:
    with pytest.raises(ArgumentError) as refused:
        ask(collection)
    assert said in refused.value.message
    assert hint in refused.value.hint
    assert refused.value.code == "bad_argument"


def test_a_wrong_argument_is_also_what_python_calls_it() -> None:
    assert issubclass(ArgumentError, TypeError)
    assert issubclass(ArgumentError, ValueError)
    error = pickle.loads(pickle.dumps(ArgumentError("Forkert.", "Ret det.")))
    assert (error.message, error.hint, error.code) == ("Forkert.", "Ret det.", "bad_argument")


def test_a_number_of_another_library_is_a_number(collection: Collection) -> None:
    class Number:
        """An integer as numpy and pandas have them."""

        def __index__(self) -> int:
            return 2

    limit: Any = Number()
    assert len(collection.search("kvante", limit=limit).hits) == 2


def test_a_number_without_end_is_all_there_is(collection: Collection) -> None:
    # »datatype mismatch«, said SQLite.
    assert len(collection.search("kvante", limit=10**30).hits) == 18
    assert collection.compare("kvante", most=10**30).columns


def test_any_names_in_any_order_will_do(collection: Collection) -> None:
    found = collection.search("kvanteteknologi", documents=["uss", "tech"])
    for documents in ({"uss", "tech"}, {"uss": 1, "tech": 2}, (name for name in ("uss", "tech"))):
        assert collection.search("kvanteteknologi", documents=documents) == found
    report = collection.absence("kvante", documents=(name for name in ("rk",)))
    assert [document.id for document in report.documents] == ["rk"]


@pytest.mark.parametrize(
    "ask",
    [
        lambda c: c.originals(["nope"]),
        lambda c: c.originals("nope"),
        lambda c: c.twins("nope"),
        lambda c: c.unread("nope"),
        lambda c: c.altered(["nope"]),
        lambda c: c.newest_edition("nope"),
    ],
)
def test_an_unknown_document_of_ones_own_is_never_silence(collection: Collection, ask: Ask) -> None:
    with pytest.raises(UnknownReferenceError, match="»nope«"):
        ask(collection)


@pytest.mark.parametrize("typed", ["rk 6", "RK/6", "raadskonklusion 6"])
def test_what_is_no_id_but_a_reference_is_suggested(collection: Collection, typed: str) -> None:
    with pytest.raises(UnknownReferenceError) as unknown:
        collection.section(typed)
    assert "»rk/6«" in unknown.value.hint
    assert unknown.value.candidates == ("rk/6",)


def test_documents_and_evidence_are_cited(collection: Collection) -> None:
    document = collection.document("rk")
    assert collection.cite(document, style="bibtex") == collection.cite("rk", style="bibtex")
    link = collection.links("rk 24", kinds="initiativ")[0]
    assert "l. 169-170 [tech/resultater]" in collection.cite(link.evidence[0])
    promised = collection.commitments(documents="rk")[0]
    first, last = promised.evidence.place.lines[0]
    assert f"l. {first}-{last}" in collection.cite(promised.evidence)
    said = collection.cite("partnerskab japan", style="fodnote", accessed=date(2024, 5, 1))
    assert said == collection.cite("partnerskab japan", style="fodnote", accessed="2024-05-01")


def test_what_is_being_read_of_a_closed_collection_says_so() -> None:
    opened = Collection.open()
    sections, passages = opened.sections(), opened.passages("rk")
    next(sections), next(passages)
    opened.close()
    for reading in (sections, passages):
        with pytest.raises(CollectionError, match="lukket"):
            next(reading)


def test_answers_are_shown_in_a_line(collection: Collection) -> None:
    shown = {
        "collection": collection,
        "document": collection.document("rk"),
        "verdict": collection.verify("Rusland ser ikke stort på international lov."),
        "passage": collection.verify("Rusland ser stort på international lov.").found,
        "report": collection.verify_text("De skriver »Rusland ser stort på lov og ret« her."),
        "absence": collection.absence("kvante"),
        "link": collection.links("rk 24")[0],
        "table": next(section.table for section in collection.sections() if section.table),
        "compared": collection.compare("kvante"),
        "sections": collection.compare_sections("rk 6", "rk 7"),
        "disagreement": collection.disagreements()[0],
        "editions": collection.compare_editions("rk", "rk"),
        "named": collection.names("rk 24")[0],
        "evidence": collection.links("rk 24")[0].evidence[0],
        "rechecked": collection.recheck(collection.section("rk/6"))[0],
    }
    for name, value in shown.items():
        assert len(repr(value)) < 200, name
        assert repr(value).startswith(f"<{type(value).__name__}"), name
    assert repr(shown["document"]) == (
        '<Document rk: "EU\'s digitale diplomati: Rådets konklusioner">'
    )
    assert repr(shown["verdict"]).startswith("<Verdict altered, uss/1: ")
    assert repr(shown["absence"]) == "<AbsenceReport 'kvante': in uss, tech, cms>"
    with Collection.open() as opened:
        assert repr(opened) == "<Collection>"
    assert repr(opened) == "<Collection, closed>"
