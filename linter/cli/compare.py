"""`gouji compare A B`: one report in two renditions, and everything in which they differ."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from linter.cli import options
from linter.cli.guard import refuse_kept, refuse_named
from linter.cli.outlet import open_outlet
from linter.cli.problem import CommandError, complain
from linter.cli.setup import Setup, setup_for
from linter.halves import half

if TYPE_CHECKING:
    from linter.report import Report

_FORMATS = ("text", "json")


@click.command("compare", short_help="比较两个版本 Compare two renditions.")
@click.argument("first", type=click.Path(path_type=Path), metavar="A")
@click.argument("second", type=click.Path(path_type=Path), metavar="B")
@click.option("--format", "name", type=click.Choice(_FORMATS), default="text", help="输出格式 Output format.")
@options.output()
@options.rules()
@options.lang()
@options.no_color()
@options.stdin_name()
def command(
    first: Path,
    second: Path,
    name: str,
    output: Path | None,
    folder: Path | None,
    lang: str,
    no_color: bool,
    stdin_name: str,
) -> int:
    """比较同一份报告的两个版本，比如 Word 稿和网页。

    Compare two renditions of one report.

    \b
    退出码 Exit status
      0  两份一致 the same
      1  有不同   something differs
      2  读不了   a file cannot be read as a report
    """
    from linter.comparison import compare
    from linter.files import STDIN
    from linter.rendering.compare import compare as render
    from linter.rendering.interface import Manner
    from linter.sources import UnreadableError

    _refuse_stdin_twice(first, second, lang)
    target, paths = output or STDIN, (first, second)
    refuse_named(target, paths, lang)
    setups = [setup_for(path, folder, lang) for path in paths]
    refuse_kept(target, setups, lang)
    try:
        reports = [_read(path, setup, stdin_name) for path, setup in zip(paths, setups, strict=True)]
    except UnreadableError as problem:
        complain(f"{problem.path}: {half(problem.reason, lang)}")
        return 2
    found = compare(*reports)
    outlet = open_outlet(output, lang, not no_color)
    try:
        outlet.write(render(name, found, Manner(lang, screen=outlet.screen)))
        outlet.close()
    except BaseException:
        outlet.abandon()
        raise
    return 0 if found.same else 1


def _refuse_stdin_twice(first: Path, second: Path, lang: str) -> None:
    from linter.files import STDIN

    if first == second == STDIN:
        zh, en = (
            "标准输入只能读一次，另一份请给出文件名。",
            "standard input can be read once; name a file for the other",
        )
        raise CommandError(en if lang == "en" else zh)


def _read(path: Path, setup: Setup, stdin_name: str) -> Report:
    """The report in a file or on standard input; raises UnreadableError."""
    from linter.check import read_report
    from linter.cli.standardinput import read_stdin
    from linter.files import STDIN

    return read_report(read_stdin(stdin_name) if path == STDIN else path, setup.family)
