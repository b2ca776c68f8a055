"""Compounds that the texts write apart, and words that were typed apart and are one."""

from __future__ import annotations

from pathlib import Path

import pytest

from strategikort.index.absence.presence import SubjectFinder
from strategikort.index.filling.analysis import Analyzer
from strategikort.index.querying.filters import Filters
from strategikort.index.querying.query import parse_query
from strategikort.language.thesaurus import Thesaurus
from tests.index.small import ANALYZER, found, own_thesaurus, searcher


@pytest.mark.parametrize(
    ("word", "adjective"),
    [("udlandet", "udenlandsk"), ("staten", "statslig"), ("kulturen", "kulturel"),
     ("industri", "industriel"), ("ministerier", "ministeriel"), ("kriminaliteten", "kriminel"),
     ("regioner", "regional"), ("historien", "historisk"), ("juraen", "juridisk"),
     ("folkeretten", "folkeretslig"), ("kommuner", "kommunal"), ("pragmatismen", "pragmatisk"),
     ("handlekraft", "handlekraftig"), ("skattepligt", "skattepligtig")],
)  # fmt: skip
def test_an_adjective_is_made_of_a_noun(word: str, adjective: str) -> None:
    assert adjective in ANALYZER.family(word)
    assert "partiel" not in ANALYZER.family("parti")
    assert "organisk" not in ANALYZER.family("organismer")


def test_a_part_of_a_compound_may_stand_apart_as_an_adjective() -> None:
    texts = ("Flere udenlandske investeringer.", "De statslige aktører.", "Vejret i dag.")
    assert found(searcher(*texts), "udlandsinvesteringer") == [1]
    assert found(searcher(*texts), "statsaktør") == [2]


def test_a_compound_apart_is_nearer_with_the_adjective_of_its_part_than_with_a_compound() -> None:
    """»handelsmæssige relationer« are what ``handelsrelationer`` are."""
    texts = (
        "De handelspolitiske og historiske relationer.",
        "De handelsmæssige og historiske relationer.",
        "Vejret i dag.",
    )
    assert found(searcher(*texts), "handelsrelationer") == [2, 1]


def test_a_part_of_a_word_with_a_hyphen_is_a_part_of_a_compound() -> None:
    index = searcher(
        "Alliancen mellem landene på begge sider af havet er euro-atlantisk.",
        "Adgangen til den store sal ved siden af havnen koster en euro.",
    )
    answer = index.search("euro", Filters())
    assert [(item.candidate.section, item.found[0].how) for item in answer.scored] == [
        (2, "exact"),
        (1, "compound"),
    ]


def test_what_several_words_say_together_may_be_a_compound_written_apart(tmp_path: Path) -> None:
    thesaurus = own_thesaurus(tmp_path, "{ord: [gaver til hæren, forsvarsudgift]}")
    index = searcher(
        "Hæren øver sig i dag.",
        "Det varige løft af udgifterne til forsvar og sikkerhed.",
        "Forsvaret har ikke andre udgifter end dem, der er talt op her.",
        thesaurus=thesaurus,
    )
    assert found(index, "flere gaver til hæren") == [2, 1]


def test_a_compound_may_have_another_letter_between_its_parts() -> None:
    index = searcher("Den danske lægemiddelsindustri er stor.", "Vejret i dag er godt.")
    answer = index.search("lægemiddelindustri", Filters())
    assert [(item.candidate.section, item.found[0].how) for item in answer.scored] == [
        (1, "inflection")
    ]


@pytest.mark.parametrize("word", ["forsvarforbehold", "udviklingstøtte", "udviklingstoette"])
def test_a_compound_may_lack_the_s_between_its_parts(word: str) -> None:
    whole = "Danmarks forsvarsforbehold og dets udviklingsstøtte er omtalt."
    index = searcher(whole, "Vejret i dag er godt.")
    assert found(index, word) == [1]
    parts = "Støtte til udvikling i syd, og et forbehold om forsvar."
    assert found(searcher(parts, "Vejret i dag er godt."), word) == [1]


def test_a_misspelt_compound_is_found_where_its_parts_stand_apart() -> None:
    index = searcher(
        "Reglerne om investeringsscreening.",
        "Vi screener alle udenlandske investeringer.",
        "En investering i grøn energi.",
    )
    assert found(index, "investeringsscrening") == [1, 2]


def test_a_compound_of_the_dictionary_is_no_meeting_of_words_with_its_parts() -> None:
    index = searcher("Det er et grundlag for ny lovgivning.", "Vejret i dag er godt.")
    assert found(index, "grundloven") == []
    apart = searcher("Han talte om love og om deres grund.", "Vejret i dag er godt.")
    assert found(apart, "grundloven") == [1]


def test_a_compound_of_the_dictionary_is_not_made_of_synonyms_of_its_parts(tmp_path: Path) -> None:
    thesaurus = own_thesaurus(tmp_path, "{ord: [land, nation]}")
    index = searcher("Nationer gør brug af det.", "Vejret i dag.", thesaurus=thesaurus)
    assert found(index, "landbrug") == []


def test_half_of_a_compound_is_a_compound_with_synonyms_of_its_own(tmp_path: Path) -> None:
    """Of ``lønmodtagerpligter`` a part is ``lønmodtager``, not only ``løn`` and ``modtager``."""
    thesaurus = own_thesaurus(tmp_path, "{ord: [lønmodtager, medarbejder]}")
    texts = ("Medarbejderne har pligter.", "Medarbejderne har ferie.", "Borgerne har pligter.")
    assert found(searcher(*texts, thesaurus=thesaurus), "lønmodtagerpligter") == [1]
    assert found(searcher(*texts, thesaurus=thesaurus), "loenmodtagerpligt") == [1]
    assert ANALYZER.halves("lønmodtagerpligter") == (("lønmodtager", "pligter"),)
    assert ANALYZER.halves("lønmodtager") == ANALYZER.halves("borgerpligter") == ()


