"""Laws and acts of the EU: the titles they begin with, and how they end.

Their titles stand in the text's own type more often than not, over several lines, with the number
and the date of the act among them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TypeAlias

from strategikort.readers.cues.dates import date_of_line
from strategikort.readers.cues.headings import GOES_ON
from strategikort.readers.found.lawheadings import SIGNATURE
from strategikort.readers.found.laws import SECTION_LEVEL
from strategikort.readers.making.metadata import FIRST_HEADING, IN_TEXT
from strategikort.readers.model import Block, BlockKind, Metadata, ReadFile

AT_THE_TOP = "øverst i teksten"
"""Where the title of an act stands."""

_MOST_LINES = 25
"""Lines at the top of a text that are looked at."""

_KINDS = (
    r"(?:lov|bekendtgørelse|lovbekendtgørelse|anordning|cirkulære(?:skrivelse)?|vejledning"
    r"|principmeddelelse|udtalelse|afgørelse|kendelse|skrivelse)"
)
_NUMBER = re.compile(
    rf"(?P<kind>[A-ZÆØÅ][A-ZÆØÅ\d]{{2,5}}|(?i:{_KINDS})) nr\.? \d{{1,5}}"
    r" af (?P<date>(?:(?! om ).)+)"
)
"""»LOV nr 1436 af 29/06/2021«"""

_ABBREVIATED = {
    "lov": "lov",
    "lbk": "bekendtgørelse",
    "bek": "bekendtgørelse",
    "cir": "cirkulære",
    "vej": "vejledning",
}

_LAW = re.compile(
    rf"(?:forslag til )?(?:kongelig |\w+s )?{_KINDS} "
    r"(?:nr\.? \d{1,5} af .{8,25}? |(?:nr\.? )?\d{1,4}-\d{2} )?(?:om|af|for|til|vedrørende)\b .+",
    re.I,
)
_SENTENCE = re.compile(
    r".*(?<!\bm\.v)(?<!\bm\.m)(?<!\bmv)(?<!\bmm)(?<!\bfl)(?<!\bo\.l)(?<!\blign)[.:;?!,]", re.S
)
"""What no title is: it ends as a sentence or a part of one."""

_BEGUN = re.compile(
    r"(?:(?:tillægs)?betænkning(?: over)?|forslag(?: til)?"
    rf"|(?:forslag til )?(?:kongelig )?{_KINDS}(?: (?:om|af|for|til))?)",
    re.I,
)
"""The beginning of a law's title, where it takes several lines."""

_REPORT = re.compile(r"(?:tillægs)?betænkning over forslag til \w.+", re.I)
"""What a committee says of a bill, or of a resolution."""

_NOTE = re.compile(
    r"(?:(?:supplerende|revideret|opdateret) )?(?:grund- og nærheds|nærheds|grund|samle)notat"
    r"(?: til folketingets europaudvalg)?",
    re.I,
)
"""What a ministry calls its note on a proposal."""

_OF_THE_UNION = re.compile(
    r"(?:(?:Europa-)?Kommissionens|Rådets|Europa-Parlamentets|(?:ændret )?forslag til)\b", re.I
)
_PARTIES = r"(?:EUROPA-PARLAMENTET|RÅDET|KOMMISSIONEN|DEN EUROPÆISKE)"
_ACT = re.compile(
    r"(?i:.*(?:forordning|direktiv|afgørelse|beslutning|henstilling)\b.*)"
    r"\b(?:EU|EF|EØF|FUSP|Euratom)\b.*?\d+/\d+\S*"
)
_KIND_OF_ACT = re.compile(r"(?:forordning|direktiv|afgørelse|beslutning|henstilling)\b", re.I)
_PROPOSAL = re.compile(r"(?:ændret )?forslag til", re.I)
_OF_WHOM = re.compile(rf"{_PARTIES}S\b[^.\d]*", re.I)
_OF_WHEN = re.compile(r"af (?:den )?(?P<date>\d{1,2}\. \w+ \d{4})")
_ABOUT = re.compile(r"(?:om|vedrørende) \S.*", re.S)
_ENACTED = re.compile(rf"\b(?:HAR|VEDTAGET)\b|^\W*(?i:artikel) 1\b|^{_PARTIES}\b(?!S)", re.M)
"""What an act itself has, and no paper that speaks of it at its beginning."""

