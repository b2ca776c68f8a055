"""References as people type them: ids, kinds, numbers and names, in any spelling.

What is understood, in this order: an id or a path (``rk/6/3``, ``rk 6 3``, ``uss``), a kind
(``pejlemærker``, ``tech faktabokse``), a kind and a number or a name (``pejlemærke 3``, ``3.
pejlemærke``, ``partnerskab japan``), a title (``Afrika``); what is worded as people speak (``det
tredje pejlemærke``, ``prioriteterne i tech-strategien``); then lists, ranges and places in places.
Each may end with pages and lines.  A typing error in a word is taken for the one name that is close
to it, and said; a number or a document's id never is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from strategikort.danish import danish_number
from strategikort.errors import (
    AmbiguousReferenceError,
    StrategikortError,
)
from strategikort.index.storage.namekeys import name_key
from strategikort.index.storage.names import Names
from strategikort.references.english import in_danish
from strategikort.references.numbering import has_digit
from strategikort.references.readings import Reading, read
from strategikort.references.resolution import Resolution
from strategikort.references.saying import numbers
from strategikort.references.single import Found, Single
from strategikort.references.steps import Step, steps_in

if TYPE_CHECKING:
    from strategikort.references.composed import Composed

LENGTH = 500
"""Characters; nothing that names a section is longer."""

_RUN_ON = r"(?<=[^\W\d_])(?=\d)"
"""Where a number was typed right after a word: rk6."""

_BEFORE_A_PLACE = (
    r"(?i)(?<=[^\W\d_])(?<!\btil)[.:]?"
    r"\s+(?=(?:§|(?:stk\.?|kap\.|kapitel|artikel|art\.?|pkt\.|punkt|afsnit|præmis|bilag)\s*\d))"
)
"""Where the place in a document begins behind its name."""

_OPEN_ENDED = "»ff.« siger ikke, hvor det ender; skriv det første og det sidste: »s. 12-14«."

_IN_BRACKETS = (
    (r"(?<=\w)\s?\((\d{1,3}[a-z]?)\)", (r", stk. \1", r", nr. \1")),
    (r"(?<=[\w.])\s?\(([a-z])\)", (r", litra \1",)),
)
"""Numbers and letters as English texts have them: art. 3(2)(b)."""


class Finder:
    """Finds what references name in one store."""

    def __init__(self, names: Names) -> None:
        self.names = names
        self.single = Single(names)
        self._whole = self.single.written.whole
        self._latest: tuple[str, Resolution | None] = ("", None)
        """A reference and what it names, which a search asks for more than once."""

    @cached_property
    def composed(self) -> Composed:
        """What finds references that are made of several."""
        from strategikort.references.composed import Composed

        return Composed(self.names, self.single)

    def document(self, name: str) -> str | None:
        """Return the id of the document that ``name`` means, or None."""
        supplied = self._supplied(name)
        return supplied[0] if len(supplied) == 1 else self.single.document(name_key(name))

    def cited_document(self, name: str) -> str | None:
        """Return the document that ``name`` cites by publisher and date; None if it cites none.

        A publisher alone cites what is all that it has published.  Raises
        ``AmbiguousReferenceError`` for several.
        """
        if len(name) > LENGTH:
            return None
        cited = self.composed.documents.find(name)
        if cited is not None:
            found = () if cited.rest else cited.documents
            several = f"»{name.strip()}« kan være {len(found)} dokumenter."
        else:
            found = tuple(self.composed.documents.publishers.published_by(name))
            several = f"{len(found)} dokumenter er udgivet af »{name.strip()}«."
        if len(found) > 1:
            raise AmbiguousReferenceError(
                several, "Skriv id'et på det, du mener.", candidates=found
            )
        return found[0] if found else None

    def titled(self, name: str) -> list[str]:
        """Return the documents that are called ``name``."""
        return self._supplied(name) or self.names.documents(name_key(name))

    def _supplied(self, name: str) -> list[str]:
        """Return the documents with a title in brackets: ``[svar]`` is none of the answers."""
        name = name.strip()
        in_brackets = name.startswith("[") and name.endswith("]")
        return self.names.titled_documents(name_key(name)) if in_brackets else []

    def check_title(self, name: str) -> None:
        """Raise ``AmbiguousReferenceError`` if several documents are called ``name``."""
        titled = self.titled(name)
        if len(titled) > 1:
            raise AmbiguousReferenceError(
                f"{len(titled)} dokumenter hedder »{name.strip()}«.",
                "Skriv id'et på det, du mener.",
                candidates=titled,
            )

    def exact(self, reference: str) -> Resolution | None:
        """Return what ``reference`` names, without correcting it; None if it names nothing.

        Where it may be several things, all of them.
        """
        if len(reference) > LENGTH or not name_key(reference):
            return None
        if reference != self._latest[0]:
            self._latest = reference, self._exact(reference)
        return self._latest[1]

    def _exact(self, reference: str) -> Resolution | None:
        try:
            reading = read(reference)
            # A document that is only described is asked for by few, and sought among all there are.
            found = self._find(reading, described=reading.is_part) or self._around(reading)
            found = found or self._in_english(reading)
        except StrategikortError:
            return None
        if isinstance(found, list):
            found = Resolution(tuple(found))
        return _located(found, reading) if found else None

    def resolve(self, reference: str) -> Resolution:
        """Return what ``reference`` names.

        Raises ``UnknownReferenceError`` with the nearest real names, or
        ``AmbiguousReferenceError`` with the candidates.
        """
        reading = _checked(reference)
        found = self._find(reading)
        if not isinstance(found, Resolution):
            self.check_title(reading.body)
        if found is not None:
            return _located(only(reference, found), reading)
        found = self._around(reading) or self._in_english(reading)
        if found is not None:
            return _located(only(reference, found), reading)
        from strategikort.references.suggestions import correct, unknown_reference

        asked = name_key(reading.body)
        correction = correct(asked, self.names)
        found = self.single.find(correction.key) if correction else None
        if correction is not None and found is not None:
            meant = only(reference, found)._replace(taken_for=correction.shown)
            return _located(meant, reading)
        remedy = _OPEN_ENDED if re.search(r"\d\s?ff\b", reference) else ""
        raise unknown_reference(reference.strip(), asked, self.names, remedy)

    def _around(self, reading: Reading) -> Found:
        """Return the section of which a number, letter or sentence is named, and these.

        They are no sections of their own: ``§ 3, stk. 2, nr. 1``.
        """
        if not any(map(numbers, name_key(reading.body).split())):
            return None
        for body in dict.fromkeys(_without_brackets(reading.body)):
            found = self._find(reading._replace(body=body)) if body != reading.body else None
            if found:
                return found
            for rest, steps in steps_in(body):
                found = self._find(reading._replace(body=rest))
                if isinstance(found, list):
                    found = Resolution(tuple(found), several=True)
                if found and (found.document or (len(found.ids) > 1 and not found.several)):
                    return None
                if found and body != reading.body and self._has_paragraphs(found, steps):
                    return None  # art. 3(7) is no number 7 of what has paragraphs
                if found:
                    return found._replace(steps=steps)
        return None

    def _has_paragraphs(self, found: Resolution, steps: Sequence[Step]) -> bool:
        """Tell whether ``steps`` begin with a number of a section that has paragraphs instead."""
        below = self.names.children(found.ids).values() if steps[0].what == "nr" else ()
        return any(self.names.kind_of(one) == "stykke" for ids in below for one in ids)

    def _in_english(self, reading: Reading) -> Found:
        """Return what is named in English; candidates where the words may mean one or another."""
        every: list[str] = []
        meant: Found = None
        for said in in_danish(reading.body):
            worded = read(said.text)._replace(pages=reading.pages, lines=reading.lines)
            found = self._find(worded) or self._around(worded)
            ids = found.ids if isinstance(found, Resolution) else found or ()
            if not found or (
                said.kinds and not said.kinds.issuperset(map(self.names.kind_of, ids))
            ):
                continue
            if every and every != list(ids):
                return list(dict.fromkeys([*every, *ids]))
            every, meant = list(ids), found
        return meant

    def _find(self, reading: Reading, *, described: bool = True) -> Found:
        """Return what is named; a document by its name or, if ``described``, by what it is."""
        asked = name_key(reading.body)
        if not asked or (";" in asked and reading.is_part):
            return None
        supplied = self._supplied(reading.body)
        if len(supplied) > 1:
            return supplied
        document = self.document(reading.body) if supplied or reading.is_part else None
        if document is not None:
            return self._whole(document)
        found = self.single.find(asked)
        if not found and _may_be_composed(reading.body):
            found = self.composed.find(reading.body)
        if not found and (parted := _with_commas(reading.body)) != reading.body:
            found = self.composed.find(parted)
        apart = re.sub(_RUN_ON, " ", asked) if not found and has_digit(asked) else asked
        if apart != asked:
            found = self.single.find(apart)
        document = self.single.document(asked) if described and not found else None
        if document is not None:
            return self._whole(document)
        return found


def _without_brackets(text: str) -> Iterator[str]:
    """Yield a reference with the numbers and letters in brackets behind a number as words."""
    (number, written), (letter, (lettered,)) = _IN_BRACKETS
    for word in written:
        yield re.sub(letter, lettered, re.sub(number, word, text)) if "(" in text else text


def _with_commas(text: str) -> str:
    """Return a reference with the commas that part its places, and no others.

    ``lov om post § 3``, ``§ 3, stk. 2, i lov om post``, ``art 3 stk 2``.
    """
    if not has_digit(text):
        return text
    text = re.sub(r"(?i),\s+(?=(?:i|af|fra)\s)", " ", text)
    text = re.sub(r"(?i)(\d[a-z]?)\s+(?=(?:stk|nr|litra|pkt)\b)", r"\1, ", text)
    return re.sub(_BEFORE_A_PLACE, ", ", text)


def _may_be_composed(text: str) -> bool:
    signs = any(sign in text for sign in ',;:/»“"')
    return signs or any(map(numbers, re.split(r"[\s\-–—]+", name_key(text))))


def _located(found: Resolution, reading: Reading) -> Resolution:
    return found._replace(pages=reading.pages, lines=reading.lines)


def only(reference: str, found: Resolution | list[str]) -> Resolution:
    """Return what ``reference`` names; raises ``AmbiguousReferenceError`` if one of several."""
    if not isinstance(found, Resolution):
        found = Resolution(tuple(found), several=True)
    if found.several and len(found.ids) > 1:
        what = "afsnit" if any("/" in name for name in found.ids) else "dokumenter"
        raise AmbiguousReferenceError(
            f"»{reference.strip()}« kan være {len(found.ids)} forskellige {what}.",
            "Skriv id'et på det, du mener.",
            candidates=found.ids,
        )
    return found._replace(several=False)


def _checked(reference: str) -> Reading:
    example = "Skriv fx »rk 6« eller »pejlemærke 3«."
    if len(reference) > LENGTH:
        raise StrategikortError(
            f"Henvisningen er på {danish_number(len(reference))} tegn; "
            "så lange henvisninger findes ikke.",
            example,
            code="bad_reference",
        )
    if not name_key(reference):
        raise StrategikortError("Henvisningen er tom.", example, code="bad_reference")
    return read(reference)
