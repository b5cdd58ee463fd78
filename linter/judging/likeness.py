"""How much of one text stands in another."""

from __future__ import annotations

from linter.patterns import compiled

_WIDTH = 8
_STRIP = compiled(r"《[^《》]{0,60}》|[^\u4e00-\u9fff]")


def likeness(text: str | None, other: str | None) -> int | None:
    """Which part of the runs of eight characters of one text the other has too, in per cent; numbers, marks and
    names in 《》 aside. None if one of the texts is not there."""
    if text is None or other is None:
        return None
    ours, theirs = _runs(text), _runs(other)
    return 100 * len(ours & theirs) // len(ours) if ours else 0


def _runs(text: str) -> set[str]:
    plain = _STRIP.sub("", text)
    return {plain[at : at + _WIDTH] for at in range(len(plain) - _WIDTH + 1)}
