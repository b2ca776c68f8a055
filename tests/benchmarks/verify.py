"""Measure the checking of quotations in a large archive.

    python tests/benchmarks/verify.py [passages] [quotations]

The archive is made of sentences over a Danish-looking vocabulary with Zipf's frequencies; a fifth
of the quotations has one changed word, a tenth stands nowhere.  Prints seconds and megabytes.
"""

from __future__ import annotations

import platform
import random
import resource
import sys
import time
from functools import partial
from itertools import accumulate
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from strategikort.citation.archive import Archive
from strategikort.citation.memofile import Memo
from strategikort.citation.quotes import find_quotes
from strategikort.citation.unmarked import are_quoted
from strategikort.citation.verify import verify_all
from strategikort.model import Section
from strategikort.text.aligned import AlignedText, SourceRange
from strategikort.text.source import Source

SYLLABLES = [
    "for",
    "be",
    "ud",
    "sam",
    "styr",
    "di",
    "plo",
    "ma",
    "ti",
    "sik",
    "ker",
    "hed",
    "po",
    "li",
    "tik",
    "ar",
    "bej",
    "de",
    "grøn",
    "kon",
    "klu",
    "sion",
]
WORDS_A_PASSAGE = 60
PASSAGES_A_DOCUMENT = 500


def vocabulary(size: int, draw: random.Random) -> list[str]:
    words = ["og", "i", "at", "til", "af", "en", "med", "for", "det", "de", "som", "på", "er"]
    seen = set(words)
    while len(words) < size:
        word = "".join(draw.choices(SYLLABLES, k=draw.randint(2, 5)))
        if word not in seen:
            seen.add(word)
            words.append(word)
    return words


def make(passages: int, draw: random.Random) -> tuple[list[Section], dict[str, Source]]:
    words = vocabulary(200_000, draw)
    weights = list(accumulate(1 / (rank + 2) for rank in range(len(words))))
    sections: list[Section] = []
    sources: dict[str, Source] = {}
    for first in range(0, passages, PASSAGES_A_DOCUMENT):
        document = f"d{first}"
        texts = []
        for _ in range(min(PASSAGES_A_DOCUMENT, passages - first)):
            drawn = draw.choices(words, cum_weights=weights, k=WORDS_A_PASSAGE)
            texts.append(" ".join(drawn).capitalize() + ".")
        source = Source.from_bytes(document, "\n".join(texts).encode())
        sources[document] = source
        start = 0
        for number, text in enumerate(texts):
            end = start + len(text)
            sections.append(
                Section(
                    id=f"{document}/{number}",
                    document=document,
                    kind="afsnit",
                    number=str(number),
                    title=f"Afsnit {number}",
                    text=AlignedText.cut(source.text, start, end),
                    pieces=(SourceRange(start, end),),
                    lines=((number + 1, number + 1),),
                )
            )
            start = end + 1
    return sections, sources


def memo(sections: list[Section], count: int, draw: random.Random) -> str:
    parts: list[str] = []
    for number in range(count):
        words = draw.choice(sections).text.text.split()
        length = draw.randint(8, 30)
        first = draw.randrange(len(words) - length)
        quoted = words[first : first + length]
        if number % 5 == 0:
            quoted[length // 2] = "ikke"
        elif number % 10 == 1:
            draw.shuffle(quoted)
        parts.append(f"Som det hedder: »{' '.join(quoted)}« (afsnit {number}). ")
        own = draw.choice(sections).text.text.split()
        draw.shuffle(own)
        parts.append("Her står notatets egne ord om sagen. " * 2 + " ".join(own[:34]) + ".\n\n")
        if number % 20 == 2:
            parts.append("I teksten står der også:\n\n" + " ".join(own[:20]) + ".\n\n")
    return "".join(parts)


def main() -> None:
    passages = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 2_000
    draw = random.Random(11406)
    sections, sources = make(passages, draw)
    text = memo(sections, count, draw)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = time.perf_counter()
    archive = Archive(sections, sources.__getitem__)
    built = time.perf_counter()
    quotes = find_quotes(Memo("", text, ""), stands=partial(are_quoted, archive)).quotes
    found = time.perf_counter()
    statuses: dict[str, int] = {}
    for verdict in verify_all(archive, ((quote.text, None) for quote in quotes)):
        status = verdict.status.value
        statuses[status] = statuses.get(status, 0) + 1
    done = time.perf_counter()
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(f"{platform.processor() or platform.machine()}, Python {platform.python_version()}")
    print(f"afsnit: {len(sections)}, ord: {len(archive.stream)}, citater: {len(quotes)}")
    print(f"tekst: {len(text.encode()) / 1e6:.2f} MB, udfald: {statuses}")
    print(f"arkiv læst: {built - start:.2f} s, citater fundet: {found - built:.2f} s")
    print(f"citater prøvet: {done - found:.2f} s, i alt {done - start:.2f} s")
    print(f"hukommelse til arkivet: {(after - before) / 1024:.0f} MB")


if __name__ == "__main__":
    main()
