"""``fravær``: an empty answer is a finding, and must be right."""

from __future__ import annotations

from pathlib import Path

import pytest

from strategikort.library import Collection
from tests.cli.test_absence_kinds import presence
from tests.conftest import Program


def test_absent_with_its_proof(program: Program, collection: Collection) -> None:
    outcome = program("fravær", "biodiversitet", "-d", "tech")
    assert outcome.status == 0
    assert "»biodiversitet« findes ikke i tech." in outcome.out
    assert "engelske ord: biodiversity" in outcome.out
    assert collection.document("tech").sha256 in outcome.out
    assert "6.988 ord" in outcome.out


def test_present_with_its_places(program: Program) -> None:
    outcome = program("fravær", "biodiversitet", "--json")
    assert outcome.status == 1
    assert not outcome.json["absent"]
    assert [result["document"]["id"] for result in outcome.json["results"]] == ["uss"]
    assert outcome.json["results"][0]["source"]["lines"] == [[1020, 1031]]


@pytest.mark.parametrize(
    "subject",
    ["AI", "kvantehub", "partnerskab", "Kina", "mikrochip", "SDG", "cyberkriminalitet", "NGO"],
)
def test_what_stands_there_is_never_absent(program: Program, subject: str) -> None:
    assert program("fravær", subject).status == 1


@pytest.mark.parametrize("document", ["uss", "tech", "rk", "partnerskaber", "cms"])
def test_no_word_of_a_document_is_absent_from_it(collection: Collection, document: str) -> None:
    """Every hundredth word of the texts, looked for by itself, is found where it stands."""
    words = [
        word.strip("».,:;()”’'\"«")
        for section in collection.sections(document)
        for word in section.text.text.split()
    ]
    for word in words[::100]:
        if len(word) > 3 and word.isalpha():
            report = collection.absence(word, documents=[document])
            assert not report.absent, word


def test_misspelt_words_are_absent_but_the_near_ones_named(program: Program) -> None:
    outcome = program("fravær", "ytringsfrihden", "--json")
    assert outcome.status == 0
    assert outcome.json["near"] == [{"word": "ytringsfrihden", "words": ["ytringsfriheden"]}]


def test_words_must_stand_together(program: Program) -> None:
    outcome = program("fravær", "kvanteteknologi Sahel")
    assert outcome.status == 0
    assert "alle ordene i samme stykke" in outcome.out


def test_only_text_and_json(program: Program) -> None:
    assert program("fravær", "x", "--format", "csv").status == 2


def test_no_tank_is_in_a_think_tank(collection: Collection) -> None:
    assert collection.absence("kampvogn", documents=["tech"]).absent


@pytest.mark.parametrize("subject", ["grundloven", "elmarkedet"])
def test_parts_of_other_compounds_are_no_presence(program: Program, subject: str) -> None:
    """»grundlag for … lovgivning« says nothing of a constitution."""
    assert program("fravær", subject).status == 0


def test_the_parts_of_a_compound_must_stand_side_by_side(program: Program) -> None:
    """»cyberrelaterede arbejdsområder inden for den fælles udenrigs- og sikkerhedspolitik«."""
    outcome = program("fravær", "cybersikkerhedspolitik", "-d", "rk")
    assert outcome.status == 0
    assert "[rk/27]" in outcome.out.partition("Det nærmeste, der står")[2]
    for subject in ("Danmarksdemokraterne", "sikkerhedsstyrker", "udviklingspolitik"):
        assert program("fravær", subject, "-d", "tech").status == 0


def test_what_was_looked_for_is_written_in_danish(program: Program) -> None:
    out = program("fravær", "værnepligt MitID cybersikkerhedspolitik").out
    assert "alle former af værnepligt," in out
    assert "hver for sig: værne + pligt\n" in out
    assert "alle former af MitID," in out
    assert "hver for sig: cyber + sikkerhed + politik\n" in out


@pytest.mark.parametrize(
    "phrase", ["Kampen om indflydelse", "handels- og industripolitik", "executive summary"]
)
def test_a_phrase_that_stands_in_a_heading_is_there(program: Program, phrase: str) -> None:
    outcome = program("fravær", f'"{phrase}"')
    assert outcome.status == 1
    assert program("søg", f'"{phrase}"', "-n", "1").status == 0


