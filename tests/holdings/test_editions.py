"""Editions: both are kept, and what has changed between them is told with its places."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategikort.editions.words import changes
from strategikort.library import Collection
from tests.holdings.conftest import NEW, OLD, Adding, Program


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


def test_who_shows_or_cites_an_edition_is_told_of_the_newest(
    program: Program, editions: tuple[str, str]
) -> None:
    old, new = editions
    told = (
        f"Bemærk: {old} er afløst af {new}. "
        f"Hvad der er ændret, viser strategikort forskel {old} {new}\n"
    )
    for command in ("vis", "citér"):
        assert program(command, f"{old}/skoler").err.count(told) == 1, command
    assert program("søg", "skoler", "-d", old).err == told
    assert program("søg", "skoler", "-d", old, "-d", new).err == ""
    for command in ("vis", "citér"):
        assert "afløst" not in program(command, f"{new}/kvante").err
        # Who has both knows it.
        assert "afløst" not in program(command, f"{old}/skoler", f"{new}/kvante").err


def test_who_checks_a_quotation_is_told_that_it_stands_in_an_old_edition_only(
    program: Program, add: Adding
) -> None:
    """»Ordret« is what it is, and no more what the document says."""
    old = (
        "# Havneplan 2024\n\nDer bygges tre nye kajer inden 2027.\n\nHavnen uddybes til 12 meter.\n"
    )
    add("a.md", old, id="a")
    add("b.md", old.replace("tre", "fire"), "--afløser", "a", id="b")
    told = "Bemærk: a er afløst af b. Hvad der er ændret, viser strategikort forskel a b\n"
    outcome = program("verificér", "--citat", "Der bygges tre nye kajer inden 2027.")
    assert (outcome.status, outcome.err) == (0, told)
    for quote in ("Der bygges fire nye kajer inden 2027.", "Havnen uddybes til 12 meter."):
        assert program("verificér", "--citat", quote).err == ""


def test_the_file_of_an_edition_with_a_newer_one_is_not_missed(
    program: Program, editions: tuple[str, str], tmp_path: Path
) -> None:
    """An old file that is thrown away made every »opdatér« end with status 2 for good."""
    (tmp_path / "gammel.md").unlink()
    outcome = program("opdatér")
    assert (outcome.status, outcome.err) == (0, "")
    # Who asks for it is told, and so is who looks.
    assert "findes ikke mere" in program("opdatér", editions[0]).err
    assert "originalen mangler" in program("status").out
    (tmp_path / "ny.md").unlink()
    assert program("opdatér").err.startswith("1 fil kunne ikke læses:\nOriginalen til rapport-2026")


def test_every_form_of_the_answer(program: Program, editions: tuple[str, str]) -> None:
    text = program("forskel", *editions).out
    assert "afsætter [-100-]{+250+} mio. kr." in text
    assert "3. Kvante – flyttet og ændret (før: 2. Kvante)" in text
    assert "3. Fiskeri – væk" in text
    assert "5. Havne – lagt sammen med 3. Kvante" in text
    markdown = program("forskel", *editions, "--format", "md").out
    assert "afsætter ~~100~~ **250** mio. kr." in markdown
    html = program("forskel", *editions, "--format", "html").out
    assert "afsætter <del>100</del><ins> 250</ins> mio. kr." in html
    assert program("forskel", "rk", "rk").status == 1
    assert "uændret" in program("forskel", "rk", "rk", "--alt").out


def test_what_stands_in_a_document_is_no_markup(program: Program, add: Adding) -> None:
    for name, word in (("a", "<script>alert(1)</script>"), ("b", "<b onload=x>*fed*</b>")):
        add(
            f"{name}.txt",
            f"1. Afsnit {name}\n\nEt og det samme afsnit med {word} i midten.\n",
            "--titel",
            f"<i>{name}</i>",
        )
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
    tmp_path: Path, program: Program, add: Adding
) -> None:
    path = tmp_path / "rapport.md"
    add("rapport.md", OLD)
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


def test_an_edition_is_named_afterwards(tmp_path: Path, program: Program, add: Adding) -> None:
    for name, text in (("gammel", OLD), ("ny", NEW)):
        add(f"{name}.md", text)
    program("tilføj", str(tmp_path / "ny.md"), "--afløser", "rapport-2024")
    rows = {item["id"]: item for item in program("status", "--json").json["documents"]}
    assert rows["rapport-2026"]["edition_of"] == "rapport-2024"
    assert program("tilføj", str(tmp_path), "--afløser", "rapport-2024").status == 2


def test_what_a_document_now_follows_is_told_though_its_file_is_unchanged(
    program: Program, editions: tuple[str, str], tmp_path: Path
) -> None:
    (tmp_path / "tredje.md").write_text("# Rapport 2027\n\nNoget andet.\n", encoding="utf-8")
    program("tilføj", str(tmp_path / "tredje.md"))
    told = program("tilføj", str(tmp_path / "tredje.md"), "--afløser", "rapport-2026").out
    assert told == ("rapport-2027  Rapport 2027  uændret: 1 afsnit\n  Afløser: rapport-2026\n")
    for name in (["rapport-2027"], []):
        assert "  Afløser: rapport-2026\n" in program("status", *name).out
    assert "Afløser" not in program("tilføj", str(tmp_path / "tredje.md")).out


def test_an_edition_from_standard_input_is_named_afterwards(program: Program, add: Adding) -> None:
    """--afløser was passed over, since there is no file to note."""
    add("gammel.md", OLD)
    for older in ((), ("--afløser", "rapport-2024")):
        assert program("tilføj", "-", *older, stdin=NEW).status == 0
    rows = {item["id"]: item for item in program("status", "--json").json["documents"]}
    assert rows["rapport-2026"]["edition_of"] == "rapport-2024"


def test_no_edition_takes_the_place_of_a_later_one(
    tmp_path: Path, program: Program, add: Adding
) -> None:
    """Each was then the newest edition of the other, and gentjek looked in the old one."""
    for year, older in ((2024, None), (2025, 2024), (2026, 2025)):
        path = tmp_path / f"{year}.md"
        path.write_text(OLD.replace("2024", str(year)), encoding="utf-8")
        program("tilføj", str(path), *(["--afløser", f"rapport-{older}"] if older else []))
    for older in (2025, 2026):
        outcome = program("tilføj", str(tmp_path / "2024.md"), "--afløser", f"rapport-{older}")
        assert (outcome.status, "er en senere udgave af rapport-2024" in outcome.err) == (2, True)
    assert Collection.open().newest_edition("rapport-2024") == "rapport-2026"
    assert Collection.open().newest_edition("rapport-2026") == "rapport-2026"


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


Compared = Callable[[str, str], tuple[str, dict[tuple[str, str], str]]]


@pytest.fixture
def compared(program: Program, add: Adding) -> Compared:
    """Adds two editions; gives their comparison as text and what became of each section."""

    def call(old: str, new: str) -> tuple[str, dict[tuple[str, str], str]]:
        for name, text in (("gammel", old), ("ny", new)):
            add(f"{name}.md", f"# Plan {name}\n\n{text}")
        found = {
            (pair.old.label if pair.old else "", pair.new.label if pair.new else ""): pair.status
            for pair in Collection.open().compare_editions("plan-gammel", "plan-ny").pairs
        }
        return program("forskel", "plan-gammel", "plan-ny").out, found

    return call


SKIES = "Himlen over havnen skal holdes fri for droner i alle sommerens måneder"
TREES = "Træerne langs åen skal plejes af kommunens gartnere hvert eneste forår"


def test_a_section_that_was_divided(compared: Compared) -> None:
    text, found = compared(
        f"## 1. Byen\n\n{SKIES}. {TREES}.\n", f"## 1. Byen\n\n{SKIES}.\n\n## 2. Åen\n\n{TREES}.\n"
    )
    assert found["1. Byen", "2. Åen"] == "split"
    assert "2. Åen – skilt ud fra 1. Byen\n" in text


def test_words_here_and_there_are_no_section_that_was_joined(compared: Compared) -> None:
    """Any small section had gone into a large one that has its words in sentences of its own."""
    text, found = compared(
        f"## 1. Byen\n\n{SKIES}. {TREES}.\n\n## 2. Rolle\n\nKommunens rolle er at hente data fra"
        " et register.\n",
        f"## 1. Byen\n\n{SKIES}. {TREES}. Et skib er fra Nordby. Kommunens hus er stort, og data om det"
        " er gode. Børn vil hente vand. Hver rolle har sit navn. At føre register er svært.\n",
    )
    assert found["2. Rolle", ""] == "gone"
    assert "lagt sammen" not in text


def test_a_title_with_another_year_is_the_same(program: Program, add: Adding) -> None:
    """What stood right below it was said to be gone, and new."""
    for year in (2024, 2026):
        add(f"{year}.md", f"# Rapport {year}\n\nNordby, marts {year}\n\n## 1. Byen\n\n{SKIES}.\n")
    out = program("forskel", "rapport-2024", "rapport-2026").out
    assert "Nordby, marts [-2024-]{+2026+}" in out
    assert "væk" not in out


def test_what_was_joined_or_divided_tells_its_changes(compared: Compared) -> None:
    """That a number had become another on the way could not be seen."""
    apart = f"## 1. Byen\n\n{SKIES}. {TREES}.\n\n## 2. Bede\n\nBedene ved åen vandes i {{}} uger.\n"
    as_one = f"## 1. Byen\n\n{SKIES}. {TREES}. Bedene ved åen vandes i {{}} uger.\n"
    text, found = compared(apart.format(12), as_one.format(16))
    assert found["2. Bede", "1. Byen"] == "merged"
    assert text.count("vandes i [-12-]{+16+} uger.") == 1
    text, found = compared(as_one.format(16), apart.format(12))
    assert found["1. Byen", "2. Bede"] == "split"
    assert text.count("vandes i [-16-]{+12+} uger.") == 1


def test_a_section_under_another_heading_has_moved(compared: Compared) -> None:
    _, found = compared(
        f"## Havnen\n\n{SKIES}.\n\n### Åen\n\n{TREES}.\n\n## Byen\n\nHer bor vi alle.\n",
        f"## Havnen\n\n{SKIES}.\n\n## Byen\n\nHer bor vi alle.\n\n### Åen\n\n{TREES}.\n",
    )
    assert found["Åen", "Åen"] == "moved"
    assert found["Havnen", "Havnen"] == "same"


def test_words_that_were_only_taken_out_far_from_others(compared: Compared) -> None:
    middle = " ".join(f"ord{number}" for number in range(60))
    text, _ = compared(
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


def test_a_section_with_its_number_and_title_was_rewritten(compared: Compared) -> None:
    text, _ = compared(
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


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("i 2025-2030 her", "i 2025–2030 her", []),
        ("en arbejdsplads", "en arbejds\u00adplads", []),
        (
            "Mål:\n\n- Kajer.\n\n- Skibe.",
            "Mål:\n\n- Kajer.\n\n- Affald.\n\n- Skibe.",
            [("", "- Affald.")],
        ),
        ("Mål:\n\n- Kajer.\n\n- Affald.\n\n- Skibe.", "Mål:\n\n- Kajer.\n\n- Skibe.", [("- Affald.", "")]),
    ],
)  # fmt: skip
def test_dashes_are_no_change_and_items_are_whole(
    old: str, new: str, expected: list[tuple[str, str]]
) -> None:
    found = changes(old, new)
    assert [
        (old[item.old_start : item.old_end], new[item.new_start : item.new_end]) for item in found
    ] == expected


def test_a_document_that_there_is_not_is_no_answer(program: Program, editions: object) -> None:
    """Status 1 says that there is no difference, or nothing to read."""
    for command in (
        ("forskel", "rapport-2024", "rapport-2062"),
        ("forskel", "rapport-2042", "rapport-2026"),
        ("tilføj", "rapport.md", "--afløser", "rapport-2042"),
    ):
        outcome = program(*command, "--json")
        assert (outcome.status, outcome.json["error"]["code"]) == (2, "unknown_document")


def test_a_paragraph_that_moved_is_told_from_one_that_went(add: Adding, program: Program) -> None:
    moved = "Fjernvarmen udvides til Nørreby og Vestermose. Ejere af huse får tilbud uden gebyr."
    old = f"# Plan\n\n## 1 Varme\n\nGas udfases i 2028.\n\n{moved}\n\n## 2 Natur\n\nDer plantes skov.\n"
    new = f"# Plan\n\n## 1 Varme\n\nGas udfases i 2028.\n\n## 2 Natur\n\nDer plantes skov.\n\n{moved}\n"
    new += "\n## 3 Vand\n\nRegnvand må ikke ledes i kloakken.\n"
    add("gammel.md", old, id="gammel")
    add("ny.md", new, id="ny")
    outcome = program("forskel", "gammel", "ny", "--json")
    jsonschema.validate(outcome.json, json.loads(program("skema", "forskel").out))
    assert outcome.json["moves"] == [{"text": moved, "old": "gammel/1", "new": "ny/2"}]
    for form in ("tekst", "md", "html"):
        said = program("forskel", "gammel", "ny", "--format", form).out
        assert said.count("Flyttet uændret") == 2
        assert "Regnvand må ikke ledes i kloakken." in said  # what is new is shown itself
