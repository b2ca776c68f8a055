"""What stands beside the text of a page under the name of a column of menus: boxes of the text."""

from __future__ import annotations

import re

from strategikort.readers.web.main import is_linked
from strategikort.readers.web.tree import Node, own_words, text_of

BOX_NAME = "faktaboks"

_SIDEBAR = re.compile(r"(?:^|(?<=[\s_-]))sidebar(?:block)?(?=$|[\s_-])", re.I)
_SENTENCE = 12
"""Words that running text has at least, in an element or in a box."""

_PARTS = frozenset({"aside", "div", "section"})


def name_boxes(root: Node) -> None:
    """Name boxes what is called a sidebar and is one of a text: between its paragraphs, with text.

    The sidebar of a site stands beside the element that holds the text, or has links in it.
    """
    for node in root.walk():
        boxes = [child for child in node.children if isinstance(child, Node) and _is_named(child)]
        if boxes and any(isinstance(child, Node) and _runs(child) for child in node.children):
            for box in boxes:
                if not is_linked(box) and len(text_of(box).split()) >= _SENTENCE:
                    name = box.attributes["class"]
                    box.attributes["class"] = _SIDEBAR.sub(BOX_NAME, name)


def _is_named(node: Node) -> bool:
    return node.tag in _PARTS and bool(_SIDEBAR.search(node.attributes.get("class", "")))


def _runs(node: Node) -> bool:
    """Tell whether an element is a paragraph of running text."""
    is_paragraph = node.tag in ("p", "div") and len(own_words(node)) >= _SENTENCE
    return is_paragraph and not is_linked(node)
