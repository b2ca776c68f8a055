"""What a room says of its modules when it is opened: each is named, and nothing else is.

Rooms within a room are named in the order in which they build on each other.
"""

from __future__ import annotations

import ast
import re
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
    "output",
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


def named_in(room: str) -> list[str]:
    """Return the modules and rooms that the map of a room names, in its order."""
    page = ast.get_docstring(ast.parse((PACKAGE / room / "__init__.py").read_text("utf-8"))) or ""
    lines = page.partition("\n\n")[2].splitlines()
    return [name for line in lines if line[:1] != " " for name in line.split(", ")]


@pytest.mark.parametrize("room", ROOMS)
def test_the_map_of_a_room_names_its_modules(room: str) -> None:
    folder = PACKAGE / room
    there = [item.stem for item in folder.iterdir() if item.suffix == ".py" and item.stem[0] != "_"]
    there += [item.parent.name for item in folder.glob("*/__init__.py")]
    assert sorted(named_in(room)) == sorted(there)


@pytest.mark.parametrize(
    "room", [room for room in ROOMS if [*(PACKAGE / room).glob("*/__init__.py")]]
)
def test_rooms_build_on_those_before_them(room: str) -> None:
    named = named_in(room)
    package = f"strategikort.{room.replace('/', '.')}."
    for place, inner in enumerate(named):
        for path in (PACKAGE / room / inner).glob("**/*.py"):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                imported = node.module or "" if isinstance(node, ast.ImportFrom) else ""
                if imported.startswith(package):
                    other = imported.removeprefix(package).partition(".")[0]
                    assert named.index(other) <= place, f"{path.name} imports {imported}"


ARCHITECTURE = (PACKAGE.parent / "docs" / "arkitektur.md").read_text("utf-8")


def test_the_page_on_architecture_names_every_room_and_file() -> None:
    rooms = [f"{item.parent.name}/" for item in PACKAGE.glob("*/__init__.py")]
    names = [*rooms, *(item.name for item in PACKAGE.glob("[!_]*.py"))]
    assert [name for name in names if f"`{name}`" not in ARCHITECTURE] == []


@pytest.mark.parametrize("name", sorted(set(re.findall(r"`([\w/]+\.py)`", ARCHITECTURE))))
def test_the_files_on_that_page_are_there(name: str) -> None:
    assert [*PACKAGE.glob(f"**/{name}")]
