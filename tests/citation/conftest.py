"""The five documents as what quotations are checked against."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from strategikort.citation.archive import Archive
from strategikort.citation.memo import Report, check_memo
from strategikort.citation.memofile import read_memo
from strategikort.library import Collection
from strategikort.model import Document, Section
from strategikort.text.source import Source


@dataclass(frozen=True)
class Five:
    documents: dict[str, Document]
    sections: dict[str, Section]
    sources: dict[str, Source]


@pytest.fixture(scope="session")
def five(collection: Collection) -> Five:
    return Five(
        {document.id: document for document in collection.documents},
        {section.id: section for section in collection.sections()},
        {document.id: collection.source(document.id) for document in collection.documents},
    )


@pytest.fixture(scope="session")
def archive(five: Five) -> Archive:
    """The archive of the five documents, without the pages of their lines."""
    return Archive(five.sections.values(), five.sources.__getitem__)


@pytest.fixture(scope="session")
def check(archive: Archive, collection: Collection) -> Callable[[str | bytes, str], Report]:
    """What checks the quotations of a file."""

    def checked(data: str | bytes, name: str = "notat.md") -> Report:
        data = data.encode() if isinstance(data, str) else data
        memo, published = read_memo(data, name), collection._published_by
        return check_memo(archive, memo, collection.cited, published=published)

    return checked
