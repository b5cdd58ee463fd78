"""Strokes become rulings: pieces of one stroke joined, strokes that meet gathered into the frames of tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from linter.record import NamedTuple
from linter.sources.pdf.glyphs import Rule
from linter.sources.pdf.grouping import grouped
from linter.sources.pdf.origin import Box

REACH = 3.0
"""Points: strokes this near are one, and meet."""
_SHORT = 5.0
_MOST = 600
"""A page with more rulings along one axis is a drawing."""


class Frame(NamedTuple):
    """Rulings that meet each other, directly or through others."""

    rows: tuple[Rule, ...]
    columns: tuple[Rule, ...]

    @property
    def box(self) -> Box:
        """From the outermost ruling or end of one on each side to that on the other."""
        across = [end for rule in self.rows for end in (rule.start, rule.end)] + [rule.at for rule in self.columns]
        along = [end for rule in self.columns for end in (rule.start, rule.end)] + [rule.at for rule in self.rows]
        return Box(min(across), min(along), max(across), max(along))


def frames(rules: Sequence[Rule]) -> list[Frame]:
    """The frames of the tables on a page, from top to bottom; an underline is none."""
    rows = list(_joined(rule for rule in rules if rule.horizontal))
    columns = list(_joined(rule for rule in rules if not rule.horizontal))
    if len(rows) > _MOST or len(columns) > _MOST:
        return []
    found = [_frame(group) for group in _groups(rows, columns)]
    return sorted((one for one in found if len(one.rows) > 1 and one.columns), key=lambda one: one.rows[0].at)


def _joined(rules: Iterable[Rule]) -> Iterator[Rule]:
    """Strokes at one height, or nearly, that overlap or touch are one; short ones that touch no other are none."""
    ordered = sorted(rules, key=lambda rule: rule.at)
    for level in _levels(ordered):
        at = sum(rule.at for rule in level) / len(level)
        start, end = None, 0.0
        for rule in sorted(level, key=lambda one: one.start):
            if start is None:
                start, end = rule.start, rule.end
            elif rule.start <= end + REACH:
                end = max(end, rule.end)
            else:
                yield from _long(rule.horizontal, at, start, end)
                start, end = rule.start, rule.end
        if start is not None:
            yield from _long(level[0].horizontal, at, start, end)


def _long(horizontal: bool, at: float, start: float, end: float) -> Iterator[Rule]:
    if end - start >= _SHORT:
        yield Rule(horizontal, at, start, end)


def _levels(ordered: Sequence[Rule]) -> Iterator[list[Rule]]:
    level: list[Rule] = []
    for rule in ordered:
        if level and rule.at - level[0].at > REACH:
            yield level
            level = []
        level.append(rule)
    if level:
        yield level


def _groups(rows: Sequence[Rule], columns: Sequence[Rule]) -> Iterator[list[Rule]]:
    """Rulings by the frame they belong to."""
    everything = [*rows, *columns]
    pairs = [(n, m) for n, row in enumerate(rows) for m, column in enumerate(columns, len(rows)) if _meet(row, column)]
    # Where a page cuts a cell that spans rows, nothing may meet its outer side but the page's edge.
    ends = sorted(range(len(rows), len(everything)), key=lambda n: (everything[n].start, everything[n].end))
    pairs += [(n, m) for n, m in pairwise(ends) if _alike(everything[n], everything[m])]
    for group in grouped(len(everything), pairs):
        yield [everything[n] for n in group]


def _alike(one: Rule, other: Rule) -> bool:
    return abs(one.start - other.start) <= REACH and abs(one.end - other.end) <= REACH


def _meet(row: Rule, column: Rule) -> bool:
    return row.start - REACH <= column.at <= row.end + REACH and column.start - REACH <= row.at <= column.end + REACH


def _frame(group: Sequence[Rule]) -> Frame:
    ordered = sorted(group, key=lambda rule: rule.at)
    return Frame(
        tuple(rule for rule in ordered if rule.horizontal), tuple(rule for rule in ordered if not rule.horizontal)
    )
