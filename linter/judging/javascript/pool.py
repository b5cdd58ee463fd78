"""What the checks of one form share in JavaScript."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field


@dataclass
class Pool:
    """What the checks of one form share, each written once: its cells by number, sets of them, columns of what
    differs from instance to instance, expressions, and texts."""

    numbers: Mapping[str, int]
    sets: dict[tuple[int, ...], int] = field(default_factory=dict)
    columns: dict[tuple[int | str, ...], int] = field(default_factory=dict)
    shared: dict[str, int] = field(default_factory=dict)
    texts: dict[str, int] = field(default_factory=dict)

    def set(self, members: Sequence[int]) -> int:
        """The number of a set; a set of one cell has the number of that cell."""
        if len(members) == 1 and members[0] < len(self.numbers):
            return members[0]
        return self.sets.setdefault(tuple(members), len(self.numbers) + len(self.sets))

    def column(self, values: Sequence[int | str]) -> int:
        return self.columns.setdefault(tuple(values), len(self.columns))

    def text(self, text: str) -> int:
        return self.texts.setdefault(text, len(self.texts))

    def share(self, source: str) -> int:
        return self.shared.setdefault(source, len(self.shared))
