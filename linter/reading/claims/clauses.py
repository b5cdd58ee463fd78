"""Clauses: what stands between two marks, as words before a figure, the figure, and words after it."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from linter.grammars import Tree, token_parser
from linter.reading.claims.lexer import Piece
from linter.reading.claims.numbers import arabic, numeral, percentage
from linter.record import Record

_NONE = Decimal(1)


class Amount(Record):
    """A figure with its unit. `kind` is count, money, other (a unit of something else), none, percent or blank;
    `value` is None when it cannot be read."""

    kind: str
    start: int
    end: int
    number_start: int
    number_end: int
    value: Decimal | None = None
    step: Decimal = _NONE
    approximate: bool = False
    unit: str | None = None
    digits: int = 0


class Measure(Record):
    """A figure and the words up to the next figure or mark."""

    amount: Amount
    tail: list[Piece]


class Clause(Record):
    """A mark (None at the beginning), the words up to the first figure, and the figures.

    `start` is where the text after the mark begins, `end` where the next mark stands."""

    mark: Piece | None
    words: list[Piece]
    measures: list[Measure]
    start: int
    end: int


def clauses(pieces: list[Piece], text: str, start: int, end: int) -> list[Clause]:
    """The clauses of a stretch of folded text, from the tokens that lie in it."""
    tree: Any = token_parser("claims").parse(pieces)
    found: list[Clause] = []
    for node in tree.children:
        children = node.children
        mark = children[0] if node.data == "clause" else None
        words: list[Piece] = []
        measures: list[Measure] = []
        child: Any
        for child in children[1:] if mark else children:
            if isinstance(child, Tree):
                amount, *tail = child.children
                measures.append(Measure(_amount(amount, text), list[Any](tail)))
            else:
                words.append(child)
        if mark and found:
            found[-1].end = mark.start
        found.append(Clause(mark, words, measures, mark.end if mark else start, end))
    return found


def _amount(tree: Any, text: str) -> Amount:
    pieces: list[Piece] = tree.children
    if tree.data == "blank":
        piece = pieces[0]
        return Amount("blank", piece.start, piece.end, piece.start, piece.end)
    if tree.data == "percent":
        return _percent(pieces, text)
    return _count(pieces, text)


def _percent(pieces: list[Piece], text: str) -> Amount:
    piece = pieces[-1]
    amount = Amount("percent", pieces[0].start, piece.end, piece.start, piece.end)
    read = percentage(text[piece.start : piece.end])
    amount.approximate = len(pieces) > 1
    if read is not None:
        amount.value, amount.digits = read
    return amount


def _count(pieces: list[Piece], text: str) -> Amount:
    amount = Amount("none", pieces[0].start, pieces[-1].end, 0, 0)
    for piece in pieces:
        printed = text[piece.start : piece.end]
        if piece.type in ("ABOUT", "MORE"):
            amount.approximate = True
        elif piece.type == "UNIT":
            amount.kind, amount.unit = piece.kind, printed
        else:
            amount.number_start, amount.number_end = piece.start, piece.end
            figure = arabic(printed) if piece.type == "NUMBER" else numeral(printed)
            if figure is not None:
                amount.value, amount.step = figure.value, figure.step
                amount.approximate |= figure.approximate
    return amount
