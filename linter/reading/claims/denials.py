"""Zeros that are said without a number: 未收到来件, 甲类、乙类均未发生."""

from __future__ import annotations

from collections.abc import Iterator

from linter.reading.claims.fillers import Fillers
from linter.reading.claims.lexer import Piece
from linter.reading.claims.phrases import Denial, Phrases
from linter.record import NamedTuple

_DENYING = ("not", "nil", "zero")


class Zero(NamedTuple):
    """A concept that is said to be zero, and the phrase that says so."""

    concept: str
    start: int
    end: int


class DenialReader:
    """Reads the zeros of a stretch of words that holds no figure."""

    def __init__(self, phrases: Phrases, fillers: Fillers) -> None:
        self._denials = phrases.denials
        self._fillers = fillers
        self._objects = frozenset(kind for denial in phrases.denials for kinds in denial.says for kind in kinds)
        self._limiting = frozenset(kind for denial in phrases.denials for kind in denial.never) - {"carry"}
        self._deeds = phrases.verbs | {"occur"}
        self._reach = self._objects | self._deeds | phrases.transparent - {"partly", "some"}
        self._reach |= {"not", "nil", "carry", "last", "next"}
        self._reach |= phrases.denied

    def read(self, words: list[Piece], text: str, right: int, topic: str | None) -> Iterator[Zero]:
        """The zeros that these words say, up to `right`, while `topic` is spoken of."""
        at = next((index for index, word in enumerate(words) if word.kind in _DENYING), None)
        if at is None or any(word.kind == "doubt" for word in words):
            return
        after = self._reached(words, at, text, right)
        if after is None:
            return
        if any(word.kind in self._objects for word in after):
            after = [*self._time(words, at, text), *self._limits(words, at, text), *after]
            verbs = _verbs([words[at], *after])
            yield from self._zeros(after, words[at], verbs, topic)
        else:
            before = self._subject(words, at, text)
            if before and (not after or all(word.kind in self._deeds for word in after)):
                end = after[-1].end if after else words[at].end
                verbs = {word.kind for word in after} | {"occur"}
                yield from self._zeros(before, words[at], verbs, topic, until=end)

    def _time(self, words: list[Piece], at: int, text: str) -> list[Piece]:
        """The year of which something is denied, where it stands right before: 上年无转来件."""
        before = words[at - 1] if at else None
        near = before is not None and self._fillers.light(text[before.end : words[at].start])
        return [before] if before is not None and near and before.kind in ("last", "next") else []

    def _limits(self, words: list[Piece], at: int, text: str) -> list[Piece]:
        """The nouns right before the negation that limit what is denied: 法人未提出来件."""
        found: list[Piece] = []
        anchor = words[at].start
        for word in reversed(words[:at]):
            between = text[word.end : anchor]
            if word.kind not in self._limiting or not (self._fillers.light(between) or self._fillers.joint(between)):
                break
            found.append(word)
            anchor = word.start
        found.reverse()
        return found

    def _reached(self, words: list[Piece], at: int, text: str, right: int) -> list[Piece] | None:
        """The words that the negation denies, None if there is something unknown among them."""
        anchor = words[at].end
        reached: list[Piece] = []
        for word in words[at + 1 :]:
            if not self._fillers.deniable(text[anchor : word.start]):
                return None
            if word.kind not in self._reach:
                return reached if self._ended(reached, text[anchor : word.start]) else None
            reached.append(word)
            anchor = word.end
        return reached if self._fillers.deniable(text[anchor:right]) else None

    def _ended(self, reached: list[Piece], between: str) -> bool:
        """Whether an unknown word behind stands beside the objects, not among them: …、投诉."""
        return bool(reached) and reached[-1].kind in self._objects and bool(between) and self._fillers.joint(between)

    def _subject(self, words: list[Piece], at: int, text: str) -> list[Piece]:
        """The nouns directly before the negation, joined to each other."""
        subject: list[Piece] = []
        anchor = words[at].start
        for word in reversed(words[:at]):
            between = text[word.end : anchor]
            known = word.kind in self._objects or word.kind in self._deeds or word.kind == "every"
            if not known or not (self._fillers.light(between) or self._fillers.joint(between)):
                break
            subject.append(word)
            anchor = word.start
        subject.reverse()
        while subject and subject[0].kind not in self._objects:
            subject.pop(0)
        return subject

    def _zeros(
        self, words: list[Piece], denying: Piece, verbs: set[str], topic: str | None, until: int | None = None
    ) -> Iterator[Zero]:
        kinds = {word.kind for word in words}
        said: set[str] = set()
        for denial in self._denials:
            last = self._complete(denial, words, kinds, verbs)
            if denial.about and topic not in denial.about:
                continue
            if last is None or denial.concept in said:
                continue
            said.add(denial.concept)
            if until is None:
                yield Zero(denial.concept, min(denying.start, last.start), max(denying.end, last.end))
            else:
                yield Zero(denial.concept, last.start, until)

    def _complete(self, denial: Denial, words: list[Piece], kinds: set[str], verbs: set[str]) -> Piece | None:
        """The last word that the denial needs, if all are there."""
        if denial.never & kinds or (denial.verbs and not denial.verbs & verbs):
            return None
        if not all(needed & kinds for needed in denial.says):
            return None
        needed = frozenset().union(*denial.says)
        return max((word for word in words if word.kind in needed), key=lambda word: word.end)


def _verbs(words: list[Piece]) -> set[str]:
    """What is denied; a zero before a noun denies that there was any."""
    return {"occur" if word.kind == "nil" else word.kind for word in words}
