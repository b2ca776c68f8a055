"""What is one place in a section: paragraphs, lists and tables, and stretches of long tables."""

from __future__ import annotations

import pytest

from strategikort.index.filling.passages import LONG_TABLE, passages_of
from strategikort.model import Section, Table
from strategikort.text.aligned import AlignedText
from strategikort.text.layout import Layout


def prose(paragraphs: list[str], children: tuple[str, ...] = ()) -> Section:
    return Section(
        id="d/1",
        document="d",
        kind="kapitel",
        number="1",
        title="Kapitel 1",
        text=AlignedText("\n\n".join(paragraphs), ()),
        pieces=(),
        children=children,
    )


LEAD = (
    "De vigtigste, der deler oplysninger med hinanden i dag, og som planen derfor handler om, er:"
)
ITEM = "• Offentlige myndigheder, herunder virksomheder, der handler på en myndigheds vegne;"


def test_what_leads_to_a_list_is_one_place_with_its_first_items() -> None:
    section = prose([LEAD, *[ITEM] * 9])
    first, *rest = [section.text.text[start:end] for start, end in passages_of(section)]
    assert first == "\n\n".join([LEAD, ITEM])
    assert rest == [ITEM] * 8


def test_what_leads_to_sections_goes_with_no_later_paragraph() -> None:
    section = prose([LEAD, ITEM], children=("d/1/1", "d/1/2"))
    assert [section.text.text[start:end] for start, end in passages_of(section)] == [LEAD, ITEM]


def table(rows: list[str]) -> Section:
    text = "\n".join(rows)
    return Section(
        id="d/tabeller/1",
        document="d",
        kind="tabel",
        number="1",
        title="Tabel 1",
        text=AlignedText(text, ()),
        pieces=(),
        label="Tabel 1",
        layout=Layout.LINES,
        table=Table(caption="", columns=("Dato", "Sted"), rows=tuple((row, "") for row in rows)),
    )


@pytest.mark.parametrize("rows", (1, 5, 20))
def test_a_short_table_is_one_place(rows: int) -> None:
    section = table(["20240506\tHerlev Bibliotek\tRedaktør"] * rows)
    assert len(section.text.text) <= LONG_TABLE
    assert [*passages_of(section)] == [(0, len(section.text.text))]


@pytest.mark.parametrize("rows", (["række " * 8] * 60, ["lang " * 300] * 3, ["x"] * 900))
def test_a_long_table_is_taken_in_stretches_of_whole_rows(rows: list[str]) -> None:
    section = table(rows)
    text = section.text.text
    pieces = [text[start:end] for start, end in passages_of(section)]
    assert len(pieces) > 1
    assert "\n".join(pieces) == text
    assert all(len(piece) <= 350 or "\n" not in piece for piece in pieces)
