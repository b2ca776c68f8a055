"""What may stand for a word of a query, and how rare the word is held to be."""

from __future__ import annotations

from pathlib import Path

import pytest

from strategikort.index.absence.presence import SubjectFinder
from strategikort.index.filling.analysis import Analyzer
from strategikort.index.querying.filters import Filters
from strategikort.index.querying.query import QueryWord, parse_query
from strategikort.language.thesaurus import Thesaurus
from tests.index.test_retrieval import ANALYZER, found, searcher


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


@pytest.mark.parametrize(
    ("word", "relative", "expected"),
    [("udvidelsen", "udvide", True), ("reguleringer", "regulere", True),
     ("dronningen", "drone", False), ("forebygge", "forebyggelse", True),
     ("afpresse", "afpresning", True), ("opbygningen", "opbygge", True),
     ("idealist", "idealisme", True), ("politi", "politisk", False),
     ("omgå", "omgaaelse", True), ("spionere", "spionage", True), ("bombardementer", "bombardere", True),
     ("navn", "navnlig", False), ("truer", "trussel", True), ("rygning", "ryge", True),
     ("højden", "hoej", True), ("døde", "doedsfald", True), ("lønninger", "loen", True),
     ("forordning", "forord", False), ("holdningen", "holde", False), ("retningen", "rette", False),
     ("naturen", "naturlig", False), ("positivt", "position", False),
     ("kapitalen", "kapitel", False), ("direktivet", "direktion", False),
     ("restauranter", "restaurering", False), ("forsvar", "forsvarlig", False),
     ("passagerer", "passage", False), ("dronen", "dronning", False),
     ("færdigheder", "faerdig", False), ("virksomheder", "virksom", False)],
)  # fmt: skip
def test_what_a_noun_of_action_is_made_of_is_a_verb(
    word: str, relative: str, expected: bool
) -> None:
    assert (relative in ANALYZER.family(word)) == expected


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


def test_a_word_is_answered_by_synonyms_of_what_it_is_derived_from(tmp_path: Path) -> None:
    own = tmp_path / "egen.yaml"
    own.write_text("- grupper:\n    - {ord: [udstationere, sekundere]}\n", encoding="utf-8")
    thesaurus = Thesaurus.load(own, lexicon=ANALYZER.lexicon)
    seconded, posted = "Danmark sekunderer eksperter.", "En udstationering varer tre år."
    assert found(searcher(seconded, thesaurus=thesaurus), "udstationering") == [1]
    assert found(searcher(seconded, posted, thesaurus=thesaurus), "udstationering") == [2]


def test_who_does_something_is_not_said_by_what_is_done(tmp_path: Path) -> None:
    own = tmp_path / "egen.yaml"
    own.write_text("- grupper:\n    - {ord: [iværksætte, starte]}\n", encoding="utf-8")
    index = searcher("Arbejdet starter.", thesaurus=Thesaurus.load(own, lexicon=ANALYZER.lexicon))
    assert found(index, "iværksættelse") == [1]
    assert found(index, "iværksættere") == found(index, "iværksætteri") == []


def test_a_verb_that_is_only_there_as_a_noun_has_no_noun_of_action() -> None:
    several, one, verb = "Lande i Asien vokser.", "Et land i Asien.", "Flyet lander i Asien."
    assert found(searcher(several, one), "landing") == []
    assert found(searcher(several, verb, one), "landing") == [1, 2]
    # Nobody writes of wax here.
    assert found(searcher("Økonomien vokser."), "vækst") == [1]


def test_a_word_of_the_query_is_no_synonym_of_another_word_of_it(tmp_path: Path) -> None:
    own = tmp_path / "egen.yaml"
    own.write_text("- grupper:\n    - {ord: [5G], snaevrere: [Huawei]}\n", encoding="utf-8")
    text = "Selskabet Huawei er ikke på børsen."
    index = searcher(text, thesaurus=Thesaurus.load(own, lexicon=ANALYZER.lexicon))
    assert found(index, "5G") == found(index, "Huawei") == [1]
    assert found(index, "forbud mod Huawei i 5G") == []


