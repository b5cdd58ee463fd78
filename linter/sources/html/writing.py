"""Writes pieces as lines or cells, with white space as browsers leave it: none at edges, one blank in between."""

from __future__ import annotations

from unicodedata import east_asian_width

from linter.sources.composed import Composer
from linter.sources.html.page import BLANK, LINE_END, TAB, WRAP, Piece
from linter.sources.html.spot import Spot


class Writer:
    """Where the next piece goes: into a line, or into a cell of a row, where what would end a line is a blank."""

    def __init__(self, composer: Composer[Spot]) -> None:
        self._composer = composer
        self._filled = False
        self._before: Piece | None = None
        self._last = ""
        self._in_row = False

    def put(self, piece: Piece) -> None:
        if piece.spot is not None:
            self._space(piece.text[0])
            self._composer.add(piece.text, piece.spot)
            self._filled, self._last = True, piece.text[-1]
        elif piece is LINE_END:
            self.new_line()
        elif piece is TAB and not self._in_row:
            self._composer.end_cell()
            self._filled, self._before = True, None
        elif len(piece.text) > 1 and not self._in_row:
            for _ in piece.text:
                self._composer.space()
            self._filled, self._before = True, None
        elif piece is not WRAP or self._before is None:
            self._before = (piece if piece is WRAP else BLANK) if self._filled else None

    def _space(self, following: str) -> None:
        """The white space before a character, if any shows there."""
        if self._before is BLANK or (self._before is WRAP and not (_is_wide(self._last) and _is_wide(following))):
            self._composer.space()
        self._before = None

    def blank(self) -> None:
        """White space, which shows only between two pieces."""
        self.put(BLANK)

    def new_line(self) -> None:
        """The end of a line where one was begun; in a cell, white space."""
        if self._in_row:
            self.blank()
        elif self._filled:
            self._composer.end_line()
            self._filled, self._before = False, None

    def begin_row(self) -> None:
        self.new_line()
        self._in_row = True

    def next_cell(self) -> None:
        self._composer.end_cell()
        self._filled, self._before = False, None

    def end_cell(self, spot: Spot) -> None:
        """The end of what stands in a cell; a blank one gets the place where its content would begin."""
        if not self._filled:
            self._composer.add("", spot)

    def end_row(self) -> None:
        self._in_row = False
        self._composer.end_line()
        self._filled, self._before = False, None


def _is_wide(character: str) -> bool:
    """Whether browsers let a line of the source end after or before it without a blank; wide figures keep theirs."""
    return east_asian_width(character) in "WF" and not character.isdigit()
