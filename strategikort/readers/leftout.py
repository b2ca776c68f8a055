"""What a file holds beside its text and is not read: comments, deletions, fields, attachments.

It is counted and said, since nobody may conclude from a search that it is not there.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from strategikort.readers.model import ReadingWarning

LEFT_OUT = "left_out"
"""The code of the warning."""

IS_NOT_READ = " er ikke læst."
"""How its message ends."""

_NAMES = {
    "comment": ("kommentar", "kommentarer"),
    "deletion": ("slettet stykke med sporing", "slettede stykker med sporing"),
    "field": ("udfyldt formularfelt", "udfyldte formularfelter"),
    "diagram": ("diagram", "diagrammer"),
    "attachment": ("vedhæftet fil", "vedhæftede filer"),
}


def left_out(counts: Mapping[str, int], pages: Sequence[int] = ()) -> tuple[ReadingWarning, ...]:
    """Return the warning of what is not read; ``counts`` are by the keys of the names above.

    ``pages`` are those it stands on (from 0).
    """
    said = [
        f"{counts[kind]} {names[counts[kind] != 1]}"
        for kind, names in _NAMES.items()
        if counts.get(kind)
    ]
    if not said:
        return ()
    message = " og ".join(filter(None, [", ".join(said[:-1]), said[-1]])) + IS_NOT_READ
    return (ReadingWarning(LEFT_OUT, message, tuple(pages)),)
