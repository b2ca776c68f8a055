"""Addresses that a line end has cut."""

from __future__ import annotations

import pytest

from strategikort.text.aligned import SourceRange
from strategikort.text.clean import CleaningRules, clean
from strategikort.text.hyphens import HyphenRule, Vocabulary
from strategikort.text.layout import Layout
from strategikort.text.source import Source

RULES = CleaningRules(HyphenRule(Vocabulary()))


def cleaned(text: str, rules: CleaningRules = RULES, layout: Layout = Layout.PROSE) -> str:
    return clean(Source("f.txt", text, ""), [SourceRange(0, len(text))], rules, layout).text


@pytest.mark.parametrize(
    "text",
    [
        "Se https://www.regeringen.dk/aktuelt/|publikationer/strategi-2023/ om det.",
        "Se https://um.dk/da/|udenrigspolitik.",
        "Se https://um.dk/strategier/tech-|diplomati-2024 om det.",
        "Se (https://um.dk/strategier|/tech-diplomati) om det.",
        "Se https://um.dk/side?id=|4711&vis=alt om det.",
        "Se https://um.dk/side|?id=4711 om det.",
        "Se https://um.dk/filer/tech_|diplomati.pdf.",
        "Se https://um.dk/filer/stra|tegi.pdf om det.",
        "Se https://www.consilium.europa.eu/da/press/|press-releases/2022/05/|23/cyber/ om det.",
        "Se www.|regeringen.dk om det.",
        "Se www.udenrigsministeriet.|dk/da om det.",
        "Se https://um.dk/filer/strategi.|pdf om det.",
        "Se regeringen.dk/aktuelt/|publikationer/tech om det.",
        "Skriv til post@|um.dk om det.",
        "Skriv til post@um.|dk i dag.",
        "Skriv til post@udenrigs-|ministeriet.dk i dag.",
        "Skriv til fornavn.efternavn|@um.dk i dag.",
        "Se https://um.dk/strategier/|tech.",
        "Åbn /data/strategier/tech-|diplomati.pdf i dag.",
        "Det gælder kommuner/|regioner og lande/|landsdele.",
        "Tag cd'en/|dvd'en ud.",
        "Åbn filen /data/strategier/|tech_2024/a.pdf i dag.",
        "Se https://um.dk/strategier/|tech\n\nDet er nyt.",
    ],
)
def test_an_address_goes_on_in_the_next_line(text: str) -> None:
    assert cleaned(text.replace("|", "\n")) == text.replace("|", "")


@pytest.mark.parametrize(
    "text",
    [
        "Se https://um.dk/|for mere om det.",
        "Se https://um.dk/|EU-landene er med.",
        "Se https://um.dk/|for|mere om det.",
        "Se https://um.dk/|og/eller ring.",
        "Se https://um.dk|og/eller ring.",
        "Se https://um.dk/strategi|18/5/2022 om det.",
        "Se https://um.dk/strategi|tech-diplomati er en strategi.",
        "Se https://um.dk/strategi.|Strategien er ny.",
        "Se https://um.dk/strategi.|eIDAS er en forordning.",
        "Se www.um.dk.|eIDAS-forordningen er ny.",
        "Se https://um.dk/a/|https://um.dk/b/ om det.",
        "Se https://um.dk/a/|www.regeringen.dk om det.",
        "Se https://um.dk/a/|post@um.dk om det.",
        "Se https://um.dk/a),|og/eller ring.",
        "Skriv til post@um.dk.|Strategien er ny.",
        "Skriv til post@um.dk.|strategi@um.dk er ny.",
        "Skriv til os.|@UmDK er på nettet.",
        "Skriv til post@um.dk|eller ring.",
        "Den 24/|7 og 3/4 er med.",
        "Åbn /data/strategier/|for mere om det.",
        "Det gælder kommuner/|2 regioner og lande /|alle.",
    ],
)
def test_what_follows_on_an_address_is_none(text: str) -> None:
    assert cleaned(text.replace("|", "\n")) == text.replace("|", " ")


def test_blanks_at_the_end_of_a_paragraph_are_none_of_it() -> None:
    assert (
        cleaned("Se https://um.dk/a/\ntech \n \nDet er nyt.")
        == "Se https://um.dk/a/tech\n\nDet er nyt."
    )


def test_a_paragraph_ends_an_address() -> None:
    text = "Se https://um.dk/a/\n\nB.pdf\nc"
    assert cleaned(text) == "Se https://um.dk/a/\n\nB.pdf c"
    text = text.replace("\n\n", "\n")
    parted = CleaningRules(RULES.hyphens, parted=frozenset({text.index("B.")}))
    assert cleaned(text, parted) == "Se https://um.dk/a/\n\nB.pdf c"


def test_the_rows_of_a_table_are_not_joined() -> None:
    assert cleaned("https://um.dk/a/\nb.pdf", layout=Layout.LINES) == "https://um.dk/a/\nb.pdf"
