"""Line-end hyphens: every one of the five documents, and the rule behind them.

``data/line-end-hyphens.tsv`` lists all 384 with the word as a reader writes it.
"""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest

from strategikort.language.lexicon import Lexicon
from strategikort.text.aligned import SourceRange
from strategikort.text.clean import CleaningRules, clean
from strategikort.text.hyphens import (
    LINE_END_HYPHEN,
    Hyphen,
    HyphenRule,
    Vocabulary,
    has_lost_breaks,
)
from strategikort.text.layout import Layout
from strategikort.text.source import Source
from tests.conftest import Built

LISTED = Path(__file__).parent.parent / "data" / "line-end-hyphens.tsv"
SEPARATOR = {Hyphen.JOIN: "", Hyphen.KEEP: "-", Hyphen.SUSPEND: "- "}


def listed() -> list[dict[str, str]]:
    with LISTED.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def test_every_line_end_hyphen_is_listed_and_put_right(built: dict[str, Built]) -> None:
    found: list[dict[str, str]] = []
    for item in sorted(built.values(), key=lambda each: each.source.file):
        text = item.source.text
        for match in LINE_END_HYPHEN.finditer(text):
            start, end = match.span()
            before, after = text[max(0, start - 60) : start], text[end : end + 60]
            left = re.search(r"[\w’'-]+$", before)
            right = re.match(r"[\w’'-]+", after)
            assert left
            assert right
            verdict = item.rules.hyphens.decide(before, after)
            found.append(
                {
                    "file": item.profile.file,
                    "line": str(item.source.line_at(start)),
                    "source": f"{left[0]}-|{right[0]}",
                    "text": f"{left[0]}{SEPARATOR[verdict]}{right[0]}",
                }
            )
    assert found == listed()
    assert len(found) == 384


def test_joined_words_stand_in_the_section_texts(built: dict[str, Built]) -> None:
    texts = {
        item.profile.file: "\n".join(
            section.text.text + "\n" + section.title for section in item.sections
        )
        for item in built.values()
    }
    missing = [row for row in listed() if row["text"].split(" ")[0] not in texts[row["file"]]]
    assert missing == []


def test_dashes_at_line_ends_and_starts_stay(built: dict[str, Built]) -> None:
    uss, cms = built["uss"], built["cms"]
    assert "mod landene – og mod Europa" in uss.section("3.6").text.text
    assert "cyberspionage og -kriminalitet" in uss.section("5.7").text.text
    assert "arbejdsgruppe – tage initiativ til" in cms.section("anbefalinger/3/3").text.text
    assert "cyberangreb og -kriminalitet" in built["tech"].section("søjler/3").text.text


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("stra", "tegi", Hyphen.JOIN),
        ("EU", "delegationer", Hyphen.KEEP),
        ("2025", "2026", Hyphen.KEEP),
        ("udenrigs", "og sikkerhedspolitik", Hyphen.SUSPEND),
        ("forsynings", "eller værdikæder", Hyphen.SUSPEND),
        ("tech", "giganter", Hyphen.KEEP),
        ("tech-di", "plomati", Hyphen.JOIN),
        ("Indo", "Stillehavet", Hyphen.KEEP),
        ("EU-optagel", "sen", Hyphen.JOIN),
    ],
)
def test_rule(before: str, after: str, expected: Hyphen) -> None:
    vocabulary = Vocabulary.of(["tech-diplomati og tech-industri", "strategi"])
    assert HyphenRule(vocabulary).decide(before, after) is expected


def test_the_collections_own_spelling_decides() -> None:
    rule = HyphenRule(Vocabulary.of(["lifescience lifescience life-science"]))
    assert rule.decide("life", "science") is Hyphen.JOIN
    rule = HyphenRule(Vocabulary.of(["life-science life-science lifescience"]))
    assert rule.decide("life", "science") is Hyphen.KEEP


def test_what_a_line_break_cuts_is_no_evidence() -> None:
    words = Vocabulary.of(["en stra-\n\ntegi og en EU-\ndelegation, en\nplan"]).words
    assert words["stra"] == words["tegi"] == words["delegation"] == 0
    assert words["en"] == 3
    assert words["plan"] == 1


