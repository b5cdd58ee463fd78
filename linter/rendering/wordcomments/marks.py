"""The marks of comments in the text: where each begins, where it ends, and the reference that Word shows.

The number of a comment of ours tells what was cut for it, so that it can be made whole again when the comment is gone:
a multiple of 16, and to that the Cut before it, and four times the one after it. Word may number comments anew when it
saves: then two runs that look the same stay two, or become one, which nobody can see.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from linter.rendering.wordcomments.cutting import Cut
from linter.rendering.wordcomments.elements import name_of, put_after, space_of, take_out, value_of
from linter.rendering.wordcomments.sewing import sew

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from linter.rendering.wordcomments.places import Around

STEP, _AFTER = 16, 4
_START, _END, _REFERENCE = "commentRangeStart", "commentRangeEnd", "commentReference"


class Marker:
    """Puts marks of comments into a main part with this root, earlier ones first where several meet."""

    def __init__(self, root: etree._Element) -> None:
        self._w = space_of(root)
        self._ours: set[str] = set()

    def mark(self, where: Around, base: int) -> int:
        """Marks a comment with the number `base`, a multiple of STEP, or one of those up to the next; that number."""
        number = base + where.cut_before + _AFTER * where.cut_after
        self._ours.add(str(number))
        start, end, reference = self._made(_START, number), self._made(_END, number), self._reference(number)
        if where.last is None:
            where.first.extend([start, end, reference])
            return number
        where.first.addprevious(start)
        last = where.last
        while (after := last.getnext()) is not None and self._closes(after):
            last = after
        put_after(last, end)
        put_after(end, reference)
        return number

    def _closes(self, element: etree._Element) -> bool:
        """Whether it is the end of one of our comments, or the reference behind it."""
        if name_of(element) == _END:
            return value_of(element, "id") in self._ours
        return any(name_of(one) == _REFERENCE and value_of(one, "id") in self._ours for one in element)

    def _made(self, name: str, number: int) -> etree._Element:
        return etree.Element(self._w + name, {self._w + "id": str(number)})

    def _reference(self, number: int) -> etree._Element:
        """In a run of eight points, which makes no line of the report any higher."""
        run = etree.Element(self._w + "r")
        look = etree.SubElement(run, self._w + "rPr")
        for name in ("sz", "szCs"):
            etree.SubElement(look, self._w + name, {self._w + "val": "16"})
        run.append(self._made(_REFERENCE, number))
        return run


def unmark(root: etree._Element, ids: Collection[str]) -> None:
    """Takes out the marks of comments of ours, and makes the runs whole again that were cut for them."""
    w = space_of(root)
    marks = [one for one in root.iter(w + _START, w + _END, w + _REFERENCE) if value_of(one, "id") in ids]
    ours = {_outermost(mark) for mark in marks}
    seams = [(*seam, cut) for mark in marks if (cut := _cut_at(mark)) and (seam := _seam(mark, ours)) is not None]
    for mark in marks:
        take_out(_outermost(mark))
    for left, right, cut in reversed(seams):
        sew(left, right, cut)


def _outermost(mark: etree._Element) -> etree._Element:
    """The mark, or the run that holds nothing but the reference."""
    run = mark.getparent()
    if name_of(mark) != _REFERENCE or run is None or any(one is not mark and name_of(one) != "rPr" for one in run):
        return mark
    return run


def _cut_at(mark: etree._Element) -> Cut:
    """What was cut at a mark."""
    number = value_of(mark, "id") or ""
    if name_of(mark) == _REFERENCE or not (number.isascii() and number.isdigit() and len(number) <= 10):
        return Cut.NONE
    digit = int(number) % STEP // (1 if name_of(mark) == _START else _AFTER) % _AFTER
    return Cut(digit) if digit in set(Cut) else Cut.NONE


def _seam(mark: etree._Element, ours: Collection[etree._Element]) -> tuple[etree._Element, etree._Element] | None:
    """The neighbours of a mark when ours are gone."""
    left, right = (_first_other(mark.itersiblings(preceding=before), ours) for before in (True, False))
    return None if left is None or right is None else (left, right)


def _first_other(elements: Iterator[etree._Element], ours: Collection[etree._Element]) -> etree._Element | None:
    return next((one for one in elements if one not in ours), None)
