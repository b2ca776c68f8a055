"""Shared themes against the pairs that careful reading gives."""

from __future__ import annotations

import csv
import math
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategikort.library import Collection
from strategikort.links.ceilings import Ceilings
from strategikort.links.features import Features, own_titles, theme_rules
from strategikort.links.model import StrategyMap
from strategikort.links.network import build_map
from strategikort.links.standing import Standing
from strategikort.links.themes import Bags
from strategikort.model import Section
from strategikort.text.aligned import AlignedText
from tests.links.test_facts import Shelf

PAIRS = Path(__file__).with_name("themes.tsv")


def test_sentences_with_the_same_words_weigh_the_same() -> None:
    """0.3 + 0.2 + 0.1 is less than 0.1 + 0.2 + 0.3 before Python 3.12 and not after."""
    text = "Her er gris og ko og hest. Her er hest og ko og gris."
    standing = Standing("", text, Features({}))
    spans = standing.telling({"hest": 0.1, "ko": 0.2, "gris": 0.3})
    assert [text[start:end] for start, end in spans] == ["gris", "ko", "hest"]
    assert max(end for _, end in spans) < 27


def test_words_are_shown_where_most_of_them_stand() -> None:
    text = "Her er en gris. Her er hest og ko. Og en ko. Endelig en gris og en ko."
    standing = Standing("Gris", text, Features({}))
    shown = standing.telling({"hest": 0.4, "ko": 0.3, "gris": 0.2})
    assert [(start, text[start:end]) for start, end in shown] == [
        (23, "hest"),
        (31, "ko"),
        (56, "gris"),
        (67, "ko"),
    ]


def test_what_says_nearly_the_same_stands_for_a_word_that_a_text_has_not() -> None:
    text = "Sygehuset er nyt, og sygehusene er gode."
    standing = Standing("Et hospital", text, Features({}))
    assert standing.spans({"hospital"}) == [(0, 9), (21, 31)]
    assert standing.spans({"hospital", "sygehus"}) == [(0, 9), (21, 31)]
    assert standing.forms({"hospital"}) == {"hospital": ("hospital",)}
    assert standing.forms({"klinik", "sygehus"}) == {"sygehus": ("Sygehuset", "sygehusene")}


@given(
    st.lists(
        st.dictionaries(st.sampled_from("abcdefgh"), st.floats(0, 1), max_size=6), max_size=90
    ),
    st.dictionaries(st.sampled_from("abcdefghi"), st.floats(0, 1), max_size=8),
    st.floats(0, 1),
)
def test_no_bag_is_alike_that_is_not_looked_at(
    bags: list[dict[str, float]], asked: dict[str, float], least: float
) -> None:
    bags, (asked,) = [_of_length_one(bag) for bag in bags], [_of_length_one(asked)]
    found = list(Ceilings(bags).reaching(asked, least))
    for at, bag in enumerate(bags):
        product = sum(weight * asked.get(feature, 0) for feature, weight in bag.items())
        if at in found:
            assert bag.keys() & asked.keys()
            assert product >= least - 0.01
        else:
            assert product < least or not bag.keys() & asked.keys()


def _of_length_one(bag: dict[str, float]) -> dict[str, float]:
    length = math.hypot(*bag.values()) or 1
    return {feature: weight / length for feature, weight in bag.items()}


@pytest.fixture(scope="module")
def network(collection: Collection) -> StrategyMap:
    return build_map(collection)


@pytest.fixture(scope="module")
def ranked(network: StrategyMap) -> dict[str, list[str]]:
    found: dict[str, list[tuple[float, str]]] = {}
    for link in network.links:
        if link.kind == "tema":
            found.setdefault(link.source, []).append((link.weight, link.target))
            found.setdefault(link.target, []).append((link.weight, link.source))
    return {
        name: [other for _, other in sorted(items, reverse=True)] for name, items in found.items()
    }


def truth() -> dict[str, set[str]]:
    pairs: dict[str, set[str]] = {}
    with PAIRS.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            pairs.setdefault(row["focus"], set()).add(row["section"])
    return pairs


def test_pairs_name_sections(collection: Collection) -> None:
    for focus, sections in truth().items():
        assert len(collection.get([focus, *sections])) == len(sections) + 1


def test_precision_and_recall(ranked: dict[str, list[str]]) -> None:
    right = drawn = wanted = first = firsts = 0
    for focus, sections in truth().items():
        found = ranked.get(focus, [])
        right += sum(section in sections for section in found)
        drawn += len(found)
        wanted += len(sections)
        first += sum(section in sections for section in found[:3])
        firsts += len(found[:3])
    assert right / drawn >= 0.6
    assert right / wanted >= 0.5
    assert first / firsts >= 0.8


def test_documents_about_something_else_change_little() -> None:
    """Words of the field were worth more, and everything in it more alike, beside others."""
    common = ("digital forvaltning", "offentlig service")
    field = [
        _section(f"{document}/{at}", f"{common[at % 2]} plan{at}{document} mål{at // 2}")
        for document in "ab"
        for at in range(150)
    ]
    others = [_section(f"o{at // 20}/{at}", f"sygehus nummer{at}") for at in range(1500)]
    alone, beside = (Bags(found).likeness("a/1") for found in (field, [*field, *others]))
    for found in (alone, beside):
        assert found["b/5"] < theme_rules().least < found["b/1"]  # b/1: what only the two have


def _section(name: str, text: str) -> Section:
    whole = AlignedText.cut(text, 0, len(text))
    return Section(name, name.split("/")[0], "afsnit", None, "", whole, ())


