"""The book that claims are entered in, with their places in the report."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from linter.claim import Breakdown, Claim, Gap, Narrative, Share
from linter.patterns import compiled
from linter.reading.claims.clauses import Amount
from linter.reading.claims.context import Context, Place
from linter.reading.claims.fillers import Fillers
from linter.reading.claims.folding import Folded
from linter.reading.claims.lexer import Piece
from linter.reading.claims.phrases import Phrases
from linter.record import NamedTuple

_ZERO = Decimal(0)
_LOOK_BACK = 20
_LONGEST_LEAD = 40
# What stands between a mark and a phrase.
_LEAD = compiled(r"[^,，、;；:：。()（）]*\Z")


class Counted(NamedTuple):
    """The words and the year that limit what a figure counts."""

    limits: tuple[str, ...]
    year: int | None


class Ledger:
    """Turns places of folded text into places of the report; `folded` is the stretch that is being read."""

    def __init__(self, phrases: Phrases) -> None:
        self._phrases = phrases
        self.folded = Folded("", "", [0], [0])
        self.claims: list[Claim] = []
        self.breakdowns: list[Breakdown] = []
        self._kinds: list[frozenset[str]] = []
        self._contrasted = {way.concept for way in phrases.ways} - {phrases.item, phrases.total}
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

    def counted(self, index: int | None) -> Counted | None:
        """What limits the claim that something is said of all of; None if it is a part that has no name."""
        if index is None:
            return Counted((), None)
        claim = self.claims[index]
        return None if claim.concept == self._phrases.item else Counted(claim.scope, claim.year)

    def contrast(self, first: int, fillers: Fillers) -> None:
        """What is said of one concept in several ways from claim `first` on are its parts: 东片收 3 件，西片收 5 件."""
        said: dict[tuple[str, int | None], list[int]] = {}
        for index in range(first, len(self.claims)):
            claim = self.claims[index]
            if claim.concept in self._contrasted and claim.year is None:
                said.setdefault((claim.concept, claim.parent), []).append(index)
        for indices in said.values():
            if len({self.claims[index].value for index in indices}) > 1:
                for index in indices:
                    self._limit(index, fillers)

    def _limit(self, index: int, fillers: Fillers) -> None:
        """Limits a claim by the words before its phrase, if they say anything."""
        claim = self.claims[index]
        lead = _LEAD.search(self.folded.source, max(0, claim.start - _LONGEST_LEAD), claim.start)
        words = "".join(lead[0].split()) if lead else ""
        if not claim.scope and (self._phrases.words.get(words) == "channel" or not fillers.opening(words)):
            self.claims[index] = claim._replace(scope=(words,))

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
        places += [(word.start, word.end) for word in words if word.kind in ("partly", "some")]
        return tuple(self.folded.printed(*place) for place in dict.fromkeys(places) if place)
