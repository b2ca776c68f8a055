"""Editions: both are kept, and what has changed between them is told with its places."""

from __future__ import annotations

import json
import re
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategikort.editions.recheck import Cited, read_citations
from strategikort.editions.words import changes
from strategikort.errors import StrategikortError
from strategikort.library import Collection
from tests.holdings.conftest import Program

OLD = """# Rapport 2024

## 1. Indledning

Danmark skal føre an i digital forskning, og regeringen afsætter 100 mio. kr. til formålet i 2024.

## 2. Kvante

Regeringen vil bygge et laboratorium for kvantesensorer i Vejle sammen med universiteterne.

## 3. Fiskeri

Kvoterne for torsk i Østersøen skal sættes ned, så bestanden kan vokse igen i de næste ti år.

## 4. Skoler

Alle elever i grundskolen skal lære at forstå algoritmer og kilder, inden de går ud af skolen.

## 5. Havne

De danske havne skal have landstrøm til alle skibe, der ligger ved kaj i mere end to timer.
"""
NEW = """# Rapport 2026

## 1. Indledning

Danmark skal føre an i digital forskning, og regeringen afsætter 250 mio. kr. til formålet i 2026.

## 2. Skoler

Alle elever i grundskolen skal lære at forstå algoritmer og kilder, inden de går ud af skolen.

## 3. Kvante

Regeringen vil bygge et laboratorium for kvantesensorer i Vejle sammen med universiteterne.
De danske havne skal have landstrøm til alle skibe, der ligger ved kaj i mere end to timer.

## 4. Rummet

En ny satellit skal overvåge isen omkring Grønland og sende målinger hjem hver eneste dag.
"""


@pytest.fixture
def editions(own: Path, tmp_path: Path, program: Program) -> tuple[str, str]:
    for name, text in (("gammel", OLD), ("ny", NEW)):
        (tmp_path / f"{name}.md").write_text(text, encoding="utf-8")
    program("tilføj", str(tmp_path / "gammel.md"))
    assert program("tilføj", str(tmp_path / "ny.md"), "--afløser", "rapport-2024").status == 0
    return "rapport-2024", "rapport-2026"


def test_what_has_become_of_each_section(editions: tuple[str, str]) -> None:
    comparison = Collection.open().compare_editions(*editions)
    found = {
        (pair.old.title if pair.old else "", pair.new.title if pair.new else ""): pair.status
        for pair in comparison.pairs
    }
    assert found == {
        ("Rapport 2024", "Rapport 2026"): "changed",
        ("Indledning", "Indledning"): "changed",
        ("Skoler", "Skoler"): "renumbered",
        ("Kvante", "Kvante"): "moved",
        ("Havne", "Kvante"): "merged",
        ("Fiskeri", ""): "gone",
        ("", "Rummet"): "new",
    }


def test_changes_word_by_word_with_their_places(
    program: Program, editions: tuple[str, str]
) -> None:
    outcome = program("forskel", *editions, "--json")
    assert outcome.status == 0
    jsonschema.validate(outcome.json, json.loads(program("skema", "forskel").out))
    (intro,) = [
        item
        for item in outcome.json["sections"]
        if item["new"] and item["new"]["id"] == "rapport-2026/1"
    ]
    assert [(item["old"], item["new"]) for item in intro["changes"]] == [
        ("100", "250"),
        ("2024", "2026"),
    ]
    collection = Collection.open()
    for item in intro["changes"]:
        for side, document in (("old", editions[0]), ("new", editions[1])):
            ((start, end),) = item[f"{side}_source"]["chars"]
            assert collection.source(document).text[start:end] == item[side]
            assert item[f"{side}_source"]["lines"] == [[5, 5]]


