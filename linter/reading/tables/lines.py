"""The lines that a form prints: what a table's rows look like to whoever has to find them in a text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache

from linter.form import Row, Table
from linter.reading.labels import plain
from linter.record import NamedTuple


class Line(NamedTuple):
    """A line of figures as the form prints it: the row it is, the wordings of its label in plain characters,
    its ordinals from the outermost group, and how many figures it has."""

    row: Row
    labels: tuple[str, ...]
    ordinals: tuple[str, ...]
    width: int


class Lines:
    """The lines of a table in printed order, with an index of their labels; `variants` are the numbers of the lines
    that each variant of the table has."""

    def __init__(self, rows: Sequence[Row], tables: Sequence[Table]) -> None:
        self.all = [
            Line(row, tuple(map(plain, row.labels)), tuple(map(plain, row.ordinals)), len(row.columns)) for row in rows
        ]
        self.widths = frozenset(line.width for line in self.all)
        self.variants = [
            frozenset(number for number, row in enumerate(rows) if row.id in table.by_id) for table in tables
        ]

    @cached_property
    def by_label(self) -> dict[str, list[int]]:
        index: dict[str, list[int]] = {}
        for number, line in enumerate(self.all):
            for label in line.labels:
                index.setdefault(label, []).append(number)
        return index


@lru_cache(maxsize=64)
def lines_of(tables: tuple[Table, ...]) -> Lines:
    """The lines of a table together with those that only its variants on other forms have, each in its place."""
    return Lines(list(_merged([table.rows for table in tables])), tables)


def _merged(variants: Sequence[Sequence[Row]]) -> Iterator[Row]:
    """The rows of all variants in an order that keeps each variant's own."""
    first, *others = variants
    seen = {row.id for row in first}
    extra: dict[str | None, list[Row]] = {}
    for rows in others:
        before: str | None = None
        for row in rows:
            if row.id in seen:
                before = row.id
            else:
                extra.setdefault(before, []).append(row)
    yield from extra.get(None, ())
    for row in first:
        yield row
        yield from extra.get(row.id, ())
