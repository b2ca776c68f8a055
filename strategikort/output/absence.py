"""A finding that something is not there (or is), ready to be cited."""

from __future__ import annotations

from collections.abc import Iterable

from strategikort.absencereport import AbsenceReport, Alternative, Presence, SoughtWord
from strategikort.citation.short import shown_date
from strategikort.danish import NAMED, danish_number, listed, some
from strategikort.model import Document, Hit
from strategikort.output.objects import Documents, Object
from strategikort.output.results import hit_lines, hit_objects
from strategikort.output.screen import Screen, safe
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


def absence_text(report: AbsenceReport, screen: Screen) -> str:
    """Return the finding as text: what was looked for, what is nearest, and where it was sought."""
    lines = screen.paragraph(_verdict(report))
    lines[0] = screen.bold(lines[0])
    if len(report.documents) > NAMED:
        lines += screen.paragraph(_ALL_IN_JSON)
    lines += _sought(report, screen)
    for item in report.presence:
        shown = len(item.places)
        of_all = f" ({shown} af {danish_number(item.total)})" if shown < item.total else ""
        lines += ["", screen.bold(f"{_PLACES[item.how]}{of_all}")]
        lines += _hits(report.documents, item.places, screen)
    if report.near:
        lines += ["", screen.bold("Ord, der staves næsten sådan")]
        lines += [
            f"{_INDENT}{safe(word)}: {safe(', '.join(near))}" for word, near in report.near.items()
        ]
    if report.partly:
        lines += ["", screen.bold("Det nærmeste, der står")]
        lines += _hits(report.documents, report.partly, screen)
    # Last, since it is long where the documents are many.
    lines += _searched(report, screen)
    return "\n".join(lines) + "\n"


def _sought(report: AbsenceReport, screen: Screen) -> list[str]:
    """Return what was looked for, as lines."""
    several = sum(1 for word in report.words if not word.together) > 1
    together = ", alle ordene i samme stykke" if several else ""
    lines = ["", screen.bold(f"Der er søgt efter{together}")]
    for word in report.words:
        lines += _word(word, screen)
    if report.passed_over:
        lines += screen.paragraph(f"uden ordene: {', '.join(report.passed_over)}", _INDENT)
    return lines


def _searched(report: AbsenceReport, screen: Screen) -> list[str]:
    """Return what was looked through, as lines, and what could not be."""
    lines = ["", screen.bold("Der er søgt i")]
    for document in report.documents:
        lines += screen.paragraph(_document(document), _INDENT)
        lines.append(screen.dim(f"{_INDENT}sha256 {document.sha256}"))
        if document.id in report.unread:
            lines += screen.paragraph(f"Ikke læst: {report.unread[document.id]}", _INDENT)
        if document.id in report.same_text:
            others = some(report.same_text[document.id])
            lines += screen.paragraph(f"Samme tekst som {others}: {_ONCE}", _INDENT)
    lines += screen.paragraph(_NOT_SEARCHED, _INDENT)
    if report.unread_files:
        lines += ["", screen.bold(_UNREAD_FILES)]
        for failure in report.unread_files[:NAMED]:
            lines += screen.paragraph(with_place(failure), _INDENT)
        rest = len(report.unread_files) - NAMED
        lines += [f"{_INDENT}og {danish_number(rest)} til; se strategikort status"] * (rest > 0)
    return lines


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


def _word(word: SoughtWord, screen: Screen) -> list[str]:
    if word.exact:
        return screen.paragraph(f"»{word.word}«: ordret, netop sådan skrevet", _INDENT)
    if word.together:
        return [*screen.paragraph(f"»{word.word}« som helhed", _INDENT), *_others(word, screen)]
    lemmas = ", ".join(word.lemmas)
    sought = f"»{word.word}«: alle former af {lemmas}, også som led i sammensætninger"
    if word.word[:1].isdigit():
        sought = f"»{word.word}«: som det er skrevet"
    if word.prefix:
        sought = f"»{word.word}*«: alle ord, der begynder sådan"
    lines = screen.paragraph(sought, _INDENT)
    if word.parts:
        parts = " + ".join(word.parts)
        lines += screen.paragraph(f"skrevet hver for sig: {parts}", _INDENT * 2)
    lines += _others(word, screen)
    if word.found:
        written = some(word.found, _WRITTEN)
        lines += screen.paragraph(f"står der som: {written}", _INDENT * 2)
    return lines


def _others(word: SoughtWord, screen: Screen) -> list[str]:
    """Return the other ways to say a word, a line for each kind of them."""
    lines: list[str] = []
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
                    shown = ", ".join(map(_term, items))
                    lines += screen.paragraph(f"{said}{aside}: {shown}", _INDENT * 2)
    return lines


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
