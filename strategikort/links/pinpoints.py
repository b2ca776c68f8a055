"""Which part of a document is meant where one is named beside it: ``kapitel 3 i klimaplanen``."""

from __future__ import annotations

import re
from collections.abc import Iterable

from strategikort.language.fold import fold
from strategikort.model import Section

_WORDS = {
    "§": ("paragraf",),
    "artikel": ("artikel",),
    "bilag": ("bilag",),
    "konklusion": ("konklusion",),
    "pejlemærke": ("pejlemærke",),
    "prioritet": ("prioritet",),
    "kapitel": ("kapitel", "afsnit"),
    "kap.": ("kapitel", "afsnit"),
    "afsnit": ("afsnit", "kapitel"),
    "punkt": ("punkt", "afsnit", "kapitel"),
    "pkt.": ("punkt", "afsnit", "kapitel"),
}
"""What a part is called, and the kinds of sections that it may be."""

_PLACE = (
    rf"(?P<word>§+|{'|'.join(map(re.escape, list(_WORDS)[1:]))}) ?"
    r"(?P<number>\d+(?:\.\d+)*(?: ?[a-z]\b)?)"
)
_BETWEEN = r"(?:Europa-Parlamentets og Rådets |(?!(?:og|samt|eller|mens) )[\w-]+ ){0,6}"
_BEFORE = re.compile(
    rf"{_PLACE}(?:,? (?:stk|nr|litra)\.? ?\w+)*,? (?:i|af) {_BETWEEN}$", re.IGNORECASE
)
_BEHIND = re.compile(
    rf"(?: om [\w ]{{3,60}}?)?['’]?s?[«\"”]?,? \(?(?:jf\. |se )?{_PLACE}(?!\w)(?!,? i )",
    re.IGNORECASE,
)
_PART = r"(?:afsnittet|kapitlet|afsnit|kapitel)"
_TITLE_BEFORE = re.compile(rf"{_PART} (?:om )?[»\"“”]?(?P<title>[^.;:()«]{{3,70}}?)[«\"”]? i $")
_TITLE_BEHIND = re.compile(rf"['’]?s?,? \(?{_PART} (?:om )?[»\"“”]?(?P<title>[^.;:()«\"”]{{3,70}})")
_FAR = 120
_LABEL = re.compile(r"(?P<label>[a-zæøå]{4,} \d+(?:\.\d+)*)\b", re.IGNORECASE)
_LABEL_BEFORE = re.compile(rf"\b{_LABEL.pattern},? (?:i|af) {_BETWEEN}$", re.IGNORECASE)
_LABEL_BEHIND = re.compile(rf"['’]?s?[«\"”]?,? \(?(?:jf\. |se )?{_LABEL.pattern}", re.IGNORECASE)
"""A part that is called what its heading begins with: ``indsats 4``."""


class Parts:
    """The parts of one document, by kind and number and by title."""

    def __init__(self, sections: Iterable[Section]) -> None:
        self._numbered: dict[tuple[str, str], Section] = {}
        self._titled: dict[str, Section | None] = {}
        self._labelled: dict[str, Section | None] = {}
        for section in sections:
            if section.number:
                self._numbered.setdefault((section.kind, section.number), section)
            title = fold(section.title)
            self._titled[title] = None if title in self._titled else section
            label = _LABEL.match(section.title)
            if label:
                key = fold(label["label"])
                self._labelled[key] = None if key in self._labelled else section

    def beside(self, text: str, span: tuple[int, int]) -> Section | None:
        """Return the part that ``text`` names beside ``span``, where it names the document."""
        before = max(0, span[0] - _FAR)
        match = _BEFORE.search(text, before, span[0]) or _BEHIND.match(text, span[1])
        if match:
            kinds = _WORDS["§" if match["word"][0] == "§" else match["word"].lower()]
            keys = [(kind, match["number"]) for kind in kinds]
            return next((self._numbered[key] for key in keys if key in self._numbered), None)
        match = _LABEL_BEFORE.search(text, before, span[0]) or _LABEL_BEHIND.match(text, span[1])
        if match and fold(match["label"]) in self._labelled:
            return self._labelled[fold(match["label"])]
        match = _TITLE_BEFORE.search(text, before, span[0]) or _TITLE_BEHIND.match(text, span[1])
        return self._called(match["title"]) if match else None

    def _called(self, words: str) -> Section | None:
        """Return the part whose title ``words`` begin with, the longest."""
        parts = fold(words).split()
        for count in range(len(parts), 0, -1):
            title = " ".join(parts[:count]).strip(" ,»«\"'”")
            if title in self._titled:
                return self._titled[title]
        return None