@pytest.mark.parametrize(
    ("elsewhere", "before", "after", "expected"),
    [
        ("En life-science-strategi.", "life", "science-området", Hyphen.KEEP),
        ("Nær life-science.", "life", "science-området", Hyphen.KEEP),
        ("Den lifescience-strategi.", "life", "science-området", Hyphen.JOIN),
        ("", "læge", "patient-forholdet", Hyphen.KEEP),
        ("", "arbejdsmarkeds", "politik-området", Hyphen.JOIN),
        ("En data-kilde, en data-ejer.", "data", "modtageren", Hyphen.KEEP),
        (
            "En data-kilde, en data-ejer, datadeling, dataansvar, datakilder.",
            *("data", "modtageren", Hyphen.JOIN),
        ),
        ("It-sikkerhed, it-projekt.", "it", "alienske", Hyphen.JOIN),
        ("Prag-topmødet og Kyoto-protokollen.", "Christiania", "området", Hyphen.KEEP),
        ("Lissabonerklæringen og Kyoto-protokollen.", "Christiania", "området", Hyphen.JOIN),
        ("Prag-topmødet og Kyoto-protokollen.", "Køben", "havn", Hyphen.JOIN),
        ("Prag-topmødet og Kyoto-protokollen.", "Lagkage", "området", Hyphen.JOIN),
        ("", "e", "mailen", Hyphen.KEEP),
        ("På Lolland-Falster og i Hillerød-Fredensborg.", "Vejdi", "rektoratet", Hyphen.JOIN),
        ("", "ikke", "statslige", Hyphen.KEEP),
        ("", "it", "sikkerheden", Hyphen.KEEP),
        ("", "it", "alienske", Hyphen.JOIN),
        ("", "SIKKER", "HED", Hyphen.JOIN),
        ("", "NATO", "USA", Hyphen.KEEP),
    ],
)
def test_the_document_and_the_dictionary_decide(
    elsewhere: str, before: str, after: str, expected: Hyphen
) -> None:
    rule = HyphenRule(Vocabulary.of([elsewhere]), dictionary=Lexicon.open())
    assert rule.decide(before, after) is expected


def test_a_profile_has_the_last_word(built: dict[str, Built]) -> None:
    assert "life-science" in built["uss"].section("5.4").text.text


def test_blank_lines_and_blanks_between_the_halves(built: dict[str, Built]) -> None:
    rk = built["rk"]
    start = rk.source.text.index("centrale EU-")
    piece = SourceRange(start, start + 40)
    text = clean(rk.source, [piece], rk.rules, Layout.FLOW).text
    assert text.startswith("centrale EU-delegationer")


LOST = """Vi vil styrke de huma- nitære indsatser, social- og sundhedsområ- det og EU- lan-
denes arbejdsmarkedspensio- ner. Alkoholmisbru- gere og virksom- heder får et iværksætterakade- mi
og nye fradragsmulig- heder, både til- og fravalg. Rege- ringen tager nye initia- tiver mod krimi-
nalitet og narkokrimina- litet og fremmer gennemsig- tighed og konkur- rence."""


is_word = Lexicon.open().is_word


def test_a_file_that_has_lost_its_breaks_is_known() -> None:
    assert has_lost_breaks(LOST, is_word)
    shared = "Social- og sundhedsområdet, by- og bomiljø, ind- eller udland. " * 20
    assert not has_lost_breaks(shared, is_word)
    assert not has_lost_breaks(f"{shared} Et huma- nitært ønske.", is_word)
    assert has_lost_breaks(f"{shared * 2} {LOST}", is_word)  # these are no halves


def test_what_a_lost_break_cut_is_put_together() -> None:
    source = Source("f.txt", LOST, "")
    rules = CleaningRules(HyphenRule(Vocabulary(), lost_breaks=True))
    text = clean(source, [SourceRange(0, len(LOST))], rules).text
    assert text == (
        "Vi vil styrke de humanitære indsatser, social- og sundhedsområdet og EU-landenes"
        " arbejdsmarkedspensioner. Alkoholmisbrugere og virksomheder får et iværksætterakademi"
        " og nye fradragsmuligheder, både til- og fravalg. Regeringen tager nye initiativer mod"
        " kriminalitet og narkokriminalitet og fremmer gennemsigtighed og konkurrence."
    )
    kept = clean(source, [SourceRange(0, len(LOST))], CleaningRules(HyphenRule(Vocabulary())))
    assert "huma- nitære" in kept.text


def test_the_five_documents_have_their_breaks(built: dict[str, Built]) -> None:
    assert not any(has_lost_breaks(item.source.text, is_word) for item in built.values())
