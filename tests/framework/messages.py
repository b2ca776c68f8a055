"""The English messages that lie in the installed framework, read from its sources."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import typer

ROOT = Path(typer.__file__).parent
_SAYS = {"_", "gettext", "ngettext", "fail", "echo", "secho", "write_usage", "section", "style"}
_NAMES = re.compile(r"(msg|message|missing|hint|suggest|text|prompt|error)\w*$", re.IGNORECASE)


_WORDS = re.compile(r"[A-Za-z]{3,}\W+(\w+\W+)*?[A-Za-z]{3,}|^\W*[A-Z][a-z]{3,}\W*$|^required$")


def _template(node: ast.AST) -> str:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(
            _template(part) if isinstance(part, ast.Constant) else "{}" for part in node.values
        )
    return ""


def _strings(node: ast.AST) -> Iterator[str]:
    inside = {id(part) for n in ast.walk(node) if isinstance(n, ast.JoinedStr) for part in n.values}
    for part in ast.walk(node):
        if id(part) not in inside and (text := _template(part)):
            yield text


def _called(node: ast.Call) -> str:
    function = node.func
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def in_file(path: Path) -> set[str]:
    """Return the templates of what ``path`` may say to a user, placeholders as ``{}``."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Raise) and node.exc is not None:
            found.update(_strings(node.exc))
        elif isinstance(node, ast.Call) and _called(node) in _SAYS:
            found.update(text for arg in node.args for text in _strings(arg))
        elif (
            (isinstance(node, ast.keyword) and node.arg in ("help", "metavar"))
            or (
                isinstance(node, ast.Assign)
                and any(
                    isinstance(target, ast.Name) and _NAMES.match(target.id)
                    for target in node.targets
                )
            )
            or (isinstance(node, ast.Return) and node.value is not None)
        ):
            found.update(_strings(node.value))
    return {text.strip() for text in found if _WORDS.search(text)}


def all_messages() -> dict[str, set[str]]:
    """Return module → templates for the whole installed framework."""
    files = {str(path.relative_to(ROOT)): path for path in sorted(ROOT.rglob("*.py"))}
    skipped = ("testing.py", "cli.py", "params.py", "__main__.py")
    return {name: in_file(path) for name, path in files.items() if name not in skipped}


@cache
def pieces() -> list[str]:
    """Return what stands between the placeholders of all messages."""
    found = {
        " ".join(piece.split()).strip(" .:'\"()[]")
        for texts in all_messages().values()
        for text in texts
        for piece in re.split(r"\{[^}]*\}|\n", text)
    }
    return sorted(piece for piece in found if re.search(r"[A-Za-z]{4,}", piece))


def pieces_in(text: str) -> list[str]:
    """Return what of that stands in a text, wherever its lines are broken."""
    everything = " ".join(text.split())
    return [p for p in pieces() if re.search(rf"(?<!\w){re.escape(p)}(?!\w)", everything)]


if __name__ == "__main__":
    for module, templates in all_messages().items():
        for template in sorted(templates):
            print(f"{module}: {template!r}"[:150])
