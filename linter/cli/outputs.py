"""The formats that `check` was asked for, and where each of them goes."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from linter.cli.outlet import Outlet, open_outlet
from linter.cli.problem import CommandError, nearest
from linter.record import NamedTuple
from linter.rendering import FORMATS, writer
from linter.rendering.interface import Manner, Writer

if TYPE_CHECKING:
    from linter.check import Kit

STANDARD_OUTPUT = Path("-")


class Target(NamedTuple):
    """A format and the file that it goes to, `-` for standard output."""

    format: str
    path: Path


class Output(NamedTuple):
    """An open outlet and the writer of its format."""

    outlet: Outlet
    writer: Writer


def targets(formats: Sequence[str], output: Path | None, lang: str) -> list[Target]:
    """What `--format name`, `--format name=file` and `--output file` ask for together.

    A format without a file goes to `--output`, else to standard output, and there may be one such;
    without any it is text, unless every format asked for has a file. Raises CommandError.
    """
    found = [_target(text, output, lang) for text in formats]
    default = output or STANDARD_OUTPUT
    if not found or (output is not None and output not in [target.path for target in found]):
        found.append(Target("text", default))
    paths = [target.path for target in found]
    for path in paths:
        if paths.count(path) > 1:
            place = path if path != STANDARD_OUTPUT else _say(lang, "标准输出", "standard output")
            zh = f"有两种格式都要写到{place}，请用 --format 格式=文件 分开。"
            en = f"two formats go to {place}; tell them apart with --format NAME=FILE"
            raise CommandError(_say(lang, zh, en))
    return found


def _target(text: str, output: Path | None, lang: str) -> Target:
    name, divider, file = text.partition("=")
    if name not in FORMATS:
        known = _say(lang, "、", ", ").join(FORMATS)
        near = nearest(name, FORMATS)
        hint = _say(lang, f"是不是 {near}？", f"did you mean {near}? ") if near else ""
        zh, en = f"没有叫 {name} 的格式，{hint}现有 {known}。", f"no format is called {name}; {hint}there are {known}"
        raise CommandError(_say(lang, zh, en))
    if divider and not file:
        raise CommandError(
            _say(
                lang,
                f"--format {text} 没有写文件名，请写成 {name}=文件名。",
                f"--format {text} names no file; write {name}=FILE",
            )
        )
    return Target(name, Path(file) if file else output or STANDARD_OUTPUT)


def open_outputs(
    found: Sequence[Target], lang: str, quiet: bool, colour: bool, kits: tuple[Kit, ...] = ()
) -> list[Output]:
    """Opens every target before the work begins; raises CommandError if one cannot be written. `kits` are all that
    reports of the run are judged by."""
    opened: list[Output] = []
    try:
        for name, path in found:
            outlet = open_outlet(path, lang, colour)
            kit, *others = kits or (None,)
            opened.append(Output(outlet, writer(name, Manner(lang, quiet, outlet.screen, kit, tuple(others)))))
    except CommandError:
        abandon(opened)
        raise
    return opened


def abandon(outputs: Sequence[Output]) -> None:
    for output in outputs:
        output.outlet.abandon()


def _say(lang: str, zh: str, en: str) -> str:
    return en if lang == "en" else zh
