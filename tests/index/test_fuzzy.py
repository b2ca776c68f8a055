"""Misspelt words are found in a large vocabulary as they are in a small one."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest

from strategikort.builtin import open_builtin
from strategikort.index.expanding import fuzzy
from strategikort.index.expanding.fuzzy import NearWords, allowed_distance
from strategikort.language.fold import fold


@pytest.fixture(scope="module")
def connection() -> Iterator[sqlite3.Connection]:
    with closing(open_builtin()) as store:
        yield store.connection


def misspelt(word: str, draw: random.Random, errors: int) -> str:
    for _ in range(errors):
        at = draw.randrange(len(word))
        letter = draw.choice("abcdefghijklmnoprstuvy")
        word = draw.choice(
            (
                word[:at] + word[at + 1 :],
                word[:at] + letter + word[at:],
                word[:at] + letter + word[at + 1 :],
                word[:at] + word[at + 1 : at + 2] + word[at] + word[at + 2 :],
            )
        )
    return word


@pytest.mark.parametrize("errors", (1, 2))
def test_a_large_vocabulary_gives_the_same_corrections(
    connection: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch, errors: int
) -> None:
    draw = random.Random(errors)
    # Long enough for two errors also where a letter that folding writes with two is one.
    rows = connection.execute("SELECT form FROM forms WHERE length(form) > 8 ORDER BY form")
    words = draw.sample([form for (form,) in rows if form.isalpha()], 400)
    typed = [word for word in (misspelt(word, draw, errors) for word in words) if word.isalpha()]
    assert {allowed_distance(len(word)) for word in typed} <= {1, 2}
    compared = {word: NearWords(connection).find(word) for word in typed}
    monkeypatch.setattr(fuzzy, "_SMALL", 0)
    looked_up = {word: NearWords(connection).find(word) for word in typed}
    assert sum(map(bool, compared.values())) > 0.9 * len(typed)
    same = sum(looked_up[word] == compared[word] for word in typed)
    assert same == len(typed) if errors == 1 else same >= 0.99 * len(typed)


@pytest.mark.parametrize("most", (fuzzy._SMALL, 0))
@pytest.mark.parametrize(
    ("typed", "meant"),
    (
        ("hjørnetæen", "hjørnesten"),  # two wrong letters, one of them æ
        ("tilstedvegrelse", "tilstedeværelse"),  # a wrong letter for æ, and two changed about
        ("hsndelse", "hændelse"),  # æ is one of the first letters
        ("påvørkning", "påvirkning"),
    ),
)
def test_a_danish_letter_is_one_letter(
    connection: sqlite3.Connection,
    monkeypatch: pytest.MonkeyPatch,
    most: int,
    typed: str,
    meant: str,
) -> None:
    monkeypatch.setattr(fuzzy, "_SMALL", most)
    assert fold(meant) in [word for word, _ in NearWords(connection).find(fold(typed))]
