"""The tokens of a PDF are read as pdfminer.six reads them, only quicker."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pdfminer.pdfinterp import PDFContentParser
from pdfminer.pdfparser import PDFStreamParser
from pdfminer.pdftypes import PDFStream
from pdfminer.psexceptions import PSEOF
from pdfminer.psparser import PSStackParser

from strategikort.readers.pdf.drawing import tokens
from strategikort.readers.pdf.drawing.tokens import ContentParser, ObjectParser
from strategikort.readers.pdf.reader import read_pdf
from tests.readers.rawpdf import one_page, stream

_PIECES = (
    *(b"12", b"-3.", b"+.5", b"--7", b"1-2", b".", b"-", b"3.4.5", b"/F1", b"/A#20B", b"/\xc3\xa6"),
    *(b"/\xff", b"/", b"Tj", b"T*", b"'", b'"', b"true", b"falsely", b"BT", b"\xe6", b"q\x00"),
    *(b"(a)", b"(a(b)c)", b"(", b")", b"(\\)", b"(\\101\\7x\\377)", b"(\\400)", b"(\\8\\a\\\n)"),
    *(b"(\\n\\(\\\\)", b"(\\\r\n.)", b"<41 4>", b"<4142>", b"<>", b"<", b">", b"<<", b">>", b"[", b"]"),
    *(b"{", b"}", b"%", b"\n", b"\r", b" ", b"\t", b"\x00", b"BI", b"ID x EI ", b"ID", b"EI"),
)  # fmt: skip
_STREAMS = st.lists(st.sampled_from(_PIECES), max_size=12).map(b"".join)


def _objects(parser: PSStackParser[Any]) -> Iterator[str]:
    """Yield what a parser reads, up to what it stumbles over."""
    try:
        while True:
            _, found = parser.nextobject()
            yield repr(found)
    except PSEOF:
        return
    except Exception as error:
        yield type(error).__name__


def _read(parser: type[PDFContentParser], streams: list[bytes]) -> list[str]:
    made = [PDFStream({}, data) for data in streams]
    for at, one in enumerate(made):
        one.objid = at
    try:
        return list(_objects(parser(made)))
    except PSEOF:
        return []


@given(_STREAMS)
@settings(max_examples=300, deadline=None)
def test_objects_packed_in_a_stream_are_read_as_pdfminer_reads_them(data: bytes) -> None:
    data = data.replace(b"Tj", b" 7 0 R ").replace(b"BI", b"null")
    quick, usual = (list(_objects(parser(data))) for parser in (ObjectParser, PDFStreamParser))
    assert quick == usual


@given(st.lists(_STREAMS, max_size=3), st.sampled_from([b"", b" "]))
@settings(max_examples=500, deadline=None)
def test_any_stream_is_read_as_pdfminer_reads_it(streams: list[bytes], between: bytes) -> None:
    streams = [data.replace(b"Tj", between + b"Tj") for data in streams]
    assert _read(ContentParser, streams) == _read(PDFContentParser, streams)


# Between CR and LF pdfminer.six itself depends on where its buffer ends.
@pytest.mark.parametrize("piece", [piece for piece in _PIECES if b"\r\n" not in piece])
def test_a_token_cut_by_the_buffer_is_whole(piece: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    data = piece + b" 7 Td (ende) Tj "
    for size in range(1, 12):
        monkeypatch.setattr(ContentParser, "BUFSIZ", size)
        assert _read(ContentParser, [data]) == _read(PDFContentParser, [data])


@pytest.mark.parametrize("end", [b"(a)) Tj ", b"\\457) Tj ", b""])
def test_escapes_before_what_is_left_to_pdfminer_take_no_time(end: bytes) -> None:
    data = b"(" + b"\\000\\1111" * 2000 + end
    began = time.process_time()
    assert _read(ContentParser, [data]) == _read(PDFContentParser, [data])
    assert time.process_time() - began < 5


def test_operators_take_their_operands_and_no_others() -> None:
    content = b"BT 1 2 3 /F1 12 Tf 14 TL 50 700 Td (Bund) Tj T* 5 Tj (\\330st) ' [(og) -400 (v) (est)] TJ ET"
    read = read_pdf(one_page(stream(content)), "a.pdf")
    assert read.text.split() == ["Bund", "Østog", "vest"]


def test_another_pdfminer_reads_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    content = one_page(stream(b"BT /F1 12 Tf 50 700 Td (Bundlinje) Tj ET"))
    assert tokens.reads_the_same()
    monkeypatch.setattr(tokens, "_TOKEN", re.compile(rb"\s*([-.\d]+)"))
    assert not tokens.reads_the_same()
    monkeypatch.setattr(tokens._QuickTokens, "is_known", False)
    assert read_pdf(content, "a.pdf").text == "Bundlinje"
