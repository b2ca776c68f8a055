"""How much sooner two processes are done with many PDFs than one: the whole command.

    python -m tests.benchmarks.workers FIL.pdf [--copies 6] [--pairs 4]

The runs are interleaved, so that a busy machine slows both; the ratio counts.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path


def seconds(folder: Path, collection: Path, workers: int) -> float:
    collection.unlink(missing_ok=True)
    command = [sys.executable, "-m", "strategikort", "tilføj", str(folder)]
    start = time.perf_counter()
    subprocess.run(
        [*command, "--samling", str(collection), "--processer", str(workers)],
        stdout=subprocess.DEVNULL,
        check=True,
    )
    return time.perf_counter() - start


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("file", type=Path)
    parser.add_argument("--copies", type=int, default=6)
    parser.add_argument("--pairs", type=int, default=4)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "filer"
        folder.mkdir()
        for number in range(chosen.copies):
            # Another comment at the end makes another file of it.
            data = chosen.file.read_bytes() + f"%{number}\n".encode()
            (folder / f"{number}.pdf").write_bytes(data)
        times: dict[int, list[float]] = {1: [], 2: []}
        for _ in range(chosen.pairs):
            for workers in times:
                times[workers].append(seconds(folder, Path(name) / "s.sqlite", workers))
    one, two = (statistics.median(times[workers]) for workers in (1, 2))
    print(f"{chosen.copies} filer: én proces {one:.1f} s, to {two:.1f} s: {one / two:.2f} gange")


if __name__ == "__main__":
    main()
