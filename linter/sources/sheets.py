"""The cells of a sheet as a person sees them: values as text, merged ranges as one cell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal

from linter.record import NamedTuple

Position = tuple[int, int]
"""Row and column of a cell, from 0."""

UNCALCULATED = "公式未算"
"""Stands for a formula whose value was never stored: a program wrote the file and no Excel has opened it since."""
FAILED = "公式出错"
"""Stands for `#DIV/0!`, `#REF!` and the like, some of which have a digit that is no figure."""
PLACEHOLDER = "____"
"""What reading sees where a person sees one of these two, as long as they are: something that holds a figure's place
and is none, so that the figures beside it keep theirs."""


class Box(NamedTuple):
    """A rectangle of cells, its last row and column included."""

    top: int
    left: int
    bottom: int
    right: int

    @property
    def area(self) -> int:
        return (self.bottom - self.top + 1) * (self.right - self.left + 1)

    def around(self, row: int, column: int) -> Box:
        """The rectangle, as far as it must grow to hold a cell."""
        return Box(min(self.top, row), min(self.left, column), max(self.bottom, row), max(self.right, column))


@dataclass(frozen=True)
class Survey:
    """What is known of a sheet before its values are read: the rectangle in use, words for cells without a value."""

    box: Box | None = None
    notes: Mapping[Position, str] = field(default_factory=dict)

    @property
    def area(self) -> int:
        return self.box.area if self.box else 0


class Surveys(NamedTuple):
    """The surveys of the sheets in the order of the workbook, and the area of all sheets there are, linked or not."""

    in_order: list[Survey]
    area: int


class GridCell(NamedTuple):
    """A cell by its reference (`D7`) and text."""

    reference: str
    text: str


class Grid:
    """A sheet by the cells that hold text; what a merged range covers is not shown, whatever stands there."""

    def __init__(self, texts: Mapping[Position, str], merged: Sequence[tuple[Position, Position]]) -> None:
        self.texts = dict(texts)
        self._covered: set[Position] = set()
        box = _box(self.texts)
        if box is not None:
            for (top, left), (bottom, right) in merged:
                self._merge(Box(top, left, min(bottom, box.bottom), min(right, box.right)))
        self._box = _box(self.texts)

    def rows(self) -> Iterator[list[GridCell]]:
        """Row by row, without blank rows and columns around: a merged cell once, blank ones where it reaches down."""
        if self._box is None:
            return
        columns = [(column, letters(column)) for column in range(self._box.left, self._box.right + 1)]
        for row in range(self._box.top, self._box.bottom + 1):
            yield [
                GridCell(f"{name}{row + 1}", self.texts.get((row, column), ""))
                for column, name in columns
                if (row, column) not in self._covered
            ]

    def _merge(self, box: Box) -> None:
        for row in range(box.top, box.bottom + 1):
            if row > box.top:
                self.texts.pop((row, box.left), None)
            for column in range(box.left + 1, box.right + 1):
                self._covered.add((row, column))
                self.texts.pop((row, column), None)


def shown(value: object) -> str:
    """A value as a sheet shows it: a whole number without decimals, none of a float's noise, a date in Chinese."""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, int | float):
        return _number(value)
    if isinstance(value, date):
        day = f"{value.year}年{value.month}月{value.day}日"
        hours = value.strftime(" %H:%M") if isinstance(value, datetime) and value.time().replace(second=0) else ""
        return day + (hours if hours.strip(" 0:") else "")
    return str(value)


def letters(column: int) -> str:
    """A column as sheets name it: A for 0, AA for 26."""
    name = ""
    column += 1
    while column:
        column, digit = divmod(column - 1, 26)
        name = chr(ord("A") + digit) + name
    return name


def _number(value: float) -> str:
    """Fifteen digits are what a sheet keeps."""
    return format(Decimal(format(value, ".15g")).normalize(), "f")


def _box(cells: Mapping[Position, str]) -> Box | None:
    if not cells:
        return None
    rows, columns = [row for row, _ in cells], [column for _, column in cells]
    return Box(min(rows), min(columns), max(rows), max(columns))
