"""Halves of compounds that the writer left out: ``forsynings- og værdikæder``.

Danish writes what two compounds share only once: at the end (``forsynings- og værdikæder``,
``handels-, udviklings- og forsvarspolitik``) or at the beginning (``cyberspionage og
-kriminalitet``).  What was left out is put back only where the lexicon proves it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from strategikort.language.lexicon import Analysis, Lexicon
from strategikort.language.tokens import HYPHENS, Token

_LINKS = frozenset({"og", "eller", "samt", "men", "som", "både", "til", "and", "or"})
_DIRECTIONS = ("nord", "syd", "sønder", "øst", "øster", "vest", "vester", "nørre")

_FARTHEST = 8
"""Tokens between a half and the word that completes it."""

_SHORTEST = 4
"""Letters an ending must have to be carried over from a word that is no compound."""


def suspended(text: str, tokens: Sequence[Token], lexicon: Lexicon) -> list[tuple[int, str]]:
    """Return the halves of compounds in ``text`` as ``(token index, whole word)``.

    ``tokens`` are all tokens of the text.  In ``forsynings- og værdikæder`` the first token gives
    ``forsyningskæder``; a half whose completion cannot be proven gives nothing.
    """
    found: list[tuple[int, str]] = []
    for index, token in enumerate(tokens):
        before = text[token.start - 1 : token.start] if token.start else ""
        after = text[token.end : token.end + 1]
        if after in HYPHENS and not _letter(text, token.end + 1):
            words = _forwards(text, tokens, index, lexicon)
        elif before in HYPHENS and not _letter(text, token.start - 2):
            words = _backwards(text, tokens, index, lexicon)
        else:
            continue
        word = next(iter(words), "")
        if word:
            found.append((index, word))
    return found


def _letter(text: str, at: int) -> bool:
    return 0 <= at < len(text) and text[at].isalnum()


def _forwards(text: str, tokens: Sequence[Token], index: int, lexicon: Lexicon) -> Iterator[str]:
    """Complete ``forsynings-`` from the first whole compound that follows."""
    half = tokens[index].text
    linked = False
    for place in range(index + 1, min(index + 1 + _FARTHEST, len(tokens))):
        between = text[tokens[place - 1].end : tokens[place].start]
        if set(between) & set(".;:!?()\u2013\u2014"):
            return
        linked = linked or "/" in between or tokens[place].text.casefold() in _LINKS
        if not linked or tokens[place].text.casefold() in _LINKS:
            continue
        if text[tokens[place].end : tokens[place].end + 1] in HYPHENS:
            follows = text[tokens[place].end + 1 : tokens[place].end + 2]
            if not follows.isalnum():
                continue
            # A hyphenated whole: tech- og kvante-aktører.
            yield from _proven(half, tokens[place + 1].text, lexicon)
            return
        word = tokens[place].text
        parts = lexicon.analyze(word).details[1:]
        tails = [word[part.start :] for part in parts]
        yield from (half + tail for tail in tails if lexicon.analyze(half + tail).known)
        # Two words that both go on: stats- og regeringschefsniveau, on the level of statschefer.
        for part, tail in zip(parts[:-1], tails, strict=False):
            if any(lexicon.analyze(half + lemma).known for lemma in part.lemmas):
                yield from _proven(half, tail, lexicon)
        # Of several tails the longest that is a word by itself: dagsordener, not rettighedsdags...
        for tail in tails:
            if lexicon.analyze(tail).known or tail == tails[-1]:
                yield from _proven(half, tail, lexicon)
        # Østersøen is no compound to the lexicon, but as Nordsøen is one to readers.
        if half.casefold() in _DIRECTIONS:
            for direction in filter(word.casefold().startswith, _DIRECTIONS):
                if len(word) - len(direction) >= _SHORTEST:
                    yield from _proven(half, word[len(direction) :], lexicon)
        # No compound to the lexicon, but its ending makes a listed word of the half: kort-, bag-.
        for cut in range(2, len(word) - _SHORTEST + 1):
            if lexicon.analyze(half + word[cut:]).known:
                yield half + word[cut:]
        return


def _backwards(text: str, tokens: Sequence[Token], index: int, lexicon: Lexicon) -> Iterator[str]:
    """Complete ``-kriminalitet`` from the compound before it."""
    half = tokens[index].text
    for place in range(index - 1, max(index - 1 - _FARTHEST, -1), -1):
        between = text[tokens[place].end : tokens[place + 1].start]
        if set(between) & set(".;:!?()\u2013\u2014\u2022"):
            return
        word = tokens[place].text
        if word.casefold() in _LINKS:
            continue
        heads = [word[: part.end] for part in lexicon.analyze(word).details[:-1]]
        yield from (head + half for head in reversed(heads) if lexicon.analyze(head + half).known)
        for head in reversed(heads):
            yield from _proven(head, half, lexicon)
        if heads:
            return


def _proven(first: str, last: str, lexicon: Lexicon) -> Iterator[str]:
    word = first + last
    analysis = lexicon.analyze(word)
    at = len(first)
    if analysis.known or _divided(analysis, at) or _goes_on(word, at, analysis, lexicon):
        yield word


def _divided(analysis: Analysis, at: int) -> bool:
    return any(part.end == at for part in analysis.details)


def _goes_on(word: str, at: int, analysis: Analysis, lexicon: Lexicon) -> bool:
    """Tell whether a half and a listed word make the first part: ``mellem-``, ``distance``."""
    first = analysis.details[0].end if analysis.details else 0
    return first > at and lexicon.analyze(word[at:first]).known
