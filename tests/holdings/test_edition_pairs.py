"""What two editions of a document say of each section, one change at a time."""

from __future__ import annotations

import re

import pytest

from strategikort.editions.compare import Edition, compare_editions
from strategikort.editions.match import Matcher
from strategikort.editions.model import Comparison
from strategikort.editions.words import bag
from strategikort.model import Document, Place, Section
from strategikort.output.editions import comparison_markdown, comparison_text
from strategikort.output.screen import Screen
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


def compared(old: str, new: str) -> Comparison:

    def document(name: str, text: str) -> tuple[Document, list[Section]]:
        sections = list(sections_of(read(text.encode(), f"{name}.md"), name))
        return Document(name, name, name, "", "2024", "plan", f"{name}.md", name, 1, 0), sections

    def place(_section: Section, _start: int, _end: int) -> Place:
        return Place((), (), ())

    before, after = document("a", f"# Plan\n\n{old}"), document("b", f"# Plan\n\n{new}")
    return compare_editions(Edition(*before, place), Edition(*after, place))


def told(old: str, new: str) -> list[tuple[str, str, str]]:
    """Return status and titles of every section that is not the same."""
    return [
        (pair.status, pair.old.title if pair.old else "", pair.new.title if pair.new else "")
        for pair in compared(old, new).pairs
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


def test_a_short_section_is_itself_with_a_long_one_put_behind_it() -> None:
    short = "## Tal\n\nTallene er fra i år.\n\n"
    long = " ".join(
        f"Fisk nummer {n} svømmer i strømmen ved mole {n} hele dagen." for n in range(9)
    )
    assert sorted(told(f"{short}## Fisk\n\n{long}\n\n{RIVER}", f"{short}{long}\n\n{RIVER}")) == [
        ("changed", "Tal", "Tal"),
        ("merged", "Fisk", "Tal"),
    ]


def test_of_sections_that_have_grown_the_one_with_the_words_has_taken_them() -> None:
    meadow = "Engen skal græsses af kvæg fra maj til oktober, så den ikke gror til i pil."
    pier = "Molen skal have lys i begge ender og stiger for hver tyvende meter til badende.\n\n"
    old = f"{RIVER}\n## Engen\n\n{meadow}\n\n{HARBOUR}"
    grown = sorted(told(old, f"{RIVER}\n{meadow}\n\n{HARBOUR}\n{pier}"))
    assert grown == [
        ("changed", "Byens havn", "Byens havn"),
        ("changed", "Åen", "Åen"),
        ("merged", "Engen", "Åen"),
    ]
    # A few words may stand anywhere.
    short = f"{RIVER}\n## Engen\n\nKvæg fra maj.\n\n{HARBOUR}"
    assert ("gone", "Engen", "") in told(short, f"{RIVER}\n{meadow}\n\n{HARBOUR}")


def test_a_section_under_another_heading_has_moved_though_none_went_past_it() -> None:
    river, harbour = (text.split("\n\n")[1] for text in (RIVER, HARBOUR))
    old = f"## Havnen\n\n{harbour}\n\n{{}} Åen\n\n{river}\n\n## Byen\n\nHer bor vi.\n"
    assert told(old.format("###"), old.format("##")) == [("moved", "Åen", "Åen")]


def test_a_table_is_known_by_its_cells_and_not_by_its_count() -> None:
    trees = "| År | Træer |\n|---|---|\n| 2024 | 12 |\n| 2025 | 14 |\n"
    fish = "| År | Fisk |\n|---|---|\n| 2024 | 300 |\n| 2025 | 500 |\n"
    assert told(f"{RIVER}\n{trees}\n{HARBOUR}", f"{RIVER}\n{fish}\n{trees}\n{HARBOUR}") == [
        ("new", "", "Tabel 1")
    ]
    more = trees.replace("14", "15")
    assert told(f"{RIVER}\n{trees}\n{HARBOUR}", f"{RIVER}\n{fish}\n{more}\n{HARBOUR}") == [
        ("new", "", "Tabel 1"),
        ("changed", "Tabel 1", "Tabel 2"),
    ]


def test_words_are_the_same_in_capitals() -> None:
    assert bag("HAVNEN, havnen – og 2 både!") == {"havnen": 2, "og": 1, "2": 1, "både": 1}


def test_footnotes_behind_the_last_section_do_not_move_with_it() -> None:
    assert told(NOTED + RIVER + HARBOUR + NOTE, NOTED + HARBOUR + RIVER + NOTE) in (
        [("moved", "Åen", "Åen")],
        [("moved", "Byens havn", "Byens havn")],
    )


TABLE = "## Tal\n\n| År | Træer |\n|---|---|\n| 2024 | {} |\n| 2025 | 14 |\n"


def test_the_rows_of_a_table_stay_apart_in_markdown() -> None:
    shown = comparison_markdown(compared(TABLE.format(12), TABLE.format(13)), everything=False)
    assert "År Træer  \n2024 ~~12~~ **13**  \n2025 14\n" in shown


def test_marks_in_markdown_reach_over_no_paragraph() -> None:
    more = "Fjorden skal renses for fosfor.\n\nBækken skal have grus til ørreder.\n"
    shown = comparison_markdown(compared(RIVER, f"{RIVER}\n{more}"), everything=False)
    assert "**Fjorden skal renses for fosfor.**\n\n**Bækken skal have grus til ørreder.**" in shown
    assert "\n [" not in shown


ROLES = """## 3 Forretningsmæssig arkitektur

### 3.1 Roller

Registranten opdaterer et register, og anvenderen slår op i det ved behov.

### 3.2 Processer

{processes}
"""
PROCESSES = (
    "Data hentes på forespørgsel, eller de sendes med en meddelelse til den, der skal bruge dem."
)


def test_a_section_with_its_number_and_most_of_its_title_was_rewritten() -> None:
    old = RIVER + ROLES.format(processes=PROCESSES)
    new = old.replace("Forretningsmæssig arkitektur", "Forretningsarkitektur").replace(
        "3.1 Roller\n\nRegistranten opdaterer et register, og anvenderen slår op i det ved behov.",
        "3.1 Roller og aktører\n\nTre parter deler data: den, der ejer dem, og to, der læser.",
    )
    assert told(old, new) == [
        ("changed", "Forretningsmæssig arkitektur", "Forretningsarkitektur"),
        ("changed", "Roller", "Roller og aktører"),
    ]
    other = new.replace("Roller og aktører", "Sikkerhed")
    assert ("gone", "Roller", "") in told(old, other)


def test_a_title_that_only_one_has_below_a_section_is_known_with_another_number() -> None:
    old = ROLES.format(processes=PROCESSES)
    new = old.replace(f"### 3.2 Processer\n\n{PROCESSES}\n", "").replace(
        "### 3.1 Roller", "### 3.1 Processer\n\nIntet hentes mere.\n\n### 3.2 Roller"
    )
    assert [(before, after) for _, before, after in told(old, new)] == [
        ("Processer", "Processer"),
        ("Roller", "Roller"),
    ]


def test_another_mark_of_an_item_is_no_change() -> None:
    items = "## Mål\n\nPlanen har tre mål:\n\n• Åen skal slynges\n• Havnen skal have strøm\n"
    assert told(items, items.replace("•", "-")) == []
    marked, bare = items.replace("•", "-"), items.replace("• ", "\n")
    assert told(marked, bare) == told(bare, marked) == []
    changed = items.replace("•", "-").replace("strøm", "vand")
    (pair,) = (one for one in compared(items, changed).pairs if one.status != "same")
    assert len(pair.altered) == 1


def test_what_is_put_in_stands_apart_from_the_words_around_it() -> None:
    old = "## Mål\n\nKommunen har 1.240 borgere med hjælp: hver dag. Planen gælder i fire år.\n"
    first, second = "Kommunen har 1.240 borgere med hjælp: hver dag.", "Planen gælder i fire år."
    shown = comparison_markdown(compared(old, f"## Mål\n\n{second} {first}\n"), everything=False)
    assert "**Planen gælder i fire år.** Kommunen" in shown
    told_so = comparison_markdown(
        compared(old, old.replace("hjælp:", "hjælp og vask")), everything=False
    )
    assert "hjælp~~:~~ **og vask** hver" in told_so


def test_a_section_that_lost_its_number_has_no_new_one() -> None:
    river, harbour = RIVER.removeprefix("## "), HARBOUR.removeprefix("## ")
    told_so = comparison_markdown(
        compared(f"## 1. {river}\n## 2. {harbour}", f"## {river}\n## {harbour}"), everything=False
    )
    assert "Åen – uden nummer (før: 1. Åen)" in told_so


PLAN = {
    "Forord": "Byrådet har i dag vedtaget en plan for ældre. Den gælder i fire år.",
    "Hjemmepleje": "Kommunen hjælper 1.240 borgere. Hver borger har et fast team på otte. "
    "Der afsættes 14 mio. kr. i 2026 til flere faste teams.",
    "Plejehjem": "Der er 410 plejeboliger på seks plejehjem. Et nyt åbner den 1. august 2027. "
    "Ventetiden må ikke overstige to måneder. Beboerne spiser sammen, når de vil.",
    "Genoptræning": "Genoptræning begynder senest syv dage efter udskrivning fra hospitalet.",
    "Frivillige": "Foreningerne gør en stor indsats for ensomme ældre i hele kommunen.",
    "Økonomi": "Udgifterne til ældre er 612 mio. kr. om året og holdes inden for budgettet.",
}


def written(plan: dict[str, str]) -> str:
    return "\n".join(f"## {at}. {title}\n\n{plan[title]}\n" for at, title in enumerate(plan, 1))


def with_other(title: str, old: str, new: str) -> dict[str, str]:
    assert old in PLAN[title]
    return {**PLAN, title: PLAN[title].replace(old, new)}


def parted(title: str, at: str, first: str, second: str) -> dict[str, str]:
    before, behind = PLAN[title].split(at)
    parts = {first: before.strip(), second: f"{at}{behind}"}
    return {
        name: text
        for one in PLAN
        for name, text in (parts.items() if one == title else [(one, PLAN[one])])
    }


LATER = ["Frivillige", "Økonomi"]
ORDER = list(PLAN)


@pytest.mark.parametrize(
    ("new", "changes"),
    [
        (with_other("Hjemmepleje", "1.240", "1.310"), {"changed": ["Hjemmepleje"]}),
        (with_other("Plejehjem", "må ikke", "må"), {"changed": ["Plejehjem"]}),
        (with_other("Plejehjem", "august 2027", "februar 2028"), {"changed": ["Plejehjem"]}),
        ({name: PLAN[name] for name in ORDER if name != "Frivillige"},
         {"gone": ["Frivillige"], "renumbered": ["Økonomi"]}),
        ({name: PLAN[name] for name in [*ORDER[:1], "Økonomi", *ORDER[1:-1]]},
         {"moved": ["Økonomi"], "renumbered": ORDER[1:-1]}),
        ({**{name: PLAN[name] for name in ORDER[:4]}, "Demens": "Et demenshus åbner i 2026.",
          **{name: PLAN[name] for name in LATER}}, {"new": ["Demens"], "renumbered": LATER}),
        (parted("Plejehjem", "Ventetiden", "Plejeboliger", "Hverdagen"),
         {"changed": ["Plejeboliger"], "split": ["Hverdagen"],
          "renumbered": ["Genoptræning", *LATER]}),
        ({**{name: PLAN[name] for name in ORDER[:3]},
          "Træning": f"{PLAN['Genoptræning']} {PLAN['Frivillige']}", "Økonomi": PLAN["Økonomi"]},
         {"changed": ["Træning"], "merged": ["Træning"], "renumbered": ["Økonomi"]}),
        ({name.replace("Frivillige", "Foreninger"): PLAN[name] for name in ORDER},
         {"changed": ["Foreninger"]}),
        ({name: PLAN[name] for name in [*ORDER[:4], "Økonomi", "Frivillige"]},
         {"moved": ["Frivillige"], "renumbered": ["Økonomi"]}),
    ],
)  # fmt: skip
def test_edits_that_are_known(new: dict[str, str], changes: dict[str, list[str]]) -> None:
    found: dict[str, list[str]] = {}
    for status, before, after in told(written(PLAN), written(new)):
        found.setdefault(status, []).append(after or before)
    assert found == changes


def test_old_and_new_words_do_not_run_together_in_colour() -> None:
    """»Der afsættes 1417 mio. kr.« was what a terminal with colours showed."""
    plan = "## Mål\n\nDer afsættes {} mio. kr. i 2026 til flere faste teams.\n"
    found = compared(plan.format(14), plan.format(17))
    shown = comparison_text(found, Screen(100, colour=True), everything=False)
    assert "afsættes 14 17 mio. kr." in re.sub(r"\x1b\[[\d;]*m", "", shown)
    plain = comparison_text(found, Screen(100), everything=False)
    assert "afsættes [-14-]{+17+} mio. kr." in plain


def test_sections_under_a_title_or_beside_it_have_not_moved() -> None:
    """In Word the title held nothing, so every section of its new edition was said to have moved."""

    def edition(name: str, text: str, *, beside: bool) -> Edition:
        sections = list(sections_of(read(text.encode(), f"{name}.md"), name))
        if beside:
            sections = [item._replace(parent=None, children=()) for item in sections]
        paper = Document(name, name, name, "", "2024", "plan", f"{name}.md", name, 1, 0)
        return Edition(paper, sections, lambda *_: Place((), (), ()))

    plan = f"# Plan\n\nNord Kommune\n\n{RIVER}{HARBOUR}"
    for beside in (True, False):
        old, new = edition("a", plan, beside=not beside), edition("b", plan, beside=beside)
        assert [pair.status for pair in compare_editions(old, new).pairs] == ["same"] * 3
    under = edition("b", plan.replace("## Byens", "### Byens"), beside=False)
    found = compare_editions(edition("a", plan, beside=False), under)
    assert [pair.status for pair in found.pairs] == ["same", "same", "moved"]


def test_a_title_with_something_behind_a_comma_is_the_same() -> None:
    old, new = (
        f"# {title}\n\nNord Kommune\n\n{RIVER}"
        for title in ("Plan 2022", "Plan 2022, revideret 2026")
    )
    sections = [list(sections_of(read(text.encode(), "a.md"), "a")) for text in (old, new)]
    assert Matcher(*sections).pairs == {0: 0, 1: 1}


def test_a_title_is_the_same_where_one_edition_has_no_numbers() -> None:
    """It stands under another heading and in other words: one was gone, and one was new."""
    kajer = ("Skibene skal have strøm om vinteren.", "Alle både betaler en afgift fra 2030.")
    old = f"## {{}}By og havn\n\n{RIVER[2:]}\n### {{}}Kajer\n\n{kajer[0]}\n"
    new = f"## {{}}Erhverv\n\n{NOTED[2:]}\n### {{}}Kajer\n\n{kajer[1]}\n"
    bare = told(old.format("1. ", "1.1 "), new.format("", ""))
    assert [what for what, *titles in bare if titles == ["Kajer", "Kajer"]] == ["changed"]
    numbered = told(old.format("1. ", "1.1 "), new.format("2. ", "2.1 "))
    assert ("gone", "Kajer", "") in numbered


def test_a_title_of_several_chapters_ties_no_two_of_them() -> None:
    """»Baggrund« of the chapter that was gone was what was left, so its chapter was another one."""
    chapter = "## {}\n\n### Baggrund\n\n{}\n\n### Mål\n\n{}\n\n"
    tourists = chapter.format(
        "Turisme", "Kysten har gæster om sommeren.", "Flere kommer i oktober."
    )
    shops = chapter.format(
        "Butikker", "Hver femte butik i gaden står tom.", "Højst hver tiende er."
    )
    founders = chapter.format(
        "Iværksættere", "Nye firmaer lever kort.", "De skal overleve længere."
    )
    assert told(tourists + shops, tourists + founders) == [
        ("new", "", "Iværksættere"),
        ("new", "", "Baggrund"),
        ("new", "", "Mål"),
        ("gone", "Butikker", ""),
        ("gone", "Baggrund", ""),
        ("gone", "Mål", ""),
    ]
