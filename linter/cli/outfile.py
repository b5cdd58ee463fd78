"""An output file that appears only when it is complete."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TextIO

from linter.cli.problem import CommandError, cannot_write
from linter.rendering.screen import Screen


class OutputFile:
    """Always UTF-8. It is written under a hidden name beside its place and moved there when complete."""

    screen = Screen("utf-8")

    def __init__(self, path: Path, lang: str, encoding: str = "utf-8") -> None:
        self._path, self._lang = path, lang
        self._target = path.resolve()
        self._part = _part_of(self._target)
        try:
            if self._target.is_dir():
                raise IsADirectoryError(0, self._say("那是一个文件夹", "it is a folder"))
            if self._target.exists() and not os.access(self._target, os.W_OK):
                raise PermissionError(0, self._say("文件是只读的", "the file is read-only"))
            self._stream: TextIO = self._part.open("w", encoding=encoding, errors="backslashreplace", newline="\n")
        except OSError as problem:
            raise self._failed(problem) from None

    def write(self, text: str) -> None:
        try:
            self._stream.write(text)
        except OSError as problem:
            raise self._failed(problem) from None

    def close(self) -> None:
        try:
            self._stream.close()
            if self._part != self._target:
                self._part.replace(self._target)
        except OSError as problem:
            raise self._failed(problem) from None

    def abandon(self) -> None:
        if not self._stream.closed:
            self._stream.close()
        if self._part != self._target:
            self._part.unlink(missing_ok=True)

    def _failed(self, problem: OSError) -> CommandError:
        return cannot_write(self._path, problem, self._lang)

    def _say(self, zh: str, en: str) -> str:
        return en if self._lang == "en" else zh


def _part_of(target: Path) -> Path:
    """Where to write at first; a device or a pipe can only be written to directly."""
    if target.exists() and not target.is_file() and not target.is_dir():
        return target
    return target.with_name(f".{target.name}.{os.getpid()}.part")
