"""Runs sewn together again where a comment that they were cut for is gone."""

from __future__ import annotations

from lxml import etree

from linter.rendering.wordcomments.cutting import Cut
from linter.rendering.wordcomments.elements import name_of, take_out
from linter.sources.docx.namespaces import SPACE


def sew(left: etree._Element, right: etree._Element, cut: Cut) -> None:
    """Makes one run of two neighbours, as long as they look the same."""
    if left.getnext() is not right or left.tail or name_of(left) != "r" or left.tag != right.tag:
        return
    first, second = _properties(left), _properties(right)
    if dict(left.attrib) != dict(right.attrib) or _spelled(first) != _spelled(second):
        return
    if second is not None:
        right.remove(second)
    if cut is Cut.TEXT and len(left) and len(right) and name_of(left[-1]) == name_of(right[0]) == "t":
        _join(left[-1], right[0])
    for child in list(right):
        left.append(child)
    take_out(right)


def _join(left: etree._Element, right: etree._Element) -> None:
    """Makes one text of two; that its blanks count was said of both halves, or of one for the sake of the cut."""
    left.text = (left.text or "") + (right.text or "")
    if left.get(SPACE) != right.get(SPACE):
        left.attrib.pop(SPACE, None)
    left.tail, right.tail = right.tail, None
    take_out(right)


def _properties(run: etree._Element) -> etree._Element | None:
    return next((child for child in run if name_of(child) == "rPr"), None)


def _spelled(properties: etree._Element | None) -> bytes:
    return b"" if properties is None else etree.tostring(properties, with_tail=False)
