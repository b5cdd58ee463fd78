"""Where the configuration of a file stands: beside it, or in a folder above it, as far as the repository's root."""

from __future__ import annotations

import os
import re
from pathlib import Path

from linter.patterns import compiled

NAME, BASELINE, WAIVERS = "gouji.toml", "gouji-baseline.yaml", "gouji-waivers.yaml"
PROJECT = "pyproject.toml"
_TOOL = rb"""["']?tool["']?\s*"""
_OURS = compiled(
    rb"^\s*(?:\[\s*" + _TOOL + rb"""(?:\]|\.\s*["']?gouji["']?\s*[.\]])|""" + _TOOL + rb"""(?:=|\.\s*["']?gouji))""",
    re.MULTILINE,
)
"""Whatever in a `pyproject.toml` may begin a part for us: a header, a dotted key, or a table called `tool`."""


class Places:
    """Folders with the files that hold for them; each folder is looked into once in a run."""

    def __init__(self) -> None:
        self._found: dict[tuple[Path, str], Path | None] = {}

    def config(self, folder: Path) -> Path | None:
        """The nearest configuration file at or above an absolute folder."""
        return self._search(folder, "")

    def upward(self, folder: Path, name: str) -> Path | None:
        """The nearest file called `name` at or above a folder."""
        return self._search(folder, name)

    def _search(self, folder: Path, name: str) -> Path | None:
        key = folder, name
        if key not in self._found:
            here = _config_in(folder) if not name else _there(folder / name)
            if here is None and not is_root(folder):
                here = self._search(folder.parent, name)
            self._found[key] = here
        return self._found[key]


def root_of(folder: Path) -> Path | None:
    """The root of the repository that an absolute folder is in."""
    for one in (folder, *folder.parents):
        if (one / ".git").exists():
            return one
    return None


def is_root(folder: Path) -> bool:
    """Whether nothing above the folder counts."""
    return folder.parent == folder or (folder / ".git").exists()


def _config_in(folder: Path) -> Path | None:
    """`gouji.toml`, else a `pyproject.toml` that has a part for us; most have none, and are not parsed to know that."""
    if (own := _there(folder / NAME)) is not None:
        return own
    project = folder / PROJECT
    try:
        return project if project.is_file() and _OURS.search(project.read_bytes()) else None
    except OSError:
        return None


def _there(path: Path) -> Path | None:
    """Also what is no file, such as a folder or a link that leads nowhere: whoever reads it says so, and it is not
    passed over in silence."""
    return path if os.path.lexists(path) else None