def test_a_name_in_a_question_that_is_nowhere_says_what_it_asks_about() -> None:
    others = [f"Danmark har også andre opgaver, nummer {n}." for n in range(20)]
    index = searcher("Danmark har soldater i Letland.", *others)
    assert found(index, "Hvor mange soldater har Danmark i Letland?")[0] == 1
    assert found(index, "Hvor mange soldater har Danmark i Estland?") == []


def test_a_word_that_the_texts_say_otherwise_hides_no_answer_to_a_long_query() -> None:
    others = [f"Danmark har også andre opgaver, nummer {n}." for n in range(20)]
    index = searcher("I byen stilles de russiske magthavere til ansvar.", *others)
    query = "russiske magthavere for en dommer, en domstol eller i fængsel"
    assert found(index, query)[0] == 1
    # A name is said in no other way, and of few words each says too much.
    assert found(index, "russiske magthavere for en dommer i Haag eller Karkiv") == []
    assert found(index, "russiske dommere ved en domstol") == []


def test_all_of_several_words_are_worth_more_than_some_as_they_were_typed(tmp_path: Path) -> None:
    own = tmp_path / "egen.yaml"
    groups = "{ord: [knallert, scooter]}", "{ord: [afgift, skat]}"
    own.write_text(f"- grupper: [{', '.join(groups)}]\n", encoding="utf-8")
    index = searcher(
        "Der er en afgift på en knallert, og afgiften skal betales for hver knallert i landet.",
        "Der er kommet en ny skat på scooter i alle de mange byer.",
        *(f"Der sker ikke noget den dag, nummer {n}." for n in range(20)),
        thesaurus=Thesaurus.load(own, lexicon=ANALYZER.lexicon),
    )
    assert found(index, "afgift på knallert i byerne")[:2] == [2, 1]
    assert found(index, "afgift på knallert")[:2] == [1, 2]


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


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("transformativt", "Tre transformative metoder."),
        ("geografi", "Firmaer i nye geografier."),
        ("danskledede", "Et danskledet initiativ."),
        ("Zyxelias", "Landet Zyxelia er fjernt."),
        ("komite", "Den 3. Komité mødes."),
        ("komité", "Den 3. komite mødes."),
    ],
)
def test_forms_that_the_dictionary_lacks_meet(query: str, text: str) -> None:
    index = searcher(text, "Noget helt andet står her.")
    assert found(index, query) == [1]
    assert SubjectFinder(index).vocabulary.own(QueryWord(query)).forms


def test_accents_do_not_make_a_small_word_of_another() -> None:
    assert found(searcher("Alle kommer.", "Den lange allé."), "allé") == [2]


@pytest.mark.parametrize(
    ("word", "text", "stands"),
    [
        ("krisen", "Efter kriser kommer fred.", True),
        ("tanken", "Nye tanker om fred.", True),
        ("året", "I tre år var der fred.", True),
        ("reducerede", "De vil reducere alt.", True),
        ("konkurrerende", "De konkurrerer om fred.", True),
        ("fremmede", "Vi vil fremme freden.", False),
        ("lærer", "En lære om fred.", False),
        ("majs", "I maj er der fred.", False),
    ],
)
def test_a_form_is_of_the_word_that_the_texts_have(word: str, text: str, stands: bool) -> None:
    index = searcher(text, "Noget helt andet står her.")
    assert bool(SubjectFinder(index).vocabulary.own(QueryWord(word)).forms) == stands


def test_a_beginning_takes_in_function_words() -> None:
    assert found(searcher("Det er blandt dem.", "Noget helt andet."), "bland*") == [1]


