"""What is matched with the ways to say a concept, and what comes of it."""

from __future__ import annotations

from linter.reading.claims.clauses import Amount
from linter.reading.claims.lexer import Piece
from linter.reading.claims.phrases import Way
from linter.record import NamedTuple, Record


class Statement(Record):
    """One figure with the words before and after it. `left` and `right` bound the text that speaks of it;
    `shared` tells that the words behind it are also those before another figure."""

    amount: Amount
    head: list[Piece]
    tail: list[Piece]
    left: int
    right: int
    text: str
    shared: bool = False


class Match(NamedTuple):
    """A concept found: the phrase's place and the words that make it."""

    way: Way
    start: int
    end: int
    used: tuple[Piece, ...]
