"""Organs named as the subject of a figure: what another organ received is not what this report counts."""

from __future__ import annotations

from linter.agency import abbreviates
from linter.patterns import compiled
from linter.reading.claims.context import Place
from linter.reading.claims.phrases import Phrases
from linter.reading.claims.vocabulary import WordChain

_LONGEST = 16
_YEAR = compiled(r"\d{4}年度?")


class Organs:
    """Finds the organ right before a phrase, see `organs` in `phrases.yaml`."""

    def __init__(self, phrases: Phrases) -> None:
        words = phrases.fillers
        self._endings = words["endings"]
        self._light = WordChain((*words["light"], *words["openings"]))
        self._never = words["never_subjects"]
        self._suffixes = words["suffixes"]

    def subject(self, text: str, left: int, start: int) -> Place | None:
        """The organ that the clause from `left` says to be the subject of the phrase at `start`."""
        left = max(left, start - 2 * _LONGEST)
        for end in range(start, left + 1, -1):
            if text.endswith(self._endings, left, end) and self._light.spans(_YEAR.sub("", text[end:start])):
                return self._name(text, left, end)
        return None

    def _name(self, text: str, left: int, end: int) -> Place | None:
        """The name that ends there; two characters at least: 本局, 全县 and the like are no names."""
        begin = end
        while begin > max(left, end - _LONGEST) and "\u4e00" <= text[begin - 1] <= "\u9fff":
            begin -= 1
        begin = self._light.reach(text, begin, end)
        name = text[begin:end]
        return None if len(name) < 2 or any(word in name for word in self._never) else (begin, end)

    def own(self, name: str, agency: str | None) -> bool:
        """Whether the name is that of the report's own agency; where that is not known, nobody can say it is not."""
        return agency is None or abbreviates(name, agency, self._suffixes)