def test_every_form_of_the_answer(program: Program, editions: tuple[str, str]) -> None:
    text = program("forskel", *editions).out
    assert "afsætter [-100-]{+250+} mio. kr." in text
    assert "3. Kvante – flyttet og ændret (før: 2. Kvante)" in text
    assert "3. Fiskeri – væk" in text
    assert "5. Havne – lagt sammen med 3. Kvante" in text
    markdown = program("forskel", *editions, "--format", "md").out
    assert "afsætter ~~100~~**250** mio. kr." in markdown
    html = program("forskel", *editions, "--format", "html").out
    assert "afsætter <del>100</del><ins>250</ins> mio. kr." in html
    assert program("forskel", "rk", "rk").status == 1
    assert "uændret" in program("forskel", "rk", "rk", "--alt").out


def test_what_stands_in_a_document_is_no_markup(
    own: Path, tmp_path: Path, program: Program
) -> None:
    for name, word in (("a", "<script>alert(1)</script>"), ("b", "<b onload=x>*fed*</b>")):
        path = tmp_path / f"{name}.txt"
        path.write_text(f"1. Afsnit {name}\n\nEt og det samme afsnit med {word} i midten.\n")
        program("tilføj", str(path), "--titel", f"<i>{name}</i>")
    ids = [item.id for item in Collection.open().documents[5:]]
    html = program("forskel", *ids, "--format", "html").out
    assert set(re.findall(r"<(\w+)", html)) <= {
        "html",
        "head",
        "meta",
        "title",
        "style",
        "body",
        "h1",
        "h2",
        "p",
        "br",
        "small",
        "del",
        "ins",
        "DOCTYPE",
    }


def test_a_new_edition_in_the_place_of_the_old_file(
    own: Path, tmp_path: Path, program: Program
) -> None:
    path = tmp_path / "rapport.md"
    path.write_text(OLD, encoding="utf-8")
    program("tilføj", str(path))
    path.write_text(NEW, encoding="utf-8")
    answer = program("tilføj", str(path), "--afløser", "rapport-2024", "--json").json
    assert [(item["id"], item["status"]) for item in answer["documents"]] == [
        ("rapport-2026", "added")
    ]
    rows = {item["id"]: item for item in program("status", "--json").json["documents"]}
    assert rows["rapport-2026"]["edition_of"] == "rapport-2024"
    assert (rows["rapport-2024"]["state"], rows["rapport-2026"]["state"]) == ("changed", "same")
    program("opdatér")
    assert "torsk" in program("vis", "rapport-2024/3").out
    assert program("tilføj", str(path), "--afløser", "rapport-2026").status == 2


def test_an_edition_is_named_afterwards(own: Path, tmp_path: Path, program: Program) -> None:
    for name, text in (("gammel", OLD), ("ny", NEW)):
        (tmp_path / f"{name}.md").write_text(text, encoding="utf-8")
        program("tilføj", str(tmp_path / f"{name}.md"))
    program("tilføj", str(tmp_path / "ny.md"), "--afløser", "rapport-2024")
    rows = {item["id"]: item for item in program("status", "--json").json["documents"]}
    assert rows["rapport-2026"]["edition_of"] == "rapport-2024"
    assert program("tilføj", str(tmp_path), "--afløser", "rapport-2024").status == 2


def test_removing_an_edition_joins_those_before_and_after_it(
    own: Path, tmp_path: Path, program: Program
) -> None:
    def editions_now() -> dict[str, str | None]:
        rows = program("status", "--json").json["documents"]
        return {item["id"]: item["edition_of"] for item in rows}

    for year, older in ((2024, None), (2025, 2024), (2026, 2025)):
        path = tmp_path / f"{year}.md"
        path.write_text(OLD.replace("2024", str(year)), encoding="utf-8")
        supersedes = ["--afløser", f"rapport-{older}"] if older else []
        assert program("tilføj", str(path), *supersedes).status == 0
    program("fjern", "rapport-2025")
    assert editions_now() == {"rapport-2024": None, "rapport-2026": "rapport-2024"}
    assert Collection.open().newest_edition("rapport-2024") == "rapport-2026"
    program("fjern", "rapport-2024")
    assert editions_now() == {"rapport-2026": None}
    assert "Afløser" not in program("status", "rapport-2026").out


