"""``tilføj``, ``fjern``, ``opdatér``, ``status`` and ``åbn`` as a user meets them."""

from __future__ import annotations

import hashlib
import io
import json
import os
import sys
from pathlib import Path

import jsonschema
import pytest

from strategikort.library import Collection
from strategikort.model import Section
from tests.holdings.conftest import NOTE, STRATEGY, Program


def checked(program: Program, schema: str, *args: str, status: int = 0) -> dict:  # type: ignore[type-arg]
    outcome = program(*args, "--json")
    assert outcome.status == status, outcome.err
    definition = json.loads(program("skema", schema).out)
    jsonschema.validate(outcome.json, definition)
    return dict(outcome.json)


def test_added_documents_are_like_the_built_in_ones(
    program: Program, own: Path, files: Path
) -> None:
    answer = checked(program, "tilføj", "tilføj", str(files))
    assert [item["id"] for item in answer["documents"]] == [
        "kvantestrategi-2026",
        "notat-om-fiskeri",
    ]
    assert own.is_file()
    found = program("søg", "kvantelaboratorium").out
    assert "[kvantestrategi-2026/1]" in found
    assert "l. 5" in found
    shown = checked(program, "vis", "vis", "kvantestrategi-2026/2")["sections"][0]
    raw = Collection.open().source("kvantestrategi-2026").text
    assert "".join(raw[start:end] for start, end in shown["source"]["chars"]) == shown["text"]
    data = (files / "kvante.md").read_bytes()
    assert shown["source"]["sha256"] == hashlib.sha256(data).hexdigest()
    assert "Kvantestrategi 2026" in program("dokumenter").out
    assert program("vis", "notat om fiskeri").status == 0
    assert checked(program, "søg", "søg", "torsk")["total"] == 1


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


def test_ids_never_hide_what_is_built_in(program: Program, own: Path, tmp_path: Path) -> None:
    for number, title in enumerate(["rk", "Pejlemærker", "Afrika", "uss", "Afrika"]):
        path = tmp_path / f"{number}.md"
        path.write_text(f"# {title}\n\nTekst nummer {number}.\n", encoding="utf-8")
        assert program("tilføj", str(path)).status == 0
    collection = Collection.open()
    ids = [item.id for item in collection.documents[5:]]
    assert ids == ["rk-2", "pejlemærker-2", "afrika-2", "uss-2", "afrika-3"]
    assert collection.resolve("rk").document == "rk"
    assert len(collection.resolve("pejlemærker").ids) == 8


def test_ids_are_the_same_whatever_is_read_first(
    program: Program, own: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "mange"
    folder.mkdir()
    for number in range(12):
        size = 4000 if number % 3 == 0 else 1
        text = f"# Rapport\n\nNummer {number}. " + f"Ord{number} " * size
        (folder / f"{number:02}.md").write_text(text, encoding="utf-8")
    answer = checked(program, "tilføj", "tilføj", str(folder), "--processer", "4")
    assert [item["id"] for item in answer["documents"]] == [
        "rapport",
        *(f"rapport-{number}" for number in range(2, 13)),
    ]


def test_metadata_by_option_and_profile(program: Program, own: Path, files: Path) -> None:
    path = str(files / "kvante.md")
    profile = files / "kvante.md.yaml"
    profile.write_text(
        "id: kvante\nmetadata:\n  title: Fra profilen\n  publisher: Ministeriet\n  date: 2026-03\n",
        encoding="utf-8",
    )
    program("tilføj", path, "--titel", "Fra kommandolinjen")
    document = Collection.open().document("kvante")
    assert (document.title, document.publisher, document.date) == (
        "Fra kommandolinjen",
        "Ministeriet",
        "2026-03",
    )
    assert document.evidence["title"] == "oplyst ved tilføjelsen"
    # What was given stays when the file is read again, and the profile counts anew.
    profile.write_text("metadata:\n  publisher: Styrelsen\n", encoding="utf-8")
    assert checked(program, "opdatér", "opdatér")["documents"][0]["status"] == "updated"
    document = Collection.open().document("kvante")
    assert (document.title, document.publisher, document.date) == (
        "Fra kommandolinjen",
        "Styrelsen",
        "",
    )
    profile.write_text("metadata:\n  titel: forkert nøgle\n", encoding="utf-8")
    outcome = program("opdatér")
    assert outcome.status == 2
    assert "kvante.md.yaml, linje 2" in outcome.err
    assert Collection.open().document("kvante").publisher == "Styrelsen"


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["--dato", "17/3"], "»17/3« er ikke en dato."),
        (["--titel", "X"], "--titel gælder ét dokument"),
        (["--profil", "findes-ikke.yaml"], "--profil gælder ét dokument"),
    ],
)
def test_options_that_cannot_be(
    program: Program, own: Path, files: Path, args: list[str], message: str
) -> None:
    outcome = program("tilføj", str(files), *args)
    assert outcome.status == 2
    assert message in outcome.err
    assert not own.exists()


