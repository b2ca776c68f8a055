"""Which command opens a file, on every system and with every viewer that is known."""

from __future__ import annotations

from pathlib import Path

import pytest

from strategikort.holdings.viewer import tells_page, viewer_command

FILE = Path("/tmp/a b.pdf")


@pytest.mark.parametrize(
    ("platform", "there", "command", "told"),
    [
        ("linux", "evince", ["/bin/evince", "--page-index=7", "/tmp/a b.pdf"], True),
        ("linux", "okular", ["/bin/okular", "--page=7", "/tmp/a b.pdf"], True),
        ("linux", "qpdfview", ["/bin/qpdfview", "/tmp/a b.pdf#7"], True),
        ("linux", "mupdf", ["/bin/mupdf", "/tmp/a b.pdf", "7"], True),
        ("linux", "", ["xdg-open", "/tmp/a b.pdf"], False),
        ("darwin", "", ["open", "/tmp/a b.pdf"], False),
        ("win32", "SumatraPDF", ["/bin/SumatraPDF", "-page", "7", "/tmp/a b.pdf"], True),
        ("win32", "Acrobat", ["/bin/Acrobat", "/A", "page=7", "/tmp/a b.pdf"], True),
        ("win32", "", ["explorer", "/tmp/a b.pdf"], False),
    ],
)
def test_command(platform: str, there: str, command: list[str], told: bool) -> None:
    def find(name: str) -> str | None:
        return f"/bin/{name}" if name == there else None

    found = viewer_command(FILE, 7, platform=platform, find=find)
    assert found == command
    assert tells_page(found) is told


@pytest.mark.parametrize(("path", "page"), [(FILE, None), (Path("/tmp/a.docx"), 7)])
def test_without_a_page_the_system_chooses(path: Path, page: int | None) -> None:
    def find(name: str) -> str:
        return f"/bin/{name}"

    assert viewer_command(path, page, platform="linux", find=find) == ["xdg-open", str(path)]


def test_skim_is_told_the_page_by_its_link(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "is_dir", lambda path: path.name == "Skim.app")
    command = viewer_command(FILE, 7, platform="darwin")
    assert command == ["open", "skim:///tmp/a%20b.pdf#page=7"]
    assert tells_page(command)
