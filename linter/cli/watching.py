"""`--watch`: checks again whenever a file was saved, until Ctrl-C."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from pathlib import Path

from linter.cli.problem import CommandError, complain, rule_file_problem
from linter.cli.setup import folder_of
from linter.config import ConfigError
from linter.config.discovery import BASELINE, NAME, WAIVERS, Places
from linter.yamlfile import YamlError

_PAUSE = 0.4
"""Seconds between two looks."""

_PATIENCE = 5
"""Looks for which a file may be away while a program saves it."""

State = dict[str, tuple[int, int]]
"""Time of change in nanoseconds and size of each file that is there."""


def watch(paths: Sequence[Path], check: Callable[[], int], lang: str) -> int:
    """The status of the last check. What Word puts beside a file while it is open (`~$年报.docx`, `~WRD0001.tmp`) is
    nobody's report; while it writes, the file may be away or incomplete, so a change counts once it rests."""
    if any(str(path) == "-" for path in paths):
        zh, en = "标准输入不能用 --watch，请给出文件名。", "standard input cannot be watched; name a file"
        raise CommandError(en if lang == "en" else zh)
    status = 0
    try:
        while True:
            seen = _look(paths)
            status = _once(check, lang)
            if not seen and not any(path.exists() for path in paths):
                return status
            complain("watching; Ctrl-C ends" if lang == "en" else "等待保存，按 Ctrl-C 结束。")
            _wait(paths, seen, lang)
    except KeyboardInterrupt:
        return status


def _once(check: Callable[[], int], lang: str) -> int:
    """A mistake in a rule or a configuration is told, and may be mended while we wait."""
    try:
        return check()
    except CommandError as error:
        complain(str(error))
    except ConfigError as error:
        complain(error(lang))
    except YamlError as error:
        complain(rule_file_problem(error, lang))
    return 2


def _wait(paths: Sequence[Path], seen: State, lang: str) -> None:
    """Returns when something is other than what was `seen`, and the same at two looks; what stays away is named."""
    before, away = seen, 0
    while True:
        time.sleep(_PAUSE)
        now = _look(paths)
        away = 0 if now else away + 1
        if away == _PATIENCE:
            names = " ".join(str(path) for path in paths) or "."
            zh = f"{names}：文件不在了，等它回来；按 Ctrl-C 结束。"
            complain(f"{names}: gone; waiting for it, Ctrl-C ends" if lang == "en" else zh)
            seen = {}
        if now and now != seen and now == before:
            return
        before = now


def _look(paths: Sequence[Path]) -> State:
    """The files that would be checked, and the configuration, waivers and baseline that hold for them."""
    from linter.files import find
    from linter.sources import KNOWN_SUFFIXES

    found = [one for one in find(paths or (Path(),), KNOWN_SUFFIXES) if isinstance(one, Path)]
    places = Places()
    folders = {folder_of(one) for one in found}
    above = [places.config(one) or one / NAME for one in folders]
    above += [path for one in folders if (path := places.upward(one, BASELINE)) is not None]
    beside = {*above, *(one / WAIVERS for one in folders)}
    state: State = {}
    for path in (*found, *sorted(beside)):
        try:
            status = path.stat()
        except OSError:
            continue
        state[str(path)] = status.st_mtime_ns, status.st_size
    return state
