"""``OR``, ``AND`` and ``NOT`` in capitals, as other search engines know them, also in Danish."""

from __future__ import annotations

import pytest

from strategikort.errors import StrategikortError
from strategikort.index.querying.operators import alternatives, joined_by_and
from strategikort.library import Collection
from tests.conftest import Program


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("klima OR miljø", ["klima", "miljø"]),
        ("klima  ELLER\tmiljø", ["klima", "miljø"]),
        ("EU OR NATO", ["EU", "NATO"]),
        ("a OR OR b", ["a", "b"]),
        ("a OR b AND c", ["a", "b AND c"]),
        ("(klima OR miljø) AND Kina", ["klima AND Kina", "miljø AND Kina"]),
        ("klima NOT (Kina OR Iran)", ["klima NOT Kina NOT Iran"]),
        ("klima NOT (fri handel)", ['klima NOT "fri handel"']),
        ("klima IKKE (Kina ELLER fri handel)", ['klima IKKE Kina NOT "fri handel"']),
        (
            "(klima OR miljø) -(Kina OR Iran)",
            ["klima NOT Kina NOT Iran", "miljø NOT Kina NOT Iran"],
        ),
        ("klima OR NOT Kina", ["klima", "-Kina"]),
        ("klima OR (NOT Kina)", ["klima", "-Kina"]),
        ("klima ELLER IKKE Kina", ["klima", "-Kina"]),
        ("klima OR NOT Kina miljø", ["klima", "-Kina miljø"]),
        # No operators.
        ("klima or miljø", None),
        ("klima eller miljø", None),
        ('"klima OR miljø"', None),
        ('"klima (Kina OR Iran)"', None),
        ("OR klima", None),
        ("klima OR", None),
        ("KLIMA ELLER MILJØ", None),
        ("Kina (Taiwan)", None),
    ],
)
def test_alternatives(query: str, expected: list[str] | None) -> None:
    assert alternatives(query) == (expected or [query])


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("klima AND Kina", ["klima", "Kina"]),
        ("klima OG Kina", ["klima", "Kina"]),
        ("klima og Kina", ["klima og Kina"]),
        ("KLIMA OG KINA", ["KLIMA OG KINA"]),
        ("klima NOT Kina", ["klima -Kina"]),
        ("fri handel AND NOT Kina", ["fri handel", "-Kina"]),
        ('klima IKKE "grøn omstilling"', ['klima -"grøn omstilling"']),
        ('"klima AND Kina"', ['"klima AND Kina"']),
        ("ikke klima NOT", ["ikke klima NOT"]),
    ],
)
def test_words_between_others(query: str, expected: list[str]) -> None:
    assert joined_by_and(query) == expected


def test_too_many_alternatives_are_refused() -> None:
    with pytest.raises(StrategikortError):
        alternatives(" OR ".join(f"ord{number}" for number in range(30)))
    with pytest.raises(StrategikortError):
        alternatives(" ".join(["(a OR b)"] * 12))


def test_either_is_an_answer(collection: Collection) -> None:
    either = collection.search("kvanteteknologi OR Sahel", limit=100)
    apart = [collection.search(word, limit=100) for word in ("kvanteteknologi", "Sahel")]
    places = [{(hit.section.id, hit.start) for hit in result.hits} for result in (either, *apart)]
    assert places[0] == places[1] | places[2]
    assert either.total == len(places[0])
    assert {term.term for term in either.terms} >= {"kvanteteknologi", "Sahel"}
    scores = [hit.score for hit in either.hits]
    assert scores == sorted(scores, reverse=True)


def test_a_place_with_both_has_the_words_of_both(collection: Collection) -> None:
    for hit in collection.search("Kina OR Rusland", limit=50).hits:
        if not hit.highlights:
            continue
        marked = {hit.text[start:end] for start, end in hit.highlights}
        for word in ("Kina", "Rusland"):
            assert word not in hit.text.split() or word in marked