def test_old_citations_are_looked_up_and_never_guessed(
    program: Program, editions: tuple[str, str], tmp_path: Path
) -> None:
    def cite(tail: str, text: str) -> dict[str, object]:
        return {"id": f"rapport-2024/{tail}", "document": {"id": "rapport-2024"}, "text": text}

    shown = program("vis", "rapport-2024", "--json").json
    shown["sections"] += [
        cite("4", "i Vejle"),
        cite("4", "kilder, inden de går ud"),
        {"id": "ukendt/1", "text": "Noget, der står et helt andet sted."},
    ]
    path = tmp_path / "citater.json"
    path.write_text(json.dumps(shown), encoding="utf-8")
    outcome = program("gentjek", str(path), "--json")
    assert outcome.status == 1
    jsonschema.validate(outcome.json, json.loads(program("skema", "gentjek").out))
    found = {(item["id"], item["text"][:12]): item for item in outcome.json["citations"]}
    verdicts = {key[0]: item["status"] for key, item in found.items() if "Vejle" not in key[1]}
    assert verdicts == {
        "rapport-2024/1": "changed",
        "rapport-2024/2": "moved",
        "rapport-2024/3": "gone",
        "rapport-2024/4": "moved",
        "rapport-2024/5": "moved",
        "ukendt/1": "unclear",
    }
    assert found["rapport-2024/4", "i Vejle"]["status"] == "unclear"
    intro = found["rapport-2024/1", "Danmark skal"]
    assert intro["changes"] == [{"old": "100", "new": "250"}, {"old": "2024", "new": "2026"}]
    (place,) = found["rapport-2024/5", "De danske ha"]["places"]
    assert place["id"] == "rapport-2026/3"
    section = Collection.open().section(place["id"])
    assert section.text.text[place["start"] : place["end"]] == place["text"]
    assert place["text"].startswith("De danske havne")
    text = program("gentjek", str(path)).out
    assert "»100« er nu »250«" in text


def test_citations_of_an_unchanged_document(program: Program, own: Path, tmp_path: Path) -> None:
    path = tmp_path / "citater.json"
    path.write_text(program("søg", "kvanteteknologi", "--json").out, encoding="utf-8")
    outcome = program("gentjek", str(path))
    assert (outcome.status, outcome.out.split("\n", 1)[0]) == (0, "10 uændrede")
    path.write_text("[]", encoding="utf-8")
    assert program("gentjek", str(path), "--json").json["error"]["code"] == "no_citations"


QUOTED = """
»fremme et åbent, frit, globalt […] og sikkert internet« og »[F]remme et åbent, frit, globalt«.
"Støtte EU's naboer mod øst [red.] og på Vestbalkan."
"""


def test_quotations_of_a_memo_that_stand_unchanged(program: Program, tmp_path: Path) -> None:
    checked = program("verificér", "-", "--json", stdin=QUOTED)
    path = tmp_path / "citater.json"
    path.write_text(checked.out, encoding="utf-8")
    found = program("gentjek", str(path), "--json").json["citations"]
    assert [item["status"] for item in found] == ["same"] * 3


HARBOUR = """# Havneplan {year}

## 1. Mål

Regeringen vil bygge nye havne i hele landet.

## 2. Penge

{lead}Pengene gives til kommunerne i tre rater om året.
"""
MOVED = "Der afsættes i alt en milliard kroner til formålet. "


def test_what_is_left_of_a_section_is_where_it_was(
    program: Program, own: Path, tmp_path: Path
) -> None:
    old, new = tmp_path / "gammel.md", tmp_path / "ny.md"
    old.write_text(HARBOUR.format(year=2024, lead=MOVED), encoding="utf-8")
    split = HARBOUR.format(year=2026, lead="") + f"\n## 3. Rater\n\n{MOVED}\n"
    new.write_text(split, encoding="utf-8")
    program("tilføj", str(old))
    memo = "»Pengene gives til kommunerne i tre rater om året« og »Der afsættes i alt en milliard«."
    path = tmp_path / "citater.json"
    path.write_text(program("verificér", "-", "--json", stdin=memo).out, encoding="utf-8")
    program("tilføj", str(new), "--afløser", "havneplan-2024")
    found = program("gentjek", str(path), "--json").json["citations"]
    places = [(item["status"], *(place["id"] for place in item["places"])) for item in found]
    assert places == [("same", "havneplan-2026/2"), ("moved", "havneplan-2026/3")]


