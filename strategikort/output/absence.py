"""A finding that something is not there (or is), ready to be cited."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from strategikort.absencereport import AbsenceReport, Alternative, Presence, SoughtWord
from strategikort.citation.short import shown_date
from strategikort.danish import NAMED, danish_number, listed, some
from strategikort.model import Document, Hit
from strategikort.output.objects import Documents, Object
from strategikort.output.results import citations_of, hit_lines, hit_objects
from strategikort.output.screen import Screen
from strategikort.output.tabular import cited_text, escape, paragraph
from strategikort.output.unreadfiles import unread_object, with_place

_RELATIONS = {
    "synonym": "synonymer",
    "abbreviation": "forkortelser",
    "english": "engelske ord",
    "notation": "skrevet på andre måder",
    "related": "ord i slægt med det",
}
_WRITTEN_OUT = "skrevet helt ud"
_NOT_COUNTED = {
    "synonym": "ord, der kun undertiden betyder det samme",
    "narrower": "snævrere ord",
    "related": "beslægtede ord",
}
_PLACES = {
    "itself": "Steder",
    "inside": "Steder, hvor det er led i andre ord",
    "otherwise": "Steder med ord, der kan betyde det samme",
    "kindred": "Steder med ord, der er i slægt med det eller staves som det",
    "scattered": "Steder, hvor ordene ikke står sammen",
}
_QUOTES = '"»«„“”'
_NOT_SEARCHED = (
    "Sidehoveder, sidefødder, sidetal, netadresser og det, der kun står i billeder eller i deres"
    " alternative tekst, er ikke søgt igennem."
)
_UNREAD_FILES = "Der er ikke søgt i filer, der skulle være i samlingen, men ikke kunne læses"
_ONCE = "et sted, der er ens ord for ord, er talt én gang."
_SAID = 8
"""Words that the finding names."""

_WRITTEN = 100
"""Words of the texts that are named."""

_ALL_IN_JSON = "Er dokumenterne mange, nævnes kun de første af dem her; --json nævner dem alle."

_INDENT = "    "


class _Line(NamedTuple):
    """A line of a part of the finding; one of ``level`` 2 belongs to the one of level 1 before."""

    text: str
    level: int = 1
    dim: bool = False


class _Part(NamedTuple):
    """A part of the finding: its heading, what is said under it, and places."""

    heading: str
    lines: Sequence[_Line] = ()
    hits: Sequence[Hit] = ()


def absence_text(report: AbsenceReport, screen: Screen) -> str:
    """Return the finding as text: what was looked for, what is nearest, and where it was sought."""
    lines = screen.paragraph(_verdict(report))
    lines[0] = screen.bold(lines[0])
    if len(report.documents) > NAMED:
        lines += screen.paragraph(_ALL_IN_JSON)
    for part in _parts(report):
        lines += ["", screen.bold(part.heading)]
        for line in part.lines:
            shown = screen.paragraph(line.text, _INDENT * line.level)
            lines += map(screen.dim, shown) if line.dim else shown
        lines += _hits(report.documents, part.hits, screen)
    return "\n".join(lines) + "\n"


def absence_markdown(report: AbsenceReport) -> str:
    """Return the same as Markdown: lists, and the places as block quotes."""
    by_id = {document.id: document for document in report.documents}
    blocks = [f"**{paragraph(_verdict(report))}**\n"]
    if len(report.documents) > NAMED:
        blocks.append(f"{paragraph(_ALL_IN_JSON)}\n")
    for part in _parts(report):
        items = "".join(
            f"{'  ' * (line.dim or line.level - 1)}- {escape(line.text)}\n" for line in part.lines
        )
        blocks += [f"## {escape(part.heading)}\n", *([items] if items else [])]
        blocks += [
            cited_text(hit.section.label, hit.text, *citations_of(by_id, hit), level=3)
            for hit in part.hits
        ]
    return "\n".join(blocks)


def _parts(report: AbsenceReport) -> Iterator[_Part]:
    yield _sought(report)
    for item in report.presence:
        shown = len(item.places)
        of_all = f" ({shown} af {danish_number(item.total)})" if shown < item.total else ""
        yield _Part(f"{_PLACES[item.how]}{of_all}", hits=item.places)
    if report.near:
        near = [_Line(f"{word}: {', '.join(words)}") for word, words in report.near.items()]
        yield _Part("Ord, der staves næsten sådan", near)
    if report.partly:
        yield _Part("Det nærmeste, der står", hits=report.partly)
    # Last, since it is long where the documents are many.
    yield _searched(report)
    if report.unread_files:
        lines = [_Line(with_place(failure)) for failure in report.unread_files[:NAMED]]
        rest = len(report.unread_files) - NAMED
        lines += [_Line(f"og {danish_number(rest)} til; se strategikort status")] * (rest > 0)
        yield _Part(_UNREAD_FILES, lines)


def _sought(report: AbsenceReport) -> _Part:
    """Return what was looked for."""
    several = sum(1 for word in report.words if not word.together) > 1
    together = ", alle ordene i samme stykke" if several else ""
    lines = [line for word in report.words for line in _word(word)]
    if report.passed_over:
        lines.append(_Line(f"uden ordene: {', '.join(report.passed_over)}"))
    return _Part(f"Der er søgt efter{together}", lines)


def _searched(report: AbsenceReport) -> _Part:
    """Return what was looked through, and what of it could not be."""
    lines: list[_Line] = []
    for document in report.documents:
        lines += [_Line(_document(document)), _Line(f"sha256 {document.sha256}", dim=True)]
        if document.id in report.unread:
            lines.append(_Line(f"Ikke læst: {report.unread[document.id]}"))
        if document.id in report.same_text:
            others = some(report.same_text[document.id])
            lines.append(_Line(f"Samme tekst som {others}: {_ONCE}"))
    return _Part("Der er søgt i", [*lines, _Line(_NOT_SEARCHED)])


def _verdict(report: AbsenceReport) -> str:
    sole = len(report.words) == 1 and report.words[0].exact
    subject = report.subject.strip().strip(_QUOTES if sole else "")
    nowhere = some((document.id for document in report.documents), word="eller")
    if report.absent:
        others = any(item.counted for word in report.words for item in word.alternatives)
        more = " Det gør de ord, der kan betyde det samme, heller ikke."
        if len(report.words) > 1:
            # Each of them may stand there by itself.
            more = " Det står der heller ikke med andre ord, der kan betyde det samme."
        alike = "".join(f" {sentence}" for sentence in _same_texts(report))
        said = f"{more if others else ''}{_each_alone(report)}"
        return f"»{subject}« findes ikke i {nowhere}.{said}{alike}"
    sentences = [_stands(subject, item, len(report.documents)) for item in report.presence]
    if report.presence[0].how == "inside":
        first = report.presence[0]
        where = some(first.documents)
        sentences[0] = f"»{subject}« findes kun som led i andre ord i {where}{_words(first)}"
    elif report.presence[0].how != "itself":
        sentences.insert(0, f"»{subject}« findes ikke som sådan i {nowhere}.")
    named = {name for item in report.presence for name in item.documents}
    rest = [document.id for document in report.documents if document.id not in named]
    if rest:
        sentences.append(f"I {some(rest)} findes det ikke.")
    return " ".join((*sentences, *_same_texts(report)))


def _each_alone(report: AbsenceReport) -> str:
    """Return a sentence that says which of several words stand there without the others."""
    words = [word for word in report.words if not (word.together or word.exact)]
    there = [f"»{word.word}«" for word in words if word.found]
    nowhere = [
        f"»{word.word}«"
        for word in words
        if not (word.found or any(item.documents for item in word.alternatives))
    ]
    if len(words) < 2 or not there:
        return ""
    if len(there) == sum(not word.together for word in report.words):
        return " Ordene står der hver for sig, men ikke i samme stykke."
    rest = f"; {listed(nowhere)} gør ikke" if nowhere else ""
    return f" Hver for sig står {listed(there)} der{rest}."


def _same_texts(report: AbsenceReport) -> list[str]:
    """Return sentences that say which documents are no text of their own; not of very many."""
    texts: dict[str, list[str]] = {}
    for name, (first, *_) in report.same_text.items():
        texts.setdefault(first, []).append(name)
    if len(report.documents) > NAMED:
        return []  # their ids are not named either
    return [f"{some(others)} er samme tekst som {first}." for first, others in texts.items()]


def _stands(subject: str, item: Presence, count: int) -> str:
    """Return a sentence that says as what a subject stands in some of ``count`` documents."""
    where = some(item.documents)
    here = "Der" if len(item.documents) == count else f"I {where}"
    words = _words(item)
    if item.how == "itself":
        return f"»{subject}« findes i {where}."
    if item.how == "inside":
        return f"{here} findes det kun som led i andre ord{words}"
    if item.how == "otherwise":
        return f"{here} står ord, der kan betyde det samme{words}"
    if item.how == "kindred":
        return f"{here} står ord, der er i slægt med det eller staves som det{words}"
    return f"{here} står ordene i samme stykke, men ikke sammen."


def _words(item: Presence) -> str:
    """Return the words that stand there, as the end of a sentence; not all of very many."""
    many = len(item.words) > _SAID
    words = some(item.words, _SAID) if many else ", ".join(item.words)
    return f": {words.removesuffix('.')}." if words else "."


def _word(word: SoughtWord) -> Iterator[_Line]:
    if word.exact:
        yield _Line(f"»{word.word}«: ordret, netop sådan skrevet")
        return
    if word.together:
        yield _Line(f"»{word.word}« som helhed")
        yield from _others(word)
        return
    lemmas = ", ".join(word.lemmas)
    sought = f"»{word.word}«: alle former af {lemmas}, også som led i sammensætninger"
    if word.word[:1].isdigit():
        sought = f"»{word.word}«: som det er skrevet"
    if word.prefix:
        sought = f"»{word.word}*«: alle ord, der begynder sådan"
    yield _Line(sought)
    if word.parts:
        yield _Line(f"skrevet hver for sig: {' + '.join(word.parts)}", 2)
    yield from _others(word)
    if word.found:
        yield _Line(f"står der som: {some(word.found, _WRITTEN)}", 2)


def _others(word: SoughtWord) -> Iterator[_Line]:
    """Yield the other ways to say a word, a line for each kind of them."""
    for counted, names in ((True, _RELATIONS), (False, _NOT_COUNTED)):
        for relation, name in names.items():
            terms = [
                item
                for item in word.alternatives
                if item.relation == relation and item.counted == counted
            ]
            aside = "" if counted else " (tælles ikke med)"
            longer = [item for item in terms if _is_written_out(item, word.word)]
            others = [item for item in terms if item not in longer]
            for said, items in ((_WRITTEN_OUT, longer), (name, others)):
                if items:
                    yield _Line(f"{said}{aside}: {', '.join(map(_term, items))}", 2)


def _is_written_out(item: Alternative, word: str) -> bool:
    """Tell whether a term is what an abbreviation stands for, and none itself: mia., milliard."""
    written_out = item.relation == "abbreviation" and not item.term.isupper()
    return written_out and len(item.term) > len(word)


def _term(item: Alternative) -> str:
    return f"{item.term} [står i {some(item.documents)}]" if item.documents else item.term


def _document(document: Document) -> str:
    publisher = f"{document.publisher}: " if document.publisher else ""
    words = danish_number(document.words)
    return f"{document.id}: {publisher}{document.shown_title}, {shown_date(document)} ({words} ord)"


def _hits(documents: Iterable[Document], hits: Iterable[Hit], screen: Screen) -> list[str]:
    by_id = {document.id: document for document in documents}
    lines: list[str] = []
    for number, hit in enumerate(hits):
        lines += [""] if number else []
        lines += screen.heading(hit.section.label, f"[{hit.section.id}]", _INDENT)
        lines += hit_lines(by_id, hit, screen, _INDENT)
    return lines


def absence_object(report: AbsenceReport, documents: Documents) -> Object:
    """Return the finding after its schema, without the version."""
    return {
        "subject": report.subject,
        "absent": report.absent,
        "found_in": list(report.found_in),
        "total": report.total,
        "presence": [
            {
                "how": item.how,
                "documents": list(item.documents),
                "words": list(item.words),
                "total": item.total,
                "results": len(item.places),
            }
            for item in report.presence
        ],
        "words": [
            word._asdict() | {"alternatives": [item._asdict() for item in word.alternatives]}
            for word in report.words
        ],
        "passed_over": list(report.passed_over),
        "documents": [
            {
                "id": document.id,
                "title": document.shown_title,
                "date": document.date,
                "file": document.file,
                "sha256": document.sha256,
                "words": document.words,
                "unread": report.unread.get(document.id),
                "same_text": list(report.same_text.get(document.id, ())),
            }
            for document in report.documents
        ],
        "unread_files": [unread_object(failure) for failure in report.unread_files],
        "near": [{"word": word, "words": list(near)} for word, near in report.near.items()],
        "results": hit_objects(documents, report.places),
        "partly": hit_objects(documents, report.partly),
    }
