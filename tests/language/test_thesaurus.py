"""Synonyms, abbreviations and English terms; the program's own and a user's."""

from __future__ import annotations

from functools import cache
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategikort.errors import StrategikortError
from strategikort.language.lexicon import Lexicon
from strategikort.language.stopwords import is_stop_word
from strategikort.language.thesaurus import Alternatives, Thesaurus
from strategikort.language.thesaurus_compile import SOURCES, compile_thesaurus
from strategikort.language.thesaurus_entries import (
    THESAURUS_FILE,
    Group,
    Term,
    pack,
    unpack,
)
from strategikort.language.thesaurus_file import LoadedEntries, read_thesaurus
from strategikort.language.thesaurus_keys import keys_of, term_key, term_keys, word_keys
from strategikort.language.tokens import tokenize

THESAURUS = Thesaurus.load()
LEXICON = Lexicon.open()


def expand(query: str, thesaurus: Thesaurus = THESAURUS) -> list[Alternatives]:
    return thesaurus.expand([token.text for token in tokenize(query)])


@cache  # Many words of the YAML stand in several groups.
def terms(query: str, relation: str = "") -> set[str]:
    found = [one for one in expand(query) if relation in ("", one.relation)]
    return {term for one in found for term in one.terms}


@cache
def looked_up(text: str, *, english: bool = False) -> set[str]:
    """Return every key under which the words of ``text`` are looked up.

    If it is ``english``, so are the English forms that its Danish words are as well.
    """
    words = [token.text for token in tokenize(text)]
    content = [word for word in words if not is_stop_word(word)]
    return {
        " ".join(keys)
        for some in (words, content)
        for keys in product(
            *(
                [key for key, kinds in word_keys(word, LEXICON).items() if kinds or english]
                for word in some
            )
        )
    }


@cache  # Two tests go through them, and both only look.
def groups_of(source: Path) -> list[Group]:
    return read_thesaurus(source)


def test_a_phrase_is_taken_apart_unless_another_way_to_say_it_is_known() -> None:
    whole = Group((Term("s", "rød bil"), Term("s", "gammel Ford"), Term("r", "garage")), 0.6)
    part = Group((Term("s", "bil"), Term("s", "automobil")), 0.6)
    thesaurus = Thesaurus([LoadedEntries([whole, part], LEXICON)], LEXICON)
    words = ("rød", "bil")

    def said(*known: str) -> set[str]:
        return {term for one in thesaurus.expand(words, known.__contains__) for term in one.terms}

    assert said("gammel Ford") == {"gammel Ford", "garage"}
    assert said() == said("garage") == {"gammel Ford", "garage", "automobil"}


@pytest.mark.parametrize("query", ("klima krise", "computer angreb", "eksport kontrol"))
def test_a_compound_that_was_typed_apart_is_looked_up_as_one(query: str) -> None:
    whole = query.replace(" ", "")
    assert terms(whole) & terms(query)
    assert whole in terms(query)
    apart = {term for one in THESAURUS.expand(query.split(), apart=False) for term in one.terms}
    assert whole not in apart


def test_the_last_letter_of_an_abbreviation_is_no_genitive() -> None:
    assert "Den Europæiske Union" in terms("EUs")
    assert "EØS" in terms("EEA")
    assert "EØS" not in terms("EEAS")


def test_a_name_that_ends_in_s_is_no_genitive() -> None:
    assert "lokal afledning af regnvand" in terms("LAR")
    assert not terms("Lars")
    assert not terms("Mads")
    assert "Frankrig" in terms("Paris")


def test_compiled_file_is_in_step_with_the_yaml(tmp_path: Path) -> None:
    compile_thesaurus(SOURCES, tmp_path / "new.bin")
    assert (tmp_path / "new.bin").read_bytes() == THESAURUS_FILE.read_bytes(), (
        "run python -m strategikort.language.thesaurus_compile"
    )


