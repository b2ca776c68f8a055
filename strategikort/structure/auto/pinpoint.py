"""How a citation names a section that was found without a profile."""

from __future__ import annotations

import re

# A kind that is not listed is cited by its own name.
_NUMBERED = {"paragraf": "§", "stykke": "stk.", "led": "litra"}
_COUNTED = frozenset({"led", "anbefaling", "stykke", "punkt"})
_TITLED = {
    "kapitel": "kapitlet",
    "afsnit": "afsnittet",
    "bilag": "bilaget",
    "tabel": "tabellen",
    "figur": "figuren",
    "faktaboks": "faktaboksen",
}
_PLAIN = {
    "titelblad": "titelbladet",
    "underskrift": "underskriften",
    "domskonklusion": "domskonklusionen",
    "citat": "fremhævet citat",
    "kilde": "kildeangivelse",
    "bilag": "bilaget",
}
_LETTERED = frozenset({"paragraf", "kapitel", "artikel"})
"""Kinds whose numbers have a blank before the letter that was put in later: ``§ 3 a``."""

_SEVERAL = re.compile(r"\d.*[-–,\s]\d")
"""What is the label of several sections that are headed together: ``3-5``, ``7 og 8``."""

_REMARKS = "bemærkningerne til"

_WITHIN = frozenset({"led", "anbefaling", "citat", "kilde", "stykke"})


def pinpoint(kind: str, label: str | None, count: int | None, title: str, parent: str) -> str:
    """Return ``afsnit 3.2``; ``title`` is empty where none stands in the source.

    A number that was only counted is given as an ordinal: that is counting, not quoting.
    """
    if kind == "bemærkning" and label:
        return f"{parent}, {label}" if parent.startswith(_REMARKS) else f"{_REMARKS} {label}"
    if kind == "svar" and parent:
        return f"svaret på {parent}"
    if label:
        if kind in _LETTERED:
            label = re.sub(r"(?<=\d)(?=[^\W\d_](?!\w))", " ", label)
        sign = "§§" if kind == "paragraf" and _SEVERAL.search(label) else _NUMBERED.get(kind, kind)
        own = f"{sign} {label}"
    elif kind == "stykke" and parent:
        own = f"stk. {count}"
    elif count is not None and kind in _COUNTED:
        own = f"{count}. {kind}"
    elif title and kind == "afsnit" and parent.startswith("punkt "):
        own = f"{parent}, »{title}«"  # there is a »Beslutning« below every point
    elif title:
        own = f"{_TITLED.get(kind, kind)} »{title}«"
    else:
        own = _PLAIN.get(kind, kind)
    return f"{parent}, {own}" if kind in _WITHIN and parent else own
