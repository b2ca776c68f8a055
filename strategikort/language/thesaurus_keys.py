"""The keys that the words of a query and the terms of a thesaurus are looked up by."""

from __future__ import annotations

from strategikort.language.fold import fold
from strategikort.language.lexicon import Lexicon
from strategikort.language.stopwords import STOP_WORDS, is_stop_word
from strategikort.language.thesaurus_english import english_key, english_keys
from strategikort.language.thesaurus_entries import Term
from strategikort.language.tokens import word_texts

_COMMON_WHEN_SMALL = """
    aes au by bm cop ct di doer dr em ens ep eur fe fes fl fm is kl kum laws mic mim ml mr oes pet
    pm ria rok stem stm sum tc us ve who
"""
_ONLY_IN_CAPITALS = STOP_WORDS | frozenset(_COMMON_WHEN_SMALL.split())
"""Abbreviations that are common words when written small."""

ALL, _DANISH = "sianre", "sianr"
"""Kinds of terms."""

_MOST_READINGS = 3
"""Lemmas of a word that are tried; more are hardly ever meant."""


def word_keys(word: str, lexicon: Lexicon, *, literal: bool = False) -> dict[str, str]:
    """Return the keys of a query's word, likeliest first, each with the kinds it may lead to.

    An English form leads to English terms only (``kapløbed`` is none of ``kapløb``), and a listed
    word without its -s to Danish ones only (``aids``).  What is a Danish word as well is an English
    form only inside a term of several words, where it leads to no kinds itself: greenhouse gases.
    """
    analysis = lexicon.analyze(word)
    kinds = {"^" + fold(word): ALL} if word.isupper() and len(word) > 1 else {}
    lemmas = [fold(lemma) for lemma in analysis.lemmas[:_MOST_READINGS]]
    if literal and fold(word) == lemmas[0]:
        lemmas = [lemma for lemma in lemmas if fold(word) in (lemma, f"{lemma}t")]
    kinds |= dict.fromkeys(lemmas, ALL)
    kinds[_plain(word, lexicon)] = ALL
    # A name that ends so is no genitive: Lars, Mads.
    named = lemmas[:1] == [fold(word)] and lexicon.is_only_name(word.lower())
    if len(word) > 2 and fold(word).endswith("s") and not word.isupper() and not named:
        kinds.setdefault(fold(word)[:-1], _DANISH if analysis.known else ALL)
    # A name that is written small is none: human rights, and not somebody called Rights.
    if not analysis.known or (word.islower() and lexicon.is_only_name(word)):
        for key in english_keys(fold(word)):
            kinds[key] = ALL if key in kinds else "e"
    else:
        for key in english_keys(fold(word)):
            kinds.setdefault(key, "")
    return kinds


def only_in_capitals(term: str) -> bool:
    """Tell whether ``term`` is an abbreviation that is a common word when it is written small."""
    return term.isupper() and fold(term) in _ONLY_IN_CAPITALS


def is_participle(word: str, lexicon: Lexicon) -> bool:
    """Tell whether a word is a present participle of a verb, and not listed as a word itself."""
    return word.endswith("ende") and all(
        lemma != word and lexicon.is_verb(lemma) for lemma in lexicon.lemmas(word)
    )


def keys_of(term: Term, lexicon: Lexicon) -> tuple[str, ...]:
    """Return the keys a term of a group is found by."""
    return term_keys(term.text, lexicon, english=term.kind == "e")


def term_key(term: str, lexicon: Lexicon, *, english: bool = False) -> str:
    """Return the key of a term: the folded lemmas of its words, with blanks between.

    An abbreviation that is also a common word (``IS``) is found only in capitals; its key says so.
    A word of an ``english`` term is itself, not the Danish word of which it looks a form
    (``matter`` is no plural of ``mat``).
    """
    words = word_texts(term)
    if len(words) == 1 and only_in_capitals(words[0]):
        return "^" + fold(words[0])
    if english:
        return " ".join(_english(word, lexicon) for word in words)
    keys = [_first_key(word, lexicon) for word in words]
    if len(words) == 1:
        # A word by itself stands in its dictionary form: sikre is the verb, not sikker in plural.
        # An abbreviation is no form of the word that it looks like (COP, cope), a participle says
        # how something is and no more what it does: eksisterende, eksisterer.
        lemmas = [fold(lemma) for lemma in lexicon.lemmas(words[0])]
        own = fold(words[0]) in lemmas or (words[0].isupper() and words[0].isalpha())
        own = own or is_participle(words[0], lexicon)
        return fold(words[0]) if own else keys[0]
    return " ".join(keys)


def term_keys(term: str, lexicon: Lexicon, *, english: bool = False) -> tuple[str, ...]:
    """Return the keys a term is found by: its own, and that of its words without function words.

    A search looks up content words only: ``udgifter til forsvar`` as ``udgifter forsvar``.  A verb
    that a term begins with may look like another word: ``stole på`` is found by ``stoler på`` too.
    """
    keys = [term_key(term, lexicon, english=english)]
    words = word_texts(term)
    content = [word for word in words if not is_stop_word(word)]
    if 1 < len(content) < len(words):
        keys.append(term_key(" ".join(content), lexicon, english=english))
    if len(words) > 1 and not english:
        first, verb = _first_key(words[0], lexicon), fold(words[0])
        if verb != first and lexicon.is_verb(words[0]):
            keys += [verb + key.removeprefix(first) for key in keys if key.startswith(f"{first} ")]
    return tuple(dict.fromkeys(keys))


def _first_key(word: str, lexicon: Lexicon) -> str:
    analysis = lexicon.analyze(word)
    if analysis.known or analysis.parts:
        return fold(analysis.lemmas[0])
    return _plain(word, lexicon)


def _english(word: str, lexicon: Lexicon) -> str:
    key = fold(word)
    return key if not key.isascii() or lexicon.analyze(word).known else english_key(key)


def _plain(word: str, lexicon: Lexicon) -> str:
    """Return the key of a word by itself; an unknown one without the -s of a plural or genitive."""
    key = fold(word)
    if len(key) > 4 and key.endswith("s") and not lexicon.analyze(word).known:
        return key[:-1]
    return key
