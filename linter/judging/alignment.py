"""Which cells of two sets go together: those of one row and column."""

from __future__ import annotations

from linter.judging.condition import ConditionError
from linter.judging.paths import Key

Keys = tuple[Key, ...]


def align(
    left: tuple[Keys, ...] | None, right: tuple[Keys, ...] | None, count: int, at: int
) -> tuple[list[tuple[list[int], list[int]]], tuple[Keys, ...]]:
    """Which values of the two sets go together: those of one row and column, a single one with all."""
    orders, keys = [], []
    for one, other in zip(left or [()] * count, right or [()] * count, strict=True):
        larger = one if len(one) >= len(other) else other
        orders.append((_order(one, larger, at), _order(other, larger, at)))
        keys.append(larger)
    return orders, tuple(keys)


def _order(keys: Keys, wanted: Keys, at: int) -> list[int]:
    """For each wanted cell the one of `keys` in its row and column, of which only those count that differ at all."""
    if not keys:
        return [0] * len(wanted)
    if keys is wanted:
        return list(range(len(keys)))
    by_row = len({one.row for one in keys}) > 1
    by_column = len({one.column for one in keys}) > 1

    def place(key: Key) -> tuple[str, str]:
        return key.row if by_row else "", key.column if by_column else ""

    known = {place(keys[number]): number for number in reversed(range(len(keys)))}
    lost = next((key for key in wanted if place(key) not in known), None)
    if lost is not None:
        zh = f"两组单元格对不上：{lost.field} 没有可以对应的。"
        raise ConditionError(zh, f"the two sets of cells do not line up: nothing goes with {lost.field}", at)
    return [known[place(key)] for key in wanted]
