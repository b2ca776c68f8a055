"""An archive of many documents: series, several of one title, folders a year."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from strategikort.holdings.identify import make_id
from strategikort.library import Collection
from strategikort.output.intake import taken_text
from tests.holdings.conftest import Program


@pytest.fixture
def archive(program: Program, own: Path, tmp_path: Path) -> Path:
    """A folder a year with a report and an answer to a hearing, all of them added."""
    folder = tmp_path / "Årkiv"
    for year in (2022, 2023, 2024):
        for part, title, text in (
            ("Redegørelser", f"Redegørelse om beredskab {year}", f"Der var {year - 1000} brande."),
            ("Høringssvar", f"Svar fra zqforening {year}", "Foreningen tæller ingen brande."),
        ):
            place = folder / str(year) / part
            place.mkdir(parents=True)
            (place / "Dokument.md").write_text(f"# {title}\n\n{text}\n", encoding="utf-8")
    assert program("tilføj", str(folder)).status == 0
    return folder


REPORTS = [f"redegørelse-om-beredskab-{year}" for year in (2022, 2023, 2024)]


@pytest.mark.parametrize(
    ("pattern", "documents"),
    [
        ("redegørelse*", REPORTS),
        ("Redegoerelse-*", REPORTS),
        ("*2023", ["svar-fra-zqforening-2023", REPORTS[1]]),
        ("*-om-*-2024", REPORTS[2:]),
        ("*/2022/*", ["svar-fra-zqforening-2022", REPORTS[0]]),
        ("*\\2022\\*", ["svar-fra-zqforening-2022", REPORTS[0]]),  # as Windows writes paths
        ("*/redegørelser/dokument.md", REPORTS),
        ("*/A\u030arkiv/2024/R*", REPORTS[2:]),  # as file names are on a Mac
    ],
)
def test_several_documents_are_named_by_a_pattern(
    program: Program, archive: Path, pattern: str, documents: list[str]
) -> None:
    answer = program("søg", "brande", "-d", pattern, "--json").json
    assert sorted(hit["document"]["id"] for hit in answer["results"]) == sorted(documents)
    assert answer["query"]["filters"]["documents"] == documents
    listed = program("dokumenter", pattern, "--json").json["documents"]
    assert [item["id"] for item in listed] == documents
    absence = program("fravær", "zqbrand", "-d", pattern, "--json").json
    assert [item["id"] for item in absence["documents"]] == documents


@pytest.mark.parametrize("pattern", ["2023/*", "./2023/*.md", "../Årkiv/2023/*", "2023\\*"])
def test_a_pattern_may_begin_in_the_current_folder(
    program: Program, archive: Path, monkeypatch: pytest.MonkeyPatch, pattern: str
) -> None:
    """Paths are kept whole, so none of them began like that."""
    monkeypatch.chdir(archive / "2022")
    assert Collection.open().named_documents("*/Redegørelser/*") == REPORTS
    monkeypatch.chdir(archive)
    removed = program("fjern", pattern, "--json").json["removed"]
    assert [item["id"] for item in removed] == ["svar-fra-zqforening-2023", REPORTS[1]]
    assert program("fjern", "2031/*").status == 1


@pytest.mark.parametrize("pattern", ["*.md", "D*t.md", "dokument.*"])
def test_a_pattern_for_the_names_of_files(program: Program, archive: Path, pattern: str) -> None:
    """»*.md« was looked for in ids alone, and no id ends so."""
    assert len(program("dokumenter", pattern, "--json").json["documents"]) == 6
    assert program("fjern", "*.pdf").status == 1
    assert len(program("fjern", pattern, "--json").json["removed"]) == 6


def test_a_pattern_fits_files_that_lie_beside_the_collection(
    program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Their paths are kept as from there, so that no folder stood in front: »Notater/a.md«."""
    notes = tmp_path / "her" / "Notater"
    notes.mkdir(parents=True)
    for name in ("a", "b", "c"):
        (notes / f"{name}.md").write_text(f"# Om {name * 3}\n\nZqord {name}.\n", encoding="utf-8")
    here = ["--samling", str(tmp_path / "her" / "s.sqlite")]
    assert program("tilføj", str(notes), *here).status == 0
    found = program("søg", "zqord", "-d", "*/her/Notater/*", *here, "--json").json
    assert found["total"] == 3
    monkeypatch.chdir(tmp_path)
    for pattern, removed in (("*/Notater/a*", "om-aaa"), ("her/*/b.md", "om-bbb")):
        answer = program("fjern", pattern, *here, "--json").json
        assert [item["id"] for item in answer["removed"]] == [removed]
    assert program("fjern", "Notater/c*", *here).out == "om-ccc er fjernet.\n"


