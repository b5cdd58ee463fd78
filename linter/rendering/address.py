"""Paths of reports as other programs look for them: from the folder of the run, with forward slashes."""

from __future__ import annotations

import os
from pathlib import Path, PurePath
from urllib.parse import quote


def address(path: str) -> str:
    """Relative to the folder of the run where the file is inside it, else as it was given."""
    inside = _inside(path)
    return PurePath(path).as_posix() if inside is None else inside


def uri(path: str) -> str:
    """The same as a relative reference, percent-encoded; a file outside has its whole `file:` URI."""
    inside = _inside(path)
    if inside is None:
        return Path(os.path.abspath(path)).as_uri()  # noqa: PTH100 - unlike `resolve` it leaves links alone
    return quote(_bytes(inside))


def _bytes(path: str) -> bytes:
    """As the file system has it, also where a name is no text."""
    try:
        return path.encode(errors="surrogateescape")
    except UnicodeEncodeError:  # Windows: half of a character of two halves.
        return path.encode(errors="surrogatepass")


def _inside(path: str) -> str | None:
    try:
        found = PurePath(os.path.relpath(path))
    except ValueError:  # Another drive of Windows, or no name at all.
        return None
    return None if found.parts[:1] == ("..",) else found.as_posix()