def test_two_words_come_before_one_of_them() -> None:
    filler = " ".join(f"ord{n}" for n in range(12))
    index = searcher(f"En kutter {filler} lagde til ved en havn.", "En kutter.", "Vejret i dag.")
    assert found(index, "kutter havn") == [1, 2]


@pytest.mark.parametrize("query", ["mellem østen", "Chat GPT", "forsynings kæden"])
def test_words_typed_apart_are_found_as_one(query: str) -> None:
    text = "ChatGPT ser på Mellemøsten og på forsyningskæder."
    assert found(searcher(text, "Mellem os, siger vi.", "Vejret i dag."), query)[:1] == [1]


def test_a_place_and_its_number_are_no_word() -> None:
    index = searcher("Det er en konklusion.", "Der står 6 her.", "Vejret i dag.")
    groups = index.search("konklusion 6", Filters()).expansion.groups
    assert [len(group.words.forms) for group in groups] == [1, 1]


@pytest.mark.parametrize(
    ("query", "expected"),
    [("opensource", [1]), ("opensourcelicensen", [1]), ("opensource-licenser", [1]), ("adhoc", [2]),
     ("ad-hoc udvalg", [2]), ("adudvalg", []), ("sourceopen", []), ("opensourceudvalg", [])],
)  # fmt: skip
def test_words_that_are_run_together_stand_side_by_side(query: str, expected: list[int]) -> None:
    index = searcher(
        "Modulerne skal have en open source-licens fra leverandøren.",
        "Der nedsættes et ad hoc-udvalg om sagen.",
        "Det er et udvalg om åbne kilder og open data source.",
    )
    assert found(index, query) == expected
    words = parse_query(query)
    _, standing = SubjectFinder(index).standing(words, words.words, Filters())
    assert sorted({item.scored.candidate.section for item in standing}) == expected


def test_a_part_that_only_begins_compounds_is_a_word_where_they_are_apart() -> None:
    index = searcher("Vi vil beskytte børn og unge.", "Folk og børn leger.", "Vejret i dag.")
    assert found(index, "børnebeskyttelse") == [1]


def test_a_compound_that_is_typed_plainly_has_parts_as_well() -> None:
    rest = [f"Der sker ikke noget den dag, nummer {n}." for n in range(30)]
    index = searcher("Danmark er en søfartsnation.", "Vi lever af søfart.", *rest)
    assert found(index, "sofartsnation") == found(index, "søfartsnation") == [1, 2]


def test_a_part_that_stands_apart_is_not_the_noun_of_a_fixed_expression() -> None:
    index = searcher("Lande i syd har brug for hjælp.", "Brugen af landet.", "Vejret i dag.")
    assert found(index, "landbrug") == [2]


def test_a_listed_compound_that_is_nowhere_is_found_by_parts_in_other_compounds() -> None:
    negotiated = "Lønninger kommer af overenskomstforhandlingerne."
    assert found(searcher(negotiated, "Vejret er godt."), "lønforhandling") == [1]
    # Where the texts have it, what is made with other words says something else.
    both = searcher(negotiated, "En lønforhandling tager tid.")
    assert found(both, "lønforhandling") == [2]


def test_a_compound_of_the_thesaurus_may_be_written_apart(tmp_path: Path) -> None:
    own = tmp_path / "egen.yaml"
    own.write_text("- grupper:\n    - {ord: [zjamsi, vandspild]}\n", encoding="utf-8")
    thesaurus = Thesaurus.load(own, lexicon=ANALYZER.lexicon)
    apart = "Spild af vand koster penge."
    far = "Spild og meget andet i denne lange sætning koster en masse penge og vand."
    assert found(searcher(apart, far, thesaurus=thesaurus), "zjamsi") == [1]
    said = searcher(apart, "Vandspild koster penge.", thesaurus=thesaurus)
    assert found(said, "zjamsi") == [2]


def test_a_compound_may_be_said_by_another_whose_parts_are_side_by_side(tmp_path: Path) -> None:
    own = tmp_path / "egen.yaml"
    own.write_text("- grupper:\n    - {ord: [gasbortfald, vandspild]}\n", encoding="utf-8")
    thesaurus = Thesaurus.load(own, lexicon=ANALYZER.lexicon)
    # Its own parts stand somewhere, which says nothing: they are not together.
    parts = ("Gas er dyrt.", "Et bortfald mærkes.")
    apart = searcher("Spild af vand koster penge.", *parts, thesaurus=thesaurus)
    assert found(apart, "gasbortfald")[:1] == [1]
    near = searcher("De havde spild, men fik vand.", *parts, thesaurus=thesaurus)
    assert found(near, "gasbortfald")[:1] != [1]


def test_a_function_word_is_no_part_that_is_looked_for() -> None:
    assert found(searcher("Fra kolonitiden skal man have lært noget."), "kolonihave") == []


def test_no_word_of_the_texts_is_parted_for_a_query(monkeypatch: pytest.MonkeyPatch) -> None:
    """There may be tens of thousands of compounds with a part of a word that is asked for."""
    index = searcher("Handelspolitik, handelsaftaler og teknologihandel. Handelsmæssige hensyn.")
    parted: list[str] = []
    simple_parts = Analyzer.simple_parts

    def recorded(analyzer: Analyzer, word: str) -> tuple[str, ...]:
        parted.append(word)
        return simple_parts(analyzer, word)

    monkeypatch.setattr(Analyzer, "simple_parts", recorded)
    index.search("handelshensyn", Filters())
    assert {*parted} <= {"handelshensyn"}
