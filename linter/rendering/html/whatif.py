"""The live what-if, where the tool has it: its style and scripts, of which each is on the page once."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from linter.cache import kept, name_of
from linter.rendering.html.safety import inline_script

if TYPE_CHECKING:
    from linter.check import Checked
    from linter.rendering.interface import Manner

_MODULE = "linter.rendering.whatif"


class WhatIf:
    """Collects what the reports of a page need."""

    def __init__(self, manner: Manner) -> None:
        self._manner = manner
        self._module = _load()
        self._known: set[str] = set()
        self._scripts: list[str] = []

    def add(self, checked: Checked, section: str) -> int:
        """A report that is drawn in the element with the id `section`; says how long its script is."""
        if self._module is None or not checked.report.form.tables:
            return 0
        script: str = self._module.script(checked, self._manner, section, self._known)
        self._scripts += [script] if script else []
        return len(script)

    @property
    def scripts(self) -> list[str]:
        """The code that all share, then that of each report."""
        if self._module is None or not self._scripts:
            return []
        return [kept("library", name_of(), self._library), *self._scripts]

    def _library(self) -> str:
        """Sixteen files joined, as they can stand on the page."""
        return inline_script(self._module.library())

    @property
    def styles(self) -> list[str]:
        return [self._module.style()] if self._module is not None and self._scripts else []


def _load() -> Any:
    try:
        return import_module(_MODULE)
    except ModuleNotFoundError as missing:
        if missing.name != _MODULE:
            raise
        return None
