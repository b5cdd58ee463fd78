"""Phrases of a report as a line of output can hold them."""

from __future__ import annotations

from linter.patterns import compiled

_LINE_END = compiled(r"\s*\n\s*")


def one_line(text: str) -> str:
    """A phrase as printed, made one line."""
    return _LINE_END.sub("", text)
