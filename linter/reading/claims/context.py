"""What the prose is speaking of at a place: the topic, whose figures they are, and of which time."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from itertools import pairwise

from linter.patterns import compiled
from linter.reading.claims.lexer import Piece
from linter.reading.claims.phrases import Phrases
from linter.record import NamedTuple

_YEAR = compiled(r"((?:19|20)\d\d)(?=年)")
_YEARS = compiled(r"(?:19|20)\d\d")
_MONTH = compiled(r"(?:[-—~～至到]{1,2})?(\d{1,2})月(?:(\d{1,2})[日号]|底|末)?\Z")
_CHINESE_YEAR = str.maketrans("〇零一二三四五六七八九", "00123456789")
_HEARD = ("scope", "self", "last", "next", "span", "accrued", "this", "whole_year")
_NEAR = 6
_FAR = 12
_YEARS_OF = ("compared", "possessed", "onward", "lasting", "until", "among", "bare", "parted")


# A stretch of the folded text.
Place = tuple[int, int]


class Context(NamedTuple):
    """`scope` is where the words stand that limit whose figures these are; `time` where another time is said, and
    `year` that year; `present` tells that the report's own year was just named, `fleeting` that the time holds within
    its sentence only."""

    topic: str | None = None
    scope: Place | None = None
    time: Place | None = None
    year: int | None = None
    present: bool = False
    fleeting: bool = False

    def about(self, topic: str | None) -> Context:
        if topic == self.topic:
            return self
        return self._replace(topic=topic)

    def of(self, scope: Place | None) -> Context:
        return self._replace(scope=scope)

    def at(self, time: Place | None, year: int | None, present: bool, fleeting: bool = False) -> Context:
        return Context(self.topic, self.scope, time, year, present, fleeting)

    def next_sentence(self) -> Context:
        """What still holds when a sentence ends."""
        if self.fleeting:
            return self.at(None, None, present=False)
        return self._replace(present=False) if self.present else self


class YearWords:
    """Tests for the text around a year or a word of scope, see `years` in `phrases.yaml`."""

    def __init__(self, phrases: Phrases) -> None:
        words = {name: "|".join(map(re.escape, phrases.fillers[name])) for name in _YEARS_OF}
        self._before = {name: compiled(rf"(?:{words[name]})\Z") for name in ("compared", "until")}
        self._possessed = compiled(rf"度?(?:{words['possessed']}|\d)")
        self._onward = compiled(rf"度?(?:{words['onward']})|[^,。;]{{0,{_FAR}}}(?:{words['lasting']})")
        self._lasting = compiled(words["lasting"])
        self._among = compiled(words["among"])
        self._bare = compiled(rf"(?:^|[,;:。、()\n]|{words['bare']})\Z")
        self._parted = compiled(rf"[,;:。()\n]|{words['parted']}")

    def compared(self, text: str, start: int) -> bool:
        """Whether something is only compared with the year that begins at `start`."""
        return self._before["compared"].search(text, max(0, start - 2), start) is not None

    def until(self, text: str, start: int) -> bool:
        """Whether a time ends with the year that begins at `start`."""
        return self._before["until"].search(text, max(0, start - 2), start) is not None

    def lasting(self, text: str, word: Piece) -> bool:
        """Whether the word says that a time goes on until now."""
        return self._lasting.search(text, word.start, word.end) is not None

    def possessed(self, text: str, end: int) -> bool:
        """Whether the year that ends at `end` belongs to the noun behind it."""
        return self._possessed.match(text, end) is not None

    def onward(self, text: str, end: int) -> bool:
        """Whether a time begins with the year that ends at `end`."""
        return self._onward.match(text, end) is not None

    def among(self, text: str, end: int) -> bool:
        """Whether single units follow the words of scope that end at `end`."""
        return self._among.match(text, end) is not None

    def bare(self, text: str, start: int) -> bool:
        """Whether no unknown word describes the noun that begins at `start`."""
        return self._bare.search(text, max(0, start - 1), start) is not None

    def parted(self, text: str, start: int, end: int) -> bool:
        """Whether two words of scope do not make one name."""
        return end - start > _NEAR or self._parted.search(text, start, end) is not None


class Listener:
    """Follows the words that change the context."""

    def __init__(self, phrases: Phrases, words: YearWords, year: int | None) -> None:
        self.topics = phrases.topics
        self._words = words
        self._weak = phrases.weak_topics
        self._heard = frozenset((*self.topics, *self._weak, *_HEARD))
        self._year = year

    def untimed(self, context: Context) -> bool:
        """Whether a time is spoken of that is no single year, or one that is still to come."""
        if context.time is None:
            return False
        return context.year is None or (self._year is not None and context.year > self._year)

    def hear(self, context: Context, word: Piece, text: str) -> Context:
        """The context after this word."""
        kind = word.kind
        if kind not in self._heard and word.type not in ("YEAR", "DATE"):
            return context
        if word.quiet:
            return context
        if kind in self.topics:
            return context.about(self.topics[kind])
        if kind in self._weak and context.topic is None and self._words.bare(text, word.start):
            return context.about(self._weak[kind])
        if word.type == "YEAR":
            return self._at_year(context, word, text)
        if word.type == "DATE":
            return self._at_date(context, word, text)
        if kind == "scope" and self._words.among(text, word.end):
            return context.at((word.start, word.end), None, context.present)
        if kind == "scope":
            return context.of(self._scope(context, word, text))
        if kind == "self":
            return context.of(None)
        if kind in ("last", "next"):
            if self._words.compared(text, word.start):
                return context
            shift = -1 if kind == "last" else 1
            return context.at((word.start, word.end), self._year and self._year + shift, context.present)
        return self._at_span(context, kind, (word.start, word.end))

    def _scope(self, context: Context, word: Piece, text: str) -> Place:
        """Words of scope that follow each other in one clause are one: 全省税务系统."""
        before = context.scope
        if before is not None and not self._words.parted(text, before[1], word.start):
            return before[0], word.end
        return word.start, word.end

    def _at_span(self, context: Context, kind: str, place: Place) -> Context:
        if kind == "span":
            return context.at(place, None, context.present)
        if kind == "accrued" and not context.present:
            return context.at(place, None, context.present, fleeting=True)
        if kind == "this":
            return context.at(None, None, True)
        if kind == "whole_year":
            return context.at(context.time, context.year, True)
        return context

    def _at_year(self, context: Context, word: Piece, text: str) -> Context:
        printed = text[word.start : word.end].translate(_CHINESE_YEAR)
        years = [int(year) for year in _YEARS.findall(printed)]
        if len(years) != 1 or "学" in printed:
            return context.at((word.start, word.end), None, False)
        if self._words.onward(text, word.end) and years[0] != self._year:
            return context.at((word.start, word.end), None, False)
        return self._in_year(context, years[0], word, text)

    def _in_year(self, context: Context, year: int, word: Piece, text: str) -> Context:
        if self._year is None or year == self._year:
            until = self._words.until(text, word.start)
            return context.at(None, None, not until)
        compared = self._words.compared(text, word.start)
        if compared or self._words.possessed(text, word.end):
            return context
        return context.at((word.start, word.end), year, False)

    def _at_date(self, context: Context, word: Piece, text: str) -> Context:
        printed = text[word.start : word.end]
        year = _YEAR.match(printed)
        if year is not None and self._year is not None and int(year[1]) != self._year:
            return self._in_year(context, int(year[1]), word, text)
        month = _MONTH.search(printed)
        ended = len(printed) > len("12月") or self._words.until(text, word.start)
        whole = month is not None and ((month[1] == "12" and ended) or (month[1] == "1" and month[2] == "1"))
        if whole or (month is not None and month[2] and not self._words.compared(text, word.start)):
            return context
        return context.at((word.start, word.end), None, context.present)


def relate(
    pieces: list[Piece], text: str, year: int | None, deeds: Mapping[str, Collection[str]], words: YearWords
) -> None:
    """Years beside a carrying over are last year or next year: 2022 年转来, 转至 2024 年办理, 转 3 件至 2024 年; some
    nouns are verbs right before others."""
    for before, after in pairwise(pieces):
        if after.kind in deeds.get(before.kind, ()) and before.end == after.start:
            before.kind = "occur"
    for carry, *between, after in zip(pieces, pieces[1:], pieces[2:], pieces[3:], strict=False):
        counted = [one.type for one in between] == ["NUMBER", "UNIT"]
        if carry.kind == "carry" and counted and after.type == "YEAR" and _says(after, text, year, 1):
            after.kind, carry.quiet = "next", True
            after.start -= text[after.start - 1] in "至到"
    _pass_over_compared(pieces, text)
    for before, after in pairwise(piece for piece in pieces if piece.type != "NOT"):
        if after.start - before.end > 2:
            continue
        if before.type == "YEAR" and after.kind == "carry" and _says(before, text, year, -1):
            before.kind = "last"
        elif before.kind == "carry" and after.type == "YEAR" and _says(after, text, year, 1):
            after.kind = "next"
        if before.kind in ("last", "next") and after.kind == "carry":
            before.quiet = True
        elif before.kind == "carry" and after.kind in ("last", "next"):
            after.quiet = True
        lasts = before.type == "YEAR" and after.kind == "span" and words.lasting(text, after)
        if lasts and _says(before, text, year, 0):
            after.quiet = True


def _pass_over_compared(pieces: list[Piece], text: str) -> None:
    """与 2022 年收到 83 件相比: figures between a year and what compares with it are that year's."""
    begin = None
    for piece in pieces:
        if piece.type == "YEAR" or piece.kind == "last":
            begin = piece.end if text[piece.start - 1 : piece.start] in ("与", "和", "同", "跟") else begin
        elif piece.kind == "compare" and begin is not None:
            for one in pieces:
                if begin <= one.start < piece.start and one.type in ("NUMBER", "NUMERAL"):
                    one.type = "NAME"
            begin = None


def _says(piece: Piece, text: str, year: int | None, shift: int) -> bool:
    return year is None or text[piece.start : piece.start + 4] == str(year + shift)
