"""A provable negative: which words were looked for, where, and that none of them stands there."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence, Set

from strategikort.errors import StrategikortError
from strategikort.index.absence.forenames import in_full
from strategikort.index.absence.presence import Standing, SubjectFinder
from strategikort.index.absence.signs import with_word
from strategikort.index.absence.subjectwords import completed, subject_words
from strategikort.index.absence.timespans import has_span
from strategikort.index.expanding.synonyms import NOTATION, RELATED_TERM
from strategikort.index.expanding.words import SPELLING
from strategikort.index.querying.filters import Filters
from strategikort.index.querying.operators import alternatives
from strategikort.index.querying.query import Query, QueryWord, distinct, parse_query
from strategikort.index.ranking.hits import Shown
from strategikort.index.ranking.judging import Level
from strategikort.index.ranking.rank import Scored
from strategikort.index.ranking.repeats import each_once, told_of_hit, without_repeats
from strategikort.index.ranking.search import Answer
from strategikort.language.fold import fold
from strategikort.language.numbers.numerals import same_number
from strategikort.language.numbers.timespans import begins_span, numbered, whens
from strategikort.language.stopwords import QUESTION_WORDS
from strategikort.language.thesaurus import Expansion
from strategikort.model import (
    NOTHING,
    AbsenceReport,
    Alternative,
    Document,
    Hit,
    Presence,
    SoughtWord,
)

_SHOWN = 20
"""Places that are named when the subject is there after all."""

_AT_LEAST = 3
"""Places that are named of each way in which it is there."""

_READ = 100
"""Places whose words are read for what is said there."""

_PARTLY = 3
"""Passages with some of the words that are named when it is not."""

_MATCHED: dict[Level, tuple[str, ...]] = {
    Level.ITSELF: (),
    Level.INSIDE: ("compound",),
    Level.OTHERWISE: ("synonym",),
    Level.KINDRED: ("inflection", "exact", "compound"),
    Level.SCATTERED: (),
}
"""How the words were found that are named for a level."""

_SPAN, _NUMBERS = "tidsrum omkring det", "numre fra og til omkring det"
_FORENAMES = "navne, der begynder sådan"
"""What is said of what is not looked for one by one."""

_IN_SPAN = re.compile(r"[\s.\-\u2010-\u2015]*(?:(?:til|og|samt|med|den|d\.)\s)*")

_OR = re.compile(r"[^-\s]\s+eller\s+[^-\s]", re.I)

HOWS = tuple(level.name.lower() for level in Level)
"""The ways in which a subject may stand somewhere, the surest first."""


def report_absence(
    subjects: SubjectFinder,
    shown: Shown,
    subject: str,
    documents: Sequence[Document],
    same: Mapping[str, Set[str]] = NOTHING,
    whole: Callable[[str], str] | None = None,
) -> AbsenceReport:
    """Return whether ``subject`` is absent from ``documents``, and everything that shows it.

    ``same`` are documents (ids) and the others that are the same text: what stands in both word for
    word is one place; ``whole`` gives the words of one.  Raises ``StrategikortError`` for a subject
    that is empty or too long, that leaves out places or that is several.
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
    more = subjects.says_more_singly(every, query.words)
    only_singly = more and not standing
    if more:
        there = {item.scored.candidate.number for item in standing}
        _, scattered = subjects.standing(query, every, filters, singly=True)
        standing += [item for item in scattered if item.scored.candidate.number not in there]
    answer = Answer(query, expansion, ())
    near: dict[str, tuple[str, ...]] = {}
    partly = []
    if not standing:
        texts = [word.text for word in every]
        near_words = searcher.expander.corrections.near_words
        near = {text: found for text in texts if (found := near_words(text))}
        most = _PARTLY * (1 + max(map(len, same.values()), default=0))
        nearest = shown.hits(searcher.search(" ".join(texts), filters), most)
        partly = without_repeats(nearest, same, whole)[:_PARTLY]
    spans = _spans(shown, content, standing, filters)
    sought = [*_sought_words(subjects, shown, content, query.words, filters, spans, only_singly)]
    sought += [SoughtWord(" ".join(phrase.words), exact=True) for phrase in query.phrases]
    said = _Said(subjects, every, sought)
    return AbsenceReport(
        subject,
        tuple(sought),
        tuple(documents),
        tuple(_presence(shown, answer, standing, documents, said, same, whole)),
        near,
        tuple(partly),
        {},
        tuple(word.text for word in query.words if word not in content),
    )


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


