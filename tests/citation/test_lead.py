"""The place that a sentence names in front of its quotation or behind it."""

from __future__ import annotations

import pytest

from strategikort.citation.verdict import Status

NINE = "noterer sig i denne forbindelse den stigende betydning af EU-koordinering"
THREE = "Støtte EU’s naboer mod øst og på Vestbalkan"


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        (f"I konklusion 9 hedder det: »Rådet {NINE}«.", "konklusion 9"),
        (f"Ifølge konklusion 9 skal »Rådet {NINE}«.", "konklusion 9"),
        (f"Rådet »{NINE}« i konklusion 9.", "konklusion 9"),
        (f"Rådet (rk 9) »{NINE}«.", "rk 9"),
        (f"»Rådet {NINE}«, hedder det i konklusion 9.", "konklusion 9"),
        (f"»Rådet {NINE}«, ifølge rk 9.", "rk 9"),
        (f"Rådets konklusioner siger: »Rådet {NINE}«.", "Rådets konklusioner"),
        (f"Rådets konklusioner af 18. juli 2022 siger, at »Rådet {NINE}«.", "Rådets konklusioner"),
        (f"Af **pejlemærke 3** fremgår, at »{THREE}«.", "pejlemærke 3"),
        (f"Det tredje pejlemærke lyder:\n\n> {THREE}", "tredje pejlemærke"),
        (f"Det tredje pejlemærke lyder:\n\n»{THREE}«", "tredje pejlemærke"),
        (f"Det er godt (rk 3). I pejlemærke 3 står »{THREE}«.", "pejlemærke 3"),
        (f"»Rådet {NINE}« (rk 9), mens pejlemærke 3 lyder »{THREE}«.", "pejlemærke 3"),
        (f"»Rådet {NINE}«, siger rk 9, og i pejlemærke 3 står »{THREE}«.", "pejlemærke 3"),
        (f"I udenrigsstrategien hedder det »{THREE}«.", "udenrigsstrategien"),
        (f"»{THREE}«, som det hedder i det tredje pejlemærke.", "tredje pejlemærke"),
        (f"»{THREE}«, skriver regeringen i udenrigsstrategien.", "udenrigsstrategien"),
        (f"Mens uss siger »{THREE}«.", "uss"),
        (f"Som udenrigsstrategien skriver: »{THREE}«.", "udenrigsstrategien"),
        (f"Ifølge udenrigsstrategien er det sådan, at man skal »{THREE}«.", "udenrigsstrategien"),
        (f"»{THREE}« i udenrigsstrategien er til at forstå.", "udenrigsstrategien"),
        (f"Den udenrigs- og sikkerhedspolitiske strategi: »{THREE}«.", "udenrigs- og"),
        (f"Udenrigsstrategien er til at forstå: »{THREE}«.", "Udenrigsstrategien"),
        (f"Udenrigsstrategien indeholder sætningen »{THREE}«.", "Udenrigsstrategien"),
        (
            f"Udenrigsstrategien, som udkom i maj, siger, at man vil »{THREE}«.",
            "Udenrigsstrategien",
        ),
        (f"I udenrigsstrategien blev det i 2023 slået fast, at man vil »{THREE}«.", "udenrigs"),
        (f"»{THREE}« er ordene i udenrigsstrategien.", "udenrigsstrategien"),
        (f"Citatet »{THREE}« er fra udenrigsstrategien.", "udenrigsstrategien"),
        (f"Målet »{THREE}« stammer fra uss.", "uss"),
        (f"»{THREE}«, skriver den udenrigs- og sikkerhedspolitiske strategi.", "udenrigs- og"),
        (f"Det hedder derimod i uss, at man skal »{THREE}«.", "uss"),
    ],
)
def test_the_place_that_a_sentence_names_is_checked(check, text, cited) -> None:
    found = check(text).quotes[-1]
    assert found.verdict.status is Status.EXACT
    assert found.quotation.citation.startswith(cited)


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        (f"I rk 22 hedder det: »Rådet {NINE}«.", "rk 22"),
        (f"Af pejlemærke 4 fremgår, at »{THREE}«.", "pejlemærke 4"),
        (f"Rådets konklusioner siger: »{THREE}«.", "Rådets konklusioner"),
        (f"»{THREE}«, skriver Rådet i konklusion 9.", "konklusion 9"),
        (f"»{THREE}« (min fremhævning), står der i rk 9.", "rk 9"),
        (f"I konklusion 45 hedder det: »Rådet {NINE}«.", "konklusion 45"),
        (f"Rk 22 og rk 21 siger »Rådet {NINE}«.", "Rk 22 og rk 21"),
        (f"I kapitlet »Afrika« hedder det »{THREE}«.", "kapitlet »Afrika«"),
        (
            f"I punkt 8 i Rådets konklusioner om EU's digitale diplomati (11406/22) står »Rådet {NINE}«.",
            "punkt 8 i Rådets konklusioner om EU's digitale diplomati (11406/22)",
        ),
        (f"Det fremgår af rk 22, at »Rådet {NINE}«.", "rk 22"),
        (f"I rk 22 står:\n\n> Rådet {NINE}\n", "rk 22"),
        (f"Jeg henviser til konklusion 8, hvorefter »Rådet {NINE}«.", "konklusion 8"),
    ],
)
def test_a_wrong_place_in_the_sentence_is_told(check, text, cited) -> None:
    found = check(text).quotes[-1]
    assert found.verdict.status is Status.MISPLACED
    assert found.quotation.citation == cited
    assert found.verdict.notes[-1] == f"Henvisningen »{cited}« er læst i sætningen om citatet."


