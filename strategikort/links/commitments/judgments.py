"""Judgments: what they tell of the law is no demand of theirs."""

from __future__ import annotations

import re
from collections.abc import Iterable

from strategikort.model import Section

_RULING = re.compile(r"\bt ?h ?i +k ?e ?n ?d ?e ?s +f ?o ?r +r ?e ?t\b", re.IGNORECASE)
"""The words with which the ruling of a Danish judgment begins, spaced out or not."""

_RULING_KIND = "domskonklusion"

_BY_LAW = re.compile(
    r"\b(?:efter|ifølge|i henhold til|i medfør af|fremgår af|følger af) (?:[\w-]+ ){0,3}?"
    r"(?:§|(?:artikel|retspraksis)\b|[\w-]*"
    r"(?:lov|bekendtgørelse|forordning|direktiv|overenskomst|traktat|vedtægt)(?:er)?(?:e?n|et|ne)?s?\b)",
    re.IGNORECASE,
)
_ANY = re.compile(r"(?:en|et|enhver|ethvert) ", re.IGNORECASE)
"""How an actor begins who may be anybody: what holds for all is the law."""


def is_judgment(sections: Iterable[Section]) -> bool:
    """Say whether the sections are those of a judgment: there is a ruling among them."""
    return any(
        section.kind == _RULING_KIND
        or _RULING.search(section.title)
        or _RULING.search(section.text.text)
        for section in sections
    )


def tells_law(section: Section, sentence: str, actor: str) -> bool:
    """Say whether a sentence of a judgment only tells what the law demands of ``actor``."""
    if section.kind == _RULING_KIND or _RULING.search(section.title):
        return False
    return bool(_BY_LAW.search(sentence) or _ANY.match(actor))
