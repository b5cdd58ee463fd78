"""Sentences of folded prose, and the clauses of a sentence that belong together."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from linter.patterns import compiled
from linter.reading.claims.clauses import Clause
from linter.reading.claims.lexer import Piece
from linter.record import Record

# What ends a sentence; the mark begins the next one.
_END = compiled(r"[。!?！？\n]")
_LONGEST_SENTENCE = 4000
_MOST_WORDS = 24


class Group(Record):
    """Clauses that an enumeration comma joins before a figure: 甲类、乙类均为 0."""

    mark: Piece | None
    words: list[Piece]
    last: Clause
    start: int

    @property
    def after(self) -> str:
        """The kind of mark before it."""
        return self.mark.type if self.mark is not None else ""


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Where each sentence stands, with the mark that ends the one before. What has no end is cut at a comma."""
    start = 0
    for match in _END.finditer(text):
        if match.start() > start:
            yield from _bounded(text, start, match.start())
            start = match.start()
    if start < len(text):
        yield from _bounded(text, start, len(text))


def _bounded(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > _LONGEST_SENTENCE:
        cut = text.rfind(",", start + 1, start + _LONGEST_SENTENCE)
        cut = cut if cut > 0 else start + _LONGEST_SENTENCE
        yield start, cut
        start = cut
    yield start, end


def groups(found: list[Clause], verbs: Collection[str]) -> Iterator[Group]:
    """The clauses of a sentence, those without a figure joined to the next one by an enumeration comma."""
    group: Group | None = None
    for clause in found:
        words = clause.words[-_MOST_WORDS:]
        joined = clause.mark is not None and clause.mark.type == "DUN"
        if group is not None and joined and not group.last.measures and _goes_on(group.words, words, verbs):
            group = Group(group.mark, [*group.words, *words], clause, group.start)
            continue
        if group is not None:
            yield group
        group = Group(clause.mark, words, clause, clause.start)
    if group is not None:
        yield group


def _goes_on(before: list[Piece], words: list[Piece], verbs: Collection[str]) -> bool:
    """Whether an enumeration goes on; a clause that denies something for itself begins anew, or ends it."""
    if len(before) >= _MOST_WORDS or (before and before[-1].kind == "zero"):
        return False
    return not (before and before[-1].kind not in verbs and words and words[0].type == "NOT")


def follow(before: Group, group: Group) -> Group:
    """The group with the words of the one before it in front."""
    words = [*before.words, *group.words]
    return Group(group.mark, words[-_MOST_WORDS:], group.last, before.start)
