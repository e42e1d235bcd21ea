"""Reading in another process, whose memory and time are bounded: a file that kills or hangs it costs that file only.

One process reads file after file, because starting one costs more than reading a report; it is replaced when it dies,
when it takes too long, and now and then.
"""

from __future__ import annotations

import base64
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread
from time import monotonic
from types import TracebackType

from checker.errors import ReadError
from checker.model import Document
from checker.reading.limits import DEFAULT, Limits
from checker.reading.source import Skipped, read_error
from checker.reading.wire import dumps, loads

_FILES_A_PROCESS = 100
_GRACE = 5.0  # seconds beyond the limit, in which a reader that watches the time itself says so better
_START = 30.0  # seconds for the process to start on a busy machine
_PACKAGE = Path(__file__).resolve().parents[2]


class Isolated:
    """Reads files in another process. A context manager: that process ends with it."""

    def __init__(self, limits: Limits = DEFAULT, command: tuple[str, ...] | None = None) -> None:
        """Take *limits*; *command* replaces the program that reads, which gets the limits as its last argument."""
        self._limits = limits
        self._command = command or (sys.executable, "-m", "checker.reading.worker")
        self._process: subprocess.Popen[bytes] | None = None
        self._lines: SimpleQueue[bytes] = SimpleQueue()
        self._read = 0

    def __enter__(self) -> Isolated:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._end()

    def read_path(self, path: Path) -> Iterator[Document | ReadError | Skipped]:
        """Yield what the file at *path* holds; see ``bundles.read_each``."""
        name = str(path)
        return self._answers({"path": str(path.absolute()), "name": name}, name)

    def read_bytes(self, data: bytes, name: str) -> Iterator[Document | ReadError | Skipped]:
        """Yield what *data* holds."""
        return self._answers({"data": base64.b64encode(data).decode("ascii"), "name": name}, name)

    def _answers(self, request: dict[str, str], name: str) -> Iterator[Document | ReadError | Skipped]:
        fresh = self._process is None or self._read >= _FILES_A_PROCESS
        process = self._started() if fresh or self._process is None else self._process
        self._read += 1
        if not self._send(process, json.dumps(request)):
            yield self._gone(name)
            return
        deadline = self._deadline(_START if fresh else 0.0)
        while True:
            try:
                line = self._lines.get(timeout=max(deadline - monotonic(), 0))
            except Empty:
                self._end()
                yield read_error(name, "too_slow", limit=f"{self._limits.seconds:g}")
                return
            if line == b"\n":
                return
            if not line.endswith(b"\n"):  # the end of its output, perhaps in the middle of an answer
                yield self._gone(name)
                return
            try:
                answer = loads(line.decode("ascii"))
            except ValueError:
                yield self._gone(name)
                return
            deadline = self._deadline(0.0)  # each draft of an archive has its own time
            yield answer

    def _deadline(self, more: float) -> float:
        return monotonic() + self._limits.seconds + self._limits.ocr + _GRACE + more

    def _send(self, process: subprocess.Popen[bytes], request: str) -> bool:
        assert process.stdin is not None
        try:
            process.stdin.write(request.encode("ascii") + b"\n")
            process.stdin.flush()
        except OSError:
            return False
        return True

    def _gone(self, name: str) -> ReadError:
        """Return the error about a process that died while it read *name*."""
        self._end()
        return read_error(name, "crashed")

    def _started(self) -> subprocess.Popen[bytes]:
        self._end()
        path = os.pathsep.join(filter(None, (str(_PACKAGE), os.environ.get("PYTHONPATH"))))
        process = subprocess.Popen(
            [*self._command, dumps(self._limits)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": path},
        )
        lines: SimpleQueue[bytes] = SimpleQueue()
        Thread(target=_pump, args=(process, lines), daemon=True).start()
        self._process, self._lines, self._read = process, lines, 0
        return process

    def _end(self) -> None:
        """End the process, if there is one."""
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        process.wait()
        if process.stdin is not None:
            try:
                process.stdin.close()
            except OSError:  # what it had not read yet is lost with it
                return


def _pump(process: subprocess.Popen[bytes], lines: SimpleQueue[bytes]) -> None:
    """Put the lines that *process* writes into *lines*, and something that is no line behind the last."""
    assert process.stdout is not None
    with process.stdout as output:
        for line in output:
            lines.put(line)
    lines.put(b"")
