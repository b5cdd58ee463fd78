"""The right name for a wrong one."""

from __future__ import annotations

from collections.abc import Iterable

_ALIKE = 0.4


def nearest(name: str, names: Iterable[str]) -> str | None:
    """The name that was probably meant; of two that are as like, the one with more letters in the same place."""
    from difflib import SequenceMatcher

    def likeness(known: str) -> tuple[float, int]:
        ratio = SequenceMatcher(None, name.lower(), known.lower()).ratio()
        return ratio, sum(a == b for a, b in zip(name.lower(), known.lower(), strict=False))

    best = max(names, key=likeness, default=None)
    return best if best is not None and likeness(best)[0] >= _ALIKE else None
