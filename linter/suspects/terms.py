"""The sides of a comparison as sums of unknowns: what of a condition is linear in figures that a person typed.

Unknowns are the cells of this report and the exact figures of its prose, by their names. Last year's cells, facts
and whatever else a condition asks are constants that the engine is asked for.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from linter.judging.binding import Binder
from linter.judging.condition import Arithmetic, Call, Expression, Number, Path, Variable, walk
from linter.judging.paths import PREVIOUS, is_cells, is_previous
from linter.report import State
from linter.suspects.linear import Exact, Linear, NeedsReportError, NotLinearError, added, exact, product, total

if TYPE_CHECKING:
    from linter.judging.evidence import Evidence

_BLANK = (State.EMPTY, State.PLACEHOLDER)
_OF_PROSE = ("claim", "total", "items", "sure", "part", "whole")


class Reader:
    """Reads the parts of a condition in one instance; without `evidence` only what holds for every report."""

    def __init__(self, binder: Binder, evidence: Evidence | None) -> None:
        self._binder = binder
        self._evidence = evidence

    def ask(self, node: Expression) -> object:
        """What the engine says of a part that no typed figure has a say in."""
        if any(self._is_unknown(part) for part in walk(node)):
            raise NotLinearError
        return self._binder.bind(node).values(self._known())[0]

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
            case Variable(name="cell"):
                return [self._cell(node)]
            case Variable(name=name) if name in _OF_PROSE:
                return self._said(name)
            case Path() if is_cells(node) and len(node.parts) > 2:
                return [self._figure(key.field) for key in self._binder.keys(node)[0]]
            case Arithmetic() | Call(name="sum") | Number():
                return [self.sum(node)]
            case Path(parts=("n", *_)):
                return [self._fact(".".join(map(str, node.parts[1:])))]
            case _:
                return [_constant(self.ask(node))]

    def printed_roughly(self, node: Expression) -> tuple[Exact, Exact] | None:
        """From where up to below where a rounded figure of the prose may lie; None for an exact one."""
        if not (isinstance(node, Variable) and node.name in ("claim", "share")):
            return None
        subject = self._known().subject
        if subject is None or subject.printed is None or subject.printed.exact:
            return None
        value, step = Fraction(subject.printed.value), Fraction(subject.printed.step)
        return exact(value - step / 2), exact(value + step)

    def is_cell(self, node: Expression) -> bool:
        """Whether a part is one cell of this report."""
        if isinstance(node, Path):
            return is_cells(node) and not is_previous(node) and len(node.parts) == 3 and self._binder.single(node)
        return isinstance(node, Variable) and node.name == "cell"

    def _known(self) -> Evidence:
        if self._evidence is None:
            raise NeedsReportError
        return self._evidence

    def _is_unknown(self, node: Expression) -> bool:
        if isinstance(node, Variable):
            return node.name == "cell" or node.name in _OF_PROSE
        return isinstance(node, Path) and is_cells(node) and not is_previous(node) and len(node.parts) == 3

    def _cell(self, node: Expression) -> Linear:
        return self._figure(self._binder.keys(node)[0][0].field)

    def _figure(self, field: str) -> Linear:
        if not field.startswith(f"{PREVIOUS}."):
            return Linear({field: 1})
        return _constant(self._known().figures[field])

    def _filled(self, cells: Expression, substitute: Expression) -> list[Linear]:
        """Totals, and for a blank one what stands in for it."""
        own, others = self.several(cells), self.several(substitute)
        fields = [key.field for key in self._binder.keys(cells)[0]]
        blank = [self._known().state(field) in _BLANK for field in fields]
        if len(others) not in (1, len(own)):
            raise NotLinearError
        others = others * len(own) if len(others) == 1 else others
        return [other if gone else one for one, other, gone in zip(own, others, blank, strict=True)]

    def _partial(self, cells: Expression, by_row: bool) -> list[Linear]:
        found: dict[str, Linear] = {}
        for key in self._binder.keys(cells)[0]:
            name = key.row if by_row else key.column
            found[name] = added(found.get(name, Linear({})), self._figure(key.field))
        return list(found.values())

    def _said(self, name: str) -> list[Linear]:
        """Figures of the prose; `part` and `whole` are the claims of a share."""
        known = self._known()
        subject, prose = known.subject, known.prose
        if subject is None or name in ("part", "whole"):
            raise NotLinearError
        claims = subject.claims if name in ("claim", "total") else subject.claims[1:]
        if name == "sure":
            claims = claims[: len(subject.values["sure"])]
        named = [prose.names[index] for index in claims]
        return [Linear({one: 1}) for one in (named[:1] if name in ("claim", "total") else named)]

    def _fact(self, concept: str) -> Linear:
        """What the prose says of a concept, where it says it once."""
        prose = self._known().prose
        said = prose.by_concept.get(concept, ())
        value = prose.fact(concept).value
        if isinstance(value, Decimal) and len(said) == 1:
            return Linear({prose.names[said[0]]: 1})
        return _constant(value)


def _constant(value: object) -> Linear:
    if isinstance(value, int | Decimal | Fraction) and not isinstance(value, bool):
        return Linear({}, exact(value))
    raise NotLinearError
