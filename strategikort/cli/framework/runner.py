"""The one place where exceptions become exit statuses and messages.

Exit statuses:

====  ==========================================================================================
0     done or found; also when the reader of our output went away before all was written (as
      ripgrep does; git and others die of SIGPIPE there, which Windows does not have)
1     nothing found (what the command returned)
2     wrong use or bad input, and errors from the system such as a full disk
3     an error in the program itself; ``--fejlsøg`` shows all of it
130   interrupted with Ctrl-C
====  ==========================================================================================

A command says its status by returning it (an ``int``; None is 0), so that it stands even if the
reader goes away before the last words are written.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import Any

import typer

from strategikort.cli.framework import session as sessions
from strategikort.cli.framework import streams
from strategikort.cli.framework.app import DanishApp
from strategikort.cli.framework.commands import HELP_WORDS, FrameworkError
from strategikort.cli.framework.folding import fold
from strategikort.cli.framework.problems import UsageError
from strategikort.cli.framework.shells import variable
from strategikort.errors import StrategikortError, missing_package
from strategikort.text.safe import typed_path

INTERNAL_ERROR = 3
INTERRUPTED = 130

_DEBUG = "--fejlsøg"
_LISTED = 40
"""Lines of what may have been meant; in JSON all of it stands."""


def run(app: DanishApp, argv: Sequence[str] | None = None) -> int:
    """Run the command line ``argv`` (default: that of the process) and return the exit status.

    Never raises; messages go to standard error, with ``--json`` (or ``--format json``) the error
    goes to standard output as well, as JSON.
    """
    shell = os.environ.get(variable(app.name), "")
    args, flags = _take_flags(app, sys.argv[1:] if argv is None else argv)
    debug = _DEBUG in flags
    session = sessions.begin(sessions.Session(flags, json_style(args)))
    streams.prepare(json_wanted=bool(session.style))
    status = 0
    try:
        try:
            with session.closing:
                if shell:
                    from strategikort.cli.framework.completion import complete

                    status = complete(app, shell, sys.argv[1:] if argv is None else argv)
                else:
                    status = _invoke(app, args)
        except Exception as error:
            if streams.is_closed_pipe(error):
                raise
            if debug:
                import traceback

                traceback.print_exc()
            status = _report(_as_ours(error, debug=debug), session.style)
        _flush()
    except KeyboardInterrupt:
        status = INTERRUPTED
    except OSError as error:
        if not streams.is_closed_pipe(error):
            streams.silence()
            status = _say_only(system_error(error))
    streams.silence()
    return status


def json_style(args: Sequence[str]) -> str:
    """Return ``"json"`` or ``"jsonl"`` if the command line asks for such an answer, else empty."""
    before = ""
    for arg in args:
        if arg == "--":
            break
        name, equals, value = arg.partition("=")
        if arg.startswith("--") and fold(name) == "--json":
            return "json"
        wanted = value if equals and fold(name) == "--format" else arg
        is_value = (equals and fold(name) == "--format") or fold(before) == "--format"
        if is_value and fold(wanted) in ("json", "jsonl"):
            return fold(wanted)
        before = arg
    return ""


def _take_flags(app: DanishApp, argv: Sequence[str]) -> tuple[list[str], list[str]]:
    """Split off the flags that may stand anywhere before ``--``."""
    names = {fold(name): name for name in (_DEBUG, *app.flags)}
    args = list(argv)
    end = args.index("--") if "--" in args else len(args)
    kept = [arg for arg in args[:end] if not arg.startswith("--") or fold(arg) not in names]
    return kept + args[end:], [names[fold(arg)] for arg in args[:end] if fold(arg) in names]


def _asks_for_help(args: Sequence[str]) -> bool:
    said = any(arg == "-h" or fold(arg) in ("--help", "--hjalp", "--version") for arg in args)
    return said or any(fold(arg) in HELP_WORDS for arg in args[:1])


def _invoke(app: DanishApp, args: list[str]) -> int:
    if app.defaults is not None and not _asks_for_help(args):
        sessions.current().defaults = app.defaults()
    group = app.command()
    try:
        with group.make_context(app.name, args) as ctx:
            result: Any = group.invoke(ctx)
    except typer.Exit as leave:
        result = leave.exit_code
    return result if isinstance(result, int) else 0


def _flush() -> None:
    for stream in (sys.stdout, sys.stderr):
        if stream is not None and not stream.closed:
            stream.flush()


def _as_ours(error: Exception, *, debug: bool) -> StrategikortError:
    """Return what is wrong in Danish, whoever says it."""
    if isinstance(error, StrategikortError):
        return error
    if isinstance(error, FrameworkError):
        return UsageError("Kommandolinjen kan ikke forstås.")
    if isinstance(error, OSError):
        return system_error(error)
    missing = missing_package(error) if isinstance(error, ImportError) else None
    return missing or StrategikortError(
        f"Der er en fejl i programmet ({type(error).__name__}).",
        "" if debug else "Kør igen med --fejlsøg for at se hele fejlen.",
        code="internal_error",
        exit_status=INTERNAL_ERROR,
    )


def _report(error: StrategikortError, style: str) -> int:
    # A second object after the answer would be no JSON; a line of its own is.
    if style == "jsonl" or (style and not sessions.current().answered):
        _print_json(error, style)
    _say(error)
    return error.exit_status


def _say_only(error: StrategikortError) -> int:
    try:
        _say(error)
        _flush()
    except OSError:
        streams.silence()
    return error.exit_status


def _say(error: StrategikortError) -> None:
    streams.tell(error.message, "Fejl:")
    if error.hint:
        streams.tell(error.hint)
    # A list is given whole, or not at all where all of it is said; »usss« has not said »uss«.
    text = f"{error.message} {error.hint}"
    said = {word.strip("»«.,:;?") for word in text.split()}
    if all(one in said or (" " in one and one in text) for one in error.candidates):
        return
    # One more line takes no more room than »… og 1 til«.
    most = len(error.candidates) if len(error.candidates) <= _LISTED + 1 else _LISTED
    for candidate in error.candidates[:most]:
        title = sessions.current().titles.get(candidate)
        streams.tell(f"  {candidate}  {title}" if title else f"  {candidate}", hanging="  ")
    if len(error.candidates) > most:
        streams.tell(f"  … og {len(error.candidates) - most} til")


def _print_json(error: StrategikortError, style: str) -> None:
    from strategikort.output.objects import dump, dump_line, error_object

    answer = error_object(error)
    text = (dump(answer) if style == "json" else dump_line(answer)) + "\n"
    if sys.stdout is not None:
        sys.stdout.write(text)
        sys.stdout.flush()


def system_error(error: OSError) -> StrategikortError:
    """Return an error that says in Danish what the system objects to, and on which file."""
    from strategikort.oserrors import advice, reason

    name = error.filename
    if isinstance(name, bytes):
        name = name.decode("utf-8", "surrogateescape")
    what = "Læsning eller skrivning mislykkedes"
    if isinstance(name, str):
        what = f"»{typed_path(name)}« kan ikke bruges"
    return StrategikortError(f"{what}: {reason(error)}.", advice(error), code="system_error")
