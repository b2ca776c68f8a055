"""The command that opens a file at a page with the system's viewer."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from pathlib import Path

_LINUX = (
    ("evince", "--page-index={page}"),
    ("papers", "--page-index={page}"),
    ("atril", "--page-index={page}"),
    ("xreader", "--page-index={page}"),
    ("okular", "--page={page}"),
    ("zathura", "--page={page}"),
    ("qpdfview", "#{page}"),
    ("mupdf", "{page}"),
)
"""Viewers of PDF files and how each is told the page, counted from 1 in the file."""

_WINDOWS = ("SumatraPDF", "AcroRd32", "Acrobat")


def viewer_command(
    path: Path,
    page: int | None,
    *,
    platform: str = sys.platform,
    find: Callable[[str], str | None] = shutil.which,
) -> list[str]:
    """Return the command that opens ``path``, at ``page`` (from 1) where a viewer is known.

    No shell is involved, and the path is absolute, so that no file name can be taken for anything
    else.  Where no viewer can be told a page, the file is opened at its beginning.
    """
    file = str(path)
    if page is not None and path.suffix.lower() == ".pdf":
        if platform == "win32":
            for name in _WINDOWS:
                program = find(name)
                if program and name == "SumatraPDF":
                    return [program, "-page", str(page), file]
                if program:
                    return [program, "/A", f"page={page}", file]
        elif platform == "darwin":
            if Path("/Applications/Skim.app").is_dir():
                return ["open", f"skim://{path.as_uri().removeprefix('file://')}#page={page}"]
        else:
            for name, option in _LINUX:
                program = find(name)
                if program is None:
                    continue
                told = option.format(page=page)
                if name == "qpdfview":
                    return [program, f"{file}{told}"]
                return [program, file, told] if name == "mupdf" else [program, told, file]
    if platform == "win32":
        return ["explorer", file]
    return ["open" if platform == "darwin" else "xdg-open", file]


def tells_page(command: list[str]) -> bool:
    """Say whether a command opens the file at the page."""
    return Path(command[0]).stem not in ("xdg-open", "explorer") and (
        command[0] != "open" or "#page=" in command[-1]
    )
