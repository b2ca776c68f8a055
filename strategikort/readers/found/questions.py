"""Questions to ministers and their answers: »Spørgsmål nr. 145« and »Svar«, on their own lines."""

from __future__ import annotations

from strategikort.readers.cues.headings import ANSWER, QUESTION
from strategikort.readers.model import Block, BlockKind, ReadFile


def with_questions(read: ReadFile) -> ReadFile:
    """Return what was read with each question as a heading, and its answer as one below it.

    Only where they take turns: an answer behind several questions is an answer to all of them.
    """
    new: dict[int, Block] = {}
    asked: dict[int, Block] = {}
    above = 0
    for place, block in enumerate(read.blocks):
        if block.kind not in (BlockKind.HEADING, BlockKind.PARAGRAPH) or block.quoted:
            continue
        marked = block.kind is BlockKind.HEADING
        if QUESTION.fullmatch(read.text, block.start, block.end):
            asked[place] = block if marked else block.as_heading(above + 1)
        elif asked and ANSWER.fullmatch(read.text, block.start, block.end):
            level = next(iter(asked.values())).level + (len(asked) == 1)
            new |= {**asked, place: block.as_heading(level)}
            asked = {}
        elif marked:
            above, asked = block.level, {}
    return read.with_changed(new)
