"""What a report says: cells, rows, sections and facts, each with the place it was read from."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING

from linter.claim import Narrative
from linter.record import NamedTuple

if TYPE_CHECKING:
    from datetime import date

    from linter.form import Form
    from linter.sources.interface import Source


class Span(NamedTuple):
    """A stretch of the source's text: offsets in characters, `end` one past the last."""

    start: int
    end: int


class State(StrEnum):
    """What stands in a cell. A blank is not a zero, and a cell not found is not a blank."""

    NUMBER = "number"
    EMPTY = "empty"
    PLACEHOLDER = "placeholder"
    TEXT = "text"
    MISSING = "missing"


class Cell(NamedTuple):
    """One cell of the form as it was read.

    `value` is exact and is None unless `state` is NUMBER; `raw` and `span` are the number's own, without
    the unit or remark around it, which stand in `remark`. `reason` says why a MISSING cell was not read.
    """

    field: str
    state: State
    value: Decimal | None = None
    raw: str = ""
    span: Span | None = None
    remark: str = ""
    reason: str = ""


class PrintedRow(NamedTuple):
    """A row of the form as the report prints it: `label` without white space, and how often it was found.

    `official` tells whether the label is one of the form's own wordings.
    """

    id: str
    label: str
    span: Span
    official: bool
    times: int = 1


class Section(NamedTuple):
    """A section of the report: its id in the family, its heading as printed, and its body's span."""

    id: str
    heading: str
    heading_span: Span
    body: Span
    ordinal: str = ""
    official: bool = True


class Fact(NamedTuple):
    """Something said once about the whole report, such as its year; None when the report does not say it."""

    value: str | Decimal | bool | date | None
    span: Span | None = None


class Remark(NamedTuple):
    """Something the reader noticed about the layout, such as a page mark inside a table."""

    kind: str
    span: Span
    text: str = ""


_SILENT = Narrative()
_NO_FORMS: Mapping[str, str] = {}


class Report(NamedTuple):
    """Everything a rule can ask for, and nothing else."""

    source: Source
    form: Form
    facts: Mapping[str, Fact]
    sections: tuple[Section, ...]
    cells: Mapping[str, Cell]
    rows: Mapping[str, PrintedRow]
    remarks: tuple[Remark, ...] = ()
    narrative: Narrative = _SILENT
    table_forms: Mapping[str, str] = _NO_FORMS

    @property
    def title(self) -> str | None:
        return self._text("report.title")

    @property
    def agency(self) -> str | None:
        return self._text("report.agency")

    @property
    def year(self) -> int | None:
        value = self.facts["report.year"].value
        return int(value) if isinstance(value, Decimal) else None

    def _text(self, name: str) -> str | None:
        value = self.facts[name].value
        return value if isinstance(value, str) else None
