"""The process that reads for another: ``python -m checker.reading.worker`` with the limits as its argument.

A request is a line of JSON: the path of a file and the name that it is shown under, or its bytes. For each, answers
come back a line each, in order, and then an empty line. More memory than the limit is refused by the system.
"""

from __future__ import annotations

import base64
import json
import sys
from collections.abc import Iterator
from pathlib import Path

from checker.errors import ReadError
from checker.model import Document
from checker.reading import read_file
from checker.reading.bundles import read_each
from checker.reading.limits import Limits
from checker.reading.source import Skipped, Source, read_error
from checker.reading.wire import dumps, loads


def main(arguments: list[str]) -> int:
    """Answer requests until there are no more."""
    limits = loads(arguments[0])
    if not isinstance(limits, Limits):
        raise TypeError("the argument holds no limits")
    _bound_memory(limits.memory_bytes)
    for line in sys.stdin.buffer:
        for answer in _answers(json.loads(line), limits):
            sys.stdout.buffer.write(answer.encode("ascii") + b"\n")
        sys.stdout.buffer.write(b"\n")
        sys.stdout.buffer.flush()
    return 0


def _answers(request: dict[str, str], limits: Limits) -> Iterator[str]:
    name = request["name"]
    try:
        for answer in _read(request, limits):
            yield dumps(answer)
    except MemoryError:
        yield dumps(read_error(name, "too_much_memory", limit=limits.memory_bytes // (1024 * 1024)))


def _read(request: dict[str, str], limits: Limits) -> Iterator[Document | ReadError | Skipped]:
    if "data" in request:
        yield from read_each(Source(base64.b64decode(request["data"]), request["name"], limits))
        return
    try:
        data = read_file(Path(request["path"]), limits)
    except ReadError as error:
        yield error
        return
    yield from read_each(Source(data, request["name"], limits))


def _bound_memory(limit: int) -> None:
    """Bound the memory of this process, where the system can."""
    try:
        import resource
    except ImportError:  # Windows has no such bound; time is bounded there all the same
        return
    hard = resource.getrlimit(resource.RLIMIT_AS)[1]
    bound = limit if hard == resource.RLIM_INFINITY else min(limit, hard)
    resource.setrlimit(resource.RLIMIT_AS, (bound, hard))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
