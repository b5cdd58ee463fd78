"""Parses the anchors with the layout grammar: pieces of text and runs of figures under their ordinals."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

from linter.grammars import Tree, token_parser
from linter.patterns import compiled
from linter.reading.labels import plain
from linter.reading.stretches import Stretch
from linter.reading.tables.anchors import Anchor, Figure, anchors
from linter.record import NamedTuple

_PIECE = compiled(r"[^\s](?:[^\n\t ]|[ ](?![ \n\t]))*")


class Piece(NamedTuple):
    """Text that stands together: in one line, one cell, without a wide gap.

    `text` is without white space and marks. `ordinals` is the path of ordinals from the outermost head down
    for the piece that follows an ordinal, and None for any other.
    """

    start: int
    end: int
    text: str
    ordinals: tuple[str, ...] | None = None


class Run(NamedTuple):
    """A run of figures line by line, divided by white space only; none at all where a line ends in blank cells."""

    start: int
    end: int
    lines: tuple[tuple[Figure, ...], ...]


Element = Piece | Run


def lay_out(text: str, stretches: Iterable[Stretch]) -> list[tuple[Stretch, list[Element]]]:
    """What each stretch with tables holds, in the order of the text."""
    known = list(stretches)
    tree = token_parser("layout").parse(anchors(text, known))
    elements = list(_walk(text, tree, ()))
    result: list[tuple[Stretch, list[Element]]] = []
    position = 0
    for stretch in known:
        held: list[Element] = []
        while position < len(elements) and elements[position].start < stretch.end:
            held.append(elements[position])
            position += 1
        if stretch.tabular:
            result.append((stretch, held))
    return result


def _walk(text: str, tree: Tree, path: tuple[str, ...]) -> Iterator[Element]:
    """The elements below a node; iterative in width, as deep as ordinals nest."""
    head: tuple[str, ...] | None = None
    head_start = 0
    for child in tree.children:
        if isinstance(child, Anchor):
            if child.type != "SECTION":
                path = head = (*path, _ordinal(text[child.start : child.end]))
                head_start = child.start
        elif child.data == "body":
            yield from _body(text, child, head, head_start)
        else:
            yield from _walk(text, child, path)


def _body(text: str, body: Tree, head: tuple[str, ...] | None, head_start: int) -> Iterator[Element]:
    """The tokens of a body as elements, the first of them with the ordinal that it stands under."""
    waiting = head
    anchor: Anchor
    for anchor in body.children:
        kind, start, end, lines = anchor
        if kind == "PROSE":
            continue
        if kind == "TEXT":
            for match in _PIECE.finditer(text, start, end):
                ordinals, waiting = waiting, None
                begin = match.start() if ordinals is None else head_start
                yield Piece(begin, match.end(), plain(match[0]), ordinals)
            continue
        if waiting is not None:
            yield Piece(head_start, head_start, "", waiting)
            waiting = None
        yield Run(start, end, lines)
    if waiting is not None:
        yield Piece(head_start, head_start, "", waiting)


def _ordinal(printed: str) -> str:
    return plain(unicodedata.normalize("NFKC", printed))
