"""How sections of documents without a profile are cited."""

from __future__ import annotations

import pytest

from strategikort.structure.auto.pinpoint import pinpoint


@pytest.mark.parametrize(
    ("kind", "label", "said"),
    [
        ("paragraf", "3", "§ 3"),
        ("paragraf", "3a", "§ 3 a"),
        ("artikel", "4a", "artikel 4 a"),
        ("kapitel", "4A", "kapitel 4 A"),
        ("kapitel", "II", "kapitel II"),
        ("afsnit", "3.2", "afsnit 3.2"),
        ("bilag", "1a", "bilag 1a"),
        ("stykke", "2", "stk. 2"),
        ("led", "b", "litra b"),
        ("tabel", "2.1", "tabel 2.1"),
        ("bemærkning", "§ 4", "bemærkningerne til § 4"),
    ],
)
def test_a_number_that_stands_there_is_given_as_it_does(kind: str, label: str, said: str) -> None:
    assert pinpoint(kind, label, None, "En titel", "") == said


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("led", "2. led"),
        ("anbefaling", "2. anbefaling"),
        ("stykke", "2. stykke"),
        ("punkt", "2. punkt"),
        ("afsnit", "afsnit"),
    ],
)
def test_what_was_only_counted_is_given_as_counted(kind: str, said: str) -> None:
    assert pinpoint(kind, None, 2, "", "") == said


@pytest.mark.parametrize(
    ("kind", "titled", "plain"),
    [
        ("kapitel", "kapitlet »Mål«", "kapitel"),
        ("afsnit", "afsnittet »Mål«", "afsnit"),
        ("bilag", "bilaget »Mål«", "bilaget"),
        ("tabel", "tabellen »Mål«", "tabel"),
        ("figur", "figuren »Mål«", "figur"),
        ("faktaboks", "faktaboksen »Mål«", "faktaboks"),
        ("titelblad", "titelblad »Mål«", "titelbladet"),
        ("underskrift", "underskrift »Mål«", "underskriften"),
        ("domskonklusion", "domskonklusion »Mål«", "domskonklusionen"),
        ("citat", "citat »Mål«", "fremhævet citat"),
        ("kilde", "kilde »Mål«", "kildeangivelse"),
        ("side", "side »Mål«", "side"),
    ],
)
def test_what_has_no_number_is_called_by_its_title(kind: str, titled: str, plain: str) -> None:
    assert pinpoint(kind, None, None, "Mål", "") == titled
    assert pinpoint(kind, None, None, "", "") == plain


@pytest.mark.parametrize(
    ("kind", "label", "count", "title", "parent", "said"),
    [
        ("led", "b", None, "", "§ 3", "§ 3, litra b"),
        ("led", None, 2, "", "konklusion 6", "konklusion 6, 2. led"),
        ("anbefaling", "2", None, "", "kapitel 4", "kapitel 4, anbefaling 2"),
        ("stykke", "2", None, "", "§ 3", "§ 3, stk. 2"),
        ("stykke", None, 1, "", "§ 3", "§ 3, stk. 1"),
        ("citat", None, None, "", "kapitel 4", "kapitel 4, fremhævet citat"),
        ("kilde", None, None, "", "tabel 1", "tabel 1, kildeangivelse"),
        ("afsnit", "3.2", None, "", "kapitel 3", "afsnit 3.2"),
        ("afsnit", None, None, "Mål", "kapitel 3", "afsnittet »Mål«"),
        ("afsnit", None, None, "Beslutning", "punkt 4", "punkt 4, »Beslutning«"),
        ("kapitel", None, None, "Beslutning", "punkt 4", "kapitlet »Beslutning«"),
        ("svar", None, None, "Svar", "spørgsmål 2", "svaret på spørgsmål 2"),
        ("svar", "2", None, "Svar", "", "svar 2"),
        (
            "bemærkning",
            "nr. 2",
            None,
            "",
            "bemærkningerne til § 1",
            "bemærkningerne til § 1, nr. 2",
        ),
        ("bemærkning", "§ 1", None, "", "kapitel 3", "bemærkningerne til § 1"),
        ("bemærkning", None, None, "Til lovforslaget", "", "bemærkning »Til lovforslaget«"),
    ],
)
def test_what_stands_within_another_is_cited_with_it(
    kind: str, label: str | None, count: int | None, title: str, parent: str, said: str
) -> None:
    assert pinpoint(kind, label, count, title, parent) == said
