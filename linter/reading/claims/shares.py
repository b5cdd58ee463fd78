"""Percentages: which figure a share is said of, and of which whole."""

from __future__ import annotations

from linter.reading.claims.ledger import Ledger
from linter.reading.claims.lexer import Piece
from linter.reading.claims.state import State, Tools
from linter.reading.claims.statement import Statement


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
        base = None
        if claim is not None and kind == "share":
            whole = self._whole(statement)
            base = self._base(whole, claim)
            if whole and (base is None or self._narrowed(statement, whole[0])):
                claim = base = None
        self._ledger.share(statement.amount, kind, claim, base)

    def _part(self, statement: Statement) -> int | None:
        """The figure that a share is said of: the last one, unless the words before 占 name another thing."""
        at = next(index for index, word in enumerate(statement.head) if word.kind == "share")
        subject = [word for word in statement.head[:at] if word.kind not in self._tools.phrases.transparent]
        if any(word.kind == "channel" for word in statement.head[:at]):
            return None
        if subject:
            return self._ledger.told_in({word.kind for word in subject})
        lead = statement.text[statement.left : statement.head[at].start]
        return self._state.last if self._tools.fillers.opening(lead) else None

    def _whole(self, statement: Statement) -> list[Piece]:
        """The words behind 占, which name the whole that a share is of."""
        at = max(index for index, word in enumerate(statement.head) if word.kind == "share")
        return statement.head[at + 1 :]

    def _narrowed(self, statement: Statement, first: Piece) -> bool:
        """Whether the whole is only some of what its words mean: 占某类来件的 75 %."""
        share = max(word.end for word in statement.head if word.kind == "share")
        return not self._tools.fillers.opening(statement.text[share : first.start])

    def _base(self, whole: list[Piece], claim: int) -> int | None:
        """The whole that a share is of: what was told in its words, else the total of the list."""
        named = {word.kind for word in whole}
        return self._ledger.told_in_all(named, but=claim) if named else self._ledger.claims[claim].parent