class _Said:
    """What is said for a subject where it does not stand itself."""

    def __init__(
        self, subjects: SubjectFinder, words: Sequence[QueryWord], sought: Sequence[SoughtWord]
    ) -> None:
        own = (form for word in words for form in subjects.own_words(word))
        self._own = set(map(str.casefold, own))
        self._terms = [
            item
            for word in sought
            for item in word.alternatives
            if item.counted and item.relation != RELATED_TERM
        ]

    def words(self, hits: Sequence[Hit], level: Level, documents: Set[str]) -> tuple[str, ...]:
        """Return the words of some passages that stand for the subject, the terms first."""
        wanted = _MATCHED[level]
        matches = [match for hit in hits for match in (*hit.matches, *hit.headings)]
        words = [text for _, text, how in matches if how in wanted]
        if level is Level.OTHERWISE:
            words = [span for hit in hits for span in _spans_in(hit)] or words
            terms = [
                item.term
                for item in self._terms
                if item.term not in (_SPAN, _NUMBERS) and not documents.isdisjoint(item.documents)
            ]
            words = terms or words
        others = [word for word in words if word.casefold() not in self._own]
        words = others if level is Level.INSIDE else others or words
        return tuple({word.casefold(): word for word in reversed(words)}.values())[::-1]


def _spans_in(hit: Hit) -> Iterable[str]:
    """Yield the spans of time among the matched words of a hit: ``12.-15. maj``."""
    text, marks = hit.text, hit.highlights
    at = 0
    while at < len(marks):
        end = at + 1
        while end < len(marks) and _IN_SPAN.fullmatch(text, marks[end - 1].end, marks[end].start):
            end += 1
        if end - at > 1 and begins_span(text, marks[at].start):
            yield text[marks[at].start : marks[end - 1].end]
        at = end


def _spans(
    shown: Shown, words: Sequence[QueryWord], standing: Sequence[Standing], filters: Filters
) -> Mapping[tuple[int, int], Alternative]:
    """Return for each time of a subject that spans which it lies inside have been looked for."""
    sections = (item.scored.candidate.section for item in standing if has_span(item.scored))
    found = set(shown.document_of(sections).values())
    where = tuple(name for name in filters.documents if name in found)
    texts = [word.text for word in words]
    times = {(when.start, when.end): _SPAN for when in whens(texts)}
    numbers = {(at, at + 1): _NUMBERS for at, _ in numbered(texts)}
    return {
        place: Alternative(name, NOTATION, True, where) for place, name in (times | numbers).items()
    }


def _presence(
    shown: Shown,
    answer: Answer,
    standing: Sequence[Standing],
    documents: Sequence[Document],
    said: _Said,
    same: Mapping[str, Set[str]],
    whole: Callable[[str], str] | None,
) -> Iterable[Presence]:
    left, named = _SHOWN, set[str]()
    for level, how in zip(Level, HOWS, strict=True):
        scored = [item.scored for item in standing if item.level is level]
        of = shown.document_of(item.candidate.section for item in scored)
        # A document is named for the surest level; what else stands in it is not needed.
        scored = [item for item in scored if of[item.candidate.section] not in named]
        if not scored:
            continue
        new = {of[item.candidate.section] for item in scored}
        scored, also = _each_once(shown, answer, scored, of, same, whole)
        firsts: dict[str, int] = {}
        for at, item in enumerate(scored):
            firsts.setdefault(of[item.candidate.section], at)
        # Of every document the best, and then the best of all.
        most = max(left, _AT_LEAST)
        order = dict.fromkeys((*firsts.values(), *range(len(scored))))
        chosen = [scored[at] for at in sorted([*order][:most])]
        left -= len(chosen)
        named |= new
        read = shown.hits(answer._replace(scored=tuple(scored)), _READ) if _MATCHED[level] else ()
        hits = shown.hits(answer._replace(scored=tuple(chosen)), most)
        yield Presence(
            how,
            tuple(document.id for document in documents if document.id in new),
            said.words(read, level, new),
            tuple(
                hit._replace(also=also.get(item.candidate.number, ()))
                for hit, item in zip(hits, chosen, strict=True)
            ),
            len(scored),
        )


