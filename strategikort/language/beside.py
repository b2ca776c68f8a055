"""Which class a word is of that may be of several, told by the words beside it: ``minder``.

Danish puts a verb beside its subject or its object, an infinitive behind »at« or »skal«, a noun
behind an article, a preposition or an adjective, and an adjective in front of a noun.  Hardly any
noun stands right behind another: the two would be one compound.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from strategikort.language.fold import normalize
from strategikort.language.lexicon import Lexicon
from strategikort.language.listed import ADJECTIVE, NOUN, VERB, VERB_FORMS, VerbForm, only_class
from strategikort.language.stopwords import is_stop_word
from strategikort.language.tokens import tokenize
from strategikort.language.words import PLURALS


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_SUBJECTS = _set("jeg du han hun vi man de der det den hvem")
"""Words behind which a verb stands."""

_OBJECTS = _set("jeg du han hun vi man sig mig dig os jer ham hende dem")
"""Words in front of which a verb stands, and never a noun."""

_LATER = _set("ikke det de den dette")
"""Words in front of which mostly a verb stands."""

_DEFINITE = _set("den det de")

_DETERMINERS = _set("""
    min din sin hans hendes dens dets vores deres vor jeres mit mine dit dine sit sine vort vore
    en et enhver hver ethvert hvert ingen intet denne sådan disse flere mange alle nogle få begge
    samme hvilke hvilken
""")
"""Words behind which a noun stands, or an adjective and a noun."""

_MODALS = _set("skal skulle kan kunne vil ville må måtte bør burde tør turde lade lader")
_IS = _set("er var være været bliver blev blive")
_HELPERS = _IS | _set("har havde have haft få får fik")
"""Verbs that stand before a participle."""

_ADVERBS = _set("""
    ikke også fortsat altid aldrig samtidig derfor derudover desuden dog nu da så især særligt bedst
    bedre mere kun netop allerede ofte løbende hurtigt blot selv gerne dermed endelig ligeledes
    yderligere stadig igen snart aktivt heller endvidere effektivt ligesom tidligere straks helt
    derved dertil herefter hidtil langt meget rundt
""")
"""Words that may stand between a verb and its subject or its auxiliary."""

_DEGREES = _set("helt meget mere mest så ganske særlig særligt endnu lige mindre")

_PREPOSITIONS = _set("""
    i på af om for med til fra ved over under mod efter uden hos blandt mellem gennem per pr inden
    trods ad før siden via omkring
""")
_PARTICLES = _set("op ned ind ud sammen")
_AND = _set("og eller samt")

_MEASURES = _set("""
    antal del flok form gram gruppe håndfuld kilo liter masse meter mia milliard milliarder million
    millioner mio mængde par procent række slags smule snes ton tusind tusinde type