def test_every_file_of_the_programs_thesaurus_is_compiled() -> None:
    assert [path.name for path in SOURCES] == [
        "tesaurus-almen.yaml",
        "tesaurus-digitalt.yaml",
        "tesaurus-emner.yaml",
        "tesaurus-engelsk-almen.yaml",
        "tesaurus-engelsk.yaml",
        "tesaurus-felter.yaml",
        "tesaurus-forvaltning.yaml",
        "tesaurus-miljoe.yaml",
        "tesaurus-navne.yaml",
        "tesaurus-oekonomi.yaml",
        "tesaurus-ret.yaml",
        "tesaurus-socialt.yaml",
        "tesaurus-velfaerd.yaml",
        "tesaurus-vendinger.yaml",
        "tesaurus.yaml",
    ]
    assert {"reducere", "mindske"} <= terms("nedbringe")
    assert "pipeline" in terms("rørledning")


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.name)
def test_every_term_of_the_yaml_finds_its_group(source: Path) -> None:
    groups = groups_of(source)
    assert len(groups) >= 600
    for group in groups:
        keys = {term: set(keys_of(term, LEXICON)) for term in group.terms}
        for term in group.terms:
            # Narrower words lead nowhere, related ones to what the group itself means.
            kinds = {"n": "", "r": "sae"}.get(term.kind, "saenr")
            others = {
                one.text
                for one in group.terms
                if not keys[one] & looked_up(term.text, english=one.kind == "e")
            }
            wanted = {one.text for one in group.terms if one.kind in kinds} & others
            # An English word may be the Danish one in another spelling (organization).
            assert others or {one.kind for one in group.terms} == {"s", "e"}, (
                f"{term.text}: to the look-up all the group is one term"
            )
            assert wanted <= terms(term.text), term.text


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.name)
def test_the_yaml_says_nothing_twice(source: Path) -> None:
    told: set[frozenset[str]] = set()
    for group in groups_of(source):
        own = frozenset(f"{term.kind}{term.text}" for term in group.terms)
        assert own not in told, sorted(own)
        told.add(own)


@pytest.mark.parametrize(
    ("query", "term", "relation"),
    [
        ("kunstig intelligens", "AI", "abbreviation"),
        ("AI", "kunstig intelligens", "abbreviation"),
        ("den kunstige intelligens", "AI", "abbreviation"),
        ("Kunstig Intelligens’", "artificial intelligence", "english"),
        ("verdensmålene", "SDG", "abbreviation"),
        ("FN's mål for bæredygtig udvikling", "SDG", "abbreviation"),
        ("halvlederne", "semiconductor", "english"),
        ("halvlederne", "mikrochip", "synonym"),
        ("semiconductors", "halvleder", "english"),
        ("start-ups", "startup", "synonym"),
        ("UN", "De Forenede Nationer", "abbreviation"),
        ("de forenede nationer", "FN", "abbreviation"),
        ("UM", "Udenrigsministeriet", "abbreviation"),
        ("udenrigsministeriets", "UM", "abbreviation"),
        ("reducerer", "mindske", "synonym"),
        ("oekonomisk vaekst", "economic growth", "english"),
        ("modstandsdygtighed", "resilience", "english"),
        ("menneskerettighederne", "human rights", "english"),
        ("Germany", "Tyskland", "english"),
        ("IS", "Islamisk Stat", "abbreviation"),
        ("2 %", "procent", "abbreviation"),
        ("bl.a.", "blandt andet", "abbreviation"),
        ("eventuelle", "evt.", "abbreviation"),
        ("dr. Hansen", "doktor", "abbreviation"),
        ("i forbindelse med valget", "ifm.", "abbreviation"),
        ("ulandsbistand", "udviklingssamarbejde", "synonym"),
        ("stoppe aftalen", "opsigelse af aftalen", "synonym"),
        ("backup", "sikkerhedskopi", "synonym"),
        ("arbejder tæt sammen", "samarbejde", "synonym"),
        ("få mere at sige", "indflydelse", "synonym"),
        ("militærmanøvrer", "øvelse", "related"),
        ("madpriserne", "fødevarepriser", "synonym"),
        ("ulandshjælp", "udviklingspolitik", "related"),
        ("enevælden", "autokratisk", "related"),
        ("bytte erfaringer", "erfaringsudveksling", "synonym"),
        ("demonstrationsret", "forsamlingsfrihed", "synonym"),
        ("public opinion", "opinion", "english"),
        ("tomme hylder", "forsyningskrise", "synonym"),
        ("kernevåben", "atomvåben", "synonym"),
        ("udgifter til forsvaret", "forsvarsudgifter", "synonym"),
        ("udgifter forsvar", "forsvarsudgifter", "synonym"),
        ("fossile brændsler", "kul", "narrower"),
        ("NGO'erne", "civilsamfund", "related"),
        ("hustruvold", "vold i nære relationer", "synonym"),
        ("klagen over SANST", "Skatteankestyrelsen", "abbreviation"),
        ("DØR", "De Økonomiske Råd", "abbreviation"),
        ("civilsamfundet", "NGO", "related"),
        ("stole på nogen", "tillid", "related"),
        ("beder om hjælp", "anmode om", "synonym"),
        ("skaffede vaccinerne", "tilvejebringe", "synonym"),
    ],
)
def test_expansions(query: str, term: str, relation: str) -> None:
    assert term in terms(query, relation)


