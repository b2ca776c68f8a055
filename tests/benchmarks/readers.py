"""How well and how fast files are read: ``python -m tests.benchmarks.readers [FIL.pdf ...]``.

Without files it makes PDFs with known text, by producer and layout, and prints what
docs/laesning-maalt.md sums up as a table in Markdown (typst and WeasyPrint too, where they are
installed).  For files it prints how long reading takes in seconds, beside pdfminer.six's own page
analysis.
"""

from __future__ import annotations

import html
import io
import json
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path

from pdfminer.high_level import extract_pages

from strategikort.errors import SourceError
from strategikort.readers import Reader
from strategikort.readers.pdf.reader import read_pdf
from tests.readers.made import PRODUCERS, Part, Set, document
from tests.readers.measure import measure

Made = tuple[bytes, Mapping[str, int] | None]
SEEDS = (7, 11, 23)
LAYOUTS: dict[str, tuple[Set, dict[str, bool]]] = {
    "1 spalte": (Set(), {}),
    "1 spalte, fodnoter": (Set(justified=True), {"notes": True}),
    "1 spalte, bokse": (Set(), {"boxes": True}),
    "2 spalter": (Set(columns=2), {}),
    "2 spalter, lige marginer": (Set(columns=2, justified=True, indent=12, spacing=0), {}),
    "2 spalter, fodnoter": (Set(columns=2), {"notes": True}),
    "2 spalter, bokse": (Set(columns=2, size=9), {"boxes": True}),
    "3 spalter": (Set(columns=3, size=8, gutter=14, justified=True), {}),
    "2 spalter, tegnet i tilfældig orden": (Set(columns=2, order="random"), {}),
    "2 spalter, tegnet linje for linje": (Set(columns=2, order="rows", justified=True), {}),
}


def _typst(parts: list[Part], style: Set) -> Made:
    import typst

    def plain(text: str) -> str:
        return "".join("\\" + sign if sign in "\\#$*_[]<>@`~\"'=/" else sign for sign in text)

    lines = [
        f'#set page(paper: "a4", columns: {style.columns}, margin: 2cm, numbering: "1",'
        " header: align(right)[Udenrigsministeriet])",
        f'#set text(lang: "da", size: {style.size}pt, hyphenate: true)',
        f"#set par(justify: {str(style.justified).lower()})",
    ]
    for part in parts:
        text = plain(part.text)
        match part.kind:
            case "title":
                lines.append(
                    f'#place(top + center, scope: "parent", float: true)[#text(22pt)[{text}]]'
                )
            case "heading":
                number = part.text.split()[0]
                lines.append(
                    f"#heading(level: {part.level})[{text}]"
                    f' #context [#metadata(("{number}", here().page())) <place>]'
                )
            case "item":
                lines.append("- " + plain(part.text[2:]))
            case "box":
                lines.append(f"#block(fill: luma(230), inset: 8pt, width: 100%)[{text}]")
            case _:
                lines.append(text + (f"#footnote[{plain(part.note)}]" if part.note else ""))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "made.typ"
        path.write_text("\n\n".join(lines), encoding="utf-8")
        places = dict(json.loads(typst.query(str(path), "<place>", field="value")))
        return typst.compile(str(path)), places


