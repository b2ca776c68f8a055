"""What programs ask of a collection that the commands do not."""

from __future__ import annotations

import copy
import json
import pickle
import re
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from strategikort import (
    AmbiguousReferenceError,
    Collection,
    CollectionError,
    SourceError,
    Status,
    StrategikortError,
    UnknownReferenceError,
)


def test_a_with_statement_closes_it() -> None:
    with Collection.open() as opened:
        section = opened.section("rk/6")
    for ask in (
        lambda: opened.section("rk/6"),
        lambda: opened.search("kvante"),
        lambda: next(opened.sections()),
    ):
        with pytest.raises(CollectionError, match="lukket"):
            ask()
    assert section.title


def test_in_another_thread_it_says_what_to_do(collection: Collection) -> None:
    with ThreadPoolExecutor(1) as pool, pytest.raises(CollectionError, match="anden tråd") as error:
        pool.submit(collection.search, "kvante").result()
    assert error.value.hint == "Åbn en samling i hver tråd."


def test_one_that_is_not_there_is_a_collection_error(tmp_path: Path) -> None:
    with pytest.raises(CollectionError, match="findes ikke"):
        Collection.open(tmp_path / "ingen.sqlite")


def test_answers_can_be_put_into_sets(collection: Collection) -> None:
    assert len({*collection.documents, *collection.documents}) == len(collection.documents)
    assert len({collection.section("rk/6"), collection.section("rk/6")}) == 1
    first, second = (collection.search("kvante", limit=2).hits for _ in range(2))
    assert len({*first, *second}) == 2


def test_a_found_quotation_is_cited_with_its_lines(collection: Collection) -> None:
    found = collection.verify("Rusland ser stort på international lov.").found
    assert found is not None
    first, last = found.lines[0]
    cited = collection.cite(found, style="fodnote")
    assert cited.endswith(f"l. {first}." if first == last else f"l. {first}-{last}.")
    assert collection.named(cited).sections[0].id == found.section.id


def test_places_of_one_section_have_names_of_their_own(collection: Collection) -> None:
    hits = [h for h in collection.search("kvante", limit=20).hits if h.section.id.endswith("/5")]
    assert len(hits) > 1
    keys = re.findall(r"(?m)^@\w+\{(.+),$", collection.cite(*hits, style="bibtex"))
    assert len({*keys}) == len(hits)
    again = [item["id"] for item in json.loads(collection.cite(*hits, style="csl-json"))]
    assert again == keys


def test_hits_are_cited_as_their_passages(collection: Collection) -> None:
    from strategikort.output.results import citation_of

    for query in ("kvantehub", "partnerskab", "Arktis", "rk 6", "pejlemærker"):
        for hit in collection.search(query, limit=20).hits:
            document = collection.document(hit.section.document)
            assert collection.cite(hit) == citation_of(document, hit)


def test_what_is_quoted_of_a_hit_can_be_verified(collection: Collection) -> None:
    hit = next(item for item in collection.search("kvantehub").hits if not item.whole)
    cited = collection.cite(hit, style="fodnote", quote=True)
    report = collection.verify_text(cited)
    (checked,) = report.quotes
    assert checked.verdict.status is Status.EXACT
    assert hit.text.startswith(checked.quotation.text.removesuffix(" […]"))


def test_sections_and_references_are_cited_together(collection: Collection) -> None:
    both = collection.cite(collection.section("rk/6"), "pejlemærke 3", "rk 6-7")
    assert [line.rpartition("[")[2] for line in both.splitlines()] == [
        "rk/6]", "uss/pejlemærker/3]", "rk/6]", "rk/7]",
    ]  # fmt: skip


def test_a_misspelt_reference_is_never_cited(collection: Collection) -> None:
    assert collection.named("pejlemærcke 3").taken_for == {"pejlemærcke 3": "pejlemærke 3"}
    with pytest.raises(UnknownReferenceError) as caught:
        collection.cite("pejlemærcke 3")
    assert caught.value.candidates == ("uss/pejlemærker/3",)


