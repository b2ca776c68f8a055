"""Compile the Danish dictionary into the data file the program reads.  For developers.

    python -m strategikort.language.compile [DIC AFF]

``DIC`` and ``AFF`` are the two files of the Danish Hunspell dictionary, plain or xz-compressed;
without them the copies in ``data/`` are taken (see ``data/README.md``).  The field's own words are
added from ``data/fagord.dic``.  The same input gives the same file,
byte for byte; nothing is fetched.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import lzma
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from strategikort.language import hunspell
from strategikort.language.automaton import build
from strategikort.language.store import write
from strategikort.language.words import CLOSING, COMBINING, DATA, ENDING, LEXICON_FILE, WORD

FIELD_WORDS = DATA / "fagord.dic"
"""The field's own words, in the dictionary's format and with its flags."""

_MAY_CLOSE = frozenset({"39", hunspell.END})
_MAY_COMBINE = frozenset({hunspell.BEGIN, hunspell.MIDDLE})
_CUT_BASE = 0x20

_VERB = frozenset({"1", "20", "21", "22"})
_ADJECTIVE = frozenset(
    {"12", "23", "24", "25", "26", "27", "28", "38", "40", "41", "42", "49", "59", "77", "78", "82"}
)
_NEUTER = frozenset({"3", "4", "15", "18", "45", "47", "57", "66", "70", "72", "76", "84", "87"})
_COMMON = frozenset({"2", "7", "14", "19", "44", "48", "50", "58", "65", "75"})
_PLURALS: tuple[frozenset[str], ...] = (
    frozenset(),
    frozenset({"5", "18", "19"}),
    frozenset({"3", "7", "11", "43", "64", "71", "85"}),
    frozenset({"46", "47", "48"}),
    frozenset({"13"}),
)

_CHANGED_VOWEL = (
    ("bøger", "bog"), ("bønder", "bonde"), ("børn", "barn"), ("børnebørn", "barnebarn"),
    ("brædder", "bræt"),
    ("brødre", "broder"), ("brødre", "bror"), ("døtre", "datter"), ("fædre", "fader"),
    ("fædre", "far"), ("fødder", "fod"), ("gæs", "gås"), ("hænder", "hånd"), ("kløer", "klo"),
    ("kræfter", "kraft"), ("køer", "ko"), ("mænd", "mand"), ("mødre", "moder"), ("mødre", "mor"),
    ("nætter", "nat"), ("rødder", "rod"), ("stæder", "stad"), ("stænder", "stand"),
    ("stænger", "stang"), ("tænder", "tand"), ("tænger", "tang"), ("tæer", "tå"),
    ("ænder", "and"), ("øjne", "øje"),
)  # fmt: skip
"""Plurals that the dictionary lists as words of their own (``landmænd``), and their singular."""

_OTHER_ENDINGS = (
    ("ici", "iko"), ("ici", "ikus"), ("i", "o"), ("i", "us"), ("vira", "virus"), ("a", "um"),
    ("a", "on"), ("iner", "en"), ("ner", "en"), ("ger", "ga"), ("doser", "dosis"),
    ("mle", "mmel"), ("le", "el"),
)  # fmt: skip
"""How others of these end, and their singular: ``risici``, ``fora``, ``kolleger``, ``himle``."""


def compile_words(dic: Iterable[str], aff: Iterable[str], extra: Iterable[str] = ()) -> list[bytes]:
    """Return the sorted words of the data file: form, mark, and how to make its lemma.

    The mark says what the form may be (see :mod:`strategikort.language.lexicon`); the byte after
    it how many letters to cut off the end, and the rest what to put there instead.
    """
    rules = hunspell.read_suffixes(aff)
    entries = [*hunspell.mended(hunspell.read_entries(dic)), *hunspell.read_entries(extra)]
    closing = {entry.word for entry in entries if entry.flags & _MAY_CLOSE}
    listed = {entry.word.lower() for entry in entries}
    kinds: dict[str, set[str]] = {}
    for entry in entries:
        if not entry.stem:
            kinds.setdefault(entry.word, set()).add(kind(entry.flags, entry.word))
    words: set[bytes] = set()
    for entry in entries:
        if hunspell.FORBIDDEN in entry.flags:
            continue
        bases = [entry.stem] if entry.stem else _singulars(entry, listed) or [entry.word]
        may_close = bool(entry.flags & _MAY_CLOSE) or entry.stem in closing
        for base in bases:
            own = kinds.get(base, set()) if base != entry.word else {kind(entry.flags, entry.word)}
            own = own or {kind(entry.flags)}
            for form in hunspell.forms(entry, rules):
                words.update(_encode(form, _bare(base, listed), may_close, own))
    return sorted(words)


def kind(flags: frozenset[str], word: str = "") -> str:
    """Return the inflection of an entry in one letter.

    Nouns: ``a``–``e`` common gender with no plural, -e, -er, -, -re; ``k``–``o`` the same for the
    neuter, ``u`` plural only.  ``v`` verb, ``j`` adjective, ``p`` proper name, ``-`` anything else.
    """
    if flags & _VERB:
        return "v"
    if flags & _ADJECTIVE:
        return "j"
    plural = next((place for place, which in enumerate(_PLURALS) if flags & which), 0)
    if flags & _NEUTER:
        return "klmno"[plural]
    if flags & _COMMON:
        return "abcde"[plural]
    if plural or "74" in flags:
        return "u"
    return "p" if word[:1].isupper() else "-"


def _singulars(entry: hunspell.Entry, listed: set[str]) -> list[str]:
    """Return the listed words that an entry is the plural of; two for ``mødre``."""
    if "74" not in entry.flags:  # plural only
        return []
    changed, others = (
        [
            lemma
            for plural, singular in endings
            if entry.word.endswith(plural)
            and (lemma := entry.word.removesuffix(plural) + singular) in listed
        ]
        for endings in (_CHANGED_VOWEL, _OTHER_ENDINGS)
    )
    return changed or others[:1]


def _bare(base: str, listed: set[str]) -> str:
    """Return the lemma of a prefix entry: ``handels-`` belongs to ``handel``."""
    lemma = base.lower()
    if lemma.endswith("-"):
        lemma = lemma[:-1]
        if lemma.endswith("s") and lemma[:-1] in listed:
            lemma = lemma[:-1]
    return lemma


def _encode(
    form: hunspell.Form, lemma: str, may_close: bool, kinds: Iterable[str]
) -> Iterator[bytes]:
    text = form.text.lower()
    if form.bare and "81" in form.flags:  # a prefix with its hyphen; the rules take that off
        return
    only_last = text.startswith("-")
    text, lemma = text.removeprefix("-"), lemma.strip("-")
    if not (text.isalpha() and lemma.isalpha()) or hunspell.NEEDS_AFFIX in form.flags:
        return
    if form.flags & _MAY_COMBINE and not (form.bare and len(text) < 2):
        marks = [COMBINING]
        if form.bare and hunspell.ONLY_IN_COMPOUND not in form.flags:
            marks.append(CLOSING if may_close else WORD)
    elif only_last:
        marks = [ENDING]
    else:
        marks = [CLOSING if may_close else WORD]
    try:
        head, script = text.encode("latin-1"), _script(text, lemma)
    except UnicodeEncodeError:
        return
    for mark in marks:
        for own in kinds:
            yield head + bytes((mark,)) + own.encode() + script


def _script(form: str, lemma: str) -> bytes:
    common = 0
    while common < min(len(form), len(lemma)) and form[common] == lemma[common]:
        common += 1
    return bytes((_CUT_BASE + len(form) - common,)) + lemma[common:].encode("latin-1")


def source(path: Path) -> bytes:
    """Return the content of a source file, unpacked if it is compressed."""
    return lzma.decompress(path.read_bytes()) if path.suffix == ".xz" else path.read_bytes()


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the data file from the files named on the command line; return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m strategikort.language.compile")
    parser.add_argument("dic", type=Path, nargs="?", default=DATA / "da_DK.dic.xz")
    parser.add_argument("aff", type=Path, nargs="?", default=DATA / "da_DK.aff.xz")
    parser.add_argument("--output", type=Path, default=LEXICON_FILE)
    options = parser.parse_args(arguments)
    sources = (options.dic, options.aff, FIELD_WORDS)
    texts = [source(path) for path in sources]
    about = {
        "licence": "MPL-1.1",
        "origin": "Stavekontrolden, Foreningen for frit tilgængelige sprogværktøjer",
        "sources": {
            name: hashlib.sha256(text).hexdigest()
            for name, text in zip(("dic", "aff", "fagord.dic"), texts, strict=True)
        },
    }
    dic, aff, extra = (text.decode("utf-8").splitlines() for text in texts)
    words = compile_words(dic, aff, extra)
    write(options.output, build(words), json.dumps(about, ensure_ascii=False, sort_keys=True))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
