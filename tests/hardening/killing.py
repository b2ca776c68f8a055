"""Kill the program in the middle of adding documents and of building its index, many times.

    python -m tests.hardening.killing [--times 50]

After every kill the collection is checked; at the end it must hold what adding everything at once
gives.  The tests do the same a few times.
"""

from __future__ import annotations

import argparse
import os
import random
import sqlite3
import tempfile
import time
from pathlib import Path

from tests.holdings.test_trouble import make_files, whole
from tests.processes import start


def adding(folder: Path, times: int, chance: random.Random) -> int:
    """Kill ``tilføj`` in the middle ``times`` times; returns how many runs that took."""
    files = make_files(folder / "filer", 60, words=900)
    collection = folder / "samling.sqlite"
    killed = runs = 0
    while killed < times:
        runs += 1
        process = start("tilføj", str(files), "--samling", str(collection))
        time.sleep(chance.uniform(0.2, 1.5))
        done = process.poll() is not None
        killed += not done
        process.kill()
        process.communicate()
        if collection.exists():
            whole(collection)
        if done:  # everything is in it: begin again
            collection.unlink()
    other = folder / "på én gang.sqlite"
    for path in (collection, other):
        process = start("tilføj", str(files), "--samling", str(path))
        process.communicate()
        assert process.returncode == 0
    assert whole(collection) == whole(other)
    return runs


def building(folder: Path, times: int, chance: random.Random) -> int:
    """Kill the first search; returns how many of the runs were still under way."""
    cache = folder / "cache"
    killed = 0
    os.environ["STRATEGIKORT_CACHE"] = str(cache)
    for _ in range(times):
        process = start("søg", "kvanteteknologi")
        time.sleep(chance.uniform(0.1, 1.6))
        if process.poll() is None:
            killed += 1
            process.kill()
        process.communicate()
        for store in cache.glob("samling-*.sqlite"):
            connection = sqlite3.connect(store)
            assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            connection.close()
            store.unlink()
    process = start("søg", "kvanteteknologi")
    out, _ = process.communicate()
    assert process.returncode == 0
    assert "[tech/prioriteter/5]" in out
    return killed


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--times", type=int, default=50)
    times = parser.parse_args().times
    chance = random.Random(times)
    with tempfile.TemporaryDirectory() as name:
        os.environ["STRATEGIKORT_CACHE"] = str(Path(name) / "cache-a")
        runs = adding(Path(name), times, chance)
        print(f"tilføj: slået ihjel {times} gange i {runs} kørsler; intet tabt eller halvt")
        killed = building(Path(name), times, chance)
        print(f"indekset: {times} kørsler, {killed} slået ihjel midt i arbejdet; intet halvt")


if __name__ == "__main__":
    main()
