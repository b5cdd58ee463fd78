"""Decides what a figure claims: a concept of the tables, an item of a list, a share, or nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

from linter.claim import Breakdown
from linter.reading.claims.clauses import Amount
from linter.reading.claims.ledger import Ledger
from linter.reading.claims.lexer import Piece
from linter.reading.claims.listing import Listing
from linter.reading.claims.lists import OpenList
from linter.reading.claims.matching import Match, Statement
from linter.reading.claims.sentences import Group
from linter.reading.claims.state import State, Tools

_WIDEST = 40
# Before a number these make it something else: a difference, the end of a range, one of a series.
_SPOILING = "-－—/~～第每\x1f"
# In a bracket these compare the total with something else: （占历年总量 9800 条的 12.2%）, （年度目标 1000 条）.
_NO_PART = frozenset(("last", "next", "span", "share", "doubt"))

# A total of which only a part is about disclosure counts other causes, too.
_SOME_OWN = re.compile(r"[,(]?(?:其中|包括|包含|含)[,:]?(?:涉及|属于|属|涉|因|有关|关于)?(?:政府|政务)?信息公开")

_PARTED = re.compile(r"[,;(]?(?:其中|包括|包含|含|分别)")


class FigureReader:
    """Reads the figures of one stretch of prose."""

    def __init__(self, tools: Tools, state: State, ledger: Ledger, listing: Listing) -> None:
        self._tools = tools
        self._state = state
        self._ledger = ledger
        self._listing = listing
        # Where the last figure ends that a narrower cause was named for.
        self._narrow_until = -1

    def read(self, statement: Statement, group: Group, following: Group | None) -> None:
        """One figure of a group; `following` is the group behind it in the sentence."""
        amount = statement.amount
        if amount.kind == "blank":
            self._ledger.gap(statement.left, amount.end)
        elif amount.kind == "percent":
            self._share(statement)
        elif amount.value is None or self._spoiled(statement):
            self._pass_over(statement)
        elif not self._each(statement, group):
            match = self._match(statement, group, following)
            self._leave_lists(match, statement, group)
            self._count(match, statement, following)

    def _match(self, statement: Statement, group: Group, following: Group | None) -> Match | None:
        match = self._tools.matcher.match(statement, self._state.context.topic)
        match = match or self._told_later(statement, following)
        if match is None or self._denied(statement, match, group) or self._narrowed(statement, match):
            return None
        if self._by_channel(statement, match) or self._of_documents(statement, match):
            return None
        return None if match.way.plain and _SOME_OWN.match(statement.text, statement.amount.end) else match

    def _by_channel(self, statement: Statement, match: Match) -> bool:
        """收到当面申请 2 件: a way to apply right before the noun makes a figure without parts a part."""
        if self._tools.phrases.families.get(match.way.concept) != "progress":
            return False
        if _PARTED.match(statement.text, statement.amount.end):
            return False
        nouns = {*self._tools.phrases.topics, *self._tools.phrases.weak_topics}
        return any(
            word.kind == "channel" and noun.kind in nouns and noun in match.used and word.end == noun.start
            for word, noun in pairwise(statement.head)
        )

    def _of_documents(self, statement: Statement, match: Match) -> bool:
        """对不予公开的 52 件公文: what is counted are documents, not applications."""
        if self._tools.phrases.families.get(match.way.concept) != "results" or not statement.tail:
            return False
        first = statement.tail[0]
        return first.start == statement.amount.end and first.kind in ("elsewhere", "information")

    def _leave_lists(self, match: Match | None, statement: Statement, group: Group) -> None:
        if self._listing.top is None:
            return
        if not self._listing.takes(match, group) if match else self._listing.loses(statement, group):
            self._listing.end()

    def _count(self, match: Match | None, statement: Statement, following: Group | None) -> None:
        if match is None and self._sum(statement):
            return
        if self._listing.top is not None and (match is None or self._listing.means_item(match)):
            self._item(statement)
            return
        used = match.used if match else ()
        topics = self._tools.phrases.topics
        self._state.hear(*(word for word in statement.head if word not in used or word.kind in topics))
        if match is None:
            self._unmatched(statement)
        elif match.way.concept != self._tools.phrases.total or not self._channelled(statement, match, following):
            self._claim(statement, match)

    def _spoiled(self, statement: Statement) -> bool:
        if any(word.kind in ("change", "compare") for word in [*statement.head, *statement.tail[:1]]):
            return True
        start = statement.amount.number_start
        if any(statement.text.startswith("/", end) for end in (statement.amount.number_end, statement.amount.end)):
            return True
        return start > 0 and statement.text[start - 1] in _SPOILING

    def _pass_over(self, statement: Statement) -> None:
        self._state.hear(*statement.head)
        change = any(word.kind in ("change", "compare") for word in statement.head)
        if statement.amount.kind in ("count", "none") and not change:
            self._state.last = None

    def _denied(self, statement: Statement, match: Match, group: Group) -> bool:
        """Whether the clause denies, supposes, plans or withdraws what it says."""
        begin = min(match.start, group.last.start)
        cause = self._tools.matcher.cause(statement, match.start)
        words = [word for word in statement.head if not cause <= word.start < match.start]
        return any(
            word.start >= begin and (word.type == "NOT" or word.kind in ("doubt", "withdrawn"))
            for word in [*words, *statement.tail[:1]]
        )

    def _narrowed(self, statement: Statement, match: Match) -> bool:
        """Whether a cause is named that is narrower than the work as such."""
        if not match.way.plain:
            return False
        before = statement.text[max(statement.left, match.start - _WIDEST) : match.start]
        at = self._tools.fillers.cause(before)
        if at is None:
            narrowed = self._narrow_until > 0 and statement.text[self._narrow_until : statement.left] == "、"
        else:
            narrowed = not self._tools.fillers.plain_cause(before[at:])
        if narrowed:
            self._narrow_until = statement.amount.end
        return narrowed

    def _told_later(self, statement: Statement, following: Group | None) -> Match | None:
        """尚有 3 件未到期限，转至下年度: what becomes of a figure is said in the next clause."""
        if statement.shared or following is None or following.last.measures or not following.words:
            return None
        if following.after != "COMMA" or following.words[0].kind != "carry":
            return None
        amount = replace(statement.amount, end=following.start)
        end = following.last.end
        later = Statement(amount, [], following.words, statement.left, end, statement.text)
        return self._tools.matcher.match(later, self._state.context.topic)

    def _each(self, statement: Statement, group: Group) -> bool:
        """甲类、乙类均为 0: one figure said of each of several nouns is a claim of each."""
        run = self._tools.matcher.run(statement.head, statement.text)
        if len(run) < 2 or not self._tools.fillers.each(statement.text[run[-1].end : statement.amount.start]):
            return False
        found: list[tuple[Statement, Match]] = []
        topic, topics = self._state.context.topic, self._tools.phrases.topics
        for word in run:
            one = self._said_of(word, run, statement)
            match = self._tools.matcher.match(one, topic)
            if match is None or self._denied(one, match, group) or self._narrowed(one, match):
                return False
            topic = next((topics[told.kind] for told in reversed(one.head) if told.kind in topics), topic)
            found.append((one, match))
        for one, match in found:
            self._state.hear(*one.head)
            self._claim(one, match)
        return True

    def _said_of(self, word: Piece, run: list[Piece], statement: Statement) -> Statement:
        """The statement of one of several nouns. A number is claimed once: for the others it is their phrase."""
        amount = replace(statement.amount, start=word.end)
        if word is not run[-1]:
            amount = replace(amount, number_start=word.start)
        return replace(statement, amount=amount, head=self._tools.matcher.head_of(word, run, statement.head))

    def _claim(self, statement: Statement, match: Match) -> None:
        """Enters a concept of the tables."""
        state = self._state
        if state.untimed:
            state.last = None
            return
        if any(word.kind in self._tools.phrases.verbs for word in match.used):
            state.name_organ(self._tools.organs, statement.left, match.start)
        index = self._enter(match.way.concept, statement, match.start, match.end)
        self._ledger.explain(index, (word.kind for word in match.used), self._cause(statement, match))
        topics = self._tools.phrases.topics
        state.said.update((topics[word.kind], None) for word in match.used if word.kind in topics)
        if match.way.about and not match.way.exactly:
            state.speak_of(match.way.about)

    def _enter(self, concept: str, statement: Statement, start: int, end: int) -> int:
        state = self._state
        limits = self._ledger.limits(state.context, state.organ, statement.head)
        index = self._ledger.figure(
            concept, statement.amount, (start, end), limits, state.context.year, self._listing.parent
        )
        state.last = index
        if self._listing.top is None:
            state.top = index
        else:
            rest = any(word.kind == "rest" for word in statement.head[:1])
            self._listing.enter(index, [*statement.head, *statement.tail], rest)
        return index

    def _cause(self, statement: Statement, match: Match) -> str | None:
        """The reason given for a result, from its first word to the phrase."""
        if match.way.plain or match.way.concept not in self._tools.phrases.families:
            return None
        last = match.used[-1]
        if last.start > statement.amount.end:
            before = statement.text[statement.amount.end : last.start]
        else:
            before = statement.text[statement.left : match.start]
        at = self._tools.fillers.cause(before)
        if at is not None and not self._tools.fillers.plain_cause(before[at:]):
            return before[at:]
        reasons = (word.start for word in statement.head if word.kind == "reason")
        start = min(reasons, default=match.start)
        return statement.text[start : match.start] or None

    def _item(self, statement: Statement) -> None:
        """Enters an item of the innermost list, unless it is counted in something else than the total."""
        top, amount = self._listing.top, statement.amount
        if top is None or amount.kind not in ("count", "none", "money"):
            return
        if top.total is None:
            self._state.held.append(statement)
            return
        if top.bracket and any(word.type == "YEAR" or word.kind in _NO_PART for word in statement.head):
            top.void = True
            self._state.last = None
            return
        if not self._same_unit(amount, top):
            top.open_ended = True
            self._state.last = None
            return
        labelled = statement.left < amount.start
        start, end = (statement.left, amount.end) if labelled else (amount.start, statement.right)
        if not labelled and end <= amount.end:
            self._state.last = None
            return
        self._enter(self._tools.phrases.item, statement, start, end)

    def _same_unit(self, amount: Amount, top: OpenList) -> bool:
        """Whether an item is counted in what its total is counted in; all money is."""
        money = self._tools.phrases.base_money
        if amount.kind == "money" or top.unit == money:
            return amount.kind == "money" and top.unit == money
        return amount.unit is None or top.unit is None or amount.unit == top.unit

    def _sum(self, statement: Statement) -> bool:
        """网站 92 条，微信 66 条，合计 158 条: a total that stands behind its items."""
        held, amount = list(self._state.held), statement.amount
        lead = statement.text[statement.left : amount.start]
        if len(held) < 2 or statement.head or not self._tools.fillers.sums(lead):
            return False
        told = self._tools.matcher.total_kinds & {word.kind for one in held for word in one.head}
        if not told or any(one.amount.unit != amount.unit or one.left >= one.amount.start for one in held):
            return False
        self._listing.end()
        phrases = self._tools.phrases
        items = [self._enter(phrases.item, one, one.left, one.amount.end) for one in held]
        total = self._enter(phrases.total, statement, statement.left, amount.end)
        for item in items:
            self._ledger.adopt(item, total)
        channels = sum(_channel(one.head) for one in held) * 2 > len(held)
        self._ledger.breakdowns.append(Breakdown(total, tuple(items), channels=channels, summed=True))
        self._state.held.clear()
        return True

    def _channelled(self, statement: Statement, match: Match, following: Group | None) -> bool:
        """What went out on each of several channels is an item of the total before; on one alone it is no total."""
        if not _channel(statement.head):
            return False
        after = following.after if following is not None else ""
        if following is None or not _channel(following.words):
            if match.way.firm or after in ("LIST", "COLON", "OPEN"):
                return False
            self._unmatched(statement)
            return True
        if after in ("LIST", "EACH"):
            return False
        self._state.last = self._state.top
        self._listing.open()
        self._item(statement)
        return True

    def _unmatched(self, statement: Statement) -> None:
        """A figure of something unknown: what is answered or received next may be that, too."""
        if statement.amount.kind == "other":
            return
        self._state.last = None
        self._state.held.append(statement)
        if self._counts_class(statement) or self._has_object(statement):
            self._state.speak_of("elsewhere")

    def _counts_class(self, statement: Statement) -> bool:
        """Whether the figure directly follows a noun that then means a class of documents."""
        last = statement.head[-1] if statement.head else None
        if last is None or last.kind not in self._tools.phrases.ambiguous:
            return False
        return self._tools.fillers.light(statement.text[last.end : statement.amount.start])

    def _has_object(self, statement: Statement) -> bool:
        """Whether a verb is said of something unknown."""
        verbs = [word for word in statement.head if word.kind in self._tools.phrases.verbs]
        if not verbs:
            return False
        light = self._tools.fillers.light
        rest = statement.text[statement.amount.end : statement.right]
        named = statement.text[verbs[-1].end : statement.amount.start]
        return not (light(named) and (statement.shared or light(rest)))

    def _share(self, statement: Statement) -> None:
        kinds = [word.kind for word in statement.head]
        kind = "change" if "change" in kinds else "share" if "share" in kinds else "rate"
        claim = self._part(statement) if kind == "share" else self._state.last if kind == "change" else None
        base = self._base(statement, claim) if claim is not None and kind == "share" else None
        self._ledger.share(statement.amount, kind, claim, base)

    def _part(self, statement: Statement) -> int | None:
        """The figure that a share is said of: the last one, unless the words before 占 name another thing."""
        at = next(index for index, word in enumerate(statement.head) if word.kind == "share")
        subject = [word for word in statement.head[:at] if word.kind not in self._tools.phrases.transparent]
        if subject:
            return self._ledger.told_in({word.kind for word in subject}, but=None)
        lead = statement.text[statement.left : statement.head[at].start]
        return self._state.last if self._tools.fillers.opening(lead) else None

    def _base(self, statement: Statement, claim: int) -> int | None:
        """The whole that a share is of: what the words behind 占 name, else the total of the list."""
        at = max(index for index, word in enumerate(statement.head) if word.kind == "share")
        named = {word.kind for word in statement.head[at + 1 :]}
        return self._ledger.told_in(named, but=claim) if named else self._ledger.claims[claim].parent


def _channel(words: Iterable[Piece]) -> bool:
    return any(word.kind == "channel" for word in words)
