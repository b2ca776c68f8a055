"""Words of one family: ``rekruttere`` and ``rekruttering``, ``diplomati`` and ``diplomatisk``.

Danish makes nouns of verbs and adjectives, and adjectives of nouns, with few endings (Hansen and
Heltoft, *Grammatik over det Danske Sprog*, on derivation).  The endings give candidates only:
whoever uses them looks the candidates up, so that no word is made up.
"""

from __future__ import annotations

_SHORTEST = 4
"""Letters that must be left when an ending is taken off."""

_FAMILIES: tuple[tuple[str, ...], ...] = (
    # verbs and what is made of them: regulere, regulering, regulator
    ("ere", "ering", "ation", "ator", "ant"),
    # udvide, udvidelse; nedlukke, nedlukning; smugle, smugling, smugler
    ("e", "ing", "ning", "else", "er", "eri", "sel"),
    # økonomi, økonomisk; politik, politisk, politiker; kritik, kritisk
    ("i", "isk", "iker"),
    ("ik", "isk", "iker"),
    ("", "isk"),
    # afhængig, afhængighed; sårbar, sårbarhed; sikker, sikkerhed
    ("", "hed"),
    # europa, europæisk and the like stand in the thesaurus
    ("tet", "t"),
    ("ivitet", "iv"),
    ("alitet", "al"),
    ("bilitet", "bil"),
    ("ens", "ent"),
    ("isme", "ist", "istisk"),
    ("skab", "skabelig"),
    ("", "lig"),
    ("", "mæssig"),
)


def derived(lemma: str) -> tuple[str, ...]:
    """Return words that may be of one family with ``lemma`` (small letters, with æøå)."""
    found: dict[str, None] = {}
    for family in _FAMILIES:
        for ending in family:
            if not lemma.endswith(ending) or len(lemma) - len(ending) < _SHORTEST:
                continue
            base = lemma[: len(lemma) - len(ending)] if ending else lemma
            found.update(dict.fromkeys(base + other for other in family if other != ending))
    found.pop(lemma, None)
    return tuple(found)
