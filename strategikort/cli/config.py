"""``strategikort config``: the settings, and where each of them comes from."""

from __future__ import annotations

import os
from typing import Any

from strategikort.cli import options
from strategikort.cli.framework import details
from strategikort.cli.terminal import write, write_json
from strategikort.settings import SETTINGS, Settings, read_settings
from strategikort.text.safe import typed_path


@details(
    """Indstillingerne står i config.yaml, en linje til hver, fx »antal: 20«. Et valg på
    kommandolinjen går forud for en miljøvariabel, og den for filen. Filen kan ikke nævne
    programmer; hvilken pager der bruges, bestemmer miljøvariablen PAGER.""",
    examples=("strategikort config", "strategikort config --json"),
)
def config(json: options.Json = False) -> int:
    """Show every setting, its value and where that comes from."""
    settings = read_settings()
    rows = [_row(settings, key) for key in SETTINGS]
    if json:
        file = str(settings.file) if settings.file else None
        exists = bool(settings.file and settings.file.exists())
        write_json(file=file, exists=exists, settings=rows)
        return 0
    write(_text(settings, rows))
    return 0


def _row(settings: Settings, key: str) -> dict[str, Any]:
    setting, chosen, variable = SETTINGS[key], settings.chosen.get(key), settings.variable(key)
    row: dict[str, Any] = {"key": key, "value": setting.default or None, "source": "default"}
    if setting.many:
        row["value"] = []
    if variable:
        row |= {"value": os.environ[variable], "source": "environment"}
        if key == "farve":
            row["value"] = "aldrig" if os.environ.get("NO_COLOR") else "altid"
    elif chosen:
        row |= {"value": list(chosen.words) if setting.many else chosen.words[0], "source": "file"}
    return row | {
        "variable": variable or None,
        "line": chosen.line if row["source"] == "file" and chosen else None,
    }


def _text(settings: Settings, rows: list[dict[str, Any]]) -> str:
    values = [_shown(row["value"]) for row in rows]
    wide = max(map(len, values))
    lines = []
    for row, value in zip(rows, values, strict=True):
        match row["source"]:
            case "environment":
                source = f"miljøvariablen {row['variable']}"
            case "file":
                source = f"config.yaml, linje {row['line']}"
            case _:
                source = "standard"
        lines.append(f"{row['key']:<10}{value:<{wide}}  {source}")
    if settings.file:
        there = "" if settings.file.exists() else " (findes ikke)"
        lines += ["", f"Fil: {typed_path(settings.file)}{there}"]
    return "\n".join(lines)


def _shown(value: str | list[str] | None) -> str:
    if isinstance(value, list):
        value = ", ".join(value)
    return typed_path(value) if value else "-"