""")
"""Nouns behind which stands what there is of it: »en række minder«."""

_FARTHEST = 3
"""Adverbs, or adjectives, that are looked beyond."""


class Beside:
    """The words of one text, and what stands beside each."""

    def __init__(self, text: str, lexicon: Lexicon) -> None:
        self._text = text
        self._tokens = tokenize(text)
        self._words = [normalize(token.text).lower() for token in self._tokens]
        self._lexicon = lexicon

    @property
    def words(self) -> Sequence[str]:
        """The words of the text, in small letters."""
        return self._words

    def read(self, at: int) -> str | None:
        """Return the class of a word; None where nothing tells, and for a function word."""
        classes = self._classes(self._words[at])
        only = only_class(classes)
        if only or not classes:
            return only
        if self._by_verb(at, classes):
            return VERB
        noun = self._by_noun(at, classes)
        if noun is None:
            return None
        if noun:
            return NOUN if NOUN in classes else None
        return VERB if classes.isdisjoint({ADJECTIVE, VerbForm.PARTICIPLE}) else ADJECTIVE

    def _before(self, at: int) -> str:
        """Return the word right before another, with nothing but a blank between; else nothing."""
        return self._words[at - 1] if at > 0 and self._is_beside(at - 1) else ""

    def _behind(self, at: int) -> str:
        return self._words[at + 1] if at + 1 < len(self._words) and self._is_beside(at) else ""

    def _is_beside(self, at: int, *, line: bool = False) -> bool:
        """Tell whether nothing but a blank parts a word from the next; on one ``line`` if so."""
        between = self._text[self._tokens[at].end : self._tokens[at + 1].start]
        return not between.strip() and not (line and "\n" in between)

    def _classes(self, word: str) -> frozenset[str]:
        return self._lexicon.classes(word) if word and not is_stop_word(word) else frozenset()

    def _by_verb(self, at: int, classes: frozenset[str]) -> bool:
        """Tell whether a word is a verb by its auxiliary, its subject or its object."""
        if classes.isdisjoint(VERB_FORMS):
            return False
        before, behind, helper = self._before(at), self._behind(at), self._helper_before(at)
        if VerbForm.INFINITIVE in classes and (before == "at" or helper in _MODALS):
            # Behind »at« a clause may begin: at fri sejlads sikres.
            return helper in _MODALS or ADJECTIVE not in classes or not self._goes_on(at)
        if VerbForm.PARTICIPLE in classes and helper in _HELPERS:
            return True
        if behind in _OBJECTS:
            return True
        if self._is_determiner(before) or before in _PREPOSITIONS or self._adjectives_before(at):
            return False
        if behind in _LATER or behind in _DETERMINERS:
            return True
        present = VerbForm.PRESENT in classes
        subject = helper in _SUBJECTS or (before and self._is_subject(at - 1))
        if present and (behind in _PARTICLES or subject):
            return True
        if before in _AND and at > 1:
            joined = self._classes(self._words[at - 2])
            return bool(joined) and joined <= VERB_FORMS
        return False

    def _by_noun(self, at: int, classes: frozenset[str]) -> bool | None:
        """Tell whether a word is a noun by what belongs to it, or stands behind it."""
        attribute = not classes.isdisjoint({ADJECTIVE, VerbForm.PARTICIPLE})
        before, adjectives = self._before(at), self._adjectives_before(at)
        first = self._before(adjectives[-1]) if adjectives else before
        told = self._is_determiner(first) or (before in _DEFINITE and attribute)
        if attribute and self._goes_on(at):
            return False
        if attribute and (self._helper_before(at) in _IS or before in _DEGREES):
            return False
        if told or before in _PREPOSITIONS or (adjectives and not attribute):
            return None if before in _DEFINITE else True
        on_line = at + 1 < len(self._words) and self._is_beside(at, line=True)
        measure = self._words[at] in _MEASURES
        return False if on_line and not measure and self._is_nominal(self._behind(at)) else None

    def _adjectives_before(self, at: int) -> Sequence[int]:
        """Return the places of the adjectives right before a word, the nearest first."""
        return [*self._adjectives(at)]

    def _adjectives(self, at: int) -> Iterator[int]:
        for _ in range(_FARTHEST):
            word = self._before(at)
            classes = self._classes(word)
            told = ADJECTIVE in classes and self._is_determiner(self._before(at - 1))
            # A neuter may as well be an adverb: som præcist fortæller.
            alone = classes == {ADJECTIVE} and word not in _ADVERBS and not word.endswith("t")
            if not (told or alone):
                return
            at -= 1
            yield at

    def _is_determiner(self, word: str) -> bool:
        return word in _DETERMINERS or (word.endswith("s") and self._lexicon.is_genitive(word))

    def _goes_on(self, at: int) -> bool:
        """Tell whether a noun or an adjective stands behind an adjective: »aktiv, åben politik«."""
        behind = self._behind(at)
        if self._is_nominal(behind):
            return True
        joined = behind in _AND
        comma = self._text[self._tokens[at].end :][:1] == ","
        more = at + 1 + joined
        return (joined or comma) and self._classes(self._word(more)) == {ADJECTIVE}

    def _is_nominal(self, word: str) -> bool:
        """Tell whether a word is a noun or an adjective, and nothing else."""
        classes = self._classes(word)
        allowed = {NOUN, ADJECTIVE, VerbForm.PARTICIPLE if word.endswith("ende") else NOUN}
        nominal = word in PLURALS or (bool(classes) and classes <= allowed)
        return nominal and word not in _ADVERBS

    def _word(self, at: int) -> str:
        return self._words[at] if at < len(self._words) else ""

    def _helper_before(self, at: int) -> str:
        """Return the word before a verb; adverbs do not count, nor »vi« in »skal vi også løfte«."""
        for _ in range(_FARTHEST):
            word = self._before(at)
            inverted = self._before(at - 1) in _MODALS | _HELPERS
            if not (word in _ADVERBS or (inverted and self._may_be_subject(at - 1))):
                return word
            at -= 1
        return ""

    def _may_be_subject(self, at: int) -> bool:
        return self._words[at] in _SUBJECTS or self._is_subject(at)

    def _is_subject(self, at: int) -> bool:
        """Tell whether a word is a noun or a name on the same line; no genitive."""
        word = self._words[at] if self._is_beside(at, line=True) else ""
        if word.endswith("s") or word in _MEASURES:
            return False
        noun = word in PLURALS or self._classes(word) == {NOUN}
        return noun or self._lexicon.is_only_name(word)