@pytest.mark.parametrize(
    "sentence",
    [
        "Mens {} siger »{}«, siger {} »{}«.",
        "Mens {} vil »{}«, siger {}, at »{}«.",
        "Hvor {} skriver »{}«, hedder det i {} »{}«.",
        "Hvis {} siger »{}«, siger {}: »{}«.",
        "Når {} siger »{}«, siger {}, at »{}«.",
        "{} siger »{}«, {} siger »{}«.",
        "Ifølge {} er det sådan, at »{}«, hvorimod {} mener, at »{}«.",
        "I {} står der, at »{}«. Derimod hedder det i {}, at »{}«.",
        "- {}: »{}«\n- {}: »{}«\n",
        "Både {} (»{}«) og {} (»{}«) nævner det.",
        "Først {}: »{}«; så {}: »{}«.",
    ],
)
def test_two_places_in_a_sentence_have_each_its_quotation(check, sentence: str) -> None:
    right = check(sentence.format("uss", THREE, "rk", f"Rådet {NINE}")).quotes
    wrong = check(sentence.format("rk", THREE, "uss", f"Rådet {NINE}")).quotes
    assert [item.verdict.status for item in right] == [Status.EXACT] * 2
    assert [item.quotation.citation for item in right] == ["uss", "rk"]
    assert [item.verdict.status for item in wrong] == [Status.MISPLACED] * 2


def test_what_ends_a_sentence_does_not_name_the_place_of_the_next(check) -> None:
    right = check(f"»{THREE}«, siger uss. »Rådet {NINE}«, siger rk.").quotes
    assert [item.quotation.citation for item in right] == ["uss", "rk"]


def test_a_place_between_the_halves_of_a_quotation_has_both(check) -> None:
    text = f"»{THREE}«, hedder det i rk 9, »Rådet {NINE}«."
    assert [item.verdict.status for item in check(text).quotes] == [Status.MISPLACED, Status.EXACT]


@pytest.mark.parametrize(
    "says",
    [
        *("hedder det", "står der", "stod der", "siger Rådet", "sagde Rådet", "skriver Rådet"),
        *("skrev Rådet", "fremgår det", "fremgik det", "fastslår Rådet", "fastslog Rådet"),
        *("lyder det", "lød det", "påpeger Rådet", "påpegede Rådet", "peger Rådet på"),
        *("gentager Rådet", "beskriver Rådet", "beskrev Rådet", "fortsætter Rådet"),
        *("foreslår Rådet", "foreslog Rådet", "læser man", "understreger Rådet"),
        *("understregede Rådet", "fremhæves det", "konstateres det", "konstaterede Rådet"),
        *("bemærker Rådet", "bemærkede Rådet", "opfordrer Rådet", "noterer Rådet"),
        *("erklærede Rådet", "lover Rådet", "anbefaler Rådet", "anbefaledes det"),
        *("bekræfter Rådet", "tilføjer Rådet", "tilføjede Rådet", "konkluderer Rådet"),
        *("slutter Rådet", "sluttede Rådet", "vurderer Rådet", "vurderede Rådet"),
        *("formuleres det", "hævder Rådet", "forklarede Rådet", "pointerer Rådet"),
        *("oplyser Rådet", "oplyste Rådet", "nævnes det", "nævnte Rådet", "mener Rådet"),
        *("mente Rådet", "omtales det", "kalder Rådet det", "indledte Rådet", "udtaler Rådet"),
        *("udtalte Rådet", "meddelte Rådet", "anfører Rådet", "anføres det", "udtrykte Rådet"),
    ],
)
def test_whatever_verb_says_it(check, says: str) -> None:
    (found,) = check(f"»{THREE}«, {says} i konklusion 9.").quotes
    assert (found.verdict.status, found.quotation.citation) == (Status.MISPLACED, "konklusion 9")


