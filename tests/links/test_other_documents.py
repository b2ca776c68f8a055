"""Promises as other documents than the five make them: lists, passives, parties, sums."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from strategikort.links.clauses import ClauseReader
from strategikort.links.commitments import CommitmentFinder
from tests.conftest import Outcome

Program = Callable[..., Outcome]


@pytest.fixture(scope="module")
def reader() -> ClauseReader:
    return CommitmentFinder()._reader


@pytest.mark.parametrize(
    ("sentence", "strength", "actor", "action"),
    [
        # the passive verb stands far from "skal"
        ("Tilskud skal i højere grad knyttes til aktiviteter.", "bindende", "",
         "i højere grad knyttes til aktiviteter"),
        ("Derfor skal reglerne om støtte til boliger for unge forenkles.", "bindende", "",
         "reglerne om støtte til boliger for unge forenkles"),
        ("Timerne skal kunne sættes ind på en konto.", "bindende", "",
         "kunne sættes ind på en konto"),
        ("Resultaterne skal offentliggøres.", "bindende", "", "offentliggøres"),
        ("Målet skal nås ad flere veje.", "bindende", "", "nås ad flere veje"),
        ("Aftalen skal midtvejsevalueres i 2027.", "bindende", "", "midtvejsevalueres i 2027"),
        ("Planen skal vedtages af Folketinget.", "bindende", "Folketinget",
         "vedtages af Folketinget"),
        ("Parterne skal mødes hvert år.", "bindende", "Parterne", "mødes hvert år"),
        ("I byen må der ikke opføres huse.", "bindende", "", "der ikke opføres huse"),
        ("Der vil blive taget en række initiativer.", "hensigt", "",
         "blive taget en række initiativer"),
        # who is meant
        ("Partiet mener, at der skal være åbenhed.", "bindende", "", "være åbenhed"),
        ("Et mål om at borgere og firmaer skal kunne se data.", "bindende", "borgere og firmaer",
         "kunne se data"),
        ("Oplysninger om pris, kvalitet og ventetid skal frem.", "bindende",
         "Oplysninger om pris, kvalitet og ventetid", "frem"),
        ("Derfor skal kunst og kultur fylde mere.", "bindende", "kunst og kultur", "fylde mere"),
        ("Et stærkt bånd til naboerne skal Danmark bevare.", "bindende", "Danmark", "bevare"),
        ("Kommunen betaler, mens borgeren selv skal søge.", "bindende", "borgeren selv", "søge"),
        ("Skolen skal ikke stå alene.", "bindende", "Skolen", "ikke stå alene"),
        ("Kort sagt skal eleven ud i naturen.", "bindende", "eleven", "ud i naturen"),
        ("År for år skal der afsættes flere penge.", "bindende", "", "der afsættes flere penge"),
        ("Et udvalg, som nedsættes i maj, skal afgive betænkning.", "bindende", "Et udvalg",
         "afgive betænkning"),
        ("Adgang til natur, der er fri, er og bør være et mål.", "anbefaling", "Adgang til natur",
         "være et mål"),
        # what nobody may do
        ("Handelsaftaler må aldrig svække loven.", "bindende", "Handelsaftaler",
         "aldrig svække loven"),
        ("Et navn, som findes, må ikke gives igen.", "bindende", "", "ikke gives igen"),
        # other ways to promise and to ask
        ("Partierne er enige om at styrke skolen.", "bindende", "Partierne", "styrke skolen"),
        ("Styrelsen har til opgave at føre tilsyn.", "bindende", "Styrelsen", "føre tilsyn"),
        ("Rådet anmoder Kommissionen om at fremlægge en plan.", "opfordring", "Kommissionen",
         "at fremlægge en plan"),
        ("Det Europæiske Råd opfordrer medlemsstaterne til at handle.", "opfordring",
         "medlemsstaterne", "at handle"),
        ("Udvalget anbefaler, at regeringen nedsætter et råd.", "anbefaling", "regeringen",
         "regeringen nedsætter et råd"),
        ("Det anbefales, at kommunerne skal samarbejde.", "anbefaling", "kommunerne",
         "kommunerne skal samarbejde"),
        ("Aarhus Kommune vil bygge flere boliger.", "hensigt", "Aarhus Kommune",
         "bygge flere boliger"),
        # what stands first
        ("Byrådet afsætter 5 mio. kr. til skoler, der skal åbne i maj.", "bindende", "Byrådet",
         "5 mio. kr. til skoler, der skal åbne i maj"),
        ("Partierne er enige om, at kommunen skal spare.", "bindende", "kommunen", "spare"),
        ("Medlemsstaterne opfordres til at ratificere aftalen.", "opfordring", "Medlemsstaterne",
         "at ratificere aftalen"),
        ("Der opfordres til, at aftalen ratificeres.", "opfordring", "", "at aftalen ratificeres"),
        # who speaks in answers, speeches and declarations
        ("Derfor vil jeg sende en redegørelse til udvalget.", "hensigt", "jeg",
         "sende en redegørelse til udvalget"),
        ("Jeg vil ikke gå ind i sagen.", "hensigt", "Jeg", "ikke gå ind i sagen"),
        ("De allierede vil afsætte flere penge.", "hensigt", "De allierede",
         "afsætte flere penge"),
        ("Uddannelses- og Forskningsministeriet vil udarbejde en plan.", "hensigt",
         "Uddannelses- og Forskningsministeriet", "udarbejde en plan"),
        ("Det indebærer, at ministeren senest den 1. maj hvert år skal afgive en redegørelse.",
         "bindende", "ministeren", "afgive en redegørelse"),
        ("Ministeren lover at vende tilbage.", "bindende", "Ministeren", "vende tilbage"),
        # sums
        ("I alt er 244 mio. kr. afsat til formålet.", "bindende", "", "til formålet"),
        ("Med aftalen afsætter partierne blandt andet 5 mio. kr.", "bindende", "partierne",
         "partierne blandt andet 5 mio. kr"),
        ("Skolen får tilført 275 mio. kr.", "bindende", "", "275 mio. kr"),
        ("Der afsættes 300 mio. kr. i 2027.", "bindende", "", "300 mio. kr. i 2027"),
        ("I årene 2026-2029 er der afsat 2 mia. kr. til formålet.", "bindende", "",
         "2 mia. kr. til formålet"),
        ("Regeringen afsætter ½ mia. kr. til formålet.", "bindende", "Regeringen",
         "½ mia. kr. til formålet"),
    ],
)  # fmt: skip
def test_a_promise(
    reader: ClauseReader, sentence: str, strength: str, actor: str, action: str
) -> None:
    promise = reader.read(sentence, "afsnit")
    assert promise is not None
    found = sentence[promise.action_start : promise.action_end]
    assert (promise.strength, promise.actor, found) == (strength, actor, action)
    assert ("actor" in promise.uncertain) == (not actor)


@pytest.mark.parametrize(
    "sentence",
    [
        "Det er ikke nødvendigt, at kommunen skal betale.",
        "Kommunen sparer, uden at borgerne skal betale.",
        "Der er tider, hvor man vil arbejde mindre.",
        "Arealet vil kunne bruges til naturen.",
        "Planen skal ses i lyset af aftalen.",
        "Forældrene kan pålægges at møde op.",
        "Men det må ikke afholde os fra at handle.",
        "Det er godt, og at skolen kun handler om det, som ofte skal være let.",
        "Om det er staten eller kommunen, der skal betale, er uvist.",
        "Når det er bestemt, at huset ikke må rives ned, kan ejeren klage.",
        "Der blev afsat 3 mio. kr. i 2019.",
        "Kontoret, du skal i gang med at bruge, er nyt.",
        "Jeg vil for god ordens skyld nævne, at sagen er afsluttet.",
        "Jeg skal herefter henvise til mit svar.",
        "Det vil jeg gerne takke udvalget for.",
    ],
)
def test_no_promise(reader: ClauseReader, sentence: str) -> None:
    assert reader.read(sentence, "afsnit") is None


@pytest.mark.parametrize(
    ("sentence", "actor"),
    [
        ("Vi har nedsat et udvalg, som senest 1. maj 2027 skal komme med forslag.", "et udvalg"),
        ("Vi får en kommission for det gode liv, der skal give råd.",
         "en kommission for det gode liv"),
        ("Midlerne rettes mod tiltag, der skal hjælpe børn.", "tiltag"),
    ],
)  # fmt: skip
def test_whom_a_relative_clause_is_about(reader: ClauseReader, sentence: str, actor: str) -> None:
    promise = reader.read(sentence, "afsnit")
    assert promise is not None
    assert promise.actor == actor
    assert "actor" in promise.uncertain


TEXT = """Plan for Nyborg