def test_every_focus_has_a_theme(ranked: dict[str, list[str]]) -> None:
    assert set(truth()) <= set(ranked)


def test_words_explain_the_link(network: StrategyMap, collection: Collection) -> None:
    themes = [link for link in network.links if link.kind == "tema"]
    for link in themes:
        assert link.words
        assert sum(word.weight for word in link.words) <= 1.01
        source, target = collection.get([link.source, link.target])
        for word in link.words:
            assert all(form in f"{source.title}\n{source.text.text}" for form in word.source)
            assert all(form in f"{target.title}\n{target.text.text}" for form in word.target)


def test_the_same_map_every_time(network: StrategyMap, collection: Collection) -> None:
    assert build_map(collection) == network


def test_the_words_of_the_index_say_what_an_analysis_says(collection: Collection) -> None:
    sections = list(collection.sections())
    indexed, analysed = Bags(sections, collection.words()), Bags(sections)
    for focus in truth():
        alike = indexed.likeness(focus)
        assert alike == analysed.likeness(focus)
        other = max(alike, key=alike.__getitem__)
        assert indexed.shared(focus, other, 8) == analysed.shared(focus, other, 8)


def test_no_word_of_the_texts_is_analysed_anew(
    collection: Collection, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two thirds of the time of the map went to that."""
    met: list[str] = []
    monkeypatch.setattr(Features, "_analysed", lambda _, word: met.append(word) or (word, ()))
    Bags(collection.sections(), collection.words())
    assert met == []


def test_a_place_in_common_is_no_theme() -> None:
    """Whatever one council wrote hung together by the name of its town."""
    council = {
        "x/1": "Varmepumper skal afløse oliefyr i Aarhus Kommune, og fjernvarmen når ud til Viby.",
        "x/2": "Flere lærere skal hjælpe eleverne i Aarhus Kommune, og skolen får nyt tag i Ry.",
        "y/1": "Børn og voksne låner bøger i Aarhus Kommune, og biblioteket i Viby får scene.",
        "y/2": "Oliefyr og gas er fortid: I Odense Kommune får husene fjernvarme og varmepumper.",
        "y/3": "Skovene ved Odense skal stå urørt, så spætter og biller kan leve i døde træer.",
    }
    bags = Bags(_section(name, text) for name, text in council.items())
    assert bags.likeness("x/1")["y/1"] > theme_rules().least
    assert [theme.section for theme in bags.themes(_section("x/1", ""), lambda _: True, 9)] == [
        "y/2"
    ]


@pytest.mark.parametrize(
    ("text", "local"),
    [
        ("Planen gælder i Grejsdalen, hvor der er vand.", True),
        ("Zanzibarstien er kort.", True),  # a word that nobody knows
        ("Planen gælder i Ukraine, hvor der er krig.", False),
        ("Planen gælder i NATO, hvor der er lande.", False),
        ("Planen gælder en Plan, hvor der er en plan.", False),
        ("Klimaplanen er kort.", False),
    ],
)
def test_local_names(text: str, local: bool) -> None:
    features = Features({})
    features.counts(_section("a/1", text))
    keys = {key for word in re.findall(r"\b[A-ZÆØÅ]\w+", text) for key, _ in features.of_word(word)}
    assert any(features.is_local_name(key) for key in keys) is local


NEAREST = Path(__file__).with_name("nearest.tsv")


def test_the_nearest_sections_of_other_documents(collection: Collection) -> None:
    """Sections that a reader may ask about, with those of other documents that say the same."""
    right = drawn = 0
    for line in NEAREST.read_text(encoding="utf-8").splitlines():
        focus, same = line.split("\t")
        document = focus.partition("/")[0]
        links = collection.links(focus, kinds=["tema"])
        ends = [
            link.target if link.source == focus else link.source
            for link in sorted(links, key=lambda link: -link.weight)
            if focus in (link.source, link.target)
        ]
        others = [name for name in ends if name.partition("/")[0] != document][:3]
        right += sum(name in same.split() for name in others)
        drawn += len(others)
    assert right >= 78
    assert right / drawn >= 0.75


@pytest.mark.parametrize("front", ["Nordby Kommune, januar 2024", "Nordby Kommune"])
def test_a_front_page_is_no_theme(front: str) -> None:
    shelf = Shelf(
        f"# Trafikplan for Nordby\n\n{front}\n\n## Cykler\n\nFlere skal cykle.\n",
        "# Brev\n\n## Om trafik\n\nTrafikplan for Nordby har intet om trafik ved skolen.\n",
    )
    sections = shelf.sections
    focus = next(item for item in sections.values() if item.title == "Om trafik")
    themes = Bags(sections.values()).themes(focus, lambda section: section.document != "b", 3)
    assert "Trafikplan for Nordby" not in {sections[theme.section].title for theme in themes}


def test_numbers_are_no_theme() -> None:
    """»Rådet mødes otte gange« was about the same as »otte skoler«."""
    features = Features({})
    for word in ("otte", "tredje", "halvdelen", "femtedel", "toogtyve"):
        assert features.of_word(word) == ()
    assert all(features.of_word(word) for word in ("bydel", "fordel", "tier"))


def test_what_a_document_puts_before_its_titles_is_its_form() -> None:
    titles = ["Indsats 1: Skoler", "Indsats 2: Veje", "Mål | Støj", "Mål | Lys", "Havn: Kajer"]
    sections = [
        _section(f"a/{at}", "Her.")._replace(title=title) for at, title in enumerate(titles)
    ]
    assert [*own_titles(sections).values()] == ["Skoler", "Veje", "Støj", "Lys", "Havn Kajer"]
