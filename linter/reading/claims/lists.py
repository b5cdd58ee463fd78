"""Lists of items that are open while the prose is read, and the breakdowns they become."""

from __future__ import annotations

from decimal import Decimal

from linter.claim import Breakdown
from linter.record import Record, made

# A bracket that holds one figure says anything about the total: （上年为 12 件）.
_FEWEST_IN_BRACKET = 2


class OpenList(Record):
    """A list begun by 其中, a colon or a bracket. `total` is the index of its claim, None when the figure
    before it is no claim, so that the items are passed over. `bracket` tells that only a bracket begins it, `void`
    that what the bracket holds are no parts of the total."""

    total: int | None
    value: Decimal | None
    unit: str | None
    closed: bool = False
    bracket: bool = False
    void: bool = False
    open_ended: bool = False
    rest_last: bool = False
    numbered: bool = False
    resting: bool = False
    separators: set[str] = made(factory=set)
    doubtful_from: int | None = None
    items: list[int] = made(factory=list)
    families: list[str] = made(factory=list)
    channels: list[bool] = made(factory=list)
    sum: Decimal = Decimal(0)

    @property
    def complete(self) -> bool:
        """Whether the items add up to the total already."""
        return bool(self.items) and self.value is not None and self.sum == self.value

    def separate(self, mark: str) -> None:
        """A mark before the next item."""
        sure = self.doubtful_from is None and not self.numbered
        if mark == "SEMI" and sure and self.items and self.separators - {"SEMI"}:
            self.doubtful_from = len(self.items)
        if self.items:
            self.separators.add(mark)

    def add(self, claim: int, value: Decimal, family: str, channel: bool, rest: bool) -> None:
        self.items.append(claim)
        self.families.append(family)
        self.channels.append(channel)
        self.sum += value
        self.rest_last = rest

    def breakdowns(self) -> list[Breakdown]:
        """One breakdown for each kind of item: what is counted by applicant overlaps what is counted by result."""
        if self.total is None or self.void or (self.bracket and len(self.items) < _FEWEST_IN_BRACKET):
            return []
        kinds = dict.fromkeys(self.families)
        return [self._breakdown(self.total, kind, alone=len(kinds) == 1) for kind in kinds]

    def _breakdown(self, total: int, kind: str, alone: bool) -> Breakdown:
        places = [at for at, family in enumerate(self.families) if family == kind]
        channels = sum(self.channels[at] for at in places) * 2 > len(places)
        doubtful = self.doubtful_from
        if doubtful is not None:
            doubtful = sum(at < doubtful for at in places)
            doubtful = doubtful if doubtful < len(places) else None
        return Breakdown(
            total=total,
            items=tuple(self.items[at] for at in places),
            closed=(self.closed or self.rest_last) and alone and not channels,
            open_ended=self.open_ended or not alone,
            channels=channels,
            doubtful_from=doubtful,
        )
