"""The command-line framework: Typer, speaking Danish and loading only what is run.

    from strategikort.cli.framework import DanishApp, run

    app = DanishApp("strategikort", "Find, vis og citér.", version="0.1.0")
    app.lazy("søg", "strategikort.cli.soeg:command", help="Find steder i dokumenterne.")
    raise SystemExit(run(app))

A command is an ordinary function with Typer's annotations.  Every parameter has a Danish ``help``,
every argument a ``metavar``, every flag its name (``typer.Option("--json", help=…)``).  Its status
is what it returns; wrong use is :class:`UsageError`.  More help: :func:`details`.

Modules: ``folding`` (spellings of names), ``values`` and ``processing`` (words to values),
``problems`` (wrong use), ``commands`` and ``app`` (parsing, lazy loading), ``parameters``, ``help``
and ``richhelp`` (help pages), ``streams`` (encodings, pipes), ``runner`` (exit statuses),
``completion``.
"""

from strategikort.cli.framework.app import DanishApp, help_pages
from strategikort.cli.framework.parameters import details
from strategikort.cli.framework.problems import UsageError
from strategikort.cli.framework.runner import run

__all__ = ["DanishApp", "UsageError", "details", "help_pages", "run"]
