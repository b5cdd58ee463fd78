"""A form: the tables that a report of one kind must contain, row by row and column by column."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

from linter.record import NamedTuple, Record, made


class Words(NamedTuple):
    """One name in the two languages of the tool."""

    zh: str
    en: str

    def __call__(self, lang: str) -> str:
        return self.en if lang == "en" else self.zh


class Column(NamedTuple):
    """A column of a table. `kind` is `count` (a whole number, not negative), `change` (a whole number with a
    sign) or `money` (decimals allowed)."""

    id: str
    label: str
    name: Words
    kind: str = "count"


class Row(NamedTuple):
    """A row of a table.

    `labels` are all wordings the form knows, the official one first, without ordinals; `ordinals` is the
    row's path of ordinals from the outermost group (`("三", "（三）", "1")`), empty where the form prints none.
    """

    id: str
    labels: tuple[str, ...]
    name: Words
    columns: tuple[Column, ...]
    ordinals: tuple[str, ...] = ()
    block: str = ""


class Table(Record, frozen=True):
    """A table of the form.

    `lines` says which rows are printed side by side as one line of figures: mostly each row alone.
    `row_groups` and `column_groups` are named sets of ids, used by conditions. `furniture` are the words of
    the header and of the group labels, which stand in the table without being a row. `headings` are the words
    of the header that span several columns, or several rows where rows stand side by side, with the ids beneath
    each; `stub` heads the column of the rows' labels.
    """

    id: str
    name: Words
    section: str
    rows: tuple[Row, ...]
    lines: tuple[tuple[Row, ...], ...]
    row_groups: Mapping[str, tuple[str, ...]]
    column_groups: Mapping[str, tuple[str, ...]]
    group_labels: Mapping[str, str]
    furniture: tuple[str, ...]
    corner: str = ""
    headings: Mapping[str, tuple[str, ...]] = made(factory=dict)
    stub: str = ""

    @cached_property
    def by_id(self) -> dict[str, Row]:
        return {row.id: row for row in self.rows}

    @cached_property
    def columns(self) -> dict[str, Column]:
        """Every column that some row of the table has, by id, in printed order."""
        return {column.id: column for row in self.rows for column in row.columns}

    @cached_property
    def _fields(self) -> dict[str, tuple[str, ...]]:
        return {row.id: tuple(f"{self.id}.{row.id}.{column.id}" for column in row.columns) for row in self.rows}

    def fields_of(self, row: Row) -> tuple[str, ...]:
        """The field ids of a row of this table, column by column."""
        return self._fields[row.id]

    def fields(self) -> Iterator[str]:
        for names in self._fields.values():
            yield from names


class Form(Record, frozen=True):
    """A form and the years it is for; `last` is None while the form is current."""

    id: str
    name: Words
    authority: str
    first: int
    last: int | None
    markers: tuple[str, ...]
    tables: Mapping[str, Table]

    def fields(self) -> Iterator[str]:
        for table in self.tables.values():
            yield from table.fields()

    def is_for(self, year: int) -> bool:
        return self.first <= year and (self.last is None or year <= self.last)
