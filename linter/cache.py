"""The user's cache folder, where parsed grammars and rules wait for the next start.

Nothing depends on it: without a folder that can be written, everything is made anew.
"""

from __future__ import annotations

import os
import sys
from functools import cache
from pathlib import Path


@cache
def cache_folder() -> Path | None:
    """A folder that only this user writes to, or None where there is none."""
    folder = _base() / "gouji"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if hasattr(os, "getuid") and folder.stat().st_uid != os.getuid():
            return None
    except OSError:
        return None
    return folder if os.access(folder, os.W_OK) else None


def _base() -> Path:
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    try:
        return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    except RuntimeError:
        return Path("/nonexistent")


def replace_file(path: Path, data: bytes) -> None:
    """Writes a cache file as a whole or not at all; a cache that cannot be written is none."""
    part = path.with_name(f"{path.name}.{os.getpid()}")
    try:
        part.write_bytes(data)
        part.replace(path)
    except OSError:
        part.unlink(missing_ok=True)
