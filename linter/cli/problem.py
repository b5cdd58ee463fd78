"""What goes wrong at the command line, each in one sentence on standard error."""

from __future__ import annotations

import errno
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from linter.form import Words
from linter.nearest import nearest
from linter.rendering.screen import Screen

if TYPE_CHECKING:
    from linter.yamlfile import YamlError

__all__ = ["CommandError", "HangupError", "cannot_write", "complain", "nearest", "rule_file_problem"]


class CommandError(Exception):
    """The command cannot do its work; the message is one sentence for whoever typed it. Ends with status 2."""


class HangupError(Exception):
    """Whoever read our output has gone, as `head` does. Nothing is to be said about it."""


def cannot_write(path: Path | str, problem: OSError, lang: str) -> CommandError:
    """The complaint about a file that could not be written."""
    from linter.mishap import why

    reason = why(problem)
    if problem.errno == errno.ENOENT:
        reason = Words("所在的文件夹不存在，请先建好", "its folder does not exist; make it first")
    return CommandError(f"cannot write {path}: {reason.en}" if lang == "en" else f"写不了 {path}：{reason.zh}。")


def rule_file_problem(problem: YamlError, lang: str) -> str:
    """The sentence about a rule file, form or family that somebody has to mend."""
    return f"broken rule file: {problem(lang)}" if lang == "en" else f"规则文件有误：{problem(lang)}"


def complain(sentence: str) -> None:
    """Writes one line to standard error, if there is anybody to read it."""
    if sys.stderr is None:
        return
    line = Screen(sys.stderr.encoding or "utf-8").clean(" ".join(sentence.split()))
    with suppress(OSError):
        sys.stderr.write(f"gouji: {line}\n")
        sys.stderr.flush()
