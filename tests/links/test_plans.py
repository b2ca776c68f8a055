"""``forpligtelser`` in action plans and agreements: tables, and what they say in the present."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

import pytest

from strategikort.output.objects import Object
from tests.conftest import Program

Promises: TypeAlias = Callable[..., list[Any]]

Cells: TypeAlias = list[str]


@pytest.fixture
def promises(program: Program, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Promises:
    """Return what a document (Markdown) promises, as the objects of the JSON."""

    def found(text: str, *args: str, name: str = "tekst.md") -> list[Any]:
        monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
        (tmp_path / name).write_text(text, "utf-8")
        added = program("tilføj", str(tmp_path / name), *args, "--json").json["documents"]
        answer: Object = program("forpligtelser", "-d", added[0]["id"], "--json").json
        return list(answer["commitments"])

    return found


def table(*rows: Cells) -> str:
    """Return a table of Markdown; the first row is its head."""
    lines = [f"| {' | '.join(row)} |" for row in rows]
    lines.insert(1, "|" + "---|" * len(rows[0]))
    return "\n".join(lines) + "\n"


def told(found: list[Any]) -> list[tuple[str, str, list[str]]]:
    return [(item["action"], item["actor"], item["deadlines"]) for item in found]


@pytest.mark.parametrize(
    "head",
    [
        ["Initiativ", "Ansvarlig", "Frist"],
        ["Aktivitet", "Ansvarlig myndighed", "Tidsplan"],
        ["Konkret handling", "Ansvar", "Hvornår"],
        ["Hvad", "Hvem", "Hvornår"],
        ["Leverance", "Projektansvarlig", "Leveringsfrist"],
        ["Tiltag", "Tovholder (enhed)", "Forventet afsluttet"],
        ["Hvad gør vi?", "Ansvarlig", "Frist"],
    ],
    ids=" ".join,
)
def test_a_row_of_a_plan_is_promised(head: Cells, promises: Promises) -> None:
    """Tables were passed over, and so was all that many action plans promise."""
    row = ["Nye kriterier for møbler", "Miljøstyrelsen", "2. kvartal 2031"]
    found = promises(f"# Bilag til strategien\n\n{table(head, row)}", "--dato", "2030-01-01")
    assert told(found) == [("Nye kriterier for møbler", "Miljøstyrelsen", ["2. kvartal 2031"])]
    assert found[0]["strength"] == "bindende"
    assert found[0]["evidence"]["text"] == " ".join(row)
    assert found[0]["evidence"]["source"]["lines"] == [[5, 5]]


def test_a_number_is_not_what_is_to_be_done(promises: Promises) -> None:
    """»Initiativ« may stand over the numbers, and the initiatives in a column of their own."""
    rows = table(
        ["Indsats", "Initiativ", "Ansvarlig", "Færdig"],
        ["Producentansvar for tekstiler", "1", "Miljøstyrelsen", "2031-2032"],
    )
    found = promises(f"# Udviklingsplan for affald\n\n{rows}")
    assert told(found) == [("Producentansvar for tekstiler", "Miljøstyrelsen", ["2031-2032"])]


def test_what_a_row_leaves_open_is_not_filled_in(promises: Promises) -> None:
    rows = table(
        ["Nr.", "Initiativ", "Ansvarlig", "Økonomi", "Frist"],
        ["1", "Solceller på skoler", "", "8,5 mio. kr.", "2031"],
        ["2", "Rådgivning om varme", "Klimasekretariatet", "-", "Løbende"],
        ["3", "Møder med borgerne", "Sekretariatet", "-", "To gange om året"],
        ["", "Spor 2: Transport", "", "", ""],
        ["", "I alt", "Kommunen", "8,5 mio. kr.", "2031"],
    )
    found = promises(f"# Klimaplan\n\n{rows}")
    assert told(found) == [
        ("Solceller på skoler", None, ["2031"]),
        ("Rådgivning om varme", "Klimasekretariatet", []),
        ("Møder med borgerne", "Sekretariatet", []),
    ]
    assert [item["amounts"] for item in found] == [["8,5 mio. kr."], [], []]
    assert [item["uncertain"] for item in found] == [["actor"], [], []]


def test_a_card_is_one_promise(promises: Promises) -> None:
    """A table of two columns, with the names of what it says in the first."""
    cards = table(
        ["Initiativ", "Mad fra byens køkken"],
        ["Formål", "Flere elever spiser frokost."],
        ["Ansvarlig", "Skolechefen"],
        ["Frist", "1. august 2031"],
        ["Initiativ", "Prisloft på 25 kr."],
        ["Ansvarlig", "Børneudvalget"],
        ["Frist", "1. maj 2032"],
    )
    assert told(promises(f"# Handlingsplan for skolemad\n\n{cards}")) == [
        ("Mad fra byens køkken", "Skolechefen", ["1. august 2031"]),
        ("Prisloft på 25 kr.", "Børneudvalget", ["1. maj 2032"]),
    ]


def test_the_head_of_a_table_may_stand_below_its_title(promises: Promises) -> None:
    """Tables of Word often begin with a row that names the whole; heads come again."""
    rows = table(
        ["Spor 1: Bedre veje", "", ""],
        ["Initiativ", "Ansvarlig", "Frist"],
        ["Ny indsats mod huller", "Vejdirektoratet", "2031"],
        ["Initiativ", "Ansvarlig", "Frist"],
        ["Ny asfalt", "Kommunen", "2032"],
    )
    assert told(promises(f"# Handlingsplan for veje\n\n{rows}")) == [
        ("Ny indsats mod huller", "Vejdirektoratet", ["2031"]),
        ("Ny asfalt", "Kommunen", ["2032"]),
    ]


def test_a_table_of_two_columns_is_no_card(promises: Promises) -> None:
    rows = table(["Initiativ", "Ansvarlig"], ["Ny indsats", "KL"], ["Nyt tiltag", "Politiet"])
    assert told(promises(f"# Handlingsplan for veje\n\n{rows}")) == [
        ("Ny indsats", "KL", []),
        ("Nyt tiltag", "Politiet", []),
    ]


def test_a_card_may_begin_with_a_number(promises: Promises) -> None:
    cards = table(
        ["Nr.", "1"], ["Initiativ", "Ny vej"], ["Ansvarlig", "KL"], ["Nr.", "2"],
        ["Initiativ", "Ny bro"], ["Ansvarlig", "Politiet"],
    )  # fmt: skip
    found = promises(f"# Handlingsplan for veje\n\n{cards}")
    assert told(found) == [("Ny vej", "KL", []), ("Ny bro", "Politiet", [])]
    assert found[0]["evidence"]["text"] == "1\nInitiativ Ny vej\nAnsvarlig KL"


@pytest.mark.parametrize(
    ("title", "head", "row"),
    [
        ("Redegørelse", ["Myndighed", "Opgave", "Årsværk"], ["Statens It", "Drift", "340"]),
        ("Handlingsplan", ["Opgave", "Myndighed", "Lov"], ["Tilsyn", "Kommunen", "Serviceloven"]),
        ("Handlingsplan", ["Møde", "Arrangør", "Dato"], ["Borgermøde", "Kommunen", "1. maj 2031"]),
        ("Handlingsplan", ["Mio. kr.", "2031", "2032"], ["Tiltag i alt", "4,2", "3,8"]),
        ("Handlingsplan", ["Projekt", "Ansvarlig", "Status"], ["Ny bro", "Kommunen", "I gang"]),
        ("Strategi", ["System", "Ansvarlig", "I drift fra"], ["Jobnet", "Digital Service", "2031"]),
        ("Årsberetning", ["Aktivitet", "Ansvarlig", "Tidspunkt"], ["Messe", "Salg", "Maj 2031"]),
        ("Evaluering", ["Initiativ", "Ansvarlig", "Status"], ["Besøg", "Røde Kors", "I drift"]),
        ("Strategi", ["Opgave", "Ansvarlig", "Hyppighed"], ["Nyhedsbrev", "Salg", "Månedligt"]),
        ("Handlingsplan", ["Tiltag", "Ansvarlig", "Frist"], ["Besøg", "Røde Kors", "2019"]),
        ("Handlingsplan", ["Tiltag", "Ansvarlig", "Gennemført"], ["Besøg", "Røde Kors", "2031"]),
        ("Handlingsplan", ["Tiltag", "Ansvarlig", "Status"], ["Besøg", "KL", "Gennemført"]),
    ],
)
def test_a_table_that_only_tells_promises_nothing(
    title: str, head: Cells, row: Cells, promises: Promises
) -> None:
    text = f"# {title} om noget\n\n## Oversigt\n\n{table(head, row)}"
    assert promises(text, "--dato", "2030-01-01") == []


@pytest.mark.parametrize("answer", ["Nej", "ikke endnu", "Nej, afventer"])
def test_what_is_not_done_yet_is_promised(answer: str, promises: Promises) -> None:
    row = ["Besøg", "Røde Kors", answer]
    rows = table(["Tiltag", "Ansvarlig", "Gennemført"], row)
    assert told(promises(f"# Handlingsplan om noget\n\n{rows}")) == [("Besøg", "Røde Kors", [])]


def test_labels_below_a_promise_say_who_and_when(promises: Promises) -> None:
    """»Ansvarlig: …« and »Frist: …« stand below what is promised in many plans."""
    text = """# Handlingsplan for ligestilling

