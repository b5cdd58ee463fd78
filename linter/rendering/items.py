"""A JSON array that is written element by element, one on each line."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from linter.rendering import plain


class Items:
    """Knows whether a comma is due. What stands before the first element and after the last is the caller's."""

    def __init__(self, *, ascii_only: bool) -> None:
        self._ascii_only = ascii_only
        self._any = False

    def add(self, values: Iterable[Any]) -> str:
        pieces = []
        for value in values:
            pieces.append(",\n" if self._any else "\n")
            pieces.append(plain.dumps(value, ascii_only=self._ascii_only, indent=None))
            self._any = True
        return "".join(pieces)
