"""Titles in quotation marks, which are no quotations: »bogen …«."""

from __future__ import annotations

import re

from strategikort.citation.lead import says
from strategikort.citation.quotes import Quotation

_LONGEST = 120
"""Characters of a title."""
_WORK = re.compile(
    r"(?i)(?:\w*(?:bog|rapport|artikel|artikl|kronik|podcast|film|serie|udsendels|publikation|analyse"
    r"|undersøgels|oplæg|kampagne|konferenc|seminar|roman|antologi|tidsskrift|speciale|afhandling"
    r"|hæft|pjece|vejledning|redegørels|betænkning|udstilling|koncert|sang|klumme|foredrag"
    r"|webinar|debat|kursus)"
    r"(?:en|et|e|n|ne|erne|t)?|titl(?:en|er)|navnet|kaldet)[\s*_]*$"
)
"""A noun for a work, right in front of its title."""


def is_named(quote: Quotation) -> bool:
    """Say whether what stands in marks is the title of a work that its sentence names.

    Nothing is said to stand in the work.
    """
    text, before = quote.text, quote.sentence.before
    # Beside its noun a question may be a title too.
    titled = text[:1].isupper() and may_be_title(text.rstrip("?")) and len(text) <= _LONGEST
    return titled and _WORK.search(before) is not None and not says(before)


def may_be_title(text: str) -> bool:
    """Say whether a text begins as a title may and is no whole sentence."""
    return not text[:1].islower() and text[-1:] not in (".", "!", "?", ",")
