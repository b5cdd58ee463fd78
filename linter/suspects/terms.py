"""The sides of a comparison as sums of unknowns: what of a condition is linear in figures that a person typed.

Unknowns are the cells of this report and the exact figures of its prose, by their names; last year's cells are
figures that nobody is going to change, by theirs. Facts and whatever else a condition wants to know are asked of the
engine, and what was asked is kept: where the answers are the same, the condition says the same.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, TypeVar

from linter.judging.binding import Binder
from linter.judging.condition import Arithmetic, Call, Expression, Number, Path, Variable, children, walk
from linter.judging.paths import fields_of, is_cells, is_previous
from linter.judging.printed import is_exact
from linter.judging.subjects import VARIABLES
from linter.record import NamedTuple
from linter.report import State
from linter.suspects.linear import Exact, Linear, NotLinearError, added, exact, product, total

if TYPE_CHECKING:
    from linter.judging.evidence import Evidence

CLAIM = "$"
"""Before the place of a claim in a case of the prose: a name that each case fills in with its own claim."""

_BLANK = (State.EMPTY, State.PLACEHOLDER)
_OF_PROSE = ("claim", "total", "items", "sure", "part", "whole")

Answer = TypeVar("Answer")


class Asked(NamedTuple):
    """What a report was asked, and its answer."""

    question: Callable[[Evidence], object]
    answer: object


class Reader:
    """Reads the parts of a condition in one instance of one report.

    `asked` is what that depended on; `rough` tells that a rounded figure or the edge of a range was read, of which
    nobody can say what it should be."""

    def __init__(self, binder: Binder, evidence: Evidence) -> None:
        self.asked: list[Asked] = []
        self.rough = False
        self._binder = binder
        self._evidence = evidence

    def ask(self, node: Expression) -> object:
        """What the engine says of a part that no typed figure has a say in."""
        if self.is_figures(node):
            raise NotLinearError
        values = self._binder.bind(node).values
        if _is_fixed(node):
            return values(self._evidence)[0]
        return self._asked(lambda evidence: values(evidence)[0])

    def is_figures(self, node: Expression) -> bool:
        """Whether a typed figure has a say in a part; whether one is known at all does not depend on the figure."""
        if isinstance(node, Variable):
            return node.name == "cell" or node.name in _OF_PROSE
        if isinstance(node, Path):
            return is_cells(node) and len(node.parts) >= 3
        asks_prose = isinstance(node, Call) and node.name == "known" and isinstance(node.arguments[0], Variable)
        return not asks_prose and any(self.is_figures(child) for child in children(node))

    def sum(self, node: Expression) -> Linear:
        """One figure; raises NotLinearError."""
        match node:
            case Number(value=value):
                return Linear({}, exact(value))
            case Arithmetic(operator="+" | "-" as operator, left=left, right=right):
                return added(self.sum(left), self.sum(right), 1 if operator == "+" else -1)
            case Arithmetic(left=left, right=right):
                return product(self.sum(left), self.sum(right))
            case Call(name="sum", arguments=(inner,)):
                return total(self.several(inner))
            case Call(name="filled") | Path() | Variable():
                found = self.several(node)
                if len(found) == 1:
                    return found[0]
                raise NotLinearError
            case _:
                return _constant(self.ask(node))

    def several(self, node: Expression) -> list[Linear]:
        """The figures of a set of cells, or of a list in the prose."""
        match node:
            case Call(name="filled", arguments=(cells, substitute)):
                return self._filled(cells, substitute)
            case Call(name="row_sums" | "column_sums" as name, arguments=(cells,)):
                return self._partial(cells, name == "row_sums")
            case Variable(name=name) if name in _OF_PROSE:
                return self._said(name)
            case Variable(name="cell") | Path() if self.is_figures(node):
                return [Linear({key.field: 1}, 0) for key in self._binder.keys(node)[0]]
            case Arithmetic() | Call(name="sum") | Number():
                return [self.sum(node)]
            case Path(parts=("n", *_)):
                return [self._fact(".".join(map(str, node.parts[1:])))]
            case _:
                return [_constant(self.ask(node))]

    def printed_roughly(self, node: Expression) -> tuple[Exact, Exact] | None:
        """From where up to below where a rounded figure of the prose may lie; None for an exact one."""
        if isinstance(node, Variable) and node.name in ("claim", "share"):
            edges = self._asked(_roughly)
            self.rough |= edges is not None
            return edges
        return None

    def is_cell(self, node: Expression) -> bool:
        """Whether a part is one cell of this report."""
        if isinstance(node, Path):
            return is_cells(node) and not is_previous(node) and len(node.parts) == 3 and self._binder.single(node)
        return isinstance(node, Variable) and node.name == "cell"

    def _asked(self, question: Callable[[Evidence], Answer]) -> Answer:
        answer = question(self._evidence)
        self.asked.append(Asked(question, answer))
        return answer

    def _filled(self, cells: Expression, substitute: Expression) -> list[Linear]:
        """Totals, and for a blank one what stands in for it."""
        own, others = self.several(cells), self.several(substitute)
        fields = fields_of(self._binder.keys(cells)[0])
        blank = self._asked(lambda evidence: _blank_ones(fields, evidence))
        if len(others) not in (1, len(own)):
            raise NotLinearError
        others = others * len(own) if len(others) == 1 else others
        return [other if field in blank else one for one, other, field in zip(own, others, fields, strict=True)]

    def _partial(self, cells: Expression, by_row: bool) -> list[Linear]:
        found: dict[str, Linear] = {}
        for key in self._binder.keys(cells)[0]:
            name = key.row if by_row else key.column
            found[name] = added(found.get(name, Linear({}, 0)), Linear({key.field: 1}, 0))
        return list(found.values())

    def _said(self, name: str) -> list[Linear]:
        """Figures of the prose by their place in the case; `part` and `whole` are the claims of a share."""
        if name in ("claim", "total"):
            return [Linear({f"{CLAIM}0": 1}, 0)]
        places = self._asked(lambda evidence: _places(name, evidence))
        return [Linear({f"{CLAIM}{place}": 1}, 0) for place in places]

    def _fact(self, concept: str) -> Linear:
        """What the prose says of a concept, where it says it once."""
        told = self._asked(lambda evidence: _told(concept, evidence))
        return Linear({told: 1}, 0) if isinstance(told, str) else _constant(told)


def _is_fixed(node: Expression) -> bool:
    """Whether a part is the same for every report."""
    return not any(
        isinstance(one, Path | Call) or (isinstance(one, Variable) and one.name in VARIABLES) for one in walk(node)
    )


def _roughly(evidence: Evidence) -> tuple[Exact, Exact] | None:
    printed = evidence.subject.printed if evidence.subject is not None else None
    if printed is None or printed.exact:
        return None
    from fractions import Fraction

    value, step = Fraction(printed.value), Fraction(printed.step)
    return exact(value - step / 2), exact(value + step)


def _blank_ones(fields: Sequence[str], evidence: Evidence) -> tuple[str, ...]:
    odd = evidence.odd
    return tuple(field for field in fields if odd.get(field) in _BLANK) if odd else ()


def _places(name: str, evidence: Evidence) -> range:
    """Where in a case the claims of a variable stand; nowhere if it has no exact figure."""
    subject = evidence.subject
    if subject is None:
        return range(0)
    match name:
        case "sure":
            return range(1, 1 + len(subject.values["sure"]))
        case "items":
            return range(1, len(subject.claims))
        case "part":
            return range(0 if subject.values["part"] is None else 1)
        case _:
            last = len(subject.claims) - 1
            return range(last, last if subject.values["whole"] is None else last + 1)


def _told(concept: str, evidence: Evidence) -> object:
    """The name of the one claim of a concept, in this case or in the whole prose; the figure where several agree."""
    prose, subject = evidence.prose, evidence.subject
    value, said = prose.fact(concept).value, prose.by_concept.get(concept, ())
    if not isinstance(value, Decimal) or len(said) != 1:
        return value
    if subject is not None and said[0] in subject.claims:
        return f"{CLAIM}{subject.claims.index(said[0])}"
    return prose.names[said[0]]


def _constant(value: object) -> Linear:
    if is_exact(value):
        return Linear({}, exact(value))
    raise NotLinearError
