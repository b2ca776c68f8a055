"""``strategikort skema``: the JSON Schemas of the answers."""

from __future__ import annotations

from typing import Annotated

import typer

from strategikort.cli.framework import details
from strategikort.cli.terminal import write
from strategikort.danish import listed
from strategikort.errors import StrategikortError
from strategikort.output.schemas import schema_names, schema_text


@details(examples=("strategikort skema", "strategikort skema vis"))
def schema(
    name: Annotated[
        str | None, typer.Argument(metavar="KOMMANDO", help="Kommandoen, hvis svar skemaet gælder.")
    ] = None,
) -> None:
    """Print a JSON Schema, or the names of those there are."""
    if not name:
        write("\n".join(schema_names()))
        return
    try:
        write(schema_text(name))
    except StrategikortError as error:
        raise _with_the_nearest(error, name) from None


def _with_the_nearest(error: StrategikortError, name: str) -> StrategikortError:
    """Return the error with the commands that may have been meant, as for a command, if any."""
    from strategikort.cli.app import app

    near = [one for one in app.near(name) if one in schema_names()]
    meant = listed([f"»{one}«" for one in near], "eller")
    hint = f"Mente du {meant}? Se dem, der er, med strategikort skema." if near else error.hint
    return StrategikortError(
        error.message, hint, code=error.code, candidates=near or error.candidates
    )
