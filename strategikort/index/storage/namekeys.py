"""The spelling in which names are compared: of documents and sections, of files and addresses."""

from __future__ import annotations

import re

from strategikort.language.fold import fold

ENDINGS = (
    *("pdf", "docx", "odt", "fodt", "epub", "txt"),
    *("text", "md", "markdown", "html", "htm", "xhtml"),
)
"""How the names of files end that can be read as documents."""

_MARKS = str.maketrans("", "", '»«“”„"()[]')
"""Signs around a name that are none of it: [rk/24], (rk 24), »Kina«."""

_LETTERED = (
    r"(?i)(\b(?:paragraf|kapitel|kap\.|artikel|art\.)\s\d+)\s(?=(?:[a-hj-zæøå]|i(?=[.,]|$))(?!\w))"
)
"""A number with a letter behind it; compiled for the few names that may have one."""


def stem(file: str) -> str:
    """Return the name of a file without its folder and its ending."""
    name = file.replace("\\", "/").rpartition("/")[2]
    return name.rpartition(".")[0] or name


def address_key(address: str) -> str:
    """Return what of an address of the web tells it from others: not how it is fetched."""
    return (
        re.sub(r"(?i)^(?:https?://)?(?:www\.)?|[?#].*$|[/.,;]+$", "", address).rstrip("/").lower()
    )


def name_key(text: str) -> str:
    """Return the spelling in which names are compared; a colon at the end is none of it.

    The sign of a section is its word, and a letter behind its number belongs to that: ``§ 3 a``,
    ``paragraf 3a``.
    """
    if "§" in text:
        text = re.sub(r"§+\s*", "paragraf ", text)
    if ("kap" in text or "art" in text or "aragraf" in text) and any(map(str.isdigit, text)):
        text = re.sub(_LETTERED, r"\1", text)
    return " ".join(fold(word) for word in text.translate(_MARKS).rstrip(" :").split())
