"""`--previous`: last year's report, named on the command line."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from linter.cli.problem import CommandError
from linter.halves import half

if TYPE_CHECKING:
    from linter.family import Family
    from linter.report import Report


def read_previous(path: Path | None, family: Family, lang: str) -> Report | None:
    """Last year's report, None where none is named; raises CommandError if the file is none."""
    if path is None:
        return None
    from linter.check import read_report
    from linter.sources import UnreadableError

    try:
        return read_report(path, family)
    except UnreadableError as problem:
        raise refusal(f"{problem.path}: {half(problem.reason, lang)}", lang) from None


def refusal(reason: str, lang: str) -> CommandError:
    """The complaint about a file that is not last year's report."""
    return CommandError(f"--previous does not fit: {reason}" if lang == "en" else f"--previous 不能用：{reason}。")