def test_files_are_checked(collection: Collection, tmp_path: Path) -> None:
    memo = tmp_path / "notat.md"
    memo.write_text("De skriver »Rusland ser stort på international lov« (rk 6).\n", "utf-8")
    (checked,) = collection.verify_file(memo).quotes
    assert checked.verdict.status is Status.MISPLACED
    assert checked.cited
    memo.write_bytes(b"")
    with pytest.raises(SourceError):
        collection.verify_file(memo)
    with pytest.raises(FileNotFoundError):
        collection.verify_file(tmp_path / "findes-ikke.md")


@pytest.mark.parametrize(
    ("reference", "section"),
    [
        ("kap. 1", "uss/1"),
        ("kapitlet 1", "uss/1"),
        ("forordet udenrigsstrategien", "uss/1"),
        ("indledningen tech-strategien", "tech/indledning"),
    ],
)
def test_sections_are_named_cut_short_and_without_a_preposition(
    collection: Collection, reference: str, section: str
) -> None:
    assert collection.resolve(reference).ids == (section,)


def test_the_last_of_what_is_numbered_anew_may_be_several(collection: Collection) -> None:
    with pytest.raises(AmbiguousReferenceError) as caught:
        collection.resolve("sidste anbefaling")
    assert len(caught.value.candidates) == 3
    assert collection.resolve("sidste prioritet").ids == ("tech/prioriteter/12",)


@pytest.mark.parametrize("reference", ("kon 3", "sidste punkt", "pejlemærke i", "vi"))
def test_what_may_be_something_else_is_no_reference(collection: Collection, reference: str) -> None:
    assert collection.resolver.exactly(reference) == ()


def test_links_are_those_of_what_is_named(collection: Collection) -> None:
    named = {"rk/24"}
    links = collection.links("rk 24")
    assert links
    assert all({link.source, link.target} & named for link in links)
    kinds = {link.kind for link in collection.links(kinds=["henvisning"])}
    assert kinds == {"henvisning"}


def test_wrong_styles_and_dates_are_refused(collection: Collection) -> None:
    with pytest.raises(StrategikortError, match="Stilen »mla« findes ikke"):
        collection.cite("rk 6", style="mla")
    with pytest.raises(StrategikortError, match="er ikke en dato"):
        collection.cite("rk 6", accessed="i går")


@pytest.mark.parametrize(
    "ask",
    [
        lambda collection: collection.search("kvante", documents=["nope"]),
        lambda collection: collection.search("rk 6", documents=["rk", "nope"]),
        lambda collection: collection.compare("kvante", documents=["nope"]),
        lambda collection: collection.absence("kvante", documents=["nope"]),
        lambda collection: list(collection.sections("nope")),
    ],
)
def test_an_unknown_document_is_never_silence(
    collection: Collection, ask: Callable[[Collection], object]
) -> None:
    with pytest.raises(UnknownReferenceError, match="»nope«"):
        ask(collection)


@pytest.mark.parametrize(
    "ask",
    [
        lambda collection: collection.search("kvante", kinds=["nope"]),
        lambda collection: collection.links("rk 24", kinds=["nope"]),
    ],
)
def test_an_unknown_kind_is_never_silence(
    collection: Collection, ask: Callable[[Collection], object]
) -> None:
    with pytest.raises(StrategikortError, match="»nope« er ikke en slags") as refused:
        ask(collection)
    assert refused.value.code == "unknown_kind"


def test_a_single_name_stands_for_itself(collection: Collection) -> None:
    assert [section.id for section in collection.get("rk/6")] == ["rk/6"]
    assert len(collection.with_descendants("rk/6")) == 16
    # A string is a sequence of strings to Python and to mypy: its letters are no documents.
    found = collection.search("kvanteteknologi", documents="tech", kinds="prioritet")
    assert found == collection.search("kvanteteknologi", documents=["tech"], kinds=["prioritet"])
    assert found.hits
    assert collection.absence("kvanteteknologi", documents="tech").absent is False
    one = collection.links("rk 24", kinds="initiativ")
    assert one == collection.links("rk 24", kinds=["initiativ"])


def test_what_stands_together_is_said_otherwise_together(collection: Collection) -> None:
    words = collection.absence("strategisk autonomi", documents="uss").words
    others = {word.word: bool(word.alternatives) for word in words}
    assert others == {"strategisk": False, "autonomi": False, "strategisk autonomi": True}


