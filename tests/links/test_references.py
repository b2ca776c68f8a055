"""Links that the documents make themselves."""

from __future__ import annotations

import pytest

from strategikort.library import Collection
from strategikort.links.evidence import EvidenceRoom
from strategikort.links.mentions import names_in
from strategikort.links.model import Link, StrategyMap
from strategikort.links.names import Names, known_names
from strategikort.links.network import build_map
from strategikort.links.references import ReferenceFinder
from strategikort.links.titles import Titles
from strategikort.model import Document
from strategikort.text.aligned import AlignedText
from tests.links.test_facts import Shelf

EXPECTED = [
    ("henvisning", "uss/5.6", "tech/indledning", "strategi for tech-diplomati"),
    (
        "henvisning",
        "tech/prioriteter/10/faktabokse/2",
        "rk/titelblad",
        "rådskonklusioner i juli 2022",
    ),
    ("henvisning", "rk/6/9", "rk/fodnoter/1", "cyberposition"),
    ("dokument", "rk/2", "rk/22", "Rådets konklusioner fra november 2020"),
    ("initiativ", "tech/prioriteter/11", "rk/10", "Global Digital Compact"),
    ("initiativ", "tech/prioriteter/10/faktabokse/2", "rk/24", "EU-kontor i San Francisco"),
    ("initiativ", "tech/prioriteter/11", "rk/6/10", "Christchurch Calls"),
    ("initiativ", "uss/4.2", "rk/13", "Global Gateway"),
    ("initiativ", "tech/prioriteter/10", "rk/11", "Handels- og Teknologirådet"),
    ("initiativ", "uss/4.7", "partnerskaber/indledning", "strategiske partnerskaber"),
    ("navn", "uss/4.3", "partnerskaber/japan", "Japan"),
    ("navn", "uss/4.3", "partnerskaber/vietnam", "Vietnam"),
    ("navn", "uss/4.4", "partnerskaber/kina", "Kina"),
]


@pytest.fixture(scope="module")
def network(collection: Collection) -> StrategyMap:
    return build_map(collection, kinds=["henvisning", "dokument", "initiativ", "navn"])


def between(network: StrategyMap, kind: str, one: str, other: str) -> Link | None:
    for link in network.links:
        if link.kind == kind and {link.source, link.target} == {one, other}:
            return link
    return None


@pytest.mark.parametrize(("kind", "one", "other", "words"), EXPECTED)
def test_links_that_a_reader_finds(
    network: StrategyMap, kind: str, one: str, other: str, words: str
) -> None:
    link = between(network, kind, one, other)
    assert link is not None
    assert words in {evidence.text for evidence in link.evidence}


@pytest.mark.parametrize(
    ("text", "named"),
    [("Se (EU’s Digitale diplomati: RÅDETS konklusioner).", ["rk"]),
     ("Både udenrigs- og sikkerhedspolitisk strategi og »EU's digitale diplomati: Rådets "
      "konklusioner«.", ["rk", "uss"]),
     ("EU's digitale diplomati er nyt, og Rådets konklusioner står fast.", []),
     ("En udenrigs- og sikkerhedspolitisk strategiproces.", [])],
)  # fmt: skip
def test_a_title_is_known_whole_and_however_it_is_written(
    collection: Collection, text: str, named: list[str]
) -> None:
    sections = {section.id: section for section in collection.sections()}
    room = EvidenceRoom(collection)
    section = sections["partnerskaber/indledning"]
    sections[section.id] = section._replace(
        text=AlignedText.cut(text, 0, len(text)), pieces=(), footnotes=()
    )
    finder = ReferenceFinder(collection.documents, sections, {}, known_names(), room)
    found = [link.target for link in finder.find() if link.source == section.id]
    assert sorted(name.split("/")[0] for name in found) == named


