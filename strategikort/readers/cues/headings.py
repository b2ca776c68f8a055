"""Which lines of plain text are headings, and which only look like some.

A heading is known by its number, by its capitals, by standing alone over a paragraph, or by ending
early over one that begins a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from strategikort.readers.cues.dates import DATE
from strategikort.readers.cues.markers import BULLET, typed_marker
from strategikort.readers.cues.running import PAGE_NUMBER

QUESTION = re.compile(
    r"(?:samråds)?spørgsmål(?: nr\.?)?"
    r" (?P<number>(?-i:S )?\d{1,4}|(?-i:[A-ZÆØÅ]{1,2})(?![^\W_]))\s*(?:[.:]\s*|$)",
    re.I,
)
"""What a question is headed by: its number, or its letters where a committee calls a minister."""

ANSWER = re.compile(r"(?:endeligt )?svar:?", re.I)

_HEADING_NUMBER = re.compile(
    r"(?:(?:kapitel|bilag|artikel|afsnit|del|annex|appendi(?:ks|x)|§)"
    r"\s*(?:[\dIVXLC]+(?:\s[a-hj-z])?|(?<=\s)(?-i:[A-ZÆØÅ]))(?!\w)(?:,?\s*stk\.?\s*\d{1,2}\b)?"
    r"(?:\s*[–—-](?=\s))?|spørgsmål(?:\snr\.?)?\s(?:S\s)?\d{1,4}$"
    r"|\d{1,2}(?:\.\d{1,2})+|"
    r"(?-i:[IVXLC]{1,6})\.|\d{1,2}\.?)[.:)]?(?:\s|$)",
    re.I,
)
NO_HEADING = re.compile(
    r"(?:kære|dear|(?:med )?venlig hilsen|mvh|til nr)\b.*"
    r"|(?:kilde|source|figur|figure|tabel|table)\s*[\d:].*"
    r"|.*\S\s{2,}[-+]?(?!(?:19|20)\d\d$)\d[\d.,%]*(?:\s.*)?"
    rf"|(?:.*,\s+)?(?:den\s+)?{DATE}"
    r"|.*\b(?:og|samt|and|the)",
    re.I,
)
"""Salutations, captions, rows of tables, dates, and lines that go on."""

MADE = re.compile(
    r"(?:vedtaget|godkendt|indgået|underskrevet|tiltrådt|fastsat|udstedt|revideret|senest \w+et)"
    r"\b.*\d{4}",
    re.I,
)
BETWEEN = re.compile(r"(?:aftalens )?part(?:er|erne)?:.*|(?:er )?(?:indgået )?mellem\b.*", re.I)
"""What stands between the title of rules, or of an agreement, and their first part."""

GOES_ON = re.compile(
    r".*\b(?:af|at|for|fra|i|med|mellem|om|på|til|ved|by|for|from|in|of|on|to|with)", re.I
)
"""A line that goes on below."""

AND_SO_ON = re.compile(r"\s(?:m\.v|m\.m|mv|mm|m\.fl|o\.l)\.$")
"""How a heading may end with a full stop."""

SENTENCE_END = re.compile(r"[.!?][\"”“»«’‘')\]]*$")
SHORT_FORM = re.compile(r"(?:\b(?:stk|nr|jf|kap|pkt|art|litra|ca|s)\.|§)$", re.I)
"""What ends no sentence: the number that belongs to it may stand on the next line."""

_STOPS = (".", ",", ";", ":")
_SHORT = 50
"""Characters of a heading over a single short sentence, at most."""

_FEWEST_WORDS = 4

_LAW = re.compile(r"(?:§\s*\d{1,3}(?:\s?[a-zA-ZæøåÆØÅ])?\.|Stk\.\s*\d{1,2}[.:])\s*\S")
_LISTED = re.compile(r"\s*(?:bilag\s+)?(\d{1,2})[.):]\s+(?=\S)", re.I)
_OVER_A_LIST = re.compile(r".*:|\s*bilag", re.I)
_FEWEST_LISTED = 3
_LONGEST_TITLE = 200
_LONGEST_BOLD = 120
_SIGN = re.compile(r"§\s*\d")
_ASKS = re.compile(
    r"(?-i:[A-ZÆØÅ])[^.!?]{2,110}\?[\"”“»«’‘']?|(?:hvad|hvem|hvor\w*|hvilke[nt]?|hvis)\b[^.!?:;,]{3,75}",
    re.I,
)
"""A line that asks: with its mark, or with nothing but the word that questions begin with."""

_FEWEST_ASKED = 2
_FIELD = re.compile(r"[A-ZÆØÅ]{3,}:?")
_FEWEST_FIELDS = 3
_LONGEST_FIELD = 80
_WRAPPED = (40, 150)
"""How long the lines are, at least and at most, of text that is wrapped."""


def heading(
    lines: Sequence[str],
    first: int,
    last: int,
    following: tuple[int, int] | None,
    *,
    apart: bool = False,
) -> tuple[int, str]:
    """Return the level of a heading and how it is known; level 0 for anything else.

    ``apart`` says that it is a single word or returns, and that nothing goes on with it that stands
    above: what is below may then be short.
    """
    text = _one_line(lines, first, last)
    if last - first > 1 or len(text) > 110 or AND_SO_ON.sub("", text).endswith(_STOPS):
        return 0, ""
    if _LAW.match(text):  # what stands behind such a sign is read where all of them are
        return 0, ""
    if BULLET.match(text) or not any(c.isalpha() for c in text) or PAGE_NUMBER.fullmatch(text):
        return 0, ""
    if NO_HEADING.fullmatch(text):
        return 0, ""
    number = _HEADING_NUMBER.match(text)
    if number and following is not None:
        label = number.group().strip(" .:)–—-")
        rest = text[number.end() :].strip()
        if rest and not rest[0].isupper():
            return 0, ""
        after = lines[following[0]].strip()
        if after[:1].islower() or len(text) > 90:
            return 0, ""
        return label.count(".") + 1, "numbering"
    if following is None or last > first:
        return 0, ""
    letters = [c for c in text if c.isalpha()]
    if len(letters) >= 4 and all(c.isupper() for c in letters):
        return 1, "type"
    after = _one_line(lines, *following)
    is_long = len(after) >= max(100, 1.5 * len(text))
    is_short = apart and len(text) <= _SHORT and not GOES_ON.fullmatch(text) and _is_said(after)
    alone = len(text) <= 80 and text[0].isupper() and (is_long or is_short)
    # A line that goes on below is none.
    open_ended = text.endswith(("!", "…", "-")) or after[:1].islower()
    return (2, "type") if alone and not open_ended else (0, "")


def _one_line(lines: Sequence[str], first: int, last: int) -> str:
    return " ".join(line.strip() for line in lines[first : last + 1])


def _is_said(after: str) -> bool:
    """Say whether what stands below a line is a sentence, or at least begins one, and no list."""
    if typed_marker(after):
        return False
    opens = after.endswith((",", ":")) and after.count(" ") >= _FEWEST_WORDS - 1
    return opens or bool(SENTENCE_END.search(after))


def is_title(
    lines: Sequence[str],
    first: int,
    last: int,
    following: tuple[int, int],
    asking: Collection[int] = (),
) -> bool:
    """Say whether the first lines of a text are its title: they stand right over a numbered part.

    ``following`` are the lines of what comes next; what stands over one of those ``asking`` is the
    title, too.
    """
    text = _one_line(lines, first, last)
    below = lines[following[0]].strip()
    numbered = _SIGN.match(below) or (
        _HEADING_NUMBER.match(below)
        and not QUESTION.fullmatch(below)
        and heading(lines, *following, (last, last))[1] == "numbering"
    )
    return (
        (bool(numbered) or (first == last and following[0] in asking))
        and len(text) <= _LONGEST_TITLE
        and text[0].isupper()
        and not AND_SO_ON.sub("", text).endswith(_STOPS)
        and not NO_HEADING.fullmatch(text)
        and not GOES_ON.fullmatch(text)
        and not _HEADING_NUMBER.match(text)
    )


def is_wrapped(width: int) -> bool:
    """Say whether lines of this length are those of wrapped text."""
    return _WRAPPED[0] <= width <= _WRAPPED[1]


def may_head(text: str) -> bool:
    """Say whether a paragraph that is all bold may be a heading: short, and no sentence."""
    return (
        0 < len(text) <= _LONGEST_BOLD
        and any(map(str.isalpha, text))
        and not AND_SO_ON.sub("", text).endswith((".", ",", ";"))
    )


def begins_with_number(line: str) -> bool:
    """Say whether a line that does not go on below begins as a numbered heading does."""
    found = _HEADING_NUMBER.match(line.strip())
    title = line.strip()[found.end() :].strip() if found else ""
    return title[:1].isupper() and not GOES_ON.fullmatch(title) and not title.endswith(_STOPS)


def is_headed(lines: Sequence[str], first: int, last: int, width: int) -> bool:
    """Say whether the first line of a paragraph is the heading over it.

    It ends early, though the next one, which begins a sentence, is as long as lines are.
    """
    if last == first or not is_wrapped(width):
        return False
    head, below = lines[first].strip(), lines[first + 1].strip()
    return (
        len(head) < 0.6 * width
        and len(below) > 0.75 * width
        and len(head.split()[0]) + len(head) < 0.9 * width
        and below[0].isupper()
        and may_be_title(head)
    )


def may_be_title(line: str) -> bool:
    """Say whether a line may be a heading: it begins as one, and no sentence goes on or ends."""
    return (
        line[:1].isupper()
        and not NO_HEADING.fullmatch(line)
        and not GOES_ON.fullmatch(line)
        and not line.endswith((".", ",", ";", ":", "!", "?", "-", "…"))
    )


def asking_lines(lines: Sequence[str], groups: Sequence[tuple[int, int]]) -> frozenset[int]:
    """Return the lines that ask what is answered below, each by itself over its answer.

    There are several of them; where one stands right below another, they are a list.
    """
    said = [lines[first].strip() for first, _ in groups]
    asked = [
        first == last and bool(_ASKS.fullmatch(line))
        for (first, last), line in zip(groups, said, strict=True)
    ]
    if any(map(ANSWER.fullmatch, said)):
        return frozenset()  # what is asked stands between »Spørgsmål 12« and »Svar«
    found = frozenset(
        first
        for (first, _), asks, below in zip(groups, asked, asked[1:], strict=False)
        if asks and not below
    )
    return found if len(found) >= _FEWEST_ASKED else frozenset()


def field_names(lines: Sequence[str], groups: Sequence[tuple[int, int]]) -> frozenset[int]:
    """Return the lines of a form: »STED« in capitals, and below it one short line, time and again.

    They are no headings: nothing is said below them.
    """
    run: list[int] = []
    for (first, last), (below, end) in zip(groups[::2], groups[1::2], strict=False):
        is_field = (
            first == last
            and below == end
            and bool(_FIELD.fullmatch(lines[first].strip()))
            and len(lines[below].strip()) <= _LONGEST_FIELD
        )
        if not is_field:
            if first == last and _FIELD.fullmatch(lines[first].strip()):
                run.append(first)  # what is in it is a list, or there is nothing
            break
        run += [first, below]
    return frozenset(run if len(run) >= 2 * _FEWEST_FIELDS else ())


def listed_lines(lines: Sequence[str], groups: Sequence[tuple[int, int]]) -> frozenset[int]:
    """Return the first lines of the elements of lists that have blank lines between them.

    Three numbered lines in a row with nothing between them are a list, two below a colon or the
    word »Bilag«.
    """
    runs: list[tuple[int, list[int]]] = []
    """Each with how many elements it must have."""
    last: int | None = None
    for number, (first, _) in enumerate(groups):
        listed = _LISTED.match(lines[first])
        if not listed:
            last = None
            continue
        if last is None or int(listed[1]) != last + 1:
            above = lines[groups[number - 1][1]].rstrip() if number else ""
            runs.append((2 if _OVER_A_LIST.fullmatch(above) else _FEWEST_LISTED, []))
        runs[-1][1].append(first)
        last = int(listed[1])
    return frozenset(first for needed, run in runs if len(run) >= needed for first in run)
