"""The copies of one thing that a Word file keeps for programs of different age: only the first counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml import etree

    from linter.sources.docx.cursor import Cursor

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"


class Copies:
    """Reads one choice of each `mc:AlternateContent`, the fallback only where there is no other."""

    def __init__(self, cursor: Cursor) -> None:
        self._cursor = cursor
        self._chosen: list[bool] = []
        self.starts: dict[str, Callable[[etree._Element], None]] = {
            _MC + "AlternateContent": self._begin,
            _MC + "Choice": self._choose,
            _MC + "Fallback": self._choose,
        }
        self.ends: dict[str, Callable[[etree._Element], None]] = {_MC + "AlternateContent": self._end}

    def _begin(self, _: etree._Element) -> None:
        self._chosen.append(False)

    def _choose(self, element: etree._Element) -> None:
        if self._chosen and self._chosen[-1]:
            self._cursor.skip(element)
        elif self._chosen:
            self._chosen[-1] = True

    def _end(self, _: etree._Element) -> None:
        self._chosen.pop()
