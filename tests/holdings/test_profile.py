"""A profile beside a file puts right what was recognised in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from strategikort.catalog.profile import Place
from strategikort.catalog.yamlfile import parse_yaml
from strategikort.errors import ProfileError
from strategikort.holdings.ownprofile import read_described
from strategikort.library import Collection
from strategikort.model import Document
from strategikort.readers.model import BlockKind, ReadFile
from strategikort.readers.reader import read
from strategikort.structure.auto import sections_of
from strategikort.structure.auto.corrections import Corrections, HeadingAt, corrected
from tests.holdings.conftest import Program

REPORT = """1. Indledning

Danmark skal føre an i kvanteforskning. Det kræver laboratorier, forskere og en plan, som alle
kan følge i de kommende år.

2. Indsatser
er blandt andet et supercenter i Vejle. Centret åbner i 2027 og skal stå åbent for alle i landet.

Laboratoriet set udefra

Forskning og uddannelse
»Der uddannes flere forskere, og der gives penge til udstyr på alle universiteter i landet.«

3. Afslutning

Arbejdet evalueres efter fire år, og resultaterne lægges frem for Folketinget.
"""


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "rapport.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


def written(program: Program, path: Path) -> Path:
    assert program("tilføj", str(path), "--vis-struktur", "--skriv-profil").status == 0
    return path.with_name(path.name + ".yaml")


def shown(program: Program, path: Path) -> list[str]:
    lines = program("tilføj", str(path), "--vis-struktur").out.splitlines()
    return [line for line in lines if "[" in line]


def edit(profile: Path, old: str, new: str) -> None:
    text = profile.read_text(encoding="utf-8")
    assert text.count(old) == 1
    profile.write_text(text.replace(old, new), encoding="utf-8")


def test_what_is_written_says_what_was_recognised(
    program: Program, own: Path, report: Path
) -> None:
    before = shown(program, report)
    profile = written(program, report)
    assert '- {lines: "1", level: 1, text: "1. Indledning"}' in profile.read_text(encoding="utf-8")
    assert shown(program, report) == before
    program("tilføj", str(report))
    (document,) = [item for item in Collection.open().documents if item.id.startswith("rapport")]
    # The title is still the file's name: the profile does not claim that it stands in the text.
    assert document.title_supplied


PAGE = """<!doctype html><html lang="da"><head><title>Havplan for Fyn</title>
<link rel="canonical" href="https://havet.dk/plan"><meta name="author" content="Kystdirektoratet">
</head><body><main><h1>Havplan for Fyn: renere vand</h1><p>4. marts 2025</p><h2>Mål</h2>
<p>Vi vil have renere vand i alle fjorde på Fyn inden 2030, og det kræver en fælles indsats.</p>
</main></body></html>
"""


def test_what_is_written_changes_nothing(program: Program, own: Path, tmp_path: Path) -> None:
    path = tmp_path / "side.html"
    path.write_text(PAGE, encoding="utf-8")

    def told() -> Document:
        program("tilføj", str(path))
        (document,) = [item for item in Collection.open().documents if item.file == str(path)]
        return document

    before = told()
    assert (before.publisher, before.url) == ("Kystdirektoratet", "https://havet.dk/plan")
    assert (before.date, before.title) == ("2025-03-04", "Havplan for Fyn: renere vand")
    written(program, path)
    after = told()
    assert after._replace(evidence={}) == before._replace(evidence={})
    assert set(after.evidence.values()) == {"profilen side.html.yaml"}
    assert after.evidence.keys() == {*before.evidence, "short_title", "kind", "language"}


FALSE_HEADING = '- {lines: "9", level: 2, text: "Laboratoriet set udefra"}'


def test_headings_are_put_right(program: Program, own: Path, report: Path) -> None:
    assert [line.split("  [")[0].strip() for line in shown(program, report)[1:]] == [
        "1. Indledning",
        "Laboratoriet set udefra",
        "3. Afslutning",
    ]
    profile = written(program, report)
    edit(
        profile,
        FALSE_HEADING,
        '- {lines: "6", level: 1, text: "2. Indsatser"}\n'
        '  - {lines: "11", level: 2, text: "Forskning og uddannelse"}',
    )
    edit(profile, '# furniture:\n#   - {lines: "3, 57"', 'furniture:\n  - {lines: "9"')
    assert program("tilføj", str(report)).status == 0
    collection = Collection.open()
    sections = {section.label: section for section in collection.sections("rapport")}
    assert list(sections) == [
        "1. Indledning",
        "2. Indsatser",
        "Forskning og uddannelse",
        "3. Afslutning",
    ]
    _, second, third, _ = sections.values()
    assert second.text.text.startswith("er blandt andet et supercenter")
    assert (third.parent, third.text.text.split()[:3]) == (second.id, ["»Der", "uddannes", "flere"])
    assert all("Laboratoriet set udefra" not in section.text.text for section in sections.values())
    assert "profilen" in program("status", "rapport").out


def test_a_changed_profile_is_read_again_and_a_lost_one_remembered(
    program: Program, own: Path, report: Path
) -> None:
    profile = written(program, report).rename(report.with_name("rettelser.yaml"))
    edit(profile, f"  {FALSE_HEADING}\n", "")
    program("tilføj", str(report), "--profil", str(profile))

    def labels() -> list[str]:
        return [section.label for section in Collection.open().sections("rapport")]

    assert labels() == ["1. Indledning", "3. Afslutning"]
    edit(profile, '  - {lines: "14", level: 1, text: "3. Afslutning"}\n', "")
    assert "læst igen" in program("tilføj", str(report)).out
    assert labels() == ["1. Indledning"]
    profile.unlink()
    report.write_text(REPORT.replace("fire år", "fem år"), encoding="utf-8")
    assert program("opdatér").status == 0
    assert labels() == ["1. Indledning"]
    assert "fem år" in program("vis", "rapport").out


def test_a_profile_beside_a_file_counts_before_the_one_that_was_chosen(
    program: Program, own: Path, report: Path
) -> None:
    chosen = written(program, report).rename(report.with_name("rettelser.yaml"))
    program("tilføj", str(report), "--profil", str(chosen))
    report.with_name("rapport.txt.yaml").write_text("metadata:\n  title: Rapporten\n", "utf-8")
    assert program("opdatér").status == 0
    assert "Rapporten" in program("dokumenter", "rapport").out


@pytest.mark.parametrize(
    "old, new, message",
    (
        ('text: "1. Indledning"', 'text: "1. Forord"', "dér står »1. Indledning«"),
        ('lines: "9", level', 'lines: "90", level', "linje 90 findes ikke"),
        ('"9", level: 2', '"9", level: 12', "»12« er ikke et niveau"),
        ('lines: "9", level', 'lines: "1", level', "linje 1 hører allerede til"),
    ),
)
def test_a_profile_that_does_not_fit(
    program: Program, own: Path, report: Path, old: str, new: str, message: str
) -> None:
    edit(written(program, report), old, new)
    outcome = program("tilføj", str(report))
    assert outcome.status == 2
    assert message in outcome.err
    assert "rapport.txt.yaml, linje" in outcome.err


def heading(lines: str, level: int, text: str) -> HeadingAt:
    entry = parse_yaml("x: y", "prøve.yaml")
    first, _, last = lines.partition("-")
    return HeadingAt((Place(int(first), int(last or first), None, entry),), level, text, entry)


def covered(read_file: ReadFile) -> bool:
    """Say whether every character that is not blank stands in one block, in order."""
    end = 0
    for block in read_file.blocks:
        if block.start < end or read_file.text[end : block.start].strip():
            return False
        end = block.end
    return not read_file.text[end:].strip()


LINES = [number for number, line in enumerate(REPORT.split("\n"), start=1) if line.strip()]


@pytest.mark.parametrize("first", LINES)
def test_any_line_can_become_a_heading_and_nothing_is_lost(first: int) -> None:
    plain = read(REPORT.encode(), "rapport.txt")
    line = REPORT.split("\n")[first - 1]
    changed = corrected(plain, Corrections((heading(str(first), 1, line),), ()))
    assert covered(plain)
    assert covered(changed)
    headings = [block for block in changed.blocks if block.kind is BlockKind.HEADING]
    assert [changed.text[block.start : block.end] for block in headings] == [line]
    words = " ".join(
        f"{section.label} {section.text.text}" for section in sections_of(changed, "rapport")
    )
    assert set(REPORT.split()) <= set(words.split())


def test_a_heading_that_was_read_as_several_is_one() -> None:
    text = "# En strategi\n\n# for kvante-\n\nteknologi i Danmark\n\nVi vil føre an.\n"
    plain = read(text.encode(), "note.md")
    named = heading("1-5", 1, "En strategi for kvante- teknologi i Danmark")
    changed = corrected(plain, Corrections((named,), ()))
    assert covered(changed)
    (section,) = sections_of(changed, "note")
    assert section.title == "En strategi for kvanteteknologi i Danmark"
    assert section.heading_lines == ((1, 5),)
    assert section.text.text == "Vi vil føre an."


def test_footnotes_stay_with_their_marks() -> None:
    text = "# Titel\n\n## Et\n\nEn sætning.[^1] Og mere.\n\n## To\n\nSlut.\n\n[^1]: Noten.\n"
    plain = read(text.encode(), "note.md")
    changed = corrected(plain, Corrections((heading("1", 1, "Titel"),), ()))
    before = [note for section in sections_of(plain, "note") for note in section.footnotes]
    after = [note for section in sections_of(changed, "note") for note in section.footnotes]
    assert before
    assert [note.mark for note in after] == [note.mark for note in before]


def test_a_profile_must_say_what_it_means(tmp_path: Path) -> None:
    path = tmp_path / "p.yaml"
    path.write_text("headings:\n  - {lines: 3, level: 1}\n", encoding="utf-8")
    with pytest.raises(ProfileError, match="nøglen »text« mangler"):
        read_described(path)


@pytest.mark.parametrize("url", ["javascript:alert(1)", "eksempel.dk", "file:///etc/passwd", "a b"])
def test_an_address_is_one_of_the_web(tmp_path: Path, url: str) -> None:
    """It is printed in citations, and what it opens stands in a document of somebody else's."""
    path = tmp_path / "p.yaml"
    path.write_text(f"metadata:\n  url: '{url}'\n", encoding="utf-8")
    with pytest.raises(ProfileError, match="er ikke en adresse på nettet"):
        read_described(path)


@pytest.mark.parametrize(
    "profile",
    [
        "titel: Rapporten\n",
        "metadata:\n  titel: Rapporten\n",
        "furniture:\n  - {lines: 1, hvad: x}\n",
    ],
)
def test_a_key_that_is_none_is_told(
    program: Program, own: Path, report: Path, profile: str
) -> None:
    report.with_name("rapport.txt.yaml").write_text(profile, encoding="utf-8")
    outcome = program("tilføj", str(report))
    assert outcome.status == 2
    assert "kendes ikke her" in outcome.err
