"""References made of several: lists, ranges, places in places, a title with its date in front.

``rk 6, 8 og 12``, ``konklusion 6-9``, ``uss/3.4-3.6``; ``prioritet 5, faktaboks``, ``2. og 4. led i
konklusion 6``, ``pejlemærke 3, uss``; ``Strategi for tech-diplomati, [2024], prioritet 5``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from strategikort.index.storage.namekeys import name_key
from strategikort.language.numbers.numerals import roman
from strategikort.references.documents import DocumentCitation
from strategikort.references.nested import Nested
from strategikort.references.numbering import BELOW_WORDS, has_digit
from strategikort.references.resolution import Resolution
from strategikort.references.saying import with_digits

_AND = re.compile(r"\s*(?:;|&|\bog\b|\bsamt\b|\beller\b)\s*")
_LISTED = re.compile(rf"{_AND.pattern}|,(?=\s*(?!(?:{'|'.join(BELOW_WORDS)})\b)[^\W\d_]+\.? \d)")
"""Between references of which each has a name: ``pejlemærke 3, prioritet 5 og rk 6``."""

_LABEL = r"(?:[A-ZÆØÅ]|[IVXLC]{1,7})"
_LETTERED_LIST = re.compile(
    rf"(?P<head>.*[^\W\d_]{{3}}) (?P<labels>{_LABEL}(?:(?:, ?| og | samt | ?[-–—] ?){_LABEL})+)"
    r"(?P<tail> (?:i|fra|til|af) .+)?"
)
"""Letters or Roman numbers of one kind: ``redegørelsen, bilag A og B``."""

_ON_A_SECTION = re.compile(r"[^§,;]*\btil (?=§)", re.IGNORECASE)
_NUMBER_OR_PATH = re.compile(r"[\d/]")
_ROMAN_RANGE = re.compile(r"\b([ivx]+)(\s*[-–—]\s*)([ivx]+)\b", re.IGNORECASE)


class Composed(Nested):
    """Finds what references with several parts name, each part found by ``single``."""

    def find(self, text: str) -> Resolution | None:
        """Return what ``text`` names; None if it is no such reference.

        Raises ``StrategikortError`` for a range that runs backwards.
        """
        text = re.sub(r"(?<=\d)\s+til(?: og med)?\s+(?=\d)", "-", text)
        text = re.sub(r"\s*;\s*(?=\d)|(?<=\d)\s+eller\s+(?=\d)", ", ", text)
        lettered = _LETTERED_LIST.fullmatch(text)
        if lettered and (found := self._lettered(lettered)):
            return found
        said = with_digits(_ROMAN_RANGE.sub(_arabic, text))
        for reading in dict.fromkeys((text, said)):
            found = self._within(reading, None) or self._titled(reading) or self._each(reading)
            if found is not None:
                return found
        return None

    def _lettered(self, listed: re.Match[str]) -> Resolution | None:
        """Return what a list of letters or Roman numbers names: ``bilag A og B``, ``I-III``."""
        labels = re.split(r"(\W*\b(?:og|samt)\b\W*|\W+)", listed["labels"])
        each = [
            self.find(f"{listed['head']} {label}{listed['tail'] or ''}")
            or self._one(name_key(f"{listed['head']} {label}{listed['tail'] or ''}"), None)
            for label in labels[::2]
        ]
        if not all(found and len(found.ids) == 1 for found in each):
            return None
        spans = [labels[at].strip() in ("-", "–", "—") for at in range(1, len(labels), 2)]
        if any(spans):
            return self._between(*each) if len(each) == 2 else None
        return Resolution(tuple(one for found in each if found for one in found.ids))

    def is_missing(self, text: str) -> bool:
        """Tell whether each part of ``text``, which names nothing, names something by itself.

        ``pejlemærke 3 i rådskonklusionerne``, ``konklusion 7, 3. led``; or whether it is a number
        of a kind that documents do not have: ``Udenrigsministeriet (2024), prioritet 15``.
        """
        cited = self.documents.find(text)
        if cited is not None and has_digit(cited.rest):
            asked = name_key(cited.rest)
            every = (*cited.documents, *cited.others)
            return all(self._single.written.is_missing(f"{name} {asked}") for name in every)
        parts = [part for part in re.split(r",|\s(?:i|fra|under)\s", text) if part.strip()]
        if len(parts) < 2:
            return False
        keys = [name_key(part) for part in parts]
        return all(
            self._single.find(key) or self._single.written.is_missing(key)
            if any(map(str.isdigit, key))
            else self._single.document(key)
            for key in keys
        )

    def _titled(self, text: str) -> Resolution | None:
        """Return what stands beside a document's title, publisher, date and number.

        Where several documents are called so, in any of them; only one can then be meant.
        """
        cited = self.documents.find(text)
        if cited is not None:
            return self._in_cited(cited, cited.rest)
        parts = text.split(",")
        for count in range(1, len(parts)):
            cited = self.documents.find(",".join(parts[count:]))
            if cited is not None and not cited.rest:
                found = self._in_cited(cited, ",".join(parts[:count]))
                if found is not None:
                    return found
        return None

    def _in_cited(self, cited: DocumentCitation, place: str) -> Resolution | None:
        """Return what ``place`` names in the documents that are cited."""
        found = self._in_each(cited.documents, place)
        also = self._in_each(cited.others, place)
        if found is None or also is None:
            return found or also
        return found._replace(others=(also.document,) if also.document else also.ids)

    def _in_each(self, documents: Sequence[str], place: str) -> Resolution | None:
        """Return what ``place`` names in the one document, or in those of several that have it."""
        if not place:
            if len(documents) == 1:
                return self._whole(documents[0])
            return Resolution(tuple(documents), several=True) if documents else None
        found = [self._within(place, self._whole(document)) for document in documents]
        ids = tuple(name for item in found if item for name in item.ids)
        if len(documents) == 1 or not ids:
            return found[0] if found else None
        return Resolution(ids, several=True)

    def _each(self, text: str) -> Resolution | None:
        """Return what a list of references names, each of which names something by itself."""
        parts = [part.strip(" ,") for part in _AND.split(text) if part.strip(" ,")]
        found = self._all(text, parts)
        if found is not None or len(parts) < 2:
            return found
        # A place in a place is in one document: »søjle 1, prioritet 5« is no list.
        listed = [part.strip() for part in _LISTED.split(text)]
        found = self._all(text, listed)
        documents = {one.partition("/")[0] for one in found.ids} if found else ()
        return found if len(documents) == len(listed) else None

    def _all(self, text: str, parts: list[str]) -> Resolution | None:
        """Return what all ``parts`` of ``text`` name, each by itself."""
        if on := _ON_A_SECTION.match(text):
            # »bemærkningerne til § 1 og § 3« are two remarks.
            parts = [on[0] + part if part.startswith("§") else part for part in parts]
        if all("/" in part for part in parts):
            parts = [part.strip() for item in parts for part in item.split(",")]
        # »Japan og Indien« is no list of places: who asks for it wants what joins the two.
        if len(parts) < 2 or not all(_NUMBER_OR_PATH.search(part) for part in parts):
            return None
        found = [self._one(name_key(part), None) or self._steps(part, None) for part in parts]
        if not all(item is not None and not item.document for item in found):
            return None
        return Resolution(tuple(dict.fromkeys(name for item in found if item for name in item.ids)))


def _arabic(match: re.Match[str]) -> str:
    first, last = (1 if number in "iI" else roman(number) for number in (match[1], match[3]))
    return f"{first}{match[2]}{last}" if first and last else match[0]