def test_kinds_are_named_as_people_write_them(collection: Collection) -> None:
    found = collection.search("Vestbalkan", kinds=["pejlemærker"])
    assert found == collection.search("Vestbalkan", kinds=["pejlemærke"])
    assert found.hits


def test_answers_can_be_sent_to_another_process(collection: Collection) -> None:
    # A hit could not: »cannot pickle 'mappingproxy' object«.
    answers = (
        collection.search("kvante"),
        collection.named("rk 6"),
        collection.documents,
        collection.absence("kvante"),
        collection.verify("Rusland ser ikke stort på international lov."),
        collection.verify_text("Der står »Rusland ser stort på international lov.«"),
        collection.links("rk 24"),
        collection.compare("kvante"),
    )
    for answer in answers:
        assert pickle.loads(pickle.dumps(answer)) == answer
        assert copy.deepcopy(answer) == answer
    with pytest.raises(UnknownReferenceError) as refused:
        collection.resolve("rk 99")
    sent = pickle.loads(pickle.dumps(refused.value))
    for name in ("message", "hint", "code", "candidates", "exit_status"):
        assert getattr(sent, name) == getattr(refused.value, name)


def test_paths_may_be_text(tmp_path: Path) -> None:
    memo = tmp_path / "notat.md"
    memo.write_text("Der står »Rusland ser stort på international lov.«", encoding="utf-8")
    with Collection.open() as collection:
        assert collection.verify_file(str(memo)) == collection.verify_file(memo)
    with pytest.raises(StrategikortError, match="findes ikke"):
        Collection.open(str(tmp_path / "ingen.sqlite"))


def test_a_limit_below_nothing_is_refused(collection: Collection) -> None:
    assert collection.search("kina", limit=0).hits == ()
    with pytest.raises(ValueError, match="limit"):
        collection.search("kina", limit=-1)


def test_what_is_looked_at_is_shown_in_a_line(collection: Collection) -> None:
    section = collection.section("rk/6/3")
    assert repr(section) == (
        "<Section rk/6/3: 'fremme et åbent, frit, globalt, stabilt og sikkert internet…'>"
    )
    assert str(section.text) == section.text.text
    result = collection.search("kvantehub", limit=2)
    first, second = result.hits
    lines = ", ".join(f"{first}-{last}" for first, last in first.place.lines)
    assert repr(first).startswith(f"<Hit {first.section.id}, lines {lines}: '")
    assert (
        repr(result) == f"<SearchResult 'kvantehub', 2 of {result.total}: [{first!r}, {second!r}]>"
    )
    assert max(len(repr(item)) for item in (section, first, second)) < 150


def test_answers_are_sent_to_other_processes_and_collections_are_not(
    collection: Collection,
) -> None:
    answers = (
        collection.section("rk/6"),
        collection.search("kvante").hits[0],
        collection.verify("Rusland ser stort på international lov."),
        collection.links("rk 24"),
    )
    assert pickle.loads(pickle.dumps(answers)) == answers
    with pytest.raises(StrategikortError) as caught:
        pickle.dumps(collection)
    assert caught.value.code == "not_sent"
    with pytest.raises(UnknownReferenceError) as error:
        collection.resolve("rk 99")
    again = pickle.loads(pickle.dumps(error.value))
    assert (again.message, again.hint, again.candidates) == (
        error.value.message,
        error.value.hint,
        error.value.candidates,
    )


@pytest.mark.parametrize(
    ("pattern", "documents"),
    [
        ("r*k", ["rk"]),
        ("rk*rk", []),
        ("*r*k*", ["rk", "partnerskaber"]),
        ("SEEDS/*2024*", ["tech"]),
        ("*" * 30 + "z", []),  # as a regular expression this takes hours
    ],
)
def test_stars_in_the_names_of_documents(
    collection: Collection, pattern: str, documents: list[str]
) -> None:
    if documents:
        assert collection.named_documents(pattern) == documents
        return
    with pytest.raises(UnknownReferenceError, match="passer til"):
        collection.named_documents(pattern)
