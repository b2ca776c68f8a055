"""Letters and notes: a date with a year of two digits at the top, and who signs at the end.

Both are taken only where the text shows that it is a letter or a note: »20.05.04« is as often a
number, and a signature at the end of a report that of a letter in its annex.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

from strategikort.language.numbers.dates import iso_of
from strategikort.readers.cues.dates import date_of_line, without_lead
from strategikort.readers.cues.senders import is_address, names_a_sender, sender_named
from strategikort.readers.cues.titles import names_only_a_kind

_SHORT = re.compile(r"(\d{1,2})([./-])(\d{1,2})(\2|(?<=/\d)-|(?<=/\d\d)-)(\d\d)")
"""20.05.04, 20/05/04, 20-05-04 and 20/5-04."""

_SURE_ALONE = re.compile(r"\d\d([./])\d\d\1\d\d|\d{1,2}/\d{1,2}-\d\d")
_FIRST_WORD = re.compile(r"(?P<first>\w+)[ :,]+(?P<rest>\S.*)")
_DATE_LABEL = re.compile(r"(?:dato|date)\s*:?", re.I)
_LABELLED = re.compile(
    r"(?:^|\s)(?:Dato|DATO|Date):\s*"
    r"(\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d\d)|\d{1,2}\. [^\W\d_]+ \d{4})(?=\s|$)"
)
"""A date in a cell that has other lines of a letterhead beside it."""

_LETTER = re.compile(
    r"(?:til|to|att|kære|dear|vedr(?:ørende)?|emne|dato|date|afsender|modtager|kopi"
    r"|j\.? ?nr|journalnr|sags?\.? ?nr|sagsbehandler|(?:vor|deres|vores) ref|ref|tlf|telefon"
    r"|e-?mail)\b.*",
    re.I,
)
"""How lines begin that stand at the top of letters and notes."""

_GREETING = re.compile(
    r"(?:(?:med )?(?:de )?(?:(?:aller)?(?:venlig|bedste|mange)\w* )?hils(?:en|ner)|mvh|m\.v\.h"
    r"|(?:yours sincerely|(?:kind|best) regards))\b[.,]?(?P<rest>.*)",
    re.I,
)
_OTHERS = re.compile(r"(?:kopi|cc|bilag|vedlagt|vedhæftet|ps|p\.s|til|sendt til)\b.*", re.I)
"""How lines begin below a signature that are none of it."""

_MOST_LINES = 10
"""Lines of a signature."""

_LONGEST_LINE = 80
_LONGEST = 3_000
"""Words of a letter, at most: what is longer has letters in it rather than is one."""


def date_of_letter(front: Sequence[str]) -> str | None:
    """Return in ISO 8601 the one date with a year of two digits that stands alone on a line.

    Or behind what the text is, with any year: »PRESSEMEDDELELSE 20.05.04«.  ``front`` are the lines
    above the running text.  None where a line is a date with its year in full, where several
    differ, and for a day to come.
    """
    if any(map(date_of_line, front)):
        return None
    found = set(_dates(front, is_letter=is_letter(front)))
    return found.pop() if len(found) == 1 else None


def _dates(front: Sequence[str], *, is_letter: bool) -> Iterator[str]:
    before = ""
    for line in front:
        kind = _FIRST_WORD.fullmatch(line)
        behind = kind["rest"] if kind and names_only_a_kind(kind["first"]) else ""
        bare = without_lead(behind or line)
        labelled = bare != line.strip() or bool(_DATE_LABEL.fullmatch(before))
        # »Svarfrist« and a day below it.
        beside = before.endswith(":") or (
            bool(re.fullmatch(r"\S+", before))
            and not (names_only_a_kind(before) or names_a_sender(before))
        )
        alone = is_letter and not beside and _SURE_ALONE.fullmatch(bare)
        match = _SHORT.fullmatch(bare) if labelled or alone else None
        iso = date_of_line(behind) if behind else None
        iso = _short_date(match) if match else iso
        if iso:
            yield iso
        before = line


def date_in_head(cells: Sequence[str]) -> str | None:
    """Return in ISO 8601 the one date that the cells of a letterhead say to be the letter's."""
    found: set[str] = set()
    for at, cell in enumerate(cells):
        labelled = _LABELLED.findall(cell)
        if _DATE_LABEL.fullmatch(cell) and at + 1 < len(cells):
            labelled.append(cells[at + 1])
        found.update(filter(None, map(_date_said, labelled)))
    return found.pop() if len(found) == 1 else None


def _date_said(said: str) -> str | None:
    match = _SHORT.fullmatch(said)
    return _short_date(match) if match else date_of_line(said)


def _short_date(match: re.Match[str]) -> str | None:
    iso = iso_of([f"{match[1]}.{match[3]}.{match[5]}"])
    return iso if iso and iso <= datetime.now(tz=UTC).date().isoformat() else None


def is_letter(front: Sequence[str]) -> bool:
    """Tell whether the lines above a running text are those of a letter or a note."""
    return any(
        _LETTER.fullmatch(line) or is_address(line) or names_only_a_kind(line) for line in front
    )


def signed_by(front: Sequence[str], lines: Sequence[str]) -> str | None:
    """Return the one authority in the signature that a letter ends with, None if there is none.

    ``lines`` are those of all of it.
    """
    greetings = [at for at, line in enumerate(lines) if _GREETING.fullmatch(line)]
    words = sum(len(line.split()) for line in lines)
    if len(greetings) != 1 or not is_letter(front) or words > _LONGEST:
        return None
    (at,) = greetings
    greeted = _GREETING.fullmatch(lines[at])
    rest = greeted["rest"].strip(" ,") if greeted else ""
    signature = [*([rest] if rest else []), *lines[at + 1 :]]
    end = next((n for n, line in enumerate(signature) if _OTHERS.fullmatch(line)), len(signature))
    if end > _MOST_LINES or any(len(line) > _LONGEST_LINE for line in signature[:end]):
        return None
    named = {name for line in signature[:end] if (name := sender_named(line))}
    return named.pop() if len(named) == 1 else None
