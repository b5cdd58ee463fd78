"""Runs cut at the edges of a phrase, so that it has runs of its own."""

from __future__ import annotations

import copy
from enum import IntEnum

from lxml import etree

from linter.rendering.wordcomments.elements import name_of, parent_of, put_after
from linter.sources.docx.namespaces import SPACE
from linter.sources.docx.origin import anchors

_BLANKS = " \t\r\n"
_PROPERTIES = "rPr"
_BEFORE_ANYTHING = frozenset({_PROPERTIES, "lastRenderedPageBreak"})


class Cut(IntEnum):
    """What was cut at one edge of a phrase: nothing, a run between its elements, or a text inside too."""

    NONE = 0
    RUN = 1
    TEXT = 2


class Cutter:
    """Cuts the runs of a main part at characters of its anchors, which keep their ordinals all the while; the halves of
    a run have the same properties."""

    def __init__(self, root: etree._Element) -> None:
        self._anchors = list(anchors(root))
        self._preserved = root.get(SPACE) == "preserve"
        self._pieces: dict[int, list[tuple[int, etree._Element]]] = {}

    def anchor(self, ordinal: int) -> etree._Element:
        """The element with this ordinal; of one that was cut, its first piece."""
        return self._anchors[ordinal]

    def length(self, ordinal: int) -> int:
        """How many characters an anchor has, with all its pieces."""
        start, piece = max(self._of(ordinal), key=_start)
        return start + len(piece.text or "")

    def before(self, ordinal: int, offset: int) -> tuple[etree._Element, Cut]:
        """The run that begins with a character, and what had to be cut for that."""
        pieces = self._of(ordinal)
        start, piece = max((one for one in pieces if one[0] <= offset), key=_start, default=pieces[0])
        if self._is_inside(piece, offset - start):
            return _run_from(self._cut(ordinal, start, piece, offset))[0], Cut.TEXT
        return _run_from(piece)

    def after(self, ordinal: int, offset: int) -> tuple[etree._Element, Cut]:
        """The run that ends before a character, and what had to be cut for that."""
        pieces = self._of(ordinal)
        start, piece = max((one for one in pieces if one[0] < offset), key=_start, default=pieces[0])
        if self._is_inside(piece, offset - start):
            self._cut(ordinal, start, piece, offset)
            return _run_to(piece)[0], Cut.TEXT
        return _run_to(piece)

    def _of(self, ordinal: int) -> list[tuple[int, etree._Element]]:
        """The pieces of an anchor, each with the offset of its first character."""
        return self._pieces.setdefault(ordinal, [(0, self._anchors[ordinal])])

    def _keeps_blanks(self, piece: etree._Element) -> bool:
        """Whether blanks at the edges of a text count."""
        return self._preserved or piece.get(SPACE) == "preserve"

    def _is_inside(self, piece: etree._Element, offset: int) -> bool:
        """Whether something is shown on either side of an offset in a text."""
        text = piece.text or ""
        halves = text[: max(offset, 0)], text[max(offset, 0) :]
        return all(halves if self._keeps_blanks(piece) else (half.strip(_BLANKS) for half in halves))

    def _cut(self, ordinal: int, start: int, piece: etree._Element, offset: int) -> etree._Element:
        """Parts a text in two elements; the second one."""
        text = piece.text or ""
        first, second = text[: offset - start], text[offset - start :]
        rest = copy.deepcopy(piece)
        put_after(piece, rest)
        if not self._keeps_blanks(piece):
            first, second = (
                _counted(piece, first, first.lstrip(_BLANKS)),
                _counted(rest, second, second.rstrip(_BLANKS)),
            )
        piece.text, rest.text = first, second
        self._pieces[ordinal].remove((start, piece))
        self._pieces[ordinal] += [(offset - len(first), piece), (offset, rest)]
        return rest


def _counted(element: etree._Element, half: str, shown: str) -> str:
    """Half of a text whose outer blanks do not count; those at the cut must go on counting."""
    if shown == shown.strip(_BLANKS):
        return half
    element.set(SPACE, "preserve")
    return shown


def _start(piece: tuple[int, etree._Element]) -> int:
    return piece[0]


def _run_from(piece: etree._Element) -> tuple[etree._Element, Cut]:
    run = parent_of(piece)
    shown = any(name_of(one) not in _BEFORE_ANYTHING for one in piece.itersiblings(preceding=True))
    return (_cut_run(run, piece), Cut.RUN) if shown else (run, Cut.NONE)


def _run_to(piece: etree._Element) -> tuple[etree._Element, Cut]:
    run, following = parent_of(piece), piece.getnext()
    if following is None:
        return run, Cut.NONE
    _cut_run(run, following)
    return run, Cut.RUN


def _cut_run(run: etree._Element, first: etree._Element) -> etree._Element:
    """Moves a child of a run and everything behind it to a new run; that run."""
    rest = etree.Element(run.tag, dict(run.attrib))
    put_after(run, rest)
    for properties in run:
        if name_of(properties) == _PROPERTIES:
            rest.append(copy.deepcopy(properties))
            rest[-1].tail = None
    for child in [first, *first.itersiblings()]:
        rest.append(child)
    return rest
