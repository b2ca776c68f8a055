"""A command that fails in the way it is told to."""

import os
import sys
from typing import Annotated

import typer


def fail(
    how: Annotated[str, typer.Argument(metavar="MÅDE", help="På hvilken måde.")],
    as_json: Annotated[bool, typer.Option("--json", help="Skriv svaret som JSON.")] = False,
) -> int:
    if how == "program":
        raise RuntimeError("an English sentence that must stay inside")
    if how == "afbrudt":
        raise KeyboardInterrupt
    if how == "system":
        open("/findes/ikke/æ.txt", "rb")  # noqa: PTH123, SIM115
    if how == "plads":
        raise OSError(28, "No space left on device")
    if how == "status":
        raise typer.Exit(7)
    if how == "meget":
        for number in range(200_000):
            print("linje", number)
    if how == "tegn":
        print("æøå – „citat“ ✓ … \u2192 ł 漢")
        print("fejl: æ – ✓", file=sys.stderr)
    if how == "lukket":
        os.close(1)
        print("ord")
    if how == "moduler":
        heavy = ("rich", "pydantic", "demo_commands", "email", "asyncio", "pygments")
        print(*[name for name in heavy if name in sys.modules])
    return 0
