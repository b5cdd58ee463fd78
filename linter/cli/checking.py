"""One run of `gouji check`: files in, outputs out, and the exit status."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from linter.cli.guard import refuse_kept, refuse_named
from linter.cli.outputs import Output, abandon, open_outputs, targets
from linter.cli.previous import refusal
from linter.cli.problem import complain
from linter.cli.setup import Asked
from linter.record import NamedTuple

if TYPE_CHECKING:
    from linter.cli.inspection import Inspected, Inspection
    from linter.rendering.tally import Tally


WORDLESS = frozenset({"gitlab"})
"""Formats without a word for what is held back. An entry more would be a finding more, to be closed by hand."""


class Request(NamedTuple):
    """What the command line asks of `check`."""

    asked: Asked
    paths: tuple[Path, ...]
    formats: tuple[str, ...] = ()
    output: Path | None = None
    previous: Path | None = None
    fail_on: str | None = None
    baseline: bool = True
    tolerate_unreadable: bool = False
    jobs: int = 1
    quiet: bool = False
    colour: bool = True
    stdin_name: str = "-"


def check(request: Request) -> int:
    """Checks everything once; raises CommandError, ConfigError, YamlError."""
    from linter.check import MisfitError
    from linter.cli.inspection import Inspection

    said = request.asked.lang or request.asked.locale
    wanted = targets(request.formats, request.output, said)
    for target in wanted:
        refuse_named(target.path, request.paths, said)
    inspection = Inspection(
        request.asked,
        request.paths,
        stdin_name=request.stdin_name,
        written=[target.path for target in wanted],
        baseline=request.baseline,
        previous=request.previous,
    )
    lang = inspection.lang
    for target in wanted:
        refuse_kept(target.path, inspection.setups, lang)
    inspection.refuse_nothing()
    gc.freeze()  # Modules, family and rules stay to the end.
    outputs = open_outputs(wanted, lang, request.quiet, request.colour, inspection.kits)
    try:
        tally = _run(inspection.results(request.jobs or os.cpu_count() or 1), outputs, request.fail_on, lang)
    except MisfitError as error:
        abandon(outputs)
        raise refusal(error.reason(lang), lang) from None
    except BaseException:
        abandon(outputs)
        raise
    _say_what_broke(tally, lang)
    if not request.quiet:
        if all(target.format in WORDLESS for target in wanted):
            _say_what_is_held(tally, lang)
        _say_what_is_settled(inspection, lang)
    return tally.status(unreadable_fails=not request.tolerate_unreadable)


def _run(results: Iterator[Inspected], outputs: Sequence[Output], fail_on: str | None, lang: str) -> Tally:
    """Hands each result to every output; files that cannot be checked are named at once. What fails a report says
    the command line, else the report's own configuration."""
    from linter.check import Checked
    from linter.files import Unreadable
    from linter.rendering.tally import Tally

    tally = Tally()
    for result, setup in results:
        tally.add(result, fail_on or setup.config.fail_on or "error")
        if isinstance(result, Checked):
            for output in outputs:
                output.outlet.write(output.writer.report(result))
        elif isinstance(result, Unreadable):
            from linter.halves import half

            complain(f"{result.path}: {half(result.reason, lang)}")
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


def _say_what_is_held(tally: Tally, lang: str) -> None:
    from linter.rendering.held import counted
    from linter.rendering.interface import Manner

    if told := counted(tally.held, tally.ignored, Manner(lang)):
        complain(told.lstrip("；; "))


def _say_what_is_settled(inspection: Inspection, lang: str) -> None:
    for where, count in (+inspection.settled).items():
        path = os.path.relpath(where)
        zh = f"{path} 里有 {count} 处问题已经不在了，可以用 gouji baseline --prune 删去。"
        en = f"{count} findings in {path} are gone; `gouji baseline --prune` removes them"
        complain(en if lang == "en" else zh)
