"""Many files in one run: each is checked next to last year's report, where that is among them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from linter.check import Kit, Result, Task, check_one, judged, read_report
from linter.files import Unreadable
from linter.form import Words
from linter.previous import Identity, Index, identity

if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor

    from linter.report import Report

_KEPT = 400
"""How many reports stay in memory between being known and being judged; others are read again."""


def check_all(tasks: Iterable[Task], kit: Kit, jobs: int = 1, beside: Iterable[Task] = ()) -> Iterator[Result]:
    """Checks one after another, or in `jobs` processes; results come in the order of `tasks`. Those `beside` them are
    not checked here, but one may be last year's report."""
    listed = list(tasks)
    count, known = len(listed), [*listed, *beside]
    if len(known) <= 1 or kit.previous is not None or not _looks_back(kit):
        pairs: list[tuple[Task, Task | Words | None]] = [(task, None) for task in listed]
        yield from _in_parallel(pairs, kit, jobs) if jobs > 1 else (check_one(task, kit) for task in listed)
    elif jobs > 1:
        with _pool(kit, jobs) as pool:
            identities = list(pool.map(_know_in_process, known, chunksize=_chunk(known, jobs)))
        yield from _in_parallel(_pairs(known, identities)[:count], kit, jobs)
    else:
        yield from _one_by_one(known, count, kit)


def _looks_back(kit: Kit) -> bool:
    """Whether any rule that is on compares with last year."""
    return any(rule.looks_back for rule in kit.rules.rules if rule.code in kit.enabled)


def _one_by_one(listed: Sequence[Task], count: int, kit: Kit) -> Iterator[Result]:
    """Reads all first, then judges the first `count`; of very many reports each is read twice."""
    reports = _Reports(listed, kit)
    pairs = _pairs(listed, [reports.identity(number) for number in range(len(listed))])
    numbers = {id(task): number for number, task in enumerate(listed)}
    for number, (task, before) in enumerate(pairs[:count]):
        report = reports.get(number)
        if report is None:
            yield check_one(task, kit)
            continue
        previous = before if before is None or isinstance(before, Words) else reports.get(numbers[id(before)])
        yield _judged(task, report, previous, kit)


def _judged(task: Task, report: Report, previous: Report | Words | None, kit: Kit) -> Result:
    try:
        return judged(report, kit, previous)
    except Exception:  # noqa: BLE001  # told as a fault by the one who knows how
        return check_one(task, kit)


class _Reports:
    """The reports of a run by number; None for what cannot be read."""

    def __init__(self, tasks: Sequence[Task], kit: Kit) -> None:
        self._tasks = tasks
        self._kit = kit
        self.get = lru_cache(maxsize=_KEPT)(self._read)

    def _read(self, number: int) -> Report | None:
        try:
            return read_report(self._tasks[number], self._kit.family)
        except Exception:  # noqa: BLE001  # checking will meet it again, and say what it is
            return None

    def identity(self, number: int) -> Identity | None:
        report = self.get(number)
        return identity(report) if report is not None else None


def _pairs(tasks: Sequence[Task], identities: Sequence[Identity | None]) -> list[tuple[Task, Task | Words | None]]:
    """Each file with last year's, or with the reason why none is taken."""
    index = Index(identities)
    paths = {number: one.path for number, one in enumerate(identities) if one is not None}
    pairs: list[tuple[Task, Task | Words | None]] = []
    for task, one in zip(tasks, identities, strict=True):
        found = index.before(one, paths) if one is not None else None
        pairs.append((task, tasks[found] if isinstance(found, int) else found))
    return pairs


def _in_parallel(pairs: list[tuple[Task, Task | Words | None]], kit: Kit, jobs: int) -> Iterator[Result]:
    with _pool(kit, min(jobs, len(pairs) or 1)) as pool:
        try:
            yield from pool.map(_check_in_process, pairs, chunksize=_chunk(pairs, jobs))
        finally:
            pool.shutdown(cancel_futures=True)


def _pool(kit: Kit, jobs: int) -> ProcessPoolExecutor:
    from concurrent.futures import ProcessPoolExecutor

    return ProcessPoolExecutor(jobs, initializer=_kit_of_process.append, initargs=(kit,))


def _chunk(listed: Sequence[object], jobs: int) -> int:
    return max(1, min(16, len(listed) // (jobs * 4)))


_kit_of_process: list[Kit] = []


def _check_in_process(pair: tuple[Task, Task | Words | None]) -> Result:
    return check_one(pair[0], _kit_of_process[-1], pair[1])


def _know_in_process(task: Task) -> Identity | None:
    if isinstance(task, Unreadable):
        return None
    try:
        return identity(read_report(task, _kit_of_process[-1].family))
    except Exception:  # noqa: BLE001  # checking will meet it again, and say what it is
        return None