def own_thesaurus(folder: Path, groups: str) -> Thesaurus:
    path = folder / "egen.yaml"
    path.write_text(f"- grupper:\n    - {groups}\n", encoding="utf-8")
    return Thesaurus.load(path, lexicon=ANALYZER.lexicon)


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


def test_what_several_words_say_together_may_be_a_compound_written_apart(tmp_path: Path) -> None:
    thesaurus = own_thesaurus(tmp_path, "{ord: [penge til hæren, forsvarsudgift]}")
    index = searcher(
        "Hæren øver sig i dag.",
        "Det varige løft af udgifterne til forsvar og sikkerhed.",
        "Forsvaret har ikke andre udgifter end dem, der er talt op her.",
        thesaurus=thesaurus,
    )
    assert found(index, "flere penge til hæren") == [2, 1]


def test_what_is_only_related_does_not_make_a_word_common(tmp_path: Path) -> None:
    thesaurus = own_thesaurus(tmp_path, "{ord: [kutter], beslaegtede: [blå båd]}")
    boats = [f"En blå båd nummer {n} ligger her." for n in range(30)]
    index = searcher(*boats, "En kutter lagde til kaj.", thesaurus=thesaurus)
    (group,) = index.search("kutter", Filters()).expansion.groups
    assert group.passages == 1


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


def test_a_form_answers_only_lemmas_of_its_own() -> None:
    """»let« may be a form of »lette«, »lettere« may not."""
    index = searcher("Kan hun let det?", "Her er lettere.", "De letter nu.", "Vejret i dag.")
    assert sorted(found(index, "lettede")) == [1, 3]


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


def test_a_word_of_the_dictionary_is_not_another_typed_plainly() -> None:
    """»vare« may be »være« without its letters, but is a word of its own."""
    index = searcher("Det er en måde.", "Der er mange varer.", "Vejret i dag.")
    assert found(index, "made") == [1]  # no word
    assert found(index, "vare") == [2]
    plain = searcher("Det skal være nu.", "Der er mange varer.", "Det er en vægt.")
    assert found(plain, "vare") == [2]


def test_a_compound_of_the_dictionary_is_not_made_of_synonyms_of_its_parts(tmp_path: Path) -> None:
    thesaurus = own_thesaurus(tmp_path, "{ord: [land, nation]}")
    index = searcher("Nationer gør brug af det.", "Vejret i dag.", thesaurus=thesaurus)
    assert found(index, "landbrug") == []


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


def test_a_word_that_is_its_own_lemma_is_no_genitive() -> None:
    assert found(searcher("Den 1. maj er fri.", "Vejret i dag."), "majs") == []
    assert found(searcher("Den 1. maj er fri.", "Vejret i dag."), "maj") == [1]
    assert found(searcher("Det kan vi godt forstå.", "Vejret i dag."), "forstås") == [1]


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


@pytest.mark.parametrize(
    ("query", "first"), [("version 0.5", 2), ("version 0,5", 1), ("version 0.5 mia", 1)]
)
def test_the_number_of_a_version_says_which(query: str, first: int) -> None:
    rest = [f"Der sker ikke noget den dag, nummer {n}." for n in range(30)]
    index = searcher(
        "Version for version: nye versioner af hver version.",
        "Udkastet er i høring, og det er version 0.5, der sendes ud i december til alle.",
        *rest,
    )
    assert found(index, query)[0] == first


@pytest.mark.parametrize("query", ["2 procent", "to procent", "to pct.", "2 %"])
def test_the_unit_of_a_number_says_nothing_without_it(query: str) -> None:
    index = searcher(
        "Inflationen var to procent i 2021.",
        "Væksten var 2,5 pct. i fjor, og der er to ministre.",
        "Ledigheden er 9 procent.",
        thesaurus=Thesaurus.load(lexicon=ANALYZER.lexicon),
    )
    assert found(index, query) == [1]


