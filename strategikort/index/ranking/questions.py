"""What a question asks for: a name, a time, a number; and what it is worth to have one.

Passages that hold the kind of thing asked for are likelier to answer (the idea of answer types
in question answering; Prager et al. 2000).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum

from strategikort.index.expanding.expansion import Group
from strategikort.index.ranking.candidate import Found
from strategikort.language.fold import fold
from strategikort.language.months import MONTHS
from strategikort.language.tokens import word_spans

HELD = 0.05
"""What a passage gains that holds the kind of thing a question asks for, wherever it stands."""

BESIDE = 0.1
"""What it gains besides if that stands near everything in it that matches."""

NEAR = 12
"""Words between what matches and the thing asked for: about a sentence."""


class Asked(Enum):
    """The kind of thing a question asks for."""

    NAME = "name"
    NAMES = "names"
    TIME = "time"
    COMING = "time to come"
    NUMBER = "number"
    HOW_OFTEN = "how often"
    DURATION = "duration"
    ADVICE = "advice"


TIMES = frozenset({Asked.TIME, Asked.COMING, Asked.HOW_OFTEN, Asked.DURATION})
"""When, how often, how long."""

_AFTER_WHICH = {
    "lande": Asked.NAMES,
    "stater": Asked.NAMES,
    "nationer": Asked.NAMES,
    "partnere": Asked.NAMES,
    "organisationer": Asked.NAMES,
    "regioner": Asked.NAMES,
    "aar": Asked.TIME,
    "periode": Asked.TIME,
    "dato": Asked.TIME,
    "maaned": Asked.TIME,
    "beloeb": Asked.NUMBER,
    "antal": Asked.NUMBER,
    "andel": Asked.NUMBER,
}
_AFTER_HOW = {
    "mange": Asked.NUMBER,
    "meget": Asked.NUMBER,
    "stor": Asked.NUMBER,
    "stort": Asked.NUMBER,
    "store": Asked.NUMBER,
    "hoej": Asked.NUMBER,
    "laenge": Asked.DURATION,
    "lang": Asked.DURATION,
    "ofte": Asked.HOW_OFTEN,
    "tit": Asked.HOW_OFTEN,
}
_TO_COME = frozenset({"vil", "skal", "kan", "maa", "boer"})
_ADVISING = frozenset({"kan", "kunne", "boer", "burde"})
"""Verbs of a question how something can or ought to be done."""

_NO_TIME = frozenset({"er", "var", "har"})
"""Verbs on -r that stand before what was, or may stand before it."""

_MONTH = "|".join(MONTHS)
_SMALL_NUMBER = "to|tre|fire|fem|seks|syv|otte|ni|ti|elleve|tolv"
_EVIDENCE = {
    # Two or three capitalised words in a row that do not begin a sentence, or a signature.
    Asked.NAME: re.compile(
        r"(?:(?<=[a-zæøå,] )|^)[A-ZÆØÅ][a-zæøåé]+(?: [A-ZÆØÅ][a-zæøåé]+){1,3}"
        # Or who holds an office, or a body: statsministeren, formandskabet, Energistyrelsen.
        r"|(?:minister|formand|direktør|chef|præsident|ordfører|borgmester|kommissær)(?:en|ens)?\b"
        r"|(?:formandskab|ministeri|nævn|sekretariat|tilsyn)(?:et|ets)\b"
        r"|(?:styrelse|kommune)(?:n|en|ns|ens)\b",
        re.MULTILINE,
    ),
    # Capitalised words one after the other, what stands in brackets aside.
    Asked.NAMES: re.compile(
        r"[A-ZÆØÅ][\w-]+(?: \([^)]*\))?(?:, (?:samt )?| og | samt )"
        r"(?:[a-zæøå]+ ){0,2}[A-ZÆØÅ][\w-]+"
    ),
    Asked.TIME: re.compile(rf"\b(?:19|20)\d\d\b|\b\d{{1,2}}\. (?:{_MONTH})\b", re.IGNORECASE),
    Asked.COMING: re.compile(
        rf"\b(?:\d{{1,2}}\. )?(?:(?:{_MONTH}) )?(?:19|20)\d\d\b|\b\d{{1,2}}\. (?:{_MONTH})\b",
        re.IGNORECASE,
    ),
    Asked.HOW_OFTEN: re.compile(
        r"\b(?:(?:halv)?årlig|månedlig|ugentlig|daglig|regelmæssig)[te]?\b|\bløbende\b"
        r"|\bhvert (?:(?:halve|andet|tredje|fjerde|femte) )?år\b|\bhver (?:dag|uge|måned)\b"
        r"|\bgange?\b",
        re.IGNORECASE,
    ),
    Asked.DURATION: re.compile(
        r"\bså længe\b|\bårevis\b|\bårtier\b|\b(?:19|20)\d\d ?[-–] ?(?:19|20)?\d\d\b"
        r"|\b(?:frem|ind)?til (?:og med )?(?:19|20)\d\d\b"
        rf"|\b(?:\d+|{_SMALL_NUMBER}|et|en|mange|flere|få|næste|kommende)"
        r" (?:år|måned|måneder|uge|uger|dag|dage)\b",
        re.IGNORECASE,
    ),
    # What is advised is said with the verb that it is asked for with.
    Asked.ADVICE: re.compile(
        r"\b(?:kan|kunne|bør|burde)\b|\b(?:anbefal|foreslå)\w*", re.IGNORECASE
    ),
    Asked.NUMBER: re.compile(
        r"\b\d+(?:[.,]\d+)*\b"
        rf"|\b(?:{_SMALL_NUMBER})\b"
        r"|\b(?:hundrede|tusind|million|milliard|(?:halv|tredje|fjerde|femte|tiende)del)",
        re.IGNORECASE,
    ),
}


_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def asked_for(words: Sequence[str]) -> Asked | None:
    """Return what the question with these words asks for, None if it is something else."""
    folded = [fold(word) for word in words]
    for at, word in enumerate(folded):
        following = folded[at + 1] if at + 1 < len(folded) else ""
        if word == "hvem":
            return Asked.NAME
        if word in ("hvornaar", "hvornar"):
            # Danish speaks of what is to come in the present tense: verbs on -r.
            present = following.endswith("r") and following not in _NO_TIME
            return Asked.COMING if present or following in _TO_COME else Asked.TIME
        if word == "hvor" and following in _AFTER_HOW:
            return _AFTER_HOW[following]
        if following in _ADVISING and (
            word == "hvordan" or (word == "hvad" and "goere" in folded[at:])
        ):
            return Asked.ADVICE
        if word in ("hvilken", "hvilket", "hvilke") and following in _AFTER_WHICH:
            return _AFTER_WHICH[following]
    return None


def gain(
    text: str, asked: Asked, found: Sequence[Found], groups: Sequence[Group], year: str = ""
) -> float:
    """Return what a passage gains for holding something of the kind asked for.

    ``found`` are the matches of ``groups`` in it: it gains the more, the more of them stand near.
    ``year`` is that of its document; what was before is not what is to come.
    """
    spans = [
        match.span()
        for match in _EVIDENCE[asked].finditer(text)
        if asked is not Asked.COMING or not _is_before(match.group(), year)
    ]
    if not spans:
        return 0.0
    held = [
        at
        for at, (start, _) in enumerate(word_spans(text))
        if any(first <= start < last for first, last in spans)
    ]
    matched = {item.group for item in found}
    near = {item.group for item in found if any(abs(item.token - at) <= NEAR for at in held)}
    told = sum(groups[number].idf for number in matched)
    return HELD + (BESIDE * sum(groups[number].idf for number in near) / told if told else 0.0)


def _is_before(time: str, year: str) -> bool:
    told = _YEAR.search(time)
    return told is not None and told.group() < year
