"""Glyphs → characters: ligatures taken apart, hyphens and bullets by their usual characters."""

from __future__ import annotations

import re
import unicodedata

NO_GLYPH = "\ufffd"
"""Stands for a glyph of which the file does not say what character it is."""

_LIGATURES = {
    code: unicodedata.normalize("NFKC", chr(code))
    for code in (*range(0xFB00, 0xFB07), 0x132, 0x133)
}
# Producers write hyphens as U+00AD (Latin-1's hyphen glyph); a line-end one may be U+FFFE.
_HYPHENS = {0xAD: "-", 0xFFFE: "-", 0x2011: "\u2011"}
_SPACES = {0x09: " ", 0xA0: "\xa0", 0x200B: "", 0x200C: "", 0x200D: "", 0xFEFF: "", 0: ""}
_BULLETS = dict.fromkeys(
    (0xF0B7, 0xF0A7, 0xF0D8, 0xF0A8, 0xF076, 0xF0FC, 0xF06E, 0xF0B2, 0xF02D, 0xF095, 0x2022), "•"
)
_TABLE: dict[int, str] = {**_LIGATURES, **_HYPHENS, **_SPACES, **_BULLETS}
_COMBINING = {"\u02da": "\u030a", "\xa8": "\u0308"}
_ACCENTED = re.compile(f"([{''.join(_COMBINING)}])([A-Za-zı])")
ACCENTS = frozenset("\u02da\xa8\xb4\u02ca`\u02c6\u02dc")
"""What is drawn over the letter that comes after it."""


def readable(text: str, font: str) -> str:
    """Return what a glyph says; the bytes of symbol fonts lie in the private-use area."""
    if text.startswith("(cid:"):
        return NO_GLYPH
    if not text.isascii():
        text = text.translate(_TABLE)
    if len(text) == 1 and text in "lnqu§Ø" and "dingbat" in font.lower():
        return "•"
    if len(text) == 1 and text in "§ØüvqnlF" and "wingding" in font.lower():
        return "•"
    if len(text) == 1 and text == "·" and "symbol" in font.lower():
        return "•"
    return text


def is_lost(text: str) -> bool:
    """Tell whether a glyph says nothing: no character, or a private one."""
    return text == NO_GLYPH or (len(text) == 1 and unicodedata.category(text) == "Co")


def compose(text: str) -> str:
    """Return ``text`` in NFC; an accent that was drawn over its letter becomes one with it."""
    if text.isascii():
        return text
    text = _ACCENTED.sub(lambda found: found[2] + _COMBINING[found[1]], text)
    return unicodedata.normalize("NFC", text)


def damaged_characters(text: str, language: str | None) -> dict[str, int]:
    """Count the characters that were lost on the way, by kind (see ``Quality.damaged``)."""
    counts = {
        "cid": text.count("(cid:"),
        "replacement": text.count("\ufffd"),
        "private": len(re.findall("[\ue000-\uf8ff]", text)),
        "letters": _wrong_letters(text) if language in {"da", "nb", None} else 0,
    }
    return {kind: count for kind, count in counts.items() if count}


def _wrong_letters(text: str) -> int:
    """Count letters that a wrong font encoding puts in the place of æ, ø and å."""
    polish = len(re.findall("[łŁ]", text))
    if polish and re.search("[ąęśćżź]", text):
        polish = 0
    mojibake = len(re.findall("Ã[¦¸¥†˜…]|√[¶∏•]|[a-zæøå][Ê¿¯Œ][a-zæøå]", text))
    return polish + mojibake
