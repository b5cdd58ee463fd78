"""Decides what a figure claims: a concept of the tables, an item of a list, a share, or nothing."""

from __future__ import annotations

from linter.reading.claims.entries import Entries
from linter.reading.claims.ledger import Ledger
from linter.reading.claims.lexer import Piece
from linter.reading.claims.listing import Listing
from linter.reading.claims.objections import Objections
from linter.reading.claims.runs import head_of
from linter.reading.claims.runs import runs as find_runs
from linter.reading.claims.sentences import Group
from linter.reading.claims.shares import ShareReader
from linter.reading.claims.state import State, Tools
from linter.reading.claims.statement import Match, Statement


class FigureReader:
    """Reads the figures of one stretch of prose."""

    def __init__(self, tools: Tools, state: State, ledger: Ledger, listing: Listing) -> None:
        self._tools = tools
        self._state = state
        self._ledger = ledger
        self._listing = listing
        self._objections = Objections(tools)
        self._entries = Entries(tools, state, ledger, listing)
        self._shares = ShareReader(tools, state, ledger)

    def read(self, statement: Statement, group: Group, following: Group | None) -> None:
        """One figure of a group; `following` is the group behind it in the sentence."""
        amount = statement.amount
        if amount.kind == "blank":
            self._ledger.gap(statement.left, amount.end)
        elif amount.kind == "percent":
            self._shares.read(statement)
        elif amount.value is None or self._objections.spoiled(statement):
            self._pass_over(statement)
        elif not self._each(statement, group):
            match = self._match(statement, group, following)
            self._leave_lists(match, statement, group)
            self._count(match, statement, following)

    def _match(self, statement: Statement, group: Group, following: Group | None) -> Match | None:
        match = self._tools.matcher.match(statement, self._state.context.topic)
        match = match or self._told_later(statement, following)
        if match is None or self._objections.against(statement, match, group):
            return None
        limit = self._objections.limiting(statement, match)
        if limit is not None:
            limit.kind = "some"
        return match

    def _told_later(self, statement: Statement, following: Group | None) -> Match | None:
        """尚有 3 件未到期限，转至下年度: what becomes of a figure is said in the next clause."""
        if statement.shared or following is None or following.last.measures or not following.words:
            return None
        if following.after != "COMMA" or following.words[0].kind != "carry":
            return None
        amount = statement.amount.replaced(end=following.start)
        end = following.last.end
        later = Statement(amount, [], following.words, statement.left, end, statement.text)
        return self._tools.matcher.match(later, self._state.context.topic)

    def _leave_lists(self, match: Match | None, statement: Statement, group: Group) -> None:
        if self._listing.top is None:
            return
        if not self._listing.takes(match, group) if match else self._listing.loses(statement, group):
            self._listing.end()

    def _count(self, match: Match | None, statement: Statement, following: Group | None) -> None:
        if match is None and self._entries.summed(statement):
            return
        if self._listing.top is not None and (match is None or self._listing.means_item(match)):
            self._entries.item(statement)
            return
        used = match.used if match else ()
        topics = self._tools.phrases.topics
        self._state.hear(*(word for word in statement.head if word not in used or word.kind in topics))
        if match is None:
            self._entries.unmatched(statement)
        elif match.way.concept != self._tools.phrases.total or not self._entries.channelled(
            statement, match, following
        ):
            self._entries.claim(statement, match)

    def _pass_over(self, statement: Statement) -> None:
        self._state.hear(*statement.head)
        change = any(word.kind in ("change", "compare") for word in statement.head)
        if statement.amount.kind in ("count", "none") and not change:
            self._state.last = None

    def _each(self, statement: Statement, group: Group) -> bool:
        """甲类、乙类均为 0: one figure said of each of several nouns is a claim of each."""
        runs = [run for run in find_runs(statement.head, statement.text, self._tools.fillers) if len(run) > 1]
        last = max((word.end for word in statement.head if word.kind != "every"), default=-1)
        if not runs or not self._tools.fillers.each(statement.text[last : statement.amount.start]):
            return False
        for one, match in self._said_of_each(runs[0], statement, group):
            self._state.hear(*one.head)
            self._entries.claim(one, match)
        return True

    def _said_of_each(self, run: list[Piece], statement: Statement, group: Group) -> list[tuple[Statement, Match]]:
        """What the figure says of each noun; nothing unless it says something of every one."""
        found: list[tuple[Statement, Match]] = []
        topic, topics = self._state.context.topic, self._tools.phrases.topics
        for word in run:
            one = self._said_of(word, run, statement)
            match = self._tools.matcher.match(one, topic)
            if match is None or self._objections.denied(one, match, group) or self._objections.narrowed(one, match):
                return []
            topic = next((topics[told.kind] for told in reversed(one.head) if told.kind in topics), topic)
            found.append((one, match))
        return found

    def _said_of(self, word: Piece, run: list[Piece], statement: Statement) -> Statement:
        """The statement of one of several nouns. A number is claimed once: for the others it is their phrase."""
        head = head_of(word, run, statement.head)
        amount = statement.amount.replaced(start=max(told.end for told in head))
        if word is not run[-1]:
            amount = amount.replaced(number_start=word.start)
        return statement.replaced(amount=amount, head=head)
