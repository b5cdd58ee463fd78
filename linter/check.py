"""The one way from a file to its outcomes, for every door: command line, page, hook and cluster."""

from __future__ import annotations

import traceback
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from linter.files import Unreadable
from linter.judging import judge
from linter.reading import read
from linter.sources import Source, UnreadableError, open_source

if TYPE_CHECKING:
    from linter.family import Family
    from linter.finding import Outcomes
    from linter.judging.rule import RuleSet
    from linter.report import Report


@dataclass(frozen=True)
class Checked:
    """A report and what its rules said."""

    report: Report
    outcomes: Outcomes


@dataclass(frozen=True)
class Fault:
    """A file at which the linter itself broke; `details` is the traceback for the log."""

    path: str
    details: str


Task = Path | Source | Unreadable
"""What is to be checked: a file, one that has been read, or one that is known to be unreadable."""

Result = Checked | Unreadable | Fault


@dataclass(frozen=True)
class Kit:
    """What reports are judged by: a family, its rules, and the codes of the rules that are on."""

    family: Family
    rules: RuleSet
    enabled: frozenset[str]

    def check(self, source: Source) -> Checked:
        """Reads and judges one report; raises UnreadableError if it is none."""
        return check(source, self.family, self.rules, self.enabled)


def load_kit(folder: Path | None = None) -> Kit:
    """The family in `folder`, by default the one that comes with the tool, with the rules that are on by
    default; raises YamlError."""
    from linter.kit import load_kit as load

    family, rules = load(folder)
    return Kit(family, rules, frozenset(rule.code for rule in rules.rules if rule.default))


def check(source: Source, family: Family, rules: RuleSet, enabled: frozenset[str]) -> Checked:
    """Reads and judges one report; raises UnreadableError if it is none."""
    report = read(source, family)
    return Checked(report, judge(report, rules, enabled))


def check_one(task: Task, kit: Kit) -> Result:
    """The same, with whatever goes wrong as a value."""
    if isinstance(task, Unreadable):
        return task
    try:
        source = open_source(task) if isinstance(task, Path) else task
        return kit.check(source)
    except UnreadableError as problem:
        return Unreadable(problem.path, problem.reason)
    except Exception:
        name = str(task) if isinstance(task, Path) else task.path
        return Fault(name, traceback.format_exc())


def check_all(tasks: Iterable[Task], kit: Kit, jobs: int = 1) -> Iterator[Result]:
    """Checks one after another, or in `jobs` processes; results come in the order of `tasks`."""
    if jobs > 1 and len(listed := list(tasks)) > 1:
        yield from _in_parallel(listed, kit, min(jobs, len(listed)))
        return
    for task in listed if jobs > 1 else tasks:
        yield check_one(task, kit)


def _in_parallel(tasks: list[Task], kit: Kit, jobs: int) -> Iterator[Result]:
    from concurrent.futures import ProcessPoolExecutor

    pool = ProcessPoolExecutor(jobs, initializer=_kit_of_process.append, initargs=(kit,))
    try:
        chunk = max(1, min(16, len(tasks) // (jobs * 4)))
        yield from pool.map(_check_in_process, tasks, chunksize=chunk)
    finally:
        pool.shutdown(cancel_futures=True)


_kit_of_process: list[Kit] = []


def _check_in_process(task: Task) -> Result:
    return check_one(task, _kit_of_process[-1])
