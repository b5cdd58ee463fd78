"""The labels at the left of a table without rulings: those of its rows, and those of groups of rows beside them."""

from __future__ import annotations

from collections.abc import Sequence

from linter.record import NamedTuple
from linter.sources.pdf.clusters import Cluster

_SLACK = 0.3
"""How far from its place, in heights of a character, a row of figures may stand beside its label."""
_BETWEEN = 1.5
"""Two rows nearer than this, in distances of rows, have no other row between them."""


class Row(NamedTuple):
    """The labels of one row from left to right, None where a group's label stands at an earlier row, and the heights
    of the lines of its figures, none where all are blank."""

    labels: tuple[Cluster | None, ...]
    figures: tuple[float, ...]


def rows_of(cells: Sequence[Cluster], figures: Sequence[float]) -> list[Row] | None:
    """The rows of a table with the labels `cells` and figures at these heights, or None where it is in doubt which
    belong together."""
    if not cells:
        return [Row((), (y,)) for y in figures]
    pitch = _pitch(cells)
    leaves = [cell for cell in cells if not _is_group(cell, cells, pitch)]
    own: dict[Cluster, tuple[float, ...]] = dict.fromkeys(leaves, ())
    for y in figures:
        beside = [leaf for leaf in leaves if leaf.beside(y)]
        if len(beside) != 1:
            return None
        own[beside[0]] += (y,)
    if not _aligned([(leaf, _middle(heights)) for leaf, heights in own.items() if heights]):
        return None
    leaves.sort(key=lambda cell: cell.top)
    labels: list[list[Cluster | None]] = [[cell] for cell in leaves]
    for groups in reversed(_levels([cell for cell in cells if cell not in leaves])):
        first = _first_rows(groups, leaves)
        if first is None:
            return None
        for n, group in first.items():
            labels[n].insert(0, group)
    return [Row(tuple(some), own[leaf]) for leaf, some in zip(leaves, labels, strict=True)]


def confirmed(rows: Sequence[Row]) -> bool:
    """Whether the last row has figures and its label surely ends below them: these stand in its middle, or other
    labels go on below their figures too."""
    held = [(label, _middle(row.figures)) for row in rows if row.figures for label in row.labels[-1:] if label]
    if not held or not rows[-1].figures:
        return False
    label, y = held[-1]
    middle = label.lines > 1 and abs(label.middle - y) <= _SLACK * label.atoms[0].size
    return label.bottom > y and (middle or any(one.lines > 1 and one.bottom > at + 1 for one, at in held[:-1]))


def _middle(heights: Sequence[float]) -> float:
    return sum(heights) / len(heights)


def _pitch(cells: Sequence[Cluster]) -> float:
    """The least distance from one label to the next one below it."""
    whole = [cell for cell in cells if not cell.cut]
    pairs = ((one, two) for one in whole for two in whole if one.bottom < two.top and one.box.x0 < two.box.x1)
    return min((two.top - one.bottom for one, two in pairs if two.box.x0 < one.box.x1), default=0.0)


def _is_group(cell: Cluster, cells: Sequence[Cluster], pitch: float) -> bool:
    """Whether other labels stand at the right of one: beside it, or right above and right below its middle."""
    reach = 0.5 * cell.atoms[0].size
    right = [other for other in cells if other.box.x0 >= cell.box.x1]
    above = max((other.bottom for other in right if other.top <= cell.bottom + reach), default=0.0)
    below = min((other.top for other in right if other.bottom >= cell.top - reach), default=float("inf"))
    return above >= cell.top - reach or below - above <= _BETWEEN * pitch


def _aligned(rows: Sequence[tuple[Cluster, float]]) -> bool:
    """Whether the figures stand alike beside all labels of several lines: at the middle, the first or the last."""
    held = [(cell, y, _SLACK * cell.atoms[0].size) for cell, y in rows if cell.lines > 1 and not cell.cut]
    places = [(cell.middle - y, cell.top - y, cell.bottom - y) for cell, y, _ in held]
    return any(
        all(abs(offsets[n]) <= slack for offsets, (_, _, slack) in zip(places, held, strict=True)) for n in range(3)
    )


def _levels(groups: Sequence[Cluster]) -> list[list[Cluster]]:
    """The labels of groups by the column that they stand in, from left to right."""
    found: list[list[Cluster]] = []
    end = 0.0
    for group in sorted(groups, key=lambda one: one.box.x0):
        if found and group.box.x0 < end:
            found[-1].append(group)
            end = max(end, group.box.x1)
        else:
            found.append([group])
            end = group.box.x1
    return found


def _first_rows(groups: Sequence[Cluster], leaves: Sequence[Cluster]) -> dict[int, Cluster | None] | None:
    """For each row right of a column of groups the group that begins with it, or None for one that goes on."""
    end = max(group.box.x1 for group in groups)
    ordered = sorted(groups, key=lambda one: one.middle)
    found: dict[int, Cluster | None] = {}
    for run in _runs([leaf.box.x0 >= end for leaf in leaves]):
        above = leaves[run[0] - 1].bottom if run[0] else 0.0
        below = leaves[run[-1] + 1].top if run[-1] + 1 < len(leaves) else float("inf")
        held = [group for group in ordered if above < group.middle < below]
        starts = [n for n in run if leaves[n].atoms[0].is_first] if len(held) != 1 else run[:1]
        if held and (len(starts) != len(held) or starts[0] != run[0]):
            return None
        found.update(dict.fromkeys(run))
        found.update(zip(starts, held, strict=False))
    return found if sum(group is not None for group in found.values()) == len(groups) else None


def _runs(inside: Sequence[bool]) -> list[list[int]]:
    """The numbers of neighbouring rows that are inside."""
    runs: list[list[int]] = []
    for n, one in enumerate(inside):
        if one:
            if n and inside[n - 1]:
                runs[-1].append(n)
            else:
                runs.append([n])
    return runs
