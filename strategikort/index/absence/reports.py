"""The reports of several stores on the absence of one subject, as one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from strategikort.absencereport import AbsenceReport, Alternative, Presence, SoughtWord
from strategikort.index.absence.judging import Level


def join_absences(reports: Sequence[AbsenceReport], unread: Mapping[str, str]) -> AbsenceReport:
    """Return the reports of several shelves as one; ``unread`` is what could not be read."""
    first = reports[0]
    presence = tuple(_joined_presence(reports))
    words = tuple(map(_joined_word, _same_words(reports)))
    written = {word.word for word in words if word.found}
    near: dict[str, tuple[str, ...]] = {}
    for report in reports:
        for word, found in report.near.items():
            if word not in written and not presence:
                near[word] = tuple(dict.fromkeys((*near.get(word, ()), *found)))
    partly = [hit for report in reports for hit in report.partly]
    return AbsenceReport(
        first.subject,
        words,
        tuple(document for report in reports for document in report.documents),
        presence,
        near,
        () if presence else tuple(partly),
        unread,
        first.passed_over,
    )


def _joined_presence(reports: Sequence[AbsenceReport]) -> Iterator[Presence]:
    for level in Level:
        same = [item for report in reports for item in report.presence if item.how == level.how]
        if same:
            yield Presence(
                level.how,
                tuple(name for item in same for name in item.documents),
                tuple(dict.fromkeys(word for item in same for word in item.words)),
                tuple(hit for item in same for hit in item.places),
                sum(item.total for item in same),
            )


def _same_words(reports: Iterable[AbsenceReport]) -> Iterable[list[SoughtWord]]:
    """Return what every shelf says of each word; of a term that one has defined, only that does."""
    words: dict[SoughtWord, list[SoughtWord]] = {}
    for report in reports:
        for word in report.words:
            words.setdefault(word._replace(alternatives=(), found=()), []).append(word)
    return words.values()


def _joined_word(same: Sequence[SoughtWord]) -> SoughtWord:
    documents: dict[Alternative, list[str]] = {}
    for item in chain.from_iterable(word.alternatives for word in same):
        documents.setdefault(item._replace(documents=()), []).extend(item.documents)
    alternatives = tuple(item._replace(documents=tuple(ids)) for item, ids in documents.items())
    found = tuple(dict.fromkeys(form for word in same for form in word.found))
    return same[0]._replace(alternatives=alternatives, found=found)
