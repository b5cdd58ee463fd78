"""One report in two renditions, say the Word file and the published page: what one says and the other does not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from linter.record import NamedTuple
from linter.report import Cell, Fact, State

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.claim import Claim
    from linter.report import Report

FACTS = (
    "report.title",
    "report.year",
    "report.agency",
    "report.form",
    "report.period_start",
    "report.period_end",
    "report.signed_by",
    "report.signed",
)
"""What is compared of what a report says once about itself."""

_MOST_ALIGNED = 1_000
"""So many claims are aligned with patience; what is longer was put together by a machine, and would take minutes."""


class FactPair(NamedTuple):
    """A fact on which the two differ; a value is None where one does not say it."""

    name: str
    first: Fact
    second: Fact


class CellPair(NamedTuple):
    """A cell of the form in both reports."""

    first: Cell
    second: Cell

    @property
    def field(self) -> str:
        return self.first.field

    @property
    def unread(self) -> bool:
        """Whether it was not found in one of the two: then nothing is known about what stands there."""
        return State.MISSING in (self.first.state, self.second.state)


class ClaimPair(NamedTuple):
    """A claim of which the figure differs, or that only one of the two makes: then the other is None."""

    first: Claim | None
    second: Claim | None


@dataclass(frozen=True)
class Comparison:
    """Everything in which two reports differ, in the order of the form and of the prose, and how much is the same."""

    first: Report
    second: Report
    facts: tuple[FactPair, ...]
    cells: tuple[CellPair, ...]
    claims: tuple[ClaimPair, ...]
    same_cells: int
    same_claims: int
    never_read: int

    @property
    def same(self) -> bool:
        return not (self.facts or self.cells or self.claims)


def compare(first: Report, second: Report) -> Comparison:
    """Compares facts by their values, cells by field, and claims by their order.

    Cells that were found in neither are counted (`never_read`) and are no difference. Where the forms differ, so many
    cells are compared as both forms have.
    """
    pairs = [CellPair(first.cells[field], second.cells[field]) for field in first.cells if field in second.cells]
    compared = [pair for pair in pairs if {pair.first.state, pair.second.state} != {State.MISSING}]
    cells = tuple(pair for pair in compared if not _is_same_cell(*pair))
    claims = tuple(_claims(first.narrative.claims, second.narrative.claims))
    return Comparison(
        first,
        second,
        facts=tuple(_facts(first, second)),
        cells=cells,
        claims=claims,
        same_cells=len(compared) - len(cells),
        same_claims=len(first.narrative.claims) - sum(pair.first is not None for pair in claims),
        never_read=len(pairs) - len(compared),
    )


def _facts(first: Report, second: Report) -> Iterator[FactPair]:
    for name in FACTS:
        pair = FactPair(name, first.facts[name], second.facts[name])
        if _plain(pair.first.value) != _plain(pair.second.value):
            yield pair


def _plain(value: object) -> object:
    """White space and the width of brackets are the rendition's own."""
    return "".join(value.split()).replace("（", "(").replace("）", ")") if isinstance(value, str) else value


def _is_same_cell(first: Cell, second: Cell) -> bool:
    same = (first.state, first.value) == (second.state, second.value)
    return same and (first.state is not State.TEXT or _plain(first.raw) == _plain(second.raw))


def _claims(first: Sequence[Claim], second: Sequence[Claim]) -> Iterator[ClaimPair]:
    """The differing claims. What is equal in order is set aside; in the gaps between, claims of one concept belong
    together."""
    for start, stop, other_start, other_stop in _gaps([_said(one) for one in first], [_said(one) for one in second]):
        yield from _paired(first[start:stop], second[other_start:other_stop])


def _paired(first: Sequence[Claim], second: Sequence[Claim]) -> Iterator[ClaimPair]:
    ours, theirs = [one.concept for one in first], [one.concept for one in second]
    done = other_done = 0
    for start, stop, other_start, other_stop in [
        *_gaps(ours, theirs),
        (len(ours), len(ours), len(theirs), len(theirs)),
    ]:
        # Before each gap the concepts agree.
        for one, other in zip(first[done:start], second[other_done:other_start], strict=True):
            yield ClaimPair(one, other)
        yield from (ClaimPair(one, None) for one in first[start:stop])
        yield from (ClaimPair(None, other) for other in second[other_start:other_stop])
        done, other_done = stop, other_stop


def _said(claim: Claim) -> tuple[object, ...]:
    return claim.concept, claim.value


def _gaps(first: Sequence[object], second: Sequence[object]) -> Iterator[tuple[int, int, int, int]]:
    """The stretches between what is equal in order: where each starts and stops in the one, and in the other."""
    head = _alike(first, second)
    tail = _alike(first[head:][::-1], second[head:][::-1])
    ours, theirs = first[head : len(first) - tail], second[head : len(second) - tail]
    if max(len(ours), len(theirs)) > _MOST_ALIGNED:
        yield head, head + len(ours), head, head + len(theirs)
        return
    for kind, start, stop, other_start, other_stop in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
        if kind != "equal":
            yield head + start, head + stop, head + other_start, head + other_stop


def _alike(first: Sequence[object], second: Sequence[object]) -> int:
    """With how many equal items the two begin."""
    return next(
        (i for i, (a, b) in enumerate(zip(first, second, strict=False)) if a != b), min(len(first), len(second))
    )
