"""An OpenDocument of one's own does all that a Word document does."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.holdings.conftest import Program, checked
from tests.readers.opendocument import flat, h, listed, note, odt, p

META = "<meta:creation-date>2026-03-04T10:00:00</meta:creation-date>"
BODY = (
    h("Mål") + p(f"Vi vil fordoble skovarealet inden 2045{note('1', 'Se skovloven.')}.")
    + h("Midler", 2) + listed("Tal", p("Der plantes eg og bøg."), p("Der købes jord."))
)  # fmt: skip


@pytest.mark.parametrize(("name", "made"), [("plan.odt", odt), ("plan.fodt", flat)])
def test_it_is_added_found_shown_opened_cited_and_brought_up_to_date(
    program: Program, own: Path, tmp_path: Path, name: str, made: Callable[..., bytes]
) -> None:
    path = tmp_path / "filer" / name
    path.parent.mkdir()
    path.write_bytes(made(BODY, meta=META))
    path.with_name(f"{name}.yaml").write_text("id: skov\nmetadata:\n  title: Skovplan\n", "utf-8")
    shown = checked(program, "tilføj", str(path), "--vis-struktur")
    assert shown["structures"][0]["certificate"]["kind"] == "odt"
    assert program("tilføj", str(path.parent), "--kopiér").status == 0
    assert "Slags: OpenDocument (ODT)" in program("status", "skov").out
    found = program("søg", "skovareal", "-d", "skov").out
    assert "[skov/1]" in found
    text = program("vis", "skov/1.1").out
    assert "\n1. Der plantes eg og bøg.\n\n2. Der købes jord.\n" in text
    assert "Se skovloven." in program("vis", "skov/fodnoter/1").out
    cited = program("citér", "skov/1.1", "--stil", "fodnote").out.strip()
    assert program("vis", cited, "--json").json["sections"][0]["id"] == "skov/1.1"
    assert f"skov{path.suffix}\n" in program("åbn", "skov", "--vis").out
    path.write_bytes(made(BODY.replace("2045", "2050"), meta=META))
    assert program("opdatér").status == 0
    assert "2050" in program("vis", "skov/1").out
