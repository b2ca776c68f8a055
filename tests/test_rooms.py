"""What a room says of its modules when it is opened: each is named, and nothing else is."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[1] / "strategikort"
ROOMS = (
    "citation",
    "holdings",
    "index",
    "index/absence",
    "index/expanding",
    "index/filling",
    "index/querying",
    "index/ranking",
    "index/storage",
    "language",
    "language/numbers",
    "links",
    "links/commitments",
    "readers",
    "readers/apart",
    "readers/cues",
    "readers/found",
    "readers/making",
    "readers/opendocument",
    "readers/opening",
    "readers/pdf",
    "readers/pdf/drawing",
    "readers/pdf/headings",
    "readers/pdf/lines",
    "readers/pdf/margins",
    "readers/pdf/paragraphs",
    "readers/pdf/tables",
    "readers/plaintext",
    "readers/web",
    "readers/word",
    "references",
)


@pytest.mark.parametrize("room", ROOMS)
def test_the_map_of_a_room_names_its_modules(room: str) -> None:
    folder = PACKAGE / room
    page = ast.get_docstring(ast.parse((folder / "__init__.py").read_text(encoding="utf-8"))) or ""
    lines = page.partition("\n\n")[2].splitlines()
    named = [name for line in lines if line[:1] != " " for name in line.split(", ")]
    there = [item.stem for item in folder.iterdir() if item.suffix == ".py" and item.stem[0] != "_"]
    there += [item.parent.name for item in folder.glob("*/__init__.py")]
    assert sorted(named) == sorted(there)
