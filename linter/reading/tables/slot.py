"""A slot: what stands in one column of a row."""

from __future__ import annotations

from linter.reading.tables.anchors import Figure
from linter.reading.tables.blocks import Block
from linter.record import NamedTuple


class Slot(NamedTuple):
    """What stands in one column: a figure, other text, a blank (`figure` None, `start` where it would stand),
    or nothing that can be read (`start` -1, `text` says why)."""

    start: int
    end: int
    figure: Figure | None = None
    text: str = ""


Slots = list[Slot] | str
"""The slots of a row, or why they cannot be told."""


class Labelled(NamedTuple):
    """A block with the place of its label and the number of its columns."""

    block: Block
    label_start: int
    label_end: int
    width: int


class Plain(NamedTuple):
    """As many figures as a row has columns, and how many of them stand on its first line."""

    figures: tuple[Figure, ...]
    shape: int
