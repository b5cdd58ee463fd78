"""What is not shown because somebody said so: nothing disappears without a word."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from linter.finding import Held, Outcomes
    from linter.rendering.interface import Manner

NAMES = {"waiver": ("豁免", "waived"), "baseline": ("基线", "baseline"), "ignore": ("忽略", "ignored")}
"""The word for each who may hold a finding back, Chinese and English."""
_MOST = 12


def counted(held: Mapping[str, int], ignored: Collection[str], manner: Manner) -> str:
    """The end of a line of counts; empty where nothing was held back."""
    text = ""
    if total := sum(held.values()):
        parts = manner.say("，", ", ").join(f"{manner.say(*NAMES[by])} {held[by]}" for by in NAMES if held.get(by))
        text += manner.say(f"；另有 {total} 处不列出（{parts}）", f"; {total} held back ({parts})")
    if ignored:
        text += manner.say(f"；忽略 {len(ignored)} 条规则", f"; {len(ignored)} rules ignored")
    return text


def of_report(outcomes: Outcomes, manner: Manner) -> str:
    """The same for one report."""
    return counted(Counter(one.by for one in outcomes.held), outcomes.ignored, manner)


def why(held: Held, manner: Manner) -> str:
    """Who holds a finding back, and the reason that was given: `豁免：含转发信息`."""
    said = manner.say("：", ": ") + manner.screen.clean(" ".join(held.reason.split())) if held.reason else ""
    return manner.say(*NAMES[held.by]) + said


def reasons(outcomes: Outcomes, manner: Manner) -> Iterator[str]:
    """A line for each reason that somebody gave, with the rules; and the rules that were ignored."""
    by_reason: dict[tuple[str, str], list[Held]] = {}
    for one in outcomes.held:
        by_reason.setdefault((one.by, one.reason), []).append(one)
    for (by, reason), held in by_reason.items():
        codes = _codes(Counter(one.finding.rule for one in held))
        said = manner.say("：", ": ") + manner.screen.clean(" ".join(reason.split())) if reason else ""
        yield manner.screen.wrap(f"{manner.say(*NAMES[by])} {codes}{said}", "  ")
    if outcomes.ignored:
        yield manner.screen.wrap(ignored_rules(outcomes, manner), "  ")


def ignored_rules(outcomes: Outcomes, manner: Manner) -> str:
    """The rules that are off because somebody said so, by name as far as there is room."""
    shown, more = outcomes.ignored[:_MOST], len(outcomes.ignored) - _MOST
    rest = manner.say(f" 等 {len(outcomes.ignored)} 条", f" and {more} more") if more > 0 else ""
    return manner.say("忽略的规则：", "rules ignored: ") + " ".join(shown) + rest


def _codes(counts: Counter[str]) -> str:
    return " ".join(f"{code}×{count}" if count > 1 else code for code, count in sorted(counts.items()))
