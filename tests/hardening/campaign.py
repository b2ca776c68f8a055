"""Break many more files than the tests do, and show what was not foreseen.

    python -m tests.hardening.campaign [--count 5000] [--seed 1] [FILE ...]

Files on the command line are broken besides the made ones.  The readers are called in this
process, so that a mistake of ours is seen as such; what a PDF makes pdfminer.six raise is not
shown.
"""

from __future__ import annotations

import argparse
import random
import signal
import traceback
from collections import Counter
from pathlib import Path

from strategikort.errors import StrategikortError
from strategikort.readers.model import FileKind
from strategikort.readers.opendocument.odt import read_odt
from strategikort.readers.opening.detect import detect
from strategikort.readers.pdf.reader import read_pdf
from strategikort.readers.reader import read
from strategikort.readers.web.html import read_html
from strategikort.readers.word.docx import read_docx
from tests.hardening.mutate import mutated, mutated_package, originals
from tests.readers.test_invariants import check

SECONDS = 30


def attempt(name: str, data: bytes) -> str:
    kind, _ = detect(data, name)
    reading = {
        FileKind.PDF: read_pdf,
        FileKind.DOCX: read_docx,
        FileKind.ODT: read_odt,
        FileKind.HTML: read_html,
    }.get(kind)
    check(reading(data, name) if reading else read(data, name))
    return "read"


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--count", type=int, default=5_000)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    draw = random.Random(chosen.seed)
    whole = [*originals().items(), *((path.name, path.read_bytes()) for path in chosen.files)]
    outcomes: Counter[str] = Counter()
    for _ in range(chosen.count):
        name, data = draw.choice(whole)
        inside = data[:2] == b"PK" and draw.random() < 0.8
        data = mutated_package(data, draw) if inside else mutated(data, draw)
        signal.alarm(SECONDS)
        try:
            outcome = attempt(name, data)
        except StrategikortError as error:
            outcome = error.code
        except Exception as error:
            last = traceback.extract_tb(error.__traceback__)[-1]
            ours = any(
                "strategikort" in Path(frame.filename).parts
                for frame in traceback.extract_tb(error.__traceback__)[-1:]
            )
            outcome = f"{type(error).__name__} {Path(last.filename).name}:{last.lineno}"
            if ours and not outcomes[outcome]:
                Path(f"fund-{len(outcomes)}-{name}").write_bytes(data)
                traceback.print_exc()
        outcomes[outcome] += 1
    signal.alarm(0)
    for outcome, count in outcomes.most_common():
        print(f"{count:6} {outcome}")


if __name__ == "__main__":
    main()
