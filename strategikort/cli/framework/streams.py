"""Standard output and error on consoles of every kind.

Text that a console's encoding lacks is written in the nearest plain letters instead of ending the
program; with ``--json`` standard output is UTF-8 with LF line ends, whatever the locale says.
"""

from __future__ import annotations

import codecs
import errno
import os
import sys

_HANDLER = "strategikort"
_ALARM = ("1", "31")
_PLAIN = {
    **dict.fromkeys("–—−‐‑‒―", "-"),
    **dict.fromkeys("„“”»«‟", '"'),
    **dict.fromkeys("’‘‚‛›‹", "'"),
    **dict.fromkeys("\u00a0\u2007\u2009\u202f", " "),
    **dict.fromkeys("─━═╌", "-"),
    **dict.fromkeys("│┃║", "|"),
    **dict.fromkeys("┌┐└┘├┤┬┴┼╭╮╰╯╔╗╚╝╠╣╦╩╬┏┓┗┛┡┩╇", "+"),
    **dict.fromkeys("•·▪●", "*"),
    **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff", ""),
    "…": "...", "✓": "x", "✔": "x", "✗": "-", "✘": "-", "→": "->", "←": "<-", "⇒": "=>",
    "≥": ">=", "≤": "<=", "≠": "!=", "×": "x", "€": "EUR", "£": "GBP",
    "æ": "ae", "ø": "oe", "å": "aa", "Æ": "Ae", "Ø": "Oe", "Å": "Aa", "ß": "ss", "œ": "oe",
    "§": "par.", "█": "#", "░": ".", "▏": "|", "━": "-",
}  # fmt: skip


def transliterate(text: str) -> str:
    """Return ``text`` in ASCII: every other sign by the nearest plain ones, or ``?``."""
    return "".join(_ascii(sign) for sign in text)


def _ascii(sign: str) -> str:
    if sign.isascii():
        return sign
    if sign in _PLAIN:
        return _PLAIN[sign]
    from unicodedata import normalize

    base = normalize("NFKD", sign).encode("ascii", "ignore").decode()
    return base or "?"


def _replace(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return transliterate(error.object[error.start : error.end]), error.end


def _open_missing() -> None:
    """Open what the shell has closed (``>&-``): nothing that is opened later may get its number."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115


def prepare(json_wanted: bool = False) -> None:
    """Make standard output and error safe to print on; streams that are no text files are left.

    With ``json_wanted`` standard output is UTF-8 with LF line ends.
    """
    _open_missing()
    codecs.register_error(_HANDLER, _replace)
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors=_HANDLER)
    reconfigure = getattr(sys.stdout, "reconfigure", None)
    if json_wanted and reconfigure is not None:
        reconfigure(encoding="utf-8", errors="replace", newline="\n")


def width() -> int:
    """Return the width for help: the terminal's (or COLUMNS), but neither tiny nor very wide."""
    from shutil import get_terminal_size

    return max(40, min(get_terminal_size((80, 24)).columns, 100))


def tell(text: str, label: str = "", hanging: str = "") -> None:
    """Say something on standard error, with a ``label`` set off in front of it.

    On a terminal it is broken between words; what goes on in another line is indented by
    ``hanging`` as well.
    """
    from strategikort.output.screen import Screen

    if sys.stderr is None:
        return
    screen = Screen.of(sys.stderr)
    front = [(label, _ALARM), (" ", ())] if label else []
    for line in text.split("\n"):
        words = line.lstrip(" ")
        indent = line[: len(line) - len(words)]
        print(
            *screen.painted([*front, (words, ())], indent + hanging, indent),
            sep="\n",
            file=sys.stderr,
        )
        front = []


def is_closed_pipe(error: BaseException) -> bool:
    """Say whether ``error`` means that the reader of our output has gone (``… | head``)."""
    if isinstance(error, BrokenPipeError):
        return True
    # Windows reports a closed pipe as "invalid argument" when writing.
    return os.name == "nt" and isinstance(error, OSError) and error.errno == errno.EINVAL


def silence() -> None:
    """Send what is still to be written nowhere, so that Python's last flush cannot fail."""
    for stream in (sys.stdout, sys.stderr):
        try:
            descriptor = stream.fileno()
            stream.flush()
        except (AttributeError, ValueError):
            continue
        except OSError:
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, descriptor)
            os.close(nowhere)
