"""The user's own cache folder. Nothing in it decides anything, and no document is ever kept there."""

from __future__ import annotations

import contextlib
import os
import stat
from pathlib import Path


def folder() -> Path | None:
    """Return the cache folder, made if need be; None unless it belongs to the user alone."""
    base = os.environ.get("XDG_CACHE_HOME", "")
    try:
        path = (Path(base) if Path(base).is_absolute() else Path.home() / ".cache") / "checker"
        path.parent.mkdir(parents=True, exist_ok=True)
        with contextlib.suppress(FileExistsError):
            path.mkdir(mode=0o700)
        status = path.lstat()
    except (OSError, RuntimeError):  # RuntimeError: the user has no home
        return None
    if not stat.S_ISDIR(status.st_mode):
        return None
    if hasattr(os, "getuid") and (status.st_uid != os.getuid() or stat.S_IMODE(status.st_mode) & 0o077):
        return None
    return path
