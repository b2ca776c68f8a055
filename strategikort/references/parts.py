"""Where parts of a section stand that are no sections, as lawyers cite them.

A number or a letter counts only where it stands in front of a line and is the next in its row, so
that nothing is found but what the document itself has numbered.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from strategikort.danish import listed
from strategikort.references.steps import Step

_MARKS = {
    "nr": re.compile(r"[^\S\n]*\(?(\d{1,3}(?:\s?[a-zæøå])?)[.)](?=\s)"),
    "litra": re.compile(r"[^\S\n]*(?:\(?([a-zæøå])[.)]|litra ([a-zæøå])\b[):.]?)(?=\s)"),
    "led": re.compile(r"[^\S\n]*[-–—•]\s"),
}
_LOWER = {"nr": ("litra", "led"), "litra": ("led",), "led": ()}
_LETTERS = "abcdefghijklmnopqrstuvwxyzæøå"
_CLOSED = re.compile(r"[.!?][”“\"»«’‘)]*\s*$")
_SENTENCE_END = re.compile(r"(?<=[.!?])[”“\"»«’‘)]*\s+(?=[\"”»“(]?[^\W\d_])")
_DOUBTFUL = re.compile(
    r"(?i)(?:^|[\s(])(?:[^\W\d_]|bl\.a|f\.eks|fx|jf|jfr|nr|ca|evt|art|kap|stk|dr|mio|mia|kr|pct"
    r"|m\.v|mv|m\.m|osv|o\.l|m\.fl|lign|inkl|ekskl|litra)[.]$"
)
"""What may be the end of a sentence before a capital letter, or not."""


class NoSuchPartError(LookupError):
    """A section has parts of a kind, but not those that are named; ``known`` says which it has."""

    def __init__(self, step: Step, known: str) -> None:
        super().__init__(known)
        self.step = step
        self.known = known


def parts_of(text: str, steps: Sequence[Step]) -> list[tuple[int, int, str]] | None:
    """Return where the parts that ``steps`` name stand in a section's text, and their names.

    None where the text does not show them.  Raises ``NoSuchPartError`` where it shows others.
    """
    places = [(0, len(text), "")]
    for step in steps:
        below: list[tuple[int, int, str]] = []
        for start, end, name in places:
            every = _rows(text, start, end, step.what)
            if not every:
                return None
            for span in step.spans:
                first, last = (_at(every, label) for label in span)
                if first is None or last is None or last < first:
                    raise NoSuchPartError(step, _known(every, step))
                shown = f"{name}, {step.shown(span)}"
                below.append((every[first][1], every[last][2], shown))
        places = below
    return places


def leads_of(text: str, steps: Sequence[Step]) -> list[tuple[int, int]]:
    """Return where that stands which leads to the parts that ``steps`` name, and is theirs too.

    »Ministeren fastsætter regler om« belongs to each of the numbers below it.
    """
    leads: list[tuple[int, int]] = []
    for count, step in enumerate(steps):
        for start, end, _ in parts_of(text, steps[:count]) or ():
            every = _rows(text, start, end, step.what) if step.what != "pkt" else ()
            if every and start < every[0][1]:
                leads.append((start, every[0][1]))
    return leads


def _at(every: Sequence[tuple[str, int, int]], label: str) -> int | None:
    if label == "-1":
        return len(every) - 1
    return next((at for at, (other, _, _) in enumerate(every) if other == label), None)


def _known(every: Sequence[tuple[str, int, int]], step: Step) -> str:
    labels = [label for label, _, _ in every]
    if step.what in ("nr", "litra"):
        return step.shown((labels[0], labels[-1]))
    return f"{len(labels)} {'pkt.' if step.what == 'pkt' else step.what}"


def _rows(text: str, start: int, end: int, what: str) -> list[tuple[str, int, int]]:
    """Return all parts of a kind between two places: their labels, starts and ends."""
    if what == "pkt":
        return _sentences(text, start, end)
    lines = list(_lines(text, start, end))
    if what == "afsnit":
        starts = [at for at, _, quoted in lines if not quoted and not _is_marked(text, at)]
        bounds = [*starts, end]
        return [_part(text, str(n), *two) for n, two in enumerate(pairwise(bounds), start=1)]
    marked: list[tuple[str, int]] = []
    for at, _, quoted in lines:
        # The part itself begins with its own mark.
        mark = None if quoted else _MARKS[what].match(text, at)
        if mark is None:
            continue
        label = re.sub(r"\s", "", next(filter(None, mark.groups()), str(len(marked) + 1)))
        if _is_next(label, marked[-1][0] if marked else None, what):
            marked.append((label, at))
        elif _is_next(label, None, what):
            return []  # two rows: which of them is meant cannot be told
    whole = start == 0 and what == "litra"
    inside = whole and marked and _rows(text, start, marked[0][1], "nr")
    if not marked or inside:
        return []  # letters of a number are not the section's own
    bounds = [at for _, at in marked] + [_end_of_last(text, lines, marked[-1][1], what, end)]
    return [
        _part(text, label, *two) for (label, _), two in zip(marked, pairwise(bounds), strict=True)
    ]


def _part(text: str, label: str, start: int, end: int) -> tuple[str, int, int]:
    piece = text[start:end]
    return label, start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
    """Yield the filled lines of a stretch: where each begins and ends, and if in a quotation."""
    for line in re.compile(r"[^\n]+").finditer(text, start, end):
        before = text[start : line.start()]
        if line[0].strip():
            yield line.start(), line.end(), before.count("»") > before.count("«")


def _is_marked(text: str, at: int) -> bool:
    return any(mark.match(text, at) for mark in _MARKS.values())


def _is_next(label: str, last: str | None, what: str) -> bool:
    if what == "led":
        return True
    if last is None:
        return label in ("1", "a")
    if what == "litra":
        return _LETTERS.find(label) == _LETTERS.find(last) + 1
    number, before = (int(re.sub(r"\D", "", one)) for one in (label, last))
    return number == before + 1 or (number == before and label > last)


def _end_of_last(
    text: str, lines: Sequence[tuple[int, int, bool]], at: int, what: str, end: int
) -> int:
    """Return where the last of a row ends: what follows a full stop is no more of it."""
    below = [line for line in lines if line[0] >= at]
    for (_, before, _), (start, _, quoted) in pairwise(below):
        lower = any(_MARKS[other].match(text, start) for other in _LOWER[what])
        if _CLOSED.search(text[at:before]) and not quoted and not lower:
            return start
    return end


def _sentences(text: str, start: int, end: int) -> list[tuple[str, int, int]]:
    """Return the sentences, none where it is in doubt where they end; what is listed is of one."""
    bounds = [start]
    for gap in _SENTENCE_END.finditer(text, start, end):
        quoted = text.count("»", start, gap.start()) > text.count("«", start, gap.end())
        if quoted or _is_marked(text, gap.end()) or text[gap.end()].islower():
            continue
        if _DOUBTFUL.search(text[bounds[-1] : gap.start()]):
            return []
        bounds.append(gap.end())
    inside = [text[first:last].rstrip() for first, last in pairwise([*bounds, end])]
    if any(re.search(r"[^\W\d_]\s*\n+(?!\s*\W?\w{1,3}[.)]\s)", one) for one in inside):
        return []  # a line that ends without a stop: a heading, or something else
    pairs = pairwise([*bounds, end])
    return [_part(text, str(n), *two) for n, two in enumerate(pairs, start=1)]


def no_such_part(where: str, error: NoSuchPartError) -> str:
    """Return what is said of parts that a section does not have."""
    named = listed([error.step.shown(span) for span in error.step.spans])
    return f"Der er ikke {named} i {where}; der er {error.known.removesuffix('.')}."
