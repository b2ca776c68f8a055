"""Verbs with an adverb, and the same as one word: ``bygge op`` and ``opbygge``.

Danish composes a verb with an adverb loosely or firmly, mostly with the same meaning (Hansen and
Heltoft, *Grammatik over det Danske Sprog*, on loose and firm composition); the nouns are made of
the firm one: ``lægge sammen``, ``sammenlægning``.  What is not listed in a dictionary is no word,
so whoever uses the words made here looks them up.
"""

from __future__ import annotations

ADVERBS = {
    "bort": "bort",
    "frem": "frem",
    "hjem": "hjem",
    "igennem": "gennem",
    "imod": "mod",
    "ind": "ind",
    "ned": "ned",
    "op": "op",
    "sammen": "sammen",
    "tilbage": "tilbage",
    "ud": "ud",
}
"""What stands before a verb that is said with the adverb behind it.

Words that are prepositions as well are not among them: who works under pressure undermines nothing.
"""

_LEAST = 3
"""Letters of the verb, at least: ``opgå`` is none of ``gå op``."""

_SAYS_OTHERWISE = """
    frembyde fremføre fremstille fremsætte indbringe indbyde inddrage indgive indkomme indlede
    indrette indse indstille indtage indvende indvinde indvirke nedkomme nedlade opdage opdrage
    opfatte opfinde opfordre opføre opholde ophæve opkaste opklare opleve oplyse opløse opnå
    opregne oprette opstå opsøge optage optræde opvise udarbejde udfordre
    udføre udgive udgøre udholde udkomme udlede udløse udmærke udnytte udrette udse udskille
    udskyde udstille udstråle udstå udsætte udtale udtrykke udtænke udvikle udvirke udvise udøve
"""
_OTHERWISE = frozenset(_SAYS_OTHERWISE.split())
"""Verbs of which the loose form says something else, or nothing: ``leve op til``, ``rette ind``."""


def joined(verb: str, adverb: str) -> str:
    """Return what a verb and one of :data:`ADVERBS` are as one word, if any.

    All are in small Danish letters.

    >>> joined("lægge", "sammen")
    'sammenlægge'
    """
    word = ADVERBS[adverb] + verb if len(verb) >= _LEAST else ""
    return "" if word in _OTHERWISE else word


def parted(verb: str) -> tuple[str, str]:
    """Return the verb and the adverb that a verb may be as two words; empty if it is none.

    >>> parted("opbygge")
    ('bygge', 'op')
    """
    for adverb, prefix in ADVERBS.items():
        rest = verb.removeprefix(prefix)
        if rest != verb and len(rest) >= _LEAST and verb not in _OTHERWISE:
            return rest, adverb
    return "", ""
