"""Quotations in lists, tables and lines of notes, each with a source of its own."""

from __future__ import annotations

import pytest

from strategikort.citation.verdict import Status

BLOOM = "Vores digitale økonomier og samfund kan kun blomstre, hvis vi har tillid"
CYBER = "Cybertruslen er global. Diplomatisk samarbejde med vores ligesindede partnere"


def test_the_source_behind_a_dash_ends_where_the_next_item_begins(check) -> None:
    text = (
        f"a) »{CYBER}« – Udenrigsministeriet\n"
        f"b) »{BLOOM}« – Udenrigsministeriet\n"
        f"c) »{BLOOM}« – Rådet\n"
    )
    found = [item.verdict.status for item in check(text, "a.txt").quotes]
    assert found == [Status.EXACT, Status.MISPLACED, Status.EXACT]


def test_the_only_other_cell_says_where_a_cell_without_marks_is_from(check) -> None:
    text = f"| Citat | Hvor |\n|---|---|\n| {BLOOM} | uss |\n| {BLOOM} | rk 5 |\n| {BLOOM} | OK |\n"
    found = [item.verdict.status for item in check(text, "a.md").quotes]
    assert found == [Status.MISPLACED, Status.EXACT, Status.EXACT]


DEMAND = "Det vil kræve gennemgribende, strukturelle politiske, økonomiske og administrative"


@pytest.mark.parametrize(
    "lines",
    [
        '>> Og: "{}\n>> forandringer, før Ukraine kan leve op til EU-optagelseskriterierne."\n',
        '    Og: "{}\n    forandringer, før Ukraine kan leve op til EU-optagelseskriterierne."\n',
        "> Det var:\n>\n> Vi skriver: »{}\n> forandringer«, og det mener vi.\n",
    ],
)
def test_what_leads_to_a_quotation_in_marks_is_no_part_of_it(check, lines: str) -> None:
    text = f"Hej\n\n{lines.format(DEMAND)}\nTak!\n"
    (item,) = check(text, "mail.txt").quotes
    assert item.verdict.status is Status.EXACT
    assert item.quotation.text.startswith("Det vil kræve")


FLOWS = "fremme sikre, frie datastrømme med tillid"
NATION = "Danmark er en stor nation, men et lille land"


@pytest.mark.parametrize(
    ("lines", "cited"),
    [
        (f'rk 6 → "{FLOWS}"\nrk 17 → "{FLOWS}"\n', ["rk 6", "rk 17"]),
        (f'rk 6: "{FLOWS}"\nuss, Afrika: "{NATION}"\n', ["rk 6", "uss, Afrika"]),
        (f'- uss, forord – "{NATION}"\n- rk, 17 – "{FLOWS}"\n', ["uss, forord", "rk, 17"]),
        (f'uss, forord: "{NATION}"\nKina, Afrika: "{NATION}"\n', ["uss, forord", ""]),
        (f"Her »{NATION}«\nog så: »{FLOWS}«\n", ["", ""]),
        (f"Uss siger »{NATION}«, memoet fra CMS »{FLOWS}«.", ["Uss", "memoet fra CMS"]),
        (f"Mens uss ser »{NATION}«, ser CMS-memoet »{FLOWS}«.", ["", "CMS-memoet"]),
        (f"Uss siger »{NATION}«, dog ikke om tech »{FLOWS}«.", ["Uss", ""]),
        (f"Uss siger »{NATION}«, trods rk »{FLOWS}«.", ["Uss", ""]),
        (f"Rk 9 kom i juli. Den siger: »{FLOWS}«", ["Rk 9"]),
        (f"Jeg har læst tech-strategien. Teksten lyder: »{NATION}«", ["tech-strategien"]),
        (f"Jeg har læst tech-strategien. Han siger: »{NATION}«", [""]),
        (f"Jeg har læst tech-strategien. Den er god: »{NATION}«", [""]),
        (f"Jeg har læst tech og uss. Den siger: »{NATION}«", [""]),
    ],
)
def test_the_source_that_a_line_or_half_a_sentence_names(check, lines: str, cited) -> None:
    assert [item.quotation.citation for item in check(lines, "a.txt").quotes] == cited


@pytest.mark.parametrize(
    ("heading", "cited"),
    [
        ("**Fra udenrigsstrategien**\n\n", "udenrigsstrategien"),
        ("Noget andet.\n\n### Citater fra udenrigsstrategien\n\n", "udenrigsstrategien"),
        ("Fra udenrigsstrategien\n", "udenrigsstrategien"),
        ("### I dagens avis\n\n", ""),
        ("Jeg fandt det i udenrigsstrategien. Andet:\n\n", ""),
    ],
)
def test_a_line_above_a_list_says_where_its_quotations_are_from(check, heading, cited) -> None:
    text = f"{heading}1. »{NATION}«\n2. »{FLOWS}«\n3. »{FLOWS}« (rk 6)\n"
    found = [(item.verdict.status.value, item.quotation.citation) for item in check(text).quotes]
    second = "misplaced" if cited else "exact"
    assert found == [("exact", cited), (second, cited), ("exact", "rk 6")]


