"""``checker check --watch``: the files are checked again whenever one of them is saved.

Times and sizes are looked at twice a second, which needs no library and works on every kind of disk.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from pathlib import Path

from checker import console
from checker.checking import Order, run_check
from checker.errors import CheckerError, PackError, UsageError
from checker.inputs import STDIN, collect
from checker.texts import Language, text

INTERVAL = 0.5
_State = dict[str, tuple[int, int]]


def watch(order: Order, language: Language, *, wait: Callable[[float], object] = time.sleep) -> None:
    """Check the files of *order* now and after each change, until interrupted. Raises CheckerError for wrong usage.

    New files in a folder count as changes, and so do the files that the options name. *wait* is given seconds.
    """
    if STDIN in order.files:
        raise UsageError(text("watch.stdin"))
    run_check(order, language)
    before = _state(order)
    while True:
        console.say(text("watch.waiting"), language)
        while (now := _state(order)) == before:
            wait(INTERVAL)
        before = now
        try:
            run_check(order, language)
        except CheckerError as error:  # a file half written, a pack being edited: the next save may mend it
            show = console.show_pack_error if isinstance(error, PackError) else console.show_error
            show(error, language)  # type: ignore[arg-type]


def _state(order: Order) -> _State:
    """Return time and size of every file that matters; what is not there is left out."""
    beside = [order.previous, order.answers, order.waivers, order.baseline]
    written = {str(output.path) for output in order.outputs if output.path is not None}
    names = [*_named(order.files), *(str(path) for path in beside if path is not None), *_pack(order.pack)]
    found: _State = {}
    for name in names:
        path = Path(name)
        if name not in written and path.is_file():
            status = path.stat()
            found[name] = (status.st_mtime_ns, status.st_size)
    return found


def _named(files: Sequence[str]) -> Sequence[str]:
    try:
        return collect(files).paths
    except UsageError:  # the folder is empty for now
        return ()


def _pack(name: str) -> list[str]:
    """Return the files of a pack that is given as a folder or archive; packs with a name are not watched."""
    path = Path(name)
    return [str(found) for found in sorted(path.glob("*.yaml"))] if path.is_dir() else [name]
