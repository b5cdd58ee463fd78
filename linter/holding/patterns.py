"""Which files a pattern of the configuration means."""

from __future__ import annotations

import os
from fnmatch import fnmatchcase
from functools import lru_cache
from pathlib import Path


def matches(path: str, folder: Path, pattern: str) -> bool:
    """Whether a report is meant: by its path from `folder` or by its name alone. `*` stands for anything, folders
    among it; a pattern that names a folder means everything in it."""
    name = _from(path, folder)
    pattern = pattern.removeprefix("./")
    if name.startswith(pattern.rstrip("/") + "/") or fnmatchcase(name, pattern):
        return True
    if pattern.startswith("**/") and fnmatchcase(name, pattern[3:]):
        return True
    return "/" not in pattern and fnmatchcase(name.rpartition("/")[2], pattern)


@lru_cache(maxsize=64)
def _from(path: str, folder: Path) -> str:
    return Path(os.path.relpath(Path(path).resolve(), folder.resolve())).as_posix()
