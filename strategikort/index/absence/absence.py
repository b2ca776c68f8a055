"""A provable negative: which words were looked for, where, and that none of them stands there."""

from __future__ import annotations

import re
from collections.abc import Sequence

from strategikort.absencereport import AbsenceReport, SoughtWord
from strategikort.errors import StrategikortError
from strategikort.index.absence.places import Places, Said
from strategikort.index.absence.presence import SubjectFinder
from strategikort.index.absence.signs import with_word
from strategikort.index.absence.sought import Sought
from strategikort.index.absence.subjectwords import completed, subject_words
from strategikort.index.querying.filters import Filters
from strategikort.index.querying.operators import alternatives
from strategikort.index.querying.query import Query, QueryWord, distinct, parse_query
from strategikort.index.ranking.hits import Shown
from strategikort.index.ranking.repeats import SameTexts, without_repeats
from strategikort.language.fold import fold
from strategikort.language.stopwords import QUESTION_WORDS
from strategikort.model import Document, Hit

_PARTLY = 3
"""Passages with some of the words that are named when it is not."""

_OR = re.compile(r"[^-\s]\s+eller\s+[^-\s]", re.I)


def report_absence(
    subjects: SubjectFinder,
    shown: Shown,
    subject: str,
    documents: Sequence[Document],
    same: SameTexts,
) -> AbsenceReport:
    """Return whether ``subject`` is absent from ``documents``, and everything that shows it.

    What stands word for word in several documents that are the ``same`` text is one place.  Raises
    ``StrategikortError`` for a subject that is empty or too long, that leaves out places or that is
    several.
    """
    filters = Filters(tuple(document.id for document in documents))
    typed = _parsed(subject)
    searcher, lexicon = subjects.searcher, subjects.searcher.expander.lexicon
    # Halves of compounds are taken whole, or else as they are typed.
    for query in dict.fromkeys((completed(typed, lexicon), typed)):
        content = subject_words(query, searcher.content_words(query), lexicon)
        every = distinct((*content, *query.phrase_words))
        expansion, standing = subjects.standing(query, every, filters)
        if standing:
            break
    singly = subjects.vocabulary.counted.says_more_singly(every, query.words)
    only_singly = singly and not standing
    if singly:
        there = {item.scored.candidate.number for item in standing}
        _, scattered = subjects.standing(query, every, filters, singly=True)
        standing += [item for item in scattered if item.scored.candidate.number not in there]
    sought = Sought(subjects, shown, filters)
    words = [*sought.words(content, query.words, standing, singly=only_singly)]
    words += [SoughtWord(" ".join(phrase.words), exact=True) for phrase in query.phrases]
    near: dict[str, tuple[str, ...]] = {}
    partly: Sequence[Hit] = ()
    if not standing:
        near_words = searcher.expander.corrections.near_words
        near = {word.text: found for word in every if (found := near_words(word.text))}
        partly = _partly(subjects, shown, every, filters, same)
    said = Said(subjects.vocabulary, every, words)
    return AbsenceReport(
        subject,
        tuple(words),
        tuple(documents),
        tuple(Places(shown, expansion, same).presence(standing, documents, said)),
        near,
        tuple(partly),
        {},
        tuple(word.text for word in query.words if word not in content),
    )


def _partly(
    subjects: SubjectFinder,
    shown: Shown,
    words: Sequence[QueryWord],
    filters: Filters,
    same: SameTexts,
) -> Sequence[Hit]:
    """Return the best passages that have some of the words."""
    text = " ".join(word.text for word in words)
    answer = subjects.searcher.search(text, filters)
    most = _PARTLY * (1 + max(map(len, same.others.values()), default=0))
    nearest = shown.hits(answer.scored[:most], answer.expansion)
    return without_repeats(nearest, same)[:_PARTLY]


def _parsed(subject: str) -> Query:
    query = parse_query(with_word(subject))
    if query.leaves_out:
        raise StrategikortError(
            "Et fravær gælder alt, hvad der står: »-«, »NOT« og »titel:« kan ikke bruges.",
            "Skriv kun emnet.",
            code="bad_subject",
        )
    words = [fold(word.text) for word in query.words]
    if subject.rstrip().endswith("?") or (len(words) > 2 and words[0] in QUESTION_WORDS):
        raise StrategikortError(
            "Et fravær gælder et emne, og dette er et spørgsmål.",
            "Skriv kun emnet, fx »kvanteteknologi«.",
            code="bad_subject",
        )
    if _OR.search(subject) or len(alternatives(subject)) > 1:
        raise StrategikortError(
            "Et fravær gælder ét emne: »eller« og »OR« kan ikke bruges.",
            "Søg efter hvert af emnerne for sig.",
            code="bad_subject",
        )
    return query
