"""Tables of which not one cell was read: nothing found there is no good news."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from linter.report import State

if TYPE_CHECKING:
    from linter.check import Checked
    from linter.rendering.interface import Manner
    from linter.report import Report

_WORD = (".docx", ".docm")


def unread_cells(report: Report) -> int:
    """How many cells of the form were not found in the report."""
    return sum(cell.state is State.MISSING for cell in report.cells.values())


def unread_tables(checked: Checked, manner: Manner) -> Iterator[str]:
    """One line for each such table."""
    cells = checked.report.cells
    for table in checked.report.form.tables.values():
        states = Counter(cells[field].state for field in table.fields() if field in cells)
        if set(states) == {State.MISSING}:
            again = "" if checked.report.source.path.lower().endswith(_WORD) else "，或者另存为 .docx 再试"
            yield manner.say(
                f"{table.name.zh}整张没有读到，有关的规则都没有检查；请对照原文{again}。",
                f"Nothing of {table.name.en} was read, and no rule on it was judged; look at the file itself.",
            )
