"""Own documents, put in and taken out by a program rather than by the commands."""

from __future__ import annotations

from pathlib import Path

import pytest

from strategikort import (
    ArgumentError,
    Collection,
    CollectionError,
    StrategikortError,
    UnknownReferenceError,
)
from tests.holdings.conftest import NEW, NOTE, OLD, STRATEGY, Program


def test_documents_are_added_to_what_is_open(own: Path, files: Path, program: Program) -> None:
    with Collection.open() as collection:
        assert collection.own_path is None
        assert not collection.search("kvantesensorer Vejle", exact=True).hits
        (files / "billede.png").write_bytes(b"\x89PNG")
        found = collection.add(files, files / "findes-ikke.pdf")
        assert [item.added.document.id for item in found.taken] == [
            "kvantestrategi-2026",
            "notat-om-fiskeri",
        ]
        assert [item.path.name for item in found.failed] == ["findes-ikke.pdf"]
        assert found.failed[0].error.code == "missing_file"
        assert [path.name for path in found.skipped] == ["billede.png"]
        assert repr(found).startswith("<Intake kvantestrategi-2026, notat-om-fiskeri, ")
        assert collection.own_path == own
        hit = collection.search("kvantesensorer Vejle").hits[0]
        assert hit.section.document == "kvantestrategi-2026"
        assert collection.cite("kvantestrategi 2")
        (again,) = collection.add(files / "kvante.md").taken
        assert again.added.how == "unchanged"
    assert program("vis", "kvantestrategi-2026/2").status == 0


def test_what_is_said_of_a_document_is_kept(own: Path, tmp_path: Path) -> None:
    for name, text in (("gammel.md", OLD), ("ny.md", NEW)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    with Collection.open() as collection:
        collection.add(tmp_path / "gammel.md", publisher="Regeringen", date="17. marts 2024")
        document = collection.document("rapport-2024")
        assert (document.publisher, document.date) == ("Regeringen", "2024-03-17")
        collection.add(str(tmp_path / "ny.md"), edition_of="rapport-2024", copy=True)
        assert collection.newest_edition("rapport-2024") == "rapport-2026"
        (original, _) = collection.originals("rapport-2026")[0]
        assert original.copied
        assert collection.compare_editions("rapport-2024", "rapport-2026").counts["gone"]
        with pytest.raises(StrategikortError, match="er ikke en dato"):
            collection.add(tmp_path / "ny.md", date="i går")
        with pytest.raises(UnknownReferenceError, match="nope"):
            collection.add(tmp_path / "ny.md", edition_of="nope")
        for given in ({"title": "A"}, {"date": "2024"}, {"edition_of": "rk"}):
            with pytest.raises(ArgumentError, match=f"{next(iter(given))} gælder ét dokument"):
                collection.add(tmp_path, **given)


def test_documents_are_read_again_and_removed(own: Path, files: Path) -> None:
    with Collection.open() as collection:
        collection.add(files)
        assert {item.added.how for item in collection.update().taken} == {"unchanged"}
        (files / "notat.md").write_text(NOTE.replace("torsk", "rødspætte"), encoding="utf-8")
        changed = [item for item in collection.update().taken if item.added.how == "updated"]
        assert [item.added.document.id for item in changed] == ["notat-om-fiskeri"]
        assert collection.search("rødspætte").hits
        assert collection.remove("notat*") == ["notat-om-fiskeri"]
        assert not collection.search("rødspætte").hits
        assert (files / "notat.md").is_file()
        with pytest.raises(StrategikortError) as refused:
            collection.remove("rk")
        assert refused.value.code == "builtin_document"
        with pytest.raises(UnknownReferenceError):
            collection.remove("nope")


def test_nothing_is_changed_where_one_state_is_read(own: Path, files: Path) -> None:
    with Collection.open() as collection:
        collection.add(files / "kvante.md")
        for change in (
            lambda: collection.add(files / "notat.md"),
            lambda: collection.update(),
            lambda: collection.remove("kvantestrategi-2026"),
        ):
            with collection.snapshot(), pytest.raises(CollectionError) as refused:
                change()
            assert refused.value.code == "in_snapshot"
        collection.add(files / "notat.md")
    with pytest.raises(CollectionError, match="lukket"):
        collection.add(files / "notat.md")


def test_a_collection_of_ones_own_is_made_where_that_is_asked_for(tmp_path: Path) -> None:
    path, file = tmp_path / "projekt" / "samling.sqlite", tmp_path / "plan.md"
    file.write_text(STRATEGY, encoding="utf-8")
    with pytest.raises(CollectionError, match="findes ikke"):
        Collection.open(path)
    for _ in range(2):
        with Collection.open(path, create=True) as collection:
            collection.add(file)
            assert len(collection.own_files()) == 1
    with Collection.open(path) as collection:
        assert collection.named("kvantestrategi-2026/1").sections
