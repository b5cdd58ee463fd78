"""`gouji check`: lints files, folders and standard input."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from linter.cli import options
from linter.cli.outputs import STANDARD_OUTPUT, Output, Target, abandon, open_outputs, targets
from linter.cli.problem import CommandError, complain
from linter.cli.selection import enabled

if TYPE_CHECKING:
    from linter.check import Result, Task
    from linter.family import Family
    from linter.rendering.tally import Tally
    from linter.report import Report

_FAIL_ON = ("error", "warning", "info", "never")


@click.command("check", short_help="检查报告 Check reports.")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[PATH]...")
@click.option("--format", "formats", multiple=True, metavar="NAME[=FILE]",
              help="输出格式 text, html, json, sarif ...; 可重复 repeatable.")  # fmt: skip
@options.output()
@click.option("--previous", type=click.Path(path_type=Path), metavar="FILE",
              help="上年的报告 Last year's report.")  # fmt: skip
@click.option("--select", multiple=True, metavar="CODES", help="只用这些规则 Only these rules: T3,STR01.")
@click.option("--ignore", multiple=True, metavar="CODES", help="不用这些规则 All but these rules.")
@click.option("--fail-on", type=click.Choice(_FAIL_ON), default="error",
              help="何时退出码为 1 Gravity that means exit 1.")  # fmt: skip
@options.profile()
@options.rules()
@options.lang()
@click.option("--jobs", type=click.IntRange(min=0), default=1, help="进程数 Processes; 0: all cores.")
@click.option("--quiet", is_flag=True, help="只说问题 Findings only.")
@options.no_color()
@options.stdin_name()
def command(
    paths: tuple[Path, ...],
    formats: tuple[str, ...],
    output: Path | None,
    previous: Path | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    fail_on: str,
    profile: str,
    folder: Path | None,
    lang: str,
    jobs: int,
    quiet: bool,
    no_color: bool,
    stdin_name: str,
) -> int:
    """检查文件、文件夹或标准输入 (-)。

    Check files, folders or standard input (-).

    \b
    退出码 Exit status
      0  没有问题 nothing at or above --fail-on
      1  有问题   something found
      2  没能检查 unreadable file, wrong usage, broken rules
      3  内部出错 internal fault, see the log
    """
    gc.disable()  # Modules, family and rules stay to the end: going over them again and again costs a tenth.
    from linter.check import Kit, MisfitError
    from linter.checkall import check_all

    wanted = targets(formats, output, lang)
    _refuse_overwriting(paths, wanted, lang)
    family, rules = options.load(folder, lang)
    last = _read_previous(previous, family, lang) if previous is not None else None
    kit = Kit(family, rules, enabled(rules, profile, select, ignore, lang), last)
    gc.freeze()
    gc.enable()
    tasks = _tasks(paths or (Path(),), wanted, stdin_name)
    outputs = open_outputs(wanted, lang, quiet, not no_color, kit)
    try:
        tally = _run(check_all(tasks, kit, jobs or os.cpu_count() or 1), outputs)
    except MisfitError as error:
        abandon(outputs)
        raise CommandError(_refusal(error.reason(lang), lang)) from None
    except BaseException:
        abandon(outputs)
        raise
    _say_what_broke(tally, lang)
    return tally.status(fail_on)


def _read_previous(path: Path, family: Family, lang: str) -> Report:
    """Last year's report; raises CommandError if the file is none."""
    from linter.check import read_report
    from linter.sources import UnreadableError

    try:
        return read_report(path, family)
    except UnreadableError as problem:
        raise CommandError(_refusal(f"{problem.path}: {problem.reason}", lang)) from None


def _refusal(reason: str, lang: str) -> str:
    return f"--previous does not fit: {reason}" if lang == "en" else f"--previous 不能用：{reason}。"


def _tasks(paths: Sequence[Path], wanted: Sequence[Target], stdin_name: str) -> Iterator[Task]:
    """The files to check, without those that the run itself writes."""
    from linter.cli.standardinput import read_stdin
    from linter.files import STDIN, find
    from linter.sources import KNOWN_SUFFIXES

    written = {os.path.realpath(target.path) for target in wanted}
    for found in find(paths, KNOWN_SUFFIXES):
        if found == STDIN:
            yield read_stdin(stdin_name)
        elif not isinstance(found, Path) or os.path.realpath(found) not in written:
            yield found


def _refuse_overwriting(paths: Sequence[Path], wanted: Sequence[Target], lang: str) -> None:
    for target in wanted:
        name = target.path
        if name != STANDARD_OUTPUT and os.path.realpath(name) in map(os.path.realpath, paths):
            zh, en = f"{name} 是要检查的文件，不能写结果。", f"{name} is to be checked, not overwritten"
            raise CommandError(en if lang == "en" else zh)


def _run(results: Iterator[Result], outputs: Sequence[Output]) -> Tally:
    """Hands each result to every output; files that cannot be checked are named at once."""
    from linter.check import Checked
    from linter.files import Unreadable
    from linter.rendering.tally import Tally

    tally = Tally()
    for result in results:
        tally.add(result)
        if isinstance(result, Checked):
            for output in outputs:
                output.outlet.write(output.writer.report(result))
        elif isinstance(result, Unreadable):
            complain(f"{result.path}: {result.reason}")
    for output in outputs:
        output.outlet.write(output.writer.end(tally))
        output.outlet.close()
    return tally


def _say_what_broke(tally: Tally, lang: str) -> None:
    if tally.faults:
        from linter.cli.fault import tell

        tell([fault.details for fault in tally.faults], lang, [fault.path for fault in tally.faults])
    if tally.rule_errors:
        zh = f"有 {tally.rule_errors} 项规则无法执行，原因见结果中的“规则出错”。"
        complain(f"{tally.rule_errors} rule instances broke, see the result" if lang == "en" else zh)
