"""A query with unknown words as they are read, before it is taken apart."""

from __future__ import annotations

from collections.abc import Callable

from strategikort.index.querying.operators import check_length
from strategikort.index.querying.query import MOST_WORDS
from strategikort.language.fold import normalize
from strategikort.language.stopwords import is_stop_word
from strategikort.language.tokens import HYPHENS, Token, tokenize

_AS_WRITTEN = frozenset('"»«„“”*:')
"""Signs of a query in which everything is meant as it is written."""

_ENOUGH = 3
"""Words of a query in which a misspelt one may be a function word, which nobody searches alone."""

_AMOUNTS = {
    f"{word[:at]}{word[at + 1 :]}": word for word in ("mange", "meget") for at in range(len(word))
}
"""What asks for a number behind ``hvor``, by what it is without a letter: ``hvor mane penge``."""


def respelled(typed: str, read: Callable[[str], str]) -> tuple[str, dict[str, tuple[str, ...]]]:
    """Return a query with its words as they are ``read``, and what each of these was taken for.

    ``read`` returns what a word is read as, a known one itself, or nothing.  The s of a genitive
    that was typed apart is put back, of which nothing is said: ``Danmark s forsvar``.  Raises
    ``StrategikortError`` for a query that is too long.
    """
    check_length(typed)
    text = written = normalize(typed)
    meant: dict[str, tuple[str, ...]] = {}
    tokens = tokenize(text)
    if not _AS_WRITTEN.isdisjoint(text) or len(tokens) > MOST_WORDS:
        return typed, meant
    for at in range(len(tokens) - 1, -1, -1):
        start, end, word = tokens[at]
        beside = text[max(start - 1, 0) : start] + text[end : end + 1]
        if not (word.isalpha() and HYPHENS.isdisjoint(beside)):
            continue
        before = tokens[at - 1] if at else Token(0, 0, "")
        apostrophe = "'" * before.text.isupper()
        if word == "s" and text[before.end : start] == " ":
            text = f"{text[: before.end]}{apostrophe}s{text[end:]}"
        elif before.text.lower() == "hvor" and word in _AMOUNTS:
            text = f"{text[:start]}{_AMOUNTS[word]}{text[end:]}"
        else:
            seen = read(word)
            if seen and seen != word and (len(tokens) >= _ENOUGH or not is_stop_word(seen)):
                text = f"{text[:start]}{seen}{text[end:]}"
                meant[word] = (seen,)
    return typed if text == written else text, dict(reversed(meant.items()))
