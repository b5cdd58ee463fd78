"""The log that is written when the linter itself breaks."""

from __future__ import annotations

import os
import platform
import sys
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path

from linter import __version__
from linter.cli.problem import complain


def log(details: Iterable[str]) -> Path | None:
    """Writes what is known about a fault to a file of its own; None where no folder can be written."""
    name = f"gouji-{time.strftime('%Y%m%d-%H%M%S')}-{os.getpid()}.log"
    text = "\n\n".join([_circumstances(), *details]).rstrip() + "\n"
    for folder in _folders():
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            path = folder / name
            with path.open("x", encoding="utf-8", errors="backslashreplace") as stream:
                stream.write(text)
        except (OSError, RuntimeError):
            continue
        return path
    return None


def _circumstances() -> str:
    return (
        f"gouji {__version__}, Python {platform.python_version()}, {platform.platform()}\narguments: {sys.argv[1:]!r}"
    )


def _folders() -> Iterable[Path]:
    if sys.platform == "win32":
        yield Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / "gouji"
    elif state := os.environ.get("XDG_STATE_HOME"):
        yield Path(state) / "gouji"
    elif home := os.environ.get("HOME"):
        yield Path(home) / ".local" / "state" / "gouji"
    yield Path(tempfile.gettempdir())


def tell(details: Iterable[str], lang: str, paths: Iterable[str] = ()) -> None:
    """Logs a fault and says in one line where."""
    path = log(details)
    at = ("、" if lang == "zh" else ", ").join(paths)
    if lang == "en":
        complain(f"internal fault{' at ' + at if at else ''}; the log is {path or 'lost: no folder to write it'}")
    else:
        complain(f"{'检查 ' + at + ' 时' if at else ''}程序内部出错，记录在 {path or '（没有可写的文件夹）'}")
