"""What a file holds beside its text and is not read: comments, deletions, fields, attachments.

It is counted and said, since nobody may conclude from a search that it is not there; and so is
what is read though it was only proposed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from strategikort.danish import count, listed
from strategikort.readers.cues.titles import bare
from strategikort.readers.model import ReadingWarning

LEFT_OUT = "left_out"
"""The code of the warning."""

PROPOSED = "proposed"
"""The code of the warning of what is read though it was only proposed."""

IS_NOT_READ = " er ikke læst."
"""How its message ends."""

_NAMES = {
    "comment": ("kommentar", "kommentarer"),
    "deletion": ("slettet stykke med sporing", "slettede stykker med sporing"),
    "struck": ("overstreget stykke", "overstregede stykker"),
    "field": ("udfyldt formularfelt", "udfyldte formularfelter"),
    "diagram": ("diagram", "diagrammer"),
    "formula": ("formel som objekt", "formler som objekter"),
    "attachment": ("vedhæftet fil", "vedhæftede filer"),
    "part": ("del af bogen", "dele af bogen"),
    "header": ("sidehoved med egne ord", "sidehoveder med egne ord"),
    "footer": ("sidefod med egne ord", "sidefødder med egne ord"),
}

_COUNTS_PAGES = re.compile(r"\d+|\b(?:side|page|af|of|s|p)\b", re.I)
"""What running lines say of where they are."""


def with_own_words(running: Iterable[Iterable[str]], text: str) -> int:
    """Return how many headers or footers say what does not stand in the text, different ones.

    ``running`` are the paragraphs of each.  Most repeat the title and count the pages.
    """
    known = bare(text)
    own = (
        tuple(line for said in each if (line := bare(_COUNTS_PAGES.sub("", said))) not in known)
        for each in running
    )
    return len({lines for lines in own if lines})


def left_out(counts: Mapping[str, int], pages: Sequence[int] = ()) -> tuple[ReadingWarning, ...]:
    """Return the warning of what is not read; ``counts`` are by the keys of the names above.

    ``pages`` are those it stands on (from 0).
    """
    said = [count(counts[kind], *names) for kind, names in _NAMES.items() if counts.get(kind)]
    return (ReadingWarning(LEFT_OUT, listed(said) + IS_NOT_READ, tuple(pages)),) if said else ()


def proposed(insertions: int) -> tuple[ReadingWarning, ...]:
    """Return the warning of so many tracked insertions: they are read, but nobody accepted them."""
    if not insertions:
        return ()
    said = count(insertions, "tilføjelse", "tilføjelser")
    return (ReadingWarning(PROPOSED, f"{said} med sporing, som ikke er godkendt, er læst."),)
