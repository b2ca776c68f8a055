"""A worker process: started, asked, and killed when it is silent for too long.

Questions and answers go through pipes: a line of JSON (and the file's bytes after a question).
"""

from __future__ import annotations

import json
import queue
import threading
import time
from collections.abc import Iterator, Mapping
from typing import Any

from strategikort import child

_START = "from strategikort.readers.apart.worker import main; main()"
_FILES_PER_WORKER = 100


class WorkerSilentError(Exception):
    """The worker has said nothing for as long as it may."""


class WorkerDiedError(Exception):
    """The worker has ended in the middle of an answer."""


class WorkerProcess:
    """One worker process; ``memory_bytes`` limits its memory where the system can do that."""

    def __init__(self, memory_bytes: int) -> None:
        self._process = child.start(_START, str(memory_bytes))
        self._lines: queue.Queue[bytes] = queue.Queue()
        self._asked = 0
        self._thread = threading.Thread(target=self._listen, daemon=True)
        self._thread.start()

    @property
    def usable(self) -> bool:
        """Whether the worker lives and is not yet worn out."""
        return self._process.poll() is None and self._asked < _FILES_PER_WORKER

    def ask(
        self, header: Mapping[str, object], data: bytes, silence: float, deadline: float
    ) -> Iterator[dict[str, Any]]:
        """Ask one question and yield what the worker says, the answer last.

        ``silence`` is how many seconds it may take between two messages, ``deadline`` when
        everything must be said (``time.monotonic()``).  Raises ``WorkerSilentError`` and
        ``WorkerDiedError``.
        """
        self._asked += 1
        self._send(header, data)
        while True:
            wait = min(silence, deadline - time.monotonic())
            try:
                line = self._lines.get(timeout=max(wait, 0.01))
            except queue.Empty:
                raise WorkerSilentError from None
            if not line:
                raise WorkerDiedError
            message: dict[str, Any] = json.loads(line)
            yield message
            if "page" not in message:
                return

    def kill(self) -> None:
        """End the worker at once."""
        self._process.kill()
        self._process.wait()
        self._thread.join()
        child.close_pipes(self._process)

    def _send(self, header: Mapping[str, object], data: bytes) -> None:
        pipe = self._process.stdin
        if pipe is None:
            raise WorkerDiedError
        try:
            pipe.write(json.dumps(header).encode() + b"\n")
            pipe.write(data)
            pipe.flush()
        except OSError as error:
            raise WorkerDiedError from error

    def _listen(self) -> None:
        pipe = self._process.stdout
        if pipe:
            for line in pipe:
                self._lines.put(line)
        self._lines.put(b"")
