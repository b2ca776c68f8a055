"""References in English: papers of the EU are quoted in it, and documents are written in it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from strategikort import Collection
from tests.holdings.conftest import Adding, Shelf, named
from tests.readers.lines import FORMS

ACT = """# REGULATION (EU) 2025/777 OF THE EUROPEAN PARLIAMENT AND OF THE COUNCIL

of 12 June 2025 on quantum networks

THE EUROPEAN PARLIAMENT AND THE COUNCIL OF THE EUROPEAN UNION,

Whereas:

(1) Quantum networks are of growing importance for the security of the Union.

(2) Member States have begun to regulate such networks in different ways.

HAVE ADOPTED THIS REGULATION:

## CHAPTER I GENERAL PROVISIONS

### Article 1 Subject matter

This Regulation lays down rules for quantum networks in the Union.

## CHAPTER II OBLIGATIONS

### Article 2 Duties of operators

1. Operators shall keep a register of nodes.

2. Operators shall notify the authority of

(a) any incident affecting keys;

(b) any change of ownership.

3. The authority shall publish a yearly report.

### Article 3 Entry into force

This Regulation shall enter into force on 1 January 2026.

This Regulation shall be binding in its entirety.

## ANNEX I Forms

The form of notification.
"""
PAPER = """# Trust in quantum networks: a survey of citizens

## 1 Introduction

Quantum networks are coming, and few know what they are.

## 2 Theory

### 2.1 Trust

Trust is a belief in others, and in what others have made.

## Appendix A: Questionnaire

The questionnaire had 30 items.
"""
LAW = """# Lov om net

## Kapitel 1

§ 1. Loven gælder for net.

## Kapitel 2

§ 2. Net skal være sikre.

