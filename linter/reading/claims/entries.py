"""Enters what figures claim, and the items of lists: behind a total, before their sum, on several channels."""

from __future__ import annotations

from collections.abc import Iterable

from linter.claim import Breakdown
from linter.reading.claims.clauses import Amount
from linter.reading.claims.ledger import Ledger
from linter.reading.claims.lexer import Piece
from linter.reading.claims.listing import Listing
from linter.reading.claims.lists import OpenList
from linter.reading.claims.sentences import Group
from linter.reading.claims.state import State, Tools
from linter.reading.claims.statement import Match, Statement

# In a bracket these compare the total with something else: （占历年总量 9800 条的 12.2%）, （年度目标 1000 条）.
_NO_PART = frozenset(("last", "next", "span", "share", "doubt"))


class Entries:
    """What has been entered of one stretch of prose."""

    def __init__(self, tools: Tools, state: State, ledger: Ledger, listing: Listing) -> None:
        self._tools = tools
        self._state = state
        self._ledger = ledger
        self._listing = listing

    def claim(self, statement: Statement, match: Match) -> None:
        """Enters a concept of the tables."""
        state = self._state
        if state.untimed:
            state.last = None
            return
        if any(word.kind in self._tools.phrases.verbs for word in match.used):
            state.name_organ(self._tools.organs, statement.left, match.start)
        index = self._enter(match.way.concept, statement, match.start, match.end)
        self._ledger.explain(index, (word.kind for word in match.used), self._cause(statement, match))
        topics = self._tools.phrases.topics
        state.said.update((topics[word.kind], None) for word in match.used if word.kind in topics)
        if match.way.about and not match.way.exactly:
            state.speak_of(match.way.about)

    def _enter(self, concept: str, statement: Statement, start: int, end: int) -> int:
        state = self._state
        limits = self._ledger.limits(state.context, state.organ, statement.head)
        index = self._ledger.figure(
            concept, statement.amount, (start, end), limits, state.context.year, self._listing.parent
        )
        state.last = index
        if self._listing.top is None:
            state.top = index
        else:
            rest = any(word.kind == "rest" for word in statement.head[:1])
            self._listing.enter(index, [*statement.head, *statement.tail], rest)
        return index

    def _cause(self, statement: Statement, match: Match) -> str | None:
        """The reason given for a result, from its first word to the phrase."""
        if match.way.plain or match.way.concept not in self._tools.phrases.families:
            return None
        last = match.used[-1]
        if last.start > statement.amount.end:
            before = statement.text[statement.amount.end : last.start]
        else:
            before = statement.text[statement.left : match.start]
        at = self._tools.fillers.cause(before)
        if at is not None and not self._tools.fillers.plain_cause(before[at:]):
            return before[at:]
        reasons = (word.start for word in statement.head if word.kind == "reason")
        start = min(reasons, default=match.start)
        return statement.text[start : match.start] or None

    def item(self, statement: Statement) -> None:
        """Enters an item of the innermost list, unless it is counted in something else than the total."""
        top, amount = self._listing.top, statement.amount
        if top is None or amount.kind not in ("count", "none", "money"):
            return
        if top.total is None:
            self._state.held.append(statement)
            return
        if self._is_sum(statement):
            return
        if top.bracket and any(word.type == "YEAR" or word.kind in _NO_PART for word in statement.head):
            top.void = True
            self._state.last = None
            return
        if not self._same_unit(amount, top):
            top.open_ended = True
            self._state.last = None
            return
        labelled = statement.left < amount.start
        start, end = (statement.left, amount.end) if labelled else (amount.start, statement.right)
        if not labelled and end <= amount.end:
            self._state.last = None
            return
        self._enter(self._tools.phrases.item, statement, start, end)

    def _is_sum(self, statement: Statement) -> bool:
        """Whether a figure in a list is the sum of what was listed, told once more."""
        lead = statement.text[statement.left : statement.amount.start]
        return not statement.head and self._tools.fillers.sums(lead) and self._tools.fillers.light(lead)

    def _same_unit(self, amount: Amount, top: OpenList) -> bool:
        """Whether an item is counted in what its total is counted in; all money is."""
        money = self._tools.phrases.base_money
        if amount.kind == "money" or top.unit == money:
            return amount.kind == "money" and top.unit == money
        return amount.unit is None or top.unit is None or amount.unit == top.unit

    def summed(self, statement: Statement) -> bool:
        """网站 92 条，微信 66 条，合计 158 条: a total that stands behind its items."""
        held, amount = list(self._state.held), statement.amount
        lead = statement.text[statement.left : amount.start]
        if len(held) < 2 or statement.head or not self._tools.fillers.sums(lead):
            return False
        told = self._tools.matcher.total_kinds & {word.kind for one in held for word in one.head}
        if not told or any(one.amount.unit != amount.unit or one.left >= one.amount.start for one in held):
            return False
        self._listing.end()
        phrases = self._tools.phrases
        items = [self._enter(phrases.item, one, one.left, one.amount.end) for one in held]
        total = self._enter(phrases.total, statement, statement.left, amount.end)
        for item in items:
            self._ledger.adopt(item, total)
        channels = sum(_channel(one.head) for one in held) * 2 > len(held)
        self._ledger.breakdowns.append(Breakdown(total, tuple(items), channels=channels, summed=True))
        self._state.held.clear()
        return True

    def channelled(self, statement: Statement, match: Match, following: Group | None) -> bool:
        """What went out on each of several channels is an item of the total before; on one alone it is no total."""
        if not _channel(statement.head):
            return False
        after = following.after if following is not None else ""
        if following is None or not _channel(following.words):
            if match.way.firm or after in ("LIST", "COLON", "OPEN"):
                return False
            self.unmatched(statement)
            return True
        if after in ("LIST", "EACH"):
            return False
        self._state.last = self._state.top
        self._listing.open()
        self.item(statement)
        return True

    def unmatched(self, statement: Statement) -> None:
        """A figure of something unknown: what is answered or received next may be that, too."""
        if statement.amount.kind == "other":
            return
        self._state.last = None
        self._state.held.append(statement)
        if self._counts_class(statement) or self._has_object(statement):
            self._state.speak_of("elsewhere")

    def _counts_class(self, statement: Statement) -> bool:
        """Whether the figure directly follows a noun that then means a class of documents."""
        last = statement.head[-1] if statement.head else None
        if last is None or last.kind not in self._tools.phrases.ambiguous:
            return False
        return self._tools.fillers.light(statement.text[last.end : statement.amount.start])

    def _has_object(self, statement: Statement) -> bool:
        """Whether a verb is said of something unknown."""
        verbs = [word for word in statement.head if word.kind in self._tools.phrases.verbs]
        if not verbs or any(word.kind in self._tools.phrases.foretold for word in statement.head):
            return False
        light = self._tools.fillers.light
        rest = statement.text[statement.amount.end : statement.right]
        named = statement.text[verbs[-1].end : statement.amount.start]
        return not (light(named) and (statement.shared or light(rest)))


def _channel(words: Iterable[Piece]) -> bool:
    return any(word.kind == "channel" for word in words)
