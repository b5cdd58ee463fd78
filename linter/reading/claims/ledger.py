"""The book that claims are entered in, with their places in the report."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from linter.claim import Breakdown, Claim, Gap, Narrative, Share
from linter.reading.claims.clauses import Amount
from linter.reading.claims.context import Context, Place
from linter.reading.claims.folding import Folded
from linter.reading.claims.lexer import Piece
from linter.reading.claims.phrases import Phrases

_ZERO = Decimal(0)
_LOOK_BACK = 20


class Ledger:
    """Turns places of folded text into places of the report; `folded` is the stretch that is being read."""

    def __init__(self, phrases: Phrases) -> None:
        self._phrases = phrases
        self.folded = Folded("", "", [0], [0])
        self.claims: list[Claim] = []
        self.breakdowns: list[Breakdown] = []
        self._kinds: list[frozenset[str]] = []
        self._shares: list[Share] = []
        self._gaps: list[Gap] = []

    @property
    def narrative(self) -> Narrative:
        return Narrative(tuple(self.claims), tuple(self.breakdowns), tuple(self._shares), tuple(self._gaps))

    def figure(
        self, concept: str, amount: Amount, place: Place, limits: tuple[str, ...], year: int | None, parent: int | None
    ) -> int:
        """Enters a claim, its phrase at `place`, and returns its index."""
        assert amount.value is not None
        worth = Decimal(self._phrases.money.get(amount.unit or "", 1))
        unit = self._phrases.base_money if amount.kind == "money" else amount.unit
        span = self.folded.span(*place)
        number = self.folded.span(amount.number_start, amount.number_end)
        step = amount.step * worth
        value = amount.value * worth
        claim = Claim(concept, value, unit, amount.approximate, limits, year, parent, *span, *number, step)
        self.claims.append(claim)
        self._kinds.append(frozenset())
        return len(self.claims) - 1

    def zero(self, concept: str, start: int, end: int, limits: tuple[str, ...], year: int | None) -> None:
        """Enters a zero that is said without a number."""
        span = self.folded.span(start, end)
        self.claims.append(Claim(concept, _ZERO, None, False, limits, year, None, *span, *span))
        self._kinds.append(frozenset())

    def same(self, concept: str, total: int, start: int, end: int) -> None:
        """Enters a part that is said to be the whole of a total."""
        first, last = self.folded.span(start, end)
        whole = self.claims[total]
        part = whole._replace(concept=concept, parent=total, start=first, end=last)
        self.claims.append(part._replace(number_start=first, number_end=last))
        self._kinds.append(frozenset())

    def explain(self, index: int, kinds: Iterable[str], cause: str | None) -> None:
        """Notes the classes of words that a claim was told in, and the reason given for it."""
        self._kinds[index] = frozenset(kinds)
        if cause is not None:
            self.claims[index] = self.claims[index]._replace(cause=cause)

    def adopt(self, index: int, parent: int) -> None:
        self.claims[index] = self.claims[index]._replace(parent=parent)

    def gap(self, start: int, end: int) -> None:
        self._gaps.append(Gap(*self.folded.span(start, end)))

    def share(self, amount: Amount, kind: str, claim: int | None, base: int | None) -> None:
        if amount.value is not None:
            span = self.folded.span(amount.start, amount.end)
            self._shares.append(Share(amount.value, amount.digits, kind, *span, claim, base))

    def told_in(self, kinds: set[str]) -> int | None:
        """The latest claim that was told in any of these classes of words."""
        recent = range(len(self.claims) - 1, max(-1, len(self.claims) - _LOOK_BACK), -1)
        return next((index for index in recent if kinds & self._kinds[index]), None)

    def told_in_all(self, kinds: set[str], but: int) -> int | None:
        """The latest claim but one in whose words all of these classes are."""
        recent = range(len(self.claims) - 1, max(-1, len(self.claims) - _LOOK_BACK), -1)
        return next((index for index in recent if index != but and kinds <= self._kinds[index]), None)

    def limits(self, context: Context, organ: Place | None, words: Iterable[Piece]) -> tuple[str, ...]:
        """The words that keep a figure from being compared with the report's own, as printed."""
        places = [context.scope, organ, context.time]
        places += [(word.start, word.end) for word in words if word.kind == "partly"]
        return tuple(self.folded.printed(*place) for place in dict.fromkeys(places) if place)
