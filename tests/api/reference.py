"""The code blocks of docs/python.md, cut from the source: ``python -m tests.api.reference``.

The page itself is written by hand.  A comment such as ``<!-- Collection.search -->`` says what
the block below it shows: declaration and docstring, as they stand in the source.
"""

from __future__ import annotations

import ast
import inspect
import re
import textwrap
from pathlib import Path
from typing import Any

import strategikort

PAGE = Path(__file__).resolve().parents[2] / "docs" / "python.md"
BLOCK = re.compile(r"<!-- ([\w.]+) -->\n```python\n.*?```", re.DOTALL)


def names() -> list[str]:
    """Return what the page must show: all public names, and what a collection can be asked."""
    public = [name for name in strategikort.__all__ if name != "__version__"]
    members = [
        name
        for part in reversed(strategikort.Collection.__mro__[:-1])
        for name in vars(part)
        if not name.startswith("_")
    ]
    return [*public, *(f"Collection.{name}" for name in members)]


def block(name: str) -> str:
    """Return the declaration of a public name with its docstring."""
    top, _, member = name.partition(".")
    found: Any = getattr(strategikort, top)
    if member:  # a part of the class may stand in one that it builds on
        found = next(part for part in found.__mro__ if member in vars(part))
    source = textwrap.dedent(inspect.getsource(found))
    (declared,) = ast.parse(source).body
    lines = source.splitlines()
    if isinstance(declared, ast.FunctionDef):
        return _head(lines, declared)
    assert isinstance(declared, ast.ClassDef)
    if member:
        (function,) = [
            node
            for node in declared.body
            if isinstance(node, ast.FunctionDef) and node.name == member
        ]
        return textwrap.dedent(_head(lines, function))
    parts = [_head(lines, declared)]
    fields = [
        node
        for node in declared.body
        if isinstance(node, ast.AnnAssign | ast.Assign)
        and not lines[node.lineno - 1].lstrip().startswith("_")
    ]
    if fields:
        parts.append("")  # as the formatter would have it
    if top != "Collection":
        parts += ["\n".join(lines[node.lineno - 1 : node.end_lineno]) for node in fields]
        parts += [
            "\n" + _head(lines, node)
            for node in declared.body
            if isinstance(node, ast.FunctionDef) and not node.name.startswith("_")
        ]
    return "\n".join(parts)


def _head(lines: list[str], node: ast.ClassDef | ast.FunctionDef) -> str:
    """Return the lines from the first decorator that tells a user something to the docstring."""
    told = [item for item in node.decorator_list if ast.unparse(item) != "in_one_state"]
    first = min([node.lineno, *(item.lineno for item in told)])
    documented = node.body[0]
    assert ast.get_docstring(node), node.name
    return "\n".join(lines[first - 1 : documented.end_lineno]).replace("  # noqa: E501", "")


def renewed(page: str) -> str:
    """Return the page with every block as it should be."""
    return BLOCK.sub(lambda found: f"<!-- {found[1]} -->\n```python\n{block(found[1])}\n```", page)


if __name__ == "__main__":
    PAGE.write_text(renewed(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
