"""Links in a terminal's text (OSC 8) to a file, and to the line or the page in it."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from zlib import crc32


def understood(environment: Mapping[str, str]) -> bool:
    """Say whether the terminal is one that is known to have links, and has the files.

    Inside tmux and screen, and over SSH, nothing is known of the terminal or of its files.
    """
    if any(environment.get(name) for name in ("TMUX", "STY", "SSH_CONNECTION", "SSH_TTY")):
        return False
    term = environment.get("TERM", "")
    if term == "dumb":
        return False
    programs = ("iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper", "Tabby", "rio")
    return (
        environment.get("TERM_PROGRAM") in programs
        or term.startswith(("xterm-kitty", "foot", "alacritty", "xterm-ghostty", "contour"))
        or bool(environment.get("WT_SESSION") or environment.get("DOMTERM"))
        or _number(environment.get("VTE_VERSION", "")) >= 5000
        or _number(environment.get("KONSOLE_VERSION", "")) >= 201200
    )


def _number(text: str) -> int:
    return int(text[:9]) if text.isascii() and text.isdigit() else 0


def file_uri(path: Path, *, line: int | None = None, page: int | None = None) -> str:
    """Return the ``file:`` address of ``path``: at a line or a page (both counted from 1).

    Every byte of the name that is not a plain letter, digit or one of ``/-._~:`` is escaped, so
    that no name can end the link or steer the terminal.
    """
    from urllib.parse import quote

    name = os.fsencode(os.path.abspath(path))  # noqa: PTH100
    if os.name == "nt":
        # The server is what follows file: in the address of a file in a network folder.
        name = (b"/" + name.replace(b"\\", b"/")).removeprefix(b"///")
    place = f"#{line}" if line else f"#page={page}" if page else ""
    return f"file://{quote(name, safe='/:' if os.name == 'nt' else '/')}{place}"


def linked(text: str, uri: str) -> str:
    """Return ``text`` as a link; blanks and bars before it stay outside.

    Lines with the same address are one link.  An address that is empty or could steer a terminal
    makes none.
    """
    words = text.lstrip(" │")
    if not (uri and uri.isascii() and uri.isprintable() and words):
        return text
    indent = text[: len(text) - len(words)]
    return f"{indent}\x1b]8;id={crc32(uri.encode()):08x};{uri}\x1b\\{words}\x1b]8;;\x1b\\"
