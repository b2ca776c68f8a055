"""Who sent a document: what a line of its title page or its colophon says.

Only what stands on a line of its own is taken: authorities are named everywhere in such texts, and
a letter is as often to a ministry as from one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from strategikort.readers.cues.dates import date_of_line
from strategikort.readers.cues.headings import GOES_ON

_WORD = r"[A-ZÆØÅ][\w’'-]*"
_JOINED = rf"{_WORD}(?:(?:, | og | for | i |,? samt | )(?:{_WORD}))*"
_BODY = (
    r"ministeriet|styrelsen|direktoratet|departementet|tilsynet|nævnet|ankestyrelsen|revisionen"
    r"|institut(?:tet)?|universitet(?:et)?|rådet|ombudsmanden|kommissionen"
)
_AUTHORITY = re.compile(
    rf"(?:(?:(?:Det|Den|Danmarks) )?(?:{_WORD}(?:, | og ))*[A-ZÆØÅ]\w*(?:{_BODY})"
    rf"|(?:Ministeriet|Styrelsen|Direktoratet|Rådet|Nævnet|Institut|Center) for {_JOINED}"
    rf"|Statens {_JOINED}|Socialtilsyn {_WORD}"
    rf"|{_WORD} (?:Kommune|Amt|Stift)|(?:{_WORD} ){{1,2}}Universitet|Region {_JOINED}"
    r"|(?:Den danske |Danmarks |[A-ZÆØÅ]\w{0,12}[ -])?[Rr]egering(?:en)?|KL"
    r"|Danske Regioner|Kommunernes Landsforening"
    r"|Folketinget(?:s \w+udvalg)?|Statsrevisorerne|Danmarks Statistik|Danmarks Nationalbank"
    r"|(?:The )?(?:Royal )?(?:Danish )?Ministry (?:of|for) "
    rf"{_WORD}(?:(?:,? and|,| of| the)? {_WORD})*"
    r"|(?:The )?Danish Government|(?:The )?European (?:Commission|Parliament))"
)
_NO_AUTHORITY = re.compile(r"(?:Området|Byrådet|Udvalget|Kommissionen|Rådet|Instituttet)\Z")
"""What may be any of its kind, and so does not say which."""

_LABEL = re.compile(
    r"(?P<label>udgivet (?:i |den )?(?P<when>\S.{3,20}\d{4}) af|udgivet af"
    r"|udgiver(?:e|en)?|udgivende myndighed|afsender|ansvarlig myndighed"
    r"|published by|publisher|issued by)(?P<rest>(?:\s*:\s*|\s+|$).*)",
    re.I,
)
_RIGHTS = re.compile(
    r"(?:copyright )?(?:©|\(c\))\s*(?:copyright )?(?:(?P<first>\d{4})[, ]+)?(?P<name>\D+?)"
    r"(?:[, ]+(?P<last>\d{4}))?(?:[.,](?: .*)?| (?:alle|all) .*)?",
    re.I,
)
_YEAR = re.compile(
    r"(?:udgivelsesår|udgivet(?: i)?|published(?: in)?)\s*:?\s*(?P<year>\d{4})", re.I
)
_TAIL = re.compile(r"(?P<name>.*?)(?:,| \||,? den| i) (?P<date>(?:\w+\.? ){0,2}\d{4})")
"""»Miljøministeriet, september 2023«"""

_MONTH_BEHIND = re.compile(r"(?P<name>.*?) (?P<date>(?:\d{1,2}\. )?[^\W\d_]+ \d{4})")
_MADE_BY = re.compile(r"udarbejdet af\s*:?\s*(?P<name>.+)", re.I)
"""Whoever made it, and an authority has not asked for it."""

_SEPARATED = re.compile(r"\s+[•·|–—]\s+|\t|\n")
_SMALL = frozenset({"og", "for", "i", "af", "samt"})

_TOGETHER = re.compile(r"\s+(?:i samarbejde med|in cooperation with|sammen med)\b.*", re.I)
_ADDRESS = re.compile(r"\d{4} [A-ZÆØÅ]\w+.*|[^\d§]{3,40}(?<!nr\.) \d{1,3}[A-Za-z]?(?:,.*)?")
_AND = re.compile(r"(?:og|mod|samt|and|v(?:ersus|\.))\b.*", re.I)
_ADDRESSED = re.compile(r"(?:til|to|att|modtager|cc|kopi)\b[.:]?.*|(?:kære|dear) .*", re.I)
_REPLY = re.compile(r"(?:høringssvar|svar på høring|bemærkninger til|kære|dear|vedr)\b", re.I)
_COLOPHON = re.compile(r"\b(?:ISBN|ISSN|kolofon|colophon|publikationen kan|oplag)\b|©", re.I)
_NEAR = 12
"""Lines within which a colophon says that it is one."""

_LONGEST = 120
_MOST, _ENDING = 3, 8
"""Senders side by side, at most; and letters in which those of a kind end alike."""


class Sender(NamedTuple):
    """Who sent a text, and when if that stands with it (ISO 8601).

    ``labelled`` says that the text says so in so many words.
    """

    name: str
    date: str | None = None
    labelled: bool = False


def sender_of(
    front: Sequence[str], colophon: Sequence[str], alone: Callable[[], Iterable[str]]
) -> Sender | None:
    """Return who sent a text, None if it does not say so, or names several.

    ``front`` are its lines above the running text, ``colophon`` all lines of its first and last
    pages, ``alone`` gives all that stand by themselves anywhere.
    """
    lines = [*front, *colophon]
    holder = next(_with_rights(lines), None)
    labelled = next(_labelled(lines), None) or holder or next(_makers(lines), None)
    if labelled:
        same = holder.date if holder and holder.name == labelled.name else None
        return labelled._replace(date=labelled.date or same or _year(lines))
    for place, stretch in ((0, front), (1, colophon)):
        named = list(_named(stretch, colophon=bool(place)))
        if named and len({sender.name for sender in named}) == 1:
            name = named[0].name
            others = {line for line in alone() if authority(line)} - set(name.split("/"))
            date = next((sender.date for sender in named if sender.date), None)
            return Sender(name, date or _year(lines)) if len(others) < 2 else None
    return None


def authority(line: str) -> bool:
    """Tell whether a line is the name of an authority and nothing else."""
    return (
        len(line) <= _LONGEST and bool(_AUTHORITY.fullmatch(line)) and not _NO_AUTHORITY.match(line)
    )


def letterhead(lines: Iterable[str]) -> str | None:
    """Return the one authority that running lines name, perhaps with its address behind it."""
    parts = (part.strip() for line in lines for part in _SEPARATED.split(line))
    names = {_spelt(_parted(part)[0]) for part in parts if part and names_a_sender(part)}
    return names.pop() if len(names) == 1 else None


def names_a_sender(line: str) -> bool:
    """Tell whether a line is the name of an authority, perhaps with a date."""
    return sender_named(line) is not None


def sender_named(line: str) -> str | None:
    """Return the authority that a line is the name of, perhaps with a date; else None."""
    line = _spelt(line)
    return next(filter(authority, (line, _parted(line)[0])), None)


def _spelt(line: str) -> str:
    """Return a line that is all in capitals as names are written."""
    if not line.isupper() or len(line) > _LONGEST or authority(line):
        return line
    words = (word.lower() for word in line.split())
    return " ".join(word if word in _SMALL else word.capitalize() for word in words)


def is_address(line: str) -> bool:
    """Tell whether a line is one of an address: a street and a number, or a town."""
    return bool(_ADDRESS.fullmatch(line))


def _labelled(lines: Sequence[str]) -> Iterator[Sender]:
    for at, line in enumerate(lines):
        found = _LABEL.fullmatch(line) if len(line) <= _LONGEST else None
        if not found:
            continue
        rest = found["rest"].strip(" :")
        if not rest and at + 1 < len(lines):
            rest = lines[at + 1]
        name, date = _parted(rest)
        if name[:1].isupper() and not re.search(r"[.:;]\s|[.:;]$", name):
            date = date or (date_of_line(found["when"]) if found["when"] else None)
            yield Sender(name, date, labelled=True)


def _makers(lines: Sequence[str]) -> Iterator[Sender]:
    for line in lines:
        found = _MADE_BY.fullmatch(line) if len(line) <= _LONGEST else None
        name, date = _parted(found["name"]) if found else ("", None)
        if authority(name):
            yield Sender(name, date, labelled=True)


def _with_rights(lines: Sequence[str]) -> Iterator[Sender]:
    for line in lines:
        found = _RIGHTS.fullmatch(line) if len(line) <= _LONGEST else None
        if found and authority(name := found["name"].strip(" ,.")):
            yield Sender(name, found["first"] or found["last"], labelled=True)


def _parted(said: str) -> tuple[str, str | None]:
    """Return a name without what stands behind it, and the date that does."""
    date = None
    tail = _TAIL.fullmatch(said) or _MONTH_BEHIND.fullmatch(said)
    if tail:
        is_year = re.fullmatch(r"(?:19|20)\d\d", tail["date"])
        date = tail["date"] if is_year else date_of_line(tail["date"])
        said = tail["name"] if date else said
    said = _TOGETHER.sub("", said)
    head, _, rest = said.partition(", ")
    name = head if re.search(r"\d", rest) else said
    # »the« before the name of a ministry is no part of it.
    return re.sub(r"^the (?=[A-Z])", "", name).strip(" ,"), date


def _year(lines: Sequence[str]) -> str | None:
    return next((found["year"] for line in lines if (found := _YEAR.fullmatch(line))), None)


def _named(lines: Sequence[str], *, colophon: bool) -> Iterator[Sender]:
    """Yield the authorities that stand on lines of their own, those side by side as one."""
    if not colophon and any(_REPLY.match(line) for line in lines):
        return
    at = 0
    while at < len(lines):
        run: list[str] = []
        date = None
        while at < len(lines) and date is None:
            line = _spelt(lines[at])
            name, date = (line, None) if authority(line) else _parted(line)
            if not authority(name):
                break
            run.append(name)
            at += 1
        alike = len({name[-_ENDING:] for name in run}) == 1
        if len(run) > _MOST or (alike and len(run) == _MOST):
            return  # a list of them
        if run and _is_sender(lines, at - len(run), at, colophon=colophon):
            yield Sender("/".join(dict.fromkeys(run)), date)
        at += 1


def _is_sender(lines: Sequence[str], first: int, end: int, *, colophon: bool) -> bool:
    """Tell whether an authority is not one that is written to."""
    around = lines[max(0, first - _NEAR) : end + _NEAR]
    if any(map(_COLOPHON.search, around)):
        return True
    before, below = lines[first - 1] if first else "", lines[end : end + 2]
    # »Aftale mellem«, and the parties below it.
    goes_on = GOES_ON.fullmatch(before) or (below and _AND.fullmatch(below[0]))
    addressed = _ADDRESSED.fullmatch(before) or any(map(is_address, below))
    return not (colophon or addressed or goes_on)
