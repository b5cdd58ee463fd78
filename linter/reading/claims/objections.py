"""What speaks against a figure being what its words seem to say: a denial, a narrower cause, another thing counted."""

from __future__ import annotations

from itertools import pairwise

from linter.reading.claims.lexer import Piece
from linter.reading.claims.sentences import Group
from linter.reading.claims.state import Tools
from linter.reading.claims.statement import Match, Statement

_WIDEST = 40
# Before a number these make it something else: a difference, the end of a range, one of a series.
_SPOILING = "-－—/~～第每\x1f"


class Objections:
    """Looks at one figure after another of a stretch of prose."""

    def __init__(self, tools: Tools) -> None:
        self._tools = tools
        # Where the last figure ends that a narrower cause was named for.
        self._narrow_until = -1

    def against(self, statement: Statement, match: Match, group: Group) -> bool:
        """Whether the figure does not say what the match found."""
        if self.denied(statement, match, group) or self.narrowed(statement, match):
            return True
        if self._by_channel(statement, match) or self._of_documents(statement, match):
            return True
        if statement.amount.value and self._tools.matcher.shared(match, statement):
            return True
        if any(word.kind == "some" and word.end <= match.end for word in statement.tail):
            return True
        return match.way.plain and self._tools.fillers.some_own(statement.text, statement.amount.end)

    def limiting(self, statement: Statement, match: Match) -> Piece | None:
        """The one way by which all that is counted came or went: 通过甲渠道收到 5 件. Several ways are all of them."""
        verb, light = match.used[0], self._tools.fillers.light
        channels = [word for word in statement.head if word.kind == "channel" and word.end <= verb.start]
        if len(channels) != 1 or verb.kind not in self._tools.phrases.verbs or not self._in_progress(match):
            return None
        channel = channels[0]
        told = light(statement.text[channel.start : channel.end])
        return channel if not told and light(statement.text[channel.end : verb.start]) else None

    def spoiled(self, statement: Statement) -> bool:
        """Whether the figure is a change, a part of a range or a rate, and no count."""
        if any(word.kind in ("change", "compare") for word in [*statement.head, *statement.tail[:1]]):
            return True
        start = statement.amount.number_start
        amount = statement.amount
        per_unit = amount.end if amount.kind == "money" else amount.number_end
        if statement.text.startswith("/", per_unit):
            return True
        return start > 0 and statement.text[start - 1] in _SPOILING

    def denied(self, statement: Statement, match: Match, group: Group) -> bool:
        """Whether the clause denies, supposes, plans or withdraws what it says."""
        begin = min(match.start, group.last.start)
        cause = self._tools.matcher.cause(statement, match.start)
        words = [word for word in statement.head if word.end == match.start or not cause <= word.start < match.start]
        return any(
            word.start >= begin and (word.type == "NOT" or word.kind in ("doubt", "withdrawn"))
            for word in [*words, *statement.tail[:1]]
        )

    def narrowed(self, statement: Statement, match: Match) -> bool:
        """Whether a cause is named that is narrower than the work as such."""
        if not match.way.plain:
            return False
        before = statement.text[max(statement.left, match.start - _WIDEST) : match.start]
        at = self._tools.fillers.cause(before)
        if at is None:
            narrowed = self._narrow_until > 0 and statement.text[self._narrow_until : statement.left] == "、"
        else:
            narrowed = not self._tools.fillers.plain_cause(before[at:])
        if narrowed:
            self._narrow_until = statement.amount.end
        return narrowed

    def _by_channel(self, statement: Statement, match: Match) -> bool:
        """收到当面申请 2 件: a way to apply right before the noun makes a figure without parts a part."""
        if not self._in_progress(match):
            return False
        if self._tools.fillers.parted(statement.text, statement.amount.end):
            return False
        nouns = {*self._tools.phrases.topics, *self._tools.phrases.weak_topics}
        return any(
            word.kind == "channel" and noun.kind in nouns and noun in match.used and word.end == noun.start
            for word, noun in pairwise(statement.head)
        )

    def _in_progress(self, match: Match) -> bool:
        return self._tools.phrases.families.get(match.way.concept) == "progress"

    def _of_documents(self, statement: Statement, match: Match) -> bool:
        """对不予公开的 52 件公文: what is counted are documents, not applications."""
        if self._tools.phrases.families.get(match.way.concept) != "results" or not statement.tail:
            return False
        first = statement.tail[0]
        return first.start == statement.amount.end and first.kind in ("elsewhere", "information")
