"""The picture of the program at work in the README: what it prints on a terminal, as SVG.

    python -m tests.picture

draws ``docs/billeder/koersel.svg`` anew; a test compares it with what the program prints.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

PICTURE = Path(__file__).resolve().parent.parent / "docs" / "billeder" / "koersel.svg"
WIDTH = 96
RUNS = (
    ("søg", "kvanteteknologi", "-d", "uss"),
    ("verificér", "--citat", "Rusland ser ikke stort på international lov."),
    ("citér", "pejlemærke 3", "--stil", "fodnote"),
)

_FRAME = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img">
<title>strategikort i en terminal</title>
<style>
text {{ font-family: ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace; font-size: 14px;
  fill: #e6e1d6; white-space: pre; }}
{styles}
</style>
<rect width="100%" height="100%" rx="8" fill="#1f2328"/>
<g transform="translate(16, 28)">
{lines}
</g>
</svg>
"""
_CHARACTER, _LINE = 8.43, 19


def printed(*args: str) -> str:
    """Return what the program prints on a terminal with colours, wrapped to the picture's width."""
    from strategikort.output.screen import Screen

    code = (
        "import sys; from strategikort.output.screen import Screen;"
        f"Screen.of = classmethod(lambda cls, *_: cls({WIDTH}, True));"
        "from strategikort.__main__ import main; main()"
    )
    assert Screen(WIDTH, True)
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path)), "FORCE_COLOR": "1"}
    done = subprocess.run(
        [sys.executable, "-c", code, *args], capture_output=True, env=env, check=False
    )
    return done.stdout.decode().rstrip("\n")


def draw() -> str:
    """Return the picture: every run after the command that was typed."""
    from rich.console import Console
    from rich.style import Style
    from rich.text import Text

    console = Console(
        width=WIDTH, force_terminal=True, color_system="standard", legacy_windows=False
    )
    styles: dict[Style, str] = {}
    lines: list[str] = []
    for args in RUNS:
        typed = " ".join(f'"{word}"' if " " in word else word for word in args)
        text = Text.from_ansi(f"\x1b[1;32m$\x1b[0m strategikort {typed}\n{printed(*args)}\n")
        wrapped = [
            piece  # what is longer than the terminal is wide goes on on the next line
            for line in text.split("\n", allow_blank=True)
            for piece in line.divide(range(WIDTH, len(line), WIDTH))
        ]
        for line in wrapped:
            lines.append("")
            column = 0
            for piece, style, _ in line.render(console):
                if piece.strip():
                    found = style or Style.null()
                    name = styles.setdefault(found, f"s{len(styles)}")
                    x = round(column * _CHARACTER, 2)
                    shown = piece.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
                    lines[-1] += f'<tspan x="{x}" class="{name}">{shown}</tspan>'
                column += len(piece)
    while lines and not lines[-1]:
        lines.pop()
    return _FRAME.format(
        width=round(WIDTH * _CHARACTER) + 32,
        height=len(lines) * _LINE + 32,
        styles="\n".join(f".{name} {{ {_css(style)} }}" for style, name in styles.items()),
        lines="\n".join(
            f'<text y="{at * _LINE}">{line}</text>' for at, line in enumerate(lines) if line
        ),
    )


def _css(style: object) -> str:
    from rich.style import Style
    from rich.terminal_theme import MONOKAI

    assert isinstance(style, Style)
    rules = []
    if style.color:
        rules.append(f"fill: {style.color.get_truecolor(MONOKAI).hex}")
    if style.bold:
        rules.append("font-weight: bold")
    if style.italic:
        rules.append("font-style: italic")
    if style.underline:
        rules.append("text-decoration: underline")
    if style.dim:
        rules.append("opacity: 0.7")
    return "; ".join(rules)


def main() -> None:
    PICTURE.write_text(draw(), encoding="utf-8")


if __name__ == "__main__":
    main()
