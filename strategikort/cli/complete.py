"""``strategikort fuldførelse``: what a shell has to read to complete command lines."""

from __future__ import annotations

import os
from pathlib import PurePath
from typing import Annotated, Literal

import typer

from strategikort.cli.framework import UsageError, details
from strategikort.cli.framework.shells import SHELLS, script

Shell = Literal["bash", "zsh", "fish", "powershell"]


@details(
    """Skallen fuldfører så kommandoer, valg, værdier, dokumenter og afsnit med tabulator.
    Sæt linjen for din skal ind i dens opsætning:

        bash (~/.bashrc):    eval "$(strategikort fuldfoerelse bash)"
        zsh (~/.zshrc):      eval "$(strategikort fuldfoerelse zsh)"
        fish (config.fish):  strategikort fuldfoerelse fish | source
        PowerShell ($PROFILE):
          strategikort fuldfoerelse powershell | Out-String | Invoke-Expression

    Uden SKAL skrives det, der passer til den skal, du bruger (miljøvariablen SHELL).""",
    examples=("strategikort fuldførelse bash", "strategikort fuldfoerelse fish"),
)
def completion(
    shell: Annotated[
        Shell | None, typer.Argument(metavar="SKAL", help="Den skal, det er til.")
    ] = None,
) -> int:
    """Print the completion script."""
    name = shell or PurePath(os.environ.get("SHELL", "")).name
    if name not in SHELLS:
        raise UsageError(
            "Programmet kan ikke se, hvilken skal du bruger.",
            "Skriv bash, zsh, fish eller powershell efter fuldførelse.",
            code="unknown_shell",
            candidates=SHELLS,
        )
    # Never paged: it is for a shell to read.
    print(script("strategikort", name), end="")
    return 0
