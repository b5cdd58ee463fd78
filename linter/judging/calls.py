"""Binds the functions of conditions; `functions.py` says what each takes and gives."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from linter.judging.binding import Binder, Bound, fact_name
from linter.judging.condition import Call, Expression, Path, Pattern, Variable, Word
from linter.judging.functions import STATE_TESTS
from linter.judging.kleene import every, negation, some, total
from linter.judging.moredates import bind_date, bind_years
from linter.judging.paths import Instance
from linter.judging.printed import change, percent
from linter.judging.said import bind_filled, bind_stated
from linter.judging.slips import bind_mends
from linter.report import State

if TYPE_CHECKING:
    from linter.judging.evidence import Evidence

_REDUCERS: dict[str, Callable[[list[Any]], Any]] = {
    "sum": total,
    "all": every,
    "any": some,
    "none": lambda values: negation(some(values)),
}


def bind_call(binder: Binder, call: Call) -> Bound:
    """The bound function; raises ConditionError for cells that form no rectangle."""
    first = call.arguments[0]
    match call.name:
        case "sum" | "all" | "any" | "none":
            values, reduce = binder.bind(first).values, _REDUCERS[call.name]
            return Bound(lambda evidence: list(map(reduce, values(evidence))))
        case "row_sums" | "column_sums":
            return _partial_sums(binder, call)
        case "count":
            return _count(binder, first)
        case "integer":
            return binder.each(_is_integer, binder.bind(first))
        case "raw" | "remark":
            return _printed([keys[0].field for keys in binder.keys(first)], remark=call.name == "remark")
        case "found" | "official":
            return _row(binder, call.name, first)
        case "mentions":
            return _mentions(binder, call)
        case "occurrences":
            return _occurrences(binder, call)
        case "length":
            return binder.each(lambda text: None if text is None else len(text), binder.bind(first))
        case "mends":
            return bind_mends(binder, call, binder.bind(call.arguments[1]))
        case "begins" | "ends":
            return _edges(binder, call)
        case "filled":
            return bind_filled(binder, call)
        case "stated":
            return bind_stated(binder, first)
        case "percent":
            return _pairs(binder, call, percent)
        case "change":
            return _pairs(binder, call, change)
        case "likeness":
            from linter.judging.likeness import likeness

            return _pairs(binder, call, likeness)
        case "known":
            return binder.each(lambda value: value is not None, binder.bind(first))
        case "exists" | "year" | "date":
            return bind_date(binder, call)
        case "opening_year" | "usual_year" | "with_year":
            return bind_years(binder, call)
        case _:
            return _state_test(binder, call.name, first)


def state_answers(name: str) -> dict[State, bool | None]:
    """What a test says of each state; of a cell that was not read only `missing` knows anything."""
    answers: dict[State, bool | None] = {state: state in STATE_TESTS[name] for state in State}
    if name != "missing":
        answers[State.MISSING] = None
    return answers


def _state_test(binder: Binder, name: str, argument: Expression) -> Bound:
    answers = state_answers(name)
    keys = binder.keys(argument)

    usual = answers[State.NUMBER]

    def ask(evidence: Evidence, fields: list[str]) -> list[bool | None]:
        odd = evidence.odd
        if odd.keys().isdisjoint(fields):
            return [usual] * len(fields)
        return [answers[odd[field]] if field in odd else usual for field in fields]

    if binder.single(argument):
        single = [one[0].field for one in keys]
        return Bound(lambda evidence: ask(evidence, single))
    sets = [[key.field for key in one] for one in keys]
    return Bound(lambda evidence: [ask(evidence, fields) for fields in sets], tuple(keys))


def _printed(fields: list[str], *, remark: bool) -> Bound:
    """What stands in cells as text; around most figures stands nothing."""

    def values(evidence: Evidence) -> list[Any]:
        if remark and not evidence.noted and evidence.odd.keys().isdisjoint(fields):
            return [""] * len(fields)
        return [evidence.printed(field, remark=remark) for field in fields]

    return Bound(values)


def _is_integer(figure: Any) -> bool | None:
    return None if figure is None else isinstance(figure, int)


def _partial_sums(binder: Binder, call: Call) -> Bound:
    """Sums along rows keep one cell of each row as their key, sums down columns one of each column."""
    bound = binder.bind(call.arguments[0])
    assert bound.keys is not None
    position = 1 if call.name == "row_sums" else 2
    groups, keys = [], []
    for one in bound.keys:
        found: dict[str, list[int]] = {}
        for index, key in enumerate(one):
            found.setdefault(key[position], []).append(index)
        groups.append(list(found.values()))
        keys.append(tuple(one[group[0]] for group in found.values()))

    def values(evidence: Evidence) -> list[Any]:
        return [
            [total(map(figures.__getitem__, group)) for group in instance]
            for figures, instance in zip(bound.values(evidence), groups, strict=True)
        ]

    return Bound(values, tuple(keys))


def _count(binder: Binder, argument: Expression) -> Bound:
    if isinstance(argument, Path) and argument.parts[0] == "remark":
        kind, instances = str(argument.parts[1]), len(binder.instances)
        return Bound(lambda evidence: [len(evidence.remarks(kind))] * instances)
    values = binder.bind(argument).values
    return Bound(lambda e: [None if None in one else one.count(True) for one in values(e)])


def _row(binder: Binder, name: str, argument: Expression) -> Bound:
    assert isinstance(argument, Path)
    rows = [fact_name(argument, one) for one in binder.instances]
    if name == "found":
        return Bound(lambda evidence: [evidence.times(row) for row in rows])
    return Bound(lambda evidence: [evidence.official(row) for row in rows])


def _words(binder: Binder, argument: Expression, instance: Instance) -> tuple[str, ...]:
    """The words that an argument of `mentions` stands for."""
    if isinstance(argument, Word):
        return (argument.text,)
    if isinstance(argument, Path):
        table = binder.words[str(argument.parts[1])]
        return tuple(word for words in table.values() for word in words)
    assert isinstance(argument, Variable)
    return binder.words[instance.table][instance.entry]


def _mentions(binder: Binder, call: Call) -> Bound:
    texts = binder.bind(call.arguments[0]).values
    sought = [
        [word for one in call.arguments[1:] for word in _words(binder, one, instance)] for instance in binder.instances
    ]
    return Bound(
        lambda evidence: [
            None if text is None else any(word in text for word in words)
            for text, words in zip(texts(evidence), sought, strict=True)
        ]
    )


def _occurrences(binder: Binder, call: Call) -> Bound:
    texts, named = binder.bind(call.arguments[0]), call.arguments[1]
    assert isinstance(named, Pattern)
    pattern = binder.patterns[named.name]
    return binder.each(lambda text: None if text is None else sum(1 for _ in pattern.finditer(text)), texts)


def _pairs(binder: Binder, call: Call, function: Callable[[Any, Any], Any]) -> Bound:
    """A function of two values that says itself what is unknown."""
    left, right = (binder.bind(argument).values for argument in call.arguments)
    return Bound(lambda evidence: list(map(function, left(evidence), right(evidence))))


def _edges(binder: Binder, call: Call) -> Bound:
    texts, edges = binder.bind(call.arguments[0]).values, binder.bind(call.arguments[1]).values
    test = str.startswith if call.name == "begins" else str.endswith
    return Bound(
        lambda evidence: [
            None if text is None or edge is None else test(text, edge)
            for text, edge in zip(texts(evidence), edges(evidence), strict=True)
        ]
    )
