"""Places in places, from the largest to the smallest or the other way about, and ranges of them.

``prioritet 5, faktaboks``, ``2. led i konklusion 6``, ``pejlemærke 3, uss``; ``konklusion 6-9``,
``uss/3.4-3.6``.
"""

from __future__ import annotations

import re
from dataclasses import replace

from strategikort.errors import StrategikortError
from strategikort.index.storage.namekeys import name_key
from strategikort.index.storage.names import Names
from strategikort.references.documents import CitedDocuments
from strategikort.references.grammar import NumberSpan, PlaceStep, PlaceSyntaxError, parse
from strategikort.references.resolution import Resolution
from strategikort.references.single import Single

_INSIDE = re.compile(r"\s+(?:i|fra|under|af|på)\s+", re.IGNORECASE)
_ID_RANGE = re.compile(
    r"(?P<above>[^\W_][\w./-]*/)(?P<first>\d+(?:\.\d+)*)\s*[-–—]\s*(?P<last>\d+(?:\.\d+)*)"
)
_QUOTED_STEP = re.compile(r"(?<=, )[»“\"]([^«”\",]+)[«”\"]")


class Nested:
    """Finds what is named step by step, each step by ``single``."""

    def __init__(self, names: Names, single: Single) -> None:
        self._names = names
        self._single = single
        self._whole = single.written.whole
        self.documents = CitedDocuments(names, single)

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

    def _somewhere(self, step: PlaceStep) -> Resolution | None:
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

    def _several(self, step: PlaceStep, scope: Resolution) -> Resolution | None:
        """Return the sections in ``scope`` of which only one can be meant: cms, anbefaling 1."""
        key = name_key(str(step))
        if scope.document:
            found = self._single.in_document(key, scope.document)
        else:
            found = self._single.inside(key, scope.ids[0]) if len(scope.ids) == 1 else None
        if not isinstance(found, list) or len(found) < 2:
            return None
        return Resolution(tuple(found), several=True)

    def _document(self, step: PlaceStep) -> str | None:
        return None if step.numbers or step.title else self._single.document(name_key(step.name))

    def _step(self, step: PlaceStep, scope: Resolution | None) -> Resolution | None:
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
