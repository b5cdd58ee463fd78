"""Nouns or verbs that one figure, or one figure each, is said of: 甲类、乙类均为 0."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from linter.reading.claims.fillers import Fillers
from linter.reading.claims.lexer import Piece


def runs(words: list[Piece], text: str, fillers: Fillers) -> Iterator[list[Piece]]:
    """The nouns or verbs that are joined to each other, in order, the last such run first; of several words that
    stand together the last one counts."""
    run: list[Piece] = []
    begin = -1
    for word in reversed(words):
        between = text[word.end : begin] if run else ""
        if run and between and fillers.joined(between):
            run.append(word)
        elif not run or between:
            yield run[::-1]
            run = [] if word.kind == "every" else [word]
        begin = word.start
    yield run[::-1]


def head_of(noun: Piece, run: list[Piece], words: list[Piece]) -> list[Piece]:
    """The words that one noun of a run is said in: its own, and those before and after the run."""
    at = run.index(noun)
    own = [word for word in words if word.end <= noun.end and (not at or word.start >= run[at - 1].end)]
    after = [word for word in words if word.start >= run[-1].end and word.kind != "every"]
    before = [word for word in words if at and word.end <= run[0].start and not _beside(word, run[0], words)]
    if noun is not run[-1]:
        # What the last one has behind it all have: the noun of joined verbs, the verb of joined nouns.
        last = [word for word in words if run[-2].end <= word.start and word.end <= run[-1].end]
        own += last[1:]
    return [*before, *own, *after]


def _beside(word: Piece, noun: Piece, words: list[Piece]) -> bool:
    """Whether a word belongs to the first noun of a run alone: nothing stands between them."""
    between = words[words.index(word) : words.index(noun) + 1]
    return all(one.end == other.start for one, other in pairwise(between))
