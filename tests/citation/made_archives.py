"""Small archives to check quotations against, and what was found of a quotation."""

from __future__ import annotations

from strategikort.citation.archive import Archive
from strategikort.citation.verdict import Verdict
from strategikort.model import Section
from strategikort.text.aligned import AlignedText, SourceRange
from strategikort.text.source import Source

PARTED = (
    "Regeringen vil i de kommende år ikke sælge ud af sine aktier i selskabet.",
    "Den vil derimod købe flere.",
)


def own_archive(*texts: str, kind: str = "afsnit") -> Archive:
    source = Source.from_bytes("egen.txt", "\n\n".join(texts).encode())
    sections = []
    start = 0
    for number, text in enumerate(texts):
        end = start + len(text)
        sections.append(
            Section(
                id=f"egen/{number}",
                document="egen",
                kind=kind,
                number=None,
                title=f"Afsnit {number}",
                text=AlignedText.cut(source.text, start, end),
                pieces=(SourceRange(start, end),),
            )
        )
        start = end + 2
    return Archive(sections, {"egen": source}.__getitem__)


def changes(verdict: Verdict) -> list[tuple[str, str, str]]:
    return [(item.quote, item.source, item.kind.value) for item in verdict.differences]
