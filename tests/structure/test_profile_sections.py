"""What a profile says of a text, and what sections, tables and marks come of it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest

from strategikort.catalog.kinds import read_kinds
from strategikort.catalog.parse import read_profile
from strategikort.errors import ProfileError
from strategikort.model import Section
from strategikort.structure.build import build_sections, cleaning_rules
from strategikort.text.hyphens import Vocabulary
from strategikort.text.source import Source

HEAD = """\
id: prøve
file: proeve.txt
sha256: {digest}
metadata:
  title: En strategi
  short_title: En strategi
  publisher: Ministeriet
  date: "2024"
  kind: strategi
  language: da
"""
Builder = Callable[[str, str], dict[str, Section]]


@pytest.fixture
def build(tmp_path: Path) -> Builder:
    """Return what builds the sections of a text by the rest of its profile, by id."""

    def run(text: str, rules: str) -> dict[str, Section]:
        path = tmp_path / "proeve.yaml"
        digest = hashlib.sha256(text.encode()).hexdigest()
        path.write_text(HEAD.format(digest=digest) + rules, encoding="utf-8")
        profile = read_profile(path)
        source = Source.from_bytes("seeds/proeve.txt", text.encode())
        cleaning = cleaning_rules(profile, source, Vocabulary.of([text]))
        sections = build_sections(profile, source, cleaning, read_kinds())
        return {section.id.removeprefix("prøve/"): section for section in sections}

    return run


def refusal(build: Builder, text: str, rules: str) -> str:
    with pytest.raises(ProfileError) as caught:
        build(text, rules)
    assert "proeve.yaml, linje " in caught.value.message
    return f"{caught.value.message} {caught.value.hint}"


def node(more: str) -> str:
    inner = "".join(f"    {line}\n" for line in more.splitlines())
    return f"sections:\n  - id: a\n    kind: kapitel\n    title: Afsnit\n{inner}"


def test_a_marker_goes_to_the_heading(build: Builder) -> None:
    section = build("1 Noten.\n", node("lines: '1'\nmarker: '\\d '"))["a"]
    assert section.text.text == "Noten."
    assert section.heading == ((0, 1),)


def test_a_marker_that_is_not_there(build: Builder) -> None:
    said = refusal(build, "Noten.\n", node("lines: '1'\nmarker: '\\d '"))
    assert "afsnittet begynder ikke sådan" in said


@pytest.mark.parametrize(
    ("text", "lines", "said"),
    [
        ("Det er sagt.\n", "2", "linje 2 findes ikke i seeds/proeve.txt"),
        ("Det er sagt.\nOg mere.", "2-3", "linje 3 findes ikke i seeds/proeve.txt"),
        ("Det er sagt.\n", '1 "ej"', "»ej« står 0 gange i linje 1"),
        ("Det er det.\n", '1 "det"', "linje 1 i seeds/proeve.txt hører ikke til noget afsnit"),
        ("Så er det det.\n", '1 "det"', "»det« står 2 gange i linje 1"),
        ("Det er sagt.\n", '1, 1 "sagt"', "linje 1 hører allerede til et andet afsnit"),
        ("Det er sagt.\nOg mere.\n", "1", "linje 2 i seeds/proeve.txt hører ikke til noget"),
    ],
)
def test_lines_that_are_not_there_or_have_two_owners(
    build: Builder, text: str, lines: str, said: str
) -> None:
    assert said in refusal(build, text, node(f"lines: '{lines}'"))


NAMES = "Meta\nASML\nto\ntre\n"
TABLE = "table:\n  columns: [navn, tal]\n  row: '^(?P<navn>[A-Z]\\w+) (?P<tal>\\w+)$'"


@pytest.mark.parametrize(
    ("reverse", "rows"),
    [
        ("", (("Meta", "to"), ("ASML", "tre"))),
        ("\n  reverse: true", (("Meta", "tre"), ("ASML", "to"))),
    ],
)
def test_names_and_values_from_two_columns(
    build: Builder, reverse: str, rows: tuple[tuple[str, str], ...]
) -> None:
    pairs = f"pairs:\n  labels: '1-2'\n  values: '3-4'{reverse}\nlayout: lines\n"
    row = "'(?P<navn>[A-Z]\\w+)\\s+(?P<tal>[a-z]+)'"
    table = f"table:\n  columns: [navn, tal]\n  row: {row}"
    found = build(NAMES, node(pairs + table))["a"].table
    assert found is not None
    assert (found.columns, found.rows) == (("navn", "tal"), rows)


def test_a_name_without_its_value(build: Builder) -> None:
    said = refusal(build, NAMES, node("pairs:\n  labels: '1-3'\n  values: '4'"))
    assert "der er 3 navne, men 1 værdier" in said


@pytest.mark.parametrize(
    ("text", "more", "said"),
    [
        ("Kilde: os\nMeta 2\nikke en række\nASML 3\n", "", "»ikke en række« er ingen række"),
        ("Kilde: os\nMeta 2\nASML 3\nrest\n", "", "»rest« er ingen række"),
        ("Kilde: os\nMeta 2\nASML 3\n", "\n  expect: 3", "der er 2 rækker"),
    ],
)
def test_a_line_that_is_no_row(build: Builder, text: str, more: str, said: str) -> None:
    lines = f"lines: '1-{text.count(chr(10))}'\nlayout: lines\n"
    assert said in refusal(build, text, node(lines + TABLE + more))


@pytest.mark.parametrize(
    ("sort", "rows"),
    [
        ("", (("Meta", "10"), ("ASML", "9"), ("Arm", "x"))),
        ("\n  sort: tal", (("Arm", "x"), ("ASML", "9"), ("Meta", "10"))),
    ],
)
def test_what_stands_before_the_rows_is_the_caption(
    build: Builder, sort: str, rows: tuple[tuple[str, str], ...]
) -> None:
    lines = "lines: '1-4'\nlayout: lines\n"
    section = build("Kilde:  os\nMeta 10\nASML 9\nArm x\n", node(lines + TABLE + sort))["a"]
    assert section.table is not None
    assert (section.table.caption, section.table.rows) == ("Kilde: os", rows)


TEXT_WITH_NOTE = "Side 1\nDet er sagt 1 her.\n1 Se bilaget.\n"
WITH_NOTE = """\
furniture:
  - {{lines: "1", what: sidetal}}