@pytest.mark.parametrize("query", ["is", "who", "us", "fes", "xyzzy", "", "og", "på den"])
def test_words_that_must_not_be_expanded(query: str) -> None:
    assert expand(query) == []


def test_longest_term_wins_and_places_are_those_of_the_query() -> None:
    found = expand("hvad gør vi ved kunstig intelligens nu")
    assert {(one.start, one.end) for one in found if "AI" in one.terms} == {(4, 6)}
    assert all(one.end <= 4 or (one.start, one.end) == (4, 6) for one in found)


def test_the_surest_relation_comes_first() -> None:
    weights = [one.weight for one in expand("verdensmål")]
    assert weights == sorted(weights, reverse=True)
    assert all(0 < weight <= 1 for weight in weights)


USER = """
- emne: Vores egne ord
  grupper:
    - {ord: [grøn gas, biogas], forkortelser: [GGX], vaegt: 0.9}
    - {ord: [hestevogn], snaevrere: [lastpram, NO]}
    - {ord: [snekkefart, sejle ud], vendinger: [padle kano, svuppe], vaegt: 0.5}
    - {ord: [zappelin, kaj ved havn], beslaegtede: [drivanker, zoneplan], snaevrere: [lilleskib]}
"""


@pytest.fixture
def own(tmp_path: Path) -> Thesaurus:
    path = tmp_path / "egen.yaml"
    path.write_text(USER, encoding="utf-8")
    return Thesaurus.load(path)


def test_own_file_is_read_beside_the_programs(own: Thesaurus) -> None:
    assert Alternatives(0, 2, ("biogas",), "synonym", 0.9) in expand("grønne gasser", own)
    assert Alternatives(0, 1, ("grøn gas", "biogas"), "abbreviation", 0.9) in expand("ggx", own)
    assert expand("halvleder", own) == expand("halvleder")


def test_narrower_words_are_found_from_the_broader_only(own: Thesaurus) -> None:
    assert expand("hestevognene", own) == [Alternatives(0, 1, ("lastpram", "NO"), "narrower", 0.3)]
    assert expand("lastpram", own) == []


def test_idioms_lead_to_the_other_words_and_are_never_found(own: Thesaurus) -> None:
    others = Alternatives(0, 2, ("snekkefart", "sejle ud"), "synonym", 0.5)
    assert others in expand("padler kanoen", own)
    assert others._replace(end=1) in expand("svupper", own)
    assert "padle kano" not in {term for one in expand("snekkefart", own) for term in one.terms}


@pytest.mark.parametrize(
    ("people", "country"),
    [("kineserne", "Kina"), ("inderne", "Indien"), ("vietnameserne", "Vietnam")],
)
def test_a_people_leads_to_its_country_and_never_back(people: str, country: str) -> None:
    assert any(country in one.terms and one.weight == 0.5 for one in expand(people))
    for one in expand(country):
        assert one.relation == "related" or not {people, people[:-3], people[:-2]} & {*one.terms}


@pytest.mark.parametrize(
    ("capital", "country"),
    [("Kyiv", "Ukraine"), ("Warszawa", "Polen"), ("Addis Abeba", "Etiopien"), ("Peking", "Kina")],
)
def test_a_capital_leads_to_its_country_and_never_back(capital: str, country: str) -> None:
    assert any(country in one.terms and one.weight == 0.5 for one in expand(capital))
    assert not any(capital in one.terms and one.weight >= 0.5 for one in expand(country))


def test_a_verb_of_a_term_is_found_that_looks_like_another_word() -> None:
    assert "have tillid til" in terms("stoler på")
    assert "have tillid til" in terms("stole på")


def test_related_words_are_found_both_ways_but_not_from_each_other(own: Thesaurus) -> None:
    related = Alternatives(0, 1, ("drivanker", "zoneplan"), "related", 0.3)
    assert related in expand("zappelin", own)
    assert expand("drivanker", own) == [
        Alternatives(0, 1, ("zappelin", "kaj ved havn"), "related", 0.3)
    ]
    assert expand("lilleskib", own) == []


@pytest.mark.parametrize("query", ["kaj ved havn", "kaj havn", "kajer ved havnene"])
def test_phrases_are_found_with_and_without_their_function_words(
    own: Thesaurus, query: str
) -> None:
    assert "zappelin" in {term for one in expand(query, own) for term in one.terms}


