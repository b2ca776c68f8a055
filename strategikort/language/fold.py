"""Keys under which spellings of one word meet.

Two keys, so that a near spelling can be found and still rank below the exact one:

- :func:`fold` is strict.  It takes together what is only another way of typing the same letters:
  upper and lower case, composed and decomposed letters, ``æ``/``ä``/``ae``, ``ø``/``ö``/``oe``,
  ``å``/``aa``.  ``år`` and ``ar`` stay apart.
- :func:`loose` also meets a word typed without the Danish letters (``okonomi``, ``radskonklusion``)
  or without its accents (``ide``), and therefore takes some different words together.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_APOSTROPHES = "\u2018\u2019\u201b\u02bc\u00b4\u0060\uff07"
_HYPHENS = "\u2010\u2011\ufffe"
_NORMAL = str.maketrans(
    dict.fromkeys(_INVISIBLE, "") | dict.fromkeys(_APOSTROPHES, "'") | dict.fromkeys(_HYPHENS, "-")
)
_HALVES = re.compile("[\ud800-\udfff]")
"""Halves of characters: so the command line gives what is no UTF-8, and no database takes them."""


_DANISH = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "ä": "ae", "ö": "oe", "œ": "oe"})
_USUAL = re.compile("[0-9A-Za-zÆØÅæøå]+")
_PLAIN = str.maketrans({"ð": "d", "đ": "d", "ł": "l", "þ": "th", "ı": "i"})
_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+")
_MARK = re.compile(r"(?:(?<=\d)|(?<=[a-zæøå]{3}))[¹²³⁰⁴-⁹]+\Z")
"""The mark of a note behind a word or a number: units are shorter, and ``IRIS²`` is a name."""

_INSIDE = re.compile(r"(?<=[^\W\d_])\.(?=[^\W\d_])|(?<=\d)'(?=[^\W\d_])")


def normalize(text: str) -> str:
    """Return ``text`` with one code for each visible sign; offsets may change.

    Letters are composed (Unicode NFC), soft hyphens and other zero-width characters are left
    out, every apostrophe is ``'`` and every unbreakable or typographic hyphen is ``-``.  What is no
    character is U+FFFD.
    """
    if text.isascii() and "`" not in text:
        return text
    text = _HALVES.sub("\ufffd", text)
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).translate(_NORMAL))


def _fold_once(word: str) -> str:
    word = unicodedata.normalize("NFKC", _HALVES.sub("\ufffd", word.translate(_NORMAL))).casefold()
    return unicodedata.normalize("NFKC", word).translate(_DANISH)


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """Return the strict key of ``word``: what is left when only the way of typing differs.

    ``Økonomi``, ``oekonomi`` and ``ökonomi`` have one key; ``okonomi`` has another.  The dots
    inside an abbreviation go (``bl.a``, ``U.S.A``), the apostrophe in ``1990'erne``, and the raised
    mark of a note (``2024¹``).  Folding a key gives the key.
    """
    if word.isascii() and word.isalnum():
        return word.lower()
    if _USUAL.fullmatch(word):
        # Three times as fast as to translate.
        return word.lower().replace("æ", "ae").replace("ø", "oe").replace("å", "aa")
    word = _MARK.sub("", word)
    # Case folding and compatibility forms may open up new ones: go on until nothing changes.
    for _ in range(8):
        key = _INSIDE.sub("", _fold_once(word))
        if key == word:
            break
        word = key
    return word


@lru_cache(maxsize=65536)
def loose(word: str) -> str:
    """Return the loose key of ``word``, under which also plain spellings meet.

    ``rådskonklusion``, ``raadskonklusion`` and ``radskonklusion`` have one key, and so do ``idé``
    and ``ide``, ``3.037`` and ``3037``; but so do ``år`` and ``ar``: rank what only meets here
    below what meets in :func:`fold`.
    """
    key = fold(word)
    if _THOUSANDS.fullmatch(key):
        return key.replace(".", "")
    if key.isascii():
        plain = _shortened(key)
        if plain == key or key.isalnum():
            return plain
    for _ in range(8):
        plain = unicodedata.normalize("NFKD", key)
        plain = "".join(filter(_is_no_mark, plain))
        plain = plain.translate(_PLAIN)
        plain = _shortened(plain)
        if plain == key:
            break
        key = fold(plain)
    return key


def unaccented(key: str) -> str:
    """Return a strict key without the marks over its letters: ``komite`` for ``komité``."""
    signs = unicodedata.normalize("NFD", key)
    return unicodedata.normalize("NFC", "".join(filter(_is_no_mark, signs)))


def _is_no_mark(sign: str) -> bool:
    return not unicodedata.combining(sign)


def _shortened(plain: str) -> str:
    # A loop, since leaving out one letter may put two others together: aaa, aea.
    while True:
        short = plain.replace("aa", "a").replace("ae", "a").replace("oe", "o")
        if short == plain:
            return plain
        plain = short
