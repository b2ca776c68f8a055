"""A read file as plain lists and numbers, so that it can go from process to process as JSON."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import Any

from strategikort.readers.model import (
    Block,
    BlockKind,
    FileKind,
    Mark,
    Metadata,
    Page,
    Quality,
    ReadFile,
    ReadingWarning,
)


def to_plain(value: object) -> Any:
    """Return dataclasses as lists of their fields, tuples as lists, mappings as pairs."""
    if is_dataclass(value):
        return [to_plain(getattr(value, item.name)) for item in fields(value)]
    if isinstance(value, (list, tuple)):
        return [to_plain(item) for item in value]
    if isinstance(value, dict):
        return [[key, item] for key, item in value.items()]
    return value


def from_plain(plain: Any) -> ReadFile:
    """Rebuild what :func:`to_plain` made of a :class:`ReadFile`."""
    name, kind, sha256, text, blocks, pages, marks, metadata, quality = plain
    title, author, date, language, evidence, number, url = metadata
    return ReadFile(
        name,
        FileKind(kind),
        sha256,
        text,
        tuple(_block(item) for item in blocks),
        tuple(Page(*item) for item in pages),
        tuple(Mark(*item) for item in marks),
        Metadata(title, author, date, language, dict(evidence), number, url),
        _quality(quality),
    )


def _block(plain: Any) -> Block:
    kind, start, end, level, how, page, marker, continues, cells, *set_off = plain
    rows = tuple(tuple((first, last) for first, last in row) for row in cells)
    return Block(BlockKind(kind), start, end, level, how, page, marker, continues, rows, *set_off)


def _quality(plain: Any) -> Quality:
    pages, without, unread, damaged, order, headings, encoding, warnings = plain
    return Quality(
        pages,
        tuple(without),
        tuple((index, code) for index, code in unread),
        dict(damaged),
        dict(order),
        dict(headings),
        encoding,
        tuple(ReadingWarning(code, message, tuple(at)) for code, message, at in warnings),
    )
