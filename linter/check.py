"""The one way from a file to its outcomes, for every door: command line, page, hook and cluster."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from linter.files import Unreadable
from linter.form import Words
from linter.judging import judge
from linter.previous import identity, misfit
from linter.reading import read
from linter.record import NamedTuple
from linter.sources import Source, UnreadableError, open_source
from linter.suspects import with_suspects

if TYPE_CHECKING:
    from linter.family import Family
    from linter.finding import Outcomes
    from linter.judging.rule import RuleSet
    from linter.report import Report


class Checked(NamedTuple):
    """A report and what its rules said; `previous` is last year's report, where it was compared with one.

    `kit` is what it was judged by, where a run may judge others by something else."""

    report: Report
    outcomes: Outcomes
    previous: Report | None = None
    kit: Kit | None = None


class Fault(NamedTuple):
    """A file at which the linter itself broke; `details` is the traceback for the log."""

    path: str
    details: str


Task = Path | Source | Unreadable
"""What is to be checked: a file, one that has been read, or one that is known to be unreadable."""

Result = Checked | Unreadable | Fault


class Kit(NamedTuple):
    """What reports are judged by: a family, its rules, and the codes of the rules that are on.

    `previous` is last year's report of whatever is checked; reports that it does not belong to are refused."""

    family: Family
    rules: RuleSet
    enabled: frozenset[str]
    previous: Report | None = None

    def check(self, source: Source) -> Checked:
        """Reads and judges one report; raises UnreadableError if it is none, MisfitError if `previous` is wrong."""
        return check(source, self.family, self.rules, self.enabled, self.previous)


class MisfitError(Exception):
    """The report that was given as last year's is not; `reason` says why in both languages."""

    def __init__(self, reason: Words) -> None:
        super().__init__(reason.zh, reason.en)
        self.reason = reason


def load_kit(folder: Path | None = None) -> Kit:
    """The family in `folder`, by default the one that comes with the tool, with the rules that are on by
    default; raises YamlError."""
    from linter.kit import load_kit as load

    family, rules = load(folder)
    return Kit(family, rules, frozenset(rule.code for rule in rules.rules if rule.default))


def check(
    source: Source, family: Family, rules: RuleSet, enabled: frozenset[str], previous: Report | None = None
) -> Checked:
    """Reads and judges one report, next to last year's if that is given; raises UnreadableError if it is none,
    MisfitError if the other is not last year's."""
    report = read(source, family)
    reason = misfit(identity(report), identity(previous)) if previous is not None else None
    if reason is not None:
        raise MisfitError(reason)
    return judged(report, Kit(family, rules, enabled), previous)


def judged(report: Report, kit: Kit, previous: Report | Words | None = None) -> Checked:
    """A report that has been read, its outcomes and their suspects; `previous` is last year's report, or why there is
    none."""
    last = None if isinstance(previous, Words) else previous
    outcomes = judge(report, kit.rules, kit.enabled, previous)
    return Checked(report, with_suspects(outcomes, report, kit.rules, kit.enabled, last), last)


def check_one(task: Task, kit: Kit, before: Task | Words | None = None) -> Result:
    """The same, with whatever goes wrong as a value; `before` is last year's file, or why none is taken."""
    if isinstance(task, Unreadable):
        return task
    try:
        if before is None:
            return kit.check(_source(task))
        previous = before if isinstance(before, Words) else read_report(before, kit.family)
        return judged(read_report(task, kit.family), kit, previous)
    except UnreadableError as problem:
        return Unreadable(problem.path, problem.reason)
    except MisfitError:
        raise
    except Exception:
        import traceback

        name = str(task) if isinstance(task, Path) else task.path
        return Fault(name, traceback.format_exc())


def read_report(task: Task, family: Family) -> Report:
    """The report in a file; raises UnreadableError."""
    if isinstance(task, Unreadable):
        raise UnreadableError(task.path, task.reason)
    return read(_source(task), family)


def _source(task: Path | Source) -> Source:
    return open_source(task) if isinstance(task, Path) else task
