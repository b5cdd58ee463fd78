"""From the text of a condition to its tree, by `grammar/condition.lark`."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any

from linter.form import Words
from linter.judging.condition import (
    Arithmetic,
    Call,
    Comparison,
    ConditionError,
    Expression,
    Logic,
    Membership,
    Number,
    Part,
    Path,
    Pattern,
    Several,
    Variable,
    Word,
)
from linter.resources import load_grammar

if TYPE_CHECKING:
    from lark import Lark

_CHINESE = {
    "a name": "名称",
    "a number": "数",
    'a word in "quotes"': "加引号的词",
    "a $variable": "$变量",
    "a PATTERN": "模式名",
    "a comparison": "比较符号",
    "the end": "结尾",
}
_SPELLING = {
    "NAME": "a name",
    "NUMBER": "a number",
    "STRING": 'a word in "quotes"',
    "VARIABLE": "a $variable",
    "PATTERN": "a PATTERN",
    "COMPARE": "a comparison",
    "PLUS": "+",
    "MINUS": "-",
    "STAR": "*",
    "LPAR": "(",
    "RPAR": ")",
    "LBRACE": "{",
    "RBRACE": "}",
    "COMMA": ",",
    "DOT": ".",
    "$END": "the end",
}


def parse(text: str) -> Expression:
    """The tree of a condition; raises ConditionError that says what was expected where."""
    from lark import UnexpectedCharacters, UnexpectedInput, UnexpectedToken

    try:
        tree: Any = _parser().parse(text)
    except UnexpectedToken as error:
        if error.token.type == "$END":
            zh, en, at = "条件没有写完", "the end", len(text)
        else:
            zh, en, at = f"这里不能是 {error.token}", f"`{error.token}`", int(error.pos_in_stream or 0)
        wanted = _wanted(error.accepts)
        zh, en = f"{zh}，接着可以写 {wanted.zh}。", f"{en} stands where {wanted.en} is expected"
        raise ConditionError(zh, en, at) from None
    except UnexpectedCharacters as error:
        at = int(error.pos_in_stream or 0)
        zh, en = f"条件里不能有 {text[at]}，请删去或改写。", f"`{text[at]}` cannot stand in a condition"
        raise ConditionError(zh, en, at) from None
    except UnexpectedInput as error:
        raise ConditionError("这不是条件。", "this is not a condition", int(error.pos_in_stream or 0)) from None
    except RecursionError:
        raise ConditionError("括号套得太深，请拆开。", "the condition is nested too deep", 0) from None
    return _build(tree.children[0])


@cache
def _parser() -> Lark:
    from lark import Lark

    return Lark(load_grammar("condition"), parser="lalr", propagate_positions=True, maybe_placeholders=False)


def _wanted(accepted: Any) -> Words:
    names = sorted(_SPELLING.get(name, name.lower()) for name in accepted or ())
    en = " or ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names) or "more"
    return Words("、".join(_CHINESE.get(name, name) for name in names) or "别的", en)


def _build(node: Any) -> Expression:
    kind, parts, at = node.data, node.children, node.meta.start_pos
    match kind:
        case "number":
            return Number(Decimal(str(parts[0])))
        case "negative":
            return Number(-Decimal(str(parts[1])))
        case "word":
            return Word(str(parts[0]).strip('"'))
        case "pattern":
            return Pattern(str(parts[0]))
        case "variable":
            return Variable(str(parts[0])[1:], at)
        case "path":
            return Path((str(parts[0]), *map(_part, parts[1:])), at)
        case "call":
            return Call(str(parts[0]), tuple(map(_build, parts[1:])), at)
        case "arithmetic":
            return Arithmetic(str(parts[1]), _build(parts[0]), _build(parts[2]), at)
        case "comparison":
            return Comparison(str(parts[1]), _build(parts[0]), _build(parts[2]), at)
        case "membership":
            return Membership(_build(parts[0]), tuple(map(_option, parts[1:])), at)
        case _:
            names = {"conjunction": "and", "disjunction": "or", "negation": "not"}
            return Logic(names.get(kind, kind), tuple(map(_build, parts)), at)


def _part(node: Any) -> Part:
    if node.data == "every":
        return Several()
    if node.data == "several":
        return Several(tuple(map(str, node.children)))
    if node.data == "variable":
        return Variable(str(node.children[0])[1:], node.meta.start_pos)
    return str(node.children[0])


def _option(node: Any) -> Expression:
    option = _build(node)
    if isinstance(option, Path) and len(option.parts) == 1:
        return Word(str(option.parts[0]))
    return option
