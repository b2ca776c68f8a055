"""Kinds of documents in which a sentence promises more than it does elsewhere."""

from __future__ import annotations

import re
from collections.abc import Sequence

from strategikort.links.model import PASSED_OVER
from strategikort.model import Section

_MINUTES = re.compile(r"\w*(?:referat|protokol(?:lat)?)(?:et|er|len)?\b", re.IGNORECASE)
_CONTRACT = re.compile(
    r"\w*(?:betingelser|vilkår|forretningsorden|kontrakt|regulativ|reglement|vedtægt|vedtægter"
    r"|(?:databehandler|drifts|forpagtnings|leje|leverandør|partnerskabs|samarbejds)aftale)\b",
    re.IGNORECASE,
)
_PLAN = re.compile(
    r"(?:handle|handlings?|implementerings|indsats|aktivitets|arbejds|gennemførelses|genopretnings"
    r"|klima|projekt|udmøntnings|udviklings)plan(?:en)?\b"
    r"|\w*aftalen? (?:\w+ )?(?:mellem|om)\b|\bplan (?:for|mod|om)\b|\w*initiativer\b"
    r"|\w*(?:handlings|aktivitets)program(?:met)?\b|\w*udspil\b",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"\w*(?:analyse|beretning|evaluering|midtvejs\w*|notat|rapport|redegørelse|status|svar|vejledning)"
    r"(?:en|et)?\b|\b(?:bemærkninger|høring|opfølgning)\b",
    re.IGNORECASE,
)
"""What is about a plan, and none."""

_BACKGROUND = re.compile(
    r"\b(?:baggrund|blevet til|definition|eksisterende|erfaringer|fakta|forord|hidtidige?|historik"
    r"|hvor (?:er|står) vi|hvorfor|i (?:dag|tal)|indledning|lovgrundlag|metode|problemet"
    r"|resultater|resum[eé]|sammenfatning|situationen|status|tidligere|udfordring\w*|udgangspunkt\w*)\b",
    re.IGNORECASE,
)
"""Words in the headings of what is only told."""


def is_minutes(sections: Sequence[Section]) -> bool:
    """Say whether sections are those of minutes, which tell what was decided."""
    return any(map(_MINUTES.match, _titles(sections)))


def is_contract(sections: Sequence[Section]) -> bool:
    """Say whether sections are those of a contract or of rules: what is done there, must be."""
    return any(map(_CONTRACT.match, _titles(sections)))


def is_plan(sections: Sequence[Section]) -> bool:
    """Say whether sections are those of a plan or an agreement, which tells what will be done."""
    cover = (section.text.text for section in sections[:1] if section.kind == "titelblad")
    titles = [*_titles(sections), *next(cover, "").split("\n")]
    return any(map(_PLAN.search, titles)) and not any(map(_ABOUT.search, titles))


def is_background(section: Section) -> bool:
    """Say whether a section of a plan tells how things are, as far as its heading shows."""
    return bool(_BACKGROUND.search(section.title))


def opening_of(sections: Sequence[Section]) -> str:
    """Return the id of the section whose text only opens a document: that below its title.

    Empty where that text is all there is.
    """
    first = next((section for section in sections if section.kind != "titelblad"), None)
    others = (section for section in sections if section.kind not in PASSED_OVER)
    if first is None or not any(item.text.text for item in others if item is not first):
        return ""
    return first.id


def _titles(sections: Sequence[Section]) -> list[str]:
    """Return the first title below a title page, and the first line if it may be one."""
    titles = [section.title for section in sections if section.kind != "titelblad"][:1]
    texts = (section.text.text for section in sections)
    line = next(filter(None, texts), "").partition("\n")[0]
    return titles if line.endswith(".") else [*titles, line]
