"""The tables of a form as the page needs them: ids and names of rows and columns, in the order of the cells."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from linter.judging.paths import Instance

if TYPE_CHECKING:
    from linter.judging.naming import Namer
    from linter.judging.paths import Tables


def describe(tables: Tables, namer: Namer, lang: str) -> list[dict[str, Any]]:
    """For each table its rows as [id, name, name with its ordinal, which columns]; lists of columns that several
    rows share are kept once, as [id, name, kind]."""
    found = []
    for table in tables.values():
        columns: dict[tuple[tuple[str, str, str], ...], int] = {}
        name = namer.table(table.id, lang)
        rows: list[tuple[str, str, str, int]] = []
        for row in table.rows:
            one = Instance("", table.id, row.id)
            own = tuple((column.id, column.name(lang), column.kind) for column in row.columns)
            place = namer.place(one, lang).removeprefix(f"{name} / ")
            rows.append((row.id, row.name(lang), place, columns.setdefault(own, len(columns))))
        found.append({"id": table.id, "name": name, "columns": list(columns), "rows": rows})
    return found
