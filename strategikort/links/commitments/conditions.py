"""Clauses that ask, set a condition or take back what they say, and so promise nothing."""

from __future__ import annotations

import re

from strategikort.links.commitments.rules import Rules
from strategikort.links.commitments.subjects import clause_start
from strategikort.links.commitments.verbs import TOKEN

_HOW_MUCH = re.compile(
    r"\bhvor (?:få|lidt|lang|langt|længe|mange|meget|ofte|stor|store|stort)\b", re.IGNORECASE
)
_DENIES = re.compile(
    r"\b(?:ikke|aldrig|næppe)\b(?! (?:alene|bare|blot|kun|mindst))|\buden$", re.IGNORECASE
)
"""``ikke … at``: what is said to be so not; ``ikke kun`` says that it is."""

_TOLD_BY = re.compile(
    r"ifølge (?:(?:den|det|de|en|et) )?(?![\w-]*(?:aftale|bekendtgørelse|betingelse|budget|direktiv"
    r"|forordning|kontrakt|lov|overenskomst|plan|politik|regel|regl|strategi|traktat|vedtægt)"
    r"|artikel\b|§)\w",
    re.IGNORECASE,
)
"""``Ifølge WHO skal alle lande``: what somebody else demands; ``ifølge aftalen`` is what holds."""

_RECITAL = re.compile(r"[\W\d]*som [^\W\d]")
"""``som understreger, at staterne skal …``: what a resolution leans on."""


def is_blocked(rules: Rules, text: str, start: int, before: str) -> bool:
    """Say whether a clause from ``start`` promises nothing; ``before`` is it up to its verb."""
    words = _telling(rules, before)
    if words and (words[0] in rules.no_promise_after or words[:2] == ["selv", "om"]):
        return True
    if start and before.split()[:1] in (["og"], ["eller"]):
        condition = text[:start].rstrip(" ,")
        opens = clause_start(condition, len(condition)) == 0
        if opens and not rules.no_promise_after.isdisjoint(_telling(rules, condition)[:1]):
            return True  # hvis den ene vil, og den anden skal
    if _HOW_MUCH.search(before) or _TOLD_BY.match(before.lstrip()):
        return True
    if words and words[0] in {"at", "der", "som"}:
        governing = text[:start].rstrip(" ,")
        governing = governing[clause_start(governing, len(governing)) :]
        opening = _telling(rules, governing)
        if opening and opening[0] in rules.no_promise_after:
            return True  # når det er bestemt, at
        if words[0] == "at" and _may(rules, governing):
            return True  # kan beslutte, at
        if opening and opening[0] in rules.other_minds and words[0] == "at":
            return True  # kritikere mener, at
        recital = start and _RECITAL.match(text)
        told = recital or _DENIES.search(governing) or not rules.reported.isdisjoint(opening)
        return words[0] == "at" and bool(told)  # tror ikke på, at
    return False


def _may(rules: Rules, clause: str) -> bool:
    """Say whether a clause gives somebody the power to decide, which decides nothing yet."""
    words = [word.casefold() for word in TOKEN.findall(clause)]
    return not rules.advice_modals.isdisjoint(words) and not rules.powers.isdisjoint(words)


def _telling(rules: Rules, clause: str) -> list[str]:
    """Return the words of a clause (small letters) without the conjunctions before it."""
    words = [word.casefold() for word in TOKEN.findall(clause)]
    while words and words[0] in (rules.openers | {"eller"}):
        del words[: 2 if words[:2] == ["for", "eksempel"] else 1]
    return words
