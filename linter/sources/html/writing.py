"""Writes pieces as lines or cells, with white space as browsers leave it: none at edges, one blank in between."""

from __future__ import annotations

from linter.sources.composed import Composer
from linter.sources.html.page import Piece
from linter.sources.html.spot import Spot


class Writer:
    """Where the next piece goes: into a line, or into a cell of a row, where what would end a line is a blank."""

    def __init__(self, composer: Composer[Spot]) -> None:
        self._composer = composer
        self._filled = False
        self._blank = False
        self._in_row = False

    def put(self, piece: Piece) -> None:
        if piece.spot is not None:
            if self._blank:
                self._composer.space()
            self._composer.add(piece.text, piece.spot)
            self._filled, self._blank = True, False
        elif piece.text == "\n":
            self.new_line()
        elif piece.text == "\t" and not self._in_row:
            self._composer.end_cell()
            self._filled, self._blank = True, False
        elif len(piece.text) > 1 and not self._in_row:
            for _ in piece.text:
                self._composer.space()
            self._filled, self._blank = True, False
        else:
            self.blank()

    def blank(self) -> None:
        """White space, which shows only between two pieces."""
        self._blank = self._filled

    def new_line(self) -> None:
        """The end of a line where one was begun; in a cell, white space."""
        if self._in_row:
            self.blank()
        elif self._filled:
            self._composer.end_line()
            self._filled = self._blank = False

    def begin_row(self) -> None:
        self.new_line()
        self._in_row = True

    def next_cell(self) -> None:
        self._composer.end_cell()
        self._filled = self._blank = False

    def end_cell(self, spot: Spot) -> None:
        """The end of what stands in a cell; a blank one gets the place where its content would begin."""
        if not self._filled:
            self._composer.add("", spot)

    def end_row(self) -> None:
        self._in_row = False
        self._composer.end_line()
        self._filled = self._blank = False
