"""How long whole runs take beside an empty Typer app in the same environment.

    python -m tests.benchmarks.startup [--runs 30]

The runs are interleaved, so that a busy machine slows all of them; the ratios count.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

EMPTY = """\
import typer
app = typer.Typer()
@app.command()
def main(name: str = "x") -> None:
    pass
app()
"""
RUNS = {
    "vis, tekst": ["vis", "rk 6"],
    "vis, JSON": ["vis", "rk 6", "--json"],
    "vis, farver": ["vis", "rk 6", "--farve", "altid"],
    "søg, tekst": ["søg", "kvanteteknologi"],
    "søg, JSON": ["søg", "kvanteteknologi", "--json"],
    "søg, farver": ["søg", "kvanteteknologi", "--farve", "altid"],
    "søg, stavefejl": ["søg", "ytringsfrihden"],
}


def seconds(command: list[str], environment: dict[str, str]) -> float:
    start = time.perf_counter()
    subprocess.run(
        command,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=False,
    )
    return time.perf_counter() - start


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--runs", type=int, default=30)
    count = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as folder:
        empty = Path(folder) / "empty.py"
        empty.write_text(EMPTY, encoding="utf-8")
        # The program as it is installed: the console script beside this interpreter.
        program = [str(Path(sys.executable).parent / "strategikort")]
        environment = {
            name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"
        } | {"STRATEGIKORT_CACHE": folder}
        commands = {"tom Typer-app": [sys.executable, str(empty)]}
        commands |= {name: [*program, *words] for name, words in RUNS.items()}
        times: dict[str, list[float]] = {name: [] for name in commands}
        for command in commands.values():  # caches and compiled files
            seconds(command, environment)
        for _ in range(count):
            for name, command in commands.items():
                times[name].append(seconds(command, environment))
    base = times["tom Typer-app"]
    print(f"{'':16}{'median ms':>10}{'mindst ms':>10}{'forhold':>9}{'af mindst':>10}")
    for name, values in times.items():
        median, least = statistics.median(values), min(values)
        ratio, least_ratio = median / statistics.median(base), least / min(base)
        print(f"{name:16}{1000 * median:10.0f}{1000 * least:10.0f}{ratio:9.2f}{least_ratio:10.2f}")


if __name__ == "__main__":
    main()
