"""How long whole runs take beside an empty Typer app in the same environment.

With completion as a shell asks for it, and runs with a settings file.

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

COMPLETIONS = {
    "fuldfør kommando": ["so"],
    "fuldfør valg": ["søg", "x", "--f"],
    "fuldfør afsnit": ["vis", "uss/pej"],
    "fuldfør dokument": ["søg", "x", "-d", ""],
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
        commands |= {name: [*program, *words] for name, words in COMPLETIONS.items()}
        settings = Path(folder) / "strategikort" / "config.yaml"
        settings.parent.mkdir()
        settings.write_text("antal: 5\nfarve: auto\n", encoding="utf-8")
        commands["vis, med config"] = [*program, "vis", "rk 6"]
        environments = {
            **dict.fromkeys(COMPLETIONS, environment | {"_STRATEGIKORT_COMPLETE": "zsh"}),
            "vis, med config": environment | {"XDG_CONFIG_HOME": folder},
        }
        times: dict[str, list[float]] = {name: [] for name in commands}
        for name, command in commands.items():  # caches and compiled files
            seconds(command, environments.get(name, environment))
        for _ in range(count):
            for name, command in commands.items():
                times[name].append(seconds(command, environments.get(name, environment)))
    base = times["tom Typer-app"]
    print(f"{'':18}{'median ms':>10}{'mindst ms':>10}{'forhold':>9}{'af mindst':>10}")
    for name, values in times.items():
        median, least = statistics.median(values), min(values)
        ratio, least_ratio = median / statistics.median(base), least / min(base)
        print(f"{name:18}{1000 * median:10.0f}{1000 * least:10.0f}{ratio:9.2f}{least_ratio:10.2f}")


if __name__ == "__main__":
    main()
