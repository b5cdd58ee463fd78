"""The cells whose blanks lower the severity of what a check finds."""

from __future__ import annotations

from linter.judging.condition import Expression
from linter.judging.explanation import figure_paths
from linter.judging.javascript.cells import Cells
from linter.judging.javascript.nodes import is_live, varies


def blanks(node: Expression, cells: Cells, alone: Cells) -> tuple[int, list[list[str]]]:
    """Those of this report as a reference, and those of last year's for each instance; `alone` are the cells for one
    instance, enough for what does not vary."""
    paths = list(figure_paths(node))
    last = [[one for path in paths if not is_live(path) for one in cells.names(path)[at]] for at in cells.places]
    live = [path for path in paths if is_live(path)]
    fixed = [one for path in live if not varies(path) for one in alone.fields(path)[0]]
    varying = [cells.fields(path) for path in live if varies(path)]
    shared = dict.fromkeys(fixed)
    found = [[one for fields in varying for one in fields[at] if one not in shared] for at in cells.places]
    return cells.refer([cells.pool.set([*shared, *dict.fromkeys(one)]) for one in found]), last