def test_patterns_and_names_narrow_together(program: Program, archive: Path) -> None:
    assert Collection.open().named_documents("rk", "*2024", "*svar*", "rk") == [
        "rk",
        "svar-fra-zqforening-2024",
        REPORTS[2],
        "svar-fra-zqforening-2022",
        "svar-fra-zqforening-2023",
    ]


@pytest.mark.parametrize(
    ("command", "status"),
    [(("søg", "brande", "-d"), 2), (("fravær", "brande", "-d"), 2), (("dokumenter",), 1)],
)
def test_a_pattern_that_fits_nothing_is_no_silence(
    program: Program, archive: Path, command: tuple[str, ...], status: int
) -> None:
    outcome = program(*command, "*2031*", "--json")
    assert outcome.status == status
    assert json.loads(outcome.out)["error"]["code"] == "unknown_document"
    assert "Intet dokument i samlingen passer til »*2031*«." in outcome.err


def test_all_that_a_beginning_may_mean_are_offered(
    program: Program, own: Path, tmp_path: Path
) -> None:
    for year in range(2010, 2026):
        path = tmp_path / f"{year}.md"
        path.write_text(f"# Redegørelse om havet {year}\n\nOm {year}.\n", encoding="utf-8")
    program("tilføj", str(tmp_path))
    outcome = program("søg", "havet", "-d", "redegørelse")
    assert outcome.err.count("\n  redegørelse-om-havet-20") == 16


@pytest.mark.parametrize(
    ("title", "publishers", "dates", "ids"),
    [
        (
            "Årsrapport 2015",
            ("Kystdirektoratet", "Miljøstyrelsen", "Miljøstyrelsen"),
            ("2015-03-01", "2015-03-02", "2015-04"),
            ["årsrapport-2015", "årsrapport-2015-miljøstyrelsen", "årsrapport-2015-04"],
        ),
        (
            "Referat",
            ("", "", "", ""),
            ("2024-03-01", "2024-05-02", "2024-05-02", ""),
            ["referat-2024", "referat-2024-05-02", "referat-2024-2", "referat"],
        ),
        (
            "Referat af møde i Energirådet den 5. maj 2023",
            ("", ""),
            ("", ""),
            ["referat-af-møde-i-energirådet-2023", "referat-af-møde-i-energirådet-2023-05-05"],
        ),
        (
            "Rapport 2019",
            ("", ""),
            ("2020-01-02", "2020-01-03"),
            ["rapport-2019", "rapport-2019-2020-01-03"],
        ),
    ],
)
def test_documents_with_one_title_have_ids_that_tell_them_apart(
    title: str, publishers: tuple[str, ...], dates: tuple[str, ...], ids: list[str]
) -> None:
    made: list[str] = []
    for publisher, date in zip(publishers, dates, strict=True):
        made.append(make_id(title, date, made.__contains__, publisher=publisher))
    assert made == ids


def test_titles_that_begin_alike_give_ids_that_tell_them_apart(
    program: Program, own: Path, tmp_path: Path
) -> None:
    for number, about in enumerate(["affaldssortering", "vejvedligehold", "affaldssortering"]):
        (tmp_path / f"{number}.md").write_text(
            f"# Orientering til ministeren om {about}\n\n{number + 1}. marts 2015\n\nOm {about}.\n",
            encoding="utf-8",
        )
    for number, place in enumerate(["Vejle", "Horsens"]):
        (tmp_path / f"k{number}.md").write_text(f"# Klimaplan: {place}\n\nOm {place}.\n", "utf-8")
    answer = program("tilføj", str(tmp_path), "--json").json
    assert [item["id"] for item in answer["documents"]] == [
        "orientering-til-ministeren-2015",
        "orientering-til-ministeren-om-vejvedligehold-2015",
        "orientering-til-ministeren-om-affaldssortering-2015",
        "klimaplan",
        "klimaplan-horsens",
    ]


