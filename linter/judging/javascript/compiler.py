"""A condition as an expression of JavaScript."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from linter.judging.condition import (
    Arithmetic,
    Call,
    Comparison,
    Expression,
    Logic,
    Membership,
    Number,
    Path,
    Variable,
    Word,
)
from linter.judging.javascript.blanks import blanks
from linter.judging.javascript.calls import CannotCompileError, write_call
from linter.judging.javascript.cells import Cells
from linter.judging.javascript.nodes import is_live, is_number, varies
from linter.judging.javascript.pairs import write_pairs
from linter.judging.javascript.spots import spot
from linter.judging.javascript.texts import Text, is_text, text_of

_PAIRS = {
    "+": "add",
    "-": "subtract",
    "*": "multiply",
    "=": "equal",
    "!=": "unequal",
    "<": "less",
    "<=": "atMost",
    ">": "more",
    ">=": "atLeast",
}
_LOGIC = {"and": "and", "or": "or", "implies": "implies"}


@dataclass
class Compiler:
    """Compiles the conditions of one check.

    `cells` names its cells, `constants` are what the engine has to be asked, and `spots` how the comparisons that can
    fail are told."""

    cells: Cells
    constants: list[Expression] = field(default_factory=list)
    spots: list[dict[str, Any]] = field(default_factory=list)

    def condition(self, node: Expression) -> str:
        """An answer that knows which comparison decided it; raises CannotCompileError."""
        match node:
            case Logic(operator="and", parts=(one, other)):
                return f"q.both({self.condition(one)},{self.condition(other)})"
            case Logic(operator="implies", parts=(one, other)):
                return f"q.follows({self.value(one)},{self.condition(other)})"
            case Logic(operator="or", parts=(one, other)):
                return f"q.either({self.condition(one)},{self.value(other)})"
            case Comparison(left=left, right=right) if is_live(node) or is_number(left) or is_number(right):
                sides = f'"{node.operator}",{self.value(left)},{self.value(right)}'
                return f"q.compare({self._spot(node)},{sides})"
            case Membership() if not any(isinstance(one, Word) for one in node.options):
                return f"q.within({self._spot(node)},{self._membership(node)})"
            case _:
                return f"q.plain({self.value(node)})"

    def value(self, node: Expression) -> str:
        """A figure, a truth, or an array of them; raises CannotCompileError."""
        if isinstance(node, Number):
            whole = node.value == int(node.value)
            return f"{int(node.value)}n" if whole else f'q.figure("{node.value:f}")'
        if not is_live(node):
            return self._constant(node)
        if is_text(node):
            return self._text(text_of(node))
        if varies(node):
            return self._live(node)
        source = replace(self, cells=self._alone)._live(node)
        own = not isinstance(node, Call) or any(one in source for one in ("k[", "p)"))
        return source if own else f"x.once({self.cells.pool.share(source)})"

    def blanks(self, node: Expression) -> tuple[int, list[list[str]]]:
        """The cells that lower the severity when blank, as a reference; and those of last year's report."""
        return blanks(node, self.cells, self._alone)

    @property
    def _alone(self) -> Cells:
        """The same for one instance, enough for what does not vary."""
        binder = self.cells.binder
        return replace(self.cells, binder=binder._replace(instances=binder.instances[:1], known=None))

    def _live(self, node: Expression) -> str:
        match node:
            case Path() | Variable():
                return self.cells.read(node)
            case Arithmetic() | Comparison():
                return write_pairs(_PAIRS[node.operator], node.left, node.right, node.at, self)
            case Logic(operator="not", parts=(one,)):
                return f"q.not({self.value(one)})"
            case Logic(parts=(one, other)):
                return write_pairs(_LOGIC[node.operator], one, other, node.at, self)
            case Membership():
                return f"q.isWithin({self._membership(node)})"
            case Call():
                return write_call(node, self)
            case _:
                raise CannotCompileError(str(node))

    def _constant(self, node: Expression) -> str:
        if node not in self.constants:
            self.constants.append(node)
        return f"k[{self.constants.index(node)}]"

    def _text(self, text: Text) -> str:
        """What stands in a cell as text is known as long as the cell is not changed."""
        after = "null" if text.after is None else self._constant(text.after)
        return f"x.own({self.cells.single(text.cell)},{self._constant(text.node)},{after})"

    def _membership(self, node: Membership) -> str:
        fixed = all(isinstance(one, Number | Word) for one in node.options)
        printed = isinstance(node.item, Variable) and node.item.name in ("claim", "share") and not fixed
        options = ",".join(self.value(one) for one in node.options)
        return f"{self.value(node.item)},[{options}],{'p' if printed else 'null'}"

    def _spot(self, node: Comparison | Membership) -> int:
        self.spots.append(spot(node, self.cells))
        return len(self.spots) - 1
