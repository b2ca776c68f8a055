"""References as English texts have them, in the words of Danish ones.

``Article 3(2), point (a)``, ``recital 2``, ``paragraphs 12 to 14``, ``the third indent of paragraph
6``: papers of the EU are quoted in English, and documents are written in it.  Only what stands
with a number, a letter or an ordinal is put into Danish, so that a title is left as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, partial
from typing import NamedTuple

from strategikort.references.steps import PARTS_OF_LAWS

_NUMBERED = {
    "artikel": "article articles arts",
    "afsnit": "section sections sect sec",
    "kapitel": "chapter chapters chap ch",
    "del": "part parts",
    "betragtning": "recital recitals",
    "bilag": "annex annexes appendix appendices app schedule schedules",
    "konklusion": "conclusion conclusions",
    "punkt": "paragraph paragraphs para paras point points item items clause clauses",
    "stk.": "subsection subsections",
    "led": "indent indents bullet bullets",
    "fodnote": "footnote footnotes",
    "tabel": "table tables",
    "figur": "figure figures",
    "faktaboks": "box boxes",
    "prioritet": "priority priorities",
    "søjle": "pillar pillars",
    "anbefaling": "recommendation recommendations",
    "rolle": "role roles",
    "initiativ": "initiative initiatives",
    "spørgsmål": "question questions",
    "hovedpunkt": "key-point key-points key-message key-messages",
}
_COUNTED = {
    "afsnit": "paragraph paragraphs subparagraph subparagraphs",
    "pkt.": "sentence sentences",
}
"""What such words say behind an ordinal: the second paragraph of a section."""

_WORDS = {word: danish for danish, words in _NUMBERED.items() for word in words.split()}
_COUNTED_WORDS = _WORDS | {
    word: danish for danish, words in _COUNTED.items() for word in words.split()
}
"""The Danish word for each English one that stands with a number, and behind an ordinal."""

_PARAGRAPH = frozenset({"paragraph", "paragraphs", "para", "paras"})
_POINT = frozenset({"point", "points"})
_SECTION = frozenset({"section", "sections", "sect", "sec"})
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth"
    " fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
)

OF_PARAGRAPHS = frozenset({"konklusion", "led", "præmis", "punkt", "stykke"})
"""What a numbered paragraph may be; a chapter is none."""

_LABEL = r"(?:\d{1,4}(?:\.\d{1,3})*[a-z]?|[IVXLC]{1,7}|[ivx]{1,7}|[A-Za-z])(?!\w)"
_BRACKETED = rf"(?:{_LABEL}|\({_LABEL}\))(?:\s?\(\w{{1,4}}\))*"
_NTH = rf"(?:\d{{1,3}}(?:st|nd|rd|th)|last|{_ORDINALS.replace(' ', '|')})"
_AND = (
    r"(?:\s*[-–—]\s*|\s+(?:and|or|to)\s+|\s*,\s*(?=\(?\d|(?-i:[IVXLC]+|[A-Z])\b)|,\s+(?:and|or)\s+)"
)
_WITHIN = r"(?i)\x00,?\s+(?:of|in|to|under)\s+(?:the\s+)?"
_NUMBER = r"(?i)\b(?:nos?\.?|numbers?)\s*(?=\d)|#(?=\d)"


class Worded(NamedTuple):
    """A reference in Danish words, and the kinds of what it may name; none for any."""

    text: str
    kinds: frozenset[str] = frozenset()


def in_danish(reference: str) -> Iterator[Worded]:
    """Yield what ``reference`` is in Danish; nothing if it has no English words for places.

    A section may be one of a law, so there are two readings of it.
    """
    words = re.findall(r"[a-z]+", reference.lower().replace("key ", "key-"))
    if _COUNTED_WORDS.keys().isdisjoint(words) and not re.search(_NUMBER, reference):
        return
    pieces = _pieces()
    text = re.sub(r"(?i)\bkey (?=point|message)", "key-", reference)
    numbered = re.sub(_NUMBER, "nr. ", text)
    for of_law in (False, True) if not _SECTION.isdisjoint(words) else (False,):
        said = pieces.sub(partial(_danish, text=text, of_law=of_law), numbered)
        if said == reference:
            return
        parts = re.split(_WITHIN, said)
        kinds = _kinds(pieces.search(numbered), text)
        yield Worded(", ".join(reversed(parts)).replace("\x00", ""), kinds)


def _danish(piece: re.Match[str], *, text: str, of_law: bool) -> str:
    if piece["nths"]:
        nths = re.sub(_NTH, lambda nth: _counted(nth[0]), _joined(piece["nths"]), flags=re.I)
        return f"{nths} {_COUNTED_WORDS[piece['counted'].lower()]}\x00"
    word = piece["word"].lower()
    labels = re.sub(rf"(^|og |-|, )\(({_LABEL})\)", r"\1\2", _joined(piece["labels"]))
    danish = _WORDS[word]
    if word in _PARAGRAPH and _is_of_article(text):
        danish = "stk."
    elif word in _POINT and re.match(r"[a-z](?!\w)", labels):
        danish = "litra"
    elif word in _SECTION and of_law:
        danish = "§"
    return f"{danish} {labels}\x00"


def _kinds(piece: re.Match[str] | None, text: str) -> frozenset[str]:
    if piece is None or piece["nths"] or piece["word"].lower() not in _PARAGRAPH:
        return frozenset()
    return PARTS_OF_LAWS if _is_of_article(text) else OF_PARAGRAPHS


def _is_of_article(text: str) -> bool:
    """Tell whether a paragraph is one of an article or of a law's section."""
    return bool(re.search(r"(?i)\b(?:art(?:icles?)?|section)\b\.?\s*\d|§", text))


def _joined(labels: str) -> str:
    return re.sub(r"(?i)\s+to\s+", "-", re.sub(r"(?i),?\s+(?:and|or)\s+", " og ", labels))


def _counted(nth: str) -> str:
    if nth.lower() == "last":
        return "sidste"
    digits = re.match(r"\d+", nth)
    return f"{digits[0] if digits else _ORDINALS.split().index(nth.lower()) + 1}."


@cache
def _pieces() -> re.Pattern[str]:
    """Return what finds each place: a word with numbers or letters, ordinals with a word."""
    return re.compile(
        rf"(?:\bthe\s+)?\b(?:(?P<nths>{_NTH}(?:{_AND}{_NTH})*)\s+"
        rf"(?P<counted>{'|'.join(_COUNTED_WORDS)})\b"
        rf"|(?:strategic\s+)?(?P<word>{'|'.join(_WORDS)})\b\.?\s*(?:nr\.\s*)?"
        rf"(?P<labels>{_BRACKETED}(?:{_AND}{_BRACKETED})*))",
        re.IGNORECASE,
    )
