"""Figures told behind all their nouns: 甲类、乙类分别为 3 件、2 件; 分别为甲类、乙类 3 件、2 件."""

from __future__ import annotations

from linter.reading.claims.clauses import Measure
from linter.reading.claims.figures import FigureReader
from linter.reading.claims.lexer import Piece
from linter.reading.claims.listing import Listing
from linter.reading.claims.runs import head_of
from linter.reading.claims.runs import runs as find_runs
from linter.reading.claims.sentences import Group
from linter.reading.claims.state import State, Tools
from linter.reading.claims.statement import Statement

_OTHER_TIMES = frozenset(("last", "next", "span"))
"""What is told of other times is no part of this year's total."""


class Sharing:
    """Gives each noun of one stretch of prose its own figure."""

    def __init__(self, tools: Tools, state: State, listing: Listing, figures: FigureReader) -> None:
        self._tools = tools
        self._state = state
        self._listing = listing
        self._figures = figures

    def respectively(self, found: list[Group], at: int) -> int:
        """甲类、乙类分别为 3 件、2 件: gives each noun its figure; how many groups were used for it."""
        pending = self._state.pending
        if pending is None or found[at].after != "EACH":
            return self._right_behind(found, at)
        until = _until(found, at)
        measures = [measure for group in found[at:until] for measure in group.last.measures]
        if len(measures) < 2:
            return 0
        runs = find_runs(pending.words, self._state.text, self._tools.fillers)
        nouns = next((run for run in runs if len(run) == len(measures)), None)
        if nouns is None and not self._name_items(pending, measures):
            return 0
        if nouns is not None:
            self._share_out(pending, nouns, measures)
        self._state.pending = None
        self._state.after_figure = True
        return until - at

    def _right_behind(self, found: list[Group], at: int) -> int:
        """甲类、乙类 3 件、2 件. Where there are not as many figures as nouns, nobody can say whose they are."""
        group, until = found[at], _until(found, at + 1, "DUN")
        if until == at + 1 or len(group.last.measures) != 1:
            return 0
        nouns = next(filter(None, find_runs(group.words, self._state.text, self._tools.fillers)), [])
        if len(nouns) < 2:
            return 0
        measures = [measure for one in found[at:until] for measure in one.last.measures]
        if len(nouns) == len(measures):
            self._share_out(group, nouns, measures)
        self._state.pending = None
        self._state.after_figure = True
        return until - at

    def _share_out(self, pending: Group, nouns: list[Piece], measures: list[Measure]) -> None:
        """Each noun with its own figure; behind a total they may be its parts."""
        if self._state.last is not None and pending.after in ("COMMA", "COLON", "LIST", "EACH"):
            self._listing.open(closed=pending.after == "EACH")
        for noun, measure in zip(nouns, measures, strict=True):
            head = head_of(noun, nouns, pending.words)
            amount = measure.amount.replaced(start=max(word.end for word in head))
            statement = Statement(amount, head, [], pending.start, measure.amount.end, self._state.text)
            self._figures.read(statement, pending, None)

    def _name_items(self, pending: Group, measures: list[Measure]) -> bool:
        """公开 9 条，教育、医疗、住房分别为 2 条、3 条、4 条: items of a total that are named before their figures."""
        end = pending.last.end
        names = self._state.text[pending.start : end].split("、")
        if len(names) != len(measures) or self._state.last is None or not all(names):
            return False
        if any(word.type == "YEAR" or word.kind in _OTHER_TIMES for word in pending.words):
            return False
        self._listing.open(closed=True)
        start = pending.start
        for name, measure in zip(names, measures, strict=True):
            amount = measure.amount.replaced(start=start + len(name), end=start + len(name))
            words = [word for word in pending.words if start <= word.start < amount.start]
            self._figures.read(Statement(amount, words, [], start, measure.amount.end, self._state.text), pending, None)
            start = amount.start + 1
        return True


def _until(found: list[Group], at: int, mark: str = "") -> int:
    """Where the figures end that stand one after another from `at` on without any words, each behind that mark."""
    while at < len(found) and found[at].last.measures and not found[at].words and mark in ("", found[at].after):
        at += 1
    return at
