"""What of a text is wording: its words and punctuation, each with its place.

Two texts have the same wording when their tokens are equal.  White space, the shapes of
quotation marks and dashes, blanks before full stops, soft hyphens and other characters that
nobody sees, bullets, ligatures, superscript note marks, how high the figure of a unit stands
(``m²``, ``CO₂``) and the Unicode form of a letter are not wording and leave no trace here.  A
hyphen at a line end cannot be told from one of the word by itself, so a token carries both its
*key* (lower case, no hyphens), by which places are found, and its *surface*, by which they are
judged.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

ELLIPSIS = "…"

_QUOTES = "\"'`´‘’‚‛“”„‟«»‹›′″"
_DASHES = "‐‑‒–—―−"
_SUPERSCRIPTS = "¹²³⁰⁴⁵⁶⁷⁸⁹"
_BULLETS = "•‣▪◦●○➢➤❖\uf02d\uf06e\uf076\uf095\uf0a7\uf0a8\uf0b2\uf0b7\uf0d8\uf0fc"
_UNSEEN = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufe0e\ufe0f\ufeff\ufffe"
# What is copied out of a PDF has the ligatures that its font draws.
_LIGATURES = {chr(code): unicodedata.normalize("NFKC", chr(code)) for code in range(0xFB00, 0xFB07)}
_SHAPES = str.maketrans(
    dict.fromkeys(_QUOTES, "'")
    | dict.fromkeys(_DASHES, "-")
    | dict.fromkeys(_UNSEEN, "")
    | _LIGATURES
)

# A word may be broken by a hyphen and white space (stra- tegi), unless what follows shows that
# the hyphen stands for a part left out (udenrigs- og).
_HYPHEN = f"[-{_DASHES}]"
_PART = rf"(?:\d+(?:[.,]\d+)+|[\w\u0300-\u036f{_UNSEEN}]+)"
_TOKEN = re.compile(
    rf"{_HYPHEN}?{_PART}(?:{_HYPHEN}(?:\s+(?!(?i:og|eller|samt|til)\b(?!{_HYPHEN})))?{_PART})*{_HYPHEN}?"
    rf"|\. ?\. ?\.+|[^\w\s\u0300-\u036f{_UNSEEN}{_BULLETS}]"
)
_NOTE_MARK = re.compile(rf"(?:(?<=[^\W\d_]{{3}})|(?<=\d{{3}}))[{_SUPERSCRIPTS}]+$")
_UNIT = re.compile("(?:(?<![^\\W\\d_])[kcmd]?m(?=[²³])|(?<=[^\\W\\d_])(?=[₀-₉])).")
_FIGURES = str.maketrans("²³₀₁₂₃₄₅₆₇₈₉", "230123456789")
_BROKEN = re.compile(rf"{_HYPHEN}\s+")
_ALL_DASHES = ("-", *_DASHES)
_ACROSS_BLANKS = re.compile(rf"{_HYPHEN}\s")


class Token(NamedTuple):
    """A word or a mark; ``start`` and ``end`` are its 0-based half-open place in the text.

    ``broken`` is the surface without the hyphens that white space follows: what the word is if
    those stand at line ends.
    """

    key: str
    surface: str
    start: int
    end: int
    broken: str

    @property
    def is_word(self) -> bool:
        """Say whether this is a word or a number, not a mark."""
        return self.key[:1].isalnum()

    def moved(self, by: int) -> Token:
        """Return the token in a longer text, which has ``by`` characters more in front of it."""
        return self._replace(start=self.start + by, end=self.end + by)


def tokens(text: str) -> list[Token]:
    """Return the tokens of ``text`` in order."""
    found: list[Token] = []
    for match in _TOKEN.finditer(text):
        raw = match.group()
        key, surface, broken = forms_of(raw)
        if key:
            found.append(Token(key, surface, match.start(), match.end(), broken))
    return found


def keys(text: str) -> list[str]:
    """Return the keys of the tokens of ``text``."""
    return [key for raw in _TOKEN.findall(text) if (key := forms_of(raw)[0])]


def chunks(text: str) -> list[str]:
    """Cut ``text`` into pieces whose tokens, piece after piece, are the tokens of ``text``.

    Much faster than ``tokens``, and the same pieces come again and again.
    """
    dashed = any(dash in text for dash in _ALL_DASHES)
    if ". ." in text or (dashed and _ACROSS_BLANKS.search(text)):
        return [text]
    return text.split()


def hyphens_of(surface: str) -> frozenset[int]:
    """Return where hyphens stand in a surface: before which of its other characters."""
    found: set[int] = set()
    at = 0
    for sign in surface:
        if sign == "-":
            found.add(at)
        else:
            at += 1
    return frozenset(found)


def plain(found: Sequence[Token]) -> str:
    """Return the surfaces with a blank between them: the wording as one line for comparing."""
    return " ".join(token.surface for token in found)


@lru_cache(maxsize=1 << 17)
def forms_of(raw: str) -> tuple[str, str, str]:
    """Return key, surface and broken form of a token as it stands in a text."""
    if raw.isascii() and raw.isalnum():
        return raw.lower(), raw, raw
    surface = _tidy("".join(raw.split()))
    broken = _tidy(_BROKEN.sub("", raw)) if _BROKEN.search(raw) else surface
    return _key(surface), surface, broken


def _tidy(raw: str) -> str:
    if raw[:2] == "..":
        return ELLIPSIS
    return _UNIT.sub(_level, _NOTE_MARK.sub("", shaped(raw)))


def _level(unit: re.Match[str]) -> str:
    """Return a unit with its figure on the line, as it is typed and read from most files."""
    return unit.group().translate(_FIGURES)


def shaped(raw: str) -> str:
    """Return a word or mark in the one shape in which quotation marks, dashes and letters agree."""
    return unicodedata.normalize("NFC", raw.translate(_SHAPES))


def _key(surface: str) -> str:
    lower = surface.lower()
    if "-" in lower and len(lower) > 1:
        return lower.replace("-", "") or "-"
    return lower
