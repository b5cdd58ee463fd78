"""Characters that Word keeps outside of its text, or that it does not show."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from linter.patterns import compiled

_INVISIBLE = compiled("[\xad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
PICTURE = "□"
"""Stands for a picture; a character that every Chinese console prints."""


def visible(text: str, splits: int) -> Iterable[tuple[int, str]]:
    """The stretches of a text between characters without width, which must not part a figure, each with its offset;
    after so many `splits` the rest as it is."""
    return _stretches(text, splits) if _INVISIBLE.search(text) else ((0, text),)


def _stretches(text: str, splits: int) -> Iterator[tuple[int, str]]:
    start = 0
    for match in islice(_INVISIBLE.finditer(text), splits):
        if match.start() > start:
            yield start, text[start : match.start()]
        start = match.end()
    if start < len(text):
        yield start, text[start:]


def symbol(code: str | None, font: str | None) -> str:
    """What `w:sym` shows: a character of the font Symbol where that is one of ASCII, a box for other pictures."""
    try:
        number = int(code or "", 16)
    except ValueError:
        return PICTURE
    if 0xF000 <= number <= 0xF0FF and (font or "").lower() == "symbol" and 0x20 <= number - 0xF000 <= 0x3F:
        return chr(number - 0xF000)
    private = number < 0x20 or 0xD800 <= number <= 0xF8FF or number > 0xFFFF
    return PICTURE if private or (font or "").lower().startswith("wingdings") else chr(number)
