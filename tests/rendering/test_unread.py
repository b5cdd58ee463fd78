"""A table that was not read at all is told before everything else, also where only findings are wanted."""

from __future__ import annotations

import pytest

from judging.desk import rules
from linter.check import check
from linter.rendering import writer
from linter.rendering.interface import Manner
from linter.sources import read_bytes
from renderings import render
from renderings.figures import tagged
from reports import family


@pytest.mark.parametrize("quiet", [False, True])
def test_nothing_read_of_a_table_is_no_good_news(quiet: bool) -> None:
    text = render(tagged("f2021"), year=2023, form="f2021", agency="临江市商务局", layout="tabs").text
    lines = [line.replace("科研机构", "@").replace("社会公益组织", "科研机构").replace("@", "社会公益组织")
             for line in text.split("\n")]  # fmt: skip
    source = read_bytes("\n".join(lines).encode(), "report.txt")
    told = writer("text", Manner(quiet=quiet)).report(check(source, family(), rules(), frozenset(["T301"])))
    assert told.split("\n\n")[1].startswith("表三整张没有读到")
    assert quiet or "\n已读到的部分没有发现问题；" in told
