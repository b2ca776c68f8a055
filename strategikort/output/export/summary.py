"""What was exported, in a sentence and as JSON."""

from __future__ import annotations

from collections.abc import Sequence

from strategikort.danish import count
from strategikort.output.export.content import Content
from strategikort.output.objects import Object
from strategikort.output.screen import safe

_ROWS = {"hits": ("fund", "fund"), "passages": ("passage", "passager"), "sections": ("afsnit",) * 2}


def summary_text(target: str, form: str, content: Content) -> str:
    """Return one sentence: how much was written, and where."""
    what, number = _rows(form, content)
    documents = count(len(content.documents), "dokument", "dokumenter")
    return f"{count(number, *_ROWS[what])} fra {documents} er skrevet til {safe(target)}."


def summary_object(target: str, form: str, content: Content, files: Sequence[str]) -> Object:
    """Return the same after the contract; ``files`` are those that were written."""
    return {
        "target": target,
        "format": form,
        "files": list(files),
        "documents": [document.id for document in content.documents],
        "rows": _rows(form, content)[1],
    }


def _rows(form: str, content: Content) -> tuple[str, int]:
    if content.found is not None:
        return "hits", len(content.found.hits)
    what = "passages" if form == "opensearch" else "sections"
    return what, content.counts[what]
