"""Who is said to have said a quotation, and places that are said of more than one quotation."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from strategikort.citation.memo import Report
from strategikort.citation.verdict import Status
from strategikort.library import Collection

NATION = "Danmark er en stor nation, men et lille land"
BRIDGE = "indtage sin traditionelle rolle som brobygger"
OFFLINE = "de rettigheder, som gælder offline, også gælder online"
FIRST = "Danmark var i 2017 det første land til at udpege en tech-ambassadør"
SUCCESSION = "USA er Danmarks tætteste allierede, og NATO er den vigtigste"
THIRD = "Støtte EU’s naboer mod øst og på Vestbalkan"
ITEM = "en klimaneutral økonomi"
JAPAN = "det digitale partnerskab med Japan"


def statuses(collection: Collection, text: str) -> list[Status]:
    return [item.verdict.status for item in collection.verify_text(text).quotes]


@pytest.mark.parametrize(
    "sentence",
    [
        "»{q}«, skriver {x}.",
        "»{q}«, lyder det.\n\n{x} skriver: »{q}«.",
        "»{q}«, ifølge {x}.",
        "Ifølge {x} er det sådan: »{q}«.",
        "{x} skriver, at »{q}«.",
        "{x} siger det ligeud: »{q}«.",
        "Mens alle tøver, siger {x}: »{q}«.",
        "Det er svært, men {x} mener, at »{q}«.",
        "{x} har i et papir skrevet, at »{q}«.",
        "Det er {x}, der siger: »{q}«.",
        "Hos {x} hedder det: »{q}«.",
        "Folk fra {x} skriver: »{q}«.",
        "{x}: »{q}«.",
        "Med {x}s ord er »{q}«.",
        "I {x}s formulering: »{q}«.",
        "Det er {x}s vurdering, at »{q}«.",
        "»{q}« ({x}).",
        "»{q}« – {x}",
        "»{q}«. Sådan skriver {x}.",
    ],
)
@pytest.mark.parametrize(
    ("speaker", "right", "wrong"),
    [
        ("Center for Militære Studier", SUCCESSION, NATION),
        ("Rådet", OFFLINE, FIRST),
        ("Udenrigsministeriet", FIRST, OFFLINE),
        ("Regeringen", FIRST, OFFLINE),
        ("Den danske regering", FIRST, OFFLINE),
    ],
)
def test_who_did_not_say_it_is_told(
    collection: Collection, sentence: str, speaker: str, right: str, wrong: str
) -> None:
    assert statuses(collection, sentence.format(q=right, x=speaker))[-1] is Status.EXACT
    assert statuses(collection, sentence.format(q=wrong, x=speaker))[-1] is Status.MISPLACED


@pytest.mark.parametrize(
    "text",
    [
        f"Danmark følger Rådet: »{NATION}«.",
        f"»{NATION}«, citerer Center for Militære Studier regeringen for.",
        f"Om Rådet siger ministeren: »{NATION}«.",
        f"Over for Rådet skriver han: »{NATION}«.",
        f"Modsat Rådet mener regeringen, at »{NATION}«.",
        f"Rådet tøver, men regeringen siger: »{NATION}«.",
        f"En rapport til Rådet siger: »{NATION}«.",
        f"Om Rådets formulering siger ministeren: »{NATION}«.",
        f"Med Rådets ord i baghovedet er »{NATION}«.",
        f"»{NATION}«. Sådan skriver regeringen, og »{OFFLINE}« (rk 18).",
        f"Forslag til Rådet: »{NATION}«.",
        f"Vi er færdige med rk 18. »{NATION}«, siger regeringen.",
        f"Når Rådet siger nej, siger regeringen: »{NATION}«.",
        f"Der står også, at Rådet vil »{NATION}«.",
        f"Det hedder, at regeringen får »{OFFLINE}«.",
    ],
)
def test_who_may_not_be_meant_is_not_made_to_say_it(collection: Collection, text: str) -> None:
    assert set(statuses(collection, text)) == {Status.EXACT}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"Rådet skriver i punkt 18, at »{OFFLINE}«.", Status.EXACT),
        (f"Rådet skriver i punkt 19, at »{OFFLINE}«.", Status.MISPLACED),
        (f"I punkt 19 siger Rådet, at »{OFFLINE}«.", Status.MISPLACED),
        (f"»{OFFLINE}«, skriver Rådet i pkt. 19.", Status.MISPLACED),
        (f"»{OFFLINE}« (pkt. 18).", Status.EXACT),
        (f"»{OFFLINE}« (jf. pkt. 19).", Status.MISPLACED),
        (f"»{NATION}«, skriver regeringen på side 5.", Status.EXACT),
        (f"»{NATION}«, skriver regeringen på side 12.", Status.MISPLACED),
        (f"»{FIRST}«, skriver regeringen på side 12.", Status.EXACT),  # whose pages are not known
        (f"På side 12 i bogen skriver regeringen: »{NATION}«.", Status.EXACT),
        (f"I punkt 3 ovenfor skrev regeringen, at »{NATION}«.", Status.EXACT),
        (f"»{NATION}« (pkt. 4).", Status.EXACT),  # whose chapters are not numbered
        (f"Regeringen skriver i punkt 4, at »{NATION}«.", Status.EXACT),
        (f"»{OFFLINE}« (RK18).", Status.EXACT),
        (f"»{OFFLINE}« (RK19).", Status.MISPLACED),
        (f"»{OFFLINE}« (rk-19).", Status.MISPLACED),
        (f"»{OFFLINE}«. Det skriver Rådet i konklusion 18.", Status.EXACT),
        (f"»{OFFLINE}«. Det skriver Rådet i konklusion 19.", Status.MISPLACED),
        (f"I 13. led står der »{ITEM}«.", Status.EXACT),
        (f"I 7. led står der »{ITEM}«.", Status.MISPLACED),
        (f"»{ITEM}«, hedder det i 7. led.", Status.MISPLACED),
        (f"»{ITEM}« (led 13).", Status.EXACT),
        (f"»{ITEM}« (7. led).", Status.MISPLACED),
        (f"»{OFFLINE}« (7. led).", Status.EXACT),  # which is no item
        (f"»{ITEM}« (3. prioritet, faktaboks).", Status.MISPLACED),
        (f"»{THIRD}« (strategiens pejlemærke 3).", Status.EXACT),
        (f"»{THIRD}« (strategiens pejlemærke 2).", Status.MISPLACED),
        (f"»{THIRD}« (pejlemærke 2 i strategien).", Status.MISPLACED),
        (f"»{THIRD}« (strategien, pejlemærke 2).", Status.MISPLACED),
        (f"»{THIRD}« (regeringens andet pejlemærke).", Status.MISPLACED),
        (f"»{THIRD}« (notatets pejlemærke 2).", Status.EXACT),
        (f"I rapportens andet kapitel står »{THIRD}«.", Status.EXACT),
    ],
)
def test_a_point_is_that_of_who_says_it_or_of_what_it_stands_in(
    collection: Collection, text: str, expected: Status
) -> None:
    assert statuses(collection, text) == [expected]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        (f"I rådskonklusion 11 nævnes »{JAPAN}« samt »{OFFLINE}«.", [False, True]),
        (f"Rk 11 nævner »{JAPAN}«, »{JAPAN}« og »{OFFLINE}«.", [False, False, True]),
        (f"Ifølge uss er »{NATION}«, og at »{OFFLINE}«.", [False, True]),
        (f"I uss siges »{NATION}«, og »{OFFLINE}« (rk 18).", [False, False]),
        (f"I uss siges »{NATION}«, og »{OFFLINE}«, som der står i rk 18.", [False, False]),
        (f"»{NATION}« (uss) og »{OFFLINE}«.", [False, False]),
        (f"I uss siges »{NATION}«, mens det ellers hedder »{OFFLINE}«.", [False, False]),
        (f"I uss siges »{NATION}«. Her står også »{OFFLINE}«.", [False, True]),
        (f"»{NATION}« (uss). Heri hedder det også »{OFFLINE}«.", [False, True]),
        (f"Konklusion 12 handler om uddannelse. Her hedder det: »{OFFLINE}«.", [True]),
        (f"Konklusion 18 handler om rettigheder. Her hedder det: »{OFFLINE}«.", [False]),
        (f"Konklusion 12 handler om uddannelse. Her i landet siges »{OFFLINE}«.", [False]),
    ],
)
def test_a_place_goes_on_to_the_quotation_that_is_joined_or_here(
    collection: Collection, text: str, wrong: list[bool]
) -> None:
    expected = [Status.MISPLACED if one else Status.EXACT for one in wrong]
    assert statuses(collection, text) == expected


@pytest.mark.parametrize(
    "said",
    [
        "Udenrigs- og sikkerhedspolitisk strategi 2022",
        "Udenrigs- og sikkerhedspolitisk strategi fra februar 2022",
        "den udenrigspolitiske strategi fra 2022",
    ],
)
def test_a_document_of_another_date_is_not_the_known_one(collection: Collection, said: str) -> None:
    (found,) = collection.verify_text(f"I {said} hedder det, at »{NATION}«.").quotes
    shown = said.removeprefix("den ")
    assert found.cited is None
    assert found.verdict.notes == (
        f"Henvisningen »{shown}« er ikke et kendt sted og er ikke prøvet.",
    )


@pytest.mark.parametrize(
    "said",
    [
        "Udenrigs- og sikkerhedspolitisk strategi 2023",
        "Udenrigs- og sikkerhedspolitisk strategi (maj 2023)",
        "den udenrigspolitiske strategi fra maj 2023",
        "regeringens udenrigsstrategi, maj 2023",
    ],
)
def test_a_document_of_its_date_is_read(collection: Collection, said: str) -> None:
    (found,) = collection.verify_text(f"I {said} hedder det, at »{NATION}«.").quotes
    assert found.cited is not None
    assert found.cited.ids == {"uss"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"»Rådet {OFFLINE}.« Rk 22 siger: »{OFFLINE}«.", Status.MISPLACED),
        (f"Jens henviser til rk 22, som siger: »{OFFLINE}«.", Status.MISPLACED),
        (f"Jens henviser til rk 22, hvor der står »{OFFLINE}«.", Status.MISPLACED),
        (f"Han henviser til rk 22, som få kender, og siger »{OFFLINE}«.", Status.EXACT),
        (f"Rk 22 taler om »{OFFLINE}«.", Status.MISPLACED),
        (f"Mens rk 22 tøver, taler uss om, at »{NATION}«.", Status.EXACT),
        (f"Så taler tech-strategien om, at »{NATION}«.", Status.MISPLACED),
        (f"Løkke skriver i forordet til strategien, at »{NATION}«.", Status.EXACT),
        (f"»{BRIDGE}«, skriver ministeren i forordet.", Status.MISPLACED),
        (f"Udenrigsstrategien (s. 5) siger: »{NATION}«.", Status.EXACT),
        (f"Udenrigsstrategien (s. 17) siger: »{NATION}«.", Status.MISPLACED),
        (f"Kina (2008) var først. »{FIRST}«, oplyser Udenrigsministeriet.", Status.EXACT),
        (f"Regeringens syvende pejlemærke er, at Danmark skal »{THIRD}«.", Status.MISPLACED),
        (f"»{THIRD}«, jf. regeringens pejlemærke 3.", Status.EXACT),
        (f"»{THIRD}«, jf. regeringens pejlemærke 7.", Status.MISPLACED),
        (f"Strategien bruger vendingen »{NATION}«.", Status.EXACT),
        (f"I regeringens tech-strategi hedder det »{NATION}«.", Status.MISPLACED),
        (f"I den udenrigspolitiske strategi hedder det »{FIRST}«.", Status.MISPLACED),
    ],
)
def test_a_sentence_leads_to_its_quotation_in_these_ways_too(
    collection: Collection, text: str, expected: Status
) -> None:
    assert statuses(collection, text)[-1] is expected


def test_a_foreword_that_the_document_has_not_is_told(check: Callable[..., Report]) -> None:
    (found,) = check(f"»{FIRST}«, skriver ministeren i forordet.").quotes
    assert found.verdict.notes == (
        "Henvisningen »forordet« er ikke et kendt sted og er ikke prøvet.",
    )


@pytest.mark.parametrize(
    "said",
    [
        "I et andet afsnit hedder det: »{q}«.",
        "I andet afsnit hedder det: »{q}«.",
        "I 3. kapitel hedder det: »{q}«.",
        "I en anden prioritet hedder det: »{q}«.",
        "I et helt andet pejlemærke hedder det: »{q}«.",
        "»{q}« (kapitel 3 ovenfor).",
        "»{q}« (se afsnit 2.1 nedenfor).",
    ],
)
def test_another_part_and_a_part_of_the_text_itself_are_no_place(
    collection: Collection, said: str
) -> None:
    assert statuses(collection, said.format(q=NATION)) == [Status.EXACT]


def test_what_is_left_of_a_place_that_is_not_there_is_told(collection: Collection) -> None:
    (found,) = collection.verify_text(f"»{THIRD}« (pejlemærke 3, faktaboks).").quotes
    assert found.verdict.status is Status.EXACT
    assert found.verdict.notes == ("»faktaboks« i henvisningen er ikke læst.",)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        (f"Rådet skriver:\n\n- »{OFFLINE}«\n- »{NATION}«\n- »{JAPAN}«\n", [False, True, False]),
        (
            f"Rådet skriver:\n1. »{OFFLINE}«,\n2. »{NATION}« og\n3. »{JAPAN}«.\n",
            [False, True, False],
        ),
        (f"I uss hedder det:\n\n* »{NATION}« (uss/1)\n* »{OFFLINE}«\n", [False, True]),
        (f"I uss hedder det:\n\n- »{NATION}«\n- »{OFFLINE}« (rk 18)\n", [False, False]),
        (f"I uss hedder det:\n\n- »{NATION}«\n\nOg videre »{OFFLINE}«\n", [False, False]),
        (f"I uss hedder det:\n\n- »{NATION}«\n- men også »{OFFLINE}«\n", [False, False]),
        (f"Se uss.\n\n- »{NATION}«\n- »{OFFLINE}«\n", [False, False]),
    ],
)
def test_what_leads_to_a_list_leads_to_all_its_items(
    collection: Collection, text: str, wrong: list[bool]
) -> None:
    expected = [Status.MISPLACED if one else Status.EXACT for one in wrong]
    assert statuses(collection, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "»{q}«,\nRådets konklusioner, pkt. {n}.",
        "»{q}« – Rådets konklusioner om EU's digitale\ndiplomati, pkt. {n}.",
        "**»{q}«**\n*Rådets konklusioner, pkt. {n}*",
        "»{q}«\nRådets konklusioner, pkt. {n}\n\nMere tekst",
        '"{q}"\\\n(Rådets konklusioner, pkt. {n})',
        "»x« (rk 3) og »{q}« (op.cit., pkt. {n})",
        "»{q}« [2]\n\n## Kilder\n\n[2] rk {n}\n",
        "»x« (rk 3) og »{q}« (a.st., pkt. {n})",
    ],
)
def test_a_citation_behind_a_line_end_is_read(collection: Collection, text: str) -> None:
    assert statuses(collection, text.format(q=OFFLINE, n=18)) == [Status.EXACT]
    assert statuses(collection, text.format(q=OFFLINE, n=19)) == [Status.MISPLACED]


def test_a_point_of_a_section_without_points_is_told(collection: Collection) -> None:
    (found,) = collection.verify_text(f"»{NATION}« (Klima, punkt 2).").quotes
    assert found.verdict.status is Status.EXACT
    assert found.verdict.notes == (
        "Henvisningen »Klima, punkt 2« er ikke et kendt sted og er ikke prøvet.",
    )


def test_a_number_that_is_not_listed_names_no_source(collection: Collection) -> None:
    (found,) = collection.verify_text(f"»{NATION}« [1][7]\n\n## Kilder\n\n[1] rk 22\n").quotes
    assert found.verdict.status is Status.EXACT


@pytest.mark.parametrize(("number", "told"), [(18, False), (17, True)])
def test_a_number_that_can_only_be_an_unknown_page_is_told(
    collection: Collection, number: int, told: bool
) -> None:
    (found,) = collection.verify_text(f"»{OFFLINE}« (Rådet 2022, {number}).").quotes
    assert found.verdict.status is Status.EXACT
    notes = ("Sidetallet er ikke prøvet: Kildens sidetal kendes ikke på stedet.",) if told else ()
    assert found.verdict.notes == notes


def test_a_document_of_an_unknown_publisher_is_told_where_another_is_said_to_speak(
    tmp_path, collection: Collection
) -> None:
    file = tmp_path / "havne.txt"
    file.write_text("HAVNE\n\nHavnene mangler ikke teknik, men tid og folk til at passe den.\n")
    said = "»Havnene mangler ikke teknik, men tid og folk«, skriver {}."
    with Collection.open(tmp_path / "samling", create=True) as own:
        own.add(file)
        (found,) = own.verify_text(said.format("Rådet")).quotes
        assert found.verdict.status is Status.MISPLACED
        name = found.verdict.found.section.document
        told = f"Udgiveren af {name} kendes ikke; er det »Rådet«, så angiv det"
        assert any(note.startswith(told) for note in found.verdict.notes)
        own.add(file, publisher="Rådet")
        (found,) = own.verify_text(said.format("Rådet")).quotes
        assert found.verdict.status is Status.EXACT
