"""Follows a stretch of prose sentence by sentence and enters what it claims in a ledger."""

from __future__ import annotations

from linter.reading.claims.clauses import Amount, clauses
from linter.reading.claims.context import Listener, relate
from linter.reading.claims.figures import FigureReader
from linter.reading.claims.folding import Folded
from linter.reading.claims.ledger import Counted, Ledger
from linter.reading.claims.lexer import Piece
from linter.reading.claims.listing import Listing
from linter.reading.claims.sentences import Group, follow, groups
from linter.reading.claims.sharing import Sharing
from linter.reading.claims.state import State, Tools
from linter.reading.claims.statement import Statement
from linter.record import NamedTuple

_NEW_SENTENCE = frozenset(("STOP", "LINE", "HEAD"))
_TELLING = frozenset(("NUMBER", "NUMERAL", "PERCENT", "BLANK", "NOT"))
_ENDING = frozenset(("COMMA", "DUN", "SEMI", "STOP", "LINE", "CLOSE", "LIST"))
_LONGEST_GAP = 4
_ALL = Counted((), None)


class About(NamedTuple):
    """Whose prose it is, and of which year."""

    year: int | None
    agency: str | None


class Prose:
    """The reader of one stretch of prose."""

    def __init__(self, tools: Tools, about: About, folded: Folded, ledger: Ledger) -> None:
        self._tools = tools
        self._year = about.year
        self._folded = folded
        self._text = folded.text
        self._ledger = ledger
        ledger.folded = folded
        self._state = State(Listener(tools.phrases, tools.years, about.year), folded.text, about.agency)
        self._listing = Listing(tools, self._state, ledger)
        self._figures = FigureReader(tools, self._state, ledger, self._listing)
        self._sharing = Sharing(tools, self._state, self._listing, self._figures)

    def read(self, sentence: list[Piece], start: int, end: int) -> None:
        """One sentence from its tokens, the mark before it among them."""
        telling = self._tools.phrases.telling
        if any(piece.type in _TELLING or piece.kind in telling for piece in sentence):
            self._sentence(sentence, start, end)
        else:
            self._mark(sentence[0])
            self._state.hear(*sentence)
            self._stray(sentence[0].end, end)
        self._find_gaps(sentence, end)

    def skip(self, heading: bool) -> None:
        """A long sentence without a figure: nobody knows what is spoken of behind it."""
        self._new_sentence(heading)
        self._state.speak_of(None)

    def end(self) -> None:
        self._listing.end_all()

    def _sentence(self, sentence: list[Piece], start: int, end: int) -> None:
        relate(sentence, self._text, self._year, self._tools.phrases.deeds, self._tools.years)
        first = len(self._ledger.claims)
        found = list(groups(clauses(sentence, self._text, start, end), self._tools.phrases.verbs))
        self._foretell(sentence)
        at = 0
        while at < len(found):
            taken = self._sharing.respectively(found, at)
            if not taken:
                group = found[at]
                following = found[at + 1] if at + 1 < len(found) else None
                if self._in_bracket(group, following):
                    group = follow(self._state.pending or group, group)
                elif group.mark is not None:
                    self._mark(group.mark)
                self._group(group, following)
            at += taken or 1
        self._ledger.contrast(first, self._tools.fillers)

    def _in_bracket(self, group: Group, following: Group | None) -> bool:
        """Whether a bracket holds just the figure of the noun before it: 甲类来件（5 件）."""
        if group.after != "OPEN" or group.words or self._state.pending is None or self._state.after_figure:
            return False
        measures = group.last.measures
        closed = following is not None and following.after == "CLOSE"
        return closed and len(measures) == 1 and measures[0].amount.start == group.last.start

    def _foretell(self, sentence: list[Piece]) -> None:
        """What a sentence is about may show only at its end."""
        if self._state.context.topic is None:
            topics = (self._tools.phrases.foretold.get(piece.kind) for piece in sentence)
            self._state.speak_of(next(filter(None, topics), None))

    def _mark(self, mark: Piece) -> None:
        if mark.type in _NEW_SENTENCE:
            self._new_sentence(mark.type == "HEAD")
        elif mark.type == "OPEN":
            self._listing.open_bracket()
        elif mark.type == "CLOSE":
            self._listing.close_bracket()
        elif mark.type in ("LIST", "EACH"):
            self._listing.open(closed=mark.type == "EACH")
        elif mark.type == "ASIDE":
            self._listing.end()
        elif mark.type == "ITEM":
            self._listing.number(self._text[mark.start : mark.end])
        elif self._state.after_figure and mark.type == "COLON":
            self._listing.open()
        elif self._state.after_figure and mark.type in ("COMMA", "DUN", "SEMI"):
            self._listing.separate(mark.type)

    def _new_sentence(self, heading: bool) -> None:
        if heading:
            self._listing.end_all()
        self._listing.rest()
        self._state.begin_sentence(heading)

    def _group(self, group: Group, following: Group | None) -> None:
        if self._state.pending is not None and self._joins(self._state.pending, group):
            group = follow(self._state.pending, group)
        if group.last.measures:
            self._with_figures(group, following)
        else:
            self._without_figure(group)

    def _with_figures(self, group: Group, following: Group | None) -> None:
        measures = group.last.measures
        own, left = self._partly(group), group.start
        for at, measure in enumerate(measures):
            shared = at + 1 < len(measures)
            right = measures[at + 1].amount.start if shared else group.last.end
            statement = Statement(measure.amount, own, measure.tail, left, right, self._text, shared)
            self._figures.read(statement, group, following)
            own, left = measure.tail, measure.amount.end
        top = self._listing.top
        if any(word.kind == "every" for word in own):
            self._every(own, group)
        if top is None:
            self._state.hear(*own)
        elif any(word.kind == "going_on" for word in own):
            top.open_ended = True
        self._state.pending = None
        self._state.after_figure = self._state.counted = True

    def _partly(self, group: Group) -> list[Piece]:
        """An enumeration goes on with the part of the cases that it began with: 备案甲类 9 件、乙类 7 件."""
        words = group.words
        told = any(word.kind in self._tools.phrases.verbs for word in words)
        if self._listing.top is None and (group.after == "DUN" or (group.after == "COMMA" and not told)):
            words = [*self._state.part, *words]
        self._state.part = [Piece(word.type, "partly", word.start, word.end) for word in words if self._of_all(word)]
        return words

    def _of_all(self, word: Piece) -> bool:
        """Whether a word describes all nouns of an enumeration, and not the first alone."""
        described = self._text.startswith("的", word.end) and word.kind in self._tools.phrases.outcomes
        return word.kind == "partly" or described

    def _joins(self, pending: Group, group: Group) -> bool:
        """Whether the words before the mark also belong to what follows: 某类来件，共 12 件."""
        wholes = self._tools.phrases.wholes
        if group.after not in ("COMMA", "COLON", "CLOSE"):
            return False
        if any(word.type == "NOT" or word.kind in ("zero", "doubt") or word.kind in wholes for word in pending.words):
            return False
        if group.after == "CLOSE":
            return True
        words = group.words
        if words and words[0].kind not in ("not", "zero") and words[0].kind not in wholes:
            return False
        if not words and not group.last.measures:
            return False
        end = words[0].start if words else group.last.measures[0].amount.start
        return self._tools.fillers.light(self._text[group.start : end])

    def _without_figure(self, group: Group) -> None:
        words, state = group.words, self._state
        kinds = {word.kind for word in words}
        state.hear(*words)
        if kinds & self._tools.phrases.wholes.keys():
            self._whole(words)
        elif "every" in kinds:
            self._every(words, group)
        elif kinds & {"not", "nil", "zero"}:
            topic = state.context.topic
            for zero in self._tools.denials.read(words, self._text, group.last.end, topic):
                state.name_organ(self._tools.organs, group.start, zero.start)
                self._zero(zero.concept, zero.start, zero.end, words)
        filled = group.start < group.last.end
        if words or filled:
            state.pending = group
        self._stray(group.start, group.last.end)
        state.after_figure = state.after_figure and not filled

    def _stray(self, start: int, end: int) -> None:
        """What stands there without a figure may be what the next ones are of."""
        if not self._tools.fillers.opening(self._text[start:end].strip(":,;")):
            self._state.change_subject()

    def _zero(self, concept: str, start: int, end: int, words: list[Piece], of: Counted = _ALL) -> None:
        context = self._state.context
        if not self._state.untimed:
            limits = self._ledger.limits(context, self._state.organ, words)
            self._ledger.zero(concept, start, end, (*limits, *of.limits), of.year or context.year)

    def _whole(self, words: list[Piece]) -> None:
        """全部维持: what is said of all cases makes the other results zero."""
        phrases, state = self._tools.phrases, self._state
        if any(word.kind == "rest" for word in words):
            return
        of = self._ledger.counted(state.last)
        if of is None:
            return
        named = dict.fromkeys(phrases.topics[word.kind] for word in words if word.kind in phrases.topics)
        topics: list[str | None] = [*(named or state.said)] or [state.context.topic]
        for word in words:
            for leaf in phrases.wholes.get(word.kind, ()):
                concepts = (self._tools.matcher.leaf(leaf, topic) for topic in topics)
                for concept in filter(None, concepts):
                    self._zero(concept, word.start, word.end, words, of)
        state.said.clear()

    def _every(self, words: list[Piece], group: Group) -> None:
        """均为个人来件: the whole total is of one kind."""
        total = self._state.last
        if total is None or self._ledger.claims[total].parent is not None:
            return
        at = max(index for index, word in enumerate(words) if word.kind == "every")
        word = words[at]
        amount = Amount("count", word.end, word.end, word.start, word.end)
        statement = Statement(amount, [], words[at + 1 :], group.start, group.last.end, self._text)
        match = self._tools.matcher.match(statement, self._state.context.topic)
        if match is not None and match.way.concept != self._ledger.claims[total].concept:
            self._ledger.same(match.way.concept, total, word.start, match.end)

    def _find_gaps(self, sentence: list[Piece], end: int) -> None:
        """Units without their numbers at the end of a clause: 公开信息 条."""
        for word, following in zip(sentence, [*sentence[1:], None], strict=True):
            until = following.start if following else end
            if word.type != "WORD" or not 0 < until - word.end <= _LONGEST_GAP:
                continue
            if following is None or following.type in _ENDING:
                self._find_gap(word, until)

    def _find_gap(self, word: Piece, until: int) -> None:
        """A bare unit is a gap when white space stands for its number, or 共 announces one."""
        for place in range(word.end, until):
            unit = self._tools.units.at(self._text, place)
            if unit is None or unit[0] != "count" or unit[1] != until:
                continue
            blank = place == word.end and self._folded.blank_before(place)
            if blank or self._text[word.end : place] in self._tools.fillers.sums_words:
                self._ledger.gap(word.start, until)
            return
