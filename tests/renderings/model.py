"""What a rendering is: the text, and for every cell of the form where it stands in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

Cell = str | Mapping[str, str | None]
"""A number as a plain string, or ``{"state": ..., "value": ..., "raw": ...}``."""

Cells = Mapping[str, Cell]

NUMBER = re.compile(r"[+＋\-−－]?[0-9０-９](?:[0-9０-９,，]*[0-9０-９])?(?:[.．][0-9０-９]+)?")
_HALF_WIDTH = str.maketrans("０１２３４５６７８９．＋−－", "0123456789.+--", ",，")


@dataclass(frozen=True)
class Truth:
    """What a cell is and where its raw text stands, in characters counted from 1.

    ``state`` is a state of the interface (``number``, ``empty``, ``placeholder``, ``text``,
    ``missing``) or ``lost``: the report had the cell, this text no longer shows it. ``missing``
    and ``lost`` cells have neither value nor place. An ``empty`` cell has the place of its slot,
    with ``column == end_column``.
    """

    state: str
    value: str | None
    raw: str | None
    line: int | None
    column: int | None
    end_column: int | None


LOST = Truth("lost", None, None, None, None, None)
MISSING = Truth("missing", None, None, None, None, None)


@dataclass(frozen=True)
class Rendered:
    """A report as text, the truth about every cell, and table three's header block as printed."""

    text: str
    truth: dict[str, Truth]
    header: str = ""


@dataclass(frozen=True)
class Shown:
    """A cell on its way into the text: its raw text and what is printed around it (a unit)."""

    field: str
    state: str
    value: str | None
    raw: str
    before: str = ""
    after: str = ""

    @property
    def blank(self) -> bool:
        """Whether nothing at all is printed for this cell."""
        return not (self.before or self.raw or self.after)

    def emptied(self) -> Shown:
        """The same cell with its contents gone and its slot left."""
        return replace(self, state="empty", value=None, raw="", before="", after="")


Piece = str | Shown


def normal(raw: str) -> str:
    """The decimal string of a printed number: no separators, no plus sign, half-width."""
    return format(Decimal(raw.translate(_HALF_WIDTH)), "f")


def shown(name: str, cell: Cell | None) -> Shown:
    """The cell as it will be printed; the unit in a raw such as ``452432 元`` is set apart."""
    if cell is None:
        return Shown(name, "missing", None, "")
    if isinstance(cell, str):
        return Shown(name, "number", normal(cell), cell)
    state = cell["state"] or "missing"
    value = cell.get("value")
    raw = cell.get("raw") or value or ""
    found = NUMBER.search(raw)
    if state != "number" or found is None:
        return Shown(name, state, value, raw)
    before, after = raw[: found.start()], raw[found.end() :]
    return Shown(name, state, value, found[0], before, after)


def run(cells: Iterable[Shown], between: str = " ") -> list[Piece]:
    """Cells one after the other as white-space separated text, in which blanks leave no trace."""
    pieces: list[Piece] = []
    for cell in cells:
        if not cell.blank:
            pieces += [between, cell] if pieces else [cell]
    return pieces


@dataclass
class Page:
    """The lines written so far, each a sequence of text and cells."""

    lines: list[tuple[Piece, ...]] = field(default_factory=list)

    def line(self, *pieces: Piece) -> None:
        """Adds one line; without pieces, a blank one."""
        self.lines.append(pieces)

    def texts(self, lines: Iterable[str]) -> None:
        """Adds lines that hold no cell."""
        for text in lines:
            self.line(text)

    def finish(self, cells: Iterable[Shown], header: Sequence[str]) -> Rendered:
        """The text so far, and the truth about these cells."""
        truth = {cell.field: MISSING if cell.state == "missing" else LOST for cell in cells}
        written = []
        for number, pieces in enumerate(self.lines, 1):
            text = ""
            for piece in pieces:
                if isinstance(piece, Shown):
                    truth[piece.field] = _placed(piece, number, len(text + piece.before) + 1)
                    text += piece.before + piece.raw + piece.after
                else:
                    text += piece
            written.append(text)
        return Rendered("\n".join(written) + "\n", truth, "\n".join(header))


def _placed(cell: Shown, line: int, column: int) -> Truth:
    """The truth of a cell printed here; a cell left out of its row is a blank slot."""
    state = "empty" if cell.state == "missing" else cell.state
    return Truth(state, cell.value, cell.raw, line, column, column + len(cell.raw))