@pytest.mark.parametrize(
    "text",
    [
        f"Modsat rk 22 siger regeringen »{THREE}«.",
        f"På side 181 i bogen skriver Hansen: »{THREE}«.",
        f"Dette notats konklusion 9 lyder: »{THREE}«.",
        f"Vores prioritet 1 er »{THREE}«.",
        f"Strategien har 5 pejlemærker, og der står »{THREE}«.",
        f"De 5 pejlemærker siger »{THREE}«.",
        f"Rådet har 22 konklusioner, og der står »Rådet {NINE}«.",
        f"»{THREE}« fremgår af de 5 pejlemærker.",
        f"»{THREE}«, jf. også konklusion 9.",
        f"»{THREE}.« Det står også i konklusion 9.",
        f"»{THREE}.« Rådet siger i konklusion 9 noget andet.",
        f"I modsætning til konklusion 9 hedder det »{THREE}«.",
        f"Rk 22 handler om netværk. Andetsteds hedder det »Rådet {NINE}«.",
        f"Rk 22 handler om netværk, mens regeringen vil »{THREE}«.",
        f"»Rådet {NINE}« står der i rk 9, og »{THREE}« er målet.",
        f"Om pejlemærke 4 siger regeringen: »{THREE}«.",
        f"Om partnerskaber siger regeringen: »{THREE}«.",
        f"I tech er der en regering, som vil »{THREE}«.",
        f"Efter vedtagelsen af Rådets konklusioner sagde ministeren: »{THREE}«.",
        f"Sammenlign med rk 22: »{THREE}«.",
        f"Her i afsnit 3 undersøger jeg »{THREE}«.",
        f"Kapitel 2 siger mere om »{THREE}«.",
        f"Ud fra pejlemærke 4 og 5 kunne man tro, at regeringen alene vil »{THREE}«.",
        f"Både tech-strategien og udenrigsstrategien siger »{THREE}«.",
        f"I tech-strategien og udenrigsstrategien hedder det »{THREE}«.",
        f"I rk 22, men også i det tredje pejlemærke, hedder det »{THREE}«.",
        f"I dette memo hedder det: »{THREE}«.",
        f"Siden pejlemærke 4 blev vedtaget af et enigt Folketing, har målet været »{THREE}«.",
        f"Rådet mødtes 18. juli og sagde »Rådet {NINE}«.",
        f"»{THREE}« er målet i USA, og rk 22 er noget andet.",
        f"»{THREE}« står ikke i rk 22.",
        f"I Japan siger de »{THREE}«.",
        f"## Rk 22\n\nHer står »{THREE}«.",
        f"I rk 22 står intet om det.\n\n»{THREE}«",
        f"»{THREE}«, arbejder Rådet i konklusion 9.",
        f"»{THREE}«, rejste Rådet i konklusion 9.",
        f"- Rk 22\n- Regeringen: »{THREE}«",
        f"- Tech: »{THREE}«",
        f"Tech er et stort emne for regeringen: »{THREE}«",
        f"»{THREE}« er et mål fra før rk.",
        f"**Strategiske partnerskaber:** »{THREE}«",
        f"Et emne er tech (»{THREE}«).",
        f"»{THREE}« i tech er målet.",
        f"Hvor tech fylder mere og mere, hedder det »{THREE}«.",
        f"Når partnerskaber er i spil, siger regeringen »{THREE}«.",
        f"Rådet vedtog konklusion 9, hvorefter regeringen sagde: »{THREE}«.",
    ],
)
def test_a_place_that_may_not_be_the_quotations_is_left(check, text) -> None:
    found = check(text).quotes[-1]
    assert found.verdict.status is Status.EXACT
    assert found.verdict.notes == ()


@pytest.mark.parametrize("place", ["fodnote 99", "punkt 99", "181"])
def test_a_number_that_any_text_may_have_is_no_wrong_place(check, place) -> None:
    found = check(f"»{THREE}« ({place}).").quotes[-1]
    assert found.verdict.status is Status.EXACT
    assert found.verdict.notes == (
        f"Henvisningen »{place}« er ikke et kendt sted og er ikke prøvet.",
    )


LAW = "Rusland ser stort på international lov"


