"""What every output format offers: a writer that is handed one report after another and then the tally."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from linter.record import NamedTuple
from linter.rendering.screen import Screen

if TYPE_CHECKING:
    from linter.check import Checked, Kit
    from linter.rendering.tally import Tally


class Manner(NamedTuple):
    """How a format writes: language (`zh` or `en`), whether only findings, and on what.

    `kit` is what the reports were judged by, for formats that tell of rules and forms; None where nobody gave one.
    `others` are further ones of a run whose files have several configurations; `Checked.kit` says which was used."""

    lang: str = "zh"
    quiet: bool = False
    screen: Screen = Screen()
    kit: Kit | None = None
    others: tuple[Kit, ...] = ()

    def say(self, zh: str, en: str) -> str:
        return en if self.lang == "en" else zh


class Writer(Protocol):
    """One format of `check`. What the two functions return is written in that order, as it comes."""

    def report(self, checked: Checked) -> str: ...

    def end(self, tally: Tally, /) -> str: ...
