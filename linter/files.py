"""Which files a command's paths stand for: the files themselves, and those inside folders."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from linter.record import NamedTuple

STDIN = Path("-")
_COMPANIONS = ("_files", ".files")
"""Folders that browsers and Word make beside a saved page."""


class Unreadable(NamedTuple):
    """A file that is no such report, and why, in one sentence."""

    path: str
    reason: str


def find(paths: Iterable[Path], suffixes: Collection[str]) -> Iterator[Path | Unreadable]:
    """Every file once, in the order of `paths`; inside a folder sorted by name, subfolders after files.

    A file named outright is tried whatever its ending. In folders only files with a known ending count;
    hidden ones and the lock files of Office (`~$年报.docx`) do not. What leads nowhere comes out as an
    Unreadable in its place, so that one bad path costs none of the others.
    """
    seen: set[str] = set()
    for path in paths:
        for found in _below(path, suffixes):
            if isinstance(found, Path):
                key = os.path.realpath(found) if found != STDIN else "-"
                if key in seen:
                    continue
                seen.add(key)
            yield found


def _below(path: Path, suffixes: Collection[str]) -> Iterator[Path | Unreadable]:
    if path == STDIN or not _is_folder(path):
        yield path
        return
    empty = True
    for found in _walk(path, suffixes):
        empty = False
        yield found
    if empty:
        known = " ".join(sorted(suffixes))
        yield Unreadable(
            str(path),
            f"文件夹里没有可以检查的文件，请核对路径；认得的是 {known} (a folder without reports; see to the path)",
        )


def _walk(folder: Path, suffixes: Collection[str]) -> Iterator[Path | Unreadable]:
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as problem:
        from linter.mishap import why

        cause = why(problem)
        reason = (
            f"文件夹打不开：{cause.zh}，请修改权限，或另给一个"
            f" (the folder cannot be opened: {cause.en}; change that, or name another)"
        )
        yield Unreadable(str(folder), reason)
        return
    visible = [entry for entry in entries if not entry.name.startswith((".", "~$"))]
    for entry in visible:
        if (folder / entry.name).suffix.lower() in suffixes and _is_file(entry):
            yield folder / entry.name
    for entry in visible:
        if entry.is_dir(follow_symlinks=False) and not entry.name.endswith(_COMPANIONS):
            yield from _walk(folder / entry.name, suffixes)


def _is_folder(path: Path) -> bool:
    """Also for a path that the system refuses, such as one that is too long."""
    try:
        return path.is_dir()
    except OSError:
        return False


def _is_file(entry: os.DirEntry[str]) -> bool:
    """Also for a link that leads round in a circle."""
    try:
        return entry.is_file()
    except OSError:
        return False
