"""What every command says of the user's own documents."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from strategikort.library import Collection
from strategikort.model import Section
from tests.holdings.conftest import NOTE, STRATEGY, Adding, Program, checked


def test_everything_of_the_collection_covers_both(program: Program, own: Path, files: Path) -> None:
    before = Collection.open()
    program("tilføj", str(files))
    after = Collection.open()
    assert [item.id for item in after.documents][: len(before.documents)] == [
        item.id for item in before.documents
    ]
    assert set(after.counts) == {item.id for item in after.documents}
    sections = [section.id for section in after.sections()]
    assert sections[: len(list(before.sections()))] == [item.id for item in before.sections()]
    assert "kvantestrategi-2026/1" in sections
    assert after.resolve("kvantestrategi-2026").document == "kvantestrategi-2026"
    assert after.resolve("rk 6").ids == before.resolve("rk 6").ids
    own_hits = after.search("kvanteteknologi", documents=["kvantestrategi-2026"]).hits
    assert {hit.section.document for hit in own_hits} <= {"kvantestrategi-2026"}
    built_in = after.search("kvanteteknologi", documents=["tech"])
    assert built_in == before.search("kvanteteknologi", documents=["tech"])
    both = after.search("strategi", limit=200)
    scores = [hit.score for hit in both.hits]
    assert scores == sorted(scores, reverse=True)
    report = after.absence("kvantelaboratorium")
    assert not report.absent
    assert len(report.documents) == len(after.documents)
    assert after.absence("kvantelaboratorium", documents=["rk"]).absent


def test_a_word_of_the_users_is_no_misspelling(program: Program, own: Path, files: Path) -> None:
    (files / "x.md").write_text("# Om Grønlind\n\nGrønlind er et sted.\n", encoding="utf-8")
    assert "Mente du" in program("søg", "Grønlind").err
    program("tilføj", str(files))
    outcome = program("søg", "Grønlind", "--json")
    assert "Mente du" not in outcome.err
    assert {item["document"]["id"] for item in outcome.json["results"]} == {"om-grønlind"}


@pytest.mark.parametrize("word", ["modstandsdygighed", "mikrocips", "forsvarsforbehodlet"])
def test_misspelt_words_are_found_as_without_a_collection(
    program: Program, own: Path, files: Path, word: str
) -> None:
    """What a word was taken for may have synonyms, which do not make the word a known one."""
    before = program("søg", word, "--json").json
    program("tilføj", str(files))
    after = program("søg", word, "--json").json
    found = [[hit["id"] for hit in answer["results"]] for answer in (before, after)]
    assert found[0]
    assert set(found[0]) <= set(found[1])


@pytest.mark.parametrize("copied", [False, True])
def test_a_renamed_file_is_cited_by_its_new_name(
    program: Program, own: Path, tmp_path: Path, copied: bool
) -> None:
    old = tmp_path / "gammelt-navn.txt"
    old.write_text("hej med dig om zqt\n", encoding="utf-8")
    program("tilføj", str(old), *(["--kopiér"] if copied else []))
    new = old.rename(tmp_path / "nyt_navn.txt")
    answer = checked(program, "tilføj", str(new))
    assert [(item["id"], item["title"], item["status"]) for item in answer["documents"]] == [
        ("gammelt-navn", "[nyt navn]", "moved")
    ]
    assert "[nyt navn]" in program("citér", "gammelt-navn").out
    file = "samling-filer/gammelt-navn.txt" if copied else str(new)
    assert Collection.open().document("gammelt-navn").file == file
    (row,) = checked(program, "status")["documents"]
    assert (row["came_from"], row["file"], row["state"]) == (str(new), file, "same")
    assert program("søg", "zqt").err == ""
    assert program("vis", "nyt navn").status == 0
    assert program("vis", "gammelt-navn").status == 0


@pytest.mark.parametrize(
    "command",
    [
        ["forpligtelser", "-d", "rk"],
        ["sammenlign", "cyber", "-d", "rk"],
        ["sammenlign", "rk/24", "tech/prioriteter/1"],
        ["sammenlign", "--uenigheder", "-d", "partnerskaber"],
        ["kort", "-d", "rk", "--slags", "henvisning"],
        ["kort", "rk/24", "--slags", "initiativ"],
    ],
)
def test_a_changed_original_is_said_only_where_it_counts(
    program: Program, own: Path, added: Path, command: list[str]
) -> None:
    (added / "kvante.md").write_text(STRATEGY.replace("Vejle", "Kolding"), encoding="utf-8")
    outcome = program(*command)
    assert (outcome.status, outcome.err) == (0, "")
    # What is asked of all documents, or of this one, is asked of what may not be true any more.
    whole = [word for word in command if word not in ("-d", "rk", "partnerskaber")]
    if "-d" in command:
        for asked in (whole, [*whole, "-d", "kvantestrategi-2026"]):
            assert "originalen til kvantestrategi-2026 er ændret" in program(*asked).err


def test_what_comes_out_cannot_steer_a_terminal(
    program: Program, own: Path, tmp_path: Path
) -> None:
    path = tmp_path / "-ond\n\x1b[31m.md"
    path.write_text("# Ond\x1b]0;titel\x07 fil\n\nTekst.\n", encoding="utf-8")
    outcome = program("tilføj", "--", str(path))
    assert outcome.status == 0
    own_id = Collection.open().documents[5].id
    shows = (program("status"), program("status", own_id), program("åbn", own_id, "--vis"))
    for shown in (outcome, *shows):
        assert "\x1b" not in shown.out + shown.err
    assert program("opdatér").status == 0


def test_sections_keep_their_places(program: Program, own: Path, added: Path) -> None:
    collection = Collection.open()

    def holds(section: Section) -> bool:
        raw = collection.source(section.document).text
        return all(
            section.text.text[run.clean : run.clean + run.length]
            == raw[run.raw : run.raw + run.length]
            for run in section.text.runs
        )

    sections = [item for item in collection.sections() if item.document == "kvantestrategi-2026"]
    assert sections
    assert all(map(holds, sections))


def test_an_absence_from_a_document_without_a_publisher(program: Program, add: Adding) -> None:
    add("fisk.md", NOTE)
    (document,) = [item["id"] for item in program("status", "--json").json["documents"]]
    out = program("fravær", "biodiversitet", "-d", document).out
    assert f"{document}: Notat om fiskeri, u.å. (" in out


@pytest.mark.skipif(sys.platform == "win32", reason="no line breaks in names there")
def test_a_line_break_in_the_name_of_a_file_breaks_no_line(program: Program, add: Adding) -> None:
    add("plan\nfor\thavet.md", "# Plan\n\nVi vil handle.\n")
    lines = program("status").out.splitlines()
    assert lines[2].split("  ")[-1].endswith("plan\ufffdfor\ufffdhavet.md")
    assert len(lines) == 3


TITLES = {
    "dato.md": "# Principprogram vedtaget 22. februar 1997\n\nMarts 2017\n",
    "parentes.md": "# Klimaplan (revideret) for havnene\n\nMaj 2021\n",
    "gammel.md": "# Plan for havnene\n\nMaj 2019\n",
    "ny.md": "# Plan for havnene\n\nApril 2024\n",
    "citat.md": '# Planen "Havne for alle" i nord\n\nMaj 2020\n',
}


def test_a_footnote_is_read_back_whatever_the_title_is_like(
    program: Program, own: Path, tmp_path: Path
) -> None:
    for name, text in TITLES.items():
        body = "\n## Havne\n\nRegeringen bygger en havn i år.\n\n## Fyr\n\nFyrene bliver tændt.\n"
        (tmp_path / name).write_text(text + body, encoding="utf-8")
    program("tilføj", *[str(tmp_path / name) for name in TITLES])
    for document in program("dokumenter", "--json").json["documents"][-len(TITLES) :]:
        cited = program("citér", f"{document['id']}/fyr", "--stil", "fodnote").out.strip()
        found = program("vis", cited, "--json").json["sections"]
        assert [item["id"] for item in found] == [f"{document['id']}/fyr"], cited
        wrong = program("vis", cited.replace("20", "19", 1), "--json")
        assert wrong.status == 1


def test_a_footnote_that_may_be_of_two_files_of_one_document_asks_which(
    program: Program, own: Path, tmp_path: Path
) -> None:
    head = "# Plan for havnene\n\nMaj 2019\n"
    body = "\n## Havne\n\nRegeringen bygger en havn i år.\n\n## Fyr\n\nFyrene bliver alle tændt.\n"
    (tmp_path / "a.md").write_text(head + body, encoding="utf-8")
    (tmp_path / "b.md").write_text(head + "\n" * 40 + body, encoding="utf-8")
    program("tilføj", str(tmp_path / "a.md"), str(tmp_path / "b.md"))
    first, second = (item["id"] for item in program("dokumenter", "--json").json["documents"][-2:])
    title = "Plan for havnene, maj 2019"
    for place in ("/fyr", ""):
        outcome = program("citér", title + (", afsnittet »Fyr«" if place else ""), "--json")
        assert outcome.status == 2
        assert outcome.json["error"]["candidates"] == [f"{first}{place}", f"{second}{place}"]
    for document in (first, second):
        cited = program("citér", f"{document}/fyr", "--stil", "fodnote").out.strip()
        found = program("vis", cited, "--json").json["sections"]
        assert [item["id"] for item in found] == [f"{document}/fyr"]
        by_lines = f"»Fyrene bliver alle tændt« ({cited.rstrip('.')})."
        assert program("verificér", "-", stdin=by_lines).status == 0
        by_title = "»Fyrene bliver alle tændt« (»Plan for havnene«)."
        assert program("verificér", "-", stdin=by_title).status == 0
        memo = f"»Fyrene bliver alle tændt« ({title}, afsnittet »{{}}«)."
        assert program("verificér", "-", stdin=memo.format("Fyr")).status == 0
        wrong = program("verificér", "-", "--json", stdin=memo.format("Havne")).json["quotes"]
        assert wrong[0]["status"] == "misplaced"
