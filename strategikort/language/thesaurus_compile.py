"""Compile the files ``data/tesaurus*.yaml`` into the file the program reads.  For developers.

    python -m strategikort.language.thesaurus_compile

To be run again whenever one of them or the lexicon changes; a test fails until that is done.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path

from strategikort.collector import without_collector
from strategikort.language import store
from strategikort.language.automaton import build
from strategikort.language.lexicon import Lexicon
from strategikort.language.thesaurus_entries import THESAURUS_FILE, pack
from strategikort.language.thesaurus_file import read_thesaurus
from strategikort.language.thesaurus_keys import keys_of
from strategikort.language.words import DATA

SOURCES = tuple(sorted(DATA.glob("tesaurus*.yaml")))
"""The program's own thesaurus files, in the order in which they are compiled."""


@without_collector()
def compile_thesaurus(sources: Sequence[Path], target: Path) -> None:
    """Write the compiled form of ``sources`` taken together to ``target``.

    Raises :class:`strategikort.errors.StrategikortError` for a mistake in a source.
    """
    lexicon = Lexicon.open()
    digests = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sources}
    lines = [json.dumps({"sources": digests})]
    place = len(lines[0].encode("utf-8")) + 1
    keys: set[bytes] = set()
    for group in (group for source in sources for group in read_thesaurus(source)):
        line = pack(group)
        length = len(line.encode("utf-8"))
        # A look-up finds where the line of a group is, in bytes, and which of its terms it is.
        keys.update(
            b"%s\x01%d.%d.%d" % (key.encode("utf-8"), place, length, number)
            for number, term in enumerate(group.terms)
            for key in keys_of(term, lexicon)
        )
        lines.append(line)
        place += length + 1
    store.write(target, build(sorted(keys)), "\n".join(lines) + "\n")


if __name__ == "__main__":
    compile_thesaurus(SOURCES, THESAURUS_FILE)
