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
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain, takewhile
from typing import TYPE_CHECKING, NamedTuple

from strategikort.errors import (
    AmbiguousReferenceError,
    StrategikortError,
    UnknownReferenceError,
)
from strategikort.index.names import Names, name_key
from strategikort.language.months import MONTHS
from strategikort.model import Section
from strategikort.references.readings import Reading, read
from strategikort.references.saying import numbers, with_digits
from strategikort.references.single import Found, Single
from strategikort.references.steps import OF_LAWS, steps_in
from strategikort.references.written import Resolution, has_digit

if TYPE_CHECKING:
    from strategikort.references.composed import Composed

_LENGTH = 500
"""Characters; nothing that names a section is longer."""

_RUN_ON = r"(?<=[^\W\d_])(?=\d)"
"""Where a number was typed right after a word: rk6."""

_BEFORE_A_PLACE = (
    r"(?i)(?<=[^\W\d_])(?<!\btil)[.:]?"
    r"\s+(?=(?:§|(?:stk\.?|kap\.|kapitel|artikel|art\.|pkt\.|punkt|afsnit|præmis|bilag)\s*\d))"
)
"""Where the place in a document begins behind its name."""

_IN_BRACKETS = (
    (r"(?<=\w)\((\d{1,3}[a-z]?)\)", (r", stk. \1", r", nr. \1")),
    (r"(?<=[\w.])\(([a-z])\)", (r", litra \1",)),
)
"""Numbers and letters as English texts have them: art. 3(2)(b)."""

_MOST_WORDS = 8
"""Words of a reference that is looked for among others, at most."""

_MOST_APART = 40
"""Words of a reference that was typed without quotation marks, at most."""


class Named(NamedTuple):
    """The sections that references name, in the order asked for, each once.

    ``taken_for`` says of misspelt references what they were taken for; look at it before you
    cite.
    """

    sections: tuple[Section, ...]
    taken_for: Mapping[str, str]


