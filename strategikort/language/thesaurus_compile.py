"""Compile ``data/tesaurus.yaml`` into the file the program reads.  For developers.

    python -m strategikort.language.thesaurus_compile

To be run again whenever the YAML or the lexicon changes; a test fails until that is done.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from strategikort.language import store
from strategikort.language.automaton import build
from strategikort.language.lexicon import Lexicon
from strategikort.language.thesaurus import THESAURUS_FILE, pack, term_keys
from strategikort.language.thesaurus_file import read_thesaurus
from strategikort.language.words import DATA

SOURCE = DATA / "tesaurus.yaml"


def compile_thesaurus(source: Path, target: Path) -> None:
    """Write the compiled form of ``source`` to ``target``.

    Raises :class:`strategikort.errors.StrategikortError` for a mistake in the source.
    """
    lexicon = Lexicon.open()
    digest = hashlib.sha256(source.read_bytes()).hexdigest()
    text = json.dumps({"source": digest}) + "\n"
    keys: set[bytes] = set()
    for group in read_thesaurus(source):
        place = str(len(text)).encode()
        keys.update(
            key.encode("utf-8") + b"\x01" + place
            for term in group.terms
            for key in term_keys(term.text, lexicon)
        )
        text += pack(group) + "\n"
    store.write(target, build(sorted(keys)), text)


if __name__ == "__main__":
    compile_thesaurus(SOURCE, THESAURUS_FILE)
