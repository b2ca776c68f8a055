"""What the thesaurus has for the words of a query, as words of one index."""

from __future__ import annotations

from pathlib import Path

import pytest

from strategikort.index.absence.presence import SubjectFinder
from strategikort.index.querying.filters import Filters
from strategikort.index.querying.query import parse_query
from strategikort.language.thesaurus import Thesaurus
from tests.index.small import ANALYZER, found, own_thesaurus, searcher


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Landene BY, DE og PL står i tabellen.", [1]), ("En by og flere byer i landet.", [])],
)
def test_an_abbreviation_that_is_a_common_word_stands_in_capitals(
    text: str, expected: list[int]
) -> None:
    thesaurus = Thesaurus.load(lexicon=ANALYZER.lexicon)
    assert found(searcher(text, thesaurus=thesaurus), "Hviderusland") == expected


def test_a_rare_word_is_not_common_for_the_words_of_its_synonym(tmp_path: Path) -> None:
    own = tmp_path / "egen.yaml"
    own.write_text("- grupper:\n    - {ord: [kutter, lille skib]}\n", encoding="utf-8")
    small = [f"En lille mand går her hver dag, nummer {n}." for n in range(30)]
    ships = [f"Et skib sejler ud hver dag, nummer {n}." for n in range(30)]
    rest = [f"Der sker ikke noget den dag, nummer {n}." for n in range(60)]
    index = searcher(
        *small,
        *ships,
        *rest,
        "En kutter lagde til kaj.",
        "Et lille skib lagde til kaj.",
        thesaurus=Thesaurus.load(own, lexicon=ANALYZER.lexicon),
    )
    (group,) = index.search("kutter", Filters()).expansion.groups
    assert 2 <= group.passages < 10
    assert found(index, "kutter") == [121, 122]


def test_a_word_is_answered_by_synonyms_of_what_it_is_derived_from(tmp_path: Path) -> None:
    own = tmp_path / "egen.yaml"
    own.write_text("- grupper:\n    - {ord: [udstationere, sekundere]}\n", encoding="utf-8")
    thesaurus = Thesaurus.load(own, lexicon=ANALYZER.lexicon)
    seconded, posted = "Danmark sekunderer eksperter.", "En udstationering varer tre år."
    assert found(searcher(seconded, thesaurus=thesaurus), "udstationering") == [1]
    assert found(searcher(seconded, posted, thesaurus=thesaurus), "udstationering") == [2]


def test_a_word_of_the_query_is_no_synonym_of_another_word_of_it(tmp_path: Path) -> None:
    own = tmp_path / "egen.yaml"
    own.write_text("- grupper:\n    - {ord: [5G], snaevrere: [Huawei]}\n", encoding="utf-8")
    text = "Selskabet Huawei er ikke på børsen."
    index = searcher(text, thesaurus=Thesaurus.load(own, lexicon=ANALYZER.lexicon))
    assert found(index, "5G") == found(index, "Huawei") == [1]
    assert found(index, "forbud mod Huawei i 5G") == []


def test_a_term_that_has_the_word_itself_says_nothing_new(tmp_path: Path) -> None:
    """What holds »EU's klatrepolitik« holds »klatrepolitik«: »EU« is no match of its own."""
    thesaurus = own_thesaurus(tmp_path, "{ord: [klatrepolitik, EU's klatrepolitik]}")
    index = searcher("EU's klatrepolitik er ny.", "Vejret i dag.", thesaurus=thesaurus)
    answer = index.search("klatrepolitik", Filters())
    (best,) = answer.scored
    assert {match.token for match in best.found} == {1}
    (group,) = answer.expansion.groups
    assert group.passages == 1


def test_a_phrase_whose_terms_may_stand_apart_is_said_word_by_word_as_well(tmp_path: Path) -> None:
    own = tmp_path / "egen.yaml"
    own.write_text(
        "- grupper:\n    - {ord: [mindre bureaukrati, færre regler]}\n"
        "    - {ord: [bureaukrati, papirarbejde]}\n",
        encoding="utf-8",
    )
    thesaurus = Thesaurus.load(own, lexicon=ANALYZER.lexicon)
    texts = ("Vi får færre biler.", "Der er regler.", "Der bliver mindre papirarbejde.")
    assert found(searcher(*texts, thesaurus=thesaurus), "mindre bureaukrati")[:1] == [3]


def test_what_is_only_related_does_not_make_a_word_common(tmp_path: Path) -> None:
    thesaurus = own_thesaurus(tmp_path, "{ord: [kutter], beslaegtede: [blå båd]}")
    boats = [f"En blå båd nummer {n} ligger her." for n in range(30)]
    index = searcher(*boats, "En kutter lagde til kaj.", thesaurus=thesaurus)
    (group,) = index.search("kutter", Filters()).expansion.groups
    assert group.passages == 1


def test_an_english_term_is_no_form_of_a_danish_word(tmp_path: Path) -> None:
    thesaurus = own_thesaurus(tmp_path, "{ord: [forbud], engelsk: [ban]}")
    index = searcher("Det har banet vejen.", "Vejret i dag.", thesaurus=thesaurus)
    assert found(index, "forbud") == []
    english = searcher("They call it a ban.", "Vejret i dag.", thesaurus=thesaurus)
    assert found(english, "forbud") == [1]
    danish = searcher("Der er mange forbud.", "Vejret i dag.", thesaurus=thesaurus)
    assert found(danish, "ban") == [1]


def test_an_abbreviation_is_no_form_of_the_word_it_looks_like(tmp_path: Path) -> None:
    thesaurus = own_thesaurus(tmp_path, "{ord: [kvotehandel], forkortelser: [TRIPS]}")
    index = searcher("De tog på en trip.", "Vejret i dag.", thesaurus=thesaurus)
    assert found(index, "kvotehandel") == []


