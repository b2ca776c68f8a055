"""The tree of a web page: its elements, what of them is seen, and their text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from strategikort.readers.making.builder import raised, tidy

MAX_NODES = 400_000
MAX_DEPTH = 150

_DROPPED_TAGS = (
    "script style noscript template svg canvas iframe object head title select datalist video "
    "audio map math button"
)
_DROPPED = frozenset(_DROPPED_TAGS.split())
_BLOCKS_TAGS = (
    "address article aside blockquote body center dd details div dl dt fieldset figcaption "
    "figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary "
    "table tbody td tfoot th thead tr ul caption"
)
BLOCKS = frozenset(_BLOCKS_TAGS.split())


_READ_ALOUD = re.compile(
    r"(?:^|\s)(?:sr-only|visually-?hidden|screen-?reader(?:-(?:text|only))?|show-for-sr)(?:\s|$)"
)
"""The classes of what is only for those who cannot see the page: »åbner i nyt vindue«."""


@dataclass
class Node:
    """An element; ``children`` are elements and strings."""

    tag: str
    attributes: dict[str, str]
    children: list[Node | str] = field(default_factory=list)

    @property
    def label(self) -> str:
        """Its id, class and role, by which authors say what it is."""
        get = self.attributes.get
        return f"{get('id', '')} {get('class', '')} {get('role', '')}"

    @property
    def elements(self) -> list[Node]:
        """Its children that are elements."""
        return [child for child in self.children if isinstance(child, Node)]

    def walk(self) -> Iterator[Node]:
        """Yield the element and all elements in it."""
        stack = [self]
        while stack:
            node = stack.pop()
            yield node
            stack.extend(reversed(node.elements))


def is_hidden(node: Node) -> bool:
    """Tell whether a browser does not show an element, or shows no text of it that is said."""
    if node.tag in _DROPPED or is_struck(node):
        return True
    if not node.attributes:
        return False
    if "hidden" in node.attributes:
        return True
    if _READ_ALOUD.search(node.attributes.get("class", "")):
        return True
    style = node.attributes.get("style", "").replace(" ", "").lower()
    # The caption of a figure that is described already is only not read aloud.
    unread = node.attributes.get("aria-hidden") == "true" and node.tag != "figcaption"
    return unread or "display:none" in style


def is_struck(node: Node) -> bool:
    """Tell whether the words of an element are struck out.

    One that authors leave open would strike all that follows; only ``<del>`` may hold paragraphs.
    """
    if node.tag == "del":
        return True
    said = node.tag in ("s", "strike") or "line-through" in node.attributes.get("style", "")
    return said and not any(item.tag in BLOCKS for item in node.walk() if item is not node)


def struck_parts(node: Node) -> int:
    """Return how many elements in ``node`` have words that are struck out."""
    struck = 0
    stack = [node]
    while stack:
        item = stack.pop()
        if is_struck(item):
            words = (child for one in item.walk() for child in one.children)
            struck += any(isinstance(word, str) and word.strip() for word in words)
        else:
            stack += item.elements
    return struck


def text_of(node: Node) -> str:
    """Return the text of an element in one line."""
    parts: list[str] = []

    def collect(item: Node, is_raised: bool) -> None:
        if is_hidden(item):
            return
        for child in item.children:
            if isinstance(child, str):
                parts.append(raised("".join(parts[-3:]), child) if is_raised else child)
            elif child.tag == "br":
                parts.append(" ")
            else:
                parts.append(" " if child.tag in BLOCKS else "")
                collect(child, is_raised or child.tag == "sup")

    collect(node, node.tag == "sup")
    return tidy(" ".join("".join(parts).split()))


def own_words(node: Node) -> list[str]:
    """Return the words of an element that stand in no block within it."""
    inline = [
        child if isinstance(child, str) else text_of(child)
        for child in node.children
        if isinstance(child, str) or child.tag not in BLOCKS
    ]
    return " ".join(inline).split()
