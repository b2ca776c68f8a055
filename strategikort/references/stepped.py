"""The parts of sections that a reference names by numbers, letters and sentences."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from strategikort.citation.short import join_lines
from strategikort.errors import UnknownReferenceError
from strategikort.model import Hit, Place, Section
from strategikort.references.located import Stretches
from strategikort.references.parts import NoSuchPartError, no_such_part, parts_of
from strategikort.references.resolution import Resolution
from strategikort.references.steps import OF_LAWS
from strategikort.structure.places import Places


def on_steps(
    sections: Sequence[Section], places: Places, passages: Sequence[Hit], named: Resolution
) -> list[Hit]:
    """Return the numbers, letters and sentences that are named in one section.

    ``sections`` are that section and those below it, of which just one may have such: ``§ 2, nr.
    3`` stands in ``§ 2, stk. 1``.  None where the text of a law does not show them; raises
    ``UnknownReferenceError`` where there are others, and for what is no law.
    """
    if elements := _elements(sections, named):
        return _on_named_lines(elements, named)
    missing: list[str] = []
    fitting: list[list[Hit]] = []
    for section in sections:
        if section.kind == "led":
            continue
        here = [passage for passage in passages if passage.section.id == section.id]
        called = section.pinpoint if section.kind in OF_LAWS else sections[0].pinpoint
        try:
            found = parts_of(section.text.text, named.steps)
        except NoSuchPartError as error:
            missing.append(no_such_part(called, error))
            continue
        if found:
            stretches = Stretches(section, places, here)
            fitting.append(
                [_called(stretches.at(start, end), f"{called}{name}") for start, end, name in found]
            )
    if len(fitting) == 1 and not missing:
        return _on_named_lines(fitting[0], named)
    whole = sections[0]
    remarked = whole.kind == "bemærkning" and whole.children
    if not missing and whole.kind in OF_LAWS and not remarked:
        return []
    missing.append(f"Teksten i {whole.id} er ikke delt i {named.steps[0].kind}.")
    raise UnknownReferenceError(missing[0], candidates=[whole.id], code="unknown_place")


def _elements(sections: Sequence[Section], named: Resolution) -> list[Hit]:
    """Return the elements of a list that are named by their letters, if they are sections.

    Raises ``UnknownReferenceError`` where there are others.
    """
    step, *below = named.steps
    whole = sections[0]
    rows = [item for item in sections[1:] if item.kind == "led" and item.parent == whole.id]
    labels = ["" if "number" in item.derived else item.number or "" for item in rows]
    if below or step.what != "litra" or not labels or not all(labels):
        return []
    if not {*chain(*step.spans)} <= {*labels}:
        error = NoSuchPartError(step, step.shown((labels[0], labels[-1])))
        said = no_such_part(whole.pinpoint, error)
        raise UnknownReferenceError(said, candidates=[whole.id], code="unknown_place")
    spans = [(labels.index(first), labels.index(last)) for first, last in step.spans]
    chosen = [item for first, last in spans for item in rows[first : last + 1]]
    return [
        Hit(item, 0, len(item.text), 1.0, Place(item.pieces, item.lines, item.pages))
        for item in chosen
    ]


def _called(part: Hit, pinpoint: str) -> Hit:
    return part._replace(section=part.section._replace(pinpoint=pinpoint, label=pinpoint))


def _on_named_lines(parts: list[Hit], named: Resolution) -> list[Hit]:
    """Return ``parts`` if they stand on the lines that are named; raises if they do not."""
    spans = [span for part in parts for span in part.place.lines]
    for first, last in named.lines:
        if not any(start <= first and last <= end for start, end in spans):
            where = f"{parts[0].section.pinpoint} står ikke på l. {join_lines(named.lines)}."
            there = f"Teksten har linje {join_lines(spans)}."
            raise UnknownReferenceError(where, there, code="unknown_place")
    return parts
