"""What a configuration says; everything that it leaves out has the value that the tool has without one."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from linter.finding import Severity
from linter.record import NamedTuple

_NONE: Mapping[str, str] = {}


class Config(NamedTuple):
    """`folder` is where the configuration stands, and what its paths and patterns count from; `path` is its file, None
    where there is no configuration. `lines` are the lines of its keys, and of words in their values, for messages."""

    folder: Path
    path: Path | None = None
    profile: str | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: str | None = None
    language: str | None = None
    family: str | None = None
    rules: tuple[str, ...] = ()
    paths: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    level: str | None = None
    deadlines: Mapping[str, str] = _NONE
    severities: Mapping[str, Severity] = {}
    per_file_ignores: Mapping[str, tuple[str, ...]] = {}
    lines: Mapping[str, int] = {}

    def line(self, *names: str) -> int | None:
        """The line of the last of `names` that is known: first a key, then words below it."""
        found = None
        for count in range(1, len(names) + 1):
            found = self.lines.get("\0".join(names[:count]), found)
        return found


class ConfigError(Exception):
    """A mistake in a configuration: file, line, what is wrong and what should stand there, in both languages."""

    def __init__(self, path: Path | str, line: int | None, zh: str, en: str) -> None:
        place = f"{path}:{line}" if line else f"{path}"
        super().__init__(f"{place}: {en}")
        self.place, self.zh, self.en = place, zh, en

    def __call__(self, lang: str) -> str:
        return f"{self.place}: {self.en}" if lang == "en" else f"{self.place}：{self.zh}"
