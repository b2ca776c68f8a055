"""Questions to ministers and their answers: »Spørgsmål nr. 145« and »Svar«, on their own lines."""

from __future__ import annotations

import re

from strategikort.readers.model import Block, BlockKind, ReadFile

QUESTION = re.compile(
    r"(?:samråds)?spørgsmål(?: nr\.?)?"
    r" (?P<number>(?-i:S )?\d{1,4}|(?-i:[A-ZÆØÅ]{1,2})(?![^\W_]))\s*(?:[.:]\s*|$)",
    re.I,
)
"""What a question is headed by: its number, or its letters where a committee calls a minister."""

ANSWER = re.compile(r"(?:endeligt )?svar:?", re.I)


def with_questions(read: ReadFile) -> ReadFile:
    """Return what was read with each question as a heading, and its answer as one below it.

    Only where they take turns: an answer behind several questions is an answer to all of them.
    """
    new: dict[int, Block] = {}
    asked: list[Block] = []
    above = 0
    for block in read.blocks:
        if block.kind not in (BlockKind.HEADING, BlockKind.PARAGRAPH) or block.quoted:
            continue
        marked = block.kind is BlockKind.HEADING
        if QUESTION.fullmatch(read.text, block.start, block.end):
            asked.append(block if marked else block.as_heading(above + 1))
        elif asked and ANSWER.fullmatch(read.text, block.start, block.end):
            level = asked[0].level + (len(asked) == 1)
            new |= {question.start: question for question in asked}
            new[block.start] = block.as_heading(level)
            asked = []
        elif marked:
            above, asked = block.level, []
    if not new:
        return read
    return read.with_blocks(new.get(block.start, block) for block in read.blocks)
