"""What is said of a search that found nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from strategikort.danish import count, listed
from strategikort.index.querying.query import parse_query
from strategikort.model import SearchResult
from strategikort.text.safe import in_quotes, shown
from strategikort.unanswered import Alone, Unanswered

_CONTENTS = frozenset(
    {"indhold", "indholdet", "indholdsfortegnelse", "indholdsfortegnelsen", "kapiteloversigt"}
)
"""Words for the list of what is in a document, which is no section of it."""

_SAID = 200
"""Characters of a query that are repeated."""


def tried(
    result: SearchResult, documents: Sequence[str], kinds: Sequence[str], *, exact: bool
) -> Iterator[str]:
    """Say what was looked for in vain, in which documents (ids) and kinds (plural words)."""
    subject = result.query.strip()
    where = f" i {listed(documents, 'eller')}" if documents else ""
    among = f" blandt {listed(kinds)}" if kinds else ""
    yield f"Intet fundet for »{shown(subject, _SAID)}«{where}{among}."
    if exact:
        yield "Kun ordene selv er prøvet; udelad --nøjagtig for at få bøjninger og synonymer med."
        return
    if not _CONTENTS.isdisjoint(subject.lower().split()):
        yield "Et dokuments afsnit, med henvisning til hvert, vises med strategikort dokumenter ID."
    query = parse_query(subject)
    if query.phrases:
        yield "Det i anførselstegn søges ordret; udelad dem for at få bøjninger og synonymer med."
    beginnings = [f"»{word.text}«" for word in query.words if word.prefix]
    if beginnings:
        yield f"Der er søgt på alle ord, der begynder med {' og '.join(beginnings)}."
    if len(beginnings) < len(query.words):
        ways = "Der er også søgt på bøjninger, sammensætninger og ukendte ords nærmeste stavemåder"
        if result.tried:
            ways += f" samt {', '.join(result.tried)}"
        yield f"{ways.removesuffix('.')}."


def instead(found: Unanswered, documents: Sequence[str], kinds: Sequence[str]) -> Iterator[str]:
    """Say where the words are by themselves, what has answers, and what may be shown absent."""
    if found.alone:
        yield alone(found.alone)
    if found.rest:
        nowhere = [f"»{one.word}«" for one in found.alone if not one.places]
        options = _options("-d", documents) + _options("-t", kinds)
        rest = in_quotes(found.rest)
        yield f"Prøv uden {listed(nowhere)}: strategikort søg {rest}{options}"
    for subject, within in found.absent:
        options = _options("-d", within)
        yield f"Et fravær, der kan citeres: strategikort fravær {in_quotes(subject)}{options}"


def _options(name: str, values: Iterable[str]) -> str:
    return "".join(f" {name} {value}" for value in values)


def alone(found: Iterable[Alone]) -> str:
    """Say where the words and phrases of a search that found nothing are by themselves."""
    found = tuple(found)
    what = "Hver del" if any('"' in one.word for one in found) else "Hvert ord"
    said = (
        f"»{word}«{_meant(close)} {count(places, 'sted', 'steder') if places else 'ingen steder'}"
        for word, places, close in found
    )
    return f"{what} for sig: {listed([*said])}."


def _meant(close: Iterable[str]) -> str:
    return f" (»{next(iter(close))}«)" if close else ""
