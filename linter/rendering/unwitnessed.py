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
    """How many there are, and the first few; nothing if there are none."""
    report, indices = checked.report, checked.outcomes.without_witness
    if not indices:
        return
    claims = [report.narrative.claims[index] for index in indices[:_SHOWN]]
    phrases = [manner.screen.clean(one_line(report.source.original[one.start : one.end])) for one in claims]
    named, count = manner.say("、", ", ").join(phrases), len(indices)
    more = manner.say("等", " and others") if count > len(phrases) else ""
    text = manner.say(f"正文另有 {count} 个数字表格无法印证：{named}{more}",
                      f"{count} figures of the prose stand in no table: {named}{more}")  # fmt: skip
    yield manner.screen.wrap(text, "  ")
