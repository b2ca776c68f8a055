"""The part of a passage that shows why it was found."""

from __future__ import annotations

import re
from collections.abc import Sequence

from strategikort.output.screen import Span

LENGTH = 420
"""Characters; a passage that is not much longer is shown whole."""

_SENTENCE = re.compile(r"(?<=[.!?])[”“\"»«]?\s+(?=[A-ZÆØÅ”\"»„«–-])|\n+")
CUT = "[…]"
"""What stands for words left out, as in quotations."""


def snippet(text: str, highlights: Sequence[Span]) -> tuple[str, list[Span]]:
    """Return the sentences of ``text`` with most matches, and where the matches stand in them.

    What is left out is shown by ``[…]``.
    """
    if len(text) <= LENGTH * 1.25:
        return text, list(highlights)
    sentences = _sentences(text)
    best = max(
        range(len(sentences)),
        key=lambda first: (
            _matches(highlights, sentences[first : _last(sentences, first)]),
            -first,
        ),
    )
    start, end = sentences[best][0], sentences[_last(sentences, best) - 1][1]
    before = f"{CUT} " if start else ""
    after = f" {CUT}" if end < len(text) else ""
    shift = len(before) - start
    inside = [
        (first + shift, last + shift)
        for first, last in highlights
        if start <= first and last <= end
    ]
    return f"{before}{text[start:end]}{after}", inside


def _sentences(text: str) -> list[Span]:
    spans: list[Span] = []
    start = 0
    for match in _SENTENCE.finditer(text):
        spans.append((start, match.start()))
        start = match.end()
    spans.append((start, len(text)))
    return [span for span in spans if span[0] < span[1]]


def _last(sentences: Sequence[Span], first: int) -> int:
    """Return the end of the run of sentences from ``first`` that fits into a snippet."""
    last = first + 1
    while last < len(sentences) and sentences[last][1] - sentences[first][0] <= LENGTH:
        last += 1
    return last


def _matches(highlights: Sequence[Span], sentences: Sequence[Span]) -> int:
    start, end = sentences[0][0], sentences[-1][1]
    return sum(1 for first, last in highlights if start <= first and last <= end)
