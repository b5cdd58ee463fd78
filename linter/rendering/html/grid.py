"""The tables of a form as the official print has them: header cells that span columns, labels that span rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from linter.record import NamedTuple

if TYPE_CHECKING:
    from linter.form import Row, Table


class Label(NamedTuple):
    """A header cell. `scope` says what it heads, a column or a row; `key` is its id within the table, where figures
    name their headers one by one, and the row's id where it is a row's own label."""

    text: str
    scope: str
    across: int = 1
    down: int = 1
    key: str = ""


class Slot(NamedTuple):
    """The place of a figure, which heads nothing; `headers` are the keys of its labels where their position does not
    tell them."""

    field: str
    across: int = 1
    headers: tuple[str, ...] = ()
    scope: str = ""


Line = tuple[Label | Slot, ...]


class Grid(NamedTuple):
    """A table line by line: its header, then groups of lines that belong together."""

    head: tuple[Line, ...]
    bodies: tuple[tuple[Line, ...], ...]


def grid(table: Table) -> Grid:
    """The official print of a table."""
    if any(row.block for row in table.rows):
        return _in_blocks(table)
    if any(len(line) > 1 for line in table.lines):
        return _side_by_side(table)
    return _in_rows(table)


def _in_blocks(table: Table) -> Grid:
    """Blocks one under the other, each with a heading and columns of its own; the last column takes what is left."""
    width = max(len(row.columns) for row in table.rows)
    bodies: list[tuple[Line, ...]] = []
    for number, (block, members) in enumerate(groupby(table.rows, key=lambda row: row.block)):
        rows = list(members)
        keys = [f"c{number}{column.id}" for column in rows[0].columns]
        spans = _to_fill(len(keys), width)
        labels = zip(rows[0].columns, spans, keys, strict=True)
        head: tuple[Line, ...] = (
            (Label(block, "colgroup", width + 1),),
            (Label(table.stub, "col"), *(Label(column.label, "col", across, 1, key) for column, across, key in labels)),
        )
        lines: Iterator[Line] = (
            (
                Label(row.labels[0], "row", key=row.id),
                *(
                    Slot(field, across, (row.id, key))
                    for field, across, key in zip(table.fields_of(row), spans, keys, strict=True)
                ),
            )
            for row in rows
        )
        bodies.append((*head, *lines))
    return Grid((), tuple(bodies))


def _to_fill(count: int, width: int) -> list[int]:
    return [1] * (count - 1) + [width - count + 1]


def _side_by_side(table: Table) -> Grid:
    """Rows next to each other: their labels above, below these the columns of each."""
    rows = table.rows
    above = _spread([[*_over(table, row.id), row.labels[0]] for row in rows for _ in row.columns])
    columns = tuple(Label(column.label, "col") for row in rows for column in row.columns)
    figures = tuple(Slot(field) for row in rows for field in table.fields_of(row))
    return Grid((*above, columns), ((figures,),))


def _in_rows(table: Table) -> Grid:
    """One row under the other, those of a group beside the label of the group."""
    columns = table.rows[0].columns
    depth = max(len(_groups(table, row)) for row in table.rows) + 1
    head = list(_spread([[*_over(table, column.id), column.label] for column in columns]))
    head[0] = (Label(f"（{table.corner}）" if table.corner else table.stub, "corner", depth, len(head)), *head[0])
    seen: set[str] = set()
    return Grid(tuple(head), (tuple(_row(table, row, depth, seen) for row in table.rows),))


def _row(table: Table, row: Row, depth: int, seen: set[str]) -> Line:
    """The labels of the groups that begin here, the row's own label, its figures."""
    groups = _groups(table, row)
    labels = []
    for level, group in enumerate(groups):
        if group not in seen:
            seen.add(group)
            text = _numbered(row.ordinals[level : level + 1], table.group_labels[group])
            labels.append(Label(text, "row", 1, len(table.row_groups[group])))
    own = Label(_numbered(row.ordinals[len(groups) :], row.labels[0]), "row", depth - len(groups), 1, row.id)
    return (*labels, own, *(Slot(field) for field in table.fields_of(row)))


def _groups(table: Table, row: Row) -> list[str]:
    """The groups with a label that a row stands in, the outermost first."""
    groups = [group for group in table.group_labels if row.id in table.row_groups[group]]
    return sorted(groups, key=lambda group: -len(table.row_groups[group]))


def _over(table: Table, one: str) -> list[str]:
    """The words of the header over a column or a row, the widest first."""
    words = [word for word, members in table.headings.items() if one in members]
    return sorted(words, key=lambda word: -len(table.headings[word]))


def _spread(paths: Sequence[Sequence[str]]) -> Iterator[Line]:
    """Header lines for columns that stand under these words each; what stands lowest reaches down to the end."""
    depth = max(map(len, paths))
    for level in range(depth):
        line = []
        for _, alike in groupby(paths, key=lambda path: path[: level + 1]):
            members = list(alike)
            path = members[0]
            if level < len(path):
                down = depth - level if level == len(path) - 1 else 1
                line.append(Label(path[level], "col", len(members), down))
        yield tuple(line)


def _numbered(ordinals: Iterable[str], label: str) -> str:
    """A label behind its ordinal, as documents print it."""
    for ordinal in ordinals:
        end = "" if ordinal.endswith("）") else "." if ordinal.isascii() else "、"
        return f"{ordinal}{end}{label}"
    return label