def test_a_phrase_is_said_to_have_been_looked_for_word_for_word(program: Program) -> None:
    outcome = program("fravær", '"kunstige intelligens"')
    assert outcome.status == 0
    assert "»kunstige intelligens«: ordret" in outcome.out
    assert "alle former" not in outcome.out
    assert "Det nærmeste, der står" in outcome.out
    (word,) = program("fravær", '"kunstige intelligens"', "--json").json["words"]
    assert word["exact"]
    assert not word["alternatives"]


def test_every_document_with_a_common_subject_is_named(program: Program) -> None:
    found = program("fravær", "EU", "--json").json
    assert found["found_in"] == ["uss", "tech", "rk", "cms"]
    assert found["total"] > len(found["results"]) == 20
    outcome = program("fravær", "EU")
    assert outcome.out.startswith(
        "»EU« findes i uss, tech, rk og cms. I partnerskaber findes det ikke."
    )
    assert f"Steder (20 af {found['total']})" in outcome.out


@pytest.mark.parametrize("subject", ["Kina -kina", "titel:biodiversitet"])
def test_what_would_leave_out_places_is_refused(program: Program, subject: str) -> None:
    outcome = program("fravær", subject)
    assert outcome.status == 2
    assert "kan ikke bruges" in outcome.err


@pytest.mark.parametrize("subject", ["Står der noget om majs?", "hvad siger strategien om majs"])
def test_a_question_is_no_subject(program: Program, subject: str) -> None:
    outcome = program("fravær", subject)
    assert outcome.status == 2
    assert "spørgsmål" in outcome.err


@pytest.mark.parametrize(
    "subject", ["landbrug", "socialdemokrati", "arbejdsløs", "ost", "vagt", "politi", "majs"]
)
def test_what_only_looks_like_the_subject_is_not_it(program: Program, subject: str) -> None:
    """Words far apart that make a compound, words without their letters, and false families."""
    assert program("fravær", subject).status == 0


def test_a_misspelt_subject_is_told_what_it_is_like(program: Program) -> None:
    assert "terorisme: terrorisme" in program("fravær", "terorisme").out


@pytest.mark.parametrize(
    "subject", ["forebygge", "afpresse", "nedlukke", "mellem østen", "NGOer", "SDGerne"]
)
def test_what_is_another_form_of_the_subject_is_it(program: Program, subject: str) -> None:
    assert program("fravær", subject).status == 1


def test_a_beginning_is_looked_for_as_one(program: Program) -> None:
    outcome = program("fravær", "ukr*")
    assert outcome.status == 1
    assert "    »ukr*«: alle ord, der begynder sådan\n        står der som: Ukraine" in outcome.out
    answer = program("fravær", "xyz*", "--json").json
    assert answer["absent"]
    assert answer["words"] == [
        {
            "word": "xyz",
            "lemmas": [],
            "parts": [],
            "alternatives": [],
            "found": [],
            "exact": False,
            "prefix": True,
            "together": False,
        }
    ]
    said = program("søg", "xyz*").err.splitlines()
    assert said[1:] == [
        "Der er søgt på alle ord, der begynder med »xyz«.",
        'Et fravær, der kan citeres: strategikort fravær "xyz*"',
    ]


def test_words_that_stand_in_other_documents_are_not_named(program: Program) -> None:
    assert "står der som" not in program("fravær", "biodiversitet", "-d", "tech").out


@pytest.mark.parametrize(
    "args", [("x", "-d", "nej"), ("kvinder eller abort",), ("Hvad siger strategien om abort?",)]
)
def test_wrong_use_is_not_taken_for_a_presence(program: Program, args: tuple[str, ...]) -> None:
    assert program("fravær", *args).status == 2


