"""Organs named as the subject of a figure: what another organ received is not what this report counts."""

from __future__ import annotations

import re

from linter.agency import abbreviates
from linter.reading.claims.context import Place
from linter.reading.claims.phrases import Phrases

_LONGEST = 16


class Organs:
    """Finds the organ right before a phrase, see `organs` in `phrases.yaml`."""

    def __init__(self, phrases: Phrases) -> None:
        words = phrases.fillers
        light = _any((*words["light"], *words["openings"]))
        # A name has two characters before its ending at least: 本局, 全县 and the like are no names.
        self._name = re.compile(
            rf"[\u4e00-\u9fff]{{1,{_LONGEST}}}(?:{_any(words['endings'])})(?=(?:{light}|\d{{4}}年度?)*+\Z)"
        )
        self._lead = re.compile(rf"(?:{light})+")
        self._never = re.compile(_any(words["never_subjects"]))
        self._suffixes = words["suffixes"]

    def subject(self, text: str, left: int, start: int) -> Place | None:
        """The organ that the clause from `left` says to be the subject of the phrase at `start`."""
        found = self._name.search(text, max(left, start - 2 * _LONGEST), start)
        if found is None:
            return None
        lead = self._lead.match(text, found.start(), found.end())
        begin = lead.end() if lead else found.start()
        if found.end() - begin < 2 or self._never.search(text, begin, found.end()):
            return None
        return begin, found.end()

    def own(self, name: str, agency: str | None) -> bool:
        """Whether the name is that of the report's own agency; where that is not known, nobody can say it is not."""
        return agency is None or abbreviates(name, agency, self._suffixes)


def _any(words: tuple[str, ...]) -> str:
    return "|".join(map(re.escape, sorted(set(words), key=len, reverse=True)))