_PREAMBLE = re.compile(rf"{_PARTIES}\b.*\bHAR\b\W*", re.S)
_SECTION = re.compile(r"§|Artikel \d", re.I)
_ANNEX = re.compile(r"(?:bilag|annex)\b", re.I)
_RUNNING = re.compile(
    rf"(?:VI [A-ZÆØÅ]{{3,}}|I medfør af|I henhold til|Herved bekendtgøres|Folketinget har vedtaget"
    rf"|under henvisning til|ud fra følgende|§ ?\d|{_PARTIES} )"
)
"""How the text below the title of an act begins."""


def with_act(read: ReadFile) -> ReadFile:
    """Return what was read with the title and the date of the act that it is, if it is one.

    What is set by itself above its first section and behind its last one is no heading.
    """
    lines = list(first_lines(read))
    begins = bool(lines) and bool(_ACT.fullmatch(lines[0]) or _OF_WHOM.fullmatch(lines[0]))
    act = _act_of_the_union(lines) if begins or _ENACTED.search(read.text) else None
    if act and _SENTENCE.fullmatch(act[0]):
        act = None
    law = None if act else _report(read, lines) or _law(read, lines)
    title, date, number = (*act, None) if act else law or ("", None, None)
    texts = dict(_no_headings(read, title))
    read = read.with_changed(texts)
    if not title:
        return _as_note(read, lines)
    return replace(read, metadata=_described(read.metadata, title, date, number))


def _as_note(read: ReadFile, lines: Sequence[str]) -> ReadFile:
    """Return a note on what the EU proposes with a title that says that it is one.

    By what stands largest in it, it would be cited as the proposal itself.
    """
    title = read.metadata.title or ""
    kind = next((line for line in lines if _NOTE.fullmatch(line)), "")
    if not (kind and _OF_THE_UNION.match(title)):
        return read
    return replace(read, metadata=replace(read.metadata, title=f"{kind}: {title}"))


def _described(metadata: Metadata, title: str, date: str | None, number: str | None) -> Metadata:
    evidence = dict(metadata.evidence)
    if title != metadata.title:
        evidence["title"] = AT_THE_TOP
    if date:
        evidence["date"] = IN_TEXT
    return replace(
        metadata,
        title=title,
        date=date or metadata.date,
        number=number or metadata.number,
        evidence=evidence,
    )


def first_lines(read: ReadFile) -> Iterator[str]:
    """Yield the lines at the top; an empty one after each block."""
    count = 0
    for block in read.shown:
        if block.kind is BlockKind.HEADING and block.level >= SECTION_LEVEL:
            return
        for line in block.of(read.text).split("\n"):
            count += 1
            line = " ".join(line.split())
            if count > _MOST_LINES or _RUNNING.match(line):
                return
            yield line
        yield ""


def _act_of_the_union(lines: Sequence[str]) -> tuple[str, str | None] | None:
    """Return the title and date of an act of the EU: its number, »af …« and »om …«.

    A proposal has no number, and says that it is one.
    """
    filled = [at for at, line in enumerate(lines) if line]
    for place, at in enumerate(filled):
        before, below = filled[:place], filled[place + 1 :]
        about = bool(below) and bool(_ABOUT.match(lines[below[0]]))
        proposed = about and _OF_WHOM.fullmatch(lines[at]) and _KIND_OF_ACT.search(lines[at])
        if proposed or (_ACT.fullmatch(lines[at]) and not _ABOUT.match(lines[at])):
            break
    else:
        return _whole_act(lines)
    parts, date = [lines[at]], None
    if before and _OF_WHOM.fullmatch(lines[before[-1]]):
        parts.insert(0, lines[before.pop()])
    if before and _PROPOSAL.fullmatch(lines[before[-1]]):
        parts.insert(0, lines[before.pop()])
    if below and (when := _OF_WHEN.match(lines[below[0]])):
        date = date_of_line(when["date"])
        parts.append(lines[below.pop(0)])
    about_lines = " ".join([*lines[below[0] :], ""]) if below else ""
    if below and _ABOUT.match(about_lines):
        end = next((i for i in range(below[0], len(lines)) if not lines[i]), len(lines))
        parts += [line for line in lines[below[0] : end] if not line.startswith("(")]
    return " ".join(parts), date