def test_every_word_must_be_there(collection: Collection) -> None:
    both = collection.search("Kina AND kvanteteknologi", limit=50)
    some = collection.search("Kina kvanteteknologi", limit=50)
    assert 0 < both.total < some.total
    for hit in both.hits:
        assert {word for word, _, _ in (*hit.matches, *hit.headings)} == {"Kina", "kvanteteknologi"}


@pytest.mark.parametrize(("one", "other"), [("handel", "USA"), ("energi", "Rusland")])
def test_both_are_what_answers_each(collection: Collection, one: str, other: str) -> None:
    """Also where a place has one of them only as what belongs to it: »amerikansk« for »USA«."""
    places = [
        {(hit.section.id, hit.start) for hit in collection.search(query, limit=500).hits}
        for query in (one, other, f"{one} AND {other}")
    ]
    assert places[0] & places[1] <= places[2]


@pytest.mark.parametrize(("one", "other"), [("klima", "teknologi"), ("teknologi", "forsvar")])
def test_both_are_the_same_both_ways_round(collection: Collection, one: str, other: str) -> None:
    """»klima teknologi« is what »klimateknologi« is otherwise; »klima AND teknologi« is not."""
    there, back = (
        {(hit.section.id, hit.start) for hit in collection.search(query, limit=500).hits}
        for query in (f"{one} AND {other}", f"{other} AND {one}")
    )
    assert there == back


@pytest.mark.parametrize("query", ["klim* AND Kina", "Kina AND klim*"])
def test_what_begins_so_is_not_said_otherwise_with_the_word_beside(
    collection: Collection, query: str
) -> None:
    for hit in collection.search(query, limit=50).hits:
        assert "klim" in f"{hit.text} {hit.section.title}".lower()


@pytest.mark.parametrize("query", ["klima OR NOT Kina", "klima ELLER IKKE Kina", "klima OR -Kina"])
def test_what_only_leaves_out_is_no_alternative(program: Program, query: str) -> None:
    outcome = program("søg", query)
    assert outcome.status == 2
    assert "kun ord, som ikke må stå" in outcome.err
    assert "klima NOT Kina" in outcome.err


def test_without_is_what_the_hyphen_is(collection: Collection) -> None:
    named = [
        [hit.section.id for hit in collection.search(query).hits]
        for query in ("partnerskaber NOT Kina", "partnerskaber IKKE Kina", "partnerskaber -Kina")
    ]
    assert named[0] == named[1] == named[2]


def test_references_may_be_alternatives(collection: Collection) -> None:
    found = [hit.section.id for hit in collection.search("rk 24 OR rk 25").hits]
    assert found == ["rk/24", "rk/25"]


def test_what_is_not_there_is_offered_one_by_one(program: Program) -> None:
    outcome = program("søg", "xyzzyq OR qwertyz")
    assert outcome.status == 1
    assert 'strategikort fravær "xyzzyq"\n' in outcome.err
    assert 'strategikort fravær "qwertyz"\n' in outcome.err
    outcome = program("søg", "xyzzyq AND Kina")
    assert 'strategikort fravær "xyzzyq Kina"\n' in outcome.err


@pytest.mark.parametrize(
    "query", ["klima NOT (Kina AND Indien)", "klima -(Kina OG Indien)", "klima NOT (EU NOT Kina)"]
)
def test_what_leaves_out_several_together_is_refused(program: Program, query: str) -> None:
    outcome = program("søg", query)
    assert outcome.status == 2
    assert "klima NOT (Kina OR Indien)" in outcome.err


@pytest.mark.parametrize("subject", ["ulve OR bjørne", "ulve NOT bjørne"])
def test_an_absence_is_of_one_subject(program: Program, subject: str) -> None:
    outcome = program("fravær", subject)
    assert outcome.status == 2
    assert "kan ikke bruges" in outcome.err


def test_commitments_about_either(collection: Collection) -> None:
    from strategikort.links.commitments.promises import promises

    both = promises(collection, subject="kvanteteknologi OR Sahel")
    apart = [promises(collection, subject=word) for word in ("kvanteteknologi", "Sahel")]
    assert {item.commitment for item in both} == {
        item.commitment for found in apart for item in found
    }
