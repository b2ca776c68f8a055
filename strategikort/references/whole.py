"""A document as a section: what is cited when no place in it is named."""

from __future__ import annotations

from strategikort.model import Document, Section
from strategikort.text.aligned import EMPTY

WHOLE_DOCUMENT = "dokument"
"""The kind of such a section; no section in a store is of it."""


def whole_document(document: Document) -> Section:
    """Return all of ``document`` as one section, without text, pages or lines."""
    return Section(document.id, document.id, WHOLE_DOCUMENT, None, document.title, EMPTY, ())
