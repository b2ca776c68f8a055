"""The part of a passage that shows why it was found."""

from __future__ import annotations

from collections.abc import Sequence

from strategikort.output.screen import Span

LENGTH = 420
"""Characters; a passage that is not much longer is shown whole."""

CUT = "[…]"
"""What stands for words left out, as in quotations."""


def snippet(text: str, highlights: Sequence[Span]) -> tuple[str, list[Span]]:
    """Return the sentences of ``text`` with most matches, and where the matches stand in them.

    What is left out is shown by ``[…]``.
    """
    if len(text) <= LENGTH * 1.25:
        return text, list(highlights)
    from strategikort.language.sentences import sentences

    spans = list(sentences(text))
    runs = [spans[first : _last(spans, first)] for first in range(len(spans))]
    # The first of those with most matches.
    start, end = max(
        ((run[0][0], run[-1][1]) for run in runs),
        key=lambda span: _matches(highlights, *span),
        default=(0, len(text)),
    )
    before = f"{CUT} " if text[:start].strip() else ""
    after = f" {CUT}" if text[end:].strip() else ""
    shift = len(before) - start
    inside = [
        (first + shift, last + shift)
        for first, last in highlights
        if start <= first and last <= end
    ]
    return f"{before}{text[start:end]}{after}", inside


def _last(sentences: Sequence[Span], first: int) -> int:
    """Return the end of the run of sentences from ``first`` that fits into a snippet."""
    last = first + 1
    while last < len(sentences) and sentences[last][1] - sentences[first][0] <= LENGTH:
        last += 1
    return last


def _matches(highlights: Sequence[Span], start: int, end: int) -> int:
    return sum(1 for first, last in highlights if start <= first and last <= end)
