"""What one report offers to conditions: figures, states, facts and texts, looked up by name."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from linter.judging.paths import PREVIOUS
from linter.report import Fact, Span, State

if TYPE_CHECKING:
    from linter.judging.prose import Prose
    from linter.judging.subjects import Subject
    from linter.report import Cell, Remark, Report

Figure = int | Decimal
Value = TypeVar("Value")
_LAST = PREVIOUS + "."


class _Figures(dict[str, Figure | None]):
    def __missing__(self, field: str) -> None:
        return None


Question = Callable[["Evidence"], list[Any]]
"""What a bound expression asks, see `binding.Values`."""


class Evidence:
    """A blank or placeholder counts as 0 in `figures`; whoever tells a failure looks up its state and says so.

    Nearly every cell of a report is a number, so that only the others are kept by state.
    """

    def __init__(
        self,
        report: Report,
        fields: Collection[str],
        own_scopes: Mapping[str, Collection[str]] | None = None,
        previous: Evidence | None = None,
    ) -> None:
        self.report = report
        self.previous = previous
        self.subject: Subject | None = None
        self._about: dict[int, Evidence] = {}
        self._own_scopes = own_scopes or {}
        cells = report.cells
        self.figures = _Figures({field: _plain(cell.value) for field, cell in cells.items()})
        self.odd = {field: cell.state for field, cell in cells.items() if cell.state is not State.NUMBER}
        self.odd.update(dict.fromkeys((field for field in fields if field not in cells), State.MISSING))
        for field, state in self.odd.items():
            self.figures[field] = 0 if state in (State.EMPTY, State.PLACEHOLDER) else None
        if previous is not None:
            self.figures |= _of_last_year(previous.figures)
            self.odd |= _of_last_year(previous.odd)
        self._texts: dict[str, str | None] = {}
        self._answers: dict[Question, list[Any]] = {}

    @cached_property
    def prose(self) -> Prose:
        from linter.judging.prose import Prose

        return Prose(self.report, self._own_scopes)

    def about(self, subject: Subject) -> Evidence:
        """The same evidence, with one case of the prose for the variables of a condition."""
        changed = self._about.get(id(subject))
        if changed is None:
            changed = self._about[id(subject)] = self._with(subject=subject, _answers={})
        return changed

    def cell(self, field: str) -> Cell | None:
        """A cell of this report, or of last year's by its full name."""
        if self.previous is not None and field.startswith(_LAST):
            return self.previous.cell(field.removeprefix(_LAST))
        return self.report.cells.get(field)

    def states(self, name: str) -> bool:
        """Whether a fact is there, or the prose says anything of a concept (`n.…`)."""
        if self.previous is not None and name.startswith(_LAST):
            return self.previous.states(name.removeprefix(_LAST))
        if name.startswith("n."):
            return self.prose.mentions(name.removeprefix("n."))
        fact = self.fact(name)
        return fact is not None and fact.value is not None

    def state(self, field: str) -> State:
        return self.odd.get(field, State.NUMBER)

    def with_figures(self, changes: Mapping[str, Figure]) -> Evidence:
        """The same evidence but for some figures, to ask what would be if."""
        figures = _Figures(self.figures)
        figures.update(changes)
        return self._with(figures=figures, _answers={})

    def _with(self, **changed: Any) -> Evidence:
        """The same but for this."""
        other = object.__new__(Evidence)
        other.__dict__.update(self.__dict__, **changed)
        return other

    def answers(self, question: Question) -> list[Any]:
        """What a bound condition comes to; judging, the search for suspects and the page ask the same ones."""
        found = self._answers.get(question)
        if found is None:
            found = self._answers[question] = question(self)
        return found

    def fact(self, name: str) -> Fact | None:
        found = self.report.facts.get(name)
        if found is not None:
            return found
        if name.startswith("n."):
            return self.prose.fact(name.removeprefix("n."))
        if name.startswith(_LAST):
            return self.previous.fact(name.removeprefix(_LAST)) if self.previous is not None else None
        return Fact(self.report.source.original) if name == "report.original" else None

    def words(self, name: str) -> str:
        """What the prose calls a figure that it gives (`n.…`); empty for other facts."""
        if name.startswith(f"{PREVIOUS}."):
            return self.previous.words(name.removeprefix(f"{PREVIOUS}.")) if self.previous is not None else ""
        return self.prose.words(name.removeprefix("n.")) if name.startswith("n.") else ""

    def text(self, name: str) -> str | None:
        """A text fact without white space, since lines are broken anywhere."""
        if name not in self._texts:
            fact = self.fact(name)
            value = fact.value if fact is not None else None
            self._texts[name] = "".join(value.split()) if isinstance(value, str) else None
        return self._texts[name]

    @cached_property
    def printed(self) -> dict[str, str]:
        """What stands in each cell that was read, as it is printed."""
        last = self.previous.printed if self.previous is not None else {}
        return {field: cell.raw for field, cell in self._read()} | _of_last_year(last)

    @cached_property
    def noted(self) -> dict[str, str]:
        """What stands around the figure of each cell that was read."""
        last = self.previous.noted if self.previous is not None else {}
        return {field: cell.remark for field, cell in self._read()} | _of_last_year(last)

    def _read(self) -> Iterator[tuple[str, Cell]]:
        return (pair for pair in self.report.cells.items() if pair[1].state is not State.MISSING)

    def remarks(self, kind: str) -> list[Remark]:
        return self._remarks.get(kind, [])

    @cached_property
    def _remarks(self) -> dict[str, list[Remark]]:
        found: dict[str, list[Remark]] = {}
        for remark in self.report.remarks:
            found.setdefault(remark.kind, []).append(remark)
        return found

    def times(self, row: str) -> int:
        """How often a row was found; one found by its place alone counts as found."""
        printed = self.report.rows.get(row)
        if printed is not None:
            return printed.times
        start = row + "."
        fields = (field for field in self.report.cells if field.startswith(start))
        return int(any(self.state(field) is not State.MISSING for field in fields))

    def official(self, row: str) -> bool | None:
        printed = self.report.rows.get(row)
        return None if printed is None else printed.official

    def locate(self, name: str, start: int, end: int) -> Span | None:
        """Where a stretch of `text(name)` stands in the source; None if the fact is not the source's own text."""
        if name.startswith(_LAST):
            return None
        fact, first = self.fact(name), self._start(name)
        if fact is None or first is None or not isinstance(fact.value, str):
            return None
        offsets = [match.start() for match in re.finditer(r"\S", fact.value)]
        if end > len(offsets) or start >= end:
            return None
        return Span(first + offsets[start], first + offsets[end - 1] + 1)

    def _start(self, name: str) -> int | None:
        """Where a text begins in the source, if it is a stretch of it."""
        if name in ("report.text", "report.original"):
            return 0
        source = self.report.source.text
        fact = self.fact(name)
        section = next((s for s in self.report.sections if name == f"section.{s.id}.text"), None)
        if section is not None:
            body = source[section.body.start : section.body.end]
            return section.body.start + len(body) - len(body.lstrip())
        return fact.span.start if fact is not None and fact.span is not None else None

    def quote(self, span: Span) -> str:
        """What a person sees at a place, without white space."""
        return "".join(self.report.source.original[span.start : span.end].split())


def _of_last_year(cells: Mapping[str, Value]) -> dict[str, Value]:
    """What is known of last year's cells, by their names in this year's conditions."""
    return {_LAST + field: value for field, value in cells.items()}


def _plain(value: Decimal | None) -> Figure | None:
    """A whole figure as an int, since comparing ints with None and with each other costs a third."""
    return value if value is None or value != value.to_integral_value() else int(value)