LONG = """# Fiskeriplan {year}

## 1. Mål

Havet skal være rent. Regeringen vil inden {year} give {sum} kroner til de små fiskere på vestkysten,
så havnene kan leve videre, og så de unge kan blive boende. Pengene kommer fra statens kasse, og de
gives i tre rater om året til alle, der søger om dem inden den første maj.

## 2. Tid

Planen gælder fra januar.
"""


@pytest.mark.parametrize(
    ("quote", "status", "changed"),
    [
        ("give ti kroner til de små fiskere på vestkysten", "changed", [("ti", "tyve")]),
        ("til de små fiskere på vestkysten", "same", []),
        ("Regeringen vil inden 2024 give ti kroner", "changed", [("2024", "2026"), ("ti", "tyve")]),
        ("vil inden 2024", "unclear", []),
        ("de store trawlere skal betale mere i skat end de unge", "gone", []),
    ],
)
def test_only_the_nearest_stretch_of_a_changed_section_is_compared(
    program: Program, own: Path, tmp_path: Path, quote: str, status: str, changed: list[object]
) -> None:
    for year, total in ((2024, "ti"), (2026, "tyve")):
        path = tmp_path / f"{year}.md"
        path.write_text(LONG.format(year=year, sum=total), encoding="utf-8")
        older = ["--afløser", "fiskeriplan-2024"] if year == 2026 else []
        program("tilføj", str(path), *older)
    cited = {"id": "fiskeriplan-2024/1", "document": {"id": "fiskeriplan-2024"}, "text": quote}
    path = tmp_path / "citater.json"
    path.write_text(json.dumps([cited]), encoding="utf-8")
    (found,) = program("gentjek", str(path), "--json").json["citations"]
    assert found["status"] == status
    assert [(item["old"], item["new"]) for item in found["changes"]] == changed


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff",
        b"[" * 5000,
        b"3",
        b"{}",
        b'{"results": 3}',
        b'{"citations": []}',
        b'["ord", 3, null]',
        b'[{"id": 3, "text": "Noget"}]',
        b'[{"id": "rk/1", "text": "  "}]',
        b'{"quotes": [{"quote": "Noget", "found": null}]}',
    ],
)
def test_what_holds_no_citations(program: Program, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "citater.json"
    path.write_bytes(content)
    outcome = program("gentjek", str(path), "--json")
    assert (outcome.status, outcome.json["error"]["code"]) == (2, "no_citations")


def test_a_file_of_citations_beyond_all_measure() -> None:
    with pytest.raises(StrategikortError, match="ingen citater, der kan gentjekkes"):
        read_citations(b" " * 50_000_001)


def test_citations_among_other_things_are_found() -> None:
    content = [
        "ord",
        {"id": 3, "text": "Noget"},
        {"id": "rk/1", "text": "Det ene"},
        {"id": "x/1", "document": {"id": "rk"}, "text": "Det andet"},
        {"quote": "Det tredje", "found": {"id": "rk/6", "document": 3}},
    ]
    assert read_citations(json.dumps(content).encode()) == [
        Cited("rk/1", "rk", "Det ene"),
        Cited("x/1", "rk", "Det andet"),
        Cited("rk/6", "rk", "Det tredje"),
    ]


def compared(
    program: Program, tmp_path: Path, old: str, new: str, *options: str
) -> tuple[str, dict[tuple[str, str], str]]:
    """Add two editions; return their comparison as text and what became of each section."""
    for name, text in (("gammel", old), ("ny", new)):
        (tmp_path / f"{name}.md").write_text(f"# Plan {name}\n\n{text}", encoding="utf-8")
        assert program("tilføj", str(tmp_path / f"{name}.md")).status == 0
    found = {
        (pair.old.label if pair.old else "", pair.new.label if pair.new else ""): pair.status
        for pair in Collection.open().compare_editions("plan-gammel", "plan-ny").pairs
    }
    return program("forskel", "plan-gammel", "plan-ny", *options).out, found


SKIES = "Himlen over havnen skal holdes fri for droner i alle sommerens måneder"
TREES = "Træerne langs åen skal plejes af kommunens gartnere hvert eneste forår"


def test_a_section_that_was_divided(program: Program, own: Path, tmp_path: Path) -> None:
    text, found = compared(
        program,
        tmp_path,
        f"## 1. Byen\n\n{SKIES}. {TREES}.\n",
        f"## 1. Byen\n\n{SKIES}.\n\n## 2. Åen\n\n{TREES}.\n",
    )
    assert found["1. Byen", "2. Åen"] == "split"
    assert "2. Åen – skilt ud fra 1. Byen\n" in text


def test_a_section_under_another_heading_has_moved(
    program: Program, own: Path, tmp_path: Path
) -> None:
    _, found = compared(
        program,
        tmp_path,
        f"## Havnen\n\n{SKIES}.\n\n### Åen\n\n{TREES}.\n\n## Byen\n\nHer bor vi alle.\n",
        f"## Havnen\n\n{SKIES}.\n\n## Byen\n\nHer bor vi alle.\n\n### Åen\n\n{TREES}.\n",
    )
    assert found["Åen", "Åen"] == "moved"
    assert found["Havnen", "Havnen"] == "same"


def test_words_that_were_only_taken_out_far_from_others(
    program: Program, own: Path, tmp_path: Path
) -> None:
    middle = " ".join(f"ord{number}" for number in range(60))
    text, _ = compared(
        program,
        tmp_path,
        f"## 1. Byen\n\nAldrig igen {SKIES} {middle} {TREES} som altid, {middle}.\n",
        f"## 1. Byen\n\nIgen {SKIES} {middle} {TREES}, {middle}.\n",
    )
    shown = " ".join(text.split())
    assert "[-Aldrig igen-]{+Igen+} Himlen over" in shown
    assert "[…]" in shown
    assert "hvert eneste forår [-som altid-], ord0" in shown
    assert "[…] Før: " in shown
    assert "ord30" not in shown


@pytest.mark.parametrize("cited", [TREES, "Træerne langs åen plejes"])
def test_a_text_that_went_to_another_section_has_moved(
    program: Program, own: Path, tmp_path: Path, cited: str
) -> None:
    """The shorter one is no section that could be known again by its words."""
    for name, text in (
        ("gammel", f"## 1. Byen\n\n{SKIES}.\n\n## 2. Åen\n\n{cited}.\n"),
        ("ny", f"## 1. Byen\n\n{SKIES}. Det gælder også: {cited}.\n"),
    ):
        (tmp_path / f"{name}.md").write_text(f"# Plan {name}\n\n{text}", encoding="utf-8")
    program("tilføj", str(tmp_path / "gammel.md"))
    program("tilføj", str(tmp_path / "ny.md"), "--afløser", "plan-gammel")
    path = tmp_path / "citater.json"
    path.write_text(json.dumps([{"id": "plan-gammel/2", "text": cited}]), encoding="utf-8")
    (found,) = program("gentjek", str(path), "--json").json["citations"]
    assert found["status"] == "moved"
    assert [place["id"] for place in found["places"]] == ["plan-ny/1-byen"]
    assert found["places"][0]["text"] == cited


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("Forældrene kan f.eks. få råd. Forældrene kan svare.", "Forældrene kan svare.",
         [("Forældrene kan f.eks. få råd.", "")]),
        ("Vi lader os inspirere. Vi er klar.", "Vi lader os inspirere. Ministeren svarer. Vi er klar.",
         [("", "Ministeren svarer.")]),
        ("Han sagde \"ja\" - og gik.", "Han sagde ”ja” – og gik.", []),
        ("Byen skal have 3 skoler.", "Byen skal også have 4 skoler.",
         [("", "også"), ("3", "4")]),
    ],
)  # fmt: skip
def test_changes_are_told_as_a_reader_would(
    old: str, new: str, told: list[tuple[str, str]]
) -> None:
    """A sentence put in or taken out is told from its beginning; other marks are no words."""
    assert [
        (old[item.old_start : item.old_end], new[item.new_start : item.new_end])
        for item in changes(old, new)
    ] == told