PANEL = "gøre brug af et globalt teknologipanel til at indhente input"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (f"I konklusion 14 er emnet den private sektor. Rådet vil »{PANEL}«.", "konklusion 14"),
        (f"Konklusion 3 er om trusler. Rådet siger, at det vil »{PANEL}«.", "Konklusion 3"),
        (f"Konklusion 15 er om et panel. Rådet vil »{PANEL}«.", ""),
        (f"Konklusion 3 er om trusler. Rådet vil »{PANEL}« (rk 15).", ""),
        (f"Konklusion 3 er om trusler.\n\nRådet vil »{PANEL}«.", ""),
        (f"Det er nyt (konklusion 3). Rådet vil »{PANEL}«.", ""),
        (f"Konklusion 3 er det ikke. Rådet vil »{PANEL}«.", ""),
        (f"Rådskonklusionerne er om trusler. Rådet vil »{PANEL}«.", ""),
        (f"Prioritet 9 er om cyber. Rådet vil »{PANEL}«.", ""),
    ],
)
def test_it_is_told_that_a_quotation_stands_elsewhere_than_was_spoken_of(check, text, told) -> None:
    (item,) = check(text, "a.txt").quotes
    assert item.verdict.status is Status.EXACT
    note = f"Lige før nævner teksten »{told}«; dér står citatet ikke."
    assert item.verdict.notes == ((note,) if told else ())


DIVIDE = "fjerne den digitale kløft mellem kønnene"
DEFENDERS = "at beskytte menneskerettighedsforkæmpere og civilsamfundet online"
FIRST = f"I konklusion 19 hedder det, at man vil »{DIVIDE}«."


@pytest.mark.parametrize(
    ("text", "cited", "status"),
    [
        (f"{FIRST} Samme sted tales der om »{DEFENDERS}«.", "konklusion 19", Status.EXACT),
        (f"{FIRST} Samme konklusion nævner »{FLOWS}«.", "konklusion 19", Status.MISPLACED),
        (f"{FIRST} I samme dokument står: »{FLOWS}«.", "rk", Status.EXACT),
        (f"{FIRST} I samme dokument står: »{NATION}«.", "rk", Status.MISPLACED),
        (f"{FIRST} Ikke i samme dokument hedder det: »{NATION}«.", "", Status.EXACT),
        (f"{FIRST} Strategien går i samme retning: »{NATION}«.", "", Status.EXACT),
        (f"Han skrev »{NATION}«. Det står i indledningen.", "indledningen", Status.MISPLACED),
        (f"Han skrev »{NATION}«. Det er fra forordet.", "forordet", Status.EXACT),
    ],
)
def test_the_same_place_and_what_is_said_of_it_behind(check, text, cited, status) -> None:
    found = check(text, "a.txt").quotes[-1]
    assert (found.quotation.citation, found.verdict.status) == (cited, status)


TITLE = "»Strategi for tech-diplomati«"


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        (f"I {TITLE} hedder det, at »{NATION}«.", "Strategi for tech-diplomati"),
        (f"»{NATION}«, hedder det i {TITLE}.", "Strategi for tech-diplomati"),
        (
            f"Regeringens »Udenrigs- og sikkerhedspolitisk strategi« fra maj 2023 siger »{FLOWS}«.",
            "Regeringens Udenrigs- og sikkerhedspolitisk strategi fra maj 2023",
        ),
        (f"Modsat {TITLE} siger andre, at »{NATION}«.", ""),
        (f"Danmark har »Strategiske partnerskaber« med mange, og »{NATION}«.", ""),
    ],
)
def test_the_title_of_a_document_in_marks_names_it(check, text: str, cited: str) -> None:
    found = check(text, "a.txt").quotes[-1]
    assert found.quotation.citation == cited
    assert found.verdict.status is (Status.MISPLACED if cited else Status.EXACT)


def test_an_article_behind_the_name_of_a_document_counts_no_section_of_it(check) -> None:
    quote = "en geopolitisk virkelighed præget af dyb mistillid"
    named = "rådskonklusionerne som et svar på det, udenrigsstrategien et år senere kaldte"
    (item,) = check(f"Man kan læse {named} »{quote}«.").quotes
    assert item.quotation.citation == "rådskonklusionerne; udenrigsstrategien"
    assert item.verdict.status is Status.EXACT


ONLINE = "de rettigheder, som gælder offline, også gælder online"


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        (f"»{ONLINE},« skriver Rådet, »{NATION}.«", "Rådet"),
        (f"»{ONLINE}«, lyder det i rk 18, »{NATION}«.", "rk 18"),
        (f"»{ONLINE}«, siger Rådet og tilføjer: »{NATION}«.", "Rådet"),
        (f"Rådet skriver: »{ONLINE}.« Og videre: »{NATION}.«", "Rådet"),
        (f"I rk 18 står »{ONLINE}«. Videre hedder det, at »{NATION}«.", "rk"),
        (f"I rk 18 står »{ONLINE}«. »{NATION},« lyder det videre.", "rk"),
        (f"I rk 18 står »{ONLINE}«. »{NATION}«, fortsætter teksten.", "rk"),
        (f"I rk 18 står »{ONLINE}«. »{NATION}«, siger ministeren.", ""),
        (f"I rk 18 står »{ONLINE}«. Vi går videre. Nu siger nogen: »{NATION}«.", ""),
        (f"»{ONLINE},« skriver Rådet. En mand sagde i går, »{NATION}.«", ""),
    ],
)
def test_a_quotation_that_is_parted_or_goes_on_is_from_one_place(check, text, cited) -> None:
    found = check(text, "a.txt").quotes
    assert found[0].verdict.status is Status.EXACT
    assert found[1].quotation.citation == cited
    assert found[1].verdict.status is (Status.MISPLACED if cited else Status.EXACT)
