"""The claims of a report: its prose, stretch by stretch, into a narrative."""

from __future__ import annotations

import re
from collections.abc import Sequence

from linter.claim import Narrative
from linter.patterns import compiled
from linter.reading.claims.context import YearWords
from linter.reading.claims.denials import DenialReader
from linter.reading.claims.fillers import Fillers
from linter.reading.claims.folding import Folded, fold
from linter.reading.claims.ledger import Ledger
from linter.reading.claims.lexer import ClaimLexer
from linter.reading.claims.matching import Matcher
from linter.reading.claims.organs import Organs
from linter.reading.claims.phrases import Phrases
from linter.reading.claims.prose import About, Prose
from linter.reading.claims.sentences import sentences
from linter.reading.claims.state import Tools
from linter.reading.claims.vocabulary import Vocabulary

# A sentence as short as this may be a heading, which says what is spoken of.
_HEADING = 40


class ClaimReader:
    """Reads claims with the words of one report family; made once, it serves any number of reports."""

    def __init__(self, phrases: Phrases) -> None:
        fillers = Fillers(phrases)
        matcher, denials = Matcher(phrases, fillers), DenialReader(phrases, fillers)
        self._lexer = ClaimLexer(phrases)
        units, years = Vocabulary(phrases.units), YearWords(phrases)
        self._tools = Tools(phrases, fillers, matcher, denials, units, years, Organs(phrases))
        self._telling = compiled(_telling(phrases))

    def read(
        self, text: str, spans: Sequence[tuple[int, int]], year: int | None, agency: str | None = None
    ) -> Narrative:
        """What the prose in `spans` (half-open offsets of `text`, in order) claims; `year` and `agency` are the
        report's."""
        ledger, about = Ledger(self._tools.phrases), About(year, agency)
        for start, end in spans:
            self._stretch(fold(text, start, end), about, ledger)
        return ledger.narrative

    def _stretch(self, folded: Folded, about: About, ledger: Ledger) -> None:
        text = folded.text
        prose = Prose(self._tools, about, folded, ledger)
        for start, end in sentences(text):
            if end - start > _HEADING and not self._telling.search(text, start, end):
                prose.skip(heading=self._lexer.heads(text, start))
                continue
            pieces = list(self._lexer.pieces(text, start, end))
            if pieces:
                prose.read(pieces, start, end)
        prose.end()


def _telling(phrases: Phrases) -> str:
    """A pattern that every sentence matches which claims something, and few others."""
    kinds = phrases.telling | {"not", "nil"}
    words = [word for word, kind in phrases.words.items() if kind in kinds]
    words += phrases.fillers["blank"]
    firsts = {word for word in words if len(word) == 1}
    seconds: dict[str, set[str]] = {}
    for word in words:
        if len(word) > 1 and word[0] not in firsts:
            seconds.setdefault(word[0], set()).add(word[1])
    pairs = [f"{re.escape(first)}[{''.join(map(re.escape, sorted(seconds[first])))}]" for first in sorted(seconds)]
    counted = {unit[0] for unit, kind in phrases.units.items() if kind != "other"}
    more = {word[0] for word in phrases.fillers["more"]}
    units = "".join(map(re.escape, sorted(counted | more | set("万亿"))))
    numeral = rf"[零〇一二两三四五六七八九十百千廿卅壹贰叁肆伍陆柒捌玖拾佰仟][{units}]"
    return "|".join([rf"[\d{''.join(map(re.escape, sorted(firsts)))}]", "百分之", *pairs, numeral])
