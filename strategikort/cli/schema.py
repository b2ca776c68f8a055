"""``strategikort skema``: the JSON Schemas of the answers."""

from __future__ import annotations

from typing import Annotated

import typer

from strategikort.cli.framework import details
from strategikort.cli.terminal import write
from strategikort.output.schemas import schema_names, schema_text


@details(examples=("strategikort skema", "strategikort skema vis"))
def schema(
    name: Annotated[
        str | None, typer.Argument(metavar="KOMMANDO", help="Kommandoen, hvis svar skemaet gælder.")
    ] = None,
) -> None:
    """Print a JSON Schema, or the names of those there are."""
    write(schema_text(name) if name else "\n".join(schema_names()))
