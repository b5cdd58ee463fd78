"""The surface that text is printed on: its encoding, its width, its colours, and how wide a character is there."""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from linter.patterns import compiled
from linter.record import NamedTuple

_STYLES = {
    "error": "1;31",
    "warning": "1;33",
    "info": "1;36",
    "strong": "1",
    "faint": "2",
    "good": "32",
}
_TAB = 4
_BLANKS = frozenset("\t\v\f\r\u00a0\u2028\u2029\x85")
_NO_LINE_START = frozenset("，。；：、？！）》】」』”’…,.;:?!)]}%")
_WORD = compiled(r"[!-~]+|.", re.DOTALL)


class Screen(NamedTuple):
    """Where text goes. `width` is None where lines are not to be broken, as in a file or a pipe."""

    encoding: str = "utf-8"
    colour: bool = False
    width: int | None = None

    @property
    def unicode(self) -> bool:
        """Whether every character can be written."""
        return codecs.lookup(self.encoding).name.startswith(("utf", "gb18030"))

    def glyph(self, character: str) -> str:
        """What is printed for a character of a report or a path: the character itself where that is safe.

        Characters that move the cursor, start a command of the terminal or reverse the direction of
        writing would let a report repaint the screen, so they are spelled out or dropped; what the
        encoding lacks is spelled out.
        """
        if " " <= character <= "~":
            return character
        if character in _BLANKS:
            return " "
        category = unicodedata.category(character)
        if category == "Cf":
            return ""
        if category in ("Cc", "Cs") or not self._has(character):
            return _spell(character)
        return character

    def clean(self, text: str) -> str:
        """A text from outside in one harmless line."""
        if text.isascii() and text.isprintable():
            return text
        return "".join(" " if c == "\n" else self.glyph(c) for c in text)

    def columns(self, text: str) -> int:
        """How many columns a text takes that `glyph` or `clean` has gone over."""
        if text.isascii():
            return len(text)
        return sum(self._width(character) for character in text)

    def cells(self, line: str) -> Iterator[tuple[str, int]]:
        """For each character of a line what is printed for it, and in how many columns."""
        column = 0
        for character in line:
            shown, width = _cell(character, self.encoding)
            if character == "\t":
                width = _TAB - column % _TAB
                shown = " " * width
            column += width
            yield shown, width

    def paint(self, text: str, style: str) -> str:
        return f"\x1b[{_STYLES[style]}m{text}\x1b[0m" if self.colour and text else text

    def wrap(self, text: str, indent: str) -> str:
        """A paragraph with every line indented, broken at the width of the screen if it has one."""
        if self.width is None:
            return indent + text
        room = max(20, self.width - len(indent))
        lines, line, used = [], "", 0
        for word in _WORD.findall(text):
            width = self.columns(word)
            if used + width > room and line and word not in _NO_LINE_START:
                lines.append(line.rstrip())
                line, used = "", 0
                word = word.lstrip()
                width = self.columns(word)
            line, used = line + word, used + width
        return "\n".join(indent + one for one in [*lines, line])

    def _has(self, character: str) -> bool:
        try:
            character.encode(self.encoding)
        except UnicodeEncodeError:
            return False
        return True

    def _width(self, character: str) -> int:
        """Two for the wide characters, none for marks that combine.

        The characters that Unicode calls ambiguous (the Chinese quotation marks and dashes, ①, ×) take two
        columns on a console of a Chinese code page and one on a UTF-8 terminal.
        """
        if unicodedata.category(character) in ("Mn", "Me"):
            return 0
        kind = unicodedata.east_asian_width(character)
        return 2 if kind in "WF" or (kind == "A" and _is_chinese(self.encoding)) else 1


@lru_cache(maxsize=1 << 14)
def _cell(character: str, encoding: str) -> tuple[str, int]:
    """What is printed for a character and how wide that is; a page of prose has few that differ."""
    screen = Screen(encoding)
    shown = screen.glyph(character)
    return shown, screen.columns(shown)


def _spell(character: str) -> str:
    code = ord(character)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def _is_chinese(encoding: str) -> bool:
    try:
        return codecs.lookup(encoding).name in ("gbk", "gb2312", "gb18030", "big5", "cp950")
    except LookupError:
        return False
