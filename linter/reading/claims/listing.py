"""Keeps the lists that are open while prose is read, and ties each to the nearest total before it."""

from __future__ import annotations

from linter.reading.claims.context import Context
from linter.reading.claims.ledger import Ledger
from linter.reading.claims.lexer import Piece
from linter.reading.claims.lists import OpenList
from linter.reading.claims.sentences import Group
from linter.reading.claims.state import State, Tools
from linter.reading.claims.statement import Match, Statement
from linter.record import NamedTuple

_DEEPEST = 6
# Families of which one list holds only one.
_CLASSES = frozenset(("applicants", "results"))


class Bracket(NamedTuple):
    """What to return to when a bracket closes."""

    context: Context
    pending: Group | None
    lists: int


class Listing:
    """The open lists of one stretch of prose, innermost last, and the brackets they stand in."""

    def __init__(self, tools: Tools, state: State, ledger: Ledger) -> None:
        self._phrases = tools.phrases
        self._fillers = tools.fillers
        self._state = state
        self._ledger = ledger
        self._lists: list[OpenList] = []
        self._brackets: list[Bracket] = []

    @property
    def top(self) -> OpenList | None:
        return self._lists[-1] if self._lists else None

    @property
    def parent(self) -> int | None:
        """The total of the innermost list."""
        return self._lists[-1].total if self._lists else None

    @property
    def _floor(self) -> int:
        return self._brackets[-1].lists if self._brackets else 0

    def open(self, closed: bool = False, bracket: bool = False) -> None:
        """A list of the total that the last figure is."""
        state, top = self._state, self.top
        total = self._ledger.claims[state.last] if state.last is not None else None
        if total is not None and total.concept in self._phrases.partless:
            state.last = total = None
        if top is not None and not top.items and top.total == state.last:
            top.closed, top.bracket = closed, bracket
            return
        while self._lists and (self._lists[-1].resting or len(self._lists) > _DEEPEST):
            self._end(len(self._lists) - 1)
        value, unit = (total.value, total.unit) if total else (None, None)
        self._lists.append(OpenList(state.last, value, unit, closed=closed, bracket=bracket))

    def end(self) -> None:
        """Ends the lists that began inside the innermost bracket."""
        self._end(self._floor)

    def end_all(self) -> None:
        self._end(0)

    def _end(self, keep: int) -> None:
        while len(self._lists) > keep:
            self._ledger.breakdowns.extend(self._lists.pop().breakdowns())

    def rest(self) -> None:
        """At the end of a sentence only a numbered list may still go on."""
        self._brackets.clear()
        for one in self._lists:
            one.resting = True

    def open_bracket(self) -> None:
        state = self._state
        self._brackets.append(Bracket(state.context, state.pending, len(self._lists)))
        if state.after_figure:
            self.open(bracket=True)
        state.pending = None

    def close_bracket(self) -> None:
        if not self._brackets:
            return
        state, bracket = self._state, self._brackets.pop()
        self._end(bracket.lists)
        state.context, state.pending = bracket.context, bracket.pending
        top = self.top
        state.last = top.items[-1] if top is not None and top.items else state.top

    def number(self, marker: str) -> None:
        """A marker before an item: it goes on with a list over the end of a sentence, or begins one."""
        top, first = self.top, marker.strip("().、．") in ("1", "①")
        if first and top is not None and top.resting and top.items:
            self._number_anew(top)
        elif top is not None:
            top.numbered, top.resting = True, False
            if self._state.after_figure:
                self.separate("ITEM")
        elif first and self._heads_list():
            self.open()
            self._lists[-1].numbered = True

    def _number_anew(self, before: OpenList) -> None:
        """Numbers begin again behind a list: its total is divided in another way, if its kinds were not told."""
        unnamed = set(before.families) == {self._phrases.item}
        self._end(self._floor)
        if unnamed and self._heads_list():
            self.open()
            self._lists[-1].numbered = True

    def _heads_list(self) -> bool:
        """Whether the last figure may be a total: one of another sentence is none if it is a part itself."""
        last = self._state.last
        if last is None or self._state.counted:
            return last is not None
        claim = self._ledger.claims[last]
        return claim.parent is None and self._phrases.families.get(claim.concept) not in _CLASSES

    def separate(self, mark: str) -> None:
        """A mark before the next item; it may also end an inner list."""
        if not self._lists:
            return
        if (mark == "SEMI" or self._lists[-1].complete) and len(self._lists) - 1 > self._floor:
            self._end(len(self._lists) - 1)
        top = self._lists[-1]
        if mark == "COMMA" and top.complete and top.separators == {"DUN"} and len(self._lists) > self._floor:
            # 政策 20 条、动态 80 条，网站 50 条: behind a complete enumeration the total is divided anew.
            self._end(len(self._lists) - 1)
            return
        top.separate(mark)

    def enter(self, index: int, words: list[Piece], rest: bool) -> None:
        """A claim becomes an item of the innermost list."""
        top = self._lists[-1]
        claim = self._ledger.claims[index]
        family = self._phrases.families.get(claim.concept, claim.concept)
        top.resting = False
        top.add(index, claim.value, family, any(word.kind == "channel" for word in words), rest)

    def takes(self, match: Match, group: Group) -> bool:
        """Whether a figure of a known concept is an item of the innermost list."""
        top, concept = self._lists[-1], match.way.concept
        if top.resting:
            return False
        new = group.after in ("SEMI", "STOP", "LINE")
        if concept == self._phrases.total:
            return not new
        if top.total is not None and self._ledger.claims[top.total].concept == concept:
            return True
        family = self._phrases.families.get(concept)
        if family is None:
            return False
        if top.items and family not in top.families and (new or "DUN" in top.separators):
            return False
        if self._changes_class(top, family):
            return False
        return top.total is None or self._ledger.claims[top.total].concept != self._phrases.total

    def _changes_class(self, top: OpenList, family: str) -> bool:
        """Whether results follow applicants, or the reverse: the list has ended, and neither is part of the other."""
        families = self._phrases.families
        before = {one for one in top.families if one in _CLASSES}
        if top.total is not None:
            before.add(families.get(self._ledger.claims[top.total].concept, ""))
        return family in _CLASSES and bool((before & _CLASSES) - {family})

    def loses(self, statement: Statement, group: Group) -> bool:
        """Whether a figure of nothing known has left the innermost list: a verb behind a comma says something new."""
        top = self._lists[-1]
        if top.resting:
            return True
        if "applicants" in top.families and any(word.kind in self._phrases.foretold for word in statement.head):
            return True
        first = statement.head[0] if statement.head else None
        if first is None or first.kind not in self._phrases.verbs or "DUN" not in top.separators:
            return False
        if group.after not in ("COMMA", "SEMI") or any(word.kind == "channel" for word in statement.head):
            return False
        return self._fillers.opening(statement.text[statement.left : first.start])

    def means_item(self, match: Match) -> bool:
        """Whether the concept can here only be a part of the total: 其中以县政府名义制发 4 件."""
        total = self._lists[-1].total
        concept = self._ledger.claims[total].concept if total is not None else None
        if match.way.concept == self._phrases.total:
            return True
        return match.way.concept == concept and concept not in self._phrases.families