def _weasyprint(parts: list[Part], style: Set) -> Made:
    import weasyprint

    align = "justify" if style.justified else "left"
    rows = [
        "<html lang=da><head><style>@page{size:A4;margin:2.2cm;@top-right{content:'Strategi 2026'}"
        "@bottom-center{content:counter(page)}}@page{font-size:8pt}"
        f"body{{font-size:{style.size}pt;columns:{style.columns};column-gap:7mm;"
        f"text-align:{align};hyphens:auto}}h1,h2,h3{{hyphens:none;text-align:left}}"
        ".b{background:#dde;padding:3mm;break-inside:avoid}.n{float:footnote;font-size:7pt}"
        "</style></head><body>"
    ]
    is_list = False
    for part in parts:
        if is_list and part.kind != "item":
            rows.append("</ul>")
        text = html.escape(part.text)
        match part.kind:
            case "title":
                rows.append(f"<h1>{text}</h1>")
            case "heading":
                rows.append(f"<h{part.level + 1}>{text}</h{part.level + 1}>")
            case "item":
                rows.append(("" if is_list else "<ul>") + f"<li>{text[2:]}")
            case "box":
                rows.append(f"<div class=b>{text}</div>")
            case _:
                note = f"<span class=n>{html.escape(part.note)}</span>" if part.note else ""
                rows.append(f"<p>{text}{note}")
        is_list = part.kind == "item"
    made = weasyprint.HTML(string="\n".join(rows)).render()
    places: dict[str, int] = {}
    trees = list(made.make_bookmark_tree())
    while trees:
        label, target, children, _ = trees.pop()
        places[label.split()[0]] = target[0] + 1
        trees += children
    return made.write_pdf(), places


def _own(draw: Callable[[list[Part], Set], bytes]) -> Callable[[list[Part], Set], Made]:
    return lambda parts, style: (draw(parts, style), None)


def _producers() -> dict[str, Callable[[list[Part], Set], Made]]:
    found = {name: _own(draw) for name, draw in PRODUCERS.items()}
    for name, make in (("typst", _typst), ("weasyprint", _weasyprint)):
        try:
            __import__(name)
        except (ImportError, OSError):
            continue
        found[name] = make
    return found


def quality() -> None:
    """Print the quality table."""
    print("| opsætning | program | ord i orden | overskrifter | rette sider | fodnoter | bokse |")
    print("|---|---|--:|--:|--:|--:|--:|")
    for layout, (style, extra) in LAYOUTS.items():
        for producer, make in _producers().items():
            if producer not in PRODUCERS and style.order != "natural":
                continue
            if producer == "weasyprint" and style.columns > 1 and extra.get("notes"):
                continue  # it sets no footnotes in columns
            rows = []
            for seed in SEEDS:
                parts = document(seed, parts=100, **extra)
                data, places = make(parts, style)
                rows.append(measure(parts, read_pdf(data, "made.pdf"), places))
            cells = [
                min(row.order for row in rows),
                min(row.headings for row in rows),
                min(row.pages for row in rows),
                min(row.notes for row in rows) if extra.get("notes") else None,
                min(row.boxes for row in rows) if extra.get("boxes") else None,
            ]
            shown = ["" if cell is None else f"{cell:.4f}" for cell in cells]
            print(f"| {layout} | {producer} | " + " | ".join(shown) + " |")


def speed(paths: list[str]) -> None:
    """Print the time that reading takes against pdfminer.six's page analysis."""
    print("| fil | sider | pdfminer.six s | her s | forhold | i arbejdsproces s |")
    print("|---|--:|--:|--:|--:|--:|")
    with Reader() as reader:
        for path in paths:
            data = Path(path).read_bytes()
            try:
                reader.read(data, path)
                pages, theirs = _best(
                    lambda data=data: sum(1 for _ in extract_pages(io.BytesIO(data)))
                )
                _, ours = _best(lambda data=data, path=path: read_pdf(data, path))
                _, apart = _best(lambda data=data, path=path: reader.read(data, path))
            except (SourceError, Exception) as error:
                print(f"| {Path(path).name} | {type(error).__name__} | | | | |")
                continue
            print(
                f"| {Path(path).name} | {pages} | {theirs:.2f} | {ours:.2f} | "
                f"{ours / theirs:.2f} | {apart:.2f} |"
            )


def _best(run: Callable[[], object]) -> tuple[object, float]:
    best, result = float("inf"), None
    for _ in range(3):
        start = time.perf_counter()
        result = run()
        best = min(best, time.perf_counter() - start)
    return result, best


if __name__ == "__main__":
    if len(sys.argv) > 1:
        speed(sys.argv[1:])
    else:
        quality()
