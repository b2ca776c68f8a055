"""Places as Web Annotations, by which other programs find the passage again.

After the W3C recommendation "Web Annotation Data Model" (2017), 4.2.4 Text Quote Selector and
4.2.5 Text Position Selector.  Positions count the Unicode code points of the decoded source file,
whose checksum is given.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from strategikort.citation.short import short_citation
from strategikort.citation.styles.item import Item
from strategikort.text.aligned import SourceRange
from strategikort.text.safe import json_text
from strategikort.text.source import Source

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
AROUND = 40
"""Characters before and behind a passage that its selector names."""


def w3c(items: Sequence[Item]) -> str:
    """Return a list with one annotation for each place."""
    return json_text([annotation(item) for item in items], indent=2)


def annotation(item: Item) -> dict[str, Any]:
    """Return a place as an annotation; raises ``ValueError`` for an item without its source."""
    if item.source is None:
        raise ValueError(f"no source for {item.section.id}")
    ranges = item.section.pieces or item.section.heading if item.chars is None else item.chars
    targets = [target(item.source, part) for part in ranges] or [_file(item.source)]
    cited = short_citation(item.document, item.section, lines=item.lines, pages=item.pages)
    return {
        "@context": CONTEXT,
        "id": f"urn:strategikort:{quote(item.section.id)}{item.part}",
        "type": "Annotation",
        "motivation": "identifying",
        "body": {
            "type": "TextualBody",
            "value": cited,
            "format": "text/plain",
            "language": "da",
        },
        "target": targets,
    }


def target(source: Source, part: SourceRange) -> dict[str, Any]:
    """Return a stretch of a source as the target of an annotation."""
    return {**_file(source), "selector": selectors(source.text, part)}


def _file(source: Source) -> dict[str, Any]:
    return {"source": quote(source.file), "digest": f"sha256:{source.sha256}"}


def selectors(text: str, part: SourceRange) -> list[dict[str, Any]]:
    """Return both selectors for a stretch of the decoded source."""
    start, end = part
    return [
        {
            "type": "TextQuoteSelector",
            "exact": text[start:end],
            "prefix": text[max(0, start - AROUND) : start],
            "suffix": text[end : end + AROUND],
        },
        {"type": "TextPositionSelector", "start": start, "end": end},
    ]
