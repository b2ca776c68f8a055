"""The strategy map for programs that draw: Mermaid, Graphviz (DOT) and GraphML.

All text is escaped by the rules of each language, so that no heading can end a string.
"""

from __future__ import annotations

import re
from xml.sax.saxutils import escape, quoteattr

from strategikort.links.model import Link, StrategyMap
from strategikort.model import Section
from strategikort.output.links import KIND_WORDS
from strategikort.output.objects import Documents, Sections
from strategikort.output.screen import safe

_DASHES = {"henvisning": "solid", "tema": "dotted"}
_WIDTH = 60
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def _nodes(network: StrategyMap, sections: Sections) -> dict[str, dict[str, str]]:
    """Return for each document its linked sections with short names, in reading order."""
    linked = {end for link in network.links for end in (link.source, link.target)}
    found: dict[str, dict[str, str]] = {}
    for name, section in sections.items():
        if name in linked:
            nodes = found.setdefault(section.document, {})
            nodes[name] = f"n{sum(map(len, found.values()))}"
    return found


def _label(section: Section, network: StrategyMap) -> str:
    names = (section.id, *network.also.get(section.id, ()))
    return " ".join((section.label, *(f"[{name}]" for name in names)))


def _short(text: str) -> str:
    text = " ".join(safe(text).split())
    return text if len(text) <= _WIDTH else f"{text[: _WIDTH - 1]}…"


def mermaid(network: StrategyMap, documents: Documents, sections: Sections) -> str:
    """Return the map as a Mermaid flowchart."""

    def text(value: str) -> str:
        # Mermaid decodes numeric entities inside quoted text; everything else there is inert.
        return re.sub(r"[^\w\s.,:;()/–-]", lambda match: f"#{ord(match[0])};", _short(value))

    nodes = _nodes(network, sections)
    names = {name: node for group in nodes.values() for name, node in group.items()}
    lines = ["flowchart LR"]
    for document, group in nodes.items():
        lines.append(f'  subgraph {_plain(document)}["{text(documents[document].shown_title)}"]')
        for name, node in group.items():
            label = _label(sections[name], network)
            lines.append(f'    {node}["{text(label)}"]')
        lines.append("  end")
    arrows = {"henvisning": "-->", "tema": "-.-"}
    for link in network.links:
        arrow = arrows.get(link.kind, "---")
        lines.append(f'  {names[link.source]} {arrow}|"{text(link.label)}"| {names[link.target]}')
    return "\n".join(lines) + "\n"


def _plain(name: str) -> str:
    return "d_" + re.sub(r"\W", "_", name)


def dot(network: StrategyMap, documents: Documents, sections: Sections) -> str:
    """Return the map in the DOT language of Graphviz."""

    def text(value: str) -> str:
        escaped = _short(value).replace("\\", "\\\\").replace('"', '\\"')
        return f'"{escaped}"'

    nodes = _nodes(network, sections)
    names = {name: node for group in nodes.values() for name, node in group.items()}
    lines = ["graph strategikort {", "  rankdir=LR;", "  node [shape=box];"]
    for document, group in nodes.items():
        lines.append(f"  subgraph {text('cluster_' + document)} {{")
        lines.append(f"    label={text(documents[document].shown_title)};")
        for name, node in group.items():
            label = text(_label(sections[name], network))
            lines.append(f"    {node} [label={label}];")
        lines.append("  }")
    for link in network.links:
        style = _DASHES.get(link.kind, "dashed")
        forward = " dir=forward" if link.kind == "henvisning" else ""
        lines.append(
            f"  {names[link.source]} -- {names[link.target]}"
            f" [label={text(link.label)} style={style}{forward}];"
        )
    return "\n".join([*lines, "}"]) + "\n"


def graphml(network: StrategyMap, documents: Documents, sections: Sections) -> str:
    """Return the map as GraphML 1.0 (http://graphml.graphdrawing.org)."""
    nodes = _nodes(network, sections)
    keys = [
        ("label", "node", "string"),
        ("document", "node", "string"),
        ("title", "node", "string"),
        ("kind", "node", "string"),
        ("also", "node", "string"),
        ("relation", "edge", "string"),
        ("relation_name", "edge", "string"),
        ("words", "edge", "string"),
        ("weight", "edge", "double"),
    ]
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
        *(
            f'  <key id="{name}" for="{owner}" attr.name="{name}" attr.type="{kind}"/>'
            for name, owner, kind in keys
        ),
        '  <graph id="strategikort" edgedefault="undirected">',
    ]
    for document, group in nodes.items():
        for name in group:
            section = sections[name]
            lines.append(f"    <node id={quoteattr(_xml(name))}>")
            lines += _data("label", section.label)
            lines += _data("document", document)
            lines += _data("title", documents[document].shown_title)
            lines += _data("kind", section.kind)
            if name in network.also:
                lines += _data("also", " ".join(network.also[name]))
            lines.append("    </node>")
    for number, link in enumerate(network.links):
        lines += _edge(number, link)
    return "\n".join([*lines, "  </graph>", "</graphml>"]) + "\n"


def _edge(number: int, link: Link) -> list[str]:
    directed = str(link.kind == "henvisning").lower()
    return [
        f'    <edge id="e{number}" source={quoteattr(_xml(link.source))}'
        f' target={quoteattr(_xml(link.target))} directed="{directed}">',
        *_data("relation", link.kind),
        *_data("relation_name", KIND_WORDS[link.kind]),
        *_data("words", link.label),
        *_data("weight", str(link.weight)),
        "    </edge>",
    ]


def _data(key: str, value: str) -> list[str]:
    return [f'      <data key="{key}">{escape(_xml(value))}</data>']


def _xml(text: str) -> str:
    """Return ``text`` without the characters that XML 1.0 forbids."""
    return _NOT_XML.sub("\ufffd", text)
