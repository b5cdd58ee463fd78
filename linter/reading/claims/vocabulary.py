"""Words by their beginnings, so that a text is searched for thousands of them at once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping


class Vocabulary:
    """Finds the longest word of a vocabulary at a place in the text."""

    def __init__(self, words: Mapping[str, str]) -> None:
        self.words = words
        lengths: dict[str, set[int]] = {}
        for word in words:
            lengths.setdefault(word[:2], set()).add(len(word))
        # By the first two characters, so that most places are dismissed by one look.
        same: dict[tuple[int, ...], tuple[int, ...]] = {}  # few differ: what is kept stays small
        longest_first = ((head, tuple(sorted(found, reverse=True))) for head, found in lengths.items())
        self._lengths = {head: same.setdefault(found, found) for head, found in longest_first}

    def pattern(self) -> str:
        """A pattern for every place where a word may begin, and some more."""
        singles = "".join(map(re.escape, sorted(word for word in self.words if len(word) == 1)))
        firsts = "".join(map(re.escape, sorted({word[0] for word in self.words if len(word) > 1})))
        seconds = "".join(map(re.escape, sorted({word[1] for word in self.words if len(word) > 1})))
        return f"[{singles}]|[{firsts}](?=[{seconds}])"

    def at(self, text: str, position: int) -> tuple[str, int] | None:
        """The class of the word that stands there, and where it ends."""
        head = text[position : position + 2]
        words = self.words
        for length in self._lengths.get(head, ()):
            kind = words.get(text[position : position + length])
            if kind is not None:
                return kind, min(position + length, len(text))
        kind = words.get(head[:1])
        return None if kind is None else (kind, position + 1)


class WordChain:
    """Tells how far a text is nothing but words of a list, the longest at each place."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = Vocabulary(dict.fromkeys(words, ""))

    def reach(self, text: str, start: int, end: int) -> int:
        """Where the words end that stand one after another from `start` on."""
        while start < end:
            found = self._words.at(text, start)
            if found is None or found[1] > end:
                return start
            start = found[1]
        return start

    def spans(self, text: str) -> bool:
        """Whether the whole text is such words."""
        return self.reach(text, 0, len(text)) == len(text)
