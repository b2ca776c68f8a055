"""Citations to be read: short, footnote, APA, Chicago and Markdown, in Danish.

APA follows the manual's seventh edition (group authors, reports, web pages), Chicago the notes and
bibliography of the manual's 17th edition, both with Danish words, dates and quotation marks.  The
footnote is what ministries and Danish universities write.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from string import ascii_lowercase

from strategikort.citation.dates import danish_date
from strategikort.citation.short import short_citation, shown_date
from strategikort.citation.styles.item import Item
from strategikort.language.months import MONTHS
from strategikort.model import Document
from strategikort.text.safe import in_markdown

REFERENCES = "Litteratur"


def short(items: Sequence[Item]) -> str:
    """Return a line for each place, as under everything the program shows."""
    return "\n".join(
        _quoted(item, f" ({cited})", cited)
        for item in items
        for cited in [
            short_citation(item.document, item.section, lines=item.lines, pages=item.pages)
        ]
    )


def footnote(items: Sequence[Item]) -> str:
    """Return a Danish footnote for each place."""
    return "\n".join(_notes(items, with_record=True))


def _notes(items: Sequence[Item], *, with_record: bool) -> list[str]:
    notes: list[str] = []
    for item in items:
        document = item.document
        parts = [
            document.publisher,
            document.shown_title,
            document.number,
            shown_date(document),
            document.record if with_record else None,
            item.pinpoint,
            _seen(item),
        ]
        note = _sentence(", ".join(part for part in parts if part))
        notes.append(_quoted(item, f", {note}", note))
    return notes


def apa(items: Sequence[Item]) -> str:
    """Return for each place the citation in the text, then the list of references."""
    letters = _letters(items)
    cited = []
    for item in items:
        place = ", ".join(
            part for part in (item.author, _apa_year(item, letters), item.pinpoint) if part
        )
        cited.append(_quoted(item, f" ({place})", f"({place})"))
    entries = [_apa_entry(item, letters) for item in _one_each(items)]
    return _with_references(cited, entries)


def chicago(items: Sequence[Item]) -> str:
    """Return for each place a note, then the bibliography."""
    entries = []
    for item in _one_each(items):
        document = item.document
        fields = [
            document.publisher,
            document.shown_title,
            document.number,
            document.record,
            _first_upper(shown_date(document)),
            _first_upper(_seen(item)),
        ]
        entries.append(" ".join(_sentence(part) for part in fields if part))
    return _with_references(_notes(items, with_record=False), entries)


def markdown(items: Sequence[Item]) -> str:
    """Return a quotation block with its source for each place."""
    blocks: list[str] = []
    for item in items:
        document = item.document
        title = f"*{in_markdown(document.shown_title)}*"
        if document.url:
            title = f"[{title}](<{document.url}>)"
        parts = [
            in_markdown(document.publisher),
            title,
            in_markdown(document.number or ""),
            in_markdown(shown_date(document)),
            in_markdown(item.pinpoint),
            f"`{item.section.id}`",
        ]
        source = ", ".join(part for part in parts if part)
        quote = item.quote or item.text
        lines = [f"> {in_markdown(line)}".rstrip() for line in quote.split("\n")] if quote else []
        blocks.append("\n".join([*lines, ">", f"> — {source}"]) if lines else source)
    return "\n\n".join(blocks)


def _quoted(item: Item, behind: str, alone: str) -> str:
    return f"»{item.quote}«{behind}" if item.quote else alone


def _with_references(cited: Iterable[str], entries: Iterable[str]) -> str:
    return "\n".join([*cited, "", REFERENCES, *sorted(entries, key=str.casefold)])


def _one_each(items: Sequence[Item]) -> list[Item]:
    """Return one item for each document."""
    return list({item.document.id: item for item in reversed(items)}.values())[::-1]


def _seen(item: Item) -> str:
    if not item.document.url:
        return ""
    seen = f" (besøgt {danish_date(item.accessed)})" if item.accessed else ""
    return f"{item.document.url}{seen}"


def _letters(items: Sequence[Item]) -> dict[str, str]:
    """Return the letters that tell apart documents of one author and year: 2024a … z, 2024aa."""
    same: dict[tuple[str, str], list[Document]] = defaultdict(list)
    for item in _one_each(items):
        same[item.author, _year(item)].append(item.document)
    return {
        document.id: _letter(number)
        for documents in same.values()
        if len(documents) > 1
        for number, document in enumerate(sorted(documents, key=lambda found: found.title))
    }


def _letter(number: int) -> str:
    before, last = divmod(number, len(ascii_lowercase))
    return (_letter(before - 1) if before else "") + ascii_lowercase[last]


def _year(item: Item) -> str:
    return str(item.issued.year) if item.issued else danish_date(item.document.date)


def _apa_year(item: Item, letters: dict[str, str]) -> str:
    year = _lettered_year(item, letters)
    return f"[{year}]" if item.date_is_supplied else year


def _lettered_year(item: Item, letters: dict[str, str]) -> str:
    """Return ``2024a``, or ``u.å.-a`` of what has no year."""
    year, letter = _year(item), letters.get(item.document.id, "")
    return f"{year}-{letter}" if letter and not item.issued else f"{year}{letter}"


def _apa_entry(item: Item, letters: dict[str, str]) -> str:
    document = item.document
    date = _lettered_year(item, letters)
    if item.issued and item.issued.month:
        month = MONTHS[item.issued.month - 1]
        date += f", {item.issued.day}. {month}" if item.issued.day else f", {month}"
    if item.date_is_supplied:
        date = f"[{date}]"
    numbers = "; ".join(part for part in (document.number, document.record) if part)
    title = document.shown_title + (f" ({numbers})" if numbers else "")
    # Group author and publisher are the same, so the publisher is not named again.
    entry = f"{_sentence(document.publisher)} ({date}). {_sentence(title)}"
    if not document.publisher:
        entry = f"{_sentence(title)} ({date})."
    if document.url:
        seen = f"Hentet {danish_date(item.accessed)} fra " if item.accessed else ""
        entry = f"{entry} {seen}{document.url}"
    return entry


def _sentence(text: str) -> str:
    return text if text.endswith((".", "?", "!")) else f"{text}."


def _first_upper(text: str) -> str:
    return text if text.startswith("http") else text[:1].upper() + text[1:]
