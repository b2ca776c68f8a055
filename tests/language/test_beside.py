"""The class of a word that may be of several, told by the words beside it."""

from __future__ import annotations

import pytest

from strategikort.language.beside import Beside
from strategikort.language.lexicon import Lexicon


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return Lexicon.open()


@pytest.mark.parametrize(
    ("text", "word", "read"),
    [
        ("Vi skal fortsat løfte opgaven", "løfte", "verb"),
        ("derfor skal vi også løfte opgaven", "løfte", "verb"),
        ("derfor kan Danmark løfte opgaven", "løfte", "verb"),
        ("for at løfte opgaven", "løfte", "verb"),
        ("han gav et løfte", "løfte", "noun"),
        ("et højt, men vigtigt løfte", "løfte", None),
        ("opgaven løftes bredt", "løftes", "verb"),
        ("regeringen ønsker mere", "ønsker", "verb"),
        ("Danmark leder arbejdet", "leder", "verb"),
        ("Danmarks leder kom", "leder", "noun"),
        ("en ny leder kom", "leder", "noun"),
        ("projekter, der yderligere styrker byen", "styrker", "verb"),
        ("kommuner, som præcist fortæller om det", "fortæller", None),
        ("en række minder om krigen", "minder", None),
        ("300 millioner kroner til børn", "kroner", None),
        ("det minder os om krigen", "minder", "verb"),
        ("USA har drejet sit fokus", "drejet", "verb"),
        ("han er spiller i klubben", "spiller", None),
        ("det forværrer og presser mere", "presser", "verb"),
        ("en aktiv, åben og bred politik", "aktiv", "adjective"),
        ("lokale medier skrev", "lokale", "adjective"),
        ("et stort lokale", "lokale", "noun"),
        ("skolen er helt central", "central", "adjective"),
        ("for at fri sejlads sikres", "fri", "adjective"),
        ("landet rundt var det godt", "landet", None),
        ("livets naturlige gang", "livets", "noun"),
        ("i høj grad", "høj", "adjective"),
        ("det ligger til grund for planen", "grund", "noun"),
        ("Kunde\nLeder", "leder", None),
        ("og for huset", "for", None),
        ("qwrtz", "qwrtz", None),
        ("Støtte", "støtte", None),
        ("Støtte til byen – det må vi", "støtte", None),
    ],
)
def test_the_words_beside_tell_the_class(
    lexicon: Lexicon, text: str, word: str, read: str | None
) -> None:
    beside = Beside(text, lexicon)
    assert beside.read(beside.words.index(word)) == read
