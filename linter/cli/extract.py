"""`gouji extract`: prints what was read of one report."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from linter.cli import options
from linter.cli.guard import refuse_kept, refuse_named
from linter.cli.outlet import open_outlet
from linter.cli.problem import complain
from linter.cli.setup import Setup, setup_for
from linter.halves import half

if TYPE_CHECKING:
    from linter.report import Report

_FORMATS = ("text", "json", "csv")


@click.command("extract", short_help="列出读到的数字 Print what was read.")
@click.argument("path", type=click.Path(path_type=Path))
@click.option("--format", "name", type=click.Choice(_FORMATS), default="text", help="输出格式 Output format.")
@options.output()
@options.rules()
@options.lang()
@options.no_color()
@options.stdin_name()
def command(
    path: Path,
    name: str,
    output: Path | None,
    folder: Path | None,
    lang: str,
    no_color: bool,
    stdin_name: str,
) -> int:
    """列出读到的每个表格单元和正文数字，以及位置。

    Print every cell and every claim of a report with its place.
    """
    from linter.files import STDIN
    from linter.rendering.extract import extract
    from linter.rendering.interface import Manner
    from linter.sources import UnreadableError

    target = output or STDIN
    refuse_named(target, (path,), lang)
    try:
        setup = setup_for(path, folder, lang)
        refuse_kept(target, (setup,), lang)
        report, without_witness = _read(path, setup, stdin_name, judged=name == "text")
    except UnreadableError as problem:
        complain(f"{problem.path}: {half(problem.reason, lang)}")
        return 2
    # Excel takes a CSV file for the local code page unless a byte order mark says otherwise.
    encoding = "utf-8-sig" if name == "csv" else "utf-8"
    outlet = open_outlet(output, lang, not no_color, encoding)
    try:
        outlet.write(extract(name, report, Manner(lang, screen=outlet.screen), without_witness))
        outlet.close()
    except BaseException:
        outlet.abandon()
        raise
    return 0


def _read(path: Path, setup: Setup, stdin_name: str, *, judged: bool) -> tuple[Report, tuple[int, ...]]:
    """The report, and the claims in it that no table confirms or denies."""
    from linter.cli.standardinput import read_stdin
    from linter.files import STDIN, Unreadable
    from linter.reading import read
    from linter.sources import UnreadableError, open_source

    source = read_stdin(stdin_name) if path == STDIN else open_source(path)
    if isinstance(source, Unreadable):
        raise UnreadableError(source.path, source.reason)
    report = read(source, setup.family)
    if not judged:
        return report, ()
    from linter.judging import judge

    return report, judge(report, setup.rules).without_witness
