"""Matches blocks to the lines of a form, given what may be each block's label.

Exact labels come first, in the form's order; then labels that are cut or misspelt, in the gaps between the
rows that are known; then exact labels out of their order; last a run without a label, where its place leaves
only one row for it. Nothing is matched on a guess.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise

from linter.patterns import compiled
from linter.reading.labels import common, coverage
from linter.reading.tables.blocks import Block
from linter.reading.tables.candidates import Candidate
from linter.reading.tables.lines import Lines
from linter.record import NamedTuple, Record, made

LONG = 3
"""A label of fewer characters must match exactly and stand where a label stands."""
ALIKE = 0.6
"""So much of a label must be there to recognise it under its ordinal or between its neighbours."""
_DIGIT = compiled(r"\d")

Labels = Callable[[int], Iterable[Candidate]]
"""What may be the label of a block, by its number; the likeliest first."""


class Match(NamedTuple):
    """A block that was matched to a line, with the label as printed.

    `official`: the label is the form's, whole or only cut by the layout; `tight`: its last piece stands on the
    line of the figures; `exact`: nothing but the form's label was there.
    """

    block: int
    line: int
    label: str
    start: int
    end: int
    official: bool
    tight: bool
    exact: bool = True


class Alignment(Record):
    """The matches by line; lines that are there in the text without a match to trust, and why; labels seen without
    figures, with where the next text begins; further blocks of a line that was matched already."""

    matches: dict[int, Match] = made(factory=dict)
    doubts: dict[int, str] = made(factory=dict)
    bare: dict[int, tuple[int, int, int]] = made(factory=dict)
    again: list[Match] = made(factory=list)
    unmatched: list[int] = made(factory=list)


class Matcher:
    """Matches the blocks of one table to its lines."""

    def __init__(self, text: str, blocks: Sequence[Block], lines: Lines) -> None:
        self._text = text
        self._blocks = blocks
        self._lines = lines.all
        self._index = lines.by_label

    def match(self, labels: Labels) -> Alignment:
        """The alignment, `labels` giving the candidates of each block."""
        exact = [self._exact(number, labels(number)) for number in range(len(self._blocks))]
        for one, two in pairwise(range(len(exact))):
            before, after = exact[one], exact[two]
            if before is not None and after is not None and after.start < before.end:
                exact[two] = None  # text that is the rest of the label before
        found = Alignment()
        for match in _in_order(self._fullest([match for match in exact if match is not None])):
            found.matches[match.line] = match
        self._fill(found, labels)
        self._out_of_order(found, exact)
        self._by_place(found)
        return found

    def _fullest(self, matches: list[Match]) -> list[Match]:
        """Of several blocks with the label of one line those that have all its figures, if any has: a note below the
        table may name a row too."""
        full = {match.line for match in matches if self._is_full(match)}
        return [match for match in matches if match.line not in full or self._is_full(match)]

    def _is_full(self, match: Match) -> bool:
        return len(self._blocks[match.block].figures) == self._lines[match.line].width

    def _exact(self, number: int, options: Iterable[Candidate]) -> Match | None:
        """The block's exact label, from the nearest segment that has one: the first whose ordinal is the form's, else
        the longest."""
        best: tuple[int, Match] | None = None
        segment = -1
        for option in options:
            if best is not None and option.segment != segment:
                break
            for line in self._index.get(option.text, ()):
                agrees = self._agrees(option, line)
                if not agrees and self._contradicts(option, line):
                    continue
                if len(option.text) < LONG and not agrees and not self._stands(option, line):
                    continue
                match = Match(number, line, option.text, option.start, option.end, True, option.tight)
                if agrees:
                    return match
                if best is None or len(option.text) > best[0]:
                    best, segment = (len(option.text), match), option.segment
        return best[1] if best else None

    def _contradicts(self, option: Candidate, line: int) -> bool:
        """Whether a label put together from several lines has another ordinal than the form's row."""
        if option.ordinals is None or not self._lines[line].ordinals:
            return False
        return "\n" in self._text[option.start : option.end]

    def _agrees(self, option: Candidate, line: int) -> bool:
        ordinals = self._lines[line].ordinals
        return bool(option.ordinals and ordinals and option.ordinals[-1] == ordinals[-1])

    def _stands(self, option: Candidate, line: int) -> bool:
        """Whether a short text stands where a label does: before its figures or alone on the line, and not under
        an ordinal that is another row's."""
        ordinals = self._lines[line].ordinals
        if not option.whole or (option.head and ordinals and option.head[-1] != ordinals[-1]):
            return False
        end = self._text.find("\n", option.end)
        rest = self._text[option.end : end if end >= 0 else len(self._text)]
        return option.tight or (option.ordinals is None and not rest.strip())

    def _fill(self, found: Alignment, labels: Labels) -> None:
        """Labels that are only like the form's, between matches that are sure."""
        taken = {match.block for match in found.matches.values()}
        fences = [(-1, -1), *sorted((m.block, m.line) for m in found.matches.values())]
        fences.append((len(self._blocks), len(self._lines)))
        for (block_before, line_before), (block_after, line_after) in pairwise(fences):
            lines = [n for n in range(line_before + 1, line_after) if n not in found.matches]
            blocks = [n for n in range(block_before + 1, block_after) if n not in taken]
            if lines and blocks:
                for match in self._best_chain(blocks[: 4 * len(self._lines)], lines, labels):
                    found.matches[match.line] = match

    def _best_chain(self, blocks: list[int], lines: list[int], labels: Labels) -> list[Match]:
        """The in-order set of likenesses that is worth most."""
        worth: list[tuple[float, list[Match]]] = [(0.0, [])] * (len(lines) + 1)
        for block in blocks:
            previous, options = list(worth), list(labels(block))
            for position, line in enumerate(lines):
                best = max(worth[position], previous[position + 1], key=lambda chain: chain[0])
                score, match = self._like(block, line, options)
                if match is not None and previous[position][0] + score > best[0]:
                    best = (previous[position][0] + score, [*previous[position][1], match])
                worth[position + 1] = best
        return worth[-1][1]

    def _like(self, block: int, line: int, options: list[Candidate]) -> tuple[float, Match | None]:
        """How well the block's best label fits the line, if well enough."""
        best, chosen, cut = 0.0, None, False
        single = self._lines[line].width == 1  # a lone figure may be a page number
        for option in options:
            if single and not option.tight:
                continue
            agrees = self._agrees(option, line)
            if (option.ordinals is not None and not agrees) or _DIGIT.search(option.text):
                continue
            for label in self._lines[line].labels:
                if len(label) < LONG or len(option.text) < 2:
                    continue
                score = coverage(label, option.text)
                if agrees and len(option.text) >= 4 and label.startswith(option.text):
                    score = max(score, 0.9)
                threshold = ALIKE - 0.1 if agrees else ALIKE + 0.1
                if score >= threshold and score > best:
                    best, chosen = score, option
                    cut = label.startswith(option.text) or common(label, option.text) == len(label)
        if chosen is None:
            return 0.0, None
        return best, Match(block, line, chosen.text, chosen.start, chosen.end, cut, chosen.tight, exact=False)

    def _out_of_order(self, found: Alignment, exact: list[Match | None]) -> None:
        """Exact labels where the form has another row; a line found again is kept apart."""
        taken = {match.block for match in found.matches.values()}
        for match in exact:
            if match is None or match.block in taken or len(match.label) < LONG:
                continue
            if match.line in found.matches:
                found.again.append(match)
            else:
                found.matches[match.line] = match
                taken.add(match.block)

    def _by_place(self, found: Alignment) -> None:
        """Runs without a label: if as many lines are open between two known ones, they are those."""
        taken = {match.block for match in found.matches.values()}
        again = {match.block for match in found.again}
        found.unmatched = [
            number
            for number, block in enumerate(self._blocks)
            if number not in taken and number not in again and block.figures
        ]
        if not found.matches:
            return
        known = sorted((match.block, match.line) for match in found.matches.values())
        if any(one[1] > two[1] for one, two in pairwise(known)):
            return
        fences = [(-1, -1), *known, (len(self._blocks), len(self._lines))]
        for before, after in pairwise(fences):
            blocks = [n for n in found.unmatched if before[0] < n < after[0]]
            lines = [n for n in range(before[1] + 1, after[1]) if n not in found.matches]
            if not lines or len(blocks) != len(lines) or len(lines) > 2:
                continue
            if all(self._fits(b, n) for b, n in zip(blocks, lines, strict=True)):
                for number, line in zip(blocks, lines, strict=True):
                    block = self._blocks[number]
                    found.matches[line] = Match(number, line, "", block.start, block.start, True, False, exact=False)
                    found.unmatched.remove(number)

    def _fits(self, block: int, line: int) -> bool:
        width = self._lines[line].width
        return width >= LONG and len(self._blocks[block].figures) == width


def _in_order(matches: list[Match]) -> list[Match]:
    """The longest sequence of matches whose lines rise (patience sorting)."""
    tops: list[int] = []
    piles: list[int] = []
    back: list[int] = []
    for position, match in enumerate(matches):
        pile = bisect_left(tops, match.line)
        back.append(piles[pile - 1] if pile else -1)
        if pile == len(tops):
            tops.append(match.line)
            piles.append(position)
        else:
            tops[pile] = match.line
            piles[pile] = position
    chain: list[Match] = []
    position = piles[-1] if piles else -1
    while position >= 0:
        chain.append(matches[position])
        position = back[position]
    return chain[::-1]