def test_a_phrase_with_one_content_word_is_not_that_word() -> None:
    assert term_keys("det offentlige", LEXICON) == (term_key("det offentlige", LEXICON),)


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("- emne: x\n", 1, "mangler feltet »grupper«"),
        ("ord: [a, b]\n", 1, "liste af emner"),
        ("- grupper:\n    - {ord: [a, b]}\n    - {ordd: [a, b]}\n", 3, "ukendt felt »ordd«"),
        ("- grupper:\n    - {ord: [a]}\n", 2, "mindst to ord"),
        ("- grupper:\n    - {ord: [a, A]}\n", 2, "»a« står to gange"),
        ("- grupper:\n    - ord: [a, b]\n      ord: [c]\n", 3, "»ord« står to gange"),
        ("- grupper:\n    - ord: [a, b]\n      vaegt: 7\n", 3, "»vaegt« skal være"),
        ("- grupper:\n    - ord: [a, {b: c}]\n", 2, "et ord eller et udtryk"),
        ("- grupper:\n    - ord: a\n", 2, "liste af ord"),
        ("- bare et ord\n", 1, "et emne med feltet »grupper«"),
        ("- grupper:\n    - {ord: [a, b]}\n    - c\n", 3, "en gruppe med ord"),
        ("- grupper:\n    - ord: [a, b]\n      vaegt: meget\n", 3, "»vaegt« skal være"),
        ("- grupper: [\n", 2, "ikke gyldig YAML"),
        ("- grupper: *x\n", 1, "ikke gyldig YAML"),
    ],
)
def test_mistakes_are_told_with_file_and_line(
    tmp_path: Path, text: str, line: int, message: str
) -> None:
    path = tmp_path / "egen.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(StrategikortError) as caught:
        read_thesaurus(path)
    assert f"egen.yaml, linje {line}: " in caught.value.message
    assert message in caught.value.message
    assert caught.value.hint


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(StrategikortError, match="kan ikke læses"):
        read_thesaurus(tmp_path / "mangler.yaml")
    (tmp_path / "latin.yaml").write_bytes("- grupper:\n  - ord: [å]".encode("latin-1"))
    with pytest.raises(StrategikortError, match="linje 2: teksten er ikke UTF-8"):
        read_thesaurus(tmp_path / "latin.yaml")
    (tmp_path / "stor.yaml").write_bytes(b"#" * 2_000_001)
    with pytest.raises(StrategikortError, match=r"stor\.yaml: filen er større end 2 MB"):
        read_thesaurus(tmp_path / "stor.yaml")
    (tmp_path / "tom.yaml").write_text("# intet\n", encoding="utf-8")
    assert read_thesaurus(tmp_path / "tom.yaml") == []


WORD = st.text(alphabet="abcæøå ", min_size=1, max_size=8).map(str.strip).filter(bool)


@given(st.lists(st.tuples(st.sampled_from("siaenr"), WORD), min_size=2, max_size=5))
def test_packed_groups_come_back(items: list[tuple[str, str]]) -> None:
    group = Group(tuple(Term(kind, text) for kind, text in items), 0.25)
    assert unpack(pack(group)) == group


@given(st.lists(st.text(max_size=12), max_size=6))
def test_any_words_can_be_expanded(words: list[str]) -> None:
    for one in THESAURUS.expand(words):
        assert 0 <= one.start < one.end <= len(words)
        assert one.terms


def test_an_english_ending_leads_to_english_words_only(own: Thesaurus) -> None:
    assert expand("zappelined", own) == []
    assert expand("rejected", own) == expand("reject", own)


def test_an_english_word_leads_to_what_else_its_danish_word_is_called(tmp_path: Path) -> None:
    path = tmp_path / "egen.yaml"
    path.write_text(
        "- grupper:\n"
        "    - {ord: [hestevogn], engelsk: [zarriage]}\n"
        "    - {ord: [hestevogn, stadsvogn], forkortelser: [HVX], beslaegtede: [drivanker]}\n"
        "    - {ord: [stadsvogn, paradevogn]}\n",
        encoding="utf-8",
    )
    thesaurus = Thesaurus.load(path)
    assert expand("zarriage", thesaurus) == [
        Alternatives(0, 1, ("hestevogn",), "english", 0.8),
        # One group further and no more, and only words that mean the same.
        Alternatives(0, 1, ("stadsvogn",), "synonym", 0.8 * 0.6),
    ]


@pytest.mark.parametrize(
    ("word", "before", "meant"),
    [
        ("persidency", "", ["presidency"]),
        ("spech", "hate", ["speech"]),
        ("spech", "", []),  # too short to tell by itself
        ("Securty", "UN", ["security"]),
        ("Securty", "", []),  # may be a name
        ("chains", "", []),  # of a term as it stands
        ("gdansk", "", []),  # no other word with another first letter
    ],
)
def test_a_misspelt_word_of_a_term(word: str, before: str, meant: list[str]) -> None:
    assert Thesaurus.load().near(word, before) == meant
