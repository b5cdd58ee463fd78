"""Claims that no table confirms or denies, in one line of text: an editor reads these instead of the whole prose."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from linter.rendering.phrase import one_line

if TYPE_CHECKING:
    from linter.check import Checked
    from linter.rendering.interface import Manner

_SHOWN = 3


def unwitnessed(checked: Checked, manner: Manner) -> Iterator[str]:
    """How many there are, and the first few; nothing if there are none. A zero that is said without a figure is no
    figure to look for."""
    report = checked.report
    said = [report.narrative.claims[index] for index in checked.outcomes.without_witness]
    claims = [one for one in said if (one.start, one.end) != (one.number_start, one.number_end)]
    if not claims:
        return
    phrases = [manner.screen.clean(one_line(report.source.original[one.start : one.end])) for one in claims[:_SHOWN]]
    named, count = manner.say("、", ", ").join(phrases), len(claims)
    more = manner.say("等", " and others") if count > len(phrases) else ""
    text = manner.say(f"正文另有 {count} 个数字表格无法印证：{named}{more}",
                      f"{count} figures of the prose stand in no table: {named}{more}")  # fmt: skip
    yield manner.screen.wrap(text, "  ")
