"""What holds for every file: nothing lost, nothing double, everything points into the text."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from strategikort.errors import SourceError
from strategikort.readers import BlockKind, EmptyFileError, ReadFile, read
from strategikort.readers.apart.plain import from_plain, to_plain
from strategikort.readers.found.frontpage import with_front_page
from strategikort.readers.opendocument.odt import read_odt
from strategikort.readers.pdf.reader import read_pdf
from strategikort.readers.web.html import read_html
from strategikort.structure.auto import sections_of
from strategikort.structure.auto.build import cleaning_rules_of, source_of
from strategikort.text.clean import clean
from tests.readers import opendocument as odf
from tests.readers.made import PRODUCERS, Set, document

PIECES = st.sampled_from(
    ["# Mål\n", "## 1.1 Delmål\n", "1. Vi vil ", "- punkt ", "stra-\ntegi", "\n", "\n\n", "|a|b|\n",
     "tekst ", "EU-\nregulering. ", "[^1]", "[^1]: note\n", "> citat ", "Tabel 1: tal\n", "\f", "æøå ",
     "\n\n§ 1. Loven ", "\n§ 2 a. ", "\n\nStk. 2. Der ", "\n\nKapitel 3\n\n", "\n\nStraf\n\n",
     "Anbefalinger\n", "\t", "\xa0", "***", "```\n", "2.\n", "Kapitel 2\n====\n", "…", "."]
)  # fmt: skip
TAGS = st.sampled_from(
    ["<p>", "</p>", "<h1>", "</h1>", "<li>", "<ul>", "</ul>", "<table>", "<tr>", "<td>", "</table>",
     "<nav>", "</nav>", "<main>", "</main>", "<b>", "</b>", "<aside>", "</aside>", "tekst ", "1.1 Mål",
     "<p>§ 1. Loven </p>", "<p>§ 2 a. Der ", "<p>Stk. 2. Der </p>", "<p>Kapitel 3</p>", "<p>Straf</p>",
     "<div id=fn1>", "<a href=#fn1>1</a>", "<br>", "&aring;", "<figcaption>", "<pre>", "  \n "]
)  # fmt: skip

WORDS = st.sampled_from(
    ["Vi vil styrke EU. ", "1. Mål ", "§ 1. Loven ", "Stk. 2. Der ", "Kapitel 3", "a\u030a ", "<text:tab/>", "  \n ",
     "<text:s text:c='3'/>", "<text:line-break/>", odf.note("1", "Se loven."), odf.note("", "Note"),
     odf.note("i", "", kind="endnote"), "<text:span text:style-name='Fed'>fed</text:span>", "- punkt ",
     odf.boxed(odf.p("I boksen."), odf.h("Hoved")), "<text:span text:style-name='Skjult'>skjult</text:span>",
     "<draw:frame><draw:image/></draw:frame>", "<office:annotation><text:p>nej</text:p></office:annotation>"]
)  # fmt: skip
LINES = st.lists(WORDS, max_size=5).map("".join)
PARAGRAPHS = st.one_of(
    LINES.map(odf.p),
    LINES.map(odf.h),
    LINES.map(lambda line: odf.h(line, 2)),
    LINES.map(lambda line: f"<text:table-of-content>{odf.p(line)}</text:table-of-content>"),
)


def _containers(inside: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    cells = inside.map(lambda cell: f"<table:table-cell>{cell}</table:table-cell>")
    across = inside.map(
        lambda cell: (
            '<table:table-cell table:number-columns-spanned="2" table:number-rows-spanned="2">'
            f"{cell}</table:table-cell><table:covered-table-cell/>"
        )
    )
    rows = st.lists(st.lists(cells | across, max_size=3), max_size=3)
    return st.one_of(
        st.lists(inside, max_size=3).map("".join),
        st.lists(inside, max_size=3).map(lambda items: odf.listed("Tal", *items)),
        st.lists(inside, max_size=3).map(
            lambda items: f"<text:section>{''.join(items)}</text:section>"
        ),
        inside.map(lambda one: odf.p(odf.boxed(one))),
        rows.map(lambda made: odf.table(*made)),
    )


OPEN_DOCUMENTS = st.lists(st.recursive(PARAGRAPHS, _containers, max_leaves=12), max_size=12)


def check(found: ReadFile) -> None:
    sections = sections_of(found, "d")
    owners = [0] * len(found.text)
    for section in sections:
        for start, end in (*section.heading, *section.pieces):
            for offset in range(start, end):
                owners[offset] += 1
    for block in found.blocks:
        assert 0 <= block.start <= block.marker <= block.end <= len(found.text)
        if block.kind is BlockKind.FURNITURE:
            for offset in range(block.start, block.end):
                owners[offset] += 1
    for offset, character in enumerate(found.text):
        assert character.isspace() or owners[offset] == 1, (
            offset,
            found.text[offset - 20 : offset + 20],
        )
    source, rules = source_of(found), cleaning_rules_of(found)
    assert len({section.id for section in sections}) == len(sections)
    for section in sections:
        for run in section.text.runs:
            clean_part = section.text.text[run.clean : run.clean + run.length]
            assert clean_part == found.text[run.raw : run.raw + run.length]
        assert clean(source, section.pieces, rules, section.layout) == section.text
        if section.number is not None and "number" not in section.derived:
            own = "".join(found.text[a:b] for a, b in (*section.heading, *section.pieces))
            # The number of »§ 3 a« is 3a.
            assert section.number in own.replace(" ", "") or section.kind == "side"
    ids = {section.id: section for section in sections}
    for section in sections:
        assert all(ids[child].parent == section.id for child in section.children)


@settings(max_examples=120)
@given(st.lists(PIECES, max_size=40), st.sampled_from(["f.md", "f.txt", "f"]))
def test_texts_of_any_shape(pieces: list[str], name: str) -> None:
    try:
        found = read("".join(pieces).encode(), name)
    except SourceError:
        return
    if found.kind in ("markdown", "text"):
        check(found)


@settings(max_examples=120)
@given(st.lists(TAGS, max_size=40))
def test_web_pages_of_any_shape(tags: list[str]) -> None:
    try:
        check(read_html(("<html><body>" + "".join(tags)).encode(), "f.html"))
    except SourceError:
        return


@settings(max_examples=120)
@given(OPEN_DOCUMENTS, st.sampled_from([odf.odt, odf.flat]))
def test_opendocument_texts_of_any_shape(parts: list[str], made: Callable[..., bytes]) -> None:
    hidden = odf.style("Skjult", 'text:display="none"', family="text")
    try:
        found = read_odt(made("".join(parts), hidden), "f.odt")
    except EmptyFileError:
        return
    assert "skjult" not in found.text
    assert "nej" not in found.text
    check(found)


@settings(max_examples=200)
@given(st.binary(max_size=300))
def test_any_bytes_give_a_text_or_an_error_of_ours(data: bytes) -> None:
    try:
        text = read(data, "fil").text
    except SourceError as error:
        text = error.message
    assert text.strip()


@pytest.mark.parametrize("producer", PRODUCERS)
def test_made_pdfs(producer: str) -> None:
    parts = document(9, parts=40, notes=True, boxes=True)
    check(read_pdf(PRODUCERS[producer](parts, Set(columns=2)), "f.pdf"))


def test_a_read_file_survives_the_way_between_processes() -> None:
    parts = document(4, parts=30, notes=True)
    found = read_pdf(PRODUCERS["fpdf2"](parts, Set()), "f.pdf")
    assert from_plain(json.loads(json.dumps(to_plain(found)))) == found


def test_reading_twice_gives_the_same() -> None:
    data = PRODUCERS["reportlab"](document(6, parts=30, notes=True), Set(columns=2))
    # In this process and in the one that files are read in.
    first, second = with_front_page(read_pdf(data, "f.pdf")), read(data, "f.pdf")
    assert first == second
    assert sections_of(first, "d") == sections_of(second, "d")