@pytest.mark.parametrize(
    ("text", "status", "citation"),
    [
        (f"Strategien siger »{LAW}« (s. 5).", Status.EXACT, "s. 5"),
        (f"Strategien siger »{LAW}« (s. 4-6).", Status.EXACT, "s. 4-6"),
        (f"Strategien siger »{LAW}« (s. 5, l. 53).", Status.EXACT, "s. 5, l. 53"),
        (f"Strategien siger »{LAW}« (2023: 5).", Status.EXACT, "2023: 5"),
        (f"Strategien siger »{LAW}« (s. 7).", Status.MISPLACED, "s. 7"),
        (f"Strategien siger »{LAW}« (linje 181).", Status.MISPLACED, "linje 181"),
        (f"Strategien siger »{LAW}« (2023, s. 7).", Status.MISPLACED, "2023, s. 7"),
        (f"»{LAW}«.[^1]\n\n[^1]: S. 7.\n", Status.MISPLACED, "S. 7."),
        (f"I forordet står »{LAW}« (side 7).", Status.MISPLACED, "side 7"),
        (f"I rk 5 står »{LAW}« (s. 5).", Status.MISPLACED, "rk 5, s. 5"),
        (f"Tech-strategien siger »{LAW}« (s. 5).", Status.MISPLACED, "Tech-strategien, s. 5"),
    ],
)
def test_a_page_alone_is_one_of_what_the_sentence_names_or_has_the_quotation(
    check, text, status, citation
) -> None:
    found = check(text).quotes[-1]
    assert found.verdict.status is status
    assert found.quotation.citation == citation


def test_a_page_alone_is_not_tried_where_the_source_has_no_pages(check) -> None:
    (found,) = check("»Danmark indgik i 2022 en bilateral kvanteaftale med USA« (s. 7)").quotes
    assert found.verdict.status is Status.EXACT
    assert found.verdict.notes == (
        "Sidetallet er ikke prøvet: Kildens sidetal kendes ikke på stedet.",
    )


def test_a_page_alone_of_a_changed_quotation_is_compared_with_the_nearest(check) -> None:
    changed = LAW.replace("lov", "ret")
    wrong, right = check(f"»{changed}« (s. 7). Og »{changed}« (s. 5).").quotes
    assert wrong.verdict.notes == (
        "Henvisningen passer heller ikke: Det nærmeste sted er et andet.",
    )
    assert right.verdict.notes == ()


def test_a_page_alone_of_what_is_nowhere_is_said_to_be_untried(check) -> None:
    (found,) = check("»en helt opdigtet sætning om kaffe på kontoret« (s. 7)").quotes
    assert found.verdict.notes == ("Henvisningen »s. 7« er ikke et kendt sted og er ikke prøvet.",)


NEAR = "Øget engagement i EU’s nærområde"
CHINA = "Kina arbejder samtidig målrettet på at opnå indflydelse"


@pytest.mark.parametrize(
    "text",
    [
        f"I afsnittet »{{}}« hedder det: »{CHINA}«.",
        f"»{CHINA}« (uss, afsnittet »{{}}«).",
        f"»{CHINA}« står i afsnittet »{{}}«.",
    ],
)
def test_the_title_of_a_part_is_its_place_and_no_quotation(check, text: str) -> None:
    (right,) = check(text.format(NEAR)).quotes
    assert (right.verdict.status, NEAR in right.quotation.citation) == (Status.EXACT, True)
    (wrong,) = check(text.format("Asien og Indo-Stillehavsregionen")).quotes
    assert wrong.verdict.status is Status.MISPLACED


def test_what_is_no_title_of_a_part_is_checked(check) -> None:
    report = check(f"I afsnittet »{NEAR.replace('nær', 'fjern')}« hedder det: »{CHINA}«.")
    assert [item.verdict.status for item in report.quotes] == [Status.ALTERED, Status.EXACT]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (f"I forordet skriver ministeren: »{LAW}«.", Status.EXACT),
        (f"»{LAW}« (forordet).", Status.EXACT),
        (f"I indledningen hedder det: »{LAW}«.", Status.MISPLACED),
        (f"»{LAW}« (jf. strategiens indledning).", Status.MISPLACED),
        (f"»{LAW}«, hedder det i indledningen.", Status.MISPLACED),
    ],
)
def test_a_foreword_is_that_of_the_document_with_the_quotation(check, text, status) -> None:
    (found,) = check(text).quotes
    assert found.verdict.status is status
    assert "kendt sted" not in "".join(found.verdict.notes)


@pytest.mark.parametrize(
    "text",
    [
        f"Notatets forord handler om Ruslands krig. »{LAW}«.",
        f"I vores indledning hedder det: »{LAW}«.",
        f"Efter indledningen læser vi: »{LAW}«.",
        "I indledningen står: »Rådet ser med tilfredshed på den kommende oprettelse af et EU-kontor«.",
    ],
)
def test_a_foreword_that_may_be_another_is_left(check, text) -> None:
    (found,) = check(text).quotes
    assert (found.verdict.status, found.verdict.notes) == (Status.EXACT, ())