Skoler

Foreningen Alfa mener, at skolen er vigtig. Derfor støtter Foreningen Alfa lærerne. Foreningen Alfa
vil bygge flere skoler.

Kommunen vil:

• Bygge en ny skole, der skal åbne i 2028. Skolen skal have plads til 400 elever.

• Aktivt støtte idrætten.

Sekretariatet skal med inddragelse af borgerne bl.a.:

• Udarbejde en plan inden udgangen af 2027.

Kommunen er tilfreds.

Rådet anbefaler at:

• Lærerne ikke pålægges nye opgaver.

Kommunen skal arbejde for tre ting:

• En ny skole.

Kommunen skal spare 2 mia. kr. Heraf skal skolerne finde 3 mio. kr. inden for to år.
"""


def test_lists_parties_and_sums(program: Program, tmp_path: Path) -> None:
    file = tmp_path / "plan.txt"
    file.write_text(TEXT, encoding="utf-8")
    own = ("--samling", str(tmp_path / "samling"))
    (document,) = program("tilføj", str(file), *own, "--json").json["documents"]
    answer = program("forpligtelser", "-d", document["id"], *own, "--json").json
    seen = [
        (item["strength"], item["actor"], item["action"], item["deadlines"], item["amounts"])
        for item in answer["commitments"]
    ]
    assert seen == [
        ("hensigt", "Foreningen Alfa", "bygge flere skoler", [], []),
        ("hensigt", "Kommunen", "Bygge en ny skole, der skal åbne i 2028", ["i 2028"], []),
        ("bindende", "Skolen", "have plads til 400 elever", [], []),
        ("hensigt", "Kommunen", "Aktivt støtte idrætten", [], []),
        (
            "bindende",
            "Sekretariatet",
            "Udarbejde en plan inden udgangen af 2027",
            ["inden udgangen af 2027"],
            [],
        ),
        ("anbefaling", None, "Lærerne ikke pålægges nye opgaver", [], []),
        ("bindende", "Kommunen", "arbejde for tre ting", [], []),
        ("bindende", "Kommunen", "spare 2 mia. kr", [], ["2 mia. kr."]),
        (
            "bindende",
            "skolerne",
            "finde 3 mio. kr. inden for to år",
            ["inden for to år"],
            ["3 mio. kr."],
        ),
    ]


def test_it_is_said_that_no_promise_is_known_in_another_language(
    program: Program, tmp_path: Path
) -> None:
    file = tmp_path / "strategy.md"
    text = "The Government will open two new centres in Tokyo. No embassy shall be closed by 2027."
    file.write_text(f"# Strategy\n\n{text} We should all be there.\n", encoding="utf-8")
    own = ("--samling", str(tmp_path / "samling"))
    program("tilføj", str(file), *own)
    answer = program("forpligtelser", "-d", "strategy", *own)
    assert answer.status == 1
    assert "kendes kun på danske ord; ikke på dansk er strategy." in answer.err
    assert "danske ord" not in program("forpligtelser", "-d", "rk", *own).err
