"""Titles in quotation marks, which are no quotations: »bogen …«."""

from __future__ import annotations

import re

from strategikort.citation.earlier import says
from strategikort.citation.quotes import Quotation
from strategikort.citation.verdict import Status, Verdict

_LONGEST = 120
"""Characters of a title."""
_WORK = re.compile(
    r"(?i)(?:\w*(?:bog|rapport|artikel|artikl|kronik|podcast|film|serie|udsendels|publikation|analyse"
    r"|undersøgels|oplæg|kampagne|konferenc|seminar|roman|antologi|tidsskrift|speciale|afhandling"
    r"|hæft|pjece|vejledning|redegørels|betænkning|udstilling|koncert|sang|klumme|foredrag"
    r"|webinar|debat|kursus|projekt|initiativ|tema|overskrift)"
    r"(?:en|et|e|n|ne|erne|t)?|titl(?:en|er)|navnet|kaldet)[\s*_]*$"
)
"""A noun for a work, right in front of its title."""
_SO_CALLED = re.compile(r"(?i)\bsåkaldte?[\s*_]*$")
"""What stands in front of a word that somebody uses for something."""
_SEE = re.compile(r"(?i)\bjf\.?\s")
_ALIKE = 0.85
"""Likeness to a place from which on what may be a title is a quotation that was changed."""


def is_named(quote: Quotation, verdict: Verdict) -> bool:
    """Say whether what stands in marks is the title of a work, or a so-called something.

    It must stand nowhere, nor nearly so, and nothing may be said to stand in the work.
    """
    near = verdict.status is not Status.NOT_FOUND and verdict.similarity >= _ALIKE
    text, before = quote.text, quote.sentence.before
    if near or verdict.status not in (Status.NOT_FOUND, Status.ALTERED):
        return False
    # Beside its noun a question may be a title too.
    titled = text[:1].isupper() and may_be_title(text.rstrip("?")) and len(text) <= _LONGEST
    named = titled and _WORK.search(before) is not None and not says(_SEE.sub("", before))
    return named or _SO_CALLED.search(before) is not None


def may_be_title(text: str) -> bool:
    """Say whether a text begins as a title may and is no whole sentence."""
    return not text[:1].islower() and text[-1:] not in (".", "!", "?", ",")
