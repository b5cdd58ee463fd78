"""The three tables as the official forms print them: cells that reach across columns and down rows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from renderings.labels import APPLICANTS, CORNER, FOUR, RESULTS, Form, Label, Row
from renderings.model import Shown

Content = Label | Shown


class Slot(NamedTuple):
    """A cell of a printed table and how far it reaches."""

    content: Content
    across: int = 1
    down: int = 1

    @property
    def text(self) -> str:
        """What is printed in it."""
        return text_of(self.content)


def text_of(content: Content) -> str:
    """A label with its ordinal, or a figure with what is printed around it."""
    if isinstance(content, Label):
        return content.ordinal + content.name
    return content.before + content.raw + content.after


@dataclass(frozen=True)
class Table:
    """A printed table; `heads` of its rows are its header, `labels` of its columns hold labels."""

    rows: tuple[tuple[Slot, ...], ...]
    columns: int
    heads: int
    labels: int

    def laid(self) -> Iterator[list[tuple[Slot, bool]]]:
        """Each row with the cells that reach into it from above, which are marked."""
        open_: dict[int, tuple[Slot, int]] = {}
        for row in self.rows:
            laid = []
            rest = iter(row)
            column = 0
            while column < self.columns:
                slot, left = open_.pop(column, (None, 0))
                laid.append((slot, True) if slot else (slot := next(rest), False))
                left = left or slot.down
                if left > 1:
                    open_[column] = (slot, left - 1)
                column += slot.across
            yield laid


def _words(text: str, across: int = 1, down: int = 1) -> Slot:
    return Slot(Label("", text), across, down)


def _spread(contents: Sequence[Content], columns: int) -> tuple[Slot, ...]:
    """A row whose last cell takes all the columns that are left."""
    *first, last = contents
    return (*map(Slot, first), Slot(last, columns - len(first)))


def table_two(form: Form, cells: Mapping[str, Shown]) -> Table:
    """Table two: for each clause its head, its columns, its rows."""
    rows = []
    for block in form.two:
        rows.append((_words(block.head, 4),))
        rows.append(_spread([Label("", name) for name in ("信息内容", *block.columns)], 4))
        for row in block.rows:
            rows.append(_spread([row.path[-1], *(cells[field] for field in row.fields)], 4))
    return Table(tuple(rows), 4, 0, 1)


def table_three(form: Form, cells: Mapping[str, Shown]) -> Table:
    """Table three: three columns of labels, the groups merged downwards, and seven of figures."""
    rows = [
        (_words(CORNER, 3, 3), _words("申请人情况", 7)),
        (_words("自然人", 1, 2), _words("法人或其他组织", 5), _words("总计", 1, 2)),
        tuple(map(_words, APPLICANTS)),
    ]
    before: tuple[Label, ...] = ()
    for row in form.three:
        groups = [
            _group(form, row, depth)
            for depth in range(len(row.path) - 1)
            if row.path[: depth + 1] != before[: depth + 1]
        ]
        leaf = Slot(row.path[-1], 4 - len(row.path))
        rows.append((*groups, leaf, *(Slot(cells[field]) for field in row.fields)))
        before = row.path[:-1]
    return Table(tuple(rows), 10, 3, 3)


def _group(form: Form, row: Row, depth: int) -> Slot:
    """The label of a group, reaching down over all rows below it."""
    path = row.path[: depth + 1]
    members = [one for one in form.three if one.path[: depth + 1] == path and len(one.path) > depth + 1]
    return Slot(row.path[depth], 1, len(members))


def table_four(cells: Mapping[str, Shown]) -> Table:
    """Table four: one row of figures below a header of three levels."""
    rows = (
        (_words("行政复议", 5), _words("行政诉讼", 10)),
        (*(_words(name, 1, 2) for name in RESULTS), _words("未经复议直接起诉", 5), _words("复议后起诉", 5)),
        tuple(_words(name) for name in RESULTS * 2),
        tuple(Slot(cells[field]) for field in FOUR),
    )
    return Table(rows, 15, 3, 0)
