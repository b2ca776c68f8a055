"""Verbs with an adverb, and the same as one word: ``bygge op`` and ``opbygge``.

Danish composes a verb with an adverb loosely or firmly, mostly with the same meaning (Hansen and
Heltoft, *Grammatik over det Danske Sprog*, on loose and firm composition); the nouns are made of
the firm one: ``lægge sammen``, ``sammenlægning``.  What is not listed in a dictionary is no word,
so whoever uses the words made here looks them up.
"""

from __future__ import annotations

from collections.abc import Iterator

ADVERBS = {
    "bort": ("bort",),
    "frem": ("frem",),
    "hjem": ("hjem",),
    "igennem": ("gennem",),
    "imod": ("mod",),
    "ind": ("ind",),
    "ned": ("ned",),
    "op": ("op",),
    "sammen": ("sammen",),
    "tilbage": ("tilbage",),
    "ud": ("ud",),
}
"""What stands before a verb that is said with the adverb behind it.

Words that are prepositions as well are not among them: who works under pressure undermines nothing.
"""

_LEAST = 3
"""Letters of the verb, at least: ``opgå`` is none of ``gå op``."""

_SAYS_OTHERWISE = """
    fremføre fremstille indgive indrette indse indstille indtage indvinde indvirke modtage nedlade
    opdage opdrage opfatte opfinde opfordre opføre ophæve opholde opklare opleve oplyse opnå opregne
    oprette opsøge optage optræde opvise samtale samtykke udfordre udføre udgive udgøre udholde
    udlede udmærke udnytte udrette udse udskille udstille udstå udstråle udsætte udtale udtrykke
    udtænke udvikle udvirke udvise udøve
    """
_OTHERWISE = frozenset(_SAYS_OTHERWISE.split())
"""Verbs of which the loose form says something else, or nothing: ``leve op til``, ``rette ind``."""


def joined(verb: str, adverb: str) -> tuple[str, ...]:
    """Return what a verb and an adverb may be as one word, both in small Danish letters.

    >>> joined("lægge", "sammen")
    ('sammenlægge', 'samlægge')
    """
    if len(verb) < _LEAST:
        return ()
    words = (prefix + verb for prefix in ADVERBS.get(adverb, ()))
    return tuple(word for word in words if word not in _OTHERWISE)


def parted(verb: str) -> Iterator[tuple[str, str]]:
    """Yield the verbs and the adverbs that a verb may be as two words.

    >>> list(parted("opbygge"))
    [('bygge', 'op')]
    """
    if verb in _OTHERWISE:
        return
    for adverb, prefixes in ADVERBS.items():
        for prefix in prefixes:
            rest = verb.removeprefix(prefix)
            if rest != verb and len(rest) >= _LEAST:
                yield rest, adverb
