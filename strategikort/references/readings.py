"""What a reference says beside the place: pages and lines, an id in brackets, »jf.« in front.

    uss, s. 12-13, l. 486           side 12 i uss           … maj 2023, l. 877-893 [tech/søjler/1]

Everything here works on the text alone; whether there is such a place is not asked.  No pattern is
compiled before a reference needs it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from strategikort.citation.remarks import EMPHASIS, OWNED
from strategikort.errors import StrategikortError

if TYPE_CHECKING:
    from strategikort.references.grammar import NumberSpan

MOST_PAGES = 200
"""Pages that a range stands for at most."""

_HYPHENS = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2212", "-"))
"""What word processors write for a hyphen that no line ends at, and for one between numbers."""

_NUMBER = r"(?:(?:\d+[a-zæøå]?|[ivx]+)\b|\[\d+\])"
_NUMBERS = rf"{_NUMBER}(?:\s*(?:[-–—]|til|to|,|og|and|samt|&)\s*{_NUMBER})*"
# »S 825« without a full stop is a question to a minister.
_PAGE_WORD = r"(?:siderne|sider?|pages?|(?-i:ss?)|ss?(?=\.)|pp?)\b\.?\s*"
_LINE_WORD = r"(?:linjerne|linjer?|lines?|ll?)\b\.?\s*"
_PAGES = rf"{_PAGE_WORD}{_NUMBERS}"
_LINES = rf"{_LINE_WORD}{_NUMBERS}"
_WHERE = (
    rf"(?:på\s+)?(?:(?P<pages>{_PAGES})(?:[\s,]+(?P<also>{_LINES}))?"
    rf"|(?P<lines>{_LINES})(?:[\s,]+(?:på\s+)?(?P<on>{_PAGES}))?)"
)
_AT_END = rf"(?i)(?P<body>.*?)(?:^|[\s,]+){_WHERE}\.?"
_IN_FRONT = rf"(?i){_WHERE}\s+(?:i|af|fra|of|in)\s+(?P<body>.+)"
_PLACED = r"(?i)\b(?:ss?|ll?|pp?|sider?|siderne|pages?|linjer?|linjerne|lines?)\b\.?\s*[\[\divx]"
_LEAD_IN = (
    r"(?i)(?:(?:jf|jfr|jævnfør|cf|see(?: also)?|se|sml|fx|kilde"
    r"|(?:her )?(?:citeret|cit\.) (?:fra|efter)|uddrag (?:fra|af)|fra|også|både|ovenfor|nedenfor)"
    r"(?:\.|:|\b)[\s:]*"
    r"|(?:f\.\s?eks|bl\.\s?a)\.[\s:]*"
    r"|(?:dok(?:ument)?|doc(?:ument)?|sag|case|st)\.?\s(?:n[ro]\.?\s)?(?=\S*\d))+"
)
_BEGINS = "jf jæ cf se sm fx ki he ci ud fr og bå do sa ca st f. bl"
_BEGINNINGS = tuple(_BEGINS.split())
"""How what leads to a reference begins, so that the pattern is compiled for few."""

_POINTING = (" ovenfor", " nedenfor")
"""What says where in the memo something is spoken of, not where it stands."""

_PAGE_IN_FILE = r"\[(\d+)\]"
"""A page that has no number in print, as citations of this program have it."""
_BRACKETED = r"(?P<cited>.*)\[(?P<id>(?!\d+\])[^\W_][\w./-]*)\]\.?"
_CODED = r"(?P<cited>.*)`(?P<id>[^`\s]+)`\.?"
_BEHIND_LINES = (
    r"(?P<cited>.*\b[ls]\. [\d\[][\d\[\], –-]*), (?P<id>[^\W\d_][\w.-]*(?:/[\w.-]*\w)+)\.?"
)
"""As Markdown shows it: …, l. 86-88, rk/6/3."""

_IDS = r"\[(?!\d+\])([^\W_][\w./-]*)\]"
_AND_THE_NEXT = (
    r"(\d+)\s?f\.(?=\W|$)",
    # The full stop may be gone that closes a sentence too; no page has such a letter.
    r"(?i)(?<=\bs\. )(\d+)\s?f(?![\w.])",
    r"(?i)(?<=\bside )(\d+)\s?f(?![\w.])",
)
_YEAR = r"\b(?:19|20)\d\d[a-z]?"
_BEHIND_YEAR = (
    rf"(?i)({_YEAR})(\)?):\s?(?P<pages>{_NUMBERS})(\)?)\.?$",
    rf"(?i)({_YEAR})(),\s?(?:ss?|pp?|sider?)\b\.?\s*(?P<pages>{_NUMBERS})(\))\.?$",
)
"""Pages that only their place behind a year tells, or in its parentheses: 2023: 5; (2023, s. 5)."""
_PLACE_WITH_YEAR = rf"(?i)(\({_YEAR})[:,]\s?([^\W\d][^()]*)\)?$"
"""A place in the parentheses of the year: Rådet (2022: pkt. 5)."""
_NUMBERED_BEHIND_YEAR = rf"(?i)({_YEAR}):\s?([^\W\d][\w.]*\s\d[\d.]*)$"
"""A numbered place behind a year: Rådet 2022: pkt. 5."""

_SEEN = r",?\s*<?https?://\S+?>?(?:\s*\((?:besøgt|hentet|tilgået|set)\b[^)]*\)?)?\.?$"
_LINKED = r"\[([^\]]*)\]\(<?[^)\s>]*>?\)"
_REMARK = (
    rf"(?i)[,;]?\s*\(?\b(?:{OWNED}\s+(?:kursiv\w*|(?:frem|over|under|ud|til)\w+)|{EMPHASIS})\)?"
)
_NEXT = r"(?i);|,?\s+\(?(?=(?:jf|jfr|sml)\.|se\s+(?:også\s+)?\S)"


class Reading(NamedTuple):
    """A reference without its pages and lines (from 1, inclusive), and these; none for all."""

    body: str
    pages: tuple[str, ...] = ()
    lines: tuple[tuple[int, int], ...] = ()

    @property
    def is_part(self) -> bool:
        """Whether only some pages or lines are meant."""
        return bool(self.pages or self.lines)


def read(reference: str) -> Reading:
    """Return what a reference says of pages and lines, and what it says without them.

    Raises ``StrategikortError`` for pages or lines that run backwards.
    """
    text = " ".join(reference.translate(_HYPHENS).split())
    if "http" in text:
        text = re.sub(_SEEN, "", text)
    if text.startswith("(") and re.fullmatch(r"\((?:[^()]|\([^()]*\))*\)", text):
        text = text[1:-1].strip()
    # »3.« is a number, but a full stop behind a word or a mark closes the sentence.
    if text.endswith(".") and not text[-2:-1].isdigit():
        text = text[:-1]
    if "`" in text:  # as a citation of this program has it in Markdown
        text = re.sub(_CODED, r"\g<cited>[\g<id>]", text.replace("*", ""))
    bracketed = re.fullmatch(_BRACKETED, text) if "[" in text else None
    if not bracketed and "/" in text and re.search(r"\b[ls]\. ", text):
        bracketed = re.fullmatch(_BEHIND_LINES, text)
    if bracketed and bracketed["cited"]:
        # A citation of this program: the id in brackets says all but the lines.
        return _read(bracketed["cited"].rstrip(" ,"))._replace(body=bracketed["id"])
    may_lead = " " in text and text[:2].lower() in _BEGINNINGS
    lead_in = re.match(_LEAD_IN, text) if may_lead else None
    if lead_in and lead_in.end() < len(text):
        text = text[lead_in.end() :]
    if text.endswith(_POINTING):
        text = text[: text.rindex(" ")].rstrip(" ,")
    return _read(text)


def references_in(citation: str) -> list[str]:
    """Return the references of a citation: those in brackets, or what semicolons part."""
    text = re.sub(r"[*`\\]", "", re.sub(_LINKED, r"\1", citation))
    bracketed = re.findall(_IDS, text)
    if len(bracketed) > 1:
        return bracketed
    if not re.search(_SEEN, text):
        text = re.sub(_REMARK, "", text)
    parts = (part.strip(" ,()").rstrip(".") for part in re.split(_NEXT, text))
    return list(filter(None, parts))


def _read(text: str) -> Reading:
    if re.search(rf"{_YEAR}\)?[:,]", text):
        for pattern in _BEHIND_YEAR:
            text = re.sub(pattern, r"\1\2\4, s. \g<pages>", text)
        text = re.sub(_PLACE_WITH_YEAR, r"\1), \2", text)
        text = re.sub(_NUMBERED_BEHIND_YEAR, r"\1, \2", text)
    if re.search(r"\d\s?f\b", text):
        for pattern in _AND_THE_NEXT:
            text = re.sub(pattern, _with_next, text)
    found = None
    if any(sign.isdecimal() for sign in text) and re.search(_PLACED, text):
        found = re.fullmatch(_IN_FRONT, text) or re.fullmatch(_AT_END, text)
    if found is None:
        return Reading(text)
    from strategikort.references.grammar import PlaceSyntaxError, parse

    pages, lines = found["pages"] or found["on"] or "", found["also"] or found["lines"] or ""
    try:
        plain = re.sub(_PAGE_IN_FILE, r"\1", pages)
        paged = parse(_as_parsed(_PAGE_WORD, "s. ", plain)).pages if pages else ()
        lined = parse(_as_parsed(_LINE_WORD, "l. ", lines)).lines if lines else ()
    except PlaceSyntaxError:
        return Reading(text)
    in_file = {*re.findall(_PAGE_IN_FILE, pages)} if "[" in pages else {}
    labels = tuple(f"[{page}]" if page in in_file else page for page in _pages(paged))
    return Reading(found["body"].rstrip(" ,"), labels, _lines(lined))


def _with_next(match: re.Match[str]) -> str:
    return f"{match[1]}-{int(match[1]) + 1}"


def _as_parsed(word: str, sign: str, numbers: str) -> str:
    """Return numbers behind the ``sign`` and with the hyphen that the grammar of places has."""
    numbers = re.sub(r"\s+(?:til|to)\s+", "-", re.sub(rf"(?i)^{word}", sign, numbers))
    return re.sub(r"\band\b", "og", numbers)


def _in_full(spans: Iterable[NumberSpan]) -> Iterator[tuple[str, str | None]]:
    """Yield spans, their last numbers with the digits that they share with the first.

    Pages 112-15 go to page 115.
    """
    for first, last in spans:
        if last and first.isdecimal() and last.isdecimal():
            shared = first[: -len(last)] if len(last) < len(first) else ""
            if int(shared + last) < int(first):
                raise StrategikortError(
                    f"Fra {first} til {last} går baglæns.",
                    "Skriv det første tal først.",
                    code="bad_reference",
                )
            yield first, shared + last
        else:
            yield first, last


def _pages(spans: Iterable[NumberSpan]) -> tuple[str, ...]:
    pages: list[str] = []
    for first, last in _in_full(spans):
        if last is None:
            pages.append(first)
        elif first.isdecimal() and last.isdecimal() and int(last) - int(first) <= MOST_PAGES:
            pages += map(str, range(int(first), int(last) + 1))
        else:
            pages += (first, last)
    return tuple(pages)


def _lines(spans: Iterable[NumberSpan]) -> tuple[tuple[int, int], ...]:
    return tuple(
        (int(first), int(last or first))
        for first, last in _in_full(spans)
        if first.isdecimal() and (last or "0").isdecimal()
    )