@pytest.mark.parametrize(
    ("subject", "document", "how"),
    [
        ("fører", "rk", "kindred"),  # gennemføre
        ("handler", "partnerskaber", "kindred"),  # handlingsplan
        ("EU-kontor", "tech", "itself"),
        ("udenrigs- og sikkerhedspolitik", "uss", "itself"),
        ("COVID-19-pandemien", "tech", "itself"),
        ("tank", "tech", "inside"),  # tænketanke
        ("grønt partnerskab", "uss", "itself"),
        ("brobygning", "cms", "kindred"),
        ("komiténiveau", "cms", "itself"),
        ("udenrigs- og sikkerhedspolitik", "cms", "itself"),  # udenrigs-, forsvars- og
        ("forum", "rk", "itself"),  # fora
        ("relevans", "cms", "kindred"),
        ("optræde", "rk", "kindred"),  # optræden
        ("institutionel", "rk", "kindred"),
        ("fremmede", "partnerskaber", "kindred"),  # fremme
        ("Helle", "uss", "kindred"),  # heller
        ("Berlin", "uss", "inside"),  # Berlinmuren
        ("fælle", "uss", "kindred"),  # fælles
        ("fælles", "rk", "itself"),
        ("risiko", "rk", "itself"),  # risici
        ("kompromisset", "uss", "itself"),  # kompromisser
        ("boer", "uss", "kindred"),  # bør
        ("bør", "uss", "itself"),
        ("køn", "rk", "itself"),
        ("retter", "tech", "kindred"),  # målrette
        ("24/2 2022", "uss", "itself"),  # 24. februar 2022
        ("29. februar 2024", "tech", "itself"),  # 29.02.2024
        ("3037 mia.", "tech", "itself"),  # 3.037 mia.
    ],
)
def test_what_looks_alike_is_told_apart(
    program: Program, subject: str, document: str, how: str
) -> None:
    assert presence(program, subject, "-d", document) == {how: [document]}


def test_a_word_without_its_danish_letters_is_asked_about(program: Program) -> None:
    near = program("fravær", "Sydostasien", "--json").json["near"]
    assert [item["words"] for item in near] == [["Sydøstasien"]]


def test_a_word_is_not_said_to_stand_as_another_spelt_like_it(program: Program) -> None:
    found = {
        word: program("fravær", word, "--json").json["words"][0]["found"]
        for word in ("boer", "bør")
    }
    assert found == {"boer": [], "bør": ["bør"]}


@pytest.mark.parametrize("subject", ["arbejdskraft", "far", "producent"])
def test_a_form_of_another_word_does_not_mean_the_same(program: Program, subject: str) -> None:
    """»Kina arbejder for …« is no worker."""
    assert "otherwise" not in presence(program, subject, "-d", "tech")


def test_what_is_named_stands_in_the_documents_named(program: Program) -> None:
    for subject in ("indsats", "teknologiens", "Forsvarets", "overenskomst"):
        answer = program("fravær", subject, "--json").json
        number = 0
        for item in answer["presence"]:
            results = answer["results"][number : number + item["results"]]
            number += item["results"]
            assert {result["document"]["id"] for result in results} == set(item["documents"])
    out = program("fravær", "indsats").out.splitlines()[0]
    assert out.endswith("I rk findes det kun som led i andre ord: valgstøtteindsats.")
    assert "covid" not in program("fravær", "covid", "--json").json["presence"][0]["words"]
    assert "står der som: multilateralisme" in program("fravær", "multilateralisme").out.lower()


@pytest.mark.parametrize(
    "subject", ["chip", "Berlinmurens fald", "EU-formandskab", "indlede", "covid"]
)
def test_no_list_of_words_is_empty(program: Program, subject: str) -> None:
    assert ": ." not in program("fravær", subject).out


def test_words_that_were_not_looked_for_are_named(program: Program) -> None:
    assert "    uden ordene: hvis\n" in program("fravær", "hvis partnerskab").out
    answer = program("fravær", "hvis partnerskab", "--json").json
    assert answer["passed_over"] == ["hvis"]


def test_what_is_looked_for_as_a_whole_is_said_once(program: Program) -> None:
    out = program("fravær", "grønt partnerskab").out
    assert out.count("grønt strategisk partnerskab [") == 1
    assert "»grønt partnerskab« som helhed" in out


