"""Sources composed of pieces: every stretch knows where it came from, blank cells too."""

from __future__ import annotations

from typing import NamedTuple

from linter.sources.composed import Composer
from linter.sources.interface import Place


class Stone(NamedTuple):
    """An origin for tests: a line, and the column of its first character."""

    line: int
    column: int

    def place(self, start: int, end: int) -> Place:
        return Place(self.line, self.column + start, self.line, self.column + end, f"stone {self.line}")


def _composed() -> Composer[Stone]:
    composer: Composer[Stone] = Composer()
    composer.add("收到", Stone(1, 10))
    composer.add("12", Stone(2, 1))
    composer.end_line()
    composer.add("a\tb", Stone(3, 1))
    composer.end_cell()
    composer.add("", Stone(4, 1))
    composer.end_cell()
    composer.add("7", Stone(5, 1))
    return composer


def test_text_holds_lines_and_cells_and_no_other_dividers() -> None:
    source = _composed().source("x")
    assert source.original == "收到12\na b\t\t7"
    assert len(source.text) == len(source.original)


def test_a_stretch_runs_from_its_first_piece_to_its_last() -> None:
    source = _composed().source("x")
    assert source.place(1, 3) == Place(1, 11, 2, 2, "stone 1")
    assert source.place(2, 4) == Place(2, 1, 2, 3, "stone 2")


def test_a_blank_cell_has_its_own_origin() -> None:
    source = _composed().source("x")
    at = source.original.index("\t") + 1
    assert source.place(at, at) == Place(4, 1, 4, 1, "stone 4")


def test_an_empty_stretch_inside_a_piece_and_after_the_last() -> None:
    source = _composed().source("x")
    assert source.place(1, 1) == Place(1, 11, 1, 11, "stone 1")
    end = len(source.original)
    assert source.place(end, end) == Place(5, 2, 5, 2, "stone 5")


def test_a_source_of_nothing_has_no_places() -> None:
    composer: Composer[Stone] = Composer()
    assert composer.source("x").place(0, 0) == Place(None, None, None, None)
