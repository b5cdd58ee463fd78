"""The user's cache folder, where what takes long to make waits for the next start: parsed grammars, rules, patterns.

Nothing depends on it: without a folder that can be written, everything is made anew. Each thing is kept under a name
for all that it was made of, so it is never out of date; a damaged one is made anew.
"""

from __future__ import annotations

import os
import pickle
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

from linter import __version__

Made = TypeVar("Made")

_MOST = 8
"""How many things of one kind are kept: every change of a rule file leaves one behind."""
_MAKERS = ("", "judging", "reading", "reading/claims", "reading/tables", "rendering/whatif", "suspects")
"""The rooms whose code makes what is kept: with another state of them, everything is made anew."""


def kept(kind: str, name: str, make: Callable[[], Made]) -> Made:
    """What `make` makes: plain data that can be pickled. Another `name` (see `name_of`) means another thing of the
    same `kind`."""
    folder = cache_folder()
    if folder is None:
        return make()
    path = folder / f"{kind}-{name}.pickle"
    try:
        found: Made = pickle.loads(path.read_bytes())  # noqa: S301 - a file of this user's own
        return found
    except FileNotFoundError:
        pass
    except Exception:  # noqa: BLE001  # whatever is wrong with a damaged cache, it is as good as none
        with suppress(OSError):
            path.unlink(missing_ok=True)
    made = make()
    forget_old(path, kind)
    from pickletools import optimize

    from linter.patterns import dumps

    replace_file(path, optimize(dumps(made)))
    return made


def name_of(*parts: str | bytes) -> str:
    """A name for something that is made of these parts by the code as it is now."""
    digest = sha256(_makers().encode())
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        digest.update(b"\0%d\0" % len(data))
        digest.update(data)
    return digest.hexdigest()[:24]


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


@cache
def path_for_python(kind: str, suffix: str = ".pickle") -> Path | None:
    """Where to keep what only this version of Python understands."""
    folder = cache_folder()
    return folder and folder / f"{kind}-{sys.implementation.cache_tag}-{sys.hexversion:x}{suffix}"


@cache
def _makers() -> str:
    """When the code was last changed: between two releases the version alone does not tell."""
    here = Path(__file__).parent
    newest = max(file.stat().st_mtime_ns for room in _MAKERS for file in os.scandir(here / room) if file.is_file())
    return f"{__version__} {newest} {sys.version}"


def forget_old(path: Path, kind: str) -> None:
    """Removes all but the newest things of a kind, and leaves room for the one at this path."""
    try:
        old = sorted(path.parent.glob(f"{kind}-*{path.suffix}"), key=lambda one: one.stat().st_mtime, reverse=True)
        for one in old[_MOST - 1 :]:
            one.unlink(missing_ok=True)
    except OSError:
        return


def replace_file(path: Path, data: bytes) -> None:
    """Writes a cache file as a whole or not at all; a cache that cannot be written is none."""
    part = path.with_name(f"{path.name}.{os.getpid()}")
    try:
        part.write_bytes(data)
        part.replace(path)
    except OSError:
        part.unlink(missing_ok=True)
    except KeyboardInterrupt:
        part.unlink(missing_ok=True)
        raise
