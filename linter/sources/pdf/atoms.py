"""Lines as a table without rulings has them: words that stand together, each on its page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from linter.patterns import compiled
from linter.record import NamedTuple
from linter.sources.cleaning import clean
from linter.sources.pdf.lines import Line, Run, box_of
from linter.sources.pdf.origin import Box

_FIGURE = compiled(r"[-+－−]?\d(?:[\d,.]*\d)?(?:\s*[^\d\s]{1,2})?|[-—－_/]{1,3}")
_BEGINS = compiled(r"\s*(?:[(]?[一二三四五六七八九十\d]{1,3}[)、.]|[①-⑳])(?!\d)")
_FIRST = compiled(r"\s*(?:[(]?[一1][)、.]|①)(?!\d)")
_ORDINAL = compiled(r"[(]?[一二三四五六七八九十\d]{1,3}[)、.]|[①-⑳]")
_TOGETHER = 0.45
"""Words nearer than so many heights of a character stand in one cell."""
WIDE = 0.9
"""Words further apart stand in different cells."""
_ALIGNED = 1.5
"""Points between the left sides of two lines of one column, at the most."""
_PAGE = 100_000.0
"""Higher than any page, in points: heights on several pages are compared as if these hung below each other."""


class Atom(NamedTuple):
    """Words of one line and one cell; `plain`: in ordinary characters; `figure`: they are nothing but a figure; `y`:
    the height of their middle, counted on from page to page."""

    text: str
    plain: str
    page: int
    box: Box
    size: float
    figure: bool
    y: float
    runs: tuple[Run, ...]

    @property
    def begins(self) -> bool:
        """Whether it begins with a number of a list, so that it continues nothing."""
        return _BEGINS.match(self.plain) is not None

    @property
    def is_first(self) -> bool:
        """Whether it begins a list."""
        return _FIRST.match(self.plain) is not None

    @property
    def is_ordinal(self) -> bool:
        """Whether it is the number of a list and no more."""
        return _ORDINAL.fullmatch(self.plain) is not None

    def overlaps(self, start: float, end: float) -> bool:
        """Whether it stands above or below a stretch from left to right."""
        return self.box.x0 <= end and start <= self.box.x1


class Strip(NamedTuple):
    """One line of a page by its atoms."""

    page: int
    line: Line
    atoms: tuple[Atom, ...]
    y: float

    def apart(self, n: int) -> bool:
        """Whether an atom stands well apart from words on both sides."""
        one = self.atoms[n]
        beside = [(self.atoms[m], gap) for m, gap in self._gaps(n)]
        return all(other.figure or gap >= WIDE * one.size for other, gap in beside)

    def _gaps(self, n: int) -> Iterable[tuple[int, float]]:
        if n:
            yield n - 1, self.atoms[n].box.x0 - self.atoms[n - 1].box.x1
        if n + 1 < len(self.atoms):
            yield n + 1, self.atoms[n + 1].box.x0 - self.atoms[n].box.x1


def strip_of(page: int, line: Line) -> Strip:
    """A line of a page with its words gathered into atoms."""
    atoms: list[Atom] = []
    for run in line.runs:
        one = _atom(page, [run])
        if atoms and _together(atoms[-1], one):
            one = _atom(page, [*atoms.pop().runs, run])
        atoms.append(one)
    return Strip(page, line, tuple(atoms), page * _PAGE + line.box.middle[1])


def _together(one: Atom, other: Atom) -> bool:
    return other.box.x0 - one.box.x1 < _TOGETHER * max(one.size, other.size) and not (one.figure and other.figure)


def _atom(page: int, runs: Sequence[Run]) -> Atom:
    text, box = " ".join(run.text for run in runs), box_of([run.box for run in runs])
    plain, size = clean(text).strip(), max(run.size for run in runs)
    figure = _FIGURE.fullmatch(plain) is not None
    return Atom(text, plain, page, box, size, figure, page * _PAGE + box.middle[1], tuple(runs))


def labels_of(lines: Sequence[Sequence[Atom]]) -> list[Atom]:
    """The words of labels line by line: parted where a column of labels begins, though the blank before it may be
    narrow, and the number of a list as one with what it numbers."""
    starts = [atoms[0].box.x0 for atoms in lines if atoms]
    found: list[Atom] = []
    for atoms in lines:
        joined: list[Atom] = []
        for atom in (part for one in atoms for part in _parted(one, starts)):
            before = joined[-1] if joined else None
            if before is not None and before.is_ordinal and not atom.begins and _numbered(before, atom, starts):
                joined[-1] = _atom(atom.page, [*before.runs, *atom.runs])
            else:
                joined.append(atom)
        found += joined
    return found


def _parted(atom: Atom, starts: Sequence[float]) -> list[Atom]:
    cuts = [n for n, run in enumerate(atom.runs) if n and _begun(run.box.x0, starts) > 1]
    return [_atom(atom.page, atom.runs[one:two]) for one, two in pairwise([0, *cuts, len(atom.runs)])]


def _begun(x: float, starts: Sequence[float]) -> int:
    """How many lines begin at a place."""
    return sum(abs(start - x) < _ALIGNED for start in starts)


def _numbered(number: Atom, atom: Atom, starts: Sequence[float]) -> bool:
    return atom.box.x0 - number.box.x1 < WIDE * atom.size and not _begun(atom.box.x0, starts)
