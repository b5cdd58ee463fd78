"""A failed comparison in words, with the figures that the condition read:

`第一列：甲 120 + 乙 3 = 123，应等于 丙 119，相差 4`. The words come from the condition's own tree, so that text
and check cannot drift apart.
"""

from __future__ import annotations

from collections.abc import Iterator

from linter.judging.condition import Arithmetic, Call, Comparison, Expression, Membership, Number, Path, Variable
from linter.judging.evidence import Evidence
from linter.judging.explanation import Explanation
from linter.judging.naming import Namer, spell
from linter.judging.paths import PREVIOUS, Key, is_cells
from linter.judging.printed import to_decimal
from linter.judging.subjects import VARIABLES
from linter.record import NamedTuple
from linter.report import State

_MOST = 9
# So many zeros are told one by one.
_FEW = 4
_RELATIONS = {
    "=": ("应等于", "should equal"),
    "!=": ("不应等于", "should not equal"),
    "<": ("应小于", "should be less than"),
    "<=": ("应不大于", "should not exceed"),
    ">": ("应大于", "should exceed"),
    ">=": ("应不小于", "should be at least"),
}


class _Term(NamedTuple):
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
        if isinstance(comparison, Membership):
            return self._membership(comparison)
        left, right = self._side(comparison.left), self._side(comparison.right)
        zh = self._lang == "zh"
        relation = _RELATIONS[comparison.operator][0 if zh else 1]
        text = f"{left}，{relation} {right}" if zh else f"{left}, {relation} {right}"
        return self._prefix + text + self._difference(comparison)

    def _membership(self, node: Membership) -> str:
        """What is said, then every reading that was tried, and how far off the nearest is."""
        self._prefix = ""
        zh = self._lang == "zh"
        item, tried = self._side(node.item), [self._side(option) for option in self._possible(node)]
        readings = ("，或 " if zh else ", or ").join(tried)
        text = f"{item}，应等于 {readings}" if zh else f"{item}, should equal {readings}"
        left, right = self._explanation.left, self._explanation.right
        if left is None or right is None:
            return text
        difference, nearest = spell(abs(left - right)), len(tried) > 1
        if zh:
            return f"{text}，{'与最接近的' if nearest else ''}相差 {difference}"
        return f"{text}; {'the nearest differs' if nearest else 'they differ'} by {difference}"

    def _possible(self, node: Membership) -> list[Expression]:
        """The readings, without those that come to less than nothing, unless one of these is the nearest."""
        options = [option for option, _ in self._explanation.options(node)]
        values = [self._explanation.value(option) for option in options]
        nearest = self._explanation.right
        kept = [one for one, value in zip(options, values, strict=True) if value == nearest or to_decimal(value) >= 0]
        return kept or options

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
        if not shown and len(terms) <= _FEW:
            shown = terms
        if not shown:
            return f"各项之和 {value}" if self._lang == "zh" else f"the sum of all parts {value}"
        lone = (len(shown) == 1 and shown[0].sign == "+") or _is_percent(node)
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
            case Call(name="sum", arguments=(Path() as cells,)) if is_cells(cells):
                yield from self._parts(node, sign)
            case Call(name="sum", arguments=(Variable() as several,)) if several.name != "cell":
                yield from self._items(sign)
            case Call(name="sum", arguments=(Call(name="filled") as inner,)):
                yield from self._filled(inner, sign, several=True)
            case Call(name="filled"):
                yield from self._filled(node, sign, several=False)
            case Call(name="percent" | "change"):
                yield _Term(sign, self._percent(node))
            case Variable() if node.name in VARIABLES:
                yield _Term(sign, self._said(node))
            case Path() | Variable() if isinstance(node, Variable) or is_cells(node):
                for key in self._explanation.keys(node):
                    yield _Term(sign, self._figure(key))
            case Path():
                name = self._explanation.facts(node)[0]
                value = spell(self._explanation.value(node))
                words = self._evidence.words(name)
                yield _Term(sign, f"“{words}” {value}" if words else f"{self._namer.fact(name, self._lang)} {value}")
            case _:
                yield _Term(sign, spell(self._explanation.value(node)))

    def _said(self, node: Variable) -> str:
        """A figure of the prose, in the words of the prose."""
        subject, value = self._evidence.subject, spell(self._explanation.value(node))
        quote = str(subject.values["quote"]) if subject is not None else ""
        if node.name in ("claim", "share", "total") and quote:
            return f"正文“{quote}”" if self._lang == "zh" else f"the prose says “{quote}”"
        return value

    def _items(self, sign: str) -> Iterator[_Term]:
        """The items of a list in the prose."""
        subject = self._evidence.subject
        for item in self._evidence.prose.shown(subject)[1:] if subject is not None else ():
            yield _Term(sign, f"{item.label} {spell(item.value)}", idle=not item.value)

    def _filled(self, call: Call, sign: str, *, several: bool) -> Iterator[_Term]:
        """Totals; one that is blank by the figures that stand in for it, saying so."""
        for key in self._explanation.keys(call.arguments[0]):
            blank = self._evidence.state(key.field) in (State.EMPTY, State.PLACEHOLDER)
            if not blank:
                yield _Term(sign, self._figure(key), idle=several and not self._evidence.figures[key.field])
                continue
            value = spell(self._explanation.substitute(call, key))
            note = "总计空白，按各栏相加" if self._lang == "zh" else "total blank, sum of the columns"
            name = self._namer.row(key, self._lang)
            yield _Term(sign, f"{name} {value}（{note}）" if self._lang == "zh" else f"{name} {value} ({note})",
                        idle=several and value == "0")  # fmt: skip

    def _percent(self, call: Call) -> str:
        """A share as a division, a change as a step from one figure to another."""
        terms = [list(self._terms(one, "+")) for one in call.arguments]
        part, whole = (f"({self._join(one)})" if len(one) > 1 else self._join(one) for one in terms)
        value = spell(to_decimal(self._explanation.value(call)))
        return f"{part} {'/' if call.name == 'percent' else '->'} {whole} = {value}%"

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
        if self._prefix and key.field.startswith(f"{PREVIOUS}."):
            return self._namer.previous(self._label(key._replace(field="")), self._lang)
        if self._prefix and self._same_row:
            return self._namer.column(key, self._lang)
        if self._prefix and self._same_column:
            return self._namer.row(key, self._lang)
        return self._namer.cell(key, self._lang)


def _is_percent(node: Expression) -> bool:
    return isinstance(node, Call) and node.name in ("percent", "change")


_OTHER = {"+": "-", "-": "+"}
