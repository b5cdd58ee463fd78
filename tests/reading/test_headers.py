"""A header that has the columns in another order: figures are never read into the wrong ones."""

from __future__ import annotations

import pytest

from linter.report import State
from renderings import render
from renderings.figures import tagged
from reports import read_report

TABBED = "tabs"


def _swapped(first: str, second: str, times: int) -> str:
    """A tabbed report in whose header two labels stand in each other's place, as far as the first lines with both."""
    text = render(tagged("f2021"), year=2023, form="f2021", agency="临江市商务局", layout=TABBED).text
    lines = text.split("\n")
    for number, line in enumerate(lines):
        if times and first in line and second in line and "\t" in line:
            lines[number] = line.replace(first, "@").replace(second, first).replace("@", second)
            times -= 1
    assert not times
    return "\n".join(lines)


@pytest.mark.parametrize(
    ("first", "second", "times", "table"),
    [
        ("科研机构", "社会公益组织", 1, "t3"),
        ("商业企业", "法律服务机构", 1, "t3"),
        ("未经复议直接起诉", "复议后起诉", 1, "t4"),
        ("结果维持", "结果纠正", 1, "t4"),
    ],
)
def test_swapped_columns_are_not_read(first: str, second: str, times: int, table: str) -> None:
    report = read_report(_swapped(first, second, times))
    states = {cell.state for field, cell in report.cells.items() if field.startswith(f"{table}.")}
    assert states == {State.MISSING}
    others = {cell.state for field, cell in report.cells.items() if not field.startswith(f"{table}.")}
    assert others == {State.NUMBER}
