"""Citations as JSON objects."""

from __future__ import annotations

from collections.abc import Sequence

from strategikort.citation.styles import cite
from strategikort.citation.styles.item import Item
from strategikort.output.objects import Object, section_object


def citation_objects(items: Sequence[Item], style: str) -> list[Object]:
    """Return each citation with the exact place it names.

    Raises ``StrategikortError`` for an unknown style.
    """
    return [
        {
            "id": item.section.id,
            "style": style,
            "text": cite([item], style),
            "source": _source(item),
        }
        for item in items
    ]


def _source(item: Item) -> Object:
    source: Object = section_object(item.document, item.section, with_text=False)["source"]
    if item.chars is not None:
        source["chars"] = item.chars
    if item.lines is not None:
        source["lines"] = item.lines
    if item.pages is not None:
        source["pages"] = item.pages or None
    return source
