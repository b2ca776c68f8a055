"""The one door to the collection for everybody outside: open it, read it, ask for a section."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

from strategikort.builtin import open_builtin
from strategikort.closing import closed_on_failure
from strategikort.given import check_known, check_text, several, whole_number
from strategikort.holdings.opening import open_own
from strategikort.keeping import Keeping
from strategikort.model import Document, Hit, Section
from strategikort.stores import in_one_state

if TYPE_CHECKING:
    from datetime import date

    from strategikort.citation.found import Passage
    from strategikort.editions.recheck import OldCitation, Rechecked
    from strategikort.links.commitments.promises import Promised
    from strategikort.links.compare import SectionComparison, SubjectComparison
    from strategikort.links.evidence import Evidence
    from strategikort.links.factrules import Disagreement
    from strategikort.links.model import Link, NamedThing, StrategyMap
    from strategikort.unanswered import Unanswered


class Collection(Keeping):
    """Documents and their sections, and what can be asked of them.

    It can be used in a ``with`` statement, which closes it.  It belongs to the thread that opened
    it.  Every question is answered from one state of the user's documents, the newest there is
    then; see :meth:`snapshot`.  Ids are paths: ``rk/6/3``, ``uss/pejlemærker/3``.  In the examples
    below ``collection`` is an open one.

    >>> from strategikort import Collection
    >>> with Collection.open() as collection:
    ...     [document.id for document in collection.documents]
    ['uss', 'tech', 'rk', 'partnerskaber', 'cms']
    """

    @classmethod
    def open(cls, path: str | PathLike[str] | None = None, *, create: bool = False) -> Collection:
        """Open the built-in documents, and with them the user's own collection if there is one.

        ``path`` is that of the collection (default: the one that ``STRATEGIKORT_SAMLING`` names,
        else the one in the user's data folder); ``create`` makes it if it is not there.  Raises
        ``SourceError`` and ``ProfileError`` when
        the built-in files are not what they should be, ``CollectionError`` when the user's
        collection cannot be read or one that was chosen is not there.
        """
        chosen = None if path is None else Path(path)
        if create:
            from strategikort.holdings.holdings import Holdings

            Holdings.open(chosen).close()
        builtin = open_builtin()
        with closed_on_failure(builtin):
            opened = cls(builtin, open_own(chosen))
        opened._chosen = chosen
        return opened

    @in_one_state
    def cite(
        self,
        *places: str | Document | Section | Hit | Passage | Evidence,
        style: str = "kort",
        quote: bool = False,
        accessed: str | date = "",
    ) -> str:
        """Return citations, ready to paste: of references, or of what was found with its lines.

        ``style`` is ``kort``, ``fodnote``, ``apa``, ``chicago``, ``markdown``, ``bibtex``,
        ``ris``, ``csl-json`` or ``w3c``.  ``quote`` adds the words, shortened; ``accessed`` is
        the date (ISO 8601) on which a web page was seen (default: today).  A misspelt reference is
        refused here, since nothing could be said of it.  Raises ``StrategikortError`` for an
        unknown style or a bad date, and as :meth:`resolve` does.

        >>> print(collection.cite("pejlemærke 4"))
        Regeringen/Udenrigsministeriet: Udenrigs- og sikkerhedspolitisk strategi, maj 2023, 4. pejlemærke, l. 183-184 [uss/pejlemærker/4]
        >>> hit = collection.search("kvantehub").hits[0]
        >>> collection.cite(hit, style="apa").splitlines()[0]
        '(Udenrigsministeriet, [2024], 5. prioritet, l. 894-932)'
        """  # noqa: E501
        from strategikort.citation.styles import cite
        from strategikort.citing import items_of_places, with_quotes

        items = items_of_places(self, places, str(accessed))
        return cite(with_quotes(self, items) if quote else items, style)

    @in_one_state
    def unanswered(
        self, query: str, *, documents: Iterable[str] = (), kinds: Iterable[str] = ()
    ) -> Unanswered:
        """Return what there is to say of a query for which :meth:`search` found nothing.

        Raises as that does.

        >>> found = collection.unanswered("kvantehub giraf")
        >>> [(one.word, one.places) for one in found.alone], found.rest
        ([('kvantehub', 18), ('giraf', 0)], 'kvantehub')
        >>> found.absent
        (('kvantehub giraf', ()),)
        """
        from strategikort.unanswered import unanswered

        check_text(query, "query")
        kinds = [self.kind(word) for word in several(kinds, "kinds")]
        return unanswered(self, query, self._ids(documents), kinds)

    @in_one_state
    def links(
        self, *references: str, kinds: Iterable[str] = (), documents: Iterable[str] = ()
    ) -> tuple[Link, ...]:
        """Return how sections hang together: those that references name, or all.

        ``kinds`` are ``henvisning``, ``dokument``, ``initiativ``, ``navn`` and ``tema`` (none for
        all); with ``documents`` (ids) one end is in one of those.  A ``tema`` is a suggestion to
        the reader, made of words that are shared and rare; the others are proven by their
        ``evidence``.  Raises ``StrategikortError`` for a kind that there is not,
        ``UnknownReferenceError`` for an id that no document has, and as :meth:`resolve` does.

        >>> for link in collection.links("rk 24", kinds=["initiativ"])[:2]:
        ...     print(link.source, link.target, link.label, link.evidence[0].place.lines)
        tech/resultater rk/24 EU’s kontor på USA’s vestkyst ((169, 170),)
        tech/prioriteter/10 rk/24 EU’s handels- og teknologiråd ((1374, 1374),)
        """
        from strategikort.links.model import KINDS

        kinds = several(kinds, "kinds")
        check_known(kinds, KINDS, "en slags forbindelse", "unknown_kind")
        return self._map(references, kinds or KINDS, documents).links

    @in_one_state
    def names(self, *references: str, documents: Iterable[str] = ()) -> tuple[NamedThing, ...]:
        """Return the countries, bodies and initiatives that texts name, and where they do.

        They are those of the sections that references name, and of ``documents`` (ids); none for
        all.  Raises as :meth:`resolve` does, and ``UnknownReferenceError`` for an id that no
        document has.

        >>> for thing in collection.names("pejlemærke 3"):
        ...     print(thing.name.name, [(place.text, place.place.lines) for place in thing.places])
        EU [('EU', ((181, 181),))]
        Vestbalkan [('Vestbalkan', ((181, 181),))]
        """
        from strategikort.links.network import named_in

        network = self._map(references, (), documents)
        return named_in(network.names, network.focus) if network.focus else network.names

    def _map(
        self, references: Sequence[str], kinds: Sequence[str], documents: Iterable[str]
    ) -> StrategyMap:
        """Return the map of what references and documents name."""
        from strategikort.links.network import build_map

        chosen = self._ids(documents)
        focus = [section.id for section in self.named(*references, inside=True).sections]
        return build_map(self, kinds=kinds, focus=focus, documents=chosen)

    @in_one_state
    def compare(
        self, subject: str, *, documents: Iterable[str] = (), most: int = 3
    ) -> SubjectComparison:
        """Return what each document says about ``subject``, at most ``most`` passages each.

        ``documents`` are ids; none stands for all.  Raises ``StrategikortError`` for a subject
        that is empty or too long, and ``UnknownReferenceError`` for an id that no document has.

        >>> found = collection.compare("kvanteteknologi")
        >>> [(column.document.id, column.total) for column in found.columns]
        [('uss', 2), ('tech', 15), ('cms', 1)]
        >>> [document.id for document in found.silent]
        ['rk', 'partnerskaber']
        """
        from strategikort.links.compare import compare_subject

        check_text(subject, "subject")
        most = whole_number(most, "most")
        return compare_subject(self, subject, documents=self._ids(documents), most=most)

    @in_one_state
    def compare_sections(self, *references: str) -> SectionComparison:
        """Return sections side by side: the words, names and links that they share.

        Raises as :meth:`resolve` does.

        >>> found = collection.compare_sections("pejlemærke 6", "tech/prioriteter/5")
        >>> [name.id for name in found.names]
        ['danmark', 'europa']
        """
        from strategikort.links.compare import compare_sections

        return compare_sections(self, [one.id for one in self.named(*references).sections])

    @in_one_state
    def disagreements(
        self, subject: str = "", *, documents: Iterable[str] = ()
    ) -> tuple[Disagreement, ...]:
        """Return where texts answer a question differently: on ``subject``, or (none) on anything.

        With ``documents`` (ids; none for all) one of the places stands in one of those.  Who is
        right is not said.  Raises as :meth:`compare` does.

        >>> for found in collection.disagreements("partnerskaber")[:1]:
        ...     print(found.question)
        ...     for said in found.statements:
        ...         print(said.value, said.evidence.section, said.evidence.place.lines)
        Hvad kaldes partnerskabet med Japan?
        grønt strategisk partnerskab uss/4.3 ((833, 834),)
        strategisk partnerskab partnerskaber/indledning ((9, 9),)
        strategisk partnerskab partnerskaber/japan ((26, 26),)
        """
        if subject:
            return self.compare(subject, documents=documents).disagreements
        from strategikort.links.compare import all_disagreements, concerns

        chosen = self._ids(documents)
        found = all_disagreements(self, chosen)
        return tuple(item for item in found if not chosen or concerns(item, chosen))

    @in_one_state
    def commitments(
        self,
        subject: str = "",
        *,
        documents: Iterable[str] = (),
        actor: str = "",
        strengths: Iterable[str] = (),
        settled_only: bool = False,
        dated_only: bool = False,
    ) -> tuple[Promised, ...]:
        """Return who shall, will or ought to do what, or is asked to, in reading order.

        ``subject`` is looked for as :meth:`search` does, in the sentence or in the heading over
        it.  ``actor`` is a word or a name of who is to act, an abbreviation or an English name;
        ``strengths`` are ``bindende``, ``hensigt``, ``anbefaling`` and ``opfordring`` (none for
        all), ``documents`` ids.  ``settled_only`` leaves out what the rules could not settle,
        ``dated_only`` what has no deadline.  In texts that are not Danish (``Document.language``)
        none are found.  Raises ``StrategikortError`` for a subject that is blank or too long and
        for a strength that there is not, and ``UnknownReferenceError`` for an id that no document
        has.

        >>> for found in collection.commitments(actor="regeringen", dated_only=True)[:2]:
        ...     said = found.commitment
        ...     print(said.strength, found.section.id, [found.words(at) for at in said.deadlines])
        hensigt uss/3.1 ['til 2030']
        hensigt uss/3.7 ['Frem mod EU-formandskabet i 2025']
        """
        from strategikort.links.commitments.finder import STRENGTHS
        from strategikort.links.commitments.promises import promises

        check_text(subject, "subject")
        check_text(actor, "actor")
        strengths = several(strengths, "strengths")
        check_known(strengths, STRENGTHS, "en styrke", "unknown_strength")
        found = promises(
            self,
            documents=self._ids(documents),
            actors=self._also_called(actor) if actor else (),
            strengths=strengths,
            subject=subject,
            settled_only=settled_only,
            dated_only=dated_only,
        )
        return tuple(found)

    @in_one_state
    def recheck(self, *cited: OldCitation | Section | Hit | Passage) -> tuple[Rechecked, ...]:
        """Return what has become of what was cited in the newest edition of its document.

        It is never guessed: what cannot be settled is ``unclear``, as is a document that is not in
        the collection.

        >>> from strategikort import OldCitation
        >>> old = OldCitation("rk/6/3", "rk", "fremme et åbent, frit og globalt internet")
        >>> for found in collection.recheck(old, collection.section("rk/24")):
        ...     now = [found.now[change.new_start : change.new_end] for change in found.changes]
        ...     print(found.cited.id, found.verdict, now)
        rk/6/3 changed [',', ',']
        rk/24 same []
        """
        from strategikort.editions.recheck import OldCitation, recheck

        return tuple(
            recheck(
                self,
                [one if isinstance(one, OldCitation) else OldCitation.of(one) for one in cited],
            )
        )

    @in_one_state
    def recheck_file(self, path: str | PathLike[str]) -> tuple[Rechecked, ...]:
        """Return the same of what ``søg``, ``vis`` or ``verificér`` have answered with ``--json``.

        Raises ``StrategikortError`` for a file with nothing of the kind, and ``OSError``.
        """
        from strategikort.editions.recheck import read_citations

        return self.recheck(*read_citations(Path(path).read_bytes()))
