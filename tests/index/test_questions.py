"""What a question asks for, and which passages have it."""

from __future__ import annotations

import pytest

from strategikort.index.ranking.questions import Asked, asked_for, gain
from tests.index.small import found, searcher


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("De 30 lande.", True),
        ("Det er ni af dem.", True),
        ("Det koster millioner.", True),
        ("Befolkningen stiger med en tredjedel.", True),
        # A word is no number for its first letters.
        ("Til tider tog trekanten tiltag på niveau.", False),
    ],
)
def test_a_number_is_a_word_of_its_own(text: str, expected: bool) -> None:
    assert asked_for(["hvor", "mange"]) is Asked.NUMBER
    assert bool(gain(text, Asked.NUMBER, [], [])) is expected


def test_what_is_asked_for_stands_near_what_matches() -> None:
    rest = (
        "Der er mange andre ting at tage fat på, og de skal alle sammen nås, før det er for sent."
    )
    index = searcher(
        f"I 2029 kommer regeringen til. {rest} Rådet tager sagen op igen om lidt.",
        f"I går kom regeringen til. {rest} Rådet tager sagen op igen i 2033.",
    )
    assert found(index, "Hvornår tager Rådet sagen op igen?") == [2, 1]
    assert found(index, "Hvordan tager Rådet sagen op igen?") == [1, 2]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("hvornår vil Rådet", Asked.COMING),
        ("hvornår gør Rådet", Asked.COMING),
        ("hvornår stemte danskerne", Asked.TIME),
        ("hvornår var valget", Asked.TIME),
        ("hvornår er valget", Asked.TIME),
    ],
)
def test_the_present_asks_for_what_is_to_come(question: str, expected: Asked) -> None:
    assert asked_for(question.split()) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rådet gør status inden sommeren 2023.", True),
        ("Rådet gør status den 3. maj.", True),
        ("Rådet gjorde status den 17. november 2020.", False),
        ("Rådet gjorde status i 2021.", False),
    ],
)
def test_what_was_before_the_document_is_not_to_come(text: str, expected: bool) -> None:
    assert bool(gain(text, Asked.COMING, [], [], "2022")) is expected
    assert gain(text, Asked.COMING, [], [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Aftalen blev indgået af Mette Frederiksen.", True),
        ("Aftalerne indgås af statsministeren.", True),
        ("Danmark kan påtage sig formandskabet.", True),
        ("Det afgør Energistyrelsens jurister.", True),
        ("Det formandskabsår, der er gået.", False),
        ("Aftalerne indgås i en region.", False),
    ],
)
def test_who_is_a_name_an_office_or_a_body(text: str, expected: bool) -> None:
    assert asked_for(["hvem", "indgår"]) is Asked.NAME
    assert bool(gain(text, Asked.NAME, [], [])) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Aftaler med Japan, Mexico og Kenya.", True),
        ("Aftaler med Japan (2014), Mexico (2017).", True),
        ("Aftaler med Japan og det fjerne Kenya.", True),
        ("Aftaler med Japan om handel, og Mexico vil med.", False),
        ("Aftaler med otte lande, hvoraf ét er nyt.", False),
    ],
)
def test_which_countries_is_a_list_of_names(text: str, expected: bool) -> None:
    assert asked_for(["hvilke", "lande"]) is Asked.NAMES
    assert bool(gain(text, Asked.NAMES, [], [])) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Der holdes et årligt møde.", True),
        ("Der gøres status regelmæssigt.", True),
        ("De mødes hvert andet år og to gange i maj.", True),
        ("Mødet er en gåde.", False),
    ],
)
def test_how_often_is_every_so_often(text: str, expected: bool) -> None:
    assert asked_for(["hvor", "tit"]) is asked_for(["hvor", "ofte"]) is Asked.HOW_OFTEN
    assert bool(gain(text, Asked.HOW_OFTEN, [], [])) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Støtten fortsætter, så længe der er behov for den.", True),
        ("Truslen varer i årevis.", True),
        ("Det bliver en opgave de næste mange år.", True),
        ("Det tog 4 år, 1 måned.", True),
        ("Det tog fem dage.", True),
        ("Programmet løber i 2023-2026.", True),
        ("Løftet gælder frem til 2030.", True),
        ("Det var i et godt år for landbruget.", False),
        ("Rådet er enigt. Det har det været længe.", False),
    ],
)
def test_how_long_is_a_span_of_time(text: str, expected: bool) -> None:
    assert asked_for(["hvor", "længe"]) is asked_for(["hvor", "lang", "tid"]) is Asked.DURATION
    assert bool(gain(text, Asked.DURATION, [], [])) is expected


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("hvordan kan Danmark hjælpe", True),
        ("hvad bør Danmark gøre for det", True),
        # What something is used for, and what somebody means to do, is no advice.
        ("hvad kan det bruges til", False),
        ("hvad gør Danmark for det", False),
        ("hvordan vil Danmark hjælpe", False),
    ],
)
def test_how_it_can_be_done_asks_for_advice(question: str, expected: bool) -> None:
    assert (asked_for(question.split()) is Asked.ADVICE) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Danmark kan arbejde for et tættere samarbejde.", True),
        ("Det anbefales at øge støtten.", True),
        ("Danmark har et tæt samarbejde med NATO.", False),
    ],
)
def test_advice_says_what_can_be_done(text: str, expected: bool) -> None:
    assert bool(gain(text, Asked.ADVICE, [], [])) is expected


def test_a_question_may_have_a_phrase_in_quotation_marks() -> None:
    index = searcher("Rådet drøfter digitalt diplomati.", "Vejret i dag.")
    assert found(index, 'Hvornår drøfter Rådet "digitalt diplomati"?') == [1]


def test_no_word_of_a_question_outweighs_others_only_for_standing_once() -> None:
    sung = ["Her er nu fuglen.", "Her i kirken synger koret.", *["Her er igen fuglen."] * 2]
    index = searcher(*sung, *(f"Dag nummer {number} gik sin gang." for number in range(400)))
    assert found(index, "synger fuglen")[0] == 2
    assert found(index, "Hvordan synger fuglen?")[0] == 1
    # What is asked for is.
    assert found(index, "Hvilke synger som fuglen?")[0] == 2
    # In few texts once is much.
    assert found(searcher(*sung), "Hvordan synger fuglen?")[0] == 2