def test_paragraphs_of_a_law_are_known_by_their_text(
    program: Program, own: Path, tmp_path: Path
) -> None:
    """A number is no title: § 3 that became § 4 was told as changed, and both as new and gone."""
    opening = ["Museet holder åbent mindst 200 dage om året.", "Museet kan lukke på helligdage."]
    grant = ["Tilskuddet udgør 30 pct. af museets udgifter.", "Tilskuddet udbetales den 1. april."]
    force = ["Loven træder i kraft den 1. juli 2019."]
    later = ["Loven træder i kraft den 1. juli 2023."]
    school = ["Museet skal samarbejde med mindst én skole."]
    laws = {
        2019: [opening, grant, force],
        2023: [[opening[0], "Børn har gratis adgang.", opening[1]], school,
               [grant[0], grant[1].replace("april", "maj")], later],
    }  # fmt: skip
    ids = []
    for year, paragraphs in laws.items():
        lines = [f"Lov nr. 41 af 12. maj {year} om tilskud til lokale museer"]
        for number, items in enumerate(paragraphs, 1):
            lines += [
                (f"Stk. {at}. " if at > 1 else f"§ {number}. ") + item
                for at, item in enumerate(items, 1)
            ]
        path = tmp_path / f"lov{year}.txt"
        path.write_text("\n\n".join(lines), encoding="utf-8")
        ids.append(program("tilføj", str(path), "--json").json["documents"][0]["id"])
    found = [
        (item["status"], *(item[side] and item[side]["id"].partition("paragraf-")[2]
                           for side in ("old", "new")))
        for item in program("forskel", *ids, "--json").json["sections"][1:]
    ]  # fmt: skip
    assert found == [
        ("new", None, "1/2"),
        ("renumbered", "1/2", "1/3"),
        ("new", None, "2"),
        ("renumbered", "2", "3"),
        ("renumbered", "2/1", "3/1"),
        ("changed", "2/2", "3/2"),
        ("changed", "3", "4"),
    ]


