"""Compares what was read with what a rendering truly says, cell by cell with its place."""

from __future__ import annotations

from dataclasses import dataclass, field

from linter.report import Report, State
from renderings import Rendered


@dataclass
class Comparison:
    """Fields that were read right; read as something that they are not; not read although they are there."""

    right: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)


def compare(report: Report, rendered: Rendered) -> Comparison:
    """A blank or missing figure that the text has lost may be blank or missing; a number must be true in value,
    raw text and place, and a blank must be one."""
    result = Comparison()
    for name, truth in rendered.truth.items():
        cell = report.cells.get(name)
        if cell is None or cell.state is State.MISSING:
            (result.right if truth.state in ("lost", "missing") else result.unread).append(name)
        elif cell.state is State.NUMBER:
            assert cell.span is not None
            place = report.source.place(*cell.span)
            found = (str(cell.value), cell.raw, place.line, place.column, place.end_column)
            true = (truth.value, truth.raw, truth.line, truth.column, truth.end_column)
            same = truth.state == "number" and found == true
            (result.right if same else result.wrong).append(name)
        else:
            blank = truth.state in (cell.state.value, "lost", "missing")
            (result.right if blank else result.wrong).append(name)
    return result
