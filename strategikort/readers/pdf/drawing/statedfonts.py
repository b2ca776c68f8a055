"""Fonts as the file states them, where pdfminer.six takes them for others.

A font with the name of a standard one has the widths that the file gives.  The codes that
WinAnsiEncoding has no sign for are bullets.  The bitmaps of TeX have the names ``/a65``, which tell
only the code, and no other says what it stands for; TeX has three tables of them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from pdfminer.pdffont import PDFFont, PDFSimpleFont, PDFType3Font
from pdfminer.pdfinterp import PDFResourceManager
from pdfminer.pdftypes import list_value, resolve1
from pdfminer.psparser import PSLiteral, literal_name

_BULLET = "\u2022"
_NO_SIGNS = (0x7F, 0x81, 0x8D, 0x8F, 0x90, 0x9D)
"""The codes that are bullets by PDF 32000-1, D.2, note 3."""

_ASCII = {code: chr(code) for code in range(33, 127)} | {0x27: "\u2019", 0x60: "\u2018"}
_ACCENTS = "\u0060\u00b4\u02c6\u02dc\u00a8\u02dd\u02da\u02c7\u02d8\u00af\u02d9\u00b8\u02db"
_LETTERS = "ĂĄĆČĎĚĘĞĹĽŁŃŇŊŐŔŘŚŠŞŤŢŰŮŸŹŽŻĲİđ§ăąćčďěęğĺľłńňŋőŕřśšşťţűůÿźžżĳ¡¿£"
_CORK = {
    **dict(enumerate(_ACCENTS + "‚‹›“”„«»–—")),
    **{0x19: "ı", 0x1B: "ff", 0x1C: "fi", 0x1D: "fl", 0x1E: "ffi", 0x1F: "ffl", 0x7F: "-"},
    **_ASCII,
    **dict(enumerate(_LETTERS, 0x80)),
    **{code: chr(code) for code in range(0xC0, 0x100)},
    **{0xD7: "Œ", 0xDF: "ẞ", 0xF7: "œ", 0xFF: "ß"},
}
"""T1, that of European languages."""

_OLD = {
    **dict(enumerate(["ff", "fi", "fl", "ffi", "ffl", "ı"], 0x0B)),
    **dict(enumerate("`´ˇ˘¯˚¸ßæœøÆŒØ", 0x12)),
    **_ASCII,
    **{0x22: "”", 0x3C: "¡", 0x3E: "¿", 0x5C: "“", 0x7B: "–", 0x7C: "—"},
}
"""OT1, that of English, in which accents are drawn over letters."""

_SIGNS = {code: chr(code) for code in range(0xA2, 0xBF)} | {0x88: _BULLET, 0xBF: "€"}
"""TS1, signs without letters."""

_ONLY_OLD = frozenset((0x0B, 0x0C, 0x0D, 0x17, 0x1A))
"""Codes that text has in OT1, and hardly in T1: ff, fi, fl, the ring of å, æ."""


class FontManager(PDFResourceManager):
    """Gives the fonts of a file, each with what the file states of it."""

    def get_font(self, objid: object, spec: Mapping[str, object]) -> PDFFont:
        """Return a font, the same for the same object."""
        known = bool(objid) and objid in self._cached_fonts
        font = super().get_font(objid, spec)
        if not known and isinstance(font, PDFSimpleFont):
            _heed(font, spec)
        return font


def _heed(font: PDFSimpleFont, spec: Mapping[str, Any]) -> None:
    encoding = resolve1(spec.get("Encoding"))
    stated = encoding if isinstance(encoding, dict) else {"BaseEncoding": encoding}
    if isinstance(font, PDFType3Font):
        if table := _table_of(stated):
            font.cid2unicode = table
        return
    first, widths = resolve1(spec.get("FirstChar")), resolve1(spec.get("Widths"))
    if isinstance(first, int) and isinstance(widths, list):
        # A copy: fonts of one name share the standard widths.
        known = dict(font.widths)
        known.update((at, resolve1(width)) for at, width in enumerate(widths, first))
        font.widths = known
    base = stated.get("BaseEncoding")
    if isinstance(base, PSLiteral) and literal_name(base) == "WinAnsiEncoding":
        bullets = dict.fromkeys(_NO_SIGNS, _BULLET)
        font.cid2unicode = {**bullets, **font.cid2unicode}


def _table_of(encoding: Mapping[str, Any]) -> dict[int, str]:
    """Return what the codes of a bitmap of TeX stand for, nothing for another font."""
    codes: set[int] = set()
    code = 0
    for item in list_value(encoding.get("Differences", [])):
        if isinstance(item, int):
            code = item
            continue
        name = literal_name(item)
        if name != ".notdef":
            if name != f"a{code}":
                return {}
            codes.add(code)
        code += 1
    if not codes:
        return {}
    if not any(re.fullmatch("[A-Za-z]", chr(code)) for code in codes):
        return _SIGNS if max(codes) >= 0x80 else {}
    return _OLD if max(codes) < 0x80 and not codes.isdisjoint(_ONLY_OLD) else _CORK
