"""Find, show and cite exactly what Danish strategy documents say, and exactly where.

Everything begins with a :class:`Collection`:

>>> from strategikort import Collection
>>> with Collection.open() as collection:
...     print(collection.cite("rk 6, 3. led"))
Rådet for Den Europæiske Union: Rådets konklusioner om EU's digitale diplomati (11406/22), 18. juli 2022, konklusion 6, 3. led, l. 86-88 [rk/6/3]

What is returned is plain data that cannot be changed.  Every error that a caller can do something
about is a :class:`StrategikortError`, with a Danish message and a hint.

Offsets are 0-based and half-open, in Unicode code points; lines are 1-based and inclusive; pages
are the printed ones, as text.
"""  # noqa: E501

__version__ = "0.1.0"

TYPE_CHECKING = False  # that of typing, without what importing it costs
if TYPE_CHECKING:
    from strategikort.absencereport import AbsenceReport as AbsenceReport
    from strategikort.citation.differences import Difference as Difference
    from strategikort.citation.evidence import PackageCheck as PackageCheck
    from strategikort.citation.found import Passage as Passage
    from strategikort.citation.memo import Checked as Checked
    from strategikort.citation.memo import Report as Report
    from strategikort.citation.verdict import CutOff as CutOff
    from strategikort.citation.verdict import Status as Status
    from strategikort.citation.verdict import Verdict as Verdict
    from strategikort.editions.model import Comparison as Comparison
    from strategikort.editions.recheck import OldCitation as OldCitation
    from strategikort.editions.recheck import Rechecked as Rechecked
    from strategikort.errors import AmbiguousReferenceError as AmbiguousReferenceError
    from strategikort.errors import ArgumentError as ArgumentError
    from strategikort.errors import CollectionError as CollectionError
    from strategikort.errors import ProfileError as ProfileError
    from strategikort.errors import SourceError as SourceError
    from strategikort.errors import StrategikortError as StrategikortError
    from strategikort.errors import ThesaurusError as ThesaurusError
    from strategikort.errors import UnknownReferenceError as UnknownReferenceError
    from strategikort.holdings.intake import Intake as Intake
    from strategikort.library import Collection as Collection
    from strategikort.links.commitments.finder import Commitment as Commitment
    from strategikort.links.commitments.promises import Promised as Promised
    from strategikort.links.compare import SectionComparison as SectionComparison
    from strategikort.links.compare import SubjectComparison as SubjectComparison
    from strategikort.links.evidence import Evidence as Evidence
    from strategikort.links.factrules import Disagreement as Disagreement
    from strategikort.links.factrules import Statement as Statement
    from strategikort.links.model import Link as Link
    from strategikort.links.model import NamedThing as NamedThing
    from strategikort.model import Document as Document
    from strategikort.model import Hit as Hit
    from strategikort.model import Place as Place
    from strategikort.model import SearchResult as SearchResult
    from strategikort.model import Section as Section
    from strategikort.model import Table as Table
    from strategikort.model import Term as Term
    from strategikort.model import UnreadFile as UnreadFile
    from strategikort.output.export.writing import export as export
    from strategikort.references.resolution import Named as Named
    from strategikort.references.resolution import Resolution as Resolution
    from strategikort.text.aligned import AlignedText as AlignedText
    from strategikort.text.aligned import SourceRange as SourceRange
    from strategikort.unanswered import Unanswered as Unanswered

_ROOM_OF = {
    "Collection": "library",
    "Document": "model",
    "Section": "model",
    "Table": "model",
    "AlignedText": "text.aligned",
    "SourceRange": "text.aligned",
    "Place": "model",
    "Named": "references.resolution",
    "Resolution": "references.resolution",
    "SearchResult": "model",
    "Hit": "model",
    "Term": "model",
    "Unanswered": "unanswered",
    "AbsenceReport": "absencereport",
    "UnreadFile": "model",
    "Verdict": "citation.verdict",
    "Status": "citation.verdict",
    "Difference": "citation.differences",
    "CutOff": "citation.verdict",
    "Passage": "citation.found",
    "Report": "citation.memo",
    "Checked": "citation.memo",
    "PackageCheck": "citation.evidence",
    "Link": "links.model",
    "NamedThing": "links.model",
    "Evidence": "links.evidence",
    "SubjectComparison": "links.compare",
    "SectionComparison": "links.compare",
    "Disagreement": "links.factrules",
    "Statement": "links.factrules",
    "Promised": "links.commitments.promises",
    "Commitment": "links.commitments.finder",
    "export": "output.export.writing",
    "Intake": "holdings.intake",
    "Comparison": "editions.model",
    "Rechecked": "editions.recheck",
    "OldCitation": "editions.recheck",
    "StrategikortError": "errors",
    "UnknownReferenceError": "errors",
    "AmbiguousReferenceError": "errors",
    "SourceError": "errors",
    "CollectionError": "errors",
    "ProfileError": "errors",
    "ThesaurusError": "errors",
    "ArgumentError": "errors",
}
"""The modules of all public names, in the order in which the documentation tells of them."""

__all__ = [*_ROOM_OF, "__version__"]


def __getattr__(name: str) -> object:
    """Import what is asked for when it is asked for: the import alone costs next to nothing."""
    if name not in _ROOM_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    found: object = getattr(import_module(f"{__name__}.{_ROOM_OF[name]}"), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    """Return the public names."""
    return sorted(__all__)
