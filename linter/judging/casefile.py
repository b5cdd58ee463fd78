"""Reads the `cases:` of a rule: reports in miniature, by the names of their cells and facts."""

from __future__ import annotations

from linter.facts import REMARKS, fact_names, fact_type
from linter.judging.condition import ConditionError, Path
from linter.judging.paths import PREVIOUS
from linter.judging.rule import Case, Expected
from linter.judging.syntax import parse
from linter.judging.vocabulary import Vocabulary
from linter.yamlfile import Node

KINDS = ("pass", "fail", "not_evaluated")
EXPECT = ("severity", "instance", "left", "right", "where", "zh", "en")


def read_cases(node: Node, vocabulary: Vocabulary) -> tuple[Case, ...]:
    """At least one passing and one failing case; raises YamlError."""
    kinds = node.mapping(allowed=KINDS, required=("pass", "fail"))
    for kind in ("pass", "fail"):
        if not kinds[kind].sequence():
            kinds[kind].fail(f"{kind} 里至少要有一个例子。", f"a rule needs at least one case in `{kind}`")
    return tuple(_case(kind, one, vocabulary) for kind, found in kinds.items() for one in found.sequence())


def _case(kind: str, node: Node, vocabulary: Vocabulary) -> Case:
    values: dict[str, str] = {}
    expected: tuple[Expected, ...] = ()
    for key, value in node.items():
        match key:
            case "form":
                values["form"] = value.choice(vocabulary.forms)
            case "tables":
                for table, form in value.mapping(allowed=vocabulary.tables).items():
                    values[f"tables.{table}"] = form.choice(vocabulary.forms)
            case "rows":
                for row, printed in value.items():
                    _check_name(row, printed, vocabulary)
                    values[f"rows.{row}"] = printed.text()
            case "text" | "prev.text":
                values[key] = value.text()
            case "remarks":
                values["remarks"] = " ".join(one.choice(REMARKS) for one in value.sequence())
            case "expect" if kind == "fail":
                expected = _expected(value)
            case _:
                _check_name(key, value, vocabulary)
                values[key] = value.text()
    if kind == "fail" and not expected:
        zh = "fail 里的例子要用 expect 写明应当报出什么。"
        node.fail(zh, "a failing case needs `expect`, the finding that must come of it")
    return Case(kind, node.line, values, expected)


def _expected(node: Node) -> tuple[Expected, ...]:
    nodes = node.sequence() if isinstance(node.value, list) else [node]
    return tuple(
        Expected({key: value.text() for key, value in one.mapping(allowed=EXPECT).items()}, one.line) for one in nodes
    )


def _check_name(name: str, node: Node, vocabulary: Vocabulary) -> None:
    """A fact must have a value of its type; anything else must be cells or a row; `prev.` leads into last year's."""
    name = name.removeprefix(f"{PREVIOUS}.")
    if name == "form":
        node.choice(vocabulary.forms)
        return
    if name in fact_names(vocabulary.sections):
        kind = fact_type(name).kind
        if kind == "bool":
            node.flag()
        elif kind == "number" and node.text() != "null":
            node.decimal()
        return
    try:
        path = parse(name)
        if not isinstance(path, Path):
            zh, en = f"{name} 不是单元格或事实的名称。", f"`{name}` is not the name of a cell or fact"
            node.fail(zh, f"{en}; a cell is written <table>.<row>.<column>")
        vocabulary.type_of(path, ())
    except ConditionError as error:
        node.fail(*error.message)
