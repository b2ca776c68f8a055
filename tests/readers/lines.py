"""The same lines as a file of every kind; what begins with ``*`` is bold where there is bold."""

from __future__ import annotations

from tests.readers import opendocument
from tests.readers.word import p, word


def as_page(*lines: str) -> bytes:
    """Return a web page with a paragraph for each line; what begins with ``*`` is bold."""
    body = "".join(
        f"<p><b>{line[1:]}</b></p>" if line.startswith("*") else f"<p>{line}</p>" for line in lines
    )
    return f"<html><body>{body}</body></html>".encode()


def as_word(*lines: str) -> bytes:
    return word(
        "".join(p(line[1:], run="<w:b/>") if line.startswith("*") else p(line) for line in lines)
    )


def as_opendocument(*lines: str) -> bytes:
    bold = '<text:span text:style-name="Fed">{}</text:span>'
    return opendocument.odt(
        "".join(
            opendocument.p(bold.format(line[1:]) if line.startswith("*") else line)
            for line in lines
        )
    )


def as_text(*lines: str) -> bytes:
    return "\n\n".join(line.removeprefix("*") for line in lines).encode()


def as_markdown(*lines: str) -> bytes:
    return "\n\n".join(
        f"**{line[1:]}**" if line.startswith("*") else line for line in lines
    ).encode()


FORMS = {
    "f.html": as_page,
    "f.docx": as_word,
    "f.odt": as_opendocument,
    "f.txt": as_text,
    "f.md": as_markdown,
}