def test_the_structure_is_shown_and_nothing_stored(
    program: Program, own: Path, files: Path
) -> None:
    path = files / "kvante.md"
    structure = checked(program, "tilføj", "tilføj", str(path), "--vis-struktur")["structures"][0]
    assert structure["certificate"]["headings"] == {"style": 3}
    outcome = program("tilføj", str(path), "--vis-struktur", "--skriv-profil")
    assert outcome.status == 0
    assert "    1. Indledning  [1] afsnit" in outcome.out
    assert not own.exists()
    # The profile that was written says what is true already, and is not written over.
    checked(program, "tilføj", "tilføj", str(path))
    document = Collection.open().document("kvantestrategi-2026")
    assert document.evidence["title"] == "profilen kvante.md.yaml"
    again = program("tilføj", str(path), "--vis-struktur", "--skriv-profil")
    assert (again.status, "findes allerede" in again.err) == (2, True)


def test_standard_input_is_kept(
    program: Program, own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Input:
        buffer = io.BytesIO(NOTE.encode())

    from strategikort.cli import add

    monkeypatch.setattr(add, "sys", type("S", (), {"stdin": Input, "stdout": sys.stdout}))
    outcome = program("tilføj", "-", "--titel", "Notat om fiskeri", "--json")
    assert outcome.json["documents"][0]["file"] == "-"
    (row,) = checked(program, "status", "status", "notat-om-fiskeri")["documents"]
    assert row["state"] == "same"
    assert (own.parent / row["file"]).read_bytes() == NOTE.encode()


def test_a_second_run_reads_nothing(
    program: Program, own: Path, files: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program("tilføj", str(files))
    from strategikort.readers.reader import Reader

    monkeypatch.setattr(Reader, "read", None)
    answer = checked(program, "tilføj", "tilføj", str(files))
    assert {item["status"] for item in answer["documents"]} == {"unchanged"}


def test_the_same_content_elsewhere(program: Program, own: Path, files: Path) -> None:
    program("tilføj", str(files / "kvante.md"))
    twin = files / "tvilling.md"
    twin.write_text(STRATEGY, encoding="utf-8")
    answer = checked(program, "tilføj", "tilføj", str(twin))
    assert [(item["id"], item["status"]) for item in answer["documents"]] == [
        ("kvantestrategi-2026", "duplicate")
    ]
    (files / "kvante.md").unlink()
    answer = checked(program, "tilføj", "tilføj", str(twin))
    assert answer["documents"][0]["status"] == "moved"
    (row,) = checked(program, "status", "status")["documents"]
    assert (row["state"], Path(row["file"]).name) == ("same", "tvilling.md")


@pytest.mark.parametrize("copied", [False, True])
def test_a_renamed_file_is_cited_by_its_new_name(
    program: Program, own: Path, tmp_path: Path, copied: bool
) -> None:
    old = tmp_path / "gammelt-navn.txt"
    old.write_text("hej med dig om zqt\n", encoding="utf-8")
    program("tilføj", str(old), *(["--kopiér"] if copied else []))
    new = old.rename(tmp_path / "nyt_navn.txt")
    answer = checked(program, "tilføj", "tilføj", str(new))
    assert [(item["id"], item["title"], item["status"]) for item in answer["documents"]] == [
        ("gammelt-navn", "[nyt navn]", "moved")
    ]
    assert "[nyt navn]" in program("citér", "gammelt-navn").out
    file = "samling-filer/gammelt-navn.txt" if copied else str(new)
    assert Collection.open().document("gammelt-navn").file == file
    (row,) = checked(program, "status", "status")["documents"]
    assert (row["came_from"], row["file"], row["state"]) == (str(new), file, "same")
    assert program("søg", "zqt").err == ""
    assert program("vis", "nyt navn").status == 0
    assert program("vis", "gammelt-navn").status == 0


def test_a_title_that_was_given_stays_when_the_file_is_renamed(
    program: Program, own: Path, tmp_path: Path
) -> None:
    old = tmp_path / "gammelt-navn.txt"
    old.write_text("hej med dig om zqt\n", encoding="utf-8")
    program("tilføj", str(old), "--titel", "Hej")
    program("tilføj", str(old.rename(tmp_path / "nyt-navn.txt")))
    document = Collection.open().document("hej")
    assert (document.title, document.file) == ("Hej", str(tmp_path / "nyt-navn.txt"))


def test_a_changed_original_is_said_and_read_again(
    program: Program, own: Path, files: Path
) -> None:
    path = files / "kvante.md"
    program("tilføj", str(files))
    path.write_text(STRATEGY.replace("Vejle", "Kolding"), encoding="utf-8")
    for command in (["søg", "supercenter"], ["vis", "kvantestrategi-2026/2"]):
        outcome = program(*command)
        assert "Vejle" in outcome.out
        assert "originalen til kvantestrategi-2026 er ændret" in outcome.err
    assert checked(program, "status", "status")["documents"][0]["state"] == "changed"
    assert program("søg", "torsk").err == ""
    nothing = program("søg", "Kolding", "--nøjagtig")
    assert nothing.status == 1
    assert "originalen til kvantestrategi-2026 er ændret" in nothing.err
    answer = checked(program, "opdatér", "opdatér", "kvantestrategi-2026")
    assert [item["status"] for item in answer["documents"]] == ["updated"]
    outcome = program("vis", "kvantestrategi-2026/2")
    assert ("Kolding" in outcome.out, outcome.err) == (True, "")
    assert program("søg", "Vejle", "--nøjagtig").status == 1
    assert [item.id for item in Collection.open().documents[5:]] == [
        "kvantestrategi-2026",
        "notat-om-fiskeri",
    ]


def test_what_can_be_done_about_a_missing_original_is_said(
    program: Program, own: Path, files: Path, tmp_path: Path
) -> None:
    # »kør strategikort opdatér«, which only says once more that the file is missing.
    program("tilføj", str(files))
    assert "\n  Original: uændret\n" in program("status", "kvantestrategi-2026").out
    moved = (files / "kvante.md").rename(tmp_path / "flyttet.md")
    outcome = program("vis", "kvantestrategi-2026/2")
    assert "mangler. " in outcome.err
    assert "opdatér" not in outcome.err
    assert outcome.err.endswith("Er filen flyttet, så tilføj den fra dens nye sted.\n")
    assert "\n  Original: mangler\n" in program("status", "kvantestrategi-2026").out
    program("tilføj", str(moved))
    assert program("vis", "kvantestrategi-2026/2").err == ""
    moved.write_text(STRATEGY.replace("Vejle", "Kolding"), encoding="utf-8")
    assert "\n  Original: ændret\n" in program("status", "kvantestrategi-2026").out


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
    program: Program, own: Path, files: Path, command: list[str]
) -> None:
    program("tilføj", str(files))
    (files / "kvante.md").write_text(STRATEGY.replace("Vejle", "Kolding"), encoding="utf-8")
    outcome = program(*command)
    assert (outcome.status, outcome.err) == (0, "")
    # What is asked of all documents, or of this one, is asked of what may not be true any more.
    whole = [word for word in command if word not in ("-d", "rk", "partnerskaber")]
    if "-d" in command:
        for asked in (whole, [*whole, "-d", "kvantestrategi-2026"]):
            assert "originalen til kvantestrategi-2026 er ændret" in program(*asked).err


def test_a_touched_file_is_the_same(program: Program, own: Path, files: Path) -> None:
    program("tilføj", str(files))
    os.utime(files / "kvante.md", ns=(1, 1))
    assert program("vis", "kvantestrategi-2026/2").err == ""
    assert checked(program, "opdatér", "opdatér")["documents"][0]["status"] == "unchanged"


def test_a_missing_original_is_said(program: Program, own: Path, files: Path) -> None:
    program("tilføj", str(files))
    (files / "notat.md").unlink()
    assert "originalen til notat-om-fiskeri mangler" in program("søg", "torsk").err
    outcome = program("opdatér")
    assert outcome.status == 2
    assert "findes ikke mere" in outcome.err
    answer = checked(program, "opdatér", "opdatér", "notat-om-fiskeri", status=2)
    assert answer["errors"][0]["code"] == "missing_file"
    assert program("vis", "notat-om-fiskeri").status == 0


def test_a_copy_takes_the_place_of_a_missing_original(
    program: Program, own: Path, files: Path
) -> None:
    program("tilføj", str(files / "notat.md"), "--kopiér")
    (files / "notat.md").unlink()
    assert program("søg", "torsk").err == ""
    assert program("opdatér").status == 1
    (row,) = checked(program, "status", "status")["documents"]
    copy = own.parent / row["file"]
    assert copy.read_text(encoding="utf-8") == NOTE
    assert checked(program, "fjern", "fjern", "notat-om-fiskeri")["removed"]
    assert not copy.exists()


def test_removing(program: Program, own: Path, files: Path) -> None:
    before = Collection.open().search("strategi", limit=50)
    program("tilføj", str(files))
    assert program("fjern", "kvantestrategi-2026", "findes-ikke").status == 1
    assert "kvantestrategi-2026" in program("dokumenter").out
    assert program("fjern", "rk").status == 2
    assert program("fjern", "kvantestrategi-2026", "notat-om-fiskeri").status == 0
    assert (files / "kvante.md").exists()
    assert Collection.open().search("strategi", limit=50) == before
    assert program("status").status == 1
    assert checked(program, "status", "status", status=1)["documents"] == []


def test_another_collection(
    program: Program, own: Path, files: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = tmp_path / "projekt" / "samling.sqlite"
    program("tilføj", str(files / "notat.md"), "--samling", str(project))
    assert not own.exists()
    assert program("søg", "torsk").status == 1
    assert program("søg", "torsk", "--samling", str(project)).status == 0
    assert program("søg", "torsk", "--samling", str(project.parent)).status == 0
    monkeypatch.setenv("STRATEGIKORT_SAMLING", str(project))
    assert program("søg", "torsk").status == 0
    outcome = program("søg", "torsk", "--samling", str(tmp_path / "nix.sqlite"), "--json")
    assert (outcome.status, outcome.json["error"]["code"]) == (2, "missing_collection")


def test_a_project_can_be_moved_with_its_files(program: Program, own: Path, tmp_path: Path) -> None:
    first = tmp_path / "projekt"
    first.mkdir()
    (first / "notat.md").write_text(NOTE, encoding="utf-8")
    program("tilføj", str(first / "notat.md"), "--samling", str(first))
    # A folder named as the collection must exist, so the file is named by it.
    second = first.rename(tmp_path / "andetsteds")
    outcome = program("søg", "torsk", "--samling", str(second))
    assert (outcome.status, outcome.err) == (0, "")


def test_opening(program: Program, own: Path, files: Path) -> None:
    program("tilføj", str(files))
    outcome = program("åbn", "notat-om-fiskeri", "--vis")
    assert str(files / "notat.md") in outcome.out
    answer = checked(program, "åbn", "åbn", "rk", "6")
    assert answer["file"].endswith("raadskonklusioner-digitalt-diplomati-2022.txt")
    (files / "notat.md").unlink()
    assert program("åbn", "notat-om-fiskeri", "--vis").status == 2


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


def test_sections_keep_their_places(program: Program, own: Path, files: Path) -> None:
    program("tilføj", str(files))
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


def test_an_absence_from_a_document_without_a_publisher(
    program: Program, own: Path, tmp_path: Path
) -> None:
    (tmp_path / "fisk.md").write_text(NOTE, encoding="utf-8")
    program("tilføj", str(tmp_path / "fisk.md"))
    (document,) = [item["id"] for item in program("status", "--json").json["documents"]]
    out = program("fravær", "biodiversitet", "-d", document).out
    assert f"{document}: Notat om fiskeri, u.å. (" in out


def test_the_order_of_the_documents_is_that_of_adding_also_when_one_is_read_again(
    program: Program, own: Path, files: Path
) -> None:
    before = [item["id"] for item in program("tilføj", str(files), "--json").json["documents"]]
    first = next(files.glob("kvante*"))
    first.write_text(first.read_text() + "\nMere om kvanter.\n")
    assert program("opdatér").status == 0
    documents = program("status", "--json").json["documents"]
    assert [item["id"] for item in documents] == before


@pytest.mark.skipif(sys.platform == "win32", reason="no line breaks in names there")
def test_a_line_break_in_the_name_of_a_file_breaks_no_line(
    program: Program, own: Path, tmp_path: Path
) -> None:
    path = tmp_path / "plan\nfor\thavet.md"
    path.write_text("# Plan\n\nVi vil handle.\n")
    program("tilføj", str(path))
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


def test_only_own_documents_are_offered_for_removal(
    program: Program, own: Path, files: Path
) -> None:
    # All there are were offered, the built-in ones first, which cannot be removed.
    program("tilføj", str(files))
    assert "Mente du »kvantestrategi-2026«?" in program("fjern", "kvante").err
    error = program("fjern", "tek", "--json").json["error"]
    assert set(error["candidates"]) == {"kvantestrategi-2026", "notat-om-fiskeri"}


@pytest.mark.skipif(sys.platform != "linux", reason="a program of Linux")
@pytest.mark.filterwarnings("ignore:subprocess:ResourceWarning")
@pytest.mark.parametrize(("does", "status"), [("exit 3", 2), ("exit 0", 0), ("exec sleep 9", 0)])
def test_what_cannot_open_the_file_says_so(
    program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, does: str, status: int
) -> None:
    # Without a screen xdg-open fails, and nothing was said.
    opener = tmp_path / "xdg-open"
    opener.write_text(f"#!/bin/sh\n{does}\n")
    opener.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    monkeypatch.setattr("strategikort.cli.open._SOON", 0.5)
    outcome = program("åbn", "rk 6")
    assert outcome.status == status
    assert ("Programmet xdg-open kunne ikke åbne filen." in outcome.err) == bool(status)
    assert ("Åbn selv filen: " in outcome.err) == bool(status)
