"""The places that runs of words name: konklusion 9, den udenrigspolitiske strategi fra 2023."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from strategikort.citation.verdict import Cited
from strategikort.language.months import MONTHS
from strategikort.language.numbers.numerals import cardinal, ordinal

MOST_WORDS = 12
"""Words that name a place."""
WORD = re.compile(r"\S+")
SAYS = re.compile(
    r"(?i)\b(?:hed(?:der)?|stå[rt]?|stod|sig(?:er|es)|sagdes?|skriv(?:er|es)|skrev|frem(?:går|gik)"
    r"|slår|slås|slog|slået|skrevet|sagt|fast(?:slå[rs]|slog)|lyde[rs]|lød|peger|pegede|gentager|gentog"
    r"|beskriv(?:er|es)|beskrev|udtrykker|udtrykkes|fortsætter|fortsatte|foreslå[rs]|foreslog"
    r"|tilkendegiver|tilkendegav|angiv(?:er|es)|angav|læse[rs]?|gengiv(?:er|es)|gengav"
    r"|citat(?:et)?|ordlyd\w*|ordene|vendingen|udtrykket|sætning(?:en)?|formulering(?:en)?|passage(?:n)?|passus(?:sen)?|uddrag(?:et)?"
    r"|peges|åbn(?:er|ede) med|begynd(?:er|te) med|gør(?:es)? (?:det |der )?klart"
    r"|læg(?:ger|ges|gs) (?:der )?vægt"
    r"|(?:fremhæv|understreg|konstater|formuler|bemærk|opfordr|påpeg|noter|erklær|lov|anbefal|bekræft"
    r"|tilføj|konkluder|slutt|vurder|forklar|hævd|pointer|præciser|opsummer|advar|citer|definer"
    r"|referer|betegn|argumenter)(?:er|es|ede|edes|et)"
    r"|(?:oplys|nævn|omtal|kald|men|indled|udtal|meddel|anfør|fremfør|erkend|udtryk)(?:er|es|te|tes|t)"
    r"|tal(?:er|te))\b"
)
"""Verbs of saying, now and then, active and passive, and what is said."""
_PART = r"(?:under)?(?:kap(?:it\w+|\.)?|afs(?:nit\w*|\.)?|del|bilag)"
_OWN_PART = re.compile(rf"(?i){_PART}\s+[\divx.]+|(?P<ordinal>\w+)\.?\s+{_PART}")
"""A part that any text has: without a document it may be one of the memo itself."""
_WHENCE = "i ifølge af jf jævnfør fra jvf cf efter under på med se hos følger følge"
FROM = frozenset(_WHENCE.split())
"""Words in front of a place where something stands or follows from."""
ABOUT = frozenset(
    ("om", "til", "for", "over", "mod", "ved", "mellem", "vedrørende", "angående", "udover")
)
DETERMINERS = frozenset(("den", "det", "de", "dens", "dets", "deres", "vores"))
_SOME = frozenset(("et", "en", "helt", "hvert", "intet", "nok", "endnu"))
"""What stands in front of »andet« that counts nothing: et andet afsnit."""
_MINE = frozenset(("min", "mit", "mine", "vores", "vor", "vort", "vore"))
_DEFINITE = re.compile(r"\S{3,}(?:e[nt]|ne|s)")
"""A word in its definite form, or a genitive."""
_ABBREVIATION = 3
"""Letters of an abbreviation, at most."""
_ARTICLES = frozenset(("en", "et"))
"""Words that count one as numerals: det, udenrigsstrategien et år senere kaldte …"""
_WE = "vi"
"""A word that would be a Roman numeral in capitals: i konklusionerne, vi vedtog."""
_JOINS = frozenset(
    ("og", "eller", "samt", "som", "der", "hvor", "har", "er", "var", "blev", "både", "såvel")
)
_NO_BEGINNING = FROM | ABOUT | DETERMINERS | _JOINS
_NO_END = FROM | ABOUT | _JOINS | _ARTICLES
_PLURAL = re.compile(r"[a-zæøå]{3,}er")
DATE = re.compile(
    r"\A[*_]*,?\s+\(?(?:(?:fra|af|dateret)\s+)?"
    rf"(?:(?:den\s+)?\d{{1,2}}\.?\s+)?(?:(?:{'|'.join(MONTHS)})\s+)?"
    r"(?:19|20)\d\d(?!\w|\s*[-–/]\s*\d)\)?"
)
"""A date right behind the name of a document."""
_ITSELF = re.compile(
    r"(?i)(?:\w*notat|memo|papir|rapport|artikel|artikl|opgave|speciale|afsnit|kapitel|tekst|dokument"
    r"|(?:web|hjemme)?side|konklusion|referat|indstilling|brev|bilag|oplæg)"
    r"(?:et|en|n|er|erne|rne|ne)?"
)
"""What a text may call itself or a part of it by."""

Resolve = Callable[[str], Cited | None]


class NamedPlace(NamedTuple):
    """A place as a sentence names it, and what it means; several are parted by semicolons.

    It means nothing known where the document is said to be of another date than the known one.
    ``first`` and ``last`` are the half-open range of its words in what they were looked for in.
    """

    text: str
    cited: Cited | None
    first: int = 0
    last: int = 0


def places(
    words: Sequence[re.Match[str]], wanted: Callable[[int, int], bool], resolve: Resolve
) -> Iterator[NamedPlace]:
    """Yield the places that ``wanted`` runs of words (half-open) name, the longest run first."""
    said = [bare(word.group()) for word in words]
    apart = [at for at, word in enumerate(said) if word == "at" or SAYS.fullmatch(word)]
    counted = [at for at in range(1, len(words)) if _is_counted(words, said, at)]
    first = before = 0
    while first < len(words):
        ends = (
            *apart[bisect_left(apart, first) :][:1],
            *counted[bisect_right(counted, first) :][:1],
        )
        most = min(len(words), first + MOST_WORDS, *ends)
        if said[first] in _NO_BEGINNING:
            most = first
        for last in range(most, first, -1):
            run = words[first:last]
            if not (_may_end(words, said, last) and wanted(first, last)):
                continue
            if numbered(run) and (_is_own(words, first) or _is_some(words, first)):
                continue
            text = " ".join(word.group() for word in run).strip("*_ ").rstrip(".,:–-*_ ")
            if text.startswith("(") or text.count("(") != text.count(")"):
                text = text.strip("()")
            cited = resolve(text)
            if "(" in text and (cited is None or cited.unread):
                cited = resolve(_in_one(text))
            if cited is not None and cited.unread:
                continue
            if cited is not None and not _may_be_own(text):
                if not before or first > before:
                    other = _of_other_date(run, text, cited, resolve)
                    yield NamedPlace(other or text, None if other else cited, first, last)
                first, before = last - 1, last
                break
        first += 1


def _in_one(text: str) -> str:
    """Return a place with the page or point in brackets behind it: uss (s. 17) is uss, s. 17."""
    return re.sub(r"(?i),?\s*\(((?:s\.|sider?|pkt\.?|punkt)\s*\d[^()]*)\)", r", \1", text)


def _is_counted(words: Sequence[re.Match[str]], said: Sequence[str], at: int) -> bool:
    """Say whether the word in front says how many there are: 5 pejlemærker; fem pejlemærker."""
    if _PLURAL.fullmatch(said[at]) is None:
        return False
    return words[at - 1].group().isdigit() or (cardinal(said[at - 1]) or 0) > 1


def _may_end(words: Sequence[re.Match[str]], said: Sequence[str], last: int) -> bool:
    """Say whether a place may end in front of a word (an index); none ends with a small word."""
    if said[last - 1] in _NO_END or words[last - 1].group().strip("*_.,:;") == _WE:
        return False
    # Rådet 18. juli is no conclusion 18.
    return not (last < len(words) and said[last] in MONTHS)


def _of_other_date(run: Sequence[re.Match[str]], text: str, cited: Cited, resolve: Resolve) -> str:
    """Return a document and its date, if it is said to be of another than the one it is of."""
    date = DATE.match(run[-1].string[run[-1].end() :])
    if date is None or any("/" in name for name in cited.everywhere):
        return ""
    dated = " ".join(f"{text} {date.group().strip('*_, ()')}".split())
    return "" if resolve(dated) else dated


def _may_be_own(text: str) -> bool:
    """Say whether what names a place may be a part of the memo: kapitel 3; andet afsnit."""
    if " " not in text:
        return _ITSELF.fullmatch(text) is not None
    part = _OWN_PART.fullmatch(text)
    if part is None or part["ordinal"] is None:
        return part is not None
    return ordinal_number(part["ordinal"]) is not None


def ordinal_number(word: str) -> int | None:
    """Return the number that a word or digits count: tolvte; 12."""
    return int(word) if word.isdigit() else ordinal(word.lower())


def _is_some(words: Sequence[re.Match[str]], first: int) -> bool:
    """Say whether a run of words begins with a numeral that counts nothing: et andet afsnit."""
    begins = bare(words[first].group())
    before = bare(words[first - 1].group()) if first else ""
    return ordinal(begins) is not None and before in _SOME


def _is_own(words: Sequence[re.Match[str]], first: int) -> bool:
    """Say whether a run of words is said to be a part of the memo: dette notats konklusion 3."""
    before = bare(words[first - 1].group()) if first else ""
    itself = before.endswith("s") and _ITSELF.fullmatch(before.removesuffix("s"))
    return before in _MINE or bool(itself)


def preceding(words: Sequence[re.Match[str]], first: int) -> tuple[str, str]:
    """Return the word in front of a run, no article, and the one in front of that; or nothing."""
    before = [bare(word.group()) for word in words[max(0, first - 3) : first]]
    if before and before[-1] in DETERMINERS:
        before.pop()
    return (before[-1] if before else "", before[-2] if len(before) > 1 else "")


def numbered(run: Iterable[re.Match[str]]) -> bool:
    """Say whether a run of words has a number in it: konklusion 9; det tredje pejlemærke."""
    words = (bare(word.group()) for word in run)
    return any(
        any(map(str.isdigit, word)) or ordinal(word) or (cardinal(word) or 0) > 1 for word in words
    )


def bare(word: str) -> str:
    """Return a word in lower case without the marks around it."""
    return word.strip(" *_.,:;()[]–-").lower()


def is_name(words: Sequence[re.Match[str]], first: int, last: int) -> bool:
    """Say whether a run of words names one thing and no topic: udenrigsstrategien; uss; no tech."""
    run = [bare(word.group()) for word in words[first:last]]
    article = bare(words[first - 1].group()) if first else ""
    short = len(run) == 1 and len(run[0]) <= _ABBREVIATION
    return short or article in DETERMINERS or any(map(_DEFINITE.fullmatch, run))