@pytest.mark.parametrize(
    ("subject", "document", "form"),
    [("fredet", "uss", "freden"), ("frede", "uss", "freden"), ("magte", "tech", "magten")],
)
def test_what_hardly_is_a_form_of_the_subject_is_not_it(
    program: Program, subject: str, document: str, form: str
) -> None:
    """A definite noun may be a verbal noun in -en to the dictionary; nobody means that."""
    (found,) = program("fravær", subject, "-d", document, "--json").json["presence"]
    assert found["how"] == "kindred"
    assert form in found["words"]


def test_the_proof_says_no_more_than_was_looked_for(program: Program) -> None:
    """Of several words each may stand there, and a number is no word with forms."""
    out = program("fravær", "8 uger", "-d", "tech").out
    assert "Det står der heller ikke med andre ord, der kan betyde det samme." in out
    assert "»8«: som det er skrevet" in out
    assert "skrevet på andre måder: otte" in out


def test_what_an_abbreviation_stands_for_is_none(program: Program) -> None:
    out = program("fravær", "3 mia. kr.", "-d", "rk").out
    assert "skrevet helt ud: milliard" in out
    assert "forkortelser: milliard" not in out


def test_several_subjects_are_not_looked_for_as_one(program: Program) -> None:
    # »kunstig intelligens kernekraft findes ikke« was said, though artificial intelligence is there.
    refused = program("fravær", "kunstig intelligens", "kernekraft")
    assert (refused.status, refused.out) == (2, "")
    assert refused.err.startswith("Fejl: »kunstig intelligens« og »kernekraft« er flere emner.\n")
    assert program("fravær", "kunstig", "intelligens", "-d", "cms").status == 0
    compared = program("sammenlign", "kunstig intelligens", "kvanteteknologi")
    assert (compared.status, compared.out) == (2, "")
    assert program("sammenlign", "kunstig", "intelligens").status == 0


@pytest.mark.parametrize(
    ("subject", "said"),
    [
        ("Kina, biodiversitet", "Hver for sig står »Kina« der; »biodiversitet« gør ikke."),
        ("Kina Silicon Valley", "Ordene står der hver for sig, men ikke i samme stykke."),
        ("Kina kvantehub", "Ordene står der hver for sig, men ikke i samme stykke."),
        ("biodiversitet zebra", ""),
        ("biodiversitet", ""),
    ],
)
def test_the_words_of_an_absent_subject_may_stand_there_each_for_itself(
    program: Program, subject: str, said: str
) -> None:
    """»Kina, biodiversitet« findes ikke was read as if neither did."""
    outcome = program("fravær", subject, "-d", "tech")
    assert outcome.status == 0
    verdict = outcome.out.partition("\n")[0]
    assert verdict.endswith(said)
    assert ("for sig" in verdict) == bool(said)


def test_the_finding_as_markdown_can_stand_in_a_memo(program: Program, tmp_path: Path) -> None:
    text = program("fravær", "ytringsfrihed", "-d", "uss", "-d", "rk")
    page = program("fravær", "ytringsfrihed", "-d", "uss", "-d", "rk", "--format", "md")
    assert (page.status, page.err) == (text.status, text.err) == (1, "")
    verdict, *_ = page.out.splitlines()
    assert verdict == f"**{text.out.splitlines()[0]}**"
    headings = [line[3:] for line in page.out.splitlines() if line.startswith("## ")]
    assert headings == [line for line in text.out.splitlines()[1:] if line and line[0] != " "]
    assert "  - sha256 f9b899813d198c19c7f83651f92d9ee9c36a0777cd079821df9b2f2e818ad854" in page.out
    memo = tmp_path / "notat.md"
    memo.write_text(page.out, encoding="utf-8")
    quotes = program("verificér", str(memo), "--json").json["quotes"]
    assert quotes
    assert {quote["status"] for quote in quotes} == {"exact"}


def test_an_absence_as_markdown_has_no_places(program: Program) -> None:
    page = program("fravær", "biodiversitet", "-d", "tech", "--format", "md")
    assert page.status == 0
    assert "\n> " not in page.out
    assert page.out.startswith("**»biodiversitet« findes ikke i tech.")
