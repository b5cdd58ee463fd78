"""`compare --format text`: one block for each difference, with both places, for whoever has to mend one of the two."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from linter.facts import fact_type
from linter.judging.naming import spell
from linter.rendering.compare import name_of
from linter.rendering.quotation import place, printed, quoted
from linter.report import Span, State

if TYPE_CHECKING:
    from linter.comparison import CellPair, ClaimPair, Comparison, FactPair
    from linter.rendering.interface import Manner
    from linter.report import Cell, Fact

_STATES = {
    State.EMPTY: ("空白", "blank"),
    State.MISSING: ("没有读到", "not found"),
}
_MOST_UNREAD = 20


def compare(found: Comparison, manner: Manner) -> str:
    writer = _Writer(found, manner)
    return "\n\n".join("\n".join(block) for block in writer.blocks()) + "\n"


class _Writer:
    def __init__(self, found: Comparison, manner: Manner) -> None:
        self._found = found
        self._manner = manner
        self._say = manner.say

    def blocks(self) -> Iterator[list[str]]:
        found, clean = self._found, self._manner.screen.clean
        yield [
            self._say("第一份 ", "first  ") + clean(found.first.source.path),
            self._say("第二份 ", "second ") + clean(found.second.source.path),
        ]
        yield from (self._fact(pair) for pair in found.facts)
        yield from (self._cell(pair) for pair in found.cells if not pair.unread)
        yield from (self._claim(pair) for pair in found.claims)
        yield from self._unread([pair for pair in found.cells if pair.unread])
        yield [self._sum()]

    def _fact(self, pair: FactPair) -> list[str]:
        label = fact_type(pair.name).label(self._manner.lang)
        title = self._say(f"{label}不同", f"the {label} differs")
        return self._block(title, self._said(pair.first), self._said(pair.second), pair.first.span, pair.second.span)

    def _cell(self, pair: CellPair) -> list[str]:
        figures = pair.first.value is not None and pair.second.value is not None
        differs = self._say("数字不同", "the figures differ") if figures else self._say("内容不同", "the cells differ")
        title = f"{name_of(pair.field, self._found.first, self._manner.lang)}{self._say('：', ': ')}{differs}"
        return self._block(title, self._shown(pair.first), self._shown(pair.second), pair.first.span, pair.second.span)

    def _unread(self, pairs: list[CellPair]) -> Iterator[list[str]]:
        """Cells that only one of the two shows: mostly a whole row or table, so a line for each must do."""
        if pairs:
            lines = [self._manner.screen.clean(f"  {self._unread_line(pair)}") for pair in pairs[:_MOST_UNREAD]]
            more = len(pairs) - len(lines)
            if more:
                zh, en = f"  另有 {more} 格，用 --format json 列出", f"  and {more} more: see --format json"
                lines.append(self._say(zh, en))
            title = self._say("只在一份中读到的单元格", "cells that were read in one of the two only")
            yield [self._manner.screen.paint(title, "strong"), *lines]

    def _unread_line(self, pair: CellPair) -> str:
        name = name_of(pair.field, self._found.first, self._manner.lang)
        first, second = (
            f"{place(report, cell.span)} {self._shown(cell)}".strip()
            for cell, report in ((pair.first, self._found.first), (pair.second, self._found.second))
        )
        return self._say(f"{name}：第一份 {first}，第二份 {second}", f"{name}: first {first}, second {second}")

    def _claim(self, pair: ClaimPair) -> list[str]:
        sides = [
            (quoted(report, one, self._say("“{}”", '"{}"')), Span(one.start, one.end))
            if one
            else (self._say("没有", "nothing"), None)
            for one, report in ((pair.first, self._found.first), (pair.second, self._found.second))
        ]
        return self._block(self._headline(pair), sides[0][0], sides[1][0], sides[0][1], sides[1][1])

    def _headline(self, pair: ClaimPair) -> str:
        """What differs, in the reports' own words: the two figures, or the phrase that only one of them has."""
        ours, theirs = pair.first, pair.second
        if ours and theirs:
            one = printed(self._found.first, ours.number_start, ours.number_end)
            other = printed(self._found.second, theirs.number_start, theirs.number_end)
            return self._say(f"正文的数字不同：{one}，{other}", f"a figure of the prose differs: {one}, {other}")
        if ours:
            phrase = printed(self._found.first, ours.start, ours.end)
            return self._say(f"只有第一份的正文说：{phrase}", f"only the prose of the first says: {phrase}")
        phrase = printed(self._found.second, theirs.start, theirs.end) if theirs else ""
        return self._say(f"只有第二份的正文说：{phrase}", f"only the prose of the second says: {phrase}")

    def _block(self, title: str, first: str, second: str, first_at: Span | None, second_at: Span | None) -> list[str]:
        """A title, and beneath it what stands where in each of the two."""
        places = place(self._found.first, first_at), place(self._found.second, second_at)
        sides = self._say("第一份", "first "), self._say("第二份", "second")
        return [self._manner.screen.paint(self._manner.screen.clean(title), "strong")] + [
            self._manner.screen.clean(f"  {side} {place + self._say('：', ': ') if place else ''}{text}")
            for side, place, text in zip(sides, places, (first, second), strict=True)
        ]

    def _said(self, fact: Fact) -> str:
        return self._say("没有", "nothing") if fact.value is None else spell(fact.value, self._manner.lang)

    def _shown(self, cell: Cell) -> str:
        if cell.value is not None:
            return format(cell.value, "f")
        return self._say(*_STATES[cell.state]) if cell.state in _STATES else cell.raw

    def _sum(self) -> str:
        found = self._found
        unread = sum(pair.unread for pair in found.cells)
        cells, claims = len(found.cells) - unread, len(found.claims)
        if found.same:
            zh, en = "两份的数字一致", "the figures of the two agree"
        else:
            zh = f"不同：报告信息 {len(found.facts)}，单元格 {cells}，正文 {claims}；单元格只在一份中读到 {unread}"
            en = (
                f"differ: {len(found.facts)} facts, {cells} cells, {claims} claims;"
                f" {unread} cells were read in one of the two only"
            )
        zh += f"；相同：单元格 {found.same_cells}，正文 {found.same_claims}"
        en += f"; same: {found.same_cells} cells, {found.same_claims} claims"
        if found.never_read:
            zh += f"；两份都没有读到单元格 {found.never_read}"
            en += f"; {found.never_read} cells were read in neither"
        return self._say(zh, en)