class Resolver:
    """Resolves references by the names of one store."""

    def __init__(self, names: Names) -> None:
        self._names = names
        self._single = Single(names)
        self._whole = self._single.written.whole
        self._latest: tuple[str, Resolution | None] = ("", None)
        """A reference and what it names, which a search asks for more than once."""

    @cached_property
    def _composed(self) -> Composed:
        from strategikort.references.composed import Composed

        return Composed(self._names, self._single)

    def document(self, name: str) -> str | None:
        """Return the id of the document that ``name`` means, or None."""
        return self._single.document(name_key(name))

    def titled(self, name: str) -> list[str]:
        """Return the documents that are called ``name``."""
        return self._names.documents(name_key(name))

    def at_address(self, address: str) -> list[str]:
        """Return the documents that lie at an address of the web."""
        return self._names.documents_at(address)

    def check_title(self, name: str) -> None:
        """Raise ``AmbiguousReferenceError`` if several documents are called ``name``."""
        titled = self.titled(name)
        if len(titled) > 1:
            raise AmbiguousReferenceError(
                f"{len(titled)} dokumenter hedder »{name.strip()}«.",
                "Skriv id'et på det, du mener.",
                candidates=titled,
            )

    def named_in_front(self, text: str) -> tuple[tuple[str, ...], str]:
        """Return the documents that ``text`` begins with by name, and what follows behind them."""
        cited = self._composed.documents.find(text) if len(text) <= _LENGTH else None
        if cited is None or not cited.by_name:
            return (), ""
        return (*cited.documents, *cited.others), cited.rest

    def kind(self, word: str) -> str | None:
        """Return the kind that ``word`` names, or None."""
        return self._single.written.kind(name_key(word))

    def speaks_of_places(self, query: str) -> bool:
        """Tell whether a word of ``query`` is that of a kind or names a document."""
        return any(self.kind(word) or self.document(word) for word in query.split())

    def kind_of_reference(self, key: str) -> str | None:
        """Return the kind that a compared reference begins or ends with: ``3. led``."""
        words = key.split()
        forms = (" ".join(words[:2]), *words[:1], *words[-1:], *words[1:2])
        return next(filter(None, map(self._single.written.kind, forms)), None)

    def begins_with_document(self, key: str) -> bool:
        """Tell whether a compared reference names a document in front or behind."""
        parts = [part.strip() for part in key.split(",")]
        words = key.split()
        names = (parts[0], parts[-1], words[0], words[-1]) if words else ()
        placed = key.partition(" i ")[2]
        return any(map(self._single.document, filter(None, (*names, placed))))

    def exact(self, reference: str) -> Resolution | None:
        """Return what ``reference`` names, without correcting it; None if it names nothing.

        Where it may be several things, all of them.
        """
        if len(reference) > _LENGTH or not name_key(reference):
            return None
        if reference != self._latest[0]:
            self._latest = reference, self._exact(reference)
        return self._latest[1]

    def _exact(self, reference: str) -> Resolution | None:
        try:
            reading = read(reference)
            # A document that is only described is asked for by few, and sought among all there are.
            found = self._find(reading, described=reading.is_part) or self._around(reading)
        except StrategikortError:
            return None
        if isinstance(found, list):
            found = Resolution(tuple(found))
        return _located(found, reading) if found else None

    def exactly(self, reference: str) -> tuple[str, ...]:
        """Return the ids that ``reference`` names, without correcting it; none if it names none.

        A document's id names the document, not a section, and gives none.
        """
        found = self.exact(reference)
        if found is None or (found.document and not found.is_part):
            return ()
        # »anbefaling 2 punkt 3« may be words to look for, a number of a law hardly.
        of_laws = {self._names.kind_of(one) for one in found.ids} <= OF_LAWS
        return found.ids if of_laws or not found.steps else ()

    def in_context(self, reference: str) -> tuple[str, ...]:
        """Return the ids that ``reference`` names exactly, with those that belong to them.

        Behind a numbered section those are what lies under it and what it is of (conclusion 6 with
        its items, item 4 with its conclusion), before several what lists them.
        """
        ids = self.exactly(reference)
        if len(ids) == 1 and any(map(numbers, name_key(reference).split())):
            under = self._names.children(ids).get(ids[0], ())
            return (*ids, *under, ids[0].rpartition("/")[0])
        above = _common(ids) if len(ids) > 1 else ""
        lists_them = above and (
            all(section_id.rpartition("/")[0] == above for section_id in ids)
            or self.kind(above.rpartition("/")[2]) == self._names.kind_of(ids[0])
        )
        return (above, *ids) if lists_them else ids

    def is_missing(self, query: str) -> bool:
        """Tell whether ``query`` is a numbered place of which there is none: ``pejlemærke 9``.

        Only where places of that kind are numbered here: ``artikel 5`` may be of a treaty.
        """
        asked = name_key(query) if len(query) <= _LENGTH else ""
        found = self.exact(query) if asked else None
        if not any(map(numbers, asked.split())) or (found and not found.steps):
            return False
        written = self._single.written
        return any(map(written.is_missing, (asked, with_digits(asked)))) or (
            self._composed.is_missing(query)
        )

    def beside(self, query: str) -> tuple[str, ...]:
        """Return the one id that a numbered reference names with other words beside it.

        ``konklusion tyve digitalt diplomati``; empty if no part of ``query`` names just one.
        """
        words = query.split() if len(query) <= _LENGTH else []
        numbered = [numbers(name_key(word)) for word in words]
        if not any(numbered):
            return ()
        lengths = range(min(len(words) - 1, _MOST_WORDS), 1, -1)
        beginnings = (slice(length) for length in lengths)
        endings = (slice(-length, None) for length in lengths)
        for part in chain(beginnings, endings):
            if _ends_before_month(words, part):
                continue  # Rådet 18. juli is no conclusion 18
            count = sum(numbered[part])
            ids = self.exactly(" ".join(words[part])) if count else ()
            # »første led i …« is a phrase where »konklusion 6, første led« is a reference.
            if len(ids) == 1 and count >= sum(map(str.isdigit, ids[0].split("/"))):
                return ids
        return ()

    def parted(self, words: Sequence[str]) -> list[str]:
        """Return references made of words that were typed apart: ``rk 6``, ``partnerskab japan``.

        The longest run of words that names something exactly is taken each time; semicolons part
        what names nothing together.
        """
        references: list[str] = []
        first = 0
        while first < len(words):
            # What has a blank in it was typed as one.
            apart = next((at for at in range(first, len(words)) if " " in words[at]), len(words))
            most = min(apart, first + _MOST_APART)
            last = next(
                (
                    end
                    for end in range(most, first + 1, -1)
                    if self.exactly(" ".join(words[first:end]))
                ),
                first + 1,
            )
            reference = " ".join(words[first:last])
            if ";" in reference and not self.exact(reference):
                references += filter(None, map(str.strip, reference.split(";")))
            else:
                references.append(reference)
            first = last
        return references

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
            return _located(_only(reference, found), reading)
        found = self._around(reading)
        if found is not None:
            return _located(_only(reference, found), reading)
        from strategikort.references.suggestions import correct, nearest

        asked = name_key(reading.body)
        correction = correct(asked, self._names)
        found = self._single.find(correction.key) if correction else None
        if correction is not None and found is not None:
            meant = _only(reference, found)._replace(taken_for=correction.shown)
            return _located(meant, reading)
        raise UnknownReferenceError(
            f"»{reference.strip()}« findes ikke i samlingen.",
            "Se, hvad der findes, med strategikort dokumenter og strategikort dokumenter ID.",
            candidates=nearest(asked, self._names),
        )

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
                if found:
                    return found._replace(steps=steps)
        return None

    def _find(self, reading: Reading, *, described: bool = True) -> Found:
        """Return what is named; a document by its name or, if ``described``, by what it is."""
        asked = name_key(reading.body)
        if not asked or (";" in asked and reading.is_part):
            return None
        document = self._single.document(asked) if reading.is_part else None
        if document is not None:
            return self._whole(document)
        found = self._single.find(asked)
        if not found and _may_be_composed(reading.body):
            found = self._composed.find(reading.body)
        if not found and (parted := _with_commas(reading.body)) != reading.body:
            found = self._composed.find(parted)
        apart = re.sub(_RUN_ON, " ", asked) if not found and has_digit(asked) else asked
        if apart != asked:
            found = self._single.find(apart)
        document = self._single.document(asked) if described and not found else None
        if document is not None:
            return self._whole(document)
        return found


