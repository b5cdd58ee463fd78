"""The lexer of claims: concepts, numbers, units, connectors, negations and punctuation of folded prose."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from linter.grammars import terminals
from linter.patterns import compiled
from linter.reading.claims.phrases import Phrases
from linter.reading.claims.vocabulary import Vocabulary

_GENERIC = (
    *("NAME", "YEAR", "DATE", "ITEM", "HEAD", "PERCENT", "NUMBER"),
    *("COMMA", "DUN", "SEMI", "COLON", "STOP", "LINE", "OPEN", "CLOSE"),
)
_PLAIN_MARKS = {
    **dict.fromkeys(",，", "COMMA"),
    **dict.fromkeys(";；", "SEMI"),
    **dict.fromkeys(":：", "COLON"),
    **dict.fromkeys("。!?！？", "STOP"),
    **dict.fromkeys(")]", "CLOSE"),
    "、": "DUN",
    "\n": "LINE",
}
_CONNECTORS = {"not": "NOT", "nil": "NOT", "open": "LIST", "each": "EACH", "aside": "ASIDE", "about": "ABOUT"}
_QUOTES = "“‘《"
# With what a token may begin that is no word of the vocabulary.
_NUMERALS = "零〇一二两三四五六七八九十百千廿卅壹贰叁肆伍陆柒捌玖拾"
_GENERIC_BEGINNINGS = "《“〔[(第首其再最①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳" + _NUMERALS
_BEGINNINGS = "".join(map(re.escape, [*_PLAIN_MARKS, *_GENERIC_BEGINNINGS])) + "A-Za-z"


# Nothing that is read is longer; a run of digits that is longer is no number.
_LONGEST = 200
# Behind a negation one is no figure: 未出现一例.
_ONE = "一"
_NEAR = 5
# 其中1.机构信息: only after these words does a marker stand without a mark before it.
# A number set with a blank between its digits.
_SPACED = compiled(r"\d(?:\x1f\d)+")
_MARKER = compiled(r"\d{1,2}[.、](?!\d)")


class Piece:
    """A token: its terminal, the class of words it belongs to, its place in the folded text."""

    __slots__ = ("end", "kind", "quiet", "start", "type")
    # Lark copies these from the last token when it reports the end of the text.
    line = column = end_line = end_column = start_pos = end_pos = None

    def __init__(self, type_: str, kind: str, start: int, end: int) -> None:
        self.type = type_
        self.kind = kind
        self.start = start
        self.end = end
        # Whether it says nothing about the time of what follows, as in 上年转来.
        self.quiet = False

    def __repr__(self) -> str:
        return f"{self.type}:{self.kind}@{self.start}-{self.end}"


class ClaimLexer:
    """Cuts folded prose into the tokens of `grammar/claims.lark`; text between them is left out."""

    def __init__(self, phrases: Phrases) -> None:
        self._words = Vocabulary(phrases.words)
        self._units = Vocabulary(phrases.units)
        self._more = Vocabulary(dict.fromkeys(phrases.fillers["more"], "more"))
        self._blanks = Vocabulary(dict.fromkeys(phrases.fillers["blank"], "blank"))
        patterns = terminals("claims")
        self._generic = compiled("|".join(f"(?P<{name}>{patterns[name]})" for name in _GENERIC))
        self._numeral = compiled(patterns["NUMERAL"])
        blanks = "".join(map(re.escape, sorted({blank[0] for blank in phrases.fillers["blank"]})))
        self._candidate = compiled(f"[{_BEGINNINGS}{_NUMERALS}{blanks}]|(?<!\\d)\\d|{self._words.pattern()}")
        self._blank_beginnings = frozenset(blank[0] for blank in phrases.fillers["blank"])

    def heads(self, text: str, position: int) -> bool:
        """Whether a heading of the text stands there."""
        found = self._generic.match(text, position + (text[position] == "\n"))
        return found is not None and found.lastgroup == "HEAD"

    def pieces(self, text: str, begin: int, end: int) -> Iterator[Piece]:
        """The tokens from `begin` to `end`, in their order."""
        position = begin
        listed = False
        denied = -_NEAR
        for candidate in self._candidate.finditer(text, begin, end):
            start = candidate.start()
            if start < position:
                continue
            first = text[start]
            if listed and start == position and (marker := _MARKER.match(text, start)) is not None:
                position, listed = marker.end(), False
                yield Piece("ITEM", "", start, position)
                continue
            if first in _PLAIN_MARKS:
                position, listed = start + 1, False
                yield Piece(_PLAIN_MARKS[first], "", start, position)
                continue
            found = list(self._pieces_at(text, start, first))
            if found and found[0].type == "NUMERAL" and start - denied < _NEAR and text[start] == _ONE:
                position = found[-1].end
                continue
            for piece in found:
                yield piece
                position = piece.end
                listed = piece.type in ("LIST", "EACH")
                denied = position if piece.type == "NOT" else denied

    def _pieces_at(self, text: str, start: int, first: str) -> Iterable[Piece]:
        if first in self._blank_beginnings:
            blank = self._blanks.at(text, start)
            if blank is not None and self._counted(text, blank[1]) and not self._named(text, start, blank[1]):
                return [Piece("BLANK", "", start, blank[1]), *self._after_number(text, blank[1])]
        word = self._words.at(text, start)
        if first in _NUMERALS and (word is None or word[0] != "neutral"):
            numeral = self._numeral.match(text, start)
            if numeral is not None and self._counted(text, numeral.end()):
                return [Piece("NUMERAL", "", start, numeral.end()), *self._after_number(text, numeral.end())]
        if word is not None and self._stands(text, start, *word):
            return [Piece(_CONNECTORS.get(word[0], "WORD"), word[0], start, word[1])]
        if first in _GENERIC_BEGINNINGS or first.isdecimal() or first.isascii():
            return self._generic_at(text, start)
        return ()

    def _generic_at(self, text: str, start: int) -> Iterable[Piece]:
        found = self._generic.match(text, start, start + _LONGEST)
        if found is None:
            return ()
        piece = Piece(str(found.lastgroup), "", start, found.end())
        if piece.type == "NAME" and _SPACED.fullmatch(found[0]) and self._units.at(text, piece.end):
            piece.type = "NUMBER"
        if piece.type == "NUMBER":
            return [piece, *self._after_number(text, piece.end)]
        return [piece]

    def _stands(self, text: str, start: int, kind: str, end: int) -> bool:
        """Whether a word that may be part of a number, or needs one behind it, is meant as a word."""
        following = text[end : end + 1]
        if kind == "about":
            return following.isdigit() or self._numeral.match(text, end) is not None
        if text[start].isdigit() and text[start - 1 : start].isdigit() and start > 0:
            return False
        return not (text[end - 1].isdigit() and following.isdigit())

    def _counted(self, text: str, position: int) -> bool:
        """Whether a unit of count or money follows, so that a numeral or a blank before it stands for a number."""
        more = self._more.at(text, position)
        unit = self._units.at(text, more[1] if more else position)
        return unit is not None and unit[0] != "other"

    def _named(self, text: str, start: int, end: int) -> bool:
        """Whether a blank is part of a name, as in “XX项目”: quoted, or before a noun that begins like a unit."""
        if start and text[start - 1] in _QUOTES:
            return True
        word, unit = self._words.at(text, end), self._units.at(text, end)
        return word is not None and unit is not None and word[1] > unit[1]

    def _after_number(self, text: str, position: int) -> Iterator[Piece]:
        more = self._more.at(text, position)
        if more is not None:
            yield Piece("MORE", "", position, more[1])
            position = more[1]
        unit = self._units.at(text, position)
        if unit is None:
            return
        yield Piece("UNIT", unit[0], position, unit[1])
        late = self._more.at(text, unit[1]) if more is None else None
        if late is not None:
            yield Piece("MORE", "", unit[1], late[1])