@pytest.mark.parametrize(
    ("text", "named"),
    [("Der er børn og unge, som ikke trives.", False),
     ("Børn og unge trives ikke.", False),
     ("Læs mere i »Børn og unge«.", True),
     ("Det fremgår af Børn og unge fra 2022.", True)],
)  # fmt: skip
def test_a_title_that_is_an_ordinary_phrase(text: str, named: bool) -> None:
    shelf = Shelf(f"# Tid\n\n{text}\n", "# Børn og unge\n\nDet går godt.\n")
    titles = Titles(
        [Document(name, title, title, "", "", "", "", "", 0, 0)
         for name, title in (("a", "Tid"), ("b", "Børn og unge"))],
        3, 5, ["strategi"],
    )  # fmt: skip
    (section,) = (item for item in shelf.sections.values() if item.document == "a")
    found = titles.named(section.text.text, "a")
    assert [document.id for document, _ in found] == (["b"] if named else [])


@pytest.mark.parametrize(
    ("heading", "text", "linked"),
    [
        ("Tid", "I Finland er det prøvet.", False),
        ("Finland", "I Finland er det prøvet.", True),
        ("Tid", "I Finland og Kenya er det prøvet.", True),
        ("Tid", "WTO og Finland har prøvet det.", False),
        ("Tid", "I OSCE er det prøvet.", True),
    ],
)
def test_a_country_that_is_only_mentioned_draws_no_link(
    heading: str, text: str, linked: bool
) -> None:
    shelf = Shelf(f"# {heading}\n\n{text}\n", "# Sted\n\nFinland, Kenya og OSCE er med.\n")
    names = known_names()
    inside = names_in(shelf.sections.values(), (), names)
    finder = ReferenceFinder((), shelf.sections, inside, names, EvidenceRoom(shelf))
    assert bool([link for link in finder.find() if link.kind == "navn"]) == linked


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Irak, Polens regering og de græske øer", ["irak", "polen", "graekenland"]),
        ("Den Demokratiske Republik Congo og Saudi-Arabien", ["congo", "saudi-arabien"]),
        ("Olivenolie fra omkring oman og niger", []),
    ],
)
def test_countries_that_the_five_documents_do_not_name(text: str, named: list[str]) -> None:
    assert [mention.name for mention in known_names().find(text)] == named


def test_every_quoted_word_stands_there(network: StrategyMap, collection: Collection) -> None:
    sections = {section.id: section for section in collection.sections()}
    for link in network.links:
        assert {evidence.section for evidence in link.evidence} <= {link.source, link.target}
        for evidence in link.evidence:
            section = sections[evidence.section]
            raw = collection.source(section.document).text
            if evidence.start < 0:
                assert evidence.text == section.title
                continue
            assert section.text.text[evidence.start : evidence.end] == evidence.text
            cut = "".join(raw[start:end] for start, end in evidence.place.chars)
            for letter in filter(str.isalnum, evidence.text):
                assert letter in cut


def test_common_names_draw_no_links(network: StrategyMap) -> None:
    assert not any(link.label in {"Danmark", "EU", "NATO"} for link in network.links)


def test_items_of_a_list_are_not_linked_one_by_one(network: StrategyMap) -> None:
    held = [
        link
        for link in network.links
        if link.kind == "initiativ"
        and link.source == "uss/4.7"
        and link.target != "partnerskaber/indledning"
    ]
    assert held == []


def test_different_words_for_the_same_are_said_to_be_so(network: StrategyMap) -> None:
    link = between(network, "initiativ", "tech/resultater", "rk/24")
    assert link is not None
    assert "navnelisten" in link.note


def test_a_title_that_is_supplied_is_said_to_be_so(network: StrategyMap) -> None:
    link = between(network, "henvisning", "uss/5.6", "tech/indledning")
    assert link is not None
    assert link.note


@pytest.fixture(scope="module")
def names() -> Names:
    return known_names()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Danmarks og NATO’s interesser", ["danmark", "nato"]),
        ("den amerikanske præsident", ["usa"]),
        ("i Indonesien, ikke Indien", ["indonesien", "indien"]),
        ("EU-delegation i Silicon Valley", ["eu-kontor-usa"]),
        ("NATO-rammen", ["nato"]),
        ("Kinabark og Japanesisk", []),
        ("Rådets konklusioner fra november 2020", ["raadskonklusioner-2020"]),
        ("Det Europæiske Råd", ["europaeiske-raad"]),
        ("SDG'er", ["verdensmaalene"]),
    ],
)
def test_names_in_a_text(names: Names, text: str, expected: list[str]) -> None:
    assert [mention.name for mention in names.find(text)] == expected
