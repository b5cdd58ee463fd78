"""A cause in a sentence that a clerk understands, in both languages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING

from linter.finding import Change, Suspect
from linter.judging.naming import Namer
from linter.judging.paths import PREVIOUS, Key
from linter.report import Span, State
from linter.suspects.linear import Exact
from linter.suspects.phrasing import phrase
from linter.suspects.search import MOST
from linter.suspects.system import System

if TYPE_CHECKING:
    from linter.judging.evidence import Evidence
    from linter.judging.rule import Rule
    from linter.suspects.cause import Cause
    from linter.suspects.localisation import Located

_SLIPS = {
    "total_blank": ("疑为合计漏填", "a total was left out"),
    "blank": ("疑为漏填", "it was left out"),
    "missing": ("疑为漏填", "it was left out"),
    "last_year": ("疑为沿用了上年的数", "last year's figure was left in"),
    "sum": ("疑为合计没有跟着改", "the sum was not updated"),
    "digit": ("疑为一个数字看错或打错", "a digit was misread or mistyped"),
    "digits_swapped": ("疑为两个数字颠倒", "two digits were swapped"),
    "digit_dropped": ("疑为少打了一个数字", "a digit was dropped"),
    "digit_doubled": ("疑为一个数字打了两遍", "a digit was doubled"),
    "digit_added": ("疑为多打了一个数字", "a digit too many was typed"),
    "copied": ("疑为填了旁边一格的数", "the figure of the next cell was typed"),
    "prose_copied": ("疑为抄了表中旁边一格的数", "the figure of another cell of the table was copied"),
    "next_cell": ("疑为填错了格", "the figure was put in the wrong cell"),
    "exchange": ("疑为两格的数填反了", "two figures were exchanged"),
    "split": ("疑为一个数拆进了两格", "one figure was split into two cells"),
    "rows_exchanged": ("疑为两行的数填反了", "two rows were exchanged"),
    "line_blank": ("疑为漏填", "it was left out"),
    "line_zero": ("疑为漏填", "it was left out"),
    "row_shifted": ("疑为整行错了一格", "the row was shifted by a cell"),
    "column_shifted": ("疑为整列错了一行", "the column was shifted by a row"),
    "columns_exchanged": ("疑为两列的数填反了", "two columns were exchanged"),
    "last_year_row": ("疑为整行沿用了上年的数", "last year's row was left in"),
    "prose_exchange": ("疑为两个数填反了", "two figures were exchanged"),
}
_OF_ONE_FIGURE = ("digit", "digits_swapped", "digit_dropped", "digit_doubled", "digit_added", "copied", "prose_copied")
_LANGUAGES = ("zh", "en")
_LAST = f"{PREVIOUS}."


class Teller:
    """Tells the causes of one report."""

    def __init__(self, system: System, evidence: Evidence, namer: Namer) -> None:
        self._system = system
        self._evidence = evidence
        self._namer = namer
        prose = evidence.prose
        self._claims = {name: index for index, name in enumerate(prose.names)}

    def suspect(self, cause: Cause) -> Suspect:
        """The cause as it is shown."""
        changes = self._changes(cause)
        count = self._count(cause)
        told = {lang: self._sentence(cause, changes, count, lang) for lang in _LANGUAGES}
        return Suspect(changes, count, cause.slip.kind, told, 0)

    def _changes(self, cause: Cause) -> tuple[Change, ...]:
        return tuple(self._change(self._system.unknowns[one].name, value) for one, value in cause.repair.items())

    def _settled(self, cause: Cause) -> set[tuple[str, str]]:
        return {(one.rule, one.instance) for one in (self._system.identities[n] for n in cause.settles)}

    def _count(self, cause: Cause) -> int:
        """The failed identities that hold then, and those that nobody could ask about before."""
        return len(self._settled(cause) | {(one.rule, one.instance) for one in self._system.woken(cause.repair)})

    def _change(self, name: str, after: Exact) -> Change:
        value = Decimal(after) if isinstance(after, int) else Decimal(after.numerator) / after.denominator
        if name in self._claims:
            said = self._evidence.prose.quoted(self._claims[name])
            claim = self._evidence.prose.claims[self._claims[name]]
            quote = self._evidence.prose.text(claim.start, claim.end)
            label = {"zh": f"正文“{quote}”", "en": f"the prose, “{quote}”"}
            return Change(name, label, said.value, value, said.span)
        cell = self._evidence.cell(name)
        blank = cell is None or cell.state is not State.NUMBER
        span: Span | None = cell.span if cell is not None and not name.startswith(_LAST) else None
        return Change(name, {lang: self._label(name, lang) for lang in _LANGUAGES}, _before(blank, cell), value, span)

    def _label(self, field: str, lang: str) -> str:
        return ("·" if lang == "zh" else " / ").join(self._place(field, lang))

    def _place(self, field: str, lang: str) -> tuple[str, str]:
        """The row with its ordinal and the column, without the table."""
        if field.startswith(_LAST):
            row, column = self._place(field.removeprefix(_LAST), lang)
            return (f"上一年报告的{row}" if lang == "zh" else f"last year's report, {row}"), column
        table, row, column = field.split(".")
        _, *place = self._namer.place(Key(table, row, column, field), lang).split(" / ")
        return place[0], place[-1]

    def _sentence(self, cause: Cause, changes: tuple[Change, ...], count: int, lang: str) -> str:
        zh = lang == "zh"
        kind = "line_blank" if cause.slip.kind == "total_blank" and self._is_column(changes) else cause.slip.kind
        told = phrase(kind, changes, lang, lambda one: self._place(one.field, lang))
        held = f"改后 {count} 条勾稽关系全部成立" if zh else f"then {count} identities hold"
        if count == 1:
            held = "改后这条勾稽关系成立" if zh else "then the identity holds"
        words = [told, held, *self._reasons(cause, changes, zh)]
        return "，".join(words) + "。" if zh else "; ".join(words) + "."

    def _is_column(self, changes: tuple[Change, ...]) -> bool:
        """Whether the changes fill a whole column of this report that is blank."""
        table, *_, column = changes[0].field.split(".")
        names = [one.name.split(".") for one in self._system.unknowns]
        whole = {".".join(name) for name in names if name[0] == table and name[-1] == column}
        return len(whole) > 1 and whole == {one.field for one in changes if one.before is None}

    def _reasons(self, cause: Cause, changes: tuple[Change, ...], zh: bool) -> Iterator[str]:
        if cause.slip.kind in _SLIPS:
            each = len(changes) > 1 and cause.slip.kind in _OF_ONE_FIGURE
            told = _SLIPS[cause.slip.kind][0 if zh else 1]
            yield (f"各处均{told}" if zh else f"of each: {told}") if each else told
        in_prose = [one.field in self._claims for one in changes]
        if all(one.field.startswith(_LAST) for one in changes):
            yield "上一年报告应改" if zh else "last year's report is to be corrected"
        elif all(in_prose):
            yield "正文应改" if zh else "the prose is to be corrected"
        elif not any(in_prose) and self._confirmed(cause):
            yield "正文的数无误" if zh else "the prose is right"

    def _confirmed(self, cause: Cause) -> bool:
        """Whether the prose says what a table should say."""
        if not self._claims:
            return False
        unknowns = self._system.unknowns
        members = (one for number in cause.settles for one in self._system.identities[number].members)
        return any(unknowns[one].name in self._claims for one in members)


def _before(blank: bool, cell: object) -> Decimal | None:
    return None if blank else getattr(cell, "value", None)


def unlocated(located: Located, system: System, rules: Iterable[Rule]) -> Iterator[Mapping[str, str]]:
    """How many failed identities nobody is suspected for, and why; where rules compare with last year's report, other
    figures may be wrong in that."""
    looking_back = {one.code for one in rules if one.looks_back} if located.beyond else ()
    back = [number for number in located.beyond if system.identities[number].rule in looking_back]
    if count := _count(set(located.beyond).difference(back), system):
        yield {
            "zh": f"有 {count} 条不成立的勾稽关系，改动 {MOST} 个数以内不能使其全部成立，没有指出疑点",
            "en": f"{count} failed identities: no change of up to {MOST} figures settles them all, no suspect is named",
        }
    if count := _count(back, system):
        yield {
            "zh": f"有 {count} 条与上一年报告对照的勾稽关系不成立，两份报告的数都可能有错，没有指出疑点",
            "en": f"{count} failed identities with last year's report: either report may be wrong, no suspect is named",
        }
    if count := _count(located.stopped, system):
        yield stopped(count)


def stopped(count: int) -> Mapping[str, str]:
    """That there was no time for some failed identities."""
    return {
        "zh": f"有 {count} 条不成立的勾稽关系，查找疑点超时而中止",
        "en": f"{count} failed identities: the search for suspects was stopped, its time was up",
    }


def _count(numbers: Iterable[int], system: System) -> int:
    """How many instances of rules some identities are."""
    return len({(system.identities[number].rule, system.identities[number].instance) for number in numbers})