def _whole_act(lines: Sequence[str]) -> tuple[str, str | None] | None:
    """Return an act's title that stands in a paragraph by itself."""
    for paragraph in " ".join(line or "\n" for line in lines).split("\n"):
        title = paragraph.strip()
        found = re.fullmatch(rf"({_ACT.pattern}) ({_OF_WHEN.pattern}) om .+", title)
        if found and len(title) < 600:
            return title, date_of_line(found["date"])
    return None


_Described: TypeAlias = tuple[str, str | None, str | None]
"""The title of an act, its date, and its number where that is no part of the title."""


def _law(read: ReadFile, lines: Sequence[str]) -> _Described | None:
    """Return the title, date and number of a law, or of what is made by one."""
    numbers = list(filter(None, map(_NUMBER.match, lines)))
    sections = sum(block.level == SECTION_LEVEL for block in read.blocks)
    if not numbers and sections < 2:
        return None
    for at in range(len(lines)):
        title = _from(lines, at)
        if not _LAW.fullmatch(title) or _SENTENCE.fullmatch(title):
            continue
        own = next((found for found in numbers if _is_of(found, title)), None)
        own = _NUMBER.match(title) or own
        if own or sections >= 2:
            title = re.sub(r"\s*\d{1,2}\)$", "", title)
            if own is None:
                return title, None, None
            number = None if own[0] in title else own[0].partition(" af ")[0]
            return title, date_of_line(own["date"]), number
    return None


def _report(read: ReadFile, lines: Sequence[str]) -> _Described | None:
    """Return the title of a committee's report on a bill, if no other heading is the title."""
    titles = (_from(lines, at) for at, line in enumerate(lines) if _BEGUN.match(line))
    title = next((one for one in titles if _REPORT.fullmatch(one)), "")
    other = (read.metadata.evidence.get("title") == FIRST_HEADING and read.metadata.title) or ""
    is_title = title and not _SENTENCE.fullmatch(title) and other in title
    return (title, None, None) if is_title else None


def _is_of(number: re.Match[str], title: str) -> bool:
    """Tell whether a number may be that of what is called ``title``: no law's is a guidance's."""
    kind = number["kind"].lower()
    kind = _ABBREVIATED.get(kind[:3], "") if number["kind"].isupper() else kind
    title = re.sub(r"^(?:forslag til )?(?:kongelig )?", "", title.lower())
    return title.startswith(kind.removeprefix("lov") or kind)


def _from(lines: Sequence[str], at: int) -> str:
    """Return the title that line ``at`` begins, with the lines that it goes on in."""
    title = lines[at]
    for line in lines[at + 1 :]:
        begun = bool(_BEGUN.fullmatch(title))
        if not line and begun:
            continue
        goes_on = line[:1].islower() or GOES_ON.fullmatch(title) or title.endswith("-")
        if not line or not (begun or goes_on):
            break
        title = f"{title} {line}"
    return title


def _is_below_title(text: str, block: Block, title: str) -> bool:
    """Tell whether what looks like a heading is the number of an act, or goes on with its title."""
    if block.how != "type":
        return False
    goes_on = text[block.start].islower() and " ".join(block.of(text).split())
    return bool(goes_on and goes_on in title) or bool(
        _NUMBER.fullmatch(text, block.start, block.end)
    )


def _no_headings(read: ReadFile, title: str) -> Iterator[tuple[int, Block]]:
    """Yield as text the headings that introduce an act, go on with its title or sign it."""
    begun = signing = False
    for place, block in enumerate(read.blocks):
        if block.kind is BlockKind.HEADING:
            begun |= bool(_SECTION.match(read.text, block.start))
            signs = begun and bool(SIGNATURE.match(read.text, block.start))
            ends = bool(_ANNEX.match(read.text, block.start))
            signing = signs or (signing and block.how == "type" and not ends)
            introduces = _PREAMBLE.fullmatch(read.text, block.start, block.end)
            below_title = title and _is_below_title(read.text, block, title)
            if signing or below_title or (block.how == "type" and introduces):
                yield place, block.as_text()
        elif begun and SIGNATURE.match(read.text, block.start):
            signing = True
