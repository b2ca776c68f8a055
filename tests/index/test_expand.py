"""What may stand for a word of a query, and how rare the word is held to be."""

from __future__ import annotations

from pathlib import Path

import pytest

from strategikort.index.absence.presence import SubjectFinder
from strategikort.index.querying.filters import Filters
from strategikort.index.querying.query import QueryWord
from strategikort.language.thesaurus import Thesaurus
from tests.index.small import ANALYZER, found, searcher


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
     ("færdigheder", "faerdig", False), ("virksomheder", "virksom", False),
     # What has more in front means what it says, unlike the bare words.
     ("godkendelse", "godkende", True), ("ligestillingen", "ligestille", True),
     ("retfærdighed", "retfaerdig", True), ("indberetninger", "indberette", True),
     ("forretningen", "forrette", False), ("beholdning", "beholde", False),
     ("kriminalpoliti", "kriminalpolitisk", False), ("kendelsen", "kende", False),
     ("fornyelse", "forny", True), ("indfri", "indfrielse", True), ("fri", "frielse", False),
     ("ytring", "ytre", True), ("vielse", "vi", False)],
)  # fmt: skip
def test_what_a_noun_of_action_is_made_of_is_a_verb(
    word: str, relative: str, expected: bool
) -> None:
    assert (relative in ANALYZER.family(word)) == expected


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


def test_a_form_answers_only_lemmas_of_its_own() -> None:
    """»let« may be a form of »lette«, »lettere« may not."""
    index = searcher("Kan hun let det?", "Her er lettere.", "De letter nu.", "Vejret i dag.")
    assert sorted(found(index, "lettede")) == [1, 3]


def test_a_word_of_the_dictionary_is_not_another_typed_plainly() -> None:
    """»vare« may be »være« without its letters, but is a word of its own."""
    index = searcher("Det er en måde.", "Der er mange varer.", "Vejret i dag.")
    assert found(index, "made") == [1]  # no word
    assert found(index, "vare") == [2]
    plain = searcher("Det skal være nu.", "Der er mange varer.", "Det er en vægt.")
    assert found(plain, "vare") == [2]


def test_a_word_that_is_its_own_lemma_is_no_genitive() -> None:
    assert found(searcher("Den 1. maj er fri.", "Vejret i dag."), "majs") == []
    assert found(searcher("Den 1. maj er fri.", "Vejret i dag."), "maj") == [1]
    assert found(searcher("Det kan vi godt forstå.", "Vejret i dag."), "forstås") == [1]


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


def test_a_word_is_no_misspelling_of_what_it_is_a_form_of() -> None:
    corrections = searcher("En rapport om sikkerhed.").expander.corrections
    assert corrections.near_words("klimaflygtninge") == ()
    assert corrections.near_words("klimaflygtnig") == ("klimaflygtning",)


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
