"""Finds the concept that a figure is said of: the words beside it, against the ways to say each concept."""

from __future__ import annotations

from itertools import pairwise

from linter.patterns import compiled
from linter.reading.claims.fillers import Fillers
from linter.reading.claims.lexer import Piece
from linter.reading.claims.phrases import Element, Phrases, Way
from linter.reading.claims.statement import Match, Statement

# The particle that makes what is before it describe what is behind it.
_OF = "的"
# What stands in a bracket between a noun and its figure.
_BRACKET = compiled(r"\([^()]{0,60}\)")
_WIDEST = 40
_NARROW = 6
_MOST_KNOWN = 2000


class Matcher:
    """Tries the ways of a vocabulary on a statement."""

    def __init__(self, phrases: Phrases, fillers: Fillers) -> None:
        self._fillers = fillers
        self._transparent = phrases.transparent
        self._passed = phrases.passed
        self._verbs = phrases.verbs
        self._topics = phrases.topics
        self.total_kinds = frozenset(
            kind
            for way in phrases.ways
            if way.concept == phrases.total
            for element in way.says
            for kind in element.kinds
        )
        # Nouns that a figure may be of alone, with what it then counts.
        self._alone_in: dict[str, set[str]] = {}
        for way in phrases.ways:
            needed = [element for element in way.says if not element.optional]
            if len(needed) == 1:
                for kind in needed[0].kinds - phrases.verbs:
                    self._alone_in.setdefault(kind, set()).add(way.concept)
        self._known: dict[frozenset[str], list[Way]] = {}
        self._by_kind: dict[str, list[tuple[int, Way]]] = {}
        for order, way in enumerate(phrases.ways):
            for kind in {kind for element in way.says for kind in element.kinds}:
                self._by_kind.setdefault(kind, []).append((order, way))

    def leaf(self, kind: str, topic: str | None) -> str | None:
        """The concept that this class of words names while this is spoken of."""
        for _, way in self._by_kind.get(kind, ()):
            if way.about == topic:
                return way.concept
        return None

    def match(self, statement: Statement, topic: str | None) -> Match | None:
        """The first way that fits. The words before the figure come first, then those around it, then those after."""
        head = self._ways(statement.head)
        for way in head:
            if found := self._before(way, statement, topic):
                return found
        if not statement.tail:
            return None
        both = self._ways([*statement.head, *statement.tail])
        for way in both:
            if found := self._around(way, statement, topic):
                return found
        return None

    def shared(self, match: Match, statement: Statement) -> bool:
        """Whether the figure is one of several nouns together: 甲类、乙类共 35 件."""
        words = statement.head if statement.shared else [*statement.head, *statement.tail]
        words = [word for word in words if word in match.used or word.kind not in self._transparent]
        for before, after in pairwise(words):
            if (before in match.used) == (after in match.used) or not self._differ(before.kind, after.kind):
                continue
            between = statement.text[before.end : after.start]
            if between and "," not in between and self._fillers.joined(between):
                return True
        return False

    def _differ(self, kind: str, other: str) -> bool:
        """Whether figures of two nouns count two things."""
        one, two = self._alone_in.get(kind), self._alone_in.get(other)
        return one is not None and two is not None and one.isdisjoint(two)

    def _ways(self, words: list[Piece]) -> list[Way]:
        """The ways that any of these words may be part of, first things first."""
        kinds = frozenset(word.kind for word in words)
        known = self._known.get(kinds)
        if known is None:
            found = {entry for kind in kinds for entry in self._by_kind.get(kind, ())}
            known = [way for _, way in sorted(found, key=lambda entry: entry[0])]
            if len(self._known) < _MOST_KNOWN:
                self._known[kinds] = known
        return known

    def _before(self, way: Way, statement: Statement, topic: str | None) -> Match | None:
        amount = statement.amount
        used = self._leftward(way.says, statement.head, amount.start, statement, way.tight)
        around = statement.head if statement.shared else [*statement.head, *statement.tail]
        if used is None or not self._allowed(way, statement, topic, used, around):
            return None
        if statement.text.startswith(_OF, amount.end):
            return None
        if way.about is not None and not self._clear_after(statement, way.about):
            return None
        return Match(way, self._start(used[0], statement), amount.end, tuple(used))

    def _around(self, way: Way, statement: Statement, topic: str | None) -> Match | None:
        amount = statement.amount
        for cut in range(len(way.says) - 1, -1, -1):
            before: list[Piece] | None = []
            if cut:
                before = self._leftward(way.says[:cut], statement.head, amount.start, statement, way.tight)
            if before is None or (cut and not before):
                continue
            after = self._rightward(way.says[cut:], statement)
            if not after or statement.amount.kind == "none":
                continue
            used = [*before, *after]
            if self._allowed(way, statement, topic, used, [*statement.head, *statement.tail]):
                start = self._start(before[0], statement) if before else amount.start
                return Match(way, start, after[-1].end, tuple(used))
        return None

    def _start(self, first: Piece, statement: Statement) -> int:
        """Where the phrase begins: with the first of the verbs that are joined to its own."""
        at = statement.head.index(first)
        while at and self._passes(statement.head, at, statement) and first.kind in self._verbs:
            at, first = at - 1, statement.head[at - 1]
        return first.start

    def _leftward(
        self, says: tuple[Element, ...], words: list[Piece], anchor: int, statement: Statement, tight: bool
    ) -> list[Piece] | None:
        """The words before `anchor` that say it, in order; None when they do not."""
        used: list[Piece] = []
        at = len(words) - 1
        nearest = True
        for element in reversed(says):
            while at >= 0 and words[at].kind not in element.kinds and self._passes(words, at, statement):
                anchor, at = words[at].start, at - 1
            if at >= 0 and words[at].kind in element.kinds:
                between = statement.text[words[at].end : anchor]
                if not self._near(between, nearest or tight):
                    return None
                used.append(words[at])
                anchor, at, nearest = words[at].start, at - 1, False
            elif not element.optional:
                return None
        used.reverse()
        return None if not used or self._in_name(used[0], says[0], words, statement) else used

    def _in_name(self, verb: Piece, element: Element, words: list[Piece], statement: Statement) -> bool:
        """受理甲类登记申请: whether a verb is part of a name behind a like verb."""
        at = words.index(verb)
        if at == 0 or verb.kind not in self._verbs or words[at - 1].kind not in self._verbs & element.kinds:
            return False
        between = statement.text[words[at - 1].end : verb.start]
        return not (self._fillers.light(between) or self._fillers.joint(between))

    def _passes(self, words: list[Piece], at: int, statement: Statement) -> bool:
        """Whether the search goes on left of this word: it changes nothing, or is one of two joined verbs."""
        if words[at].kind in self._transparent:
            return True
        if at == 0 or words[at].kind not in self._verbs or words[at - 1].kind not in self._verbs:
            return False
        return self._fillers.joint(statement.text[words[at - 1].end : words[at].start])

    def _near(self, between: str, strict: bool) -> bool:
        if "(" in between:
            between = _BRACKET.sub("", between)
        if strict:
            return self._fillers.light(between) or self._fillers.joint(between)
        return len(between) <= _WIDEST

    def _rightward(self, says: tuple[Element, ...], statement: Statement) -> list[Piece] | None:
        """The words after the figure that say it."""
        words = statement.tail
        used = self._behind_reason(says, statement)
        if used is not None:
            return used
        used = []
        anchor = statement.amount.end
        at = 0
        for element in says:
            while at < len(words) and words[at].kind not in element.kinds and self._skips(words[at], says, used):
                at += 1
            if at < len(words) and words[at].kind in element.kinds:
                between = statement.text[anchor : words[at].start]
                if not used and at:
                    between = statement.text[words[at - 1].end : words[at].start]
                if not self._follows(between, says, used):
                    return None
                used.append(words[at])
                anchor, at = words[at].end, at + 1
            elif not element.optional:
                return None
        return used

    def _skips(self, word: Piece, says: tuple[Element, ...], used: list[Piece]) -> bool:
        """Whether the search for a phrase behind the figure goes on right of this word."""
        if word.kind in self._transparent or (not used and word.kind in self._passed):
            return True
        return not used and _specific(says) and word.type != "NOT" and word.kind != "elsewhere"

    def _behind_reason(self, says: tuple[Element, ...], statement: Statement) -> list[Piece] | None:
        """1 件因不属于本机关无法提供: behind a reason only the last word says what became of it."""
        last = statement.tail[-1]
        needed = [element for element in says if not element.optional]
        if len(needed) != 1 or last.kind not in needed[0].kinds or statement.shared:
            return None
        if self._fillers.cause(statement.text[statement.amount.end : last.start]) != 0:
            return None
        return [last] if self._fillers.light(statement.text[last.end : statement.right]) else None

    def _follows(self, between: str, says: tuple[Element, ...], used: list[Piece]) -> bool:
        if self._fillers.light(between) or (used and len(between) <= _NARROW):
            return True
        return self._modifier(between, long_enough=not used and _specific(says))

    def _modifier(self, between: str, long_enough: bool) -> bool:
        """Whether the text only describes the noun behind it, without saying what it is about."""
        if long_enough and len(between) <= _WIDEST:
            return True
        return between.endswith(_OF) and len(between) <= _WIDEST and self._fillers.cause(between) is None

    def _allowed(
        self, way: Way, statement: Statement, topic: str | None, used: list[Piece], around: list[Piece]
    ) -> bool:
        if way.about is not None:
            spoken = self._topic(statement, topic, used)
            if spoken != way.about and (way.exactly or spoken is not None):
                return False
        if not self._fits_unit(way, statement):
            return False
        if way.never and any(word.kind in way.never for word in around if word not in used):
            return False
        return not (way.alone and not self._alone(statement, used[0], used))

    def _topic(self, statement: Statement, topic: str | None, used: list[Piece]) -> str | None:
        last = used[-1].start
        cause = self.cause(statement, last)
        for word in statement.head:
            if word.start <= last and word.kind in self._topics and not cause <= word.start < used[0].start:
                topic = self._topics[word.kind]
        return topic

    def cause(self, statement: Statement, end: int) -> int:
        """Where a reason begins that is given before `end`; `end` if none is."""
        at = self._fillers.cause(statement.text[statement.left : end])
        return end if at is None else statement.left + at

    def _fits_unit(self, way: Way, statement: Statement) -> bool:
        kind = statement.amount.kind
        if kind == "none":
            rest = statement.text[statement.amount.end : statement.amount.end + 1]
            return way.units == "count" and (not rest or rest in ",;:。、()\n" or bool(statement.tail))
        return kind == way.units

    def _alone(self, statement: Statement, first: Piece, used: list[Piece]) -> bool:
        before = [word for word in statement.head if word.start < first.start]
        if any(word.kind not in self._transparent and word.type == "WORD" for word in before if word not in used):
            return False
        left = max((word.end for word in before), default=statement.left)
        return self._fillers.opening(statement.text[left : first.start])

    def _clear_after(self, statement: Statement, topic: str) -> bool:
        """Whether nothing behind the figure says what else it may count: 维持 2 件乙类案件."""
        amount = statement.amount
        if statement.shared:
            return True
        end = statement.tail[0].start if statement.tail else statement.right
        if statement.tail and end == amount.end and self._topics.get(statement.tail[0].kind, topic) != topic:
            return False
        return self._fillers.light(statement.text[amount.end : end])


def _specific(says: tuple[Element, ...]) -> bool:
    """Whether a phrase is so much its own that it may stand apart from its figure."""
    return sum(not element.optional for element in says) > 1
