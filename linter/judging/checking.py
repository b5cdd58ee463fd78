"""Checks a condition before any report is read: every name is known and every part has the right type."""

from __future__ import annotations

from linter.facts import fact_type
from linter.judging.condition import (
    Arithmetic,
    Call,
    Comparison,
    ConditionError,
    Expression,
    Logic,
    Membership,
    Number,
    Path,
    Pattern,
    Variable,
    Word,
)
from linter.judging.functions import SIGNATURES, Type
from linter.judging.paths import in_report
from linter.judging.subjects import VARIABLES
from linter.judging.vocabulary import Vocabulary, unknown_variable
from linter.yamlfile import unknown

_NUMBER = Type("number")
_BOOL = Type("bool")
_ORDERED = ("number", "date")


class Checker:
    """Walks conditions whose variables are `variables`; raises ConditionError at the first mistake."""

    def __init__(self, vocabulary: Vocabulary, variables: tuple[str, ...]) -> None:
        self._vocabulary = vocabulary
        self._variables = variables

    def condition(self, expression: Expression) -> None:
        """The whole must say yes or no, once."""
        found = self.type_of(expression)
        if found.kind != "bool":
            zh, en = f"这是{found.words.zh}，条件要比较点什么。", f"this is {found}; a condition must compare something"
            raise ConditionError(zh, en, _at(expression))
        if found.many:
            zh = "有好几个答案，请写成 all(…)、any(…) 或 none(…)。"
            raise ConditionError(zh, "several answers: say all(...), any(...) or none(...)", _at(expression))

    def type_of(self, expression: Expression) -> Type:
        match expression:
            case Number():
                return _NUMBER
            case Word():
                return Type("word")
            case Pattern():
                return self._pattern(expression)
            case Variable():
                return self._variable(expression)
            case Path():
                return self._vocabulary.type_of(expression, self._variables)
            case Call():
                return self._call(expression)
            case Arithmetic():
                return self._arithmetic(expression)
            case Comparison():
                return self._comparison(expression)
            case Membership():
                return self._membership(expression)
            case Logic():
                return self._logic(expression)

    def _pattern(self, pattern: Pattern) -> Type:
        if pattern.name not in self._vocabulary.patterns:
            raise ConditionError(*unknown(("模式", "pattern"), pattern.name, self._vocabulary.patterns), 0)
        return Type("pattern")

    def _variable(self, variable: Variable) -> Type:
        if variable.name not in self._variables:
            raise ConditionError(*unknown_variable(variable.name, self._variables), variable.at)
        if variable.name == "cell":
            return Type("number", cells=True)
        if variable.name in VARIABLES:
            return VARIABLES[variable.name]
        return Type("word" if variable.name in ("row", "column", "section") else "words")

    def _call(self, call: Call) -> Type:
        if call.name not in SIGNATURES:
            raise ConditionError(*unknown(("函数", "function"), call.name, SIGNATURES), call.at)
        signature = SIGNATURES[call.name]
        count, takes = len(call.arguments), list(signature.takes)
        if count < len(takes) or (count > len(takes) and not signature.more):
            zh = f"{call.name}(…) 要 {len(takes)} 个参数，现在有 {count} 个。"
            raise ConditionError(zh, f"{call.name}(...) takes {len(takes)}, not {count}", call.at)
        takes += takes[-1:] * (count - len(takes))
        types = [self.type_of(argument) for argument in call.arguments]
        for wanted, found in zip(takes, types, strict=True):
            if not _fits(found, wanted):
                takes_zh, takes_en = _SPELLING[wanted]
                zh = f"{call.name}(…) 里应当是{takes_zh}，不能是{found.words.zh}。"
                raise ConditionError(zh, f"{call.name}(...) takes {takes_en}, not {found}", call.at)
        if signature.gives == "test":
            return Type("bool", types[0].many)
        if signature.gives == "filled":
            return Type("number", types[0].many)
        return Type(signature.gives.removesuffix("s"), signature.gives.endswith("s"))

    def _arithmetic(self, node: Arithmetic) -> Type:
        left, right = self.type_of(node.left), self.type_of(node.right)
        if left.kind != "number" or right.kind != "number":
            zh = f"{node.operator} 两边都应当是数，现在是{left.words.zh}和{right.words.zh}。"
            raise ConditionError(zh, f"`{node.operator}` is for numbers, not {left} and {right}", node.at)
        return Type("number", left.many or right.many)

    def _comparison(self, node: Comparison) -> Type:
        left, right = self.type_of(node.left), self.type_of(node.right)
        if "word" in (left.kind, right.kind):
            self._choices(node.left, (node.right,), node.at)
        kinds = {"text" if side.kind == "word" else side.kind for side in (left, right)}
        if len(kinds) > 1 or kinds & {"words", "pattern", "row", "remarks", "bool"}:
            zh = f"{left.words.zh}和{right.words.zh}不能比较，两边应当是同一种。"
            raise ConditionError(zh, f"cannot compare {left} with {right}", node.at)
        if node.operator not in ("=", "!=") and not kinds & set(_ORDERED):
            zh = f"{node.operator} 只能比较数和日期，不能比较{left.words.zh}；可以用 = 或 !=。"
            raise ConditionError(zh, f"`{node.operator}` is for numbers and dates, not {left}", node.at)
        return Type("bool", left.many or right.many)

    def _membership(self, node: Membership) -> Type:
        item = self.type_of(node.item)
        if item.many or item.kind not in ("number", "text", "word"):
            zh = f"in 前面应当是一个数或一段文字，不能是{item.words.zh}。"
            raise ConditionError(zh, f"`in` is for one number or text, not {item}", node.at)
        for option in node.options:
            found = self.type_of(option)
            if found.many or (found.kind != "number" if item.kind == "number" else not isinstance(option, Word)):
                zh = f"{{ }} 里的各项应当和前面的{item.words.zh}是同一种。"
                raise ConditionError(zh, f"{item} cannot be in a set of another kind", node.at)
        self._choices(node.item, node.options, node.at)
        return _BOOL

    def _choices(self, item: Expression, words: tuple[Expression, ...], at: int) -> None:
        """A word that a fact or a variable can never be is a slip of the pen."""
        known = self._possible(item)
        for word in words:
            if known and isinstance(word, Word) and word.text not in known:
                raise ConditionError(*unknown(("值", "value"), word.text, known), at)

    def _possible(self, item: Expression) -> set[str]:
        if isinstance(item, Variable) and item.name in ("concept", "parent"):
            return set(self._vocabulary.concepts)
        if isinstance(item, Variable):
            return self._vocabulary.ids(item.name)
        if isinstance(item, Path) and str(in_report(item)) == "report.form":
            return set(self._vocabulary.forms)
        if isinstance(item, Path) and in_report(item).parts[0] in ("report", "sections", "intro"):
            return set(fact_type(str(item)).choices)
        return set()

    def _logic(self, node: Logic) -> Type:
        types = [self.type_of(part) for part in node.parts]
        for part, found in zip(node.parts, types, strict=True):
            if found.kind != "bool":
                zh = f"{node.operator} 连接的应当是条件，不能是{found.words.zh}。"
                raise ConditionError(zh, f"`{node.operator}` joins conditions, not {found}", _at(part))
        return Type("bool", any(found.many for found in types))


