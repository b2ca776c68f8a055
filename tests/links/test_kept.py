"""What the map is made of is kept with a collection until something is written to it."""

from __future__ import annotations

from pathlib import Path

import pytest

from strategikort.library import Collection
from strategikort.links.themes import Bags


def test_bags_are_weighed_once_until_something_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Twelve maps of one collection took twelve times as long as the first."""
    made: list[Bags] = []
    weigh = Bags.__init__

    def counted(self: Bags, *given: object, **named: object) -> None:
        made.append(self)
        weigh(self, *given, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(Bags, "__init__", counted)
    notes = tmp_path / "noter-2.md"
    notes.write_text("# Noter 2\n\nEU's digitale diplomati: Rådets konklusioner gælder.\n", "utf-8")
    with Collection.open(tmp_path / "samling.sqlite", create=True) as collection:
        first = collection.links("tech/prioriteter/5")
        collection.links("rk 24")
        collection.compare_sections("rk 24", "tech/prioriteter/5")
        assert collection.links("tech/prioriteter/5") == first
        assert len(made) == 1
        collection.add(notes)
        links = collection.links("rk")
        assert [link.source for link in links if link.source.startswith("noter-2/")]
        assert len(made) == 2
