"""Where lines are broken on a terminal, and how words are set off there."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from strategikort.library import Collection
from strategikort.output.screen import Screen, heading_parts
from tests.conftest import Outcome

CITATION = "Kilde: Strategien, maj 2023, afsnit 3, § 12, stk. 2, 5. prioritet, s. 12-13, l. 879-892"


@pytest.mark.parametrize("width", range(20, 97))
def test_a_number_stays_with_what_it_counts(width: int) -> None:
    # »…, l.« stood at the end of a line and »879-892« on the next.
    lines = Screen(width).paragraph(CITATION)
    assert " ".join(lines) == CITATION
    assert max(map(len, lines)) <= width
    for line in lines:
        assert not line.endswith(("§", "stk.", "5.", "s.", "l."))


@pytest.mark.parametrize("text", ["1. " * 50, "l. " * 50, "§ 1 " * 50, "a " * 50])
def test_no_line_is_wider_than_the_screen(text: str) -> None:
    assert max(map(len, Screen(30).paragraph(text.strip()))) <= 30


def test_no_line_is_broken_at_a_no_break_space() -> None:
    text = "Danmark og 300\u00a0millioner\u00a0kroner i alt"
    assert Screen(30).paragraph(text) == ["Danmark og", "300\u00a0millioner\u00a0kroner i alt"]


def test_words_are_set_off_without_a_colour_that_a_light_screen_swallows() -> None:
    # Bold yellow on white cannot be read.
    assert Screen(40, True).paragraph("Kina og USA", "", [(0, 4)]) == [
        "\x1b[1;4mKina\x1b[0m og USA"
    ]


@pytest.mark.parametrize("width", [60, 80])
def test_titles_of_documents_are_broken_between_words(collection: Collection, width: int) -> None:
    # The terminal broke them in the middle of a word, and paths after them.
    document = collection.document("cms")
    lines = Screen(width).document(document, "3 af 15 steder")
    assert len(lines) > 1
    assert max(map(len, lines)) <= width
    whole = f"cms  {document.shown_title}  3 af 15 steder"
    assert " ".join(" ".join(lines).split()) == " ".join(whole.split())
    assert Screen().document(document, "3 af 15 steder") == [whole]
    assert Screen().document(document) == [f"cms  {document.shown_title}"]


def test_the_first_line_may_begin_otherwise_and_colours_go_with_their_text() -> None:
    parts = heading_parts("Kina og de andre", "[uss/kina]", "handel og aftaler")
    assert Screen(24).painted(parts, "│  ", "├─ ") == [
        "├─ Kina og de andre",
        "│  [uss/kina]  handel og",
        "│  aftaler",
    ]
    assert Screen(24, True).painted(parts, "", "1.  ") == [
        "1.  \x1b[1mKina og de andre\x1b[0m",
        "\x1b[2m[uss/kina]\x1b[0m  handel og",
        "aftaler",
    ]
    assert Screen(30, True).painted([("a\x1b[2Jb", ("1",))]) == ["\x1b[1ma\ufffd[2Jb\x1b[0m"]
    assert Screen(30).painted([], "  ", "- ") == ["- "]


@pytest.mark.parametrize(
    "words",
    [
        ("kort",),
        ("kort", "pejlemærke 4"),
        ("dokumenter", "tech"),
        ("forskel", "uss", "tech"),
        ("søg", "kvante", "--forklar"),
        ("sammenlign", "danske interesser", "--uenigheder"),
        ("forpligtelser", "-d", "cms"),
    ],
    ids=" ".join,
)
def test_lines_are_broken_between_words_by_every_command(
    program: Callable[..., Outcome], monkeypatch: pytest.MonkeyPatch, words: list[str]
) -> None:
    # The terminal broke the tree of the map, the contents and changed texts in the middle of words.
    plain = program(*words).out
    lone = re.compile(r"[\s│├└─]+")
    for width in (40, 60, 80):
        screen = Screen(width)
        monkeypatch.setattr(Screen, "of", lambda *_, screen=screen: screen)
        wrapped = program(*words).out
        assert [
            line
            for line in wrapped.splitlines()
            # A word that is too long for any line is left whole.
            if len(line) > width and re.search(r"\S  ?\S", re.sub(r"^[\s│├└─]+", "", line))
        ] == [], width
        assert lone.sub("", wrapped) == lone.sub("", plain), width
