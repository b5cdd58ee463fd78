"""From clauses between names to identities between numbered unknowns."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from linter.judging.paths import PREVIOUS
from linter.record import NamedTuple
from linter.suspects.system import Bond, Identity, bond, holds, identity
from linter.suspects.terms import CLAIM

if TYPE_CHECKING:
    from linter.suspects.clauses import Atom, Clause
    from linter.suspects.linear import Exact
    from linter.suspects.readings import Reading

_PROSE, _LAST = "n.", f"{PREVIOUS}."


class Wires(NamedTuple):
    """What names stand for: unknowns by `numbers`, figures of last year's report, and the claims of a case."""

    numbers: Mapping[str, int]
    last: Mapping[str, Exact]
    claims: Sequence[str]

    def identities(self, reading: Reading, rule: str, instance: str) -> Iterator[Identity]:
        """What a reading demands here; nothing of what has no name here, such as a cell that was not read."""
        alone = self.numbers.get(reading.alone)
        for clause in reading.clauses or ():
            if _is_ban(clause):
                continue
            try:
                alternatives = tuple(self._alternatives(clause))
            except KeyError:
                continue
            if alternatives and all(alternatives):
                yield identity(rule, instance, alternatives, alone)

    def _alternatives(self, clause: Clause) -> Iterator[tuple[Bond, ...]]:
        """Those that can hold; an empty one holds whatever the unknowns are. Raises KeyError for an unknown name."""
        for alternative in clause:
            bonds = [self._bond(atom) for atom in alternative]
            if all(holds(one.constant, one.operator) for one in bonds if not one.terms):
                yield tuple(one for one in bonds if one.terms)

    def _bond(self, atom: Atom) -> Bond:
        constant, terms = atom.constant, []
        for name, factor in atom.terms:
            number = self.numbers.get(self._name(name))
            if number is None:
                constant += factor * self.last[name]
            else:
                terms.append((number, factor))
        return bond(tuple(terms), constant, atom.operator)

    def _name(self, name: str) -> str:
        return self.claims[int(name.removeprefix(CLAIM))] if name.startswith(CLAIM) else name


def is_lasting(reading: Reading) -> bool:
    """Whether a reading demands the same of every report on the form."""
    if reading.asked:
        return False
    atoms = (atom for clause in reading.clauses or () for bonds in clause for atom in bonds)
    return all(_is_cell(name) for atom in atoms for name, _ in atom.terms)


def _is_ban(clause: Clause) -> bool:
    """Whether a clause says that some cells are to be 0: that relates no figure to another one."""
    if len(clause) != 1 or len(clause[0]) != 1:
        return False
    (atom,) = clause[0]
    same_sign = len({factor > 0 for _, factor in atom.terms}) == 1
    return atom.operator == "=" and not atom.constant and same_sign and all(_is_cell(name) for name, _ in atom.terms)


def _is_cell(name: str) -> bool:
    return not name.startswith((CLAIM, _PROSE, _LAST))
