"""Ordinary slips in a row of figures: shifted by a cell, two neighbours exchanged, one figure cut in two.

`mends(cells, condition)` asks whether undoing one of them makes a condition true that is false now.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from linter.judging.binding import Bound
from linter.judging.paths import fields_of
from linter.record import NamedTuple

if TYPE_CHECKING:
    from linter.judging.binding import Binder
    from linter.judging.condition import Call
    from linter.judging.evidence import Evidence, Figure
    from linter.judging.naming import Namer
    from linter.judging.paths import Key


class Slip(NamedTuple):
    """`kind` is left, right, exchange or join; `at` is the first cell concerned; `figures` the row without it."""

    kind: str
    at: int
    figures: tuple[Figure, ...]


def slips(row: Sequence[Figure]) -> Iterator[Slip]:
    """Every way to undo one slip that changes the row."""
    figures = tuple(row)
    yield Slip("right", 0, figures[-1:] + figures[:-1])
    yield Slip("left", 0, figures[1:] + figures[:1])
    for at, (one, other) in enumerate(zip(figures, figures[1:], strict=False)):
        before, after = figures[:at], figures[at + 2 :]
        if one != other:
            yield Slip("exchange", at, (*before, other, one, *after))
        if 0 < one <= 9 and 0 <= other <= 9 and one == int(one) and other == int(other):
            whole = 10 * one + other
            yield Slip("join", at, (*before, whole, 0, *after))
            yield Slip("join", at, (*before, whole, *after, 0))


def find_slip(keys: Sequence[Key], holds: Callable[[Evidence], bool | None], evidence: Evidence) -> Slip | None:
    """The first slip in a row of cells whose undoing makes a condition true."""
    row = [evidence.figures[key.field] for key in keys]
    known = [figure for figure in row if figure is not None]
    if len(known) < len(row) or not any(known):
        return None
    fields = fields_of(keys)
    for slip in slips(known):
        if slip.figures != tuple(known) and holds(evidence.with_figures(dict(zip(fields, slip.figures, strict=True)))):
            return slip
    return None


def bind_mends(binder: Binder, call: Call) -> Bound:
    """True for the instances that a slip explains; nothing is tried where the condition holds."""
    rows, condition = binder.keys(call.arguments[0]), call.arguments[1]
    bound = binder.bind(condition)

    def explained(index: int, evidence: Evidence) -> bool:
        holds = binder._replace(instances=binder.instances[index : index + 1]).answers(condition)
        return find_slip(rows[index], lambda changed: holds(changed)[0], evidence) is not None

    def values(evidence: Evidence) -> list[bool | None]:
        answers = bound.values(evidence)
        if answers.count(True) == len(answers):
            return [False] * len(answers)
        return [
            None if answer is None else not answer and explained(index, evidence)
            for index, answer in enumerate(answers)
        ]

    return Bound(values)


def tell_slip(slip: Slip, keys: Sequence[Key], namer: Namer, lang: str) -> str:
    """How to undo it, as part of a sentence."""
    zh = lang == "zh"
    if slip.kind in ("left", "right"):
        side = {"left": "左", "right": "右"}[slip.kind]
        return f"整行向{side}移一格" if zh else f"the row is moved one cell to the {slip.kind}"
    one, other = (namer.column(key, lang) for key in keys[slip.at : slip.at + 2])
    if slip.kind == "exchange":
        return f"把“{one}”和“{other}”两格对调" if zh else f"{one} and {other} are exchanged"
    whole = slip.figures[slip.at]
    if zh:
        return f"把“{one}”和“{other}”两格并成 {whole}"
    return f"{one} and {other} are joined to {whole}"
