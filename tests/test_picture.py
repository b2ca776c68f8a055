"""The picture in the README shows what the program prints today."""

from __future__ import annotations

from xml.etree import ElementTree

from tests.picture import PICTURE, RUNS, draw


def test_the_picture_is_what_the_program_prints() -> None:
    assert draw() == PICTURE.read_text(encoding="utf-8")


def test_the_picture_is_a_picture() -> None:
    root = ElementTree.fromstring(PICTURE.read_text(encoding="utf-8"))
    text = "".join(root.itertext())
    assert all(f"strategikort {args[0]}" in text for args in RUNS)
    assert "[uss/2]" in text
