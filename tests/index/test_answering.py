"""What is answered beside the words of a question: by a document's title, and by a list."""

from __future__ import annotations

import pytest

from strategikort.index.querying.filters import Filters
from strategikort.library import Collection
from tests.index.small import found, searcher

LEADING = "Kommunen kan hjælpe fuglene i byen. Det kan bestå i at:"
ITEMS = ("Sætte kasser op i parken.", "Plante flere træer.")


def test_the_items_of_a_list_answer_with_what_leads_to_it() -> None:
    index = searcher(LEADING, *ITEMS)
    assert found(index, "Hvordan kan kommunen hjælpe fuglene?") == [1, 2, 3]
    # What somebody means to do is not asked for by what can be done.
    assert found(index, "Hvordan vil kommunen hjælpe fuglene?") == [1]
    assert found(index, "hjælpe fuglene") == [1]


def test_what_is_no_item_of_a_list_does_not_answer_with_it() -> None:
    # Two more, which stand under the first item: that is a section then.
    index = searcher(LEADING, *ITEMS, "Vejret i går.", "Vejret i dag.")
    assert found(index, "Hvordan kan kommunen hjælpe fuglene?") == [1, 3]


@pytest.mark.parametrize(
    ("question", "filters"),
    [
        ("Hvordan kan kommunen hjælpe fuglene -træer", Filters()),
        ("Hvordan kan kommunen hjælpe fuglene?", Filters(sections=("d/1", "d/2"))),
    ],
)
def test_an_item_that_is_left_out_does_not_answer(question: str, filters: Filters) -> None:
    answer = searcher(LEADING, *ITEMS).search(question, filters)
    assert 3 not in [item.candidate.section for item in answer.scored]


def test_items_count_among_what_was_found() -> None:
    answer = searcher(LEADING, *ITEMS).search("Hvordan kan kommunen hjælpe fuglene?", Filters())
    assert answer.total == len(answer.scored) == 3


def test_an_item_tells_which_words_it_lacks(collection: Collection) -> None:
    result = collection.search("Hvordan kan Danmark knytte NATO tættere til Japan og Australien?")
    items = [hit for hit in result.hits if hit.section.id == "cms/anbefalinger/1/1"]
    assert [(hit.answers, {"Japan", "Australien"} <= {*hit.missing}) for hit in items] == [
        (False, True)
    ]
    # It has one of them, and shows it.
    assert [hit.text[start:end] for hit in items for start, end in hit.highlights]


TIMED = (
    "Byens grønne parker er smukke, og Rådet er glad for dem.",
    "Vi ser på sagen igen i maj 2029, siger Rådet.",
)


@pytest.mark.parametrize(
    ("title", "question", "expected"),
    [
        ("Byens grønne parker", "Hvornår ser Rådet på byens grønne parker igen?", [2, 1]),
        # One of the words does not say what a document is about.
        ("Parker", "Hvornår ser Rådet på byens grønne parker igen?", [1, 2]),
        ("Byens grønne parker", "Hvorfor ser Rådet på byens grønne parker igen?", [1, 2]),
    ],
)
def test_a_time_is_that_of_what_the_title_names(
    title: str, question: str, expected: list[int]
) -> None:
    index = searcher(*TIMED)
    index.connection.execute("UPDATE documents SET data = json_set(data, '$.title', ?)", (title,))
    assert found(index, question) == expected


def test_a_passage_with_a_time_says_something_itself_of_what_is_asked() -> None:
    index = searcher("Parker er smukke.", "Det kommer Rådet til i maj 2029.")
    title = ("Rådet og parker",)
    index.connection.execute("UPDATE documents SET data = json_set(data, '$.title', ?)", title)
    for question, gains in (
        ("Hvornår kommer Rådet til parker?", True),
        ("Hvornår skal Rådet i parker?", False),
    ):
        answer = index.search(question, Filters())
        (timed,) = [item for item in answer.scored if item.candidate.section == 2]
        assert ("title" in timed.parts) is gains
