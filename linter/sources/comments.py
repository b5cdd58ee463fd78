"""Comments of HTML, as web pages and Markdown have them: nobody sees them, but they may speak to the linter."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from linter.patterns import compiled
from linter.record import NamedTuple

_OPEN, _CLOSE = "<!--", "-->"
_MOST, _LONGEST = 1000, 2000
_INK = compiled(r"\S")
OURS = "gouji"
"""What a comment begins with that is meant for the linter."""


class Comment(NamedTuple):
    """A comment that speaks to the linter: its words, the line that it begins on, and the line that it stands at: its
    own where there is something else on it, otherwise the next one that is not blank. Lines count from 1; `start` and
    `end` are offsets in the text that it was found in. One that is not `closed` ends with its line, or swallows the
    next one."""

    text: str
    line: int
    beside: int
    start: int
    end: int
    closed: bool = True


def comments(text: str) -> tuple[Comment, ...]:
    """The comments of a page or text that begin with `gouji`."""
    if _OPEN not in text:
        return ()
    return tuple(islice(_ours(text), _MOST))


def without_comments(text: str) -> str:
    """The text of the same length, with blanks in the place of comments."""
    if _OPEN not in text:
        return text
    pieces, done = [], 0
    for start, end in _spans(text):
        pieces += [text[done:start], "".join("\n" if one == "\n" else " " for one in text[start:end])]
        done = end
    return "".join([*pieces, text[done:]])


def _ours(text: str) -> Iterator[Comment]:
    line, counted = 1, 0
    for start, end, closed in (*((*span, True) for span in _spans(text)), *_open(text)):
        inner = text[start + len(_OPEN) : min(end - len(_CLOSE) if closed else end, start + _LONGEST)].strip()
        if inner.lower().startswith(OURS):
            line, counted = line + text.count("\n", counted, start), start
            closed = closed and _OPEN not in inner
            yield Comment(" ".join(inner.split()), line, line + _beside(text, start, end), start, end, closed)


def _open(text: str) -> Iterator[tuple[int, int, bool]]:
    """The comment that nobody closes, as far as its line goes: no browser hides it, but somebody meant to say it."""
    start = text.find(_OPEN, text.rfind(_CLOSE) + 1)
    if start >= 0:
        end = text.find("\n", start)
        yield start, end if end >= 0 else len(text), False


def _spans(text: str) -> Iterator[tuple[int, int]]:
    """Where comments begin and end; one that nobody closes is none."""
    start = text.find(_OPEN)
    while start >= 0:
        close = text.find(_CLOSE, start + len(_OPEN))
        if close < 0:
            return
        yield start, close + len(_CLOSE)
        start = text.find(_OPEN, close)


def _beside(text: str, start: int, end: int) -> int:
    """How many lines below its beginning the line is at which a comment stands."""
    line_end = text.find("\n", end)
    before, after = text[text.rfind("\n", 0, start) + 1 : start], text[end : line_end if line_end >= 0 else len(text)]
    if before.strip():
        return 0
    down = text.count("\n", start, end)
    if after.strip():
        return down
    ink = _INK.search(text, end)
    return down + (text.count("\n", end, ink.start()) if ink else 0)
