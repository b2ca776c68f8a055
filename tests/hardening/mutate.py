"""Broken files made of whole ones: the same seed breaks them in the same way."""

from __future__ import annotations

import io
import random
import zipfile
from pathlib import Path

from strategikort.catalog.builtin import seed_folder
from tests.readers import opendocument as odf
from tests.readers.made import PRODUCERS, Set, document
from tests.readers.word import p, word

HTML = (
    "<!doctype html><html lang=da><head><meta charset=utf-8><title>Strategi</title></head><body>"
    "<nav>Menu</nav><main><h1>1. Mål</h1><p>Vi vil <b>styrke</b> EU&rsquo;s naboer.<ul><li>et"
    "<li>to</ul><table><tr><th>År<td>2026</table><blockquote>Citat</blockquote></main></body></html>"
)
MARKDOWN = "# Mål\n\n## 1.1 Delmål\n\nVi vil styrke[^1] EU.\n\n- et\n- to\n\n|a|b|\n|-|-|\n|1|2|\n\n[^1]: Note.\n"


def originals() -> dict[str, bytes]:
    """Return whole files of every kind by name."""
    parts = document(3, parts=12, notes=True, boxes=True)
    body = p("Mål", "Overskrift1") + p("Vi vil styrke EU.") + p("Delmål", "Overskrift2")
    open_body = (
        odf.h("Mål") + odf.p(f"Vi vil styrke{odf.note('1', 'Note.')} EU.{odf.boxed(odf.p('Boks.'))}")
        + odf.listed("Tal", odf.p("et"), odf.p("to")) + odf.table(["År", "Mål"], ["2026", "En"])
    )  # fmt: skip
    return {
        "fpdf2.pdf": PRODUCERS["fpdf2"](parts, Set(columns=2)),
        "reportlab.pdf": PRODUCERS["reportlab"](parts, Set()),
        "word.docx": word(body),
        "notat.odt": odf.odt(open_body),
        "notat.fodt": odf.flat(open_body),
        "side.html": HTML.encode(),
        "gammel.html": HTML.replace("<meta charset=utf-8>", "").encode("cp1252", "ignore"),
        "notat.md": MARKDOWN.encode(),
        "utf16.txt": MARKDOWN.encode("utf-16"),
        **{path.name: path.read_bytes()[:6_000] for path in sorted(seed_folder().glob("*.txt"))},
    }


def mutated(data: bytes, draw: random.Random) -> bytes:
    """Return ``data`` with something broken: bits, stretches, the end."""
    changed = bytearray(data)
    for _ in range(draw.choice((1, 1, 2, 5, 20))):
        if not changed:
            break
        at = draw.randrange(len(changed))
        length = draw.choice((1, 4, 64, 1_000))
        match draw.randrange(7):
            case 0:
                changed[at] ^= 1 << draw.randrange(8)
            case 1:
                del changed[at : at + length]
            case 2:
                changed[at:at] = changed[at : at + length] * draw.choice((1, 2, 30))
            case 3:
                changed[at : at + length] = draw.randbytes(length)
            case 4:
                other = draw.randrange(len(changed))
                changed[at:at] = changed[other : other + length]
            case 5:
                del changed[at:]
            case _:
                changed[at:at] = draw.choice(
                    (
                        b"\0",
                        b"<",
                        b">>",
                        b"endobj",
                        b"\xff\xfe",
                        b"[" * 200,
                        b"<div>" * 200,
                        b"\x1b[2J",
                    )
                )
    return bytes(changed)


def mutated_package(data: bytes, draw: random.Random) -> bytes:
    """Return a Word or OpenDocument file whose parts are broken inside a sound archive."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as whole, zipfile.ZipFile(buffer, "w") as broken:
        for name in whole.namelist():
            content = whole.read(name)
            if draw.random() < 0.6:
                content = mutated(content, draw)
            if draw.random() < 0.95:
                broken.writestr(name, content)
    return buffer.getvalue()


def broken_files(count: int, seed: int) -> list[tuple[str, bytes]]:
    """Return ``count`` broken files, each with the name of the whole one."""
    draw = random.Random(seed)
    whole = list(originals().items())
    files: list[tuple[str, bytes]] = []
    for _ in range(count):
        name, data = draw.choice(whole)
        if Path(name).suffix in (".docx", ".odt") and draw.random() < 0.8:
            files.append((name, mutated_package(data, draw)))
        else:
            files.append((name, mutated(data, draw)))
    return files
