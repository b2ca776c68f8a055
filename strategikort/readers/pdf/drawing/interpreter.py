"""pdfminer.six's interpreter of pages, which finds its operators once and reads tokens quicker."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache

from pdfminer.pdfinterp import PDFPageInterpreter
from pdfminer.pdftypes import stream_value
from pdfminer.psexceptions import PSEOF
from pdfminer.psparser import PSKeyword, keyword_name

from strategikort.readers.pdf.drawing.tokens import ContentParser


class Interpreter(PDFPageInterpreter):
    """Draws pages on a device; forms within them are drawn by one of its own kind."""

    def execute(self, streams: Sequence[object]) -> None:
        """Draw content streams, except those in the midst of which this one is drawn."""
        found = [stream_value(stream) for stream in streams]
        self.stream_ids = {one.objid for one in found if one.objid is not None}
        self.stream_ids -= self.parent_stream_ids
        try:
            parser = ContentParser([one for one in found if one.objid in self.stream_ids])
        except PSEOF:
            return
        while True:
            try:
                _, token = parser.nextobject()
            except PSEOF:
                return
            if not isinstance(token, PSKeyword):
                self.push(token)
            elif operator := _operator(token):
                draw, count = operator
                operands = self.pop(count) if count else []
                if len(operands) == count:
                    draw(self, *operands)


@cache
def _operator(token: PSKeyword) -> tuple[Callable[..., None], int] | None:
    """Return what pdfminer.six does for an operator, and how many operands that takes."""
    name = str(keyword_name(token))
    name = name.replace("*", "_a").replace('"', "_w").replace("'", "_q")
    draw = getattr(PDFPageInterpreter, f"do_{name}", None)
    return (draw, draw.__code__.co_argcount - 1) if draw else None
