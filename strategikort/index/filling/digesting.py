"""Digesting in a process of its own, while this one writes, once there is much to digest.

Questions and answers go through pipes: eight bytes that tell how many follow, and those as
:mod:`marshal` writes them.  Only one question is ever on its way, so that the pipes cannot fill up
at both ends.
"""

from __future__ import annotations

import marshal
import os
import subprocess
from collections.abc import Mapping, Sequence
from typing import Any, BinaryIO

from strategikort import child
from strategikort.index.filling.analysis import Analyzer
from strategikort.index.filling.digest import Digest, Digester, Entry

MANY = 20_000
"""Pieces that this process digests itself at most: a second or two of work."""

_LENGTH = 8
_START = "from strategikort.index.filling.digesting import main; main()"


class Digesting:
    """Has pieces digested: :meth:`ask`, do something else, then :meth:`answer`."""

    def __init__(self, digester: Digester) -> None:
        self._digester = digester
        self._asked: tuple[Sequence[str], Sequence[str]] = ((), ())
        self._count = 0
        self._process: subprocess.Popen[bytes] | None = None
        self._alone = not several_cpus()
        self._forget = False

    def forget(self) -> None:
        """Forget which forms have been met."""
        self._digester.forget()
        self._forget = True

    def ask(self, pieces: Sequence[str], texts: Sequence[str]) -> None:
        """Have ``pieces`` and ``texts`` digested."""
        self._asked = pieces, texts
        try:
            self._count += len(pieces)
            if self._process is None and self._count > MANY and not self._alone:
                self._process = child.start(_START)
            if self._process and self._process.stdin:
                _write(self._process.stdin, (self._forget, pieces, texts))
                self._forget = False
        except OSError:
            self._do_without()

    def answer(self) -> tuple[Digest, Mapping[str, Entry]]:
        """Return the digest, and the entries of its words as far as they were made besides.

        There are none for words that have been given before.
        """
        if self._process and self._process.stdout:
            answer = _read(self._process.stdout)
            if answer is not None:
                digest, entries = answer
                return Digest(*digest), entries
            self._do_without()
        return self._digester.digest(*self._asked), {}

    def close(self) -> None:
        """End the other process, if there is one, and begin to count anew."""
        self._count = 0
        if self._process:
            self._process.kill()
            self._process.wait()
            child.close_pipes(self._process)
            self._process = None

    def _do_without(self) -> None:
        """Go on alone: the other process could not be started or has died."""
        self.close()
        self._alone = True


def several_cpus() -> bool:
    """Tell whether another process can run while this one does."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0)) > 1
    return (os.cpu_count() or 1) > 1


def main() -> None:
    """Answer questions until the standard input ends; what the other process runs."""
    import gc
    import signal
    import sys

    # Ctrl-C goes to the whole process group; this one ends with its parent.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.disable()  # nothing here refers to itself
    digester = Digester(Analyzer())
    analysed: set[str] = set()
    while (question := _read(sys.stdin.buffer)) is not None:
        forget, pieces, texts = question
        if forget:
            digester.forget()
        digest = digester.digest(pieces, texts)
        # Words that were forgotten are told again, but the vocabulary has them: it looks them up.
        new = {form: word for form, word in digest.words.items() if form not in analysed}
        analysed.update(new)
        try:
            _write(sys.stdout.buffer, (tuple(digest), digester.entries(new)))
        except OSError:
            return


def _write(pipe: BinaryIO | Any, message: Any) -> None:
    data = marshal.dumps(message)
    pipe.write(len(data).to_bytes(_LENGTH, "big"))
    pipe.write(data)
    pipe.flush()


def _read(pipe: BinaryIO | Any) -> Any:
    """Return the next message; None at the end of ``pipe``, also if that comes too early."""
    length = int.from_bytes(pipe.read(_LENGTH), "big")
    data = pipe.read(length)
    return marshal.loads(data) if length and len(data) == length else None
