"""Raised figures: written as such where they would else end the word or number before them."""

from __future__ import annotations

import re

_FIGURES = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_BEHIND = re.compile(r"(?:\w{3}|\d|[^\w\s(\[])\Z")
"""What no unit ends with: »25 m2« is read as that, »i 2024¹« and »beløbet¹« have a mark."""


def raised(before: str, text: str) -> str:
    """Return raised ``text`` as it is written behind ``before``, in as many characters."""
    is_figure = text.lstrip()[:1].isdigit() and _BEHIND.search(before[-3:])
    return text.translate(_FIGURES) if is_figure else text