def test_a_term_means_what_it_is_the_dictionary_form_of(tmp_path: Path) -> None:
    """»bruger« is a person in the thesaurus, and »vare« is not »være« typed plainly."""
    own = own_thesaurus(tmp_path, "{ord: [klient, bruger, vare]}")
    texts = ("Hun brugte den.", "Mange brugere kom.", "En klient.", "Sådan kan det være nu.")
    assert sorted(found(searcher(*texts, thesaurus=own), "klient")) == [2, 3]


def test_a_term_in_the_middle_of_a_compound_is_none(tmp_path: Path) -> None:
    own = own_thesaurus(tmp_path, "{ord: [bolig, hus]}")
    index = searcher(
        "Drivhusgasser stiger.", "Et rækkehus.", "En husleje.", "Noget andet.", thesaurus=own
    )
    assert sorted(found(index, "bolig")) == [2, 3]
    assert 1 in found(index, "hus")


def test_a_participle_says_how_something_is_and_not_what_it_does(tmp_path: Path) -> None:
    own = own_thesaurus(tmp_path, "{ord: [nuværende, eksisterende, gældende]}")
    index = searcher(
        "Det gælder nu.", "De gældende regler.", "Den eksisterer.", "En dag.", thesaurus=own
    )
    assert found(index, "eksisterer") == [3]
    assert found(index, "nuværende") == [2]
    assert sorted(found(index, "eksisterende")) == [2, 3]


def test_an_english_term_is_no_part_of_danish_compounds(tmp_path: Path) -> None:
    """»tank« is English for »kampvogn«, and no tank is in »tænketank«."""
    thesaurus = own_thesaurus(tmp_path, "{ord: [kampvogn], engelsk: [tank]}")
    index = searcher("En tænketank skrev om det.", "Vejret i dag.", thesaurus=thesaurus)
    assert found(index, "kampvogn") == []
    english = searcher("They bought a tank.", "Vejret i dag.", thesaurus=thesaurus)
    assert found(english, "kampvogn") == [1]


def test_what_a_danish_word_is_derived_from_answers_its_english_word(tmp_path: Path) -> None:
    """Where nothing else does: ``recruitment`` is *rekruttering*, and they write *rekruttere*."""
    own = own_thesaurus(tmp_path, "{ord: [rekruttering], engelsk: [zecruitment]}")
    texts = ("De vil rekruttere flere.", "Vejret i dag.")
    index = searcher(*texts, thesaurus=own)
    assert found(index, "zecruitment") == found(index, "rekruttering") == [1]
    both = searcher(*texts, "En rekruttering.", thesaurus=own)
    assert found(both, "zecruitment")[0] == 3


def test_a_listed_synonym_is_no_meeting_of_compounds_with_its_parts(tmp_path: Path) -> None:
    """A new order among the great powers is no police (``ordensmagt``)."""
    own = own_thesaurus(tmp_path, "{ord: [politi, ordensmagt]}")
    powers = "En sikkerhedsorden og stormagternes ønsker."
    index = searcher(powers, "Vejret i dag.", thesaurus=own)
    assert found(index, "politi") == []
    forces = searcher("Magten og dens orden.", "Vejret i dag.", thesaurus=own)
    assert found(forces, "politi") == [1]


@pytest.mark.parametrize(
    ("query", "synonym", "text", "stands"),
    [
        ("penge", "middel", "Lægemiddelsindustrien er stor.", False),
        ("vælde", "magt", "Stormagternes ønsker.", True),
    ],
)
def test_a_synonym_begins_or_ends_a_compound(
    tmp_path: Path, query: str, synonym: str, text: str, stands: bool
) -> None:
    """What has it in its middle is about something else."""
    thesaurus = own_thesaurus(tmp_path, f"{{ord: [{query}, {synonym}]}}")
    index = searcher("Vejret i dag.", text, thesaurus=thesaurus)
    assert (found(index, query) == [2]) is stands


def test_a_term_may_have_a_fixed_expression(tmp_path: Path) -> None:
    thesaurus = own_thesaurus(tmp_path, "{ord: [tværministeriel, på tværs af ministerier]}")
    texts = ("De mødes på tværs af ministerier.", "Brugen af landet.", "Vejret i dag.")
    index = searcher(*texts, thesaurus=thesaurus)
    assert 1 in found(index, "tværministeriel landbrug")


def test_a_preposition_stands_before_what_it_belongs_to(tmp_path: Path) -> None:
    thesaurus = own_thesaurus(tmp_path, "{ord: [fælles, i samarbejde]}")
    texts = ("Det sker i et tæt samarbejde.", "Mere samarbejde i Europa.")
    assert found(searcher(*texts, thesaurus=thesaurus), "fælles") == [1]


@pytest.mark.parametrize(
    ("text", "stands"),
    [
        ("Mange er uden arbejde.", True),
        ("Mange er uden fast arbejde.", True),
        ("Mange har arbejde uden løn.", False),
        ("De er uden viden om, hvad arbejde er.", False),
        ("Mange unge er uden arbejde.", True),
        ("Unge i arbejde er ikke uden venner.", False),
    ],
)
def test_what_is_denied_stands_right_behind_its_negation(
    tmp_path: Path, text: str, stands: bool
) -> None:
    thesaurus = own_thesaurus(tmp_path, "{ord: [ledig, unge uden arbejde, uden arbejde]}")
    index = searcher(text, thesaurus=thesaurus)
    assert (found(index, "ledig") == [1]) is stands
    query = parse_query("ledig")
    _, standing = SubjectFinder(index).standing(query, query.words, Filters())
    assert bool(standing) is stands
