"""Compares what a report prints with the words of a form: without white space, marks and brackets."""

from __future__ import annotations

from functools import lru_cache

from linter.patterns import compiled

_NOT_WORD = compiled(r"[\W_]+")


def plain(text: str) -> str:
    """The letters, digits and Han characters of a text, in order, and nothing else."""
    return _NOT_WORD.sub("", text)


plain_word = lru_cache(maxsize=2048)(plain)
"""The same for words of a form, which come again with every report."""


def common(first: str, second: str) -> int:
    """Length of the longest common subsequence (Hyyrö's bit-parallel way: linear in `second`)."""
    masks: dict[str, int] = {}
    for position, character in enumerate(first):
        masks[character] = masks.get(character, 0) | 1 << position
    full = (1 << len(first)) - 1
    row = full
    for character in second:
        hit = row & masks.get(character, 0)
        if hit:
            row = ((row + hit) | (row - hit)) & full
    return len(first) - row.bit_count()


def likeness(first: str, second: str) -> float:
    """How alike two short texts are, from 0 to 1: twice their common part over both lengths."""
    if not first or not second:
        return 0.0
    return 2 * common(first, second) / (len(first) + len(second))


def coverage(label: str, text: str) -> float:
    """How much of `label` is in `text` in order, from 0 to 1; foreign text between counts a little against it."""
    if not label or not text:
        return 0.0
    foreign = max(0, len(text) - len(label))
    return common(label, text) / (len(label) + 0.15 * foreign)
