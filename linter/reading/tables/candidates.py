"""What text may be the label of a run of figures: before it, around it, or after it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from linter.reading.tables.blocks import Block, Segment
from linter.record import NamedTuple

LOOSE = 12
"""How many pieces of text at the most may make up one label."""
_FAR = 20
"""A label stands no more heads away from its figures than this."""


class Candidate(NamedTuple):
    """A text that may be a block's label, from the segment that begins at `segment` under the head `head`.

    `ordinals` is None unless the text begins with the head. `tight`: its last piece stands on the line of the
    figures. `whole`: it begins where a line or a segment does.
    """

    text: str
    ordinals: tuple[str, ...] | None
    start: int
    end: int
    tight: bool
    whole: bool
    segment: int
    head: tuple[str, ...] | None


def ahead(text: str, blocks: Sequence[Block], number: int) -> Iterator[Candidate]:
    """Text before the run, with or without the rest after it; the nearest segment first."""
    block = blocks[number]
    if not block.figures:
        yield from _on_line(text, block)
        return
    following = blocks[number + 1].start if number + 1 < len(blocks) else -1
    tails = list(_tails(text, block, following))
    lead = block.lead[-_FAR:]
    for place in range(len(lead) - 1, -1, -1):
        segment = lead[place]
        if segment.ordinals is None and place + 1 < len(lead):
            continue  # the rest of the label before, since a head follows
        if not any(_supersedes(later, segment) for later in lead[place + 1 :]):
            yield from _starts(text, segment, block, tails)


def behind(blocks: Sequence[Block], number: int) -> Iterator[Candidate]:
    """Text after the run, up to the next; the nearest segment first."""
    trail = blocks[number].trail[:_FAR]
    for place, segment in enumerate(trail):
        if any(_supersedes(nearer, segment) for nearer in trail[:place]):
            continue
        pieces = segment.pieces
        for last in range(min(len(pieces), LOOSE), 0, -1):
            label = "".join(piece.text for piece in pieces[:last])
            start, end = pieces[0].start, pieces[last - 1].end
            yield Candidate(label, segment.ordinals, start, end, False, True, start, segment.ordinals)


def _on_line(text: str, block: Block) -> Iterator[Candidate]:
    """What may be the label of blank cells: only text on their line."""
    for segment in block.lead[-1:]:
        yield from (one for one in _starts(text, segment, block, [("", 0)]) if one.tight)


def _starts(text: str, segment: Segment, block: Block, tails: list[tuple[str, int]]) -> Iterator[Candidate]:
    """The segment from each of its last pieces on, with each of the tails."""
    pieces = segment.pieces
    tight = "\n" not in text[pieces[-1].end : block.start]
    nearest = range(max(0, len(pieces) - LOOSE), len(pieces))
    for first in nearest if 0 in nearest or segment.ordinals is None else (0, *nearest):
        whole = first == 0 or "\n" in text[pieces[first - 1].end : pieces[first].start]
        ordinals = segment.ordinals if first == 0 else None
        label = "".join(piece.text for piece in pieces[first:])
        start, head = pieces[first].start, pieces[0].start
        for tail, end in tails:
            until = end if tail else pieces[-1].end
            yield Candidate(label + tail, ordinals, start, until, tight, whole, head, segment.ordinals)


def _tails(text: str, block: Block, following: int) -> Iterator[tuple[str, int]]:
    """What the label may go on with after the run: pieces before the next head, or nothing. Pieces on the line of
    the run that follows (which begins at `following`, -1 if none does) are that run's."""
    if block.trail and block.trail[0].ordinals is None:
        line_end = text.rfind("\n", 0, following) if following >= 0 else len(text)
        pieces = [piece for piece in block.trail[0].pieces if piece.end <= line_end]
        whole = (len(pieces),) if len(block.trail) > 1 and len(pieces) > 3 else ()
        for count in (*range(1, min(3, len(pieces)) + 1), *whole):
            yield "".join(piece.text for piece in pieces[:count]), pieces[count - 1].end
    yield "", 0


def _supersedes(nearer: Segment, segment: Segment) -> bool:
    """Whether a head that is nearer to the figures rules out another one: it is of the same level or below it.

    A head of a higher level may be a group's label that the layout prints in the middle of a row's.
    """
    own, other = segment.ordinals, nearer.ordinals
    return own is not None and other is not None and len(other) >= len(own)
