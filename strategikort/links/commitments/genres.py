"""Kinds of documents in which a sentence promises more than it does elsewhere."""

from __future__ import annotations

import re
from collections.abc import Sequence

from strategikort.model import Section

_MINUTES = re.compile(r"\w*(?:referat|protokol(?:lat)?)(?:et|er|len)?\b", re.IGNORECASE)
_CONTRACT = re.compile(
    r"\w*(?:betingelser|vilkår|forretningsorden|kontrakt|regulativ|reglement|vedtægt|vedtægter"
    r"|(?:databehandler|drifts|forpagtnings|leje|leverandør|partnerskabs|samarbejds)aftale)\b",
    re.IGNORECASE,
)


def is_minutes(sections: Sequence[Section]) -> bool:
    """Say whether sections are those of minutes, which tell what was decided."""
    return any(map(_MINUTES.match, _titles(sections)))


def is_contract(sections: Sequence[Section]) -> bool:
    """Say whether sections are those of a contract or of rules: what is done there, must be."""
    return any(map(_CONTRACT.match, _titles(sections)))


def _titles(sections: Sequence[Section]) -> list[str]:
    """Return the first title, and the first line if it may be one."""
    titles = [section.title for section in sections[:1]]
    texts = (section.text.text for section in sections)
    line = next(filter(None, texts), "").partition("\n")[0]
    return titles if line.endswith(".") else [*titles, line]
