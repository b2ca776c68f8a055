"""What two editions of a document say of each section, one change at a time."""

from __future__ import annotations

from strategikort.editions.compare import compare_editions
from strategikort.model import Document, Place, Section
from strategikort.readers import read
from strategikort.structure.auto import sections_of

RIVER = """## Åen

Åen skal have sine slyngninger igen mellem mølledammen og fjorden, så ørrederne kan yngle.
"""
HARBOUR = """## Byens havn

Havnen skal have landstrøm til færger og krydstogtskibe ved alle de kajer, der bruges om vinteren.
"""
NOTED = """## Engen

Engen har 41 arter[^1] og skal græsses af kvæg fra maj til oktober, så den ikke gror til i pil.
"""
NOTE = "\n[^1]: Optalt af Naturstyrelsen i sommeren 2022.\n"


def told(old: str, new: str) -> list[tuple[str, str, str]]:
    """Return status and titles of every section that is not the same."""

    def document(name: str, text: str) -> tuple[Document, list[Section]]:
        sections = list(sections_of(read(text.encode(), f"{name}.md"), name))
        return Document(name, name, name, "", "2024", "plan", f"{name}.md", name, 1, 0), sections

    def place(_section: Section, _start: int, _end: int) -> Place:
        return Place((), (), ())

    before, after = document("a", f"# Plan\n\n{old}"), document("b", f"# Plan\n\n{new}")
    return [
        (pair.status, pair.old.title if pair.old else "", pair.new.title if pair.new else "")
        for pair in compare_editions(*before, place, *after, place).pairs
        if pair.status != "same"
    ]


def test_another_apostrophe_in_a_title_is_no_change() -> None:
    harbour = HARBOUR.replace("Byens havn", "EU’s havn")
    assert told(RIVER + harbour, RIVER + harbour.replace("’", "'")) == []
    assert told(RIVER + HARBOUR, RIVER + HARBOUR.replace("Byens", "Byers")) != []


def test_a_section_with_its_title_is_itself_without_a_number_too() -> None:
    rewritten = (
        "## Byens havn\n\nEn marina til småbåde bygges nordligst, hvor der før lå et værft.\n"
    )
    assert told(RIVER + HARBOUR, RIVER + rewritten) == [("changed", "Byens havn", "Byens havn")]
    other = rewritten.replace("Byens havn", "Marinaen")
    assert sorted(told(RIVER + HARBOUR, RIVER + other)) == [
        ("gone", "Byens havn", ""),
        ("new", "", "Marinaen"),
    ]


def test_footnotes_behind_the_last_section_do_not_move_with_it() -> None:
    assert told(NOTED + RIVER + HARBOUR + NOTE, NOTED + HARBOUR + RIVER + NOTE) in (
        [("moved", "Åen", "Åen")],
        [("moved", "Byens havn", "Byens havn")],
    )