## Initiativ 1. Kampagne

Der igangsættes en kampagne. KL udarbejder en vejledning.

**Ansvarlig:** Uddannelses- og Forskningsministeriet
**Frist:** Efteråret 2031

Der udvikles et kursus.

Ansvarlig myndighed: Kulturministeriet. Økonomi: 3 mio. kr.

Tidsplan: Løbende

## Initiativ 2. Møder

Der etableres et forum.

Kontakt: Anne Holm Frist: 2031
"""
    found = promises(text)
    assert told(found) == [
        ("igangsættes en kampagne", "Uddannelses- og Forskningsministeriet", ["Efteråret 2031"]),
        ("udarbejder en vejledning", "KL", ["Efteråret 2031"]),
        ("udvikles et kursus", "Kulturministeriet", []),
        ("etableres et forum", None, ["2031"]),
    ]
    for item in found:
        words = (item["actor"] or "", *item["deadlines"])
        assert all(word in item["evidence"]["text"] for word in words)
    assert found[2]["evidence"]["source"]["lines"] == [[10, 12]]


def test_a_card_is_shown_in_lines_of_its_own_width(promises: Promises, program: Program) -> None:
    """The lines of a card stood to the left of all others."""
    rows = (["Initiativ", "Ny vej"], ["Ansvarlig", "Kommunen"], ["Frist", "1. maj 2031"])
    promises(f"# Vejplan\n\n{table(*rows)}")
    shown = program("forpligtelser", "-d", "vejplan").out
    assert "\n    Ny vej Ansvarlig Kommunen Frist 1. maj 2031\n" in shown


PLAN = """\
# {title}

