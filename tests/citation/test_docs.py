from __future__ import annotations

import re
from pathlib import Path

from strategikort.citation.report import as_markdown
from strategikort.citation.styles import STYLES

PAGE = Path(__file__).parents[2] / "docs" / "citater.md"


def test_the_report_in_the_documentation_is_what_comes_out(five, check) -> None:
    memo, shown = re.findall(r"````markdown\n(.*?)````", PAGE.read_text("utf-8"), re.DOTALL)
    assert as_markdown(check(memo), five.documents) == shown


def test_every_style_is_documented() -> None:
    text = PAGE.read_text("utf-8")
    assert [style for style in STYLES if f"`{style}`" not in text] == []