def _without_brackets(text: str) -> Iterator[str]:
    """Yield a reference with the numbers and letters in brackets behind a number as words."""
    (number, written), (letter, (lettered,)) = _IN_BRACKETS
    for word in written:
        yield re.sub(letter, lettered, re.sub(number, word, text)) if "(" in text else text


def _common(ids: Sequence[str]) -> str:
    """Return the id under which all of several lie: ``tech/prioriteter``; empty if none is."""
    steps = zip(*(section_id.split("/") for section_id in ids), strict=False)
    return "/".join(step[0] for step in takewhile(lambda step: len(set(step)) == 1, steps))


def _with_commas(text: str) -> str:
    """Return a reference with the commas that part a law from the place in it, and no others.

    ``lov om post § 3``, ``§ 3, stk. 2, i lov om post``.
    """
    if not has_digit(text):
        return text
    text = re.sub(r"(?i),\s+(?=(?:i|af|fra)\s)", " ", text)
    return re.sub(_BEFORE_A_PLACE, ", ", text)


def _ends_before_month(words: Sequence[str], part: slice) -> bool:
    """Tell whether a part of some words ends in the number of a day of a month."""
    *_, last = range(*part.indices(len(words)))
    return last + 1 < len(words) and words[last + 1].lower().rstrip(".,") in MONTHS


def _may_be_composed(text: str) -> bool:
    signs = any(sign in text for sign in ',;:/»“"')
    return signs or any(map(numbers, re.split(r"[\s\-–—]+", name_key(text))))


def _located(found: Resolution, reading: Reading) -> Resolution:
    return found._replace(pages=reading.pages, lines=reading.lines)


def _only(reference: str, found: Resolution | list[str]) -> Resolution:
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
    if len(reference) > _LENGTH:
        raise StrategikortError(
            f"Henvisningen er på {len(reference)} tegn; så lange henvisninger findes ikke.",
            example,
            code="bad_reference",
        )
    if not name_key(reference):
        raise StrategikortError("Henvisningen er tom.", example, code="bad_reference")
    return read(reference)
