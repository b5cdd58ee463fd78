"""Text between words: whether it says nothing, joins two words, or is unknown."""

from __future__ import annotations

import re
from collections.abc import Iterable

from linter.patterns import compiled
from linter.reading.claims.phrases import Phrases
from linter.reading.claims.vocabulary import WordChain

_LONGEST = 40


class Fillers:
    """Tests for the text that the lexer leaves out."""

    def __init__(self, phrases: Phrases) -> None:
        words = phrases.fillers
        self._light = WordChain(words["light"])
        self._openings = WordChain((*words["openings"], *words["light"]))
        self._causes = WordChain((*words["plain_causes"], *words["light"], *words["joints"]))
        self._denied = WordChain((*words["plain_causes"], *words["light"], *words["joints"], *words["openings"]))
        self._joints = frozenset(words["joints"])
        self._each = _any(words["each"])
        self._sums = _any(words["sums"])
        self.sums_words = frozenset((*words["sums"], "共"))
        opened, own = _of_kind(phrases, "open"), _of_kind(phrases, "openness")
        self._parted = compiled(rf"[,;(]?(?:{_any([*opened, *_of_kind(phrases, 'each')]).pattern})")
        causes = _any(words["plain_causes"]).pattern
        lead = rf"[,(]?(?:{_any(opened).pattern})[,:]?"
        self._some_own = compiled(rf"{lead}(?:{causes}){{0,2}}?(?:{_any(own).pattern})")
        self._cause = compiled(f"(?<!原)(?:{'|'.join(map(re.escape, words['causes']))})")

    def light(self, text: str) -> bool:
        """Whether the text adds nothing, so that a number after it belongs to the words before it."""
        return not text or (len(text) <= _LONGEST and self._light.spans(text))

    def opening(self, text: str) -> bool:
        """Whether a phrase may begin after this text without being narrowed by it."""
        return not text or (len(text) <= _LONGEST and self._openings.spans(text))

    def plain_cause(self, text: str) -> bool:
        """Whether the text names no narrower cause than the work as such."""
        return not text or (len(text) <= _LONGEST and self._causes.spans(text))

    def deniable(self, text: str) -> bool:
        """Whether a negation reaches over this text."""
        return not text or (len(text) <= _LONGEST and self._denied.spans(text))

    def joint(self, text: str) -> bool:
        """Whether the text makes one phrase of the words around it."""
        return not text or text in self._joints

    def parted(self, text: str, at: int) -> bool:
        """Whether a list of parts begins there."""
        return self._parted.match(text, at) is not None

    def some_own(self, text: str, at: int) -> bool:
        """Whether a part is named there that is about the work itself, so that what it is a part of counts more."""
        return self._some_own.match(text, at) is not None

    def joined(self, text: str) -> bool:
        """The same, where words that say nothing may stand before what joins: 受理数、."""
        return any(text.endswith(one) and self.light(text[: -len(one)]) for one in self._joints)

    def cause(self, text: str) -> int | None:
        """Where a reason begins in the text."""
        found = self._cause.search(text)
        return found.start() if found else None

    def each(self, text: str) -> bool:
        """Whether the text says that a figure holds for each of the nouns before it."""
        return self._each.search(text) is not None and self.light(text)

    def sums(self, text: str) -> bool:
        """Whether the text announces a sum."""
        return self._sums.search(text) is not None


def _any(words: Iterable[str]) -> re.Pattern[str]:
    return compiled("|".join(sorted(map(re.escape, words), key=len, reverse=True)))


def _of_kind(phrases: Phrases, kind: str) -> list[str]:
    return [word for word, its in phrases.words.items() if its == kind]
