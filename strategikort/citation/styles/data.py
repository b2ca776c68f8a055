"""Citations for other programs: BibTeX, RIS and CSL-JSON.

RIS as in the specification of Reference Manager (2011 tag list), CSL-JSON by the schema of the
Citation Style Language (version 1.0.2).  BibTeX is written for readers that take UTF-8, as biber
and all reference managers do.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count
from typing import Any

from strategikort.citation.dates import DateParts, date_parts
from strategikort.citation.short import join_pages
from strategikort.citation.styles.item import Item
from strategikort.text.safe import json_text

_LATEX = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        "&": r"\&",
        "%": r"\%",
        "$": r"\$",
        "#": r"\#",
        "_": r"\_",
    }
)
_ASCII = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "Æ": "Ae", "Ø": "Oe", "Å": "Aa"})
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()  # noqa: SIM905


def bibtex(items: Sequence[Item]) -> str:
    """Return an entry for each place, which is named in ``note``, its pages in ``pages``."""
    return "\n\n".join(map(_bibtex_entry, items, keys(items)))


def _bibtex_entry(item: Item, key: str) -> str:
    document = item.document
    issued, accessed = item.issued, date_parts(item.accessed)
    month = _MONTHS[issued.month - 1] if issued and issued.month else ""
    values = {
        # Doubled braces: a name that must not be taken apart, a title that keeps its capitals.
        "author": f"{{{_latex(document.publisher)}}}" if document.publisher else "",
        "title": f"{{{_latex(document.shown_title)}}}",
        "institution": "" if document.url else _latex(document.publisher),
        "number": _latex(document.number or ""),
        "year": str(issued.year) if issued else "",
        "day": str(issued.day) if issued and issued.day else "",
        "pages": _latex(join_pages(item.shown_pages).replace("-", "--")),
        "url": document.url or "",
        "urldate": _iso(accessed) if document.url else "",
        "language": "danish" if document.language == "da" else document.language,
        "note": _latex("; ".join(item.notes)),
        "abstract": _latex(item.quote),
    }
    lines = [f"  {name} = {{{value}}}," for name, value in values.items() if value]
    if month:
        lines.append(f"  month = {month},")
    # A report must have an institution; nothing is asked of what is neither.
    kind = "online" if document.url else "techreport" if document.publisher else "misc"
    return "\n".join([f"@{kind}{{{key},", *lines, "}"])


def keys(items: Sequence[Item]) -> list[str]:
    """Return a name for each place that every format takes, and that no other of them has.

    ``rk-6-3``, ``uss-pejlemaerker-3``; with its lines for a part of a section:
    ``tech-prioriteter-5-l894-932``.  A reader of such files keeps one of those with one name.
    """
    wanted = [_key(item) for item in items]
    # What is there twice must not get the name of another: rk-6-2 is that of rk/6/2.
    taken = set(wanted)
    numbers: dict[str, Iterator[int]] = {}
    names: list[str] = []
    for name in wanted:
        if name not in numbers:
            numbers[name] = count(2)
            names.append(name)
        else:
            free = (f"{name}-{number}" for number in numbers[name])
            names.append(next(one for one in free if one not in taken))
            taken.add(names[-1])
    return names


def _key(item: Item) -> str:
    name = f"{item.section.id}{item.part}".translate(_ASCII)
    return "".join(
        char if char.isascii() and (char.isalnum() or char in "-.") else "-" for char in name
    )


def _latex(text: str) -> str:
    return " ".join(text.split()).translate(_LATEX)


def _iso(parts: DateParts | None) -> str:
    return "-".join(f"{part:02}" for part in parts if part is not None) if parts else ""


def ris(items: Sequence[Item]) -> str:
    """Return a record for each place, which is named in ``N1``, its pages in ``SP`` and ``EP``."""
    return "\n".join(map(_ris_record, items, keys(items)))


def _ris_record(item: Item, key: str) -> str:
    document = item.document
    issued, accessed = item.issued, date_parts(item.accessed)
    pages = item.shown_pages
    tags: list[tuple[str, str]] = [
        ("TY", "ELEC" if document.url else "RPRT"),
        ("ID", key),
        ("AU", document.publisher.replace(",", ";")),
        ("TI", document.shown_title),
        ("PB", document.publisher),
        ("PY", str(issued.year) if issued else ""),
        ("DA", _ris_date(issued)),
        ("M1", document.number or ""),
        ("SP", pages[0] if pages else ""),
        ("EP", pages[-1] if pages else ""),
        ("UR", document.url or ""),
        ("Y2", _ris_date(accessed) if document.url else ""),
        ("LA", document.language),
        *(("N1", note) for note in item.notes),
        ("AB", item.quote),
    ]
    lines = [f"{tag}  - {' '.join(value.split())}" for tag, value in tags if value]
    return "\n".join([*lines, "ER  - ", ""])


def _ris_date(parts: DateParts | None) -> str:
    """Return ``2022/07/18/``; what is not known is left empty between the slashes."""
    if parts is None:
        return ""
    return "/".join([str(parts.year), *(f"{part:02}" if part else "" for part in parts[1:]), ""])


def csl_json(items: Sequence[Item]) -> str:
    """Return a list with one item for each place."""
    return json_text([*map(csl_item, items, keys(items))], indent=2)


def csl_item(item: Item, key: str) -> dict[str, Any]:
    """Return a place after the CSL-JSON schema; the place itself stands in ``note``."""
    document = item.document
    issued, accessed = item.issued, date_parts(item.accessed)
    found: dict[str, Any] = {
        "id": key,
        "type": "webpage" if document.url else "report",
        "title": document.shown_title,
        "title-short": document.short_title,
        "author": [{"literal": document.publisher}] if document.publisher else None,
        "publisher": document.publisher,
        "number": document.number,
        "issued": _csl_date(issued),
        "page": join_pages(item.shown_pages),
        "URL": document.url,
        "accessed": _csl_date(accessed) if document.url else None,
        "language": "da-DK" if document.language == "da" else document.language,
        "note": "; ".join(item.notes),
        "abstract": item.quote,
    }
    return {name: value for name, value in found.items() if value}


def _csl_date(parts: DateParts | None) -> dict[str, Any] | None:
    if parts is None:
        return None
    return {"date-parts": [[part for part in parts if part is not None]]}
