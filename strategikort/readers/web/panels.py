"""What a reader of a web page can unfold, with the titles that he unfolds it by."""

from __future__ import annotations

import re
from itertools import pairwise

from strategikort.readers.web.main import HEADING, is_furniture
from strategikort.readers.web.tree import Node, is_hidden, text_of

TITLE = "summary"
"""The element that HTML itself has for the title of what can be unfolded."""

_SAYS_NOTHING = re.compile(
    r"(?:læs|vis|se|show|read)(?: (?:mere|alt?|alle|flere|hele \w+|more|all))?\W*"
    r"|detaljer|details|mere",
    re.I,
)

_LONGEST = 150

_ASIDE = frozenset({"dialog", "alertdialog", "menu", "menubar", "listbox", "tooltip", "search"})

_FINDABLE = "until-found"

_HIDING = re.compile(r"display\s*:\s*none\s*;?", re.I)


def open_panels(root: Node) -> None:
    """Show the panels that buttons and tabs of the page open, with the titles on these.

    A button in a heading is the heading's text, one by itself a title.  Menus, dialogs and the
    like stay as they are.
    """
    named = {node.attributes["id"]: node for node in root.walk() if node.attributes.get("id")}
    stack = [(root, False)]
    while stack:
        node, in_heading = stack.pop()
        if is_furniture(node):
            continue
        panels = [
            panel
            for name in node.attributes.get("aria-controls", "").split()
            if (panel := named.get(name)) is not None and _is_text(panel)
        ]
        for panel in panels:
            _show(panel)
        for opener, panel in pairwise(node.elements):
            button = _opening(opener) if is_hidden(panel) else None
            if button and _is_text(panel) and _says(panel):
                _show(panel)
                button.tag = TITLE
        if node.attributes.get("role") == "tabpanel" or node.attributes.get("hidden") == _FINDABLE:
            _show(node)
        if node.tag == "button" and (panels or in_heading):
            tab = node.attributes.get("role") == "tab" and len(panels) == 1
            if tab and not in_heading:
                panels[0].children.insert(0, Node(TITLE, {}, [text_of(_shown(node))]))
            else:
                node.tag = "span" if in_heading else TITLE
        in_heading = in_heading or bool(HEADING.fullmatch(node.tag))
        stack += [(child, in_heading) for child in node.elements]


def _shown(button: Node) -> Node:
    """Return what a button shows: no browser's text by itself is read."""
    return Node("span", {}, button.children)


def is_title_of_panel(node: Node) -> bool:
    """Tell whether an element is the title of what it unfolds, and not only »Læs mere«."""
    said = text_of(node)
    return (
        node.tag == TITLE
        and 0 < len(said) <= _LONGEST
        and not said.endswith((".", ",", ";"))
        and not _SAYS_NOTHING.fullmatch(said)
    )


def _opening(opener: Node) -> Node | None:
    """Return the button that opens what stands behind ``opener`` without naming it."""
    buttons = [
        node
        for node in opener.walk()
        if node.tag == "button" and "aria-expanded" in node.attributes
    ]
    return buttons[0] if len(buttons) == 1 else None


def _says(panel: Node) -> bool:
    """Tell whether a panel has words that lead nowhere, as menus have none."""
    return panel.tag != "a" and any(
        child.strip() if isinstance(child, str) else _says(child) for child in panel.children
    )


def _is_text(panel: Node) -> bool:
    return not (
        is_furniture(panel)
        or panel.attributes.get("role") in _ASIDE
        or any(node.tag in ("nav", "input", "select") for node in panel.walk())
    )


def _show(panel: Node) -> None:
    panel.attributes.pop("hidden", None)
    panel.attributes.pop("aria-hidden", None)
    if "style" in panel.attributes:
        panel.attributes["style"] = _HIDING.sub("", panel.attributes["style"])
