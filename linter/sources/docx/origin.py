"""Where text stands in a Word file, so that a comment can be anchored there later."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from linter.record import NamedTuple
from linter.sources.docx.namespaces import math_of, word_of
from linter.sources.interface import Place

if TYPE_CHECKING:
    from lxml import etree


class TextRun(NamedTuple):
    """An element of the main part, and how many of its characters stand before the piece.

    `ordinal` counts, from 0, those elements that `anchors` yields: the element is one with text, or the cell (`w:tc`)
    where that is blank.
    """

    ordinal: int
    offset: int

    def place(self, start: int, end: int) -> Place:  # noqa: ARG002
        """Word files have no lines; a place inside is named by its cell or its heading."""
        return Place(None, None, None, None)


def anchor_tags(word: str) -> tuple[str, ...]:
    """The tags that ordinals count, in a part with this namespace of Word's."""
    names = ("tc", "t", "noBreakHyphen", "sym")
    return (*(f"{{{word}}}{name}" for name in names), f"{{{math_of(word)}}}t")


def anchors(root: etree._Element) -> Iterator[etree._Element]:
    """The elements of a main part that a TextRun may point to, in the order of their ordinals."""
    return root.iter(*anchor_tags(word_of(root)))
