"""References made of several: lists, ranges, places in places, a title with its date in front.

``rk 6, 8 og 12``, ``konklusion 6-9``, ``uss/3.4-3.6``; ``prioritet 5, faktaboks``, ``2. og 4. led i
konklusion 6``, ``pejlemærke 3, uss``; ``Strategi for tech-diplomati, [2024], prioritet 5``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from strategikort.errors import StrategikortError
from strategikort.index.namekeys import name_key
from strategikort.index.names import Names
from strategikort.language.numerals import roman
from strategikort.references.documents import CitedDocuments, DocumentCitation
from strategikort.references.grammar import NumberSpan, PlaceSyntaxError, Step, parse
from strategikort.references.numbering import BELOW_WORDS, has_digit
from strategikort.references.resolution import Resolution
from strategikort.references.saying import with_digits
from strategikort.references.single import Single

_INSIDE = re.compile(r"\s+(?:i|fra|under|af|på)\s+", re.IGNORECASE)
_AND = re.compile(r"\s*(?:;|&|\bog\b|\bsamt\b|\beller\b)\s*")
_LISTED = re.compile(rf"{_AND.pattern}|,(?=\s*(?!(?:{'|'.join(BELOW_WORDS)})\b)[^\W\d_]+\.? \d)")
"""Between references of which each has a name: ``pejlemærke 3, prioritet 5 og rk 6``."""

_LABEL = r"(?:[A-ZÆØÅ]|[IVXLC]{1,7})"
_LETTERED_LIST = re.compile(
    rf"(?P<head>.*[^\W\d_]{{3}}) (?P<labels>{_LABEL}(?:(?:, ?| og | samt | ?[-–—] ?){_LABEL})+)"
    r"(?P<tail> (?:i|fra|til|af) .+)?"
)
"""Letters or Roman numbers of one kind: ``redegørelsen, bilag A og B``."""

_ID_RANGE = re.compile(
    r"(?P<above>[^\W_][\w./-]*/)(?P<first>\d+(?:\.\d+)*)\s*[-–—]\s*(?P<last>\d+(?:\.\d+)*)"
)
_ON_A_SECTION = re.compile(r"[^§,;]*\btil (?=§)", re.IGNORECASE)
_QUOTED_STEP = re.compile(r"(?<=, )[»“\"]([^«”\",]+)[«”\"]")
_NUMBER_OR_PATH = re.compile(r"[\d/]")
_ROMAN_RANGE = re.compile(r"\b([ivx]+)(\s*[-–—]\s*)([ivx]+)\b", re.IGNORECASE)


class Composed:
    """Finds what references with several parts name, each part found by ``single``."""

    def __init__(self, names: Names, single: Single) -> None:
        self._names = names
        self._single = single
        self._whole = single.written.whole
        self.documents = CitedDocuments(names, single)

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

    def _within(self, text: str, scope: Resolution | None) -> Resolution | None:
        """Return what ``text`` names in what ``scope`` names, or in all there is."""
        found = self._steps(text, scope)
        if found is not None:
            return found
        for between in reversed(list(_INSIDE.finditer(text))):
            last = text[between.end() :]
            inner = self._above(last, scope)
            found = self._within(text[: between.start()], inner) if inner else None
            if found is not None:
                return found
        return None

    def _above(self, text: str, scope: Resolution | None) -> Resolution | None:
        """Return what ``text`` names as that in which something else is: a document, if it can."""
        if scope is None:
            document = self._single.document(name_key(text))
            cited = None if document else self.documents.find(text)
            documents = cited.documents if cited and not cited.rest else ()
            if document or documents:
                whole = document or (documents[0] if len(documents) == 1 else None)
                return self._whole(whole) if whole else None
        return self._one(name_key(text), scope) or self._within(text, scope)

    def _steps(self, text: str, scope: Resolution | None) -> Resolution | None:
        """Return what is named step by step, from the largest to the smallest."""
        span = _ID_RANGE.fullmatch(text) if scope is None else None
        if span:
            ends = [self._one(name_key(span["above"] + span[end]), None) for end in (2, 3)]
            return self._between(*ends)
        try:
            place = parse(_QUOTED_STEP.sub(r"\1", text))
        except PlaceSyntaxError:
            return self._one(name_key(text), scope) if scope and scope.document else None
        if scope and place.pages and not (place.lines or place.steps or place.id):
            return self._one(name_key(text), scope)  # a section that is called by its page
        if place.pages or place.lines:
            return None
        if place.id:
            scope = self._one(name_key(place.id), scope)
            if scope is None:
                return None
        steps = place.steps
        if scope is None and len(steps) > 1 and self._document(steps[-1]):
            steps = (steps[-1], *steps[:-1])
        for number, step in enumerate(steps, start=1):
            inner = self._step(step, scope)
            if inner is None and scope is None:
                inner = self._somewhere(step)
            if inner is None and number == len(steps) and scope:
                return self._several(step, scope)
            scope = inner
            if scope is None:
                return None
        return scope

    def _somewhere(self, step: Step) -> Resolution | None:
        """Return what a list or range names where its numbers may be those of several places.

        In one document, or one section of it, are all of them: ``punkt 7-9``.
        """
        if not step.numbers or (len(step.numbers) == 1 and step.numbers[0].last is None):
            return None
        first = replace(step, numbers=(NumberSpan(step.numbers[0].first),))
        found = self._single.find(name_key(str(first)))
        ids = found if isinstance(found, list) else found.ids if found else ()
        places: list[Resolution] = []
        for document in dict.fromkeys(one.partition("/")[0] for one in ids):
            inside = [one for one in ids if one.startswith(f"{document}/")]
            above = [parent for one in inside if (parent := self._names.parent(one))]
            whole = self._step(step, self._whole(document))
            each = (self._step(step, Resolution((one,))) for one in dict.fromkeys(above))
            places += [whole] if whole else filter(None, each)
        if len(places) < 2:
            return places[0] if places else None
        return Resolution(tuple(one for place in places for one in place.ids), several=True)

    def _several(self, step: Step, scope: Resolution) -> Resolution | None:
        """Return the sections in ``scope`` of which only one can be meant: cms, anbefaling 1."""
        key = name_key(str(step))
        if scope.document:
            found = self._single.in_document(key, scope.document)
        else:
            found = self._single.inside(key, scope.ids[0]) if len(scope.ids) == 1 else None
        if not isinstance(found, list) or len(found) < 2:
            return None
        return Resolution(tuple(found), several=True)

    def _document(self, step: Step) -> str | None:
        return None if step.numbers or step.title else self._single.document(name_key(step.name))

    def _step(self, step: Step, scope: Resolution | None) -> Resolution | None:
        if not step.numbers:
            return self._one(name_key(str(step)), scope)
        ids: list[str] = []
        for span in step.numbers:
            ends = [
                self._one(name_key(str(replace(step, numbers=(NumberSpan(number),)))), scope)
                for number in span
                if number is not None
            ]
            found = self._between(*ends) if len(ends) == 2 else ends[0]
            if found is None or found.document:
                return None
            ids += found.ids
        return Resolution(tuple(dict.fromkeys(ids)))

    def _one(self, key: str, scope: Resolution | None) -> Resolution | None:
        """Return what one name names in ``scope``; None also where it may be several."""
        if scope is None:
            found = self._single.find(key)
            document = None if found else self._single.document(key)
            if document:
                return self._whole(document)
        elif scope.document:
            found = self._single.in_document(key, scope.document)
        elif len(scope.ids) == 1:
            found = self._single.inside(key, scope.ids[0])
        else:
            return None
        if isinstance(found, list):
            return Resolution(tuple(found)) if len(found) == 1 else None
        return found

    def _between(self, first: Resolution | None, last: Resolution | None) -> Resolution | None:
        """Return the sections from one to another: those of their kind in reading order."""
        if first is None or last is None or len(first.ids) != 1 or len(last.ids) != 1:
            return None
        (one,), (other,) = first.ids, last.ids
        kind, document = self._names.kind_of(one), one.partition("/")[0]
        if kind is None or kind != self._names.kind_of(other):
            return None
        ids = self._names.of_kind(kind, document)
        if other not in ids:
            return None
        start, end = ids.index(one), ids.index(other)
        if end < start:
            raise StrategikortError(
                f"Fra {one} til {other} går baglæns.",
                "Skriv det første sted først.",
                code="bad_reference",
            )
        span = ids[start : end + 1]
        # What lies under one of them is named with it.
        return Resolution(tuple(one for one in span if self._names.parent(one) not in span))

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
