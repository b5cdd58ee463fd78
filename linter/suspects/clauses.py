"""A condition as clauses that must all hold, each a choice between alternatives that are linear."""

from __future__ import annotations

from itertools import product

from linter.judging.condition import Call, Comparison, Expression, Logic, Membership
from linter.record import NamedTuple
from linter.suspects.linear import Exact, Linear, NotLinearError, added
from linter.suspects.system import holds
from linter.suspects.terms import Reader

_NEGATED = {"=": "!=", "!=": "=", "<": ">=", ">=": "<", ">": "<=", "<=": ">"}
_MOST = 24


class Atom(NamedTuple):
    """A sum of unknowns and a constant against 0; `operator` is one of = >= >."""

    terms: tuple[tuple[str, Exact], ...]
    constant: Exact
    operator: str


Alternative = tuple[Atom, ...]
"""Holds if all of its atoms hold."""

Clause = tuple[Alternative, ...]
"""Holds if any of its alternatives holds; without any it never does."""


def clauses(node: Expression, reader: Reader, *, wanted: bool = True) -> tuple[Clause, ...]:
    """What must hold for the condition to be as `wanted`; raises NotLinearError."""
    match node:
        case Logic(operator="not", parts=(one,)):
            return clauses(one, reader, wanted=not wanted)
        case Logic(operator="implies", parts=(one, other)):
            if wanted:
                return _either(one, other, reader, (False, True))
            return (*clauses(one, reader), *clauses(other, reader, wanted=False))
        case Logic(operator=operator, parts=(one, other)):
            if (operator == "and") == wanted:
                return (*clauses(one, reader, wanted=wanted), *clauses(other, reader, wanted=wanted))
            return _either(one, other, reader, (wanted, wanted))
        case Comparison():
            return _comparison(node, reader, wanted)
        case Membership():
            return _membership(node, reader, wanted)
        case Call(name="number" | "known", arguments=(cell,)) if reader.is_cell(cell):
            # A figure that is put in place of another one is a number; a blank counts as 0.
            return () if wanted else ((),)
        case _:
            return _plain(node, reader, wanted)


def _either(one: Expression, other: Expression, reader: Reader, wanted: tuple[bool, bool]) -> tuple[Clause, ...]:
    first = clauses(one, reader, wanted=wanted[0])
    if not first:
        return ()
    second = clauses(other, reader, wanted=wanted[1])
    if len(first) * len(second) > _MOST:
        raise NotLinearError
    return tuple((*a, *b) for a, b in product(first, second))


def _plain(node: Expression, reader: Reader, wanted: bool) -> tuple[Clause, ...]:
    """A truth that no typed figure has a say in."""
    answer = reader.ask(node)
    if not isinstance(answer, bool):
        raise NotLinearError
    return () if answer is wanted else ((),)


def _comparison(node: Comparison, reader: Reader, wanted: bool) -> tuple[Clause, ...]:
    try:
        left, right = reader.sum(node.left), reader.sum(node.right)
    except NotLinearError:
        return _plain(node, reader, wanted)
    operator = node.operator if wanted else _NEGATED[node.operator]
    if operator not in ("=", "!="):
        # The edge of what is still allowed, in other units or with a tolerance, is nobody's figure.
        reader.rough |= any(abs(factor) != 1 for factor in added(left, right, -1).terms.values())
    return _settled(_relation(left, operator, right))


def _membership(node: Membership, reader: Reader, wanted: bool) -> tuple[Clause, ...]:
    rough = reader.printed_roughly(node.item)
    if rough is not None:
        return _settled(tuple(_within(option, rough, reader) for option in node.options)) if wanted else _not_linear()
    try:
        item = reader.sum(node.item)
        options = [reader.sum(option) for option in node.options]
    except NotLinearError:
        return _plain(node, reader, wanted)
    if not wanted:
        return tuple(one for option in options for one in _settled(_relation(item, "!=", option)))
    return _settled(tuple(one for option in options for one in _relation(item, "=", option)))


def _within(option: Expression, rough: tuple[Exact, Exact], reader: Reader) -> Alternative:
    """That a figure, or the percentage of one in another, lies where a rounded one does."""
    match option:
        case Call(name="percent", arguments=(part, whole)):
            figure, base = added(Linear({}, 0), reader.sum(part), 100), reader.sum(whole)
        case _:
            figure, base = reader.sum(option), Linear({}, 1)
    low, below = (added(Linear({}, 0), base, edge) for edge in rough)
    return _atom(figure, low, ">="), _atom(below, figure, ">")


def _not_linear() -> tuple[Clause, ...]:
    raise NotLinearError


def _relation(left: Linear, operator: str, right: Linear) -> Clause:
    match operator:
        case "!=":
            return ((_atom(left, right, ">"),), (_atom(right, left, ">"),))
        case "<" | "<=":
            return ((_atom(right, left, ">" if operator == "<" else ">="),),)
        case _:
            return ((_atom(left, right, operator),),)


def _atom(left: Linear, right: Linear, operator: str) -> Atom:
    difference = added(left, right, -1)
    return Atom(tuple(difference.terms.items()), difference.constant, operator)


def _settled(clause: Clause) -> tuple[Clause, ...]:
    """Without atoms that have no unknown: they hold already, or their alternative cannot."""
    kept: list[Alternative] = []
    for alternative in clause:
        open_atoms = tuple(atom for atom in alternative if atom.terms)
        if all(holds(atom.constant, atom.operator) for atom in alternative if not atom.terms):
            if not open_atoms:
                return ()
            kept.append(open_atoms)
    return (tuple(dict.fromkeys(kept)),)