def test_what_became_of_many_files_is_counted(program: Program, archive: Path) -> None:
    assert program("status").out.splitlines()[1] == "6 dokumenter"
    (archive / "2022" / "Høringssvar" / "Dokument.md").unlink()
    for year in ("2023", "2024"):
        path = archive / year / "Redegørelser" / "Dokument.md"
        path.write_text("# Redegørelse\n\nDer var ingen brande.\n", encoding="utf-8")
    counted = "6 dokumenter: 3 uændrede, 2 ændrede og 1 mangler"
    assert program("status").out.splitlines()[1] == counted


def test_another_text_under_the_name_of_a_file_is_said(program: Program, archive: Path) -> None:
    """The id is kept when a file is read again; what it stands for may be another text."""
    path = archive / "2023" / "Redegørelser" / "Dokument.md"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("1023", "1024"), encoding="utf-8")
    outcome = program("opdatér", REPORTS[1])
    assert "læst igen" in outcome.out
    assert "Titlen" not in outcome.out
    path.write_text("# Redegørelse om vandskade 2026\n\nVandet steg.\n", encoding="utf-8")
    (document,) = program("opdatér", REPORTS[1], "--json").json["documents"]
    assert (document["id"], document["title"]) == (REPORTS[1], "Redegørelse om vandskade 2026")
    assert document["warnings"] == [
        "Titlen var »Redegørelse om beredskab 2023« før; id'et er det samme."
    ]


def test_of_many_files_it_is_said_at_the_end_what_became_of_them(
    program: Program, own: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "filer"
    folder.mkdir()
    for number in range(22):
        (folder / f"{number:02}.md").write_text(f"# Notat {number}\n\nOm {number}.\n", "utf-8")
    (folder / "kopi.md").write_bytes((folder / "07.md").read_bytes())
    (folder / "tom.md").write_bytes(b"")
    outcome = program("tilføj", str(folder))
    first, second, *_ = outcome.err.splitlines()
    assert first == "23 filer i samlingen: 22 tilføjet og 1 findes allerede."
    assert second == "1 fil kunne ikke læses:"
    (folder / "07.md").write_text("# Notat 7\n\nOm otte.\n", encoding="utf-8")
    outcome = program("opdatér")
    assert "23 filer i samlingen: 1 tilføjet, 1 læst igen og 21 uændrede.\n" in outcome.err
    # What is new is not lost among all the rest.
    assert [line.split("  ")[2].split(":")[0] for line in outcome.out.splitlines()] == [
        "læst igen",
        "tilføjet",
    ]


def test_several_documents_are_kept_in_order_by_a_pattern(program: Program, archive: Path) -> None:
    shown = program("status", "redegørelse*").out.splitlines()
    assert shown[1] == "3 dokumenter"
    assert [line.split()[0] for line in shown[2:]] == REPORTS
    (archive / "2023" / "Redegørelser" / "Dokument.md").write_text(
        "# Redegørelse\n\nNy.\n", "utf-8"
    )
    (archive / "2024" / "Høringssvar" / "Dokument.md").write_text("# Svar\n\nNyt.\n", "utf-8")
    updated = program("opdatér", "redegørelse*", "--json").json["documents"]
    assert [(item["id"], item["status"]) for item in updated] == [
        (REPORTS[0], "unchanged"),
        (REPORTS[1], "updated"),
        (REPORTS[2], "unchanged"),
    ]
    removed = program("fjern", "*/Høringssvar/*", REPORTS[0], "--json").json["removed"]
    assert [item["id"] for item in removed] == [
        *(f"svar-fra-zqforening-{year}" for year in (2022, 2023, 2024)),
        REPORTS[0],
    ]
    # What comes with the program is no document of the user's.
    assert program("fjern", "tech*").status == 1
    assert program("fjern", "*").out.splitlines() == [f"{one} er fjernet." for one in REPORTS[1:]]
    assert len(Collection.open().documents) == 5


def test_thousands_of_files_are_counted_as_danes_write_them() -> None:
    said = taken_text([*["added"] * 1_200, *["unchanged"] * 2])
    assert said == "1.202 filer i samlingen: 1.200 tilføjet og 2 uændrede."
    said = taken_text([*["unchanged"] * 40, *["moved"] * 3])
    assert said == "43 filer i samlingen: 40 uændrede og 3 flyttede."
