"""A profile with a mistake in it: file, line, what is wrong and what was expected."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest

from strategikort.catalog.kinds import read_kinds
from strategikort.catalog.parse import read_profile
from strategikort.errors import ProfileError, SourceError
from strategikort.model import Section
from strategikort.structure.build import build_sections, check_source, cleaning_rules
from strategikort.text.hyphens import Vocabulary
from strategikort.text.source import Source

TEXT = "En strategi\n\n1. Vi skal styrke EU.\n2. Vi skal\nikke vente.\n\nSlut her.\n"
GOOD = f"""\
id: prøve
file: proeve.txt
sha256: {hashlib.sha256(TEXT.encode()).hexdigest()}
metadata:
  title: En strategi
  short_title: En strategi
  publisher: NO
  date: "2024"
  kind: strategi
  language: da
sections:
  - id: mål
    kind: oversigt
    heading: "1"
    split:
      lines: "3-5"
      start: '^(?P<marker>(?P<number>\\d)\\.) '
      kind: mål
      id: "mål/{{n}}"
      title: "Mål {{number}}"
      expect: 2
  - id: slut
    kind: kapitel
    title: Slutning
    lines: "7"
"""

Builder = Callable[[str], tuple[Section, ...]]


@pytest.fixture
def build(tmp_path: Path) -> Builder:
    def run(profile_text: str) -> tuple[Section, ...]:
        path = tmp_path / "proeve.yaml"
        path.write_text(profile_text, encoding="utf-8")
        profile = read_profile(path)
        source = Source.from_bytes("seeds/proeve.txt", TEXT.encode())
        check_source(profile, source)
        rules = cleaning_rules(profile, source, Vocabulary.of([TEXT]))
        return build_sections(profile, source, rules, read_kinds())

    return run


def test_a_good_profile_needs_no_python(build: Builder) -> None:
    sections = build(GOOD)
    assert [section.id for section in sections] == [
        "prøve/mål",
        "prøve/mål/1",
        "prøve/mål/2",
        "prøve/slut",
    ]
    assert sections[2].text.text == "Vi skal ikke vente."
    assert sections[2].lines == ((4, 5),)


def test_scalars_stay_as_written(tmp_path: Path) -> None:
    path = tmp_path / "p.yaml"
    path.write_text(GOOD, encoding="utf-8")
    assert read_profile(path).metadata.publisher == "NO"


MISTAKES = [
    ("kind: oversigt", "knd: oversigt", 12, "kind"),
    ('heading: "1"', 'heading: "1x"', 14, "12-14"),
    ('lines: "7"', 'lines: "99"', 25, "1 til 7"),
    ('lines: "7"', 'lines: "4"', 17, "2 afsnit"),
    ('lines: "7"', "lines: '7 \"findes ikke\"'", 25, "netop én gang"),
    ('lines: "7"', 'lines: "1, 7"', 25, "netop ét sted"),
    ("expect: 2", "expect: 3", 17, "3 afsnit"),
    ("expect: 2", "expect: to", 21, "helt tal"),
    ('  date: "2024"', "  date: 24", 8, "2022-07-18"),
    ('  date: "2024"\n', "", 5, "date"),
    ("(?P<marker>", "((?P<marker>", 17, "regulært udtryk"),
    ('id: "mål/{n}"', 'id: "mål/{nummer}"', 16, "{n}"),
    ("id: slut", "id: mål", 22, "nyt id"),
    ("id: slut", "id: Slut!", 22, "små bogstaver"),
    ("    title: Slutning\n", "", 22, "en af dem"),
    ("kind: kapitel", "kind: kapitel\n    kind: kapitel", 24, "én gang"),
    ("kind: kapitel", "kind: &x kapitel", 23, "Skriv værdien ud"),
    ("id: slut", "id: [slut", 23, "ikke gyldig YAML"),
    ("sections:", "sektioner:", 1, "sections"),
    ("metadata:", "farve: rød\nmetadata:", 4, "en af"),
    ('lines: "7"', 'lines: "7-5"', 25, "første linje før sidste linje"),
    ('lines: "7"', "lines: '5-7 \"Slut\"'", 25, "første linje før sidste linje"),
    ("expect: 2", "expect: 2\n      sequence: ja", 22, "true eller false"),
    ("kind: kapitel", "kind: kapitel\n    layout: skæv", 24, "»skæv« kendes ikke her"),
    ("kind: kapitel", "kind: {a: b}", 23, "her står en liste eller en opdeling"),
    ("sections:", "text: {hyphens: {keep: [lifescience]}}\nsections:", 11, "fx life-|science"),
    (
        "kind: kapitel",
        "kind: kapitel\n    table: {columns: [navn, år], row: '(?P<navn>\\w+)'}",
        24,
        "mønstret har ingen gruppe »år«",
    ),
]


@pytest.mark.parametrize(("good", "bad", "line", "expected"), MISTAKES)
def test_mistake_is_pointed_at(
    build: Builder, good: str, bad: str, line: int, expected: str
) -> None:
    assert good in GOOD
    with pytest.raises(ProfileError) as caught:
        build(GOOD.replace(good, bad, 1))
    assert f"proeve.yaml, linje {line}:" in caught.value.message
    assert expected in f"{caught.value.message} {caught.value.hint}"


def test_a_line_that_nobody_claims(build: Builder) -> None:
    with pytest.raises(ProfileError) as caught:
        build(GOOD.replace('    title: Slutning\n    lines: "7"\n', "    title: Slutning\n"))
    assert "linje 7 i seeds/proeve.txt hører ikke til noget afsnit" in caught.value.message


def test_text_before_the_first_match(build: Builder) -> None:
    broken = GOOD.replace('    heading: "1"\n', "    title: Mål\n").replace('"3-5"', '"1-5"')
    with pytest.raises(ProfileError) as caught:
        build(broken)
    assert "linje 1 i seeds/proeve.txt står før det første afsnit" in caught.value.message


def test_another_file_than_the_profiles(build: Builder) -> None:
    changed = GOOD.replace(hashlib.sha256(TEXT.encode()).hexdigest(), "0" * 64)
    with pytest.raises(SourceError) as caught:
        build(changed)
    assert "sha256" in caught.value.message


@pytest.mark.parametrize("data", [b"\xff\xfe\x00", b"", b"- bare en liste\n", b"x" * 4_000_001])
def test_files_that_are_no_profile(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "p.yaml"
    path.write_bytes(data)
    with pytest.raises(ProfileError, match=r"p\.yaml"):
        read_profile(path)


KINDS = """\
led:
  names: [led, leddene]
  label: "{number}. led"
  pinpoint: "{number}. led"
  within: true
  rank: 0.8
"""


def test_kinds_are_read_as_they_are_written(tmp_path: Path) -> None:
    path = tmp_path / "kinds.yaml"
    path.write_text(KINDS, encoding="utf-8")
    (kind,) = read_kinds(path).values()
    assert (kind.within, kind.rank, kind.plural) == (True, 0.8, "leddene")
    assert kind.locate("3", "", "konklusion 6") == "konklusion 6, 3. led"
    path.write_text(KINDS.partition("  within")[0], encoding="utf-8")
    (kind,) = read_kinds(path).values()
    assert (kind.within, kind.rank) == (False, 1.0)


@pytest.mark.parametrize("share", ["meget", "0", "1.2", "-1", "nan"])
def test_a_rank_that_is_no_share(tmp_path: Path, share: str) -> None:
    path = tmp_path / "kinds.yaml"
    path.write_text(KINDS.replace("0.8", share), encoding="utf-8")
    with pytest.raises(ProfileError, match=f"linje 6: »{share}« er ikke en andel"):
        read_kinds(path)


def test_missing_profile(tmp_path: Path) -> None:
    with pytest.raises(ProfileError, match="kan ikke læses"):
        read_profile(tmp_path / "findes-ikke.yaml")
