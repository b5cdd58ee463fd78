"""Percentages: which figure a share is said of, and of which whole."""

from __future__ import annotations

from linter.reading.claims.ledger import Ledger
from linter.reading.claims.matching import Statement
from linter.reading.claims.state import State, Tools


class ShareReader:
    """Enters the percentages of one stretch of prose."""

    def __init__(self, tools: Tools, state: State, ledger: Ledger) -> None:
        self._tools = tools
        self._state = state
        self._ledger = ledger

    def read(self, statement: Statement) -> None:
        """One percentage, with what it is said of where the text tells."""
        kinds = [word.kind for word in statement.head]
        kind = "change" if "change" in kinds else "share" if "share" in kinds else "rate"
        claim = self._part(statement) if kind == "share" else self._state.last if kind == "change" else None
        base = self._base(statement, claim) if claim is not None and kind == "share" else None
        self._ledger.share(statement.amount, kind, claim, base)

    def _part(self, statement: Statement) -> int | None:
        """The figure that a share is said of: the last one, unless the words before 占 name another thing."""
        at = next(index for index, word in enumerate(statement.head) if word.kind == "share")
        subject = [word for word in statement.head[:at] if word.kind not in self._tools.phrases.transparent]
        if subject:
            return self._ledger.told_in({word.kind for word in subject}, but=None)
        lead = statement.text[statement.left : statement.head[at].start]
        return self._state.last if self._tools.fillers.opening(lead) else None

    def _base(self, statement: Statement, claim: int) -> int | None:
        """The whole that a share is of: what the words behind 占 name, else the total of the list."""
        at = max(index for index, word in enumerate(statement.head) if word.kind == "share")
        named = {word.kind for word in statement.head[at + 1 :]}
        return self._ledger.told_in(named, but=claim) if named else self._ledger.claims[claim].parent