_SPELLING = {
    "numbers": ("多个数", "numbers"),
    "cells": ("多个单元格", "several cells"),
    "countable": ("多个条件或备注", "conditions or remarks"),
    "bools": ("多个条件", "several conditions"),
    "condition": ("一个条件", "a condition"),
    "cell": ("单元格", "a cell"),
    "one or more cells": ("单元格", "cells"),
    "any numbers": ("数", "numbers"),
    "one number": ("一个数", "a number"),
    "name": ("事实或概念的名称", "the name of a fact or of a concept"),
    "date": ("日期", "a date"),
    "one cell": ("一个单元格", "one cell"),
    "row": ("一行（<表>.<行>）", "a row (<table>.<row>)"),
    "text": ("文字", "a text"),
    "word": ("加引号的词或一张词表", 'words in "quotes" or a table of words'),
    "pattern": ("模式名", "the name of a PATTERN"),
}


def _fits(found: Type, wanted: str) -> bool:
    match wanted:
        case "numbers":
            return found.kind == "number" and found.many
        case "cells":
            return found.cells and found.many
        case "countable":
            return found.many and found.kind in ("bool", "remarks")
        case "bools":
            return found.many and found.kind == "bool"
        case "condition":
            return found.kind == "bool" and not found.many
        case "cell" | "one or more cells":
            return found.cells
        case "any numbers":
            return found.kind == "number"
        case "one number":
            return found.kind == "number" and not found.many
        case "name":
            return not found.cells and not found.many and found.kind in ("number", "text", "date", "bool")
        case "one cell":
            return found.cells and not found.many
        case "word":
            return found.kind in ("word", "words")
        case _:
            return found.kind == wanted and not found.many


def _at(expression: Expression) -> int:
    return getattr(expression, "at", 0)
