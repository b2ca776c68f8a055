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
    from strategikort.citation.differences import Difference
    from strategikort.citation.found import Passage
    from strategikort.citation.memo import Checked, Report
    from strategikort.citation.verdict import Status, Verdict
    from strategikort.errors import (
        AmbiguousReferenceError,
        CollectionError,
        ProfileError,
        SourceError,
        StrategikortError,
        ThesaurusError,
        UnknownReferenceError,
    )
    from strategikort.library import Collection
    from strategikort.links.compare import SectionComparison, SubjectComparison
    from strategikort.links.evidence import Evidence
    from strategikort.links.model import Link
    from strategikort.model import (
        AbsenceReport,
        Document,
        Hit,
        Place,
        SearchResult,
        Section,
        Table,
        Term,
        UnreadFile,
    )
    from strategikort.references.resolution import Named, Resolution
    from strategikort.text.aligned import AlignedText, SourceRange

_ROOMS = {
    "citation.differences": ("Difference",),
    "citation.found": ("Passage",),
    "citation.memo": ("Checked", "Report"),
    "citation.verdict": ("Status", "Verdict"),
    "errors": (
        "AmbiguousReferenceError",
        "CollectionError",
        "ProfileError",
        "SourceError",
        "StrategikortError",
        "ThesaurusError",
        "UnknownReferenceError",
    ),
    "library": ("Collection",),
    "links.compare": ("SectionComparison", "SubjectComparison"),
    "links.evidence": ("Evidence",),
    "links.model": ("Link",),
    "model": (
        "AbsenceReport",
        "Document",
        "Hit",
        "Place",
        "SearchResult",
        "Section",
        "Table",
        "Term",
        "UnreadFile",
    ),
    "references.resolution": ("Named", "Resolution"),
    "text.aligned": ("AlignedText", "SourceRange"),
}
_ROOM_OF = {name: room for room, names in _ROOMS.items() for name in names}

__all__ = [  # noqa: RUF022
    "Collection",
    "Document",
    "Section",
    "Table",
    "AlignedText",
    "SourceRange",
    "Place",
    "Named",
    "Resolution",
    "SearchResult",
    "Hit",
    "Term",
    "AbsenceReport",
    "UnreadFile",
    "Verdict",
    "Status",
    "Difference",
    "Passage",
    "Report",
    "Checked",
    "Link",
    "Evidence",
    "SubjectComparison",
    "SectionComparison",
    "StrategikortError",
    "UnknownReferenceError",
    "AmbiguousReferenceError",
    "SourceError",
    "CollectionError",
    "ProfileError",
    "ThesaurusError",
    "__version__",
]


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
