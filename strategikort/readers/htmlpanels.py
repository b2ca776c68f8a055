"""What a web page shows when a reader opens it: the panels of accordions and tabs."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

from strategikort.readers.htmltree import Node, is_hidden, text_of

TITLE = "summary"
"""The element that HTML itself has for the title of what can be unfolded."""

_SAYS_NOTHING = re.compile(
    r"(?:læs|vis|se|show|read)(?: (?:mere|alt?|alle|flere|hele \w+|more|all))?\W*"
    r"|detaljer|details|mere",
    re.I,
)
_LONGEST = 150
_HEADING = re.compile(r"h[1-6]")
_ASIDE = frozenset({"dialog", "alertdialog", "menu", "menubar", "listbox", "tooltip", "search"})
_FINDABLE = "until-found"
_HIDING = re.compile(r"display\s*:\s*none\s*;?", re.I)


def open_panels(root: Node, is_furniture: Callable[[Node], bool]) -> None:
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
            if (panel := named.get(name)) is not None and _is_text(panel, is_furniture)
        ]
        for panel in panels:
            _show(panel)
        elements = [child for child in node.children if isinstance(child, Node)]
        for opener, panel in pairwise(elements):
            button = _opening(opener) if is_hidden(panel) else None
            if button and _is_text(panel, is_furniture) and _says(panel):
                _show(panel)
                button.tag = TITLE
        if node.attributes.get("role") == "tabpanel" or node.attributes.get("hidden") == _FINDABLE:
            _show(node)
        if node.tag == "button" and (panels or in_heading):
            tab = node.attributes.get("role") == "tab"
            node.tag = "span" if in_heading else "div" if tab else TITLE
        in_heading = in_heading or bool(_HEADING.fullmatch(node.tag))
        stack += [(child, in_heading) for child in node.children if isinstance(child, Node)]


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


def _is_text(panel: Node, is_furniture: Callable[[Node], bool]) -> bool:
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