sections:
  - {{id: a, kind: kapitel, title: Afsnit, lines: "2"}}
  - id: fodnoter/1
    kind: fodnote
    title: Fodnote 1
    lines: "3"
    marker: '\\d '
    marks: '{place}'
"""


def test_a_mark_is_tied_to_the_word_before_it(build: Builder) -> None:
    text = TEXT_WITH_NOTE.replace(" 1 her", "1 her")
    found = build(text, WITH_NOTE.format(place='2 "1"'))
    assert found["a"].text.text == "Det er sagt her."
    (mark,) = found["a"].footnotes
    assert (mark.mark, mark.offset, mark.section) == ("1", 11, "prøve/fodnoter/1")


def test_a_mark_that_stands_in_no_text(build: Builder) -> None:
    said = refusal(build, TEXT_WITH_NOTE, WITH_NOTE.format(place='1 "1"'))
    assert "fodnotetegnet står ikke i noget afsnits tekst" in said


SPLIT = """\
split:
  lines: '{lines}'
  start: '{start}'
  kind: led
  id: '{id}'
"""


def split(lines: str, start: str, name: str = "{n}", more: str = "") -> str:
    return node(SPLIT.format(lines=lines, start=start, id=name) + more)


def test_a_list_that_begins_within_a_line(build: Builder) -> None:
    rules = "furniture:\n  - {lines: '1 \"Vi vil:\"', what: indledning}\n" + split(
        '1 "- måle", 2', "(?P<marker>-) "
    )
    found = build("Vi vil: - måle\n- handle\n", rules)
    assert [(key, section.text.text) for key, section in found.items()] == [
        ("a", ""),
        ("1", "måle"),
        ("2", "handle"),
    ]


def test_a_list_takes_what_nobody_else_has(build: Builder) -> None:
    rules = "furniture:\n  - {lines: '1', what: indledning}\n" + split("1-3", "(?P<marker>-) ")
    found = build("Vi vil:\n- måle\n- handle\n", rules)
    assert [section.text.text for section in found.values()] == ["", "måle", "handle"]
    assert found["1"].lines == ((2, 2),)


def test_a_series_takes_no_number_out_of_order(build: Builder) -> None:
    start = r"^(?P<marker>(?P<number>\d)\.) "
    text = "1. Vi vil\n2. handle\n5. gange\n3. og måle\n"
    found = build(text, split("1-4", start, "{number}", "  sequence: true\n"))
    assert [(key, section.text.text) for key, section in list(found.items())[1:]] == [
        ("1", "Vi vil"),
        ("2", "handle 5. gange"),
        ("3", "og måle"),
    ]
    assert "number" not in found["2"].derived


def test_the_title_of_a_found_section_stands_in_its_heading(build: Builder) -> None:
    start = r"^(?P<title>[A-ZÆØÅ]\w+)$"
    found = build("Mål\nflere æbler\nVej\ngod jord\n", split("1-4", start, "{slug_title}"))
    assert [(key, s.title, s.text.text, s.number) for key, s in list(found.items())[1:]] == [
        ("mål", "Mål", "flere æbler", None),
        ("vej", "Vej", "god jord", None),
    ]
    assert found["mål"].derived == {"number"}
    assert found["vej"].heading_lines == ((3, 3),)


FIELDS = "  fields:\n    år: '\\((\\d{4})\\)'\n    land: '^\\w+'\n"


def test_values_are_read_from_found_sections(build: Builder) -> None:
    found = build("- Japan (2014)\n- Kina (2008)\n", split("1-2", "^(?P<marker>-) ", more=FIELDS))
    assert [dict(found[key].fields) for key in ("1", "2")] == [
        {"år": "2014", "land": "Japan"},
        {"år": "2008", "land": "Kina"},
    ]


def test_a_found_section_without_its_value(build: Builder) -> None:
    said = refusal(build, "- Japan (2014)\n- Kina\n", split("1-2", "^(?P<marker>-) ", more=FIELDS))
    assert "»2« har intet, der passer på »år«" in said


def test_a_list_that_is_not_there_leaves_nothing(build: Builder) -> None:
    assert list(build("\n\n", split("1-2", "^(?P<marker>-) "))) == ["a"]