def test_a_section_with_its_number_and_title_was_rewritten(
    program: Program, own: Path, tmp_path: Path
) -> None:
    text, _ = compared(
        program,
        tmp_path,
        f"## 1. Byen\n\n{SKIES}.\n\n## 2. Mål\n\n{TREES}.\n",
        f"## 1. Byen\n\n{SKIES}.\n\n## 2. Mål\n\nHavnen får nye kraner og dybere bassiner.\n",
    )
    assert "2. Mål – ændret\n" in text
    assert "nyt" not in text
    assert "væk" not in text


words = st.lists(st.sampled_from(["en", "to", "tre", "fire", ",", "."]), max_size=25).map(" ".join)


@given(words, words)
def test_the_changes_make_the_new_text_of_the_old(old: str, new: str) -> None:
    made: list[str] = []
    at = 0
    for change in changes(old, new):
        assert change.old_start >= at
        made += [old[at : change.old_start], " ", new[change.new_start : change.new_end], " "]
        at = change.old_end
    made.append(old[at:])
    assert "".join(made).split() == new.split() or "".join(made).replace(" ", "") == new.replace(
        " ", ""
    )


def test_counts_agree_with_their_words(program: Program) -> None:
    first = program("forskel", "uss", "tech").out.split("\n")[2]
    assert first == "1 ændret, 48 nye, 46 væk"
