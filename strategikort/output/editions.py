"""What has changed between two editions, as text, JSON, Markdown and HTML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape as html_escape

from strategikort.citation.short import document_part, place_part, short_citation
from strategikort.danish import count
from strategikort.editions.model import Altered, Comparison, Pair, Status
from strategikort.model import Document, Section
from strategikort.output.objects import Object, document_reference, place_object
from strategikort.output.screen import Part, Screen, heading_parts, safe
from strategikort.output.tabular import escape

STATUS: dict[Status, str] = {
    "same": "uændret",
    "changed": "ændret",
    "renumbered": "nyt nummer",
    "moved": "flyttet",
    "new": "nyt",
    "gone": "væk",
    "merged": "lagt sammen med",
    "split": "skilt ud fra",
}
"""The Danish words for what became of a section."""

_COUNTED: dict[Status, tuple[str, str]] = {
    "same": ("uændret", "uændrede"),
    "changed": ("ændret", "ændrede"),
    "renumbered": ("med nyt nummer", "med nyt nummer"),
    "moved": ("flyttet", "flyttede"),
    "new": ("nyt", "nye"),
    "gone": ("væk", "væk"),
    "merged": ("lagt sammen med et andet", "lagt sammen med andre"),
    "split": ("skilt ud fra et andet", "skilt ud fra andre"),
}
"""The same of one section and of several."""

_AROUND = 60
"""Characters of unchanged text that are shown before and after a change."""

_MOST = 1200
"""Characters that are shown of a section that is new or gone."""

_QUOTED = 80
"""Characters that are quoted of what has moved."""


def summary(comparison: Comparison) -> str:
    """Return ``12 uændrede, 3 ændrede, 1 nyt``."""
    counts = comparison.counts
    return ", ".join(
        count(counts[status], *words) for status, words in _COUNTED.items() if status in counts
    )


def shown_pairs(comparison: Comparison, *, everything: bool) -> list[Pair]:
    """Return the pairs to show: without ``everything`` only those that are not the same."""
    return [pair for pair in comparison.pairs if everything or pair.status != "same"]


def comparison_object(comparison: Comparison, *, everything: bool) -> Object:
    """Return a comparison as a JSON object."""
    return {
        "old": document_reference(comparison.old),
        "new": document_reference(comparison.new),
        "counts": dict(comparison.counts),
        "sections": [
            {
                "status": pair.status,
                "likeness": round(pair.likeness, 4),
                "old": _side(comparison.old, pair.old),
                "new": _side(comparison.new, pair.new),
                "changes": [_change(pair, item) for item in pair.altered],
            }
            for pair in shown_pairs(comparison, everything=everything)
        ],
        "moves": [
            {"text": item.text, "old": item.old.id, "new": item.new.id} for item in comparison.moves
        ],
    }


def _side(document: Document, section: Section | None) -> Object | None:
    if section is None:
        return None
    return {
        "id": section.id,
        "kind": section.kind,
        "number": section.number,
        "title": section.title,
        "citation": short_citation(document, section),
        "lines": [list(pair) for pair in section.lines or section.heading_lines],
        "pages": list(section.pages) or None,
    }


def _change(pair: Pair, item: Altered) -> Object:
    change = item.change
    before = pair.old.text.text if pair.old else ""
    after = pair.new.text.text if pair.new else ""
    return {
        "old": before[change.old_start : change.old_end],
        "new": after[change.new_start : change.new_end],
        "old_source": place_object(item.old),
        "new_source": place_object(item.new),
    }


_CODES = {"-": ("9", "31"), "+": ("1", "32"), "=": (), "…": ()}
"""What changes look like (SGR codes): taken out red and struck through, put in green and bold."""

_SINGLE_BREAK = re.compile(r"(?<!\n)\n(?!\n)")

Piece = tuple[str, str]
"""A mark and a text: ``=`` unchanged, ``-`` taken out, ``+`` put in, ``…`` left out here."""


def pieces(pair: Pair) -> Iterator[Piece]:
    """Go through the text of a pair with its changes, unchanged stretches cut short.

    What is new or gone is shown whole, unless it is very long.
    """
    if pair.status in ("new", "gone"):
        section = pair.new or pair.old
        text = section.text.text if section else ""
        mark = "+" if pair.new else "-"
        if len(text) <= _MOST:
            yield from [(mark, text)] if text else []
        else:
            yield mark, text[:_MOST].rpartition(" ")[0]
            yield "…", " […]"
        return
    if not (pair.old and pair.new):
        return
    before, after = pair.old.text.text, pair.new.text.text
    at = 0
    for number, item in enumerate(pair.altered):
        change = item.change
        yield from _unchanged(before[at : change.old_start], first=number == 0, last=False)
        if change.old_end > change.old_start:
            yield "-", before[change.old_start : change.old_end]
        if change.new_end > change.new_start:
            taken = before[change.old_start : change.old_end]
            added = after[change.new_start : change.new_end]
            yield "+", _apart(taken, added, first=change.old_start == 0)
        at = change.old_end
    if pair.altered:
        yield from _unchanged(before[at:], first=False, last=True)


def _apart(taken: str, added: str, *, first: bool) -> str:
    """Return what is put in with the blank that parts it from the words around it.

    Without signs around them ``14`` and ``17`` would be read as 1417.
    """
    if first and not taken:
        return f"{added} "
    return f" {added}" if taken or added[:1].isalnum() else added


def _unchanged(text: str, *, first: bool, last: bool) -> Iterator[Piece]:
    room = _AROUND * (2 - first - last)
    if len(text) <= room + 10:
        if text:
            yield "=", text
        return
    if not first:
        yield "=", text[:_AROUND].rpartition(" ")[0]
    yield "…", "[…] " if first else " […] "
    if not last:
        yield "=", text[-_AROUND:].partition(" ")[2]


def _heading(pair: Pair) -> str:
    section = pair.new or pair.old
    assert section is not None
    if pair.status == "merged" and pair.old and pair.new:
        return f"{pair.old.label} – {STATUS['merged']} {pair.new.label}"
    if pair.status == "split" and pair.old:
        return f"{section.label} – {STATUS['split']} {pair.old.label}"
    unnumbered = pair.status == "renumbered" and section.number is None
    heading = f"{section.label} – {'uden nummer' if unnumbered else STATUS[pair.status]}"
    if pair.status == "moved" and pair.altered:
        heading += " og ændret"
    if pair.old and pair.new and pair.old.label != pair.new.label:
        heading += f" (før: {pair.old.label})"
    return heading


def _moves(comparison: Comparison, pair: Pair) -> list[str]:
    """Return what stands unchanged in another section now, or stood there, said of a pair."""
    gone = [
        f"Flyttet uændret herfra til {item.new.label} [{item.new.id}]: {_quoted(item.text)}"
        for item in comparison.moves
        if pair.old is not None and item.old.id == pair.old.id and pair.status != "split"
    ]
    come = [
        f"Flyttet uændret hertil fra {item.old.label} [{item.old.id}]: {_quoted(item.text)}"
        for item in comparison.moves
        if pair.new is not None and item.new.id == pair.new.id and pair.status != "merged"
    ]
    return [*gone, *come]


def _quoted(text: str) -> str:
    words = " ".join(text.split())
    return f"»{words if len(words) <= _QUOTED else words[:_QUOTED].rpartition(' ')[0] + ' […]'}«"


def _where(pair: Pair) -> str:
    found = []
    for name, section in (("Før", pair.old), ("Nu", pair.new)):
        if section:
            # A section may be nothing but what lies inside it.
            place = " ".join(filter(None, (place_part(section), f"[{section.id}]")))
            found.append(f"{name}: {place}")
    return "; ".join(found)


def comparison_text(comparison: Comparison, screen: Screen, *, everything: bool) -> str:
    """Return a comparison for people; without colours changes are ``[-ud-]`` and ``{+ind+}``."""
    lines = [
        *screen.paragraph(f"Før: {document_part(comparison.old)}"),
        *screen.paragraph(f"Nu: {document_part(comparison.new)}"),
        *screen.paragraph(summary(comparison)),
    ]
    for pair in shown_pairs(comparison, everything=everything):
        lines += ["", *screen.heading(_heading(pair), "")]
        for paragraph in _paragraphs(pair, screen):
            lines += screen.painted(paragraph, "   ")
        for moved in _moves(comparison, pair):
            lines += screen.paragraph(moved, "   ")
        lines += screen.painted(heading_parts("", _where(pair)), "   ")
    return "\n".join(lines) + "\n"


def _paragraphs(pair: Pair, screen: Screen) -> list[list[Part]]:
    """Return the changed text of a pair, paragraph by paragraph."""
    paragraphs: list[list[Part]] = [[]]
    last = ""
    for mark, text in pieces(pair):
        shown, codes = text, _CODES[mark]
        if not screen.colour and mark in "-+":
            before = " " * (text.startswith(" ") and last != "-")
            added = f"{before}{{+{text.strip()}+}}{' ' * text.endswith(' ')}"
            shown = f"[-{text}-]" if mark == "-" else added
        last = mark
        begun, *others = shown.split("\n")
        paragraphs[-1].append((begun, codes))
        paragraphs += [[(other, codes)] for other in others]
    return [parts for parts in paragraphs if "".join(text for text, _ in parts).strip()]


def comparison_markdown(comparison: Comparison, *, everything: bool) -> str:
    """Return a comparison as Markdown: ``~~ud~~`` and ``**ind**``."""
    marks = {"-": "~~{}~~", "+": "**{}**"}
    lines = [
        f"# {escape(comparison.new.shown_title)}",
        "",
        f"Før: {escape(document_part(comparison.old))}  ",
        f"Nu: {escape(document_part(comparison.new))}",
        "",
        summary(comparison),
    ]
    for pair in shown_pairs(comparison, everything=everything):
        body = "".join(
            _spaced(text, _marked(marks[mark], text.strip())) if mark in marks else escape(text)
            for mark, text in pieces(pair)
        )
        lines += ["", f"## {escape(_heading(pair))}", ""]
        # The lines of a list or a table stay apart.
        lines += [_SINGLE_BREAK.sub("  \n", body), ""] if body else []
        for moved in _moves(comparison, pair):
            lines += [escape(moved), ""]
        lines.append(escape(_where(pair)))
    return "\n".join(lines) + "\n"


def _marked(mark: str, text: str) -> str:
    """Return every line of a text in its mark, which reaches over no paragraph."""
    return "\n".join(mark.format(escape(line)) if line else "" for line in text.split("\n"))


def _spaced(text: str, marked: str) -> str:
    """Return marked text with the blanks of ``text`` outside its marks."""
    before = " " if text[:1].isspace() else ""
    after = " " if text[-1:].isspace() else ""
    return f"{before}{marked}{after}"


_STYLE = (
    "body{font:1rem/1.5 serif;max-width:44rem;margin:2rem auto;padding:0 1rem}"
    "del{color:#a40000}ins{color:#00600a}small{color:#555}"
)


def comparison_html(comparison: Comparison, *, everything: bool) -> str:
    """Return a comparison as a web page that needs nothing else."""
    marks = {"-": "<del>{}</del>", "+": "<ins>{}</ins>"}
    title = html_escape(safe(comparison.new.shown_title))
    parts = [
        '<!DOCTYPE html>\n<html lang="da">\n<head>\n<meta charset="utf-8">',
        f"<title>{title}: forskelle</title>\n<style>{_STYLE}</style>\n</head>\n<body>",
        f"<h1>{title}</h1>",
        f"<p>Før: {_html(document_part(comparison.old))}<br>",
        f"Nu: {_html(document_part(comparison.new))}</p>",
        f"<p>{summary(comparison)}</p>",
    ]
    for pair in shown_pairs(comparison, everything=everything):
        body = "".join(marks.get(mark, "{}").format(_html(text)) for mark, text in pieces(pair))
        parts.append(f"<h2>{_html(_heading(pair))}</h2>")
        parts += [f"<p>{body}</p>"] if body else []
        parts += [f"<p>{_html(moved)}</p>" for moved in _moves(comparison, pair)]
        parts.append(f"<p><small>{_html(_where(pair))}</small></p>")
    return "\n".join([*parts, "</body>\n</html>\n"])


def _html(text: str) -> str:
    return html_escape(safe(text)).replace("\n", "<br>")
