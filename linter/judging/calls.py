"""Binds the functions of conditions; `functions.py` says what each takes and gives."""

from __future__ import annotations

from collections.abc import Callable
from itertools import chain, repeat
from typing import TYPE_CHECKING, Any

from linter.judging.binding import Binder, Bound, fact_name
from linter.judging.condition import Call, Expression, Path, Pattern, Variable, Word
from linter.judging.functions import STATE_TESTS
from linter.judging.kleene import every, negation, some, total
from linter.judging.moredates import bind_date, bind_years
from linter.judging.paths import Instance, fields_of
from linter.judging.printed import change, percent
from linter.judging.said import bind_filled, bind_stated
from linter.judging.slips import bind_mends
from linter.report import State

if TYPE_CHECKING:
    from linter.judging.evidence import Evidence


def bind_call(binder: Binder, call: Call) -> Bound:
    """The bound function; raises ConditionError for cells that form no rectangle."""
    return _BINDERS.get(call.name, _state_test)(binder, call)


def state_answers(name: str) -> dict[State, bool | None]:
    """What a test says of each state; of a cell that was not read only `missing` knows anything."""
    answers: dict[State, bool | None] = {state: state in STATE_TESTS[name] for state in State}
    if name != "missing":
        answers[State.MISSING] = None
    return answers


def _state_test(binder: Binder, call: Call) -> Bound:
    argument, answers = call.arguments[0], state_answers(call.name)
    keys, usual = binder.keys(argument), answers[State.NUMBER]

    def ask(evidence: Evidence, fields: list[str]) -> list[bool | None]:
        odd = evidence.odd
        if odd.keys().isdisjoint(fields):
            return [usual] * len(fields)
        return [answers[state] for state in map(odd.get, fields, repeat(State.NUMBER))]

    if binder.single(argument):
        single = fields_of(chain.from_iterable(keys))
        return Bound(lambda evidence: ask(evidence, single))
    sets = list(map(fields_of, keys))
    return Bound(lambda evidence: [ask(evidence, fields) for fields in sets], tuple(keys))


def _printed(binder: Binder, call: Call) -> Bound:
    """What stands in cells as text."""
    fields = fields_of(chain.from_iterable(binder.keys(call.arguments[0])))
    if call.name == "raw":
        return Bound(lambda evidence: list(map(evidence.printed.get, fields)))
    return Bound(lambda evidence: list(map(evidence.noted.get, fields)))


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


def _count(binder: Binder, call: Call) -> Bound:
    argument = call.arguments[0]
    if isinstance(argument, Path) and argument.parts[0] == "remark":
        kind, instances = str(argument.parts[1]), len(binder.instances)
        return Bound(lambda evidence: [len(evidence.remarks(kind))] * instances)
    values = binder.bind(argument).values
    return Bound(lambda e: [None if None in one else one.count(True) for one in values(e)])


def _row(binder: Binder, call: Call) -> Bound:
    argument = call.arguments[0]
    assert isinstance(argument, Path)
    rows = [fact_name(argument, one) for one in binder.instances]
    if call.name == "found":
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
    return binder.each(lambda text: None if text is None else len(pattern.findall(text)), texts)


def _reduced(reduce: Callable[[list[Any]], Any]) -> _Binding:
    """A function that makes one value of a set."""

    def bind(binder: Binder, call: Call) -> Bound:
        values = binder.bind(call.arguments[0]).values
        return Bound(lambda evidence: list(map(reduce, values(evidence))))

    return bind


def _each(function: Callable[[Any], Any]) -> _Binding:
    """A function of every value."""
    return lambda binder, call: binder.each(function, binder.bind(call.arguments[0]))


def _pairs(function: Callable[[Any, Any], Any]) -> _Binding:
    """A function of two values that says itself what is unknown."""

    def bind(binder: Binder, call: Call) -> Bound:
        left, right = (binder.bind(argument).values for argument in call.arguments)
        return Bound(lambda evidence: list(map(function, left(evidence), right(evidence))))

    return bind


def _likeness(binder: Binder, call: Call) -> Bound:
    from linter.judging.likeness import likeness

    return _pairs(likeness)(binder, call)


def _length(text: str | None) -> int | None:
    return None if text is None else len(text)


def _is_known(value: object) -> bool:
    return value is not None


def _edges(binder: Binder, call: Call) -> Bound:
    texts, edges = binder.bind(call.arguments[0]).values, binder.bind(call.arguments[1]).values
    test = str.startswith if call.name == "begins" else str.endswith
    return Bound(
        lambda evidence: [
            None if text is None or edge is None else test(text, edge)
            for text, edge in zip(texts(evidence), edges(evidence), strict=True)
        ]
    )


_Binding = Callable[[Binder, Call], Bound]
_BINDERS: dict[str, _Binding] = {
    "sum": _reduced(total),
    "all": _reduced(every),
    "any": _reduced(some),
    "none": _reduced(lambda values: negation(some(values))),
    "row_sums": _partial_sums,
    "column_sums": _partial_sums,
    "count": _count,
    "integer": _each(_is_integer),
    "raw": _printed,
    "remark": _printed,
    "found": _row,
    "official": _row,
    "mentions": _mentions,
    "occurrences": _occurrences,
    "length": _each(_length),
    "mends": bind_mends,
    "begins": _edges,
    "ends": _edges,
    "filled": bind_filled,
    "stated": bind_stated,
    "percent": _pairs(percent),
    "change": _pairs(change),
    "likeness": _likeness,
    "known": _each(_is_known),
    "exists": bind_date,
    "year": bind_date,
    "date": bind_date,
    "opening_year": bind_years,
    "usual_year": bind_years,
    "with_year": bind_years,
}
"""How each function is bound; every other one tests the state of cells."""
