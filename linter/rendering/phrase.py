"""Phrases of a report as a line of output can hold them."""

from __future__ import annotations

import re

_LINE_END = re.compile(r"\s*\n\s*")


def one_line(text: str) -> str:
    """A phrase as printed, made one line."""
    return _LINE_END.sub("", text)