§ 3. Ministeren fører tilsyn.
"""


@pytest.fixture
def english(shelf: Shelf) -> Iterator[Collection]:
    shelf(("qnr.md", ACT, "qnr"), ("tillid.md", PAPER, "tillid"), ("net.md", LAW, "net"))
    with Collection.open() as collection:
        yield collection


def test_what_an_english_act_is_cited_by(english: Collection) -> None:
    asked = {
        "qnr, Article 2": "qnr/artikel-2",
        "qnr, Article 2(2)": "qnr/artikel-2/2",
        "qnr, Art. 2(2)(b)": "qnr/artikel-2/2",
        "qnr, Article 2, paragraph 3": "qnr/artikel-2/3",
        "qnr, Article 2, paragraphs 1 and 2": "qnr/artikel-2/1 qnr/artikel-2/2",
        "qnr, Article 2 paragraphs 1 to 2": "qnr/artikel-2/1 qnr/artikel-2/2",
        "qnr, Article 2 (2) (b)": "qnr/artikel-2/2",
        "point (b) of Article 2(2) of Regulation (EU) 2025/777": "qnr/artikel-2/2",
        "Regulation (EU) No 2025/777, Article 3": "qnr/artikel-3",
        "Regulation 2025/777, recital 2": "qnr/betragtninger/2",
        "see recitals 1 and 2 of qnr": "qnr/betragtninger/1 qnr/betragtninger/2",
        "forordning (EU) 2025/777, artikel 2, stk. 3": "qnr/artikel-2/3",
        "qnr, Articles 2 and 3": "qnr/artikel-2 qnr/artikel-3",
        "qnr, Arts. 1-3": "qnr/artikel-1 qnr/artikel-2 qnr/artikel-3",
        "Annex I to Regulation (EU) 2025/777": "qnr/bilag-i",
        "qnr, annex 1": "qnr/bilag-i",
        "qnr, Chapter 2": "qnr/ii",
        "qnr, kapitel 2": "qnr/ii",
        "second subparagraph of Article 3 of qnr": "qnr/artikel-3",
        # There is none.
        "qnr, Article 9": "",
        "qnr, Article 2(7)": "",
        "qnr, artikel 2(7)": "",
        "qnr, Article 3, fifth subparagraph": "",
        "qnr, Article 1, paragraph 2": "",
        # A paragraph is no chapter, and no article.
        "qnr, paragraph 2": "",
        "tillid, paragraph 2": "",
        # The section of a law, or its chapter?
        "net, section 2": "ambiguous",
        "net, section 3": "net/paragraf-3",
    }
    assert {one: named(english, one) for one in asked} == asked
    second = english.named("qnr, Article 3, second subparagraph").sections[0]
    assert second.text.text == "This Regulation shall be binding in its entirety."
    letter = english.named("qnr, Article 2(2), point (b)").sections[0]
    assert letter.text.text == "(b) any change of ownership."


def test_what_an_english_paper_is_cited_by(english: Collection) -> None:
    asked = {
        "tillid, section 2.1": "tillid/2.1",
        "Trust in quantum networks, sec. 2.1": "tillid/2.1",
        "tillid, section 2.1 Trust": "tillid/2.1",
        "tillid, sections 1 and 2": "tillid/1 tillid/2",
        "tillid, Appendix A": "tillid/bilag-a",
        "tillid, appendix B": "",
        "tillid, 2.1 Theory": "",
    }
    assert {one: named(english, one) for one in asked} == asked


def test_conclusions_are_cited_in_english(english: Collection) -> None:
    asked = {
        "conclusion 12": "rk/12",
        "conclusions 12-14": "rk/12 rk/13 rk/14",
        "11406/22, paragraph 6": "rk/6",
        "paragraphs 6 to 8 of document 11406/22": "rk/6 rk/7 rk/8",
        "rk, paras 3, 5 and 12": "rk/3 rk/5 rk/12",
        "the third indent of paragraph 6 of rk": "rk/6/3",
        "conclusion 6, last indent": "rk/6/15",
        "second and third indents of conclusion 6": "rk/6/2 rk/6/3",
        "rk no. 12": "rk/12",
        "footnote 2": "rk/fodnoter/2",
        "tech, pillar 2, priority 5": "tech/prioriteter/5",
        "conclusion 99": "",
        "conclusion 6, sixteenth indent": "",
        "recommendation 1": "ambiguous",
    }
    assert {one: named(english, one) for one in asked} == asked


def test_pages_and_lines_in_english(english: Collection) -> None:
    assert english.resolve("pages 12 to 13 of uss").pages == ("12", "13")
    assert english.resolve("uss, page 12").pages == ("12",)
    assert english.resolve("uss, lines 486-487").lines == ((486, 487),)


def test_a_quotation_is_held_up_against_a_place_named_in_english(english: Collection) -> None:
    said = "fremme et åbent, frit, globalt, stabilt og sikkert internet"
    for place, status in (
        ("conclusion 6", "exact"),
        ("11406/22, paragraph 6", "exact"),
        ("conclusion 12", "misplaced"),
        ("conclusion 99", "misplaced"),
        ("rk, paragraph 12", "misplaced"),
    ):
        report = english.verify_text(f"The Council says »{said}« ({place}).")
        assert report.quotes[0].verdict.status.value == status, place


@pytest.mark.parametrize("form", FORMS)
def test_articles_that_only_their_lines_show_are_parts_in_english_too(
    add: Adding, form: str
) -> None:
    lines = [
        *("*REGULATION (EU) 2025/777 OF THE COUNCIL", "Whereas:", "(1) Networks are important."),
        *("(2) They should be governed.", "HAS ADOPTED THIS REGULATION:", "CHAPTER I", "*RULES"),
        *("Article 1", "*Subject matter", "This Regulation lays down rules for networks."),
        *("Article 2", "*Duties", "1. Operators shall keep a register of nodes."),
        *("2. Operators shall notify the authority of:", "(a) incidents;", "(b) changes."),
        *("ANNEX I", "*Forms", "The form of notification."),
    ]
    add(form, id="net", content=FORMS[form](*lines))
    asked = {
        "net, recital 2": "net/betragtninger/2",
        "net, Article 1": "net/artikel-1",
        "net, Article 2(2)": "net/artikel-2/2",
        "net, Article 2(2), point (b)": "net/artikel-2/2",
        "net, chapter I": "net/i",
        "net, Annex I": "net/bilag-i",
    }
    with Collection.open() as collection:
        assert {one: named(collection, one) for one in asked} == asked
        assert collection.section("net/artikel-2").title == "Duties"
