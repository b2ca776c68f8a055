"""What is searched for in a collection: what a query names, and what the rest of it asks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from strategikort.given import check_text, several, whole_number
from strategikort.model import Hit, Place, SearchResult, Section
from strategikort.references.about import (
    Said,
    Within,
    asked_about,
    asked_for,
    asked_of,
    asked_within,
    asks_who_signed,
)
from strategikort.shelves import Scope, Shelves
from strategikort.stores import in_one_state
from strategikort.text.aligned import SourceRange

_QUOTES = tuple('"»«“”„')
_NO_QUOTES = str.maketrans("", "", "".join(_QUOTES))

_OF_ALTERNATIVES = 50
"""Passages that are looked for of each alternative of a query, at least."""

_MOST_SIGNED = 50
"""Passages with a name that are looked at for who has signed the text."""

_SURE = ("exact", "inflection", "compound")
"""Ways in which the word of a name is found: »ministeren« is Udenrigsminister."""


class Searching(Shelves):
    """The documents of a collection, searched for what queries name and ask."""

    @in_one_state
    def search(
        self,
        query: str,
        *,
        documents: Iterable[str] = (),
        kinds: Iterable[str] = (),
        limit: int = 10,
        exact: bool = False,
        repeats: bool = True,
    ) -> SearchResult:
        """Return the passages that answer ``query``, best first, at most ``limit``.

        A query that names sections (``rk 24``) is answered with them first; one that asks for a
        place by what it is about (»faktaboksen om …«) with those of its kind, one that names a
        document and nothing else (»udenrigsstrategien«) with how that begins, and one that names a
        place of which there is none (``pejlemærke 9``) with nothing.  What a document is
        asked (»hvad siger rådskonklusionerne om standarder«) is looked for in that before others,
        what a person is asked (»hvad siger Løkke om EU«) in what that person has signed.
        ``OR``, ``AND`` and ``NOT`` in capitals mean either, both and without.
        ``documents`` and ``kinds`` narrow the search (ids and kinds), ``exact`` turns every
        tolerance off.  Without ``repeats`` nothing is given twice: a passage that stands word for
        word in several files of one text is one hit, which names the others in ``also``, and so is
        one that only leads to a list, with the ``items`` of it.  Raises ``StrategikortError`` for a
        query that is empty or too long and for a kind that there is not, ``UnknownReferenceError``
        for an id that no document has, and ``ArgumentError`` for a limit below 0.

        >>> result = collection.search("kvanteteknologi", documents=["tech"], limit=3)
        >>> hit = result.hits[0]
        >>> hit.section.id, hit.place.lines
        ('tech/prioriteter/5', ((879, 892),))
        >>> [hit.text[start:end] for start, end in hit.highlights]
        ['Kvanteteknologi', 'kvanteteknologi', 'kvanteteknologi']
        """
        check_text(query, "query")
        limit = whole_number(limit, "limit")
        kinds = [self.kind(word) for word in several(kinds, "kinds")]
        scope = Scope(self._ids(documents), kinds, limit, exact)
        typed, (query, meant) = query, self._respelled(query, scope)
        found = self._search(query, scope) if repeats else self._once(query, scope)
        if query == typed:
            return found
        return found._replace(query=typed, corrected={**meant, **found.corrected})

    def _respelled(self, query: str, scope: Scope) -> tuple[str, dict[str, tuple[str, ...]]]:
        """Return a query with its unknown words as they are read, and what each was taken for."""
        from strategikort.index.querying.respelled import respelled

        if scope.exact:
            return query, {}
        ways = [shelf.reading() for shelf, _ in self._shelves_with(scope.documents)]

        def read(word: str) -> str:
            readings = [way(word) for way in ways]
            if word in readings or not any(readings):
                return word
            named = self.resolver.document(word) or self.resolver.kind(word)
            return word if named else next(filter(None, readings))

        return respelled(query, read)

    def _once(self, query: str, scope: Scope) -> SearchResult:
        """Return what answers a query, each list and what files of one text both say as one hit.

        As many are looked for as leave enough of them.
        """
        from strategikort.index.ranking.repeats import without_repeats

        wide = scope
        while True:
            found = self._search(query, wide)
            hits = self._as_lists(found.hits)
            same = self._alike(hit.section.document for hit in hits) if self._own else None
            if same and same.others:
                hits = without_repeats(hits, same)
            if len(hits) >= scope.limit or len(found.hits) < wide.limit:
                total = found.total - len(found.hits) + len(hits)
                return found._replace(hits=tuple(hits[: scope.limit]), total=total)
            wide = wide._replace(limit=2 * wide.limit)

    def _as_lists(self, hits: Sequence[Hit]) -> list[Hit]:
        from strategikort.index.ranking.lists import items_below, with_items

        def items_of(section: Section) -> tuple[Section, ...]:
            return items_below(section, self.get(self.with_descendants([section.id])))

        def place_of(section: Section, ranges: Sequence[SourceRange]) -> Place:
            places = self._places_of(section.document)
            return places.of_ranges(places.source.merge(ranges))

        return with_items(hits, items_of, place_of)

    def _search(self, query: str, scope: Scope) -> SearchResult:
        from strategikort.index.querying.operators import alternatives

        either = alternatives(query)
        if len(either) > 1:
            return self._either(query, either, scope)
        return self._one(query, scope)

    def _either(self, query: str, either: Sequence[str], scope: Scope) -> SearchResult:
        """Return what answers one or another of the queries that ``query`` is made of."""
        from strategikort.index.shelf import join_alternatives

        within = None if scope.exact else self._asked_within(query, scope)
        if within:
            found = self._within(query, within, scope)
            if found.hits:
                return found
        # What answers several of them may stand far down among the answers to one.
        wide = scope._replace(limit=max(scope.limit, _OF_ALTERNATIVES))
        return join_alternatives(query, [self._search(one, wide) for one in either], scope.limit)

    def _one(self, query: str, scope: Scope) -> SearchResult:
        # What is in quotation marks is asked for word for word.
        if scope.exact or query.lstrip()[:1] in _QUOTES:
            return self._literally(query, scope)
        parts = self._parts_named(query)
        if parts is None:
            # There is no such place here, but texts may speak of one: »artikel 267 i traktaten«.
            title = f'"{query.translate(_NO_QUOTES)}"'
            return self._found(title, scope)._replace(query=query, tried=())
        named = self._named(query, parts, scope)
        whole = None if named else asked_for(query, self.resolver)
        if whole:
            named = [*self._beginning(whole, scope)]
        about = None if named else asked_about(query, self.resolver)
        if about:
            scope = scope._replace(documents=scope.documents or about.documents)
            parts = self._parts_named(about.subject) or []
            named = self._named(about.subject, parts, scope)
        # A section of another document may be called what this one is asked about.
        within = None if (named and not about) or parts else self._asked_within(query, scope)
        # Where the name is that of a kind as well, the document has what is of that kind.
        if within and (about is None or about.subject == within.subject):
            found = self._within(query, within, scope)
            if found.hits:
                return found
        said = None if named or parts else asked_of(query)
        signed = self._signed(said, scope) if said else None
        asked = about.subject if about else query
        found = self._found(asked, scope, named, about=about)
        if not found.hits:
            document = self.resolver.document(query)
            first = self._beginning(document, scope) if document else []
            if first:
                found = self._found(asked, scope, first, about=about)
        if signed:
            from strategikort.index.shelf import followed

            found = followed(signed, found, scope.limit)
        return self._with_missing(query, found, () if named else self._unfound(asked, found))

    def _literally(self, query: str, scope: Scope) -> SearchResult:
        """Return what answers a query that is, or begins with, words as they stand."""
        wholly = scope.exact or query.rstrip()[-1:] in _QUOTES
        within = None if wholly else self._asked_within(query, scope)
        if within:
            found = self._within(query, within, scope)
            if found.hits:
                return found
        found = self._found(query, scope)
        return self._with_missing(query, found, () if wholly else self._unfound(query, found))

    def _asked_within(self, query: str, scope: Scope) -> Within | None:
        """Return which document a query asks, and what; None where documents are chosen."""
        return None if scope.documents else asked_within(query, self.resolver)

    def _with_missing(
        self, query: str, found: SearchResult, unfound: tuple[str, ...]
    ) -> SearchResult:
        from strategikort.index.ranking.hits import with_missing

        return with_missing(found._replace(query=query), unfound)

    def _unfound(self, asked: str, found: SearchResult) -> tuple[str, ...]:
        """Return the words of a query that none of the hits has, and that can be missed.

        Those are numbers, names, unknown words, and unless it is a question, nouns: how many
        ``penge`` there are is told by an amount.
        """
        from strategikort.index.querying.operators import alternatives
        from strategikort.index.querying.query import parse_query
        from strategikort.language.numbers.notation import UNITS, is_number
        from strategikort.language.stopwords import content_words, is_question

        if not found.hits:
            return ()
        query = parse_query(asked)
        there = {term.term for term in found.terms}
        words = [word.text for word in query.words]
        others = {
            words[at]: at
            for at in content_words(words, asked)
            if words[at] not in there and not query.words[at].prefix
        }
        if not others or query.every or len(alternatives(asked)) > 1:
            return ()
        if self.resolver.speaks_of_places(asked):
            return ()
        nouns = not is_question(words, asked)

        def can_be_missed(word: str, at: int) -> bool:
            # The first capital may be that of the sentence.
            if is_number(word) or (at and word[0].isupper()) or self._analyzer.is_name(word):
                return True
            analysis = self._analyzer.word(word)
            only_noun = self._analyzer.nouns(word).issuperset(analysis.lemmas)
            return not analysis.known or (nouns and only_noun)

        return tuple(
            word
            for word, at in others.items()
            if can_be_missed(word, at)
            and word.lower() not in UNITS
            and not self.resolver.document(word)
            and not self.resolver.kind(word)
        )

    def _signed(self, said: Said, scope: Scope) -> SearchResult | None:
        """Return what is said of a subject in texts that the one asked has signed; else None."""
        by_name = self._found(said.name, scope._replace(kinds=(), limit=_MOST_SIGNED))
        signed = [hit.section.id for hit in by_name.hits if _is_signed(hit, said.name)]
        if not signed:
            return None
        found = self._found(said.subject, scope, sections=self.with_descendants(signed))
        return found if found.hits else None

    def _within(self, query: str, within: Within, scope: Scope) -> SearchResult:
        """Return what answers a query that names a document: the places in that first.

        Nothing where the document says nothing and perhaps is not what is named.
        """
        from strategikort.index.querying.operators import alternatives
        from strategikort.index.ranking.hits import with_missing
        from strategikort.index.shelf import join_results

        others = [item.id for item in self.documents if item.id != within.document]
        results = [
            self._search(within.subject, scope._replace(documents=chosen))
            for chosen in ([within.document], others)
            if chosen
        ]
        if not results[0].hits and asks_who_signed(query):
            here = scope._replace(documents=[within.document])
            signed = self._found(within.subject, here, self._signatures(here))
            return signed._replace(query=query, within=within.document)
        if within.perhaps and not results[0].hits:
            return results[0]
        first = [hit.section.id for hit in results[0].hits]
        found = join_results(results, first, scope.limit)
        found = found._replace(query=query, within=within.document)
        if len(alternatives(within.subject)) > 1:
            return found
        return with_missing(found, self._unfound(within.subject, found))

    def _signatures(self, scope: Scope) -> list[Hit]:
        """Return the ends of sections that are signed, in the documents that were chosen."""
        return [
            passage
            for document in scope.documents
            for passage in self.passages(document)
            if passage.end == len(passage.section.text)
            and scope.holds(passage.section)
            and _signature(passage)
        ]

    def _named(self, query: str, parts: Sequence[Hit], scope: Scope) -> list[Section | Hit]:
        if parts:
            return [part for part in parts if scope.holds(part.section)]
        whole = self.resolver.in_context(query)
        named = [*filter(scope.holds, self.get(whole or self.resolver.beside(query)))]
        if not (whole and named):
            return [*named]
        # Who asks for a section and nothing else wants all of it before what belongs to it.
        first, *rest = named
        return [*self._shelf_of(first.document).passages(first), *rest]

    def _beginning(self, document: str, scope: Scope) -> list[Section]:
        first = self.resolver.resolve(document).ids[:1]
        return [*filter(scope.holds, self.get(first))]


def _is_signed(hit: Hit, name: str) -> bool:
    """Tell whether the section of a hit is signed with all words of a name that it was found by."""
    from strategikort.language.stopwords import content_words
    from strategikort.language.tokens import word_texts

    signature = word_texts(_signature(hit).lower())
    said = {
        word for word, matched, how in hit.matches if how in _SURE and matched.lower() in signature
    }
    words = word_texts(name)
    return bool(signature) and said.issuperset(words[at] for at in content_words(words))


def _signature(hit: Hit) -> str:
    from strategikort.text.signatures import signature_of

    return signature_of(hit.section.text.text)
