"""Fixed expressions in which a noun says nothing of its own: ``i kraft af``, ``på grund af``."""

from __future__ import annotations

_EXPRESSIONS = """
    af hensyn til, fik brug for, for alvor, få brug for, får brug for, gjort brug af, gør brug af,
    gøre brug af, har brug for, have brug for, havde brug for, i dag, i fald, i form af,
    i forbindelse med, i forhold til, i gang, i henhold til, i kraft af, i lyset af, i løbet af,
    i modsætning til, i overensstemmelse med, i praksis, i retning af, i spidsen for, i stand til,
    i stedet for, i takt med, i tråd med, i vejen for, med hensyn til, med henblik på,
    på baggrund af, på basis af, på bekostning af, på grund af, på plads, på trods af, på tværs af,
    på vegne af, til fordel for, til gengæld, til grund for, til stede, til trods for,
    under hensyn til, ved hjælp af, ved siden af
"""

FIXED = [tuple(expression.split()) for expression in _EXPRESSIONS.split(",")]
"""Each as its words: a preposition or a verb, the noun, and mostly a preposition again."""
