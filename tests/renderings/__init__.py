"""Test reports in many layouts, each with the truth about where every cell was put.

``render`` writes a dictionary of cells as a whole report in one of ``LAYOUTS``; ``DAMAGES`` spoil
a rendering as conversions do and keep its truth right. Nothing here imports the linter.
"""

from .damage import (
    DAMAGES,
    delete_line,
    drop_number,
    insert_page_mark,
    join_lines,
    join_lines_spaced,
    repeat_header,
    swap_rows,
)
from .figures import consistent, tagged
from .layouts import LAYOUTS, render
from .model import Cell, Cells, Rendered, Truth
from .report import Prose

FORM_IDS = ("f2019", "f2021", "mixed")

__all__ = [
    "DAMAGES",
    "FORM_IDS",
    "LAYOUTS",
    "Cell",
    "Cells",
    "Prose",
    "Rendered",
    "Truth",
    "consistent",
    "delete_line",
    "drop_number",
    "insert_page_mark",
    "join_lines",
    "join_lines_spaced",
    "render",
    "repeat_header",
    "swap_rows",
    "tagged",
]
