"""What a search found, as text and as JSON objects."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from strategikort.citation.short import short_citation
from strategikort.danish import count, listed, some
from strategikort.model import Document, Hit, SearchResult
from strategikort.output.objects import Documents, Object, place_object, section_object
from strategikort.output.screen import Screen, Span
from strategikort.output.snippets import snippet

HOW = {
    "exact": "ordret",
    "inflection": "bøjning",
    "compound": "sammensætning",
    "synonym": "synonym",
    "fuzzy": "rettet stavning",
}
"""The Danish words for how a word was found."""

ALSO = ("id", "document", "source", "citation")
"""What an answer says of a place that has the words of another."""

_PARTS = {
    "words": "ordene",
    "closeness": "nærhed",
    "coverage": "dækning",
    "length": "længde",
    "heading": "overskrift",
    "answer": "svartype",
    "title": "dokumentets titel",
    "list": "listen, der svarer",
    "kind": "slags",
    "beginning": "begyndelsen af afsnittet",
}


_FEW = 20
"""Places that are shown at once to who asks for more."""

_FOUND = 4
"""Words that are named for one that was searched for."""


def citation_of(document: Document, hit: Hit) -> str:
    """Return the short citation of the passage."""
    if hit.whole:
        return short_citation(document, hit.section)
    lines = hit.place.lines or hit.section.heading_lines
    return short_citation(document, hit.section, lines=lines, pages=hit.place.pages)


def citations_of(documents: Documents, hit: Hit) -> list[str]:
    """Return the short citation of a hit, and those of the same words in other files."""
    return [citation_of(documents[one.section.document], one) for one in (hit, *hit.also)]


def result_text(
    documents: Documents,
    result: SearchResult,
    screen: Screen,
    *,
    explain: bool = False,
) -> str:
    """Return the hits as text: heading, the words in their context, citation."""
    lines: list[str] = []
    for rank, hit in enumerate(result.hits, start=1):
        lines += [""] if lines else []
        heading = f"{rank}. {hit.section.label}"
        lines += screen.heading(heading, f"[{hit.section.id}]", hanging="   ")
        lines += hit_lines(documents, hit, screen)
        if explain:
            lines += [row for one in _explanation(hit) for row in screen.paragraph(one, "   ")]
        elif near := found_as(hit, result):
            lines += map(screen.dim, screen.paragraph(near, "   "))
    if result.total > len(result.hits):
        rest = count(result.total - len(result.hits), "sted", "steder")
        rest = f"Mindst {rest}" if result.at_least else rest
        more = screen.paragraph(f"{rest} mere; vis flere med -n {_enough(result)}")
        lines += ["", *map(screen.dim, more)]
    elif result.hits and result.at_least:
        lines += ["", screen.dim("Der kan være flere; søg efter flere med -n.")]
    return "\n".join(lines) + "\n" if lines else ""


def _enough(result: SearchResult) -> int:
    """Return how many to ask for next: all, or where those are many, twice as many as now."""
    all_known = result.total <= _FEW and not result.at_least
    return result.total if all_known else min(max(_FEW, 2 * len(result.hits)), 1000)


def hit_lines(documents: Documents, hit: Hit, screen: Screen, indent: str = "   ") -> list[str]:
    """Return the words of a hit in their context, its citation, and those in other files."""
    lines: list[str] = []
    for paragraph, spans in _paragraphs(hit):
        lines += screen.paragraph(paragraph, indent, spans)
    for said, one in (("Kilde", hit), *(("Også i", other) for other in hit.also)):
        citation = citation_of(documents[one.section.document], one)
        lines += screen.source(f"{said}: {citation}", one.section, one.place.lines, indent)
    return lines


def _paragraphs(hit: Hit) -> Iterator[tuple[str, list[Span]]]:
    """Yield what is shown of a hit, with the matches in it; a list whole, with its marks."""
    text, highlights = (
        (hit.text, hit.highlights) if hit.items else snippet(hit.text, hit.highlights)
    )
    marks = {
        at: "• " if "number" in item.derived else f"{item.number}. "
        for item, at in zip(hit.items, hit.items_at, strict=True)
    }
    at = 0
    for paragraph in text.split("\n"):
        mark = marks.get(at, "")
        shift = len(mark) - at
        end = at + len(paragraph)
        if paragraph:
            spans = [
                (first + shift, last + shift) for first, last in highlights if at <= first < end
            ]
            yield mark + paragraph, spans
        at = end + 1


def found_as(hit: Hit, result: SearchResult) -> str:
    """Say how a hit was found whose words are not those that were searched for; else nothing.

    Of the words of the query that stand somewhere it is said which are not here.
    """
    by_word: dict[str, dict[str, str]] = {}
    for word, matched, how in (*hit.matches, *hit.headings):
        by_word.setdefault(word, {})[matched] = how
    by_found: dict[tuple[str, ...], list[str]] = {}
    for word, found in by_word.items():
        if all(
            how == "synonym" or (how == "compound" and not hit.answers) for how in found.values()
        ):
            meant = result.corrected.get(word, (word,))
            by_found.setdefault(tuple(_joined(found, hit.text)), []).append(meant[0])
    near = [
        f"{_quoted(_joined(words, result.query))} er fundet som {some(found, _FOUND)}"
        for found, words in by_found.items()
    ]
    others = dict.fromkeys(term.term for term in result.terms if term.term not in by_word)
    missing = [result.corrected.get(word, (word,))[0] for word in others]
    if by_word and missing and not hit.answers:
        near.append(f"uden {_quoted(missing)}")
    if not near:
        return ""
    only = "" if hit.answers else "Kun noget af det søgte: "
    return f"{only}{'; '.join(near)}."


def _joined(words: Iterable[str], text: str) -> list[str]:
    """Return words once each, in one case or another; those side by side in a text as one."""
    text = text.lower()
    joined: list[str] = []
    for word in {word.lower(): word for word in words}.values():
        ways = [f"{joined[-1]}{sign}{word}" for sign in " -"] if joined else []
        together = next((way for way in ways if way.lower() in text), None)
        joined[len(joined) - bool(together) :] = [together or word]
    return joined


def _quoted(words: Iterable[str]) -> str:
    return listed([f"»{word}«" for word in words])


def _explanation(hit: Hit) -> list[str]:
    words: dict[tuple[str, str], list[str]] = {}
    for word, matched, how in hit.matches:
        words.setdefault((word, how), []).append(matched)
    lines = [
        f"»{word}« ({HOW[how]}): {', '.join(dict.fromkeys(matched))}"
        for (word, how), matched in words.items()
    ]
    lines += [
        f"»{word}« ({HOW[how]}, i en overskrift): {matched}" for word, matched, how in hit.headings
    ]
    parts = ", ".join(
        f"{_PARTS[name]} {_decimal(value)}" for name, value in _hundredths(hit.parts).items()
    )
    if not hit.parts:
        parts = "navngivet i søgningen eller hører til det"
    # The best passages have more than 1, and are given 1.
    whole = round(100 * sum(hit.parts.values()))
    given = round(100 * hit.score)
    over = f" ({_decimal(whole)}, men højst 1)" if whole > given else ""
    return [*lines, f"Pointtal {_decimal(given)}{over}: {parts}"]


def _hundredths(parts: Mapping[str, float]) -> dict[str, int]:
    """Return parts in hundredths that add up to what all of them are; none that is 0."""
    rounded = {name: round(100 * value) for name, value in parts.items()}
    missing = round(100 * sum(parts.values())) - sum(rounded.values())
    step = 1 if missing > 0 else -1
    nearest = sorted(parts, key=lambda name: step * (rounded[name] - 100 * parts[name]))
    for name in nearest[: abs(missing)]:
        rounded[name] += step
    return {name: value for name, value in rounded.items() if value}


def _decimal(hundredths: int) -> str:
    return f"{hundredths / 100:.2f}".replace(".", ",")


def result_objects(documents: Documents, result: SearchResult) -> list[Object]:
    """Return the hits of a search after the contract."""
    objects = hit_objects(documents, result.hits)
    return [found | answer_object(hit) for found, hit in zip(objects, result.hits, strict=True)]


def answer_object(hit: Hit) -> Object:
    """Return what is said of a hit besides: if it is an answer, what it lacks, its items if any."""
    items = {"items": [item.id for item in hit.items]} if hit.items else {}
    return {"answers": hit.answers, "missing": list(hit.missing), **items}


def hit_objects(documents: Documents, hits: Iterable[Hit]) -> list[Object]:
    """Return hits after the contract, with the same words in other files where there are."""
    found: list[Object] = []
    for rank, hit in enumerate(hits, start=1):
        found.append(result_object(documents[hit.section.document], hit, rank))
        if hit.also:
            found[-1]["also"] = [
                _also_object(documents[other.section.document], other) for other in hit.also
            ]
    return found


def _also_object(document: Document, hit: Hit) -> Object:
    found = result_object(document, hit, 0)
    return {key: found[key] for key in ALSO}


def result_object(document: Document, hit: Hit, rank: int) -> Object:
    """Return one hit after the contract."""
    found = section_object(document, hit.section)
    found["text"] = hit.text
    found["source"] |= place_object(hit.place)
    found["citation"] = citation_of(document, hit)
    found["footnotes"] = [
        {**mark, "offset": mark["offset"] - hit.start}
        for mark in found["footnotes"]
        if hit.start <= mark["offset"] <= hit.end
    ] + [
        mark._replace(offset=mark.offset + at)._asdict()
        for item, at in zip(hit.items, hit.items_at, strict=True)
        for mark in item.footnotes
    ]
    found["rank"] = rank
    found["score"] = round(hit.score, 4)
    found["highlights"] = hit.highlights
    if not hit.whole:
        found["section"] = hit.section.id
    return found


def query_object(result: SearchResult, documents: Iterable[str], kinds: Iterable[str]) -> Object:
    """Return how the query was understood, after the contract."""
    return {
        "text": result.query,
        "terms": [
            {"term": term.term, "matched": list(term.matched), "how": term.how}
            for term in result.terms
        ],
        "filters": {"documents": list(documents), "kinds": list(kinds)},
        "within": result.within or None,
    }
