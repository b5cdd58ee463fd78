"""Where results go: standard output, or files that appear only when they are complete."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Protocol

from linter.cli.problem import CommandError, HangupError
from linter.rendering.screen import Screen


class Outlet(Protocol):
    """A place to write to. `close` keeps what was written; `abandon` keeps nothing where that is possible."""

    @property
    def screen(self) -> Screen: ...

    def write(self, text: str) -> None: ...

    def close(self) -> None: ...

    def abandon(self) -> None: ...


class StandardOutput:
    """Standard output, in its own encoding; colours only on a terminal that has them."""

    def __init__(self, lang: str, colour: bool = True) -> None:
        if sys.stdout is None:
            raise CommandError(
                _say(
                    lang,
                    "标准输出是关闭的，结果无处可写，请用 -o 写到文件。",
                    "standard output is closed; write to a file with -o",
                )
            )
        self._lang = lang
        terminal = sys.stdout.isatty()
        plain = not colour or os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
        width = _width() - 1 if terminal else None
        coloured = terminal and not plain and _understands_colours()
        self.screen = Screen(sys.stdout.encoding or "utf-8", coloured, width)

    def write(self, text: str) -> None:
        """Raises HangupError when nobody reads any more, CommandError when the disk is full or the like."""
        if not text:
            return
        try:
            sys.stdout.write(text)
            sys.stdout.flush()
        except BrokenPipeError:
            _silence()
            raise HangupError from None
        except OSError as problem:
            raise unwritable(problem, self._lang) from None

    def close(self) -> None:
        """What was written is out already."""

    def abandon(self) -> None:
        """What was written cannot be taken back."""


def _width() -> int:
    import shutil  # brings archives of all kinds with it

    return shutil.get_terminal_size().columns


def open_outlet(path: Path | None, lang: str, colour: bool = True, encoding: str = "utf-8") -> Outlet:
    """Standard output for None and for `-`, else a file; raises CommandError."""
    if path is None or str(path) == "-":
        return StandardOutput(lang, colour)
    from linter.cli.outfile import OutputFile

    return OutputFile(path, lang, encoding)


def _understands_colours() -> bool:
    """True, after teaching it to the console where that is needed: click brings colorama to Windows."""
    if sys.platform == "win32":
        try:
            from colorama import just_fix_windows_console
        except ImportError:
            return False
        just_fix_windows_console()
    return True


def unwritable(problem: OSError, lang: str) -> CommandError:
    """What to say of a full disk or the like behind standard output, which takes no more from now on."""
    from linter.mishap import why

    _silence()
    zh, en = why(problem)
    return CommandError(_say(lang, f"写不到标准输出：{zh}。", f"cannot write to standard output: {en}"))


def _silence() -> None:
    """Lets the interpreter's last flush of standard output go nowhere, so that it does not complain."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError, AttributeError):
        sys.stdout = None


def _say(lang: str, zh: str, en: str) -> str:
    return en if lang == "en" else zh
