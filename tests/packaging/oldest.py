"""The oldest versions that pyproject.toml allows of each package, for pip.

``python -m pip install . $(python -m tests.packaging.oldest)`` installs them: the tests pass, and
so do lint and types.
"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

PROJECT = Path(__file__).parents[2] / "pyproject.toml"


def requirements() -> list[str]:
    """Return what the project requires, what is optional included, each once."""
    project = tomllib.loads(PROJECT.read_text(encoding="utf-8"))["project"]
    optional = project["optional-dependencies"].values()
    return list(
        dict.fromkeys([*project["dependencies"], *(item for more in optional for item in more)])
    )


def oldest() -> list[str]:
    """Return each package with the version that is its lower bound; raises ``ValueError``."""
    found = []
    for requirement in requirements():
        match = re.match(r"([\w.-]+)>=([\d.]+)(?:,|\Z)", requirement)
        if match is None:
            raise ValueError(f"{requirement} has no lower bound")
        found.append(f"{match[1]}=={match[2]}")
    return found


if __name__ == "__main__":
    print(*oldest())
