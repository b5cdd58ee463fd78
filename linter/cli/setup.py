"""What a command works with: the configuration of the files it is given, the family and rules that it names."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from linter.cli import options
from linter.cli.named import adapted, existing, load_named, short
from linter.cli.selection import Selection, known_codes, select
from linter.config import Config
from linter.config.discovery import BASELINE, WAIVERS, Places
from linter.record import NamedTuple

if TYPE_CHECKING:
    from linter.check import Kit
    from linter.family import Family
    from linter.holding import Holder
    from linter.judging.rule import RuleSet
    from linter.report import Report


class Asked(NamedTuple):
    """What the command line says, which wins over any configuration; `lang` is None where it says none."""

    config: Path | None = None
    profile: str | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    folder: Path | None = None
    lang: str | None = None
    locale: str = "zh"

    @property
    def narrowed(self) -> bool:
        return bool(self.select or self.ignore)


class Setup(NamedTuple):
    """A configuration with everything that it names, ready to work with."""

    config: Config
    family: Family
    rules: RuleSet
    selection: Selection
    lang: str

    def kit(self, previous: Report | None = None) -> Kit:
        from linter.check import Kit

        return Kit(self.family, self.rules, self.selection.enabled, previous)


class Setups:
    """The setups of a run, each made once: files in several folders may have several configurations."""

    def __init__(self, asked: Asked) -> None:
        self._asked = asked
        self._made: dict[Path | None, Setup] = {}
        self.places = Places()

    def of(self, folder: Path) -> Setup:
        """The setup for what is in `folder`; raises ConfigError, CommandError, YamlError."""
        path = self._asked.config or self.places.config(folder.absolute())
        if path not in self._made:
            self._made[path] = self._make(path)
        return self._made[path]

    def may_hold(self, setup: Setup, report: Report) -> bool:
        """Whether anybody says anything about findings of the report; mostly nobody does, and nothing is loaded."""
        config, folder = setup.config, folder_of(Path(report.source.path))
        return bool(
            config.severities
            or config.per_file_ignores
            or setup.selection.ignored
            or report.source.comments
            or os.path.lexists(folder / WAIVERS)
            or self.places.upward(folder, BASELINE)
        )

    def holder(self, setup: Setup, *, baseline: bool = True) -> Holder:
        from linter.holding import Holder

        return Holder(
            setup.config,
            setup.selection.enabled,
            known_codes(setup.rules),
            setup.selection.ignored,
            self.places,
            narrowed=self._asked.narrowed,
            baseline=baseline,
        )

    def _make(self, path: Path | None) -> Setup:
        asked = self._asked
        config = Config(Path.cwd())
        if path is not None:
            from linter.config.reading import read_config

            config = read_config(short(path), asked=asked.config is not None)
        lang = asked.lang or config.language or asked.locale
        family, rules = load_named(config, lang, asked.folder)
        if config.path is not None:
            from linter.config.codes import refuse_unknown_codes

            refuse_unknown_codes(config, known_codes(rules))
        return Setup(config, adapted(family, config), rules, _select(asked, config, rules, lang), lang)


def setup_for(path: Path, folder: Path | None, lang: str, config: Path | None = None) -> Setup:
    """The setup for one file; `folder` is the family that the command line names, if it does."""
    asked = Asked(config=config, folder=folder, lang=options.lang_given(), locale=lang)
    return Setups(asked).of(folder_of(path))


def folder_of(path: Path) -> Path:
    """Where the search for a file's configuration begins; links are not followed."""
    return Path(os.path.abspath(path)).parent  # noqa: PTH100


def _select(asked: Asked, config: Config, rules: RuleSet, lang: str) -> Selection:
    """A selection on the command line takes the place of the configuration's, ignores and all."""
    profile = asked.profile or config.profile or "default"
    if asked.select:
        return select(rules, profile, asked.select, asked.ignore, lang)
    return select(rules, profile, config.select, asked.ignore or config.ignore, lang)


def paths_of(setup: Setup, paths: Sequence[Path]) -> tuple[Path, ...]:
    """What the command is to look at: what it was told to, else what the configuration names, else this folder."""
    if paths:
        return tuple(paths)
    return tuple(existing(setup.config, name) for name in setup.config.paths) or (Path(),)