def _each_once(
    shown: Shown,
    answer: Answer,
    scored: list[Scored],
    of: Mapping[int, str],
    same: Mapping[str, Set[str]],
    whole: Callable[[str], str] | None,
) -> tuple[list[Scored], dict[int, tuple[Hit, ...]]]:
    """Return passages without those that repeat another, and by its number what repeats that."""
    twofold = [item for item in scored if of[item.candidate.section] in same]
    if not twofold:
        return scored, {}
    hits = shown.hits(answer._replace(scored=tuple(twofold)), len(twofold))
    pairs = zip(twofold, hits, strict=True)
    also = {
        item.candidate.number: tuple(hit for _, hit in others)
        for (item, _), others in each_once(pairs, same, lambda pair: told_of_hit(pair[1]), whole)
    }
    kept = [
        item
        for item in scored
        if of[item.candidate.section] not in same or item.candidate.number in also
    ]
    return kept, also


def _sought_words(
    subjects: SubjectFinder,
    shown: Shown,
    words: Sequence[QueryWord],
    typed: Sequence[QueryWord],
    filters: Filters,
    spans: Mapping[tuple[int, int], Alternative],
    singly: bool,
) -> Iterable[SoughtWord]:
    others: dict[tuple[int, int], list[Alternative]] = {}
    for at, word in enumerate(words):
        numeral = None if word.ordinal or word.prefix else same_number(word.text.lower())
        if numeral:
            item = Expansion(at, at + 1, (numeral,), NOTATION, SPELLING, literal=True)
            others[at, at + 1] = [*_alternatives(subjects, shown, item, filters, counted=True)]
    expander = subjects.searcher.expander
    same = expander.synonyms.counted(words, typed, singly=singly)
    near = expander.synonyms.related(words, typed, singly=singly)
    for counted, items in ((True, same), (False, near)):
        for item in items:
            others.setdefault((item.start, item.end), []).extend(
                _alternatives(subjects, shown, item, filters, counted=counted)
            )
    for place, span in spans.items():
        others.setdefault(place, []).append(span)
    for person in in_full([word.text for word in words]):
        others.setdefault(person[:2], []).append(Alternative(_FORENAMES, NOTATION, True, ()))
    for at, word in enumerate(words):
        text, found = word.text, subjects.words_in(word, filters)
        if word.prefix:
            yield SoughtWord(text, found=found, prefix=True)
            continue
        analysis = expander.lexicon.analyze(text)
        yield SoughtWord(
            text,
            # A word that no list has is shown as it was typed: MitID.
            tuple(text if lemma == text.lower() else lemma for lemma in analysis.lemmas),
            () if text[:1].isdigit() else analysis.parts,
            tuple(others.get((at, at + 1), ())),
            found,
        )
    for (start, end), ways in others.items():
        if end - start > 1:
            text = " ".join(word.text for word in words[start:end])
            yield SoughtWord(text, alternatives=tuple(ways), together=True)


def _alternatives(
    subjects: SubjectFinder, shown: Shown, item: Expansion, filters: Filters, *, counted: bool
) -> Iterable[Alternative]:
    for term in item.terms:
        sections = subjects.sections_with(item, term, filters)
        found = set(shown.document_of(sections).values())
        where = tuple(name for name in filters.documents if name in found)
        yield Alternative(term, item.relation, counted, where)
