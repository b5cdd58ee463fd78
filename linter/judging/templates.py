"""The slots of messages: `{identity}`, `{row}`, `{fact.report.year}`. Which ones a text may use is known at load."""

from __future__ import annotations

from collections.abc import Callable

from linter.facts import REPORT
from linter.form import Words
from linter.judging.ranges import Range
from linter.judging.subjects import UNITS
from linter.patterns import compiled

_SLOT = compiled(r"\{([^{}]*)\}")
_ALWAYS = ("identity", "left", "right", "difference", "cells", "match", "repair")
_SIDES = ("left", "right", "difference")
_MERGED = ("list", "count", "table")
_BY_UNIT = {
    "row": ("table", "row", "official", "printed"),
    "column": ("table", "column"),
    "cell": ("table", "row", "column", "value", "remark"),
    "section": ("section", "heading"),
}


def check_slots(text: str, over: Range | None, *, merge: bool, compares: bool = True) -> Words | None:
    """What is wrong with the slots of a text, or None; `compares` tells whether the rule has two sides to show."""
    from linter.yamlfile import unknown

    known = [*_ALWAYS, *(f"fact.{name}" for name in REPORT)]
    if merge:
        known += _MERGED
    elif over is not None:
        extra = ("without",) if over.unit == "breakdown" else ()
        known += (*UNITS[over.unit], *extra) if over.on_prose else _BY_UNIT.get(over.unit, (over.unit,))
    for slot in _SLOT.findall(text):
        if slot not in known:
            return unknown(("空位", "slot"), f"{{{slot}}}", [f"{{{name}}}" for name in known])
        if not compares and slot in _SIDES:
            zh = f"条件的结论不是两个数的比较，{{{slot}}} 没有所指，请删去，用文字写明。"
            en = f"the condition asks for no comparison of two sides, as in `{{{slot}}}`; say it in words"
            return Words(zh, en)
    if "{" in _SLOT.sub("", text) or "}" in _SLOT.sub("", text):
        return Words("花括号 { } 没有配对，请补上另一半。", "a bracket `{` without its other half")
    return None


def fill(text: str, value: Callable[[str], str]) -> str:
    """The text with every slot replaced by its value."""
    return _SLOT.sub(lambda slot: value(slot[1]), text)
