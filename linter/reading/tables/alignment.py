"""Aligns the blocks of a report with the lines of a form: which run of figures belongs to which row.

Labels stand before or around their figures, or, in some texts out of PDF, after them; which it is, is decided for
the table as a whole. What can be read in two ways is left in doubt.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from linter.reading.labels import coverage
from linter.reading.tables.blocks import Block, Segment
from linter.reading.tables.candidates import LOOSE, ahead, behind
from linter.reading.tables.lines import Lines
from linter.reading.tables.matching import ALIKE, LONG, Alignment, Match, Matcher

_MANY = 40
"""More heads than this before one run of figures are no labels of rows without figures."""
_EDGE = 3
"""What figures before the first label, or after the last, weigh against labels explained."""


class Aligner:
    """Aligns the blocks of one table."""

    def __init__(self, text: str, blocks: Sequence[Block], lines: Lines) -> None:
        self._text = text
        self._blocks = blocks
        self._lines = lines.all
        self._index = lines.by_label
        self._widths = lines.widths
        self._variants = lines.variants
        self._matcher = Matcher(text, blocks, lines)

    def align(self) -> Alignment:
        """Labels before or around their figures; labels after them where that explains more."""
        before = self._matcher.match(partial(ahead, self._text, self._blocks))
        if self._settled(before):
            return self._finished(before)
        after = self._matcher.match(partial(behind, self._blocks))
        verdict = self._verdict(before, after) or self._nearness()
        if verdict > 0:
            return self._finished(before)
        if verdict < 0:
            return after
        reason = "labels stand on lines of their own, and it is open whether before or after their figures"
        return Alignment(doubts=dict.fromkeys(before.matches, reason))

    def _finished(self, found: Alignment) -> Alignment:
        self._doubt_neighbours(found)
        self._doubt_broken_columns(found)
        labels = {match.block: match.start for match in found.matches.values() if match.label}
        for number, block in enumerate(self._blocks):
            own = labels.get(number, -1)
            for place, segment in enumerate(block.lead[:_MANY]):
                if not segment.pieces[0].start <= own <= segment.pieces[-1].start:
                    later = block.lead[place + 1 : place + 2]
                    self._note_bare(segment, later[0].pieces[0].start if later else block.start, found)
        return found

    def _note_bare(self, segment: Segment, following: int, found: Alignment) -> None:
        """A label that belongs to no figures: an exact one, or under the row's ordinal a like one."""
        for first in _last(segment):
            text = "".join(piece.text for piece in segment.pieces[first:])
            lines = self._index.get(text, [])
            if not lines and first == 0 and segment.ordinals and len(text) > LONG:
                lines = self._likely(text, segment.ordinals)
            for line in lines:
                if line not in found.matches and (len(text) >= LONG or segment.ordinals):
                    span = segment.pieces[first].start, segment.pieces[-1].end
                    found.bare.setdefault(line, (*span, following))

    def _likely(self, text: str, ordinals: tuple[str, ...]) -> list[int]:
        """The lines under the same ordinal whose label is like the text."""
        return [
            number
            for number, line in enumerate(self._lines)
            if line.ordinals[-1:] == ordinals[-1:] and any(coverage(label, text) >= ALIKE for label in line.labels)
        ]

    def _settled(self, found: Alignment) -> bool:
        """Whether labels clearly stand before their figures: mostly on the same line, or no line is left."""
        tight = sum(match.tight for match in found.matches.values())
        return tight * 2 > len(found.matches) or any(one <= found.matches.keys() for one in self._variants)

    def _verdict(self, before: Alignment, after: Alignment) -> int:
        """Positive where labels stand before their figures: which way explains more labels, and, weighing more,
        whether figures come after the last label or before the first."""
        exact = [sum(match.exact for match in found.matches.values()) for found in (before, after)]
        matches = [*before.matches.values(), *after.matches.values()]
        starts = [match.start for match in matches if match.label]
        runs = [block.start for block in self._blocks if len(block.figures) in self._widths]
        if not starts or not runs:
            return 0
        edges = (max(runs) > max(starts)) - (min(runs) < min(starts))
        return exact[0] - exact[1] + _EDGE * edges

    def _nearness(self) -> int:
        """Whether figures stand closer to the text before them (positive) or to the text after them."""
        before = after = 0
        for block in self._blocks:
            if block.lead and block.trail:
                before += self._text.count("\n", block.lead[-1].pieces[-1].end, block.start)
                after += self._text.count("\n", block.end, block.trail[0].pieces[0].start)
        return after - before

    def _doubt_neighbours(self, found: Alignment) -> None:
        """Two labels and then two runs: which run is whose cannot be told, so neither is."""
        by_block = {match.block: match for match in found.matches.values()}
        for number, match in by_block.items():
            if match.tight or number + 1 >= len(self._blocks):
                continue
            following = self._blocks[number + 1]
            other = by_block.get(number + 1)
            if (other is not None and other.label) or not following.figures:
                continue
            for line in self._labels_without_figures(number, match):
                if line not in found.matches or (other is not None and other.line == line):
                    reason = "two labels stand before two rows of figures"
                    found.doubts[line] = found.doubts[match.line] = reason
                    if other is not None:
                        found.doubts[other.line] = reason
        for line in found.doubts:
            found.matches.pop(line, None)

    def _doubt_broken_columns(self, found: Alignment) -> None:
        """A row whose figures stand one a line, and one more figure after other text: something that is no figure may
        have been counted in."""
        by_block = {match.block for match in found.matches.values()}
        for line, match in list(found.matches.items()):
            lines = self._blocks[match.block].lines
            after = match.block + 1
            upright = len(lines) > 2 and all(len(one) == 1 for one in lines)
            if (
                upright
                and after < len(self._blocks)
                and after not in by_block
                and len(self._blocks[after].figures) == 1
            ):
                found.doubts[line] = "a figure too many stands after its figures"
                del found.matches[line]

    def _labels_without_figures(self, number: int, match: Match) -> Iterator[int]:
        for segment in self._blocks[number].lead[-_MANY:]:
            if segment.pieces[0].start < match.start:
                for first in _last(segment):
                    text = "".join(piece.text for piece in segment.pieces[first:])
                    yield from (n for n in self._index.get(text, ()) if len(text) >= LONG)


def _last(segment: Segment) -> range:
    """Where a label may begin: at the head, or at one of the last pieces."""
    return range(0 if len(segment.pieces) <= LOOSE else len(segment.pieces) - LOOSE, len(segment.pieces))