Regeringen, oktober 2030

## Baggrund

Politiet kortlægger sager i hele landet. Styrelsen udarbejder tal, som kommunerne udvider.

## Indsatser

### 1. Vejledning

Uddannelses- og Forskningsministeriet udarbejder en vejledning. Der etableres et sekretariat. Klima-, Energi- og
Forsyningsministeriet analyserer behovet. Landets politikredse udpeger hver en kontaktperson.

### 2. Viden

- Energinet undersøger nettet og offentliggør resultatet.
- Danske Regioner og PLO forhandler en aftale inden den 1. april 2031.
- Der oprettes en pulje på 25 mio. kr. årligt.
- Der igangsættes analyser af behovet. Der etableres allerede centre. Der indføres obligatorisk test.
- Kommunerne hjælper allerede. De underviser i dag alle. Rusland udbygger sine baser.
- Analysen udvider vores viden. Det styrker alle. Forældrene styrker læsningen. Styrelsen fører tilsyn.
- NATO udvider sit arbejde. Andre undersøger det.

## Opfølgning

Der nedsættes en følgegruppe, som mødes hvert år. Aftalekredsen mødes to gange om året.
"""

PROMISED = [
    ("udarbejder en vejledning", "Uddannelses- og Forskningsministeriet"),
    ("etableres et sekretariat", None),
    ("analyserer behovet", "Klima-, Energi- og Forsyningsministeriet"),
    ("udpeger hver en kontaktperson", "Landets politikredse"),
    ("undersøger nettet og offentliggør resultatet", "Energinet"),
    ("forhandler en aftale inden den 1. april 2031", "Danske Regioner og PLO"),
    ("oprettes en pulje på 25 mio. kr. årligt", None),
    ("igangsættes analyser af behovet", None),
    ("indføres obligatorisk test", None),
    ("nedsættes en følgegruppe, som mødes hvert år", None),
    ("mødes to gange om året", "Aftalekredsen"),
]


@pytest.mark.parametrize(
    "title",
    [
        "Handlingsplan for viden",
        "National klimaplan",
        "Bilag 4. Projektplan",
        "Aftale mellem regeringen og SF om viden",
        "12 initiativer til mere viden",
        "Regeringens udspil om viden",
    ],
)
def test_a_plan_promises_what_it_says_is_done(title: str, promises: Promises) -> None:
    """Only what was to be done by a date was found, and not what is only told."""
    found = promises(PLAN.format(title=title))
    assert [(item["action"], item["actor"]) for item in found] == PROMISED
    assert [item["deadlines"] for item in found if item["deadlines"]] == [
        ["inden den 1. april 2031"]
    ]


@pytest.mark.parametrize(
    "heading",
    [
        "Baggrund",
        "Status",
        "Udfordringer",
        "Hvor står vi i dag?",
        "Oversigt over eksisterende tilbud",
    ],
)
def test_what_stands_under_such_a_heading_is_only_told(heading: str, promises: Promises) -> None:
    told_there = "Politiet kortlægger sager. Der udvikles tilbud i hele landet."
    text = (
        f"# Handlingsplan\n\n## {heading}\n\n{told_there}\n\n## Indsatser\n\nKL udgiver en bog.\n"
    )
    assert [item["action"] for item in promises(text)] == ["udgiver en bog"]


@pytest.mark.parametrize(
    "title", ["Evaluering af handlingsplan for viden", "Redegørelse om viden", "Strategi for viden"]
)
def test_what_is_about_a_plan_does_not(title: str, promises: Promises) -> None:
    actions = [item["action"] for item in promises(PLAN.format(title=title))]
    assert not {action for action, _ in PROMISED[:1] + PROMISED[2:3] + PROMISED[4:5]} & {*actions}


@pytest.mark.parametrize(
    ("sentence", "deadlines"),
    [
        ("Rådet skal mødes to gange om året.", []),
        ("Rådet skal mødes hvert kvartal.", []),
        ("Rådet skal holde et årligt møde.", []),
        (
            "Rådet skal hvert år inden den 1. maj 2031 aflevere en rapport.",
            ["inden den 1. maj 2031"],
        ),
        ("Hvert andet år skal kommunen lave en plan.", []),
    ],
)
def test_how_often_is_no_deadline(sentence: str, deadlines: Cells, promises: Promises) -> None:
    """»Frist: to gange om året« was said."""
    found = promises(f"# Notat\n\n{sentence}\n")
    assert [item["deadlines"] for item in found] == [deadlines]
    assert found[0]["actor"] in ("Rådet", "kommunen")


def test_who_has_the_overall_responsibility(promises: Promises) -> None:
    """»det overordnede« was said to be who acts."""
    found = promises(
        "# Notat\n\nSundhedsministeriet har det overordnede ansvar for, at det sker.\n"
    )
    assert [item["actor"] for item in found] == ["Sundhedsministeriet"]


def test_a_table_is_read_alike_in_every_form(promises: Promises) -> None:
    head, row = ["Initiativ", "Ansvarlig", "Frist"], ["Ny vej", "Kommunen", "1. maj 2031"]
    cells = "".join(f"<td>{cell}</td>" for cell in row)
    web = f"<h1>Plan for veje</h1><table><tr>{''.join(f'<th>{name}</th>' for name in head)}</tr>"
    found = promises(f"{web}<tr>{cells}</tr></table>", name="plan.html")
    assert told(found) == [("Ny vej", "Kommunen", ["1. maj 2031"])]
    assert json.dumps(found[0]["evidence"]["text"]) == json.dumps(" ".join(row))
