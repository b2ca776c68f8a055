"""What is one place in a section: paragraphs, lists and tables, and stretches of long tables."""

from __future__ import annotations

import pytest

from strategikort.index.filling.passages import LONG_TABLE, passages_of
from strategikort.model import Section, Table
from strategikort.text.aligned import AlignedText
from strategikort.text.layout import Layout


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
