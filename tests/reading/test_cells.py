"""A cell that holds more than a figure is text, and costs no other cell of its row."""

from __future__ import annotations

import re
from pathlib import Path
from random import Random

import pytest

from linter.report import Report, State
from renderings import Cell, consistent, render
from reports import read_report

EXAMPLE = (Path(__file__).parents[2] / "examples" / "clean-bureau-2020.md").read_text(encoding="utf-8")
GRANTED = "（一） 予以公开 |  | 2 | 0 |"


def with_cell(content: str) -> Report:
    """The example with this in place of the second figure of a row."""
    assert GRANTED in EXAMPLE
    return read_report(EXAMPLE.replace(GRANTED, f"（一） 予以公开 |  | 2 | {content} |"))


@pytest.mark.parametrize("content", ["3[1]", "共3", "约3", "3①", "3?", "(3)", "3；", "3、5", "□", "见附件", "待核"])
def test_what_is_no_figure_is_text(content: str) -> None:
    cells = with_cell(content).cells
    assert (cells["t3.granted.business"].state, cells["t3.granted.business"].raw) == (State.TEXT, content)
    row = [cells[f"t3.granted.{column}"].value for column in ("natural_person", "research", "legal_service", "total")]
    assert row == [2, 0, 0, 2]


@pytest.mark.parametrize("content", ["3 5", "3 第二十条第（八）项 信息内容"])
def test_what_may_be_two_cells_leaves_the_row_unread(content: str) -> None:
    cells = with_cell(content).cells
    assert cells["t3.granted.business"].state is State.MISSING
    assert cells["t3.granted.total"].state is State.MISSING


def test_the_only_cell_of_a_row_may_be_blank() -> None:
    """Pages pad the rows of table two to the widest."""
    cells: dict[str, Cell] = {**consistent("f2021", Random(3)), "t2.permit.decisions": {"state": "empty"}}
    text = render(cells, year=2023, form="f2021", agency="临江市商务局", layout="pipes", seed=1).text
    short = re.compile(r"(\| 行政[^|]*\|[^|]*\|)")
    lines = [f"{line} |  |" if short.fullmatch(line) else line for line in text.split("\n")]
    assert any(line.replace(" ", "") == "|行政许可||||" for line in lines), text
    report = read_report("\n".join(lines))
    assert report.cells["t2.permit.decisions"].state is State.EMPTY
    assert report.cells["t2.penalty.decisions"].state is State.NUMBER
