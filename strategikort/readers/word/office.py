"""What a word processor's file holds → what was read: the same for Word and OpenDocument."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple
from xml.etree.ElementTree import Element

from strategikort.readers.cues.senders import letterhead
from strategikort.readers.making.builder import TextBuilder
from strategikort.readers.making.leftout import left_out, proposed, with_own_words
from strategikort.readers.making.metadata import IN_RUNNING_LINES, Properties, settle
from strategikort.readers.model import FileKind, ReadFile
from strategikort.readers.word.body import BodyWriter
from strategikort.readers.word.numbers import Numbering
from strategikort.readers.word.styles import Styles


class Parts(NamedTuple):
    """The parts of a document as Word has them."""

    document: Element
    styles: Element | None = None
    numbering: Element | None = None
    footnotes: Element | None = None
    endnotes: Element | None = None
    settings: Element | None = None


class Contents(NamedTuple):
    """What a file holds: the parts of a document, and what it has ``told`` of itself.

    ``besides`` counts what is not read, or only proposed; ``headers`` and ``footers`` are the
    paragraphs of each, which are not read either.
    """

    parts: Parts
    told: Properties
    besides: Mapping[str, int]
    headers: Sequence[Sequence[str]] = ()
    footers: Sequence[Sequence[str]] = ()


def read_contents(data: bytes, name: str, kind: FileKind, contents: Contents) -> ReadFile:
    """Return what a file with these contents is."""
    parts, told, besides, headers, footers = contents
    styles = Styles(parts.styles)
    builder = TextBuilder()
    writer = BodyWriter(builder, styles, Numbering(parts.numbering))
    writer.write(parts.document, parts.footnotes, parts.endnotes, parts.settings)
    builder.tie_marks()
    text, blocks = builder.text, tuple(builder.blocks)
    unread = {
        **besides,
        "struck": writer.struck,
        "header": with_own_words(headers, text),
        "footer": with_own_words(footers, text),
    }
    warnings = (*left_out(unread), *proposed(besides.get("insertion", 0)))
    metadata = settle(
        text,
        blocks,
        told._replace(language=told.language or styles.language),
        displayed=builder.displayed,
    )
    sender = letterhead(line for each in (*headers, *footers) for line in each)
    if sender and metadata.evidence.get("author", told.where) == told.where:
        evidence = {**metadata.evidence, "author": IN_RUNNING_LINES}
        metadata = replace(metadata, author=sender, evidence=evidence)
    marks = builder.marks
    return ReadFile.of_bytes(
        data, name, kind, text, blocks, marks=marks, metadata=metadata, warnings=warnings
    )