@pytest.mark.parametrize(
    ("query", "expected"),
    [("Orban", []), ("veto fra Orban", []), ("Barnier", []), ("orgen", [1]), ("Sverge", [2]),
     ("Ogran", [1]), ("Organiastion", [3])],
)  # fmt: skip
def test_a_name_is_no_common_word_misspelt(query: str, expected: list[int]) -> None:
    texts = ("Det er et organ.", "Sveriges vej til NATO.", "En organisation.", "Et banner.")
    assert found(searcher(*texts), query) == expected


def test_a_part_that_only_begins_compounds_is_a_word_where_they_are_apart() -> None:
    index = searcher("Vi vil beskytte børn og unge.", "Folk og børn leger.", "Vejret i dag.")
    assert found(index, "børnebeskyttelse") == [1]


def test_a_compound_that_is_typed_plainly_has_parts_as_well() -> None:
    rest = [f"Der sker ikke noget den dag, nummer {n}." for n in range(30)]
    index = searcher("Danmark er en søfartsnation.", "Vi lever af søfart.", *rest)
    assert found(index, "sofartsnation") == found(index, "søfartsnation") == [1, 2]


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


def test_a_part_that_stands_apart_is_not_the_noun_of_a_fixed_expression() -> None:
    index = searcher("Lande i syd har brug for hjælp.", "Brugen af landet.", "Vejret i dag.")
    assert found(index, "landbrug") == [2]


def test_a_term_may_have_a_fixed_expression(tmp_path: Path) -> None:
    thesaurus = own_thesaurus(tmp_path, "{ord: [tværministeriel, på tværs af ministerier]}")
    texts = ("De mødes på tværs af ministerier.", "Brugen af landet.", "Vejret i dag.")
    index = searcher(*texts, thesaurus=thesaurus)
    assert 1 in found(index, "tværministeriel landbrug")


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


@pytest.mark.parametrize(
    ("asked", "other", "expected"),
    [
        ("zoomkaution", "Zoomkautionen betales.", True),
        ("zoomkautionen", "Der er zoomkautioner.", True),
        ("dashcam", "Se dashcammet i bilen.", True),
        ("Grizbo", "Grizbos plan er god.", True),
        ("Zumtorp", "Zumtorpen betales.", False),
    ],
)
def test_an_unknown_word_is_found_in_its_forms_though_it_stands_there_itself(
    asked: str, other: str, expected: bool
) -> None:
    index = searcher(f"Her nævnes {asked} kort.", other)
    assert sorted(found(index, asked)) == ([1, 2] if expected else [1])


def test_one_error_in_a_word_of_the_dictionary_is_likelier_than_two_in_one_of_the_texts() -> None:
    persons, pensions = "Hver person har ret til hjælp.", "En pension er til alle."
    index = searcher(persons, "En rapport om sikkerhed.")
    assert found(index, "pensjon") == []
    assert (
        index.expander.corrections.near_words("pensjon") == index.tried("pensjon") == ("pension",)
    )
    assert found(searcher(persons, pensions), "pensjon") == [2]
    # Nothing in the dictionary is nearer to this.
    assert found(index, "sikkerhat") == found(index, "sikerhet") == [2]
    assert index.tried("sikerhet") == ()
    # What begins with a capital may be a name.
    assert found(searcher("Det siger Pensjova."), "Pensjov") == [1]


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


@pytest.mark.parametrize(("query", "how"), [("20 pct.", "exact"), ("20 procent", "inflection")])
def test_an_amount_is_exact_as_it_was_typed(query: str, how: str) -> None:
    (item,) = searcher("Andelen er 20 pct.").search(query, Filters()).scored
    assert max(item.found, key=lambda found: (found.group == 0, found.weight)).how == how


@pytest.mark.parametrize(
    ("query", "text"),
    [("capacity", "Kapaciteten er stor."), ("ecosystems", "Økosystemet er sundt.")],
)
def test_an_english_word_finds_the_danish_one_that_it_is(query: str, text: str) -> None:
    assert found(searcher(text), query) == [1]
