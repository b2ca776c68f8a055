"""Whatever is typed is answered or refused in Danish; nothing else ever comes out."""

from __future__ import annotations

import json
import unicodedata

import jsonschema
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from strategikort.errors import StrategikortError
from strategikort.index.querying.query import parse_query
from strategikort.language.fold import fold
from strategikort.library import Collection
from tests.conftest import Program
from tests.hardening.refusals import in_danish

WORDS = st.sampled_from(
    "kvante Rusland § 3 stk. AND OR NOT NEAR( ) \" * - titel: -d rk 24 pejlemærke og/eller 24/7 '; "
    "DROP TABLE { } ^ + : % _ \\ … – » « cyberspionage- -kriminalitet e-mail bl.a. 3.037 415,62 år".split()
)
TYPED = st.one_of(
    st.text(max_size=60),
    st.lists(WORDS, max_size=12).map(" ".join),
    st.lists(st.one_of(WORDS, st.text(max_size=6)), max_size=12).map("".join),
)


@settings(max_examples=300)
@given(TYPED)
@example("\ud800 ensom")
@example("a" * 10_000)
@example("en" * 5_000)
@example("\x00")
@example('"')
@example("-")
@example("*")
@example('-"')
@example("titel:")
def test_any_query_is_answered_or_refused(collection: Collection, typed: str) -> None:
    try:
        result = collection.search(typed, limit=3)
    except StrategikortError as error:
        in_danish(error)
        return
    for hit in result.hits:
        assert 0 < hit.score <= 1
        text = hit.section.text.text[hit.start : hit.end]
        assert all(0 <= start < end <= len(text) for start, end in hit.highlights)
    assert result.total >= len(result.hits)


@settings(max_examples=300)
@given(TYPED)
@example("AL-0")
def test_a_query_loses_no_word(typed: str) -> None:
    try:
        query = parse_query(typed)
    except StrategikortError:
        return
    kept = [word.text for word in query.words]
    kept += [word for phrase in (*query.phrases, *query.excluded) for word in phrase.words]
    for word in kept:
        assert word
        # De-risking is one word, and read without its hyphen.
        ways = fold(typed), fold(typed).replace("-", "")
        assert word in unicodedata.normalize("NFC", typed) or any(fold(word) in way for way in ways)


@settings(max_examples=200)
@given(TYPED)
@example("rk/\ud800")
@example("uss/" + "9" * 5_000)
def test_any_reference_names_something_or_is_refused(collection: Collection, typed: str) -> None:
    try:
        found = collection.resolve(typed)
    except StrategikortError as error:
        in_danish(error)
    else:
        assert collection.get(found.ids) or found.ids


def spellings(section_id: str) -> list[str]:
    plain = section_id.replace("æ", "ae").replace("ø", "oe").replace("å", "aa")
    return [
        section_id,
        section_id.upper(),
        plain,
        unicodedata.normalize("NFD", section_id),
        f"  {section_id}  ",
        section_id.replace("/", " / "),
    ]


def test_every_id_names_its_section_in_every_spelling(collection: Collection) -> None:
    for section in collection.sections():
        for spelling in spellings(section.id):
            assert collection.resolve(spelling).ids == (section.id,), spelling


QUERIES = st.lists(
    st.sampled_from("kvante Rusland NATO digital strategi klima Afrika xyzzy 3 og".split()),
    min_size=1,
    max_size=4,
).map(" ".join)


@settings(max_examples=25)
@given(query=QUERIES, limit=st.integers(1, 12))
def test_formats_say_the_same(program: Program, query: str, limit: int) -> None:
    """The forms of one answer hold the same results, and JSON follows its schema."""
    command = ("søg", query, "-n", str(limit))
    answer, lines = program(*command, "--json"), program(*command, "--format", "jsonl")
    table, text = program(*command, "--format", "csv"), program(*command)
    jsonschema.validate(answer.json, json.loads(program("skema", "søg").out))
    ids = [item["id"] for item in answer.json["results"]]
    assert [json.loads(line)["id"] for line in lines.out.splitlines()] == ids
    assert answer.status == lines.status == table.status == text.status == (0 if ids else 1)
    for item in ids:
        assert item in table.out
        assert f"[{item}]" in text.out


@pytest.mark.parametrize("word", ["x" * 5_000, "strategi" * 625], ids=["letters", "words"])
def test_the_longest_search_is_not_repeated_whole(program: Program, word: str) -> None:
    # With a command to paste it filled the screen.
    outcome = program("søg", word)
    assert outcome.status == 1
    assert len(outcome.err) < 600
    longer = program("søg", word + "x")
    assert (longer.status, longer.out) == (2, "")
    assert "højst" in longer.err
