"""The files of a command, each with the configuration that holds for it, and what comes of checking them."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from linter.cli.previous import read_previous
from linter.cli.problem import CommandError
from linter.cli.setup import Asked, Setup, Setups, folder_of, paths_of
from linter.record import NamedTuple

if TYPE_CHECKING:
    from linter.check import Kit, Result, Task
    from linter.report import Report


class Inspected(NamedTuple):
    """What came of one file, and the setup that holds for it."""

    result: Result
    setup: Setup


class Inspection:
    """Files that have one configuration are checked together, the others after them.

    `setup` is that of the first file, `previous` last year's report of them all, `settled` counts for each baseline
    what is there and was not found any more; `baseline` says whether baselines are used at all. Raises ConfigError,
    CommandError, YamlError."""

    def __init__(
        self,
        asked: Asked,
        paths: Sequence[Path],
        *,
        stdin_name: str = "-",
        written: Sequence[Path] = (),
        baseline: bool = True,
        previous: Path | None = None,
    ) -> None:
        self._setups = Setups(asked)
        if not paths:
            paths = paths_of(self._setups.of(Path.cwd()), ())
        self._groups: dict[int, tuple[Setup, list[Task]]] = {}
        excluded: Setup | None = None
        for task in _tasks(paths, stdin_name, written):
            setup = self._setups.of(_folder(task))
            if isinstance(task, Path) and task not in paths and _is_excluded(task, setup):
                excluded = setup
                continue
            self._groups.setdefault(id(setup), (setup, []))[1].append(task)
        self.setup = next(iter(self._groups.values()))[0] if self._groups else self._setups.of(Path.cwd())
        if excluded is not None and not self._groups:
            raise _nothing_left(excluded)
        self._paths, self._baseline = paths, baseline
        self.settled: Counter[str] = Counter()
        self.lang = self._language(asked)
        self._kits = self._with_last_year(previous)

    def _language(self, asked: Asked) -> str:
        """A run speaks one language: the command line's, else that of the first configuration that names one."""
        named = (setup.config.language for setup, _ in self._groups.values())
        return asked.lang or next(filter(None, named), None) or self.setup.lang

    def _with_last_year(self, path: Path | None) -> dict[int, Kit]:
        """What each group is judged by. Each family reads last year's report in its own way."""
        read: dict[int, Report | None] = {}
        kits: dict[int, Kit] = {}
        for key, setup in {id(self.setup): self.setup, **{key: one for key, (one, _) in self._groups.items()}}.items():
            family = id(setup.family)
            if family not in read:
                read[family] = read_previous(path, setup.family, self.lang)
            kits[key] = setup.kit(read[family])
        return kits

    @property
    def kits(self) -> tuple[Kit, ...]:
        """What the run judges by, that of the first file first; there is one for each configuration."""
        return tuple(self._kits.values())

    @property
    def setups(self) -> tuple[Setup, ...]:
        """Every setup of the run, that of the first file first."""
        return tuple({id(one): one for one in (self.setup, *(one for one, _ in self._groups.values()))}.values())

    def refuse_nothing(self) -> None:
        """Raises CommandError if nothing is left but what the run writes: a check of nothing must not look well."""
        if not self._groups:
            named = " ".join(map(str, self._paths))
            zh = f"{named} 里除了这次要写的结果，没有可以检查的文件，请核对路径。"
            en = f"{named} holds nothing to check but the results to be written; see to the path"
            raise CommandError(en if self.lang == "en" else zh)

    def _beside(self, key: int) -> list[Task]:
        """The other files of the same family: a folder for each year may have its own configuration."""
        family = self._groups[key][0].family.id
        others = (group for other, group in self._groups.items() if other != key and group[0].family.id == family)
        return [task for _, tasks in others for task in tasks]

    def results(self, jobs: int = 1) -> Iterator[Inspected]:
        """Checks everything; what waivers, ignores and baselines hold back is told as such."""
        from linter.check import Checked
        from linter.checkall import check_all

        for key, (setup, tasks) in self._groups.items():
            hold = None
            for result in check_all(tasks, self._kits[key], jobs, self._beside(key)):
                if isinstance(result, Checked):
                    if hold is not None or self._setups.may_hold(setup, result.report):
                        hold = hold or self._setups.holder(setup, baseline=self._baseline)
                        result = hold(result)
                    result = result._replace(kit=self._kits[key])
                yield Inspected(result, setup)
            if hold is not None:
                self.settled += hold.settled


def _tasks(paths: Sequence[Path], stdin_name: str, written: Sequence[Path]) -> Iterator[Task]:
    """The files to check, without those that the run itself writes."""
    from linter.files import STDIN, find
    from linter.sources import KNOWN_SUFFIXES

    taken = {os.path.realpath(path) for path in written}
    for found in find(paths, KNOWN_SUFFIXES):
        if found == STDIN:
            from linter.cli.standardinput import read_stdin

            yield read_stdin(stdin_name)
        elif not isinstance(found, Path) or os.path.realpath(found) not in taken:
            yield found


def _is_excluded(path: Path, setup: Setup) -> bool:
    """Whether the configuration leaves out a file that was found in a folder; one that is named outright is checked."""
    if not setup.config.exclude:
        return False
    from linter.holding.patterns import matches

    return any(matches(str(path), setup.config.folder, pattern) for pattern in setup.config.exclude)


def _nothing_left(setup: Setup) -> CommandError:
    """A check of nothing must not look like one that found nothing."""
    path = setup.config.path
    if setup.lang == "en":
        return CommandError(f"`exclude` in {path} leaves out every file; name one, or change it")
    return CommandError(f"{path} 里的 exclude 略去了全部文件，没有可以检查的；请给出文件名，或者修改它。")


def _folder(task: Task) -> Path:
    """Where the search for a file's configuration begins."""
    return folder_of(task if isinstance(task, Path) else Path(task.path))
