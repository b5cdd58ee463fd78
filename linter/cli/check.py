"""`gouji check`: lints files, folders and standard input."""

from __future__ import annotations

from pathlib import Path

import click

from linter.cli import options
from linter.cli.checking import Request, check
from linter.cli.setup import Asked

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
@click.option("--fail-on", type=click.Choice(_FAIL_ON),
              help="何时退出码为 1 Gravity that means exit 1.")  # fmt: skip
@options.profile()
@options.rules()
@options.config()
@click.option("--no-baseline", is_flag=True, help="不用基线 Show what the baseline holds back, too.")
@click.option("--tolerate-unreadable", is_flag=True,
              help="读不了的文件只点名 Unreadable files are named only.")  # fmt: skip
@options.lang()
@click.option("--jobs", type=click.IntRange(min=0), default=1, help="进程数 Processes; 0: all cores.")
@click.option("--quiet", "-q", is_flag=True, help="只说问题 Findings only.")
@options.no_color()
@options.stdin_name()
@click.option("--watch", is_flag=True, help="保存一次检查一次 Check again whenever a file is saved.")
def command(
    paths: tuple[Path, ...],
    formats: tuple[str, ...],
    output: Path | None,
    previous: Path | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    fail_on: str | None,
    profile: str | None,
    folder: Path | None,
    config: Path | None,
    no_baseline: bool,
    tolerate_unreadable: bool,
    lang: str,
    jobs: int,
    quiet: bool,
    no_color: bool,
    stdin_name: str,
    watch: bool,
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
    asked = Asked(config, profile, select, ignore, folder, options.lang_given(), lang)
    request = Request(
        asked,
        paths,
        formats=formats,
        output=output,
        previous=previous,
        fail_on=fail_on,
        baseline=not no_baseline,
        tolerate_unreadable=tolerate_unreadable,
        jobs=jobs,
        quiet=quiet,
        colour=not no_color,
        stdin_name=stdin_name,
    )
    if not watch:
        return check(request)
    from linter.cli.watching import watch as again_and_again

    return again_and_again(paths, lambda: check(request), lang)
