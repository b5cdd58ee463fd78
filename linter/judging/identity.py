"""A failed comparison in words, with the figures that the condition read:

`第一列：甲 120 + 乙 3 = 123，应等于 丙 119，相差 4`. The words come from the condition's own tree, so that text
and check cannot drift apart.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from linter.judging.condition import Arithmetic, Call, Comparison, Expression, Number, Path, Variable
from linter.judging.evidence import Evidence
from linter.judging.explanation import Explanation
from linter.judging.naming import Namer, spell
from linter.judging.paths import Key, is_cells
from linter.report import State

_MOST = 9
_RELATIONS = {
    "=": ("应等于", "should equal"),
    "!=": ("不应等于", "should not equal"),
    "<": ("应小于", "should be less than"),
    "<=": ("应不大于", "should not exceed"),
    ">": ("应大于", "should exceed"),
    ">=": ("应不小于", "should be at least"),
}


@dataclass(frozen=True, slots=True)
class _Term:
    """Something added or taken away: its words, and whether it is a zero that need not be shown."""

    sign: str
    text: str
    idle: bool = False


class IdentityWriter:
    """Writes the comparison of one explanation in one language."""

    def __init__(self, explanation: Explanation, evidence: Evidence, namer: Namer, lang: str) -> None:
        self._explanation = explanation
        self._evidence = evidence
        self._namer = namer
        self._lang = lang
        keys = explanation.operands()
        self._same_row = len({(key.table, key.row) for key in keys}) == 1
        self._same_column = len({(key.table, key.column) for key in keys}) == 1 and not self._same_row
        self._prefix = self._common(keys[0]) if len(keys) > 1 else ""

    def sentence(self) -> str:
        """The whole identity, without a full stop; empty if the condition is no comparison of numbers."""
        comparison = self._explanation.comparison
        if comparison is None:
            return ""
        left, right = self._side(comparison.left), self._side(comparison.right)
        zh = self._lang == "zh"
        relation = _RELATIONS[comparison.operator][0 if zh else 1]
        text = f"{left}，{relation} {right}" if zh else f"{left}, {relation} {right}"
        return self._prefix + text + self._difference(comparison)

    def _common(self, key: Key) -> str:
        """The row or column that all operands share, said once in front."""
        colon = "：" if self._lang == "zh" else ": "
        if self._same_row:
            return self._namer.row(key, self._lang) + colon
        if self._same_column:
            name = self._namer.column(key, self._lang)
            return (f"{name}列" if self._lang == "zh" else f"column {name}") + colon
        return ""

    def _difference(self, comparison: Comparison) -> str:
        left, right = self._explanation.left, self._explanation.right
        if left is None or right is None or left == right or isinstance(comparison.right, Number):
            return ""
        difference = spell(abs(left - right))
        return f"，相差 {difference}" if self._lang == "zh" else f"; they differ by {difference}"

    def _side(self, node: Expression) -> str:
        if isinstance(node, Number):
            return spell(self._explanation.value(node))
        terms = list(self._terms(node, "+"))
        shown = [term for term in terms if not term.idle]
        value = spell(self._explanation.value(node))
        if not shown:
            return f"各项之和 {value}" if self._lang == "zh" else f"the sum of all parts {value}"
        lone = len(shown) == 1 and shown[0].sign == "+"
        return self._join(shown) + ("" if lone else f" = {value}")

    def _join(self, terms: list[_Term]) -> str:
        kept = terms if len(terms) <= _MOST else terms[: _MOST - 1]
        first = ("- " if kept[0].sign == "-" else "") + kept[0].text
        text = first + "".join(f" {term.sign} {term.text}" for term in kept[1:])
        if len(kept) == len(terms):
            return text
        return f"{text} 等 {len(terms)} 项" if self._lang == "zh" else f"{text} and others ({len(terms)} in all)"

    def _terms(self, node: Expression, sign: str) -> Iterator[_Term]:
        match node:
            case Arithmetic(operator="+" | "-" as operator, left=left, right=right):
                yield from self._terms(left, sign)
                yield from self._terms(right, sign if operator == "+" else _OTHER[sign])
            case Arithmetic(left=left, right=right):
                factors = [self._join(list(self._terms(part, "+"))) for part in (left, right)]
                yield _Term(sign, " * ".join(factors))
            case Call(name="sum"):
                yield from self._parts(node, sign)
            case Path() | Variable() if isinstance(node, Variable) or is_cells(node):
                for key in self._explanation.keys(node):
                    yield _Term(sign, self._figure(key))
            case Path():
                name = self._explanation.facts(node)[0]
                value = spell(self._explanation.value(node))
                yield _Term(sign, f"{self._namer.fact(name, self._lang)} {value}")
            case _:
                yield _Term(sign, spell(self._explanation.value(node)))

    def _parts(self, call: Call, sign: str) -> Iterator[_Term]:
        """The cells of a sum: zeros need not be told, and of many the largest come first."""
        keys = self._explanation.keys(call.arguments[0])
        figures = self._evidence.figures
        if sum(1 for key in keys if figures[key.field]) > _MOST:
            keys = tuple(sorted(keys, key=lambda key: -(figures[key.field] or 0)))
        for key in keys:
            yield _Term(sign, self._figure(key), idle=not figures[key.field])

    def _figure(self, key: Key) -> str:
        name = self._label(key)
        if self._evidence.state(key.field) in (State.EMPTY, State.PLACEHOLDER):
            return f"{name}（空白）" if self._lang == "zh" else f"{name} (blank)"
        return f"{name} {spell(self._evidence.figures[key.field])}"

    def _label(self, key: Key) -> str:
        if self._prefix and self._same_row:
            return self._namer.column(key, self._lang)
        if self._prefix and self._same_column:
            return self._namer.row(key, self._lang)
        return self._namer.cell(key, self._lang)


_OTHER = {"+": "-", "-": "+"}
