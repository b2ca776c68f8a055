"""Words run together, misspelt function words and a genitive typed apart are read as meant."""

from __future__ import annotations

import pytest

from strategikort.errors import StrategikortError
from strategikort.index.querying.respelled import respelled
from strategikort.library import Collection


def places(collection: Collection, query: str) -> list[tuple[str, int, int]]:
    return [(hit.section.id, hit.start, hit.end) for hit in collection.search(query).hits]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("kunstigintelligens", "kunstig intelligens"),
     ("FNssikkerhedsråd", "FNs sikkerhedsråd"),
     ("supplychains", "supply chains"),
     ("partnerskabet medVietnam", "partnerskabet med Vietnam"),
     ("kandidaturettil sikkerhedsrådet", "kandidaturet til sikkerhedsrådet"),
     ("handelsembargomod Rusland", "handelsembargo mod Rusland"),
     ("kvanteaftaleUSA 2021", "kvanteaftale USA 2021"),
     ("Hvadsiger Løkke om EU?", "Hvad siger Løkke om EU?"),
     ("Rådets konklusionerpunkt 23", "Rådets konklusioner punkt 23")],
)  # fmt: skip
def test_two_words_run_together_are_searched_as_two(
    collection: Collection, typed: str, meant: str
) -> None:
    found = places(collection, meant)
    assert found
    assert places(collection, typed) == found


def test_what_a_word_was_read_as_is_said(collection: Collection) -> None:
    found = collection.search("kunstigintelligens")
    assert found.query == "kunstigintelligens"
    assert found.corrected == {"kunstigintelligens": ("kunstig intelligens",)}
    assert not found.unfound
    several = collection.search("FNssikkerhedsråd og kunstigintelligens")
    assert [*several.corrected] == ["FNssikkerhedsråd", "kunstigintelligens"]


@pytest.mark.parametrize("typed", ["nano", "Nano", "first"])
def test_what_others_begin_with_is_a_word(collection: Collection, typed: str) -> None:
    # Nanoteknologi and »first reading«: NATO and »først« are other words.
    assert not collection.search(typed).corrected
    assert collection.search("natoo").corrected == {"natoo": ("NATO",)}


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("hvornr skal Danmark bruge to procent på forsvaret", "hvornår skal Danmark bruge to procent på forsvaret"),
     ("vilke lande har partnerskaber", "hvilke lande har partnerskaber"),
     ("Hvm bruger flygtninge til at presse Europa?", "Hvem bruger flygtninge til at presse Europa?"),
     ("øvelser me asiatiske lande", "øvelser med asiatiske lande"),
     ("hvor mane lande er med i EU", "hvor mange lande er med i EU"),
     ("nogt om tortur", "noget om tortur")],
)  # fmt: skip
def test_a_misspelt_function_word_is_one(collection: Collection, typed: str, meant: str) -> None:
    found = places(collection, meant)
    assert found
    assert places(collection, typed) == found


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("FN s verdensmål", "FN's verdensmål"), ("kloden s opvarmning", "klodens opvarmning")],
)
def test_the_s_of_a_genitive_is_put_back(collection: Collection, typed: str, meant: str) -> None:
    found = collection.search(typed)
    assert places(collection, typed) == places(collection, meant)
    assert not found.corrected


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("udstationerring", "udstationering"), ("Middelhavsdagsorenen", "Middelhavsdagsordenen"),
     ("havvndmoller", "havvindmøller"), ("asylreglere", "asylregler"),
     ("hojniveaumodder", "højniveaumøder")],
)  # fmt: skip
def test_a_misspelt_word_is_answered_as_the_right_one(
    collection: Collection, typed: str, meant: str
) -> None:
    found = places(collection, meant)
    assert found
    assert {*places(collection, typed)} & {*found[:3]}


@pytest.mark.parametrize(
    "query",
    ["Sunderland", "Goldberg", "Jensdatter", "blackberry", "OpenAI", "MitID", "YouTube", "Vestsjællands", "møde med Geller",
     "Bolton", "Zelenskyer", "lightning", "sabotage af pipelnes", "partnerskabere", "digtale", "de-risking",
     "“kunstigintelligens”", "titel:kunstigintelligens", "hvr", "manerne", "hvor lange"],
)  # fmt: skip
def test_names_misspelt_words_and_what_is_quoted_are_no_two_words(
    collection: Collection, query: str
) -> None:
    (shelf,) = collection._shelves
    assert respelled(query, shelf.reading()) == (query, {})


def test_no_known_word_is_read_otherwise(collection: Collection) -> None:
    (shelf,) = collection._shelves
    read = shelf.reading()
    for word in ("overfor", "sikkerhedspolitik", "strategiernes", "raadskonklusioner", "NGOer"):
        assert read(word) == word


def test_exactly_what_was_typed_is_searched_where_it_is_asked(collection: Collection) -> None:
    assert not collection.search("kunstigintelligens", exact=True).hits


def test_what_is_too_long_to_be_a_word_is_not_spelt_otherwise(collection: Collection) -> None:
    """All spellings of 5,000 letters took minutes."""
    assert not collection.search("x" * 5_000).hits


def never(word: str) -> str:
    raise AssertionError(word)


def test_a_query_that_is_too_long_is_refused_before_its_words_are_read() -> None:
    with pytest.raises(StrategikortError):
        respelled("x" * 5_001, never)


def test_of_more_words_than_can_be_searched_none_is_read() -> None:
    assert respelled("qvxz " * 61, never) == ("qvxz " * 61, {})
