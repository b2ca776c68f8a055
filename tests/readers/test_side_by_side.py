"""Columns that stand side by side in plain text are read across, which is said."""

from __future__ import annotations

import textwrap
from itertools import zip_longest

import pytest

from strategikort.readers import ReadFile, read

LEFT = (
    "Regeringen vil gøre det lettere for små og mellemstore virksomheder at bruge kunstig "
    "intelligens, og der afsættes midler til rådgivning i hele landet. Ordningen forvaltes af "
    "styrelsen i samarbejde med erhvervshusene, som skal svare inden for en uge. Virksomhederne "
    "oplever, at reglerne er svære at finde rundt i, og at det tager for lang tid at få svar."
)
RIGHT = (
    "Kommunen har fået flere indbyggere, og skolerne i den østlige del af byen er ved at være "
    "fyldt. Forvaltningen foreslår derfor, at der bygges en ny skole med fire spor, som kan tages "
    "i brug til sommer. Udgiften kan holdes inden for rammen, hvis renoveringen af svømmehallen "
    "udskydes, og forslaget sendes i høring hos skolebestyrelserne."
)


def laid_out(left: str, right: str, gap: int = 4, width: int = 44) -> str:
    pairs = zip_longest(textwrap.wrap(left, width), textwrap.wrap(right, width), fillvalue="")
    return "\n".join(f"{one:<{width + gap}}{other}".rstrip() for one, other in pairs) + "\n"


def warned(found: ReadFile) -> list[tuple[tuple[int, ...], str]]:
    return [
        (warning.pages, warning.message)
        for warning in found.quality.warnings
        if warning.code == "side_by_side"
    ]


@pytest.mark.parametrize("gap", [2, 4, 9])
def test_two_columns_of_running_text_are_told(gap: int) -> None:
    ((pages, said),) = warned(read(laid_out(LEFT, RIGHT, gap).encode(), "a.txt"))
    assert pages == ()
    assert "linjer har tekst i spalter ved siden af hinanden, som læses på tværs" in said


def test_the_pages_are_told() -> None:
    pages = [f"{LEFT}\n", laid_out(LEFT, RIGHT), f"{RIGHT}\n", laid_out(RIGHT, LEFT)]
    ((where, _),) = warned(read("\f".join(pages).encode(), "a.txt"))
    assert where == (1, 3)


@pytest.mark.parametrize(
    "text",
    [
        "\n".join(textwrap.wrap(LEFT + " " + RIGHT, 80)),
        # justified with blanks
        "\n".join(
            line.replace(" ", "  ", 1 + at % 5)
            for at, line in enumerate(textwrap.wrap(LEFT + " " + RIGHT, 76))
        ),
        # a table with two columns of names
        "\n".join(f"Kommunen i by nummer {n:<20} Borgmester i by og land {n}" for n in range(30)),
        # figures
        "\n".join(
            f"udgifter til skoler og veje {n:<20} {n * 37:>9} {n * 11:>9}" for n in range(30)
        ),
        # code
        "\n".join(f"let value of thing = make();    // set value number {n}" for n in range(5)),
    ],
)
def test_other_texts_are_not(text: str) -> None:
    assert warned(read(text.encode(), "a.txt")) == []
