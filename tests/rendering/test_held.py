"""What is not shown is counted and named."""

from __future__ import annotations

import pytest

from findings import checked, finding
from linter.check import Checked
from linter.finding import Held
from linter.rendering import writer
from linter.rendering.interface import Manner
from linter.rendering.tally import Tally


def held() -> Checked:
    """A report of which everything was held back, by each who may."""
    one = finding(None)
    report = checked("正文\n")
    kept = (
        Held(one, "waiver", "含转发信息"),
        Held(one, "waiver", "含转发信息"),
        Held(one, "baseline"),
        Held(one, "ignore", "归档/**"),
    )
    return report._replace(outcomes=report.outcomes._replace(held=kept, ignored=("BRK01", "BRK02")))


def test_text() -> None:
    out = writer("text", Manner("zh"))
    text = out.report(held())
    assert "没有发现问题；通过 7 项，未检查 0 项；另有 4 处不列出（豁免 2，基线 1，忽略 1）；忽略 2 条规则\n" in text
    assert "\n  豁免 T303×2：含转发信息\n  基线 T303\n  忽略 T303：归档/**\n  忽略的规则：BRK01 BRK02\n" in text


def test_english() -> None:
    text = writer("text", Manner("en")).report(held())
    assert "; 4 held back (waived 2, baseline 1, ignored 1); 2 rules ignored\n" in text
    assert "\n  rules ignored: BRK01 BRK02\n" in text


@pytest.mark.parametrize("name", ["text", "markdown"])
def test_the_last_line_of_a_run(name: str) -> None:
    tally = Tally()
    out = writer(name, Manner("zh"))
    for _ in range(2):
        tally.add(held())
        out.report(held())
    assert "另有 8 处不列出（豁免 4，基线 2，忽略 2）；忽略 2 条规则" in out.end(tally)
    assert tally.status("info") == 0
