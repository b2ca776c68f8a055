"""What there is to say of a search that found nothing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from strategikort.index.querying.operators import alternatives, joined_by_and
from strategikort.index.querying.query import parse_query
from strategikort.language.stopwords import content_words, is_question
from strategikort.language.tokens import word_texts
from strategikort.references.about import asked_within

if TYPE_CHECKING:
    from strategikort.searching import Searching

_MOST = 5
"""Words of a query that are looked for one by one."""

_COUNTED = 100
"""Places of a word that are looked at to tell whether all of them have it."""

_LONGEST = 200
"""Characters of a query whose absence can be asked for."""


class Alone(NamedTuple):
    """A word of a search that found nothing, or a phrase in quotation marks, looked for by itself.

    ``places`` is in how many places it is, ``taken_for`` what it was corrected to, else empty.
    """

    word: str
    places: int
    taken_for: tuple[str, ...] = ()


class Unanswered(NamedTuple):
    """What there is to say of a query that nothing answers.

    ``alone`` are its words, each looked for by itself; none if there are many or none is found.
    ``rest`` is the query without those that are nowhere, if that has answers, else empty.
    ``absent`` are the subjects whose absence may be shown, each with the documents asked (ids;
    none for all); see :meth:`Collection.absence`.
    """

    alone: tuple[Alone, ...]
    rest: str
    absent: tuple[tuple[str, tuple[str, ...]], ...]


def unanswered(
    collection: Searching, query: str, documents: Sequence[str], kinds: Sequence[str]
) -> Unanswered:
    """Return what there is to say of a query that nothing answers in ``documents`` and ``kinds``.

    The absence of a subject is that from documents, whatever the kinds of their sections.
    """
    alone = _each_alone(collection, query, documents, kinds)
    rest = " ".join(one.word for one in alone if one.places)
    some_nowhere = any(not one.places for one in alone)
    if not (
        some_nowhere and collection.search(rest, documents=documents, kinds=kinds, limit=1).hits
    ):
        rest = ""
    absent = () if kinds else tuple(_may_be_absent(collection, query, documents))
    return Unanswered(tuple(alone), rest, absent)


def _each_alone(
    collection: Searching, query: str, documents: Sequence[str], kinds: Sequence[str]
) -> list[Alone]:
    parsed = parse_query(query)
    if parsed.leaves_out or parsed.every:
        return []
    words = [word.text for word in parsed.words]
    words = [words[at] for at in content_words(words, query)]
    words = list(dict.fromkeys([*(f'"{" ".join(one.words)}"' for one in parsed.phrases), *words]))
    if not 1 < len(words) <= _MOST:
        return []
    found: list[Alone] = []
    for word in words:
        result = collection.search(word, documents=documents, kinds=kinds, limit=_COUNTED)
        # What only goes on with a list, by a part of the word, has not got the word.
        answers = sum(hit.answers for hit in result.hits)
        places = result.total if answers == len(result.hits) else answers
        found.append(Alone(word, places, result.corrected.get(word, ()) if places else ()))
    return found if any(one.places for one in found) else []


def _may_be_absent(
    collection: Searching, query: str, documents: Sequence[str]
) -> list[tuple[str, tuple[str, ...]]]:
    either = alternatives(query)
    if len(either) > 1:
        return [found for one in either for found in _may_be_absent(collection, one, documents)]
    subject = " ".join(joined_by_and(query)).strip()
    if len(subject) > _LONGEST or parse_query(subject).leaves_out:
        return []
    within = None if documents else asked_within(subject, collection.resolver)
    if within and not within.perhaps:
        subject, documents = within.subject, [within.document]
    words = word_texts(subject)
    if is_question(words, subject):
        subject = " ".join(words[at] for at in content_words(words, subject))
    return [(subject, tuple(documents))]
