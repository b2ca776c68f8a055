"""From references, or from an answer of this program, to the items of a citation."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, islice
from typing import TYPE_CHECKING, Any

from strategikort.citation.styles.item import OMISSION, Item, shorten_quote
from strategikort.errors import StrategikortError, UnknownReferenceError
from strategikort.given import STARRED, refused
from strategikort.jsonvalues import json_values
from strategikort.library import Collection
from strategikort.model import Document, Hit, Section
from strategikort.references.resolution import WHOLE_DOCUMENT, Resolution, whole_document
from strategikort.text.aligned import SourceRange, source_ranges, span_within

if TYPE_CHECKING:
    from strategikort.citation.found import Passage
    from strategikort.links.evidence import Evidence

_PARTS = {
    "hits": "Giv de fund, der er i det: *svar.hits.",
    "found": "Giv stedet: svar.found.",
    "evidence": "Giv stedet: svar.evidence.",
}
"""What of an answer can be cited, and what is said to who gives the answer itself."""

Found = tuple[list[Item], Mapping[str, str]]
"""Items to cite, and what misspelt references were taken for."""

_LISTS = ("results", "sections", "quotes", "commitments", "columns", "documents")
"""What in an answer has its places, or else the documents that are cited as wholes."""
_IS_JSON = re.compile(r"\{|\[\s*[{\]]")


def items_of_references(
    collection: Collection, references: Sequence[str], accessed: str = ""
) -> Found:
    """Return an item for each section that the references name.

    A document is one item, cited as a whole.  Words that name something only together
    (``prioritet 5``) may stand apart.  Raises ``StrategikortError`` for a reference that names
    nothing, or several things.
    """
    named = collection.named(*references, whole=True)
    seen = accessed_date(accessed)
    items = [
        _item(collection, section, seen, is_part=section.id in named.parts)
        for section in named.sections
    ]
    return items, named.taken_for


def items_of_places(
    collection: Collection,
    places: Sequence[str | Document | Section | Hit | Passage | Evidence],
    accessed: str = "",
) -> list[Item]:
    """Return the items for references and for what was found, which has its own lines.

    Raises ``StrategikortError`` for a reference that names nothing, or several things, or that
    is misspelt.
    """
    items: list[Item] = []
    seen = accessed_date(accessed)
    for place in places:
        if not isinstance(place, str):
            items.append(_item_of(collection, place, seen))
            continue
        found, taken_for = items_of_references(collection, [place], accessed)
        if taken_for:
            raise UnknownReferenceError(
                f"»{place}« findes ikke i samlingen.",
                "Skriv det, som det staves.",
                candidates=[item.section.id for item in found],
            )
        items += found
    return items


def _item_of(
    collection: Collection, place: Document | Section | Hit | Passage | Evidence, seen: str
) -> Item:
    from strategikort.citation.found import Passage
    from strategikort.links.evidence import Evidence

    if isinstance(place, Document):
        return _item(collection, whole_document(place), seen)
    if isinstance(place, Section):
        return _item(collection, place, seen)
    if isinstance(place, Hit):
        item = _item(collection, place.section, seen)
        chars, lines, pages = place.place
        lines = lines or place.section.heading_lines
        return item if place.whole else item._replace(lines=lines, chars=chars, pages=pages)
    if isinstance(place, Passage):
        item = _item(collection, place.section, seen)
        return item._replace(lines=place.lines, chars=place.chars, pages=place.pages)
    if isinstance(place, Evidence):
        item = _item(collection, collection.section(place.section), seen)
        chars, lines, pages = place.place
        return item._replace(lines=lines, chars=chars if place.start >= 0 else (), pages=pages)
    hint = next((hint for part, hint in _PARTS.items() if hasattr(place, part)), "")
    hint = STARRED if isinstance(place, list | set) else hint
    raise refused(place, "places skal være henvisninger, afsnit, fund eller steder", hint)


def items_of_json(
    collection: Collection, text: str, accessed: str = ""
) -> tuple[list[Item], Mapping[str, str], int]:
    """Return items for what stands in ``text``: references by line, or an answer in JSON.

    A quotation that was checked is cited where it was found; told last is how many were found
    nowhere.  Raises ``StrategikortError`` for
    JSON that is no answer of this program with places.
    """
    stripped = text.strip()
    if not _IS_JSON.match(stripped):
        items: list[Item] = []
        taken_for: dict[str, str] = {}
        for line in filter(None, map(str.strip, stripped.split("\n"))):
            found, meant = items_of_references(collection, [line], accessed)
            items += found
            taken_for |= meant
        return items, taken_for, 0
    seen = accessed_date(accessed)
    places = _answers(stripped)
    items = [_answer_item(collection, place, seen) for place in places if place is not None]
    return items, {}, places.count(None)


def with_quotes(collection: Collection, items: Sequence[Item]) -> list[Item]:
    """Return items with what stands there as a quotation; one that is cut has its own place."""
    return [item if item.quote else _quoted(collection, item) for item in items]


def _quoted(collection: Collection, item: Item) -> Item:
    quote = shorten_quote(item.text)
    if item.source is None or not quote.endswith(OMISSION):
        return item._replace(quote=quote)
    text = item.section.text
    start = span_within(text, item.chars)[0] if item.chars is not None else 0
    letters = len("".join(quote.removesuffix(OMISSION).split()))
    places = (at for at in range(start, len(text)) if not text.text[at].isspace())
    end = next(islice(places, letters - 1, None)) + 1
    chars = source_ranges(text, start, end, item.chars or item.section.pieces)
    lines = item.source.line_ranges(chars)
    hits = collection.located(Resolution((item.section.id,), lines=lines))
    found = [hit.place.pages for hit in hits]
    pages = tuple(dict.fromkeys(chain.from_iterable(found))) if all(found) else ()
    return item._replace(quote=quote, chars=chars, lines=lines, pages=pages)


def accessed_date(typed: str) -> str:
    """Return the day on which a web page was seen (ISO 8601): ``typed``, or today.

    Raises ``StrategikortError`` for something that is no date.
    """
    if not typed:
        return datetime.datetime.now(tz=datetime.UTC).astimezone().date().isoformat()
    from strategikort.readers.cues.dates import date_of_line

    try:
        return datetime.date.fromisoformat(date_of_line(typed) or typed).isoformat()
    except ValueError as error:
        raise StrategikortError(
            f"»{typed}« er ikke en dato.", "Skriv fx 2024-05-01 eller 1. maj 2024.", code="bad_date"
        ) from error


def _item(
    collection: Collection, section: Section, accessed: str, *, is_part: bool = False
) -> Item:
    document = collection.document(section.document)
    source = collection.source(section.document)
    item = Item(document, section, source, accessed=accessed if document.url else "")
    # The lines of a part are told in the order in which they are read.
    whole = section.kind == WHOLE_DOCUMENT
    if whole or not section.lines:
        return item
    is_part = is_part or section.lines != collection.section(section.id).lines
    return item._replace(lines=section.lines) if is_part else item


def _answers(text: str) -> list[dict[str, Any] | None]:
    """Return the places of answers in JSON; None for a quotation that was not found."""
    try:
        return [place for answer in json_values(text) for place in _places(answer)]
    except (ValueError, RecursionError) as error:
        raise _no_answer() from error


def _places(answer: Any) -> Iterator[dict[str, Any] | None]:
    if isinstance(answer, dict) and isinstance(answer.get("error"), dict):
        raise StrategikortError(
            f"Svaret på standardinput er en fejl: {answer['error'].get('message', '')}",
            "Ret den kommando, som svaret kommer fra.",
            code="error_answer",
        )
    listed = answer
    if isinstance(answer, dict):
        listed = next((answer[key] for key in _LISTS if isinstance(answer.get(key), list)), None)
        found = answer.get("found", answer) if "quote" in answer else answer.get("evidence", answer)
        if "sha256" in answer:  # a document, whose evidence is that of its title and date
            found = answer
        if listed is None:
            yield found if isinstance(found, dict) else None
            return
    if not isinstance(listed, list):
        raise _no_answer()
    for one in listed:
        yield from _places(one)


def _answer_item(collection: Collection, found: dict[str, Any], accessed: str) -> Item:
    try:
        document = None if "source" in found else collection.by_id.get(str(found.get("id")))
        if document:
            # What tilføj answers tells no sha256: the file has just been read.
            section, source = whole_document(document), {"sha256": document.sha256} | found
        else:
            section = collection.section(str(found["id"] if "id" in found else found["section"]))
            source = found["source"]
        item = _item(collection, section, accessed)
        if source["sha256"] != item.document.sha256:
            raise StrategikortError(
                f"Svaret er fra en anden udgave af {item.document.file}.",
                "Søg igen, og citér det nye svar.",
                code="changed_source",
            )
        if document:
            return item
        lines = tuple((int(first), int(last)) for first, last in source["lines"])
        if "section" not in found and lines == item.section.lines:
            return item
        return item._replace(
            lines=lines or item.section.heading_lines,
            chars=tuple(SourceRange(int(start), int(end)) for start, end in source["chars"]),
            pages=tuple(map(str, source["pages"] or ())),
        )
    except (KeyError, TypeError, ValueError, OverflowError) as error:
        raise _no_answer() from error


def _no_answer() -> StrategikortError:
    return StrategikortError(
        "Standardinput er ikke et JSON-svar med steder, der kan citeres.",
        "Brug et fra søg, vis, verificér, fravær, sammenlign, forpligtelser eller dokumenter, "
        "fx strategikort søg kvante --json | strategikort citér -.",
        code="bad_input",
    )
