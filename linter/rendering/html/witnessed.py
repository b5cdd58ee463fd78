"""Figures of the prose that were compared with the tables: each leads to its cells, and these lead back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.judging.paths import Key
from linter.judging.witnesses import witnesses
from linter.record import NamedTuple
from linter.rendering.html.marks import cell_id, word_id
from linter.rendering.quotation import printed
from linter.report import Span

if TYPE_CHECKING:
    from linter.check import Checked, Kit
    from linter.judging.naming import Namer
    from linter.rendering.interface import Manner
    from linter.report import Report


class Witness(NamedTuple):
    """What a figure of the prose was compared with: the place of the first cell, and the names of all; whether it
    `agrees`."""

    place: str
    fields: str
    told: str
    agrees: bool = True


class Saying(NamedTuple):
    """What the prose says of a cell: the place of the figure, and the phrase where the page is in its language."""

    place: str
    told: str


class Witnessed:
    """Those of one report: `words` by the place of the figure, `cells` by name."""

    def __init__(self, checked: Checked, kit: Kit, namer: Namer, manner: Manner) -> None:
        self.words: dict[Span, Witness] = {}
        self.cells: dict[str, list[Saying]] = {}
        self._report = checked.report
        self._namer = namer
        self._manner = manner
        compared = witnesses(checked.report, kit.rules, kit.enabled, checked.previous)
        for claim, fields in sorted(compared.agreeing.items()):
            self._add(claim, _telling(fields, checked.report))
        blamed = {one.span.start for one in checked.outcomes.findings if one.span is not None}
        for claim, fields in sorted(compared.denying.items()):
            if checked.report.narrative.claims[claim].number_start in blamed:
                self._add(claim, _telling(fields, checked.report), agrees=False)

    def _add(self, index: int, fields: list[str], *, agrees: bool = True) -> None:
        claim, say = self._report.narrative.claims[index], self._manner.say
        span = Span(claim.number_start, claim.number_end)
        if span in self.words:
            return
        names = say("、", ", ").join(self._name(field) for field in fields)
        told = say(f"已与{names}核对", f"compared with {names}")
        if not agrees:
            told = say(f"与{names}不符", f"differs from {names}")
        self.words[span] = Witness(cell_id(fields[0]), " ".join(fields), told, agrees)
        phrase = printed(self._report, claim.start, claim.end)
        for field in fields:
            saying = Saying(word_id(span), say(f"正文“{phrase}”", "Prose: the figure that speaks of this cell"))
            self.cells.setdefault(field, []).append(saying)

    def _name(self, field: str) -> str:
        table, row, column = field.split(".")
        return self._namer.place(Key(table, row, column, field), self._manner.lang)


def _telling(fields: tuple[str, ...], report: Report) -> list[str]:
    """Without the zeros of a sum; all where it is made of them."""
    return [one for one in fields if report.cells[one].value] or list(fields)
