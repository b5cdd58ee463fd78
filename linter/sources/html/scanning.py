"""The page's source, gone through beside the parser: it hands over text and cells, here is found where they stand."""

from __future__ import annotations

import re
from html import unescape
from html.entities import html5

from linter.patterns import compiled
from linter.sources.html.page import Piece
from linter.sources.html.spot import Spot
from linter.sources.html.tags import RAW

BLANKS = " \t\n\f\r"
"""What HTML takes for white space; a no-break space is none."""

# Every pattern goes forward only: what is open at the end of the page is closed by it, and no quantifier gives back.
_VALUE = r"""(?:"[^"]*+(?:"|\Z)|'[^']*+(?:'|\Z)|[^ \t\n\f\r>"'][^ \t\n\f\r>]*+)"""
_ATTRIBUTE = rf"[^ \t\n\f\r/>][^ \t\n\f\r/>=]*+(?:[ \t\n\f\r]*+=[ \t\n\f\r]*+{_VALUE}?+)?+"
_TAG_END = rf"(?:[ \t\n\f\r/]++|{_ATTRIBUTE})*+(?:>|\Z)"
_NAME_END = r"(?=[ \t\n\f\r/>]|\Z)"
_COMMENT = r"<!--(?:-?>|[^-]*+(?:-(?!-!?>)[^-]*+)*+(?:--!?>|\Z))"
_RAW = "|".join(rf"<{tag}{_NAME_END}{_TAG_END}[^<]*+(?:<(?!/{tag}{_NAME_END})[^<]*+)*+" for tag in sorted(RAW))
_BOGUS = r"<(?:[!?]|/(?![A-Za-z]))[^>]*+(?:>|\Z)"
_TAG = rf"<(?:/|(?!(?:t[dh]|{'|'.join(sorted(RAW))}){_NAME_END}))[A-Za-z][^ \t\n\f\r/>]*+{_TAG_END}"

_markup = compiled(rf"(?:{_TAG}|[ \t\n\f\r]++|{_COMMENT}|{_BOGUS}|{_RAW})++", re.IGNORECASE | re.ASCII)
_cell = compiled(rf"<t[dh]{_NAME_END}{_TAG_END}", re.IGNORECASE | re.ASCII)
_words = compiled(r"[^<& \t\n\f\r]{1,4096}+")
_entity = compiled(r"&(?:#(?:[0-9]+|[xX][0-9A-Fa-f]+);?|[A-Za-z][A-Za-z0-9]{1,40};?)")
_NO_BREAK = "&nbsp;"
_AHEAD = 16
"""So many stretches of text are passed over to find one that the parser hands over."""


class Scanner:
    """A place in the page's source that moves forward only, so that all of it is read once."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._position = 0
        self._line = 1
        self._line_start = 0
        self._counted = 0
        self._patience = len(source)

    def cell(self) -> Spot:
        """Where the content of the next cell begins, right after its tag."""
        position = self._past_markup(self._position)
        while position < len(self._source):
            match = _cell.match(self._source, position)
            if match is not None:
                self._position = match.end()
                return self._spot(match.end())
            position = self._past_text(position)
        return self._line_only()

    def find(self, text: str) -> list[Piece]:
        """The pieces of a text that the parser hands over, white space in it being single blanks. Where it is not
        what comes next, one piece for which only the line is known."""
        self._position = start = self._past_markup(self._position)
        if "&" not in text and self._source.startswith(text, start):
            self._position = start + len(text)
            return [Piece(text, self._spot(start))]
        if text == "\xa0" and self._source.startswith(_NO_BREAK, start):
            self._position = start + len(_NO_BREAK)
            return [Piece(text, self._spot(start, len(_NO_BREAK)))]
        for _ in range(_AHEAD):
            found = self._match(text, start)
            if found is not None:
                self._position, places = found
                return [Piece(part, self._spot(at, width) if part != " " else None) for part, at, width in places]
            if self._patience < 0 or _cell.match(self._source, start) or start >= len(self._source):
                break
            start, passed = self._past_text(start), start
            self._patience -= start - passed
        return [Piece(text, self._line_only())]

    def _line_only(self) -> Spot:
        return Spot(self._spot(self._position).line, None)

    def _match(self, text: str, position: int) -> tuple[int, list[tuple[str, int, int]]] | None:
        """The text from `position` on: where it ends, and its parts with their offsets and the widths of entities."""
        places: list[tuple[str, int, int]] = []
        done = 0
        while done < len(text):
            if text[done] == " ":
                places.append((" ", -1, 0))
                done += 1
                continue
            position = self._past_markup(position)
            part, width = self._next(position)
            if not part.strip(BLANKS):
                if not width:
                    return None
                position += width
                continue
            if not text.startswith(part, done):
                if len(part) != width or not part.startswith(text[done:]):
                    return None
                part, width = text[done:], len(text) - done
            places.append((part, position, 0 if width == len(part) else width))
            done += len(part)
            position += width
        return position, places

    def _next(self, position: int) -> tuple[str, int]:
        """The characters that come next and how wide they are in the source; nothing at a cell and at the end."""
        source = self._source
        match = _words.match(source, position)
        if match is not None:
            return match[0], len(match[0])
        if source.startswith("&", position):
            return entity(source, position)
        if source.startswith("<", position) and _cell.match(source, position) is None:
            return "<", 1
        return "", 0

    def _past_markup(self, position: int) -> int:
        match = _markup.match(self._source, position)
        return match.end() if match is not None else position

    def _past_text(self, position: int) -> int:
        """Past the next stretch of text and the markup after it."""
        return self._past_markup(position + max(1, self._next(position)[1]))

    def _spot(self, position: int, width: int = 0) -> Spot:
        counted = self._counted
        if position > counted:
            lines = self._source.count("\n", counted, position)
            if lines:
                self._line += lines
                self._line_start = self._source.rfind("\n", counted, position) + 1
            self._counted = position
        return Spot(self._line, position - self._line_start + 1, width)


def entity(source: str, position: int) -> tuple[str, int]:
    """The characters of the entity at an ampersand and how wide it is; the ampersand itself where there is none.

    Some names need no semicolon and end where the name does: `&nbsp12` is a blank and 12.
    """
    match = _entity.match(source, position)
    if match is None:
        return "&", 1
    written = match[0]
    if written[1] == "#" or written[1:] in html5:
        return unescape(written), len(written)
    name = next((written[1:end] for end in range(len(written), 2, -1) if written[1:end] in html5), "")
    return (html5[name], len(name) + 1) if name else ("&", 1)
