"""The names that messages use for cells, rows and columns, in both languages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from linter.facts import fact_type
from linter.form import Row, Words
from linter.judging.paths import PREVIOUS

if TYPE_CHECKING:
    from linter.judging.paths import Instance, Key, Tables

_LISTED = 8


class Namer:
    """Knows the tables in use and the sections of the family."""

    def __init__(self, tables: Tables, sections: Mapping[str, Words]) -> None:
        self._tables = tables
        self._sections = sections

    def table(self, table_id: str, lang: str) -> str:
        return self._tables[table_id].name(lang)

    def row(self, key: Key | Instance, lang: str) -> str:
        return self._tables[key.table].by_id[key.row].name(lang)

    def column(self, key: Key | Instance, lang: str) -> str:
        table = self._tables[key.table]
        if key.row:
            return next(c for c in table.by_id[key.row].columns if c.id == key.column).name(lang)
        return table.columns[key.column].name(lang)

    def cell(self, key: Key | Instance, lang: str) -> str:
        """`row·column`, or the row alone where it has one column; last year's are said to be so."""
        if getattr(key, "field", "").startswith(f"{PREVIOUS}."):
            return self.previous(self.cell(key._replace(field=""), lang), lang)  # type: ignore[call-arg]
        if len(self._tables[key.table].by_id[key.row].columns) == 1:
            return self.row(key, lang)
        divider = "·" if lang == "zh" else " / "
        return f"{self.row(key, lang)}{divider}{self.column(key, lang)}"

    def previous(self, name: str, lang: str) -> str:
        """A name as one of last year's report."""
        return f"上年报告的{name}" if lang == "zh" else f"last year's {name}"

    def official(self, key: Instance) -> str:
        """The form's own wording of a row."""
        return self._tables[key.table].by_id[key.row].labels[0]

    def section(self, section_id: str, lang: str) -> str:
        return self._sections[section_id](lang)

    def section_of(self, table_id: str) -> str:
        """The section that a table stands in; empty for no table."""
        table = self._tables.get(table_id)
        return table.section if table is not None else ""

    def fact(self, name: str, lang: str) -> str:
        if name.startswith(f"{PREVIOUS}."):
            return self.previous(self.fact(name.removeprefix(f"{PREVIOUS}."), lang), lang)
        label = fact_type(name).label(lang)
        if not name.startswith("section."):
            return label
        section = self.section(name.split(".")[1], lang)
        return f"{section}的{label}" if lang == "zh" else f"{label} of {section}"

    def place(self, key: Key | Instance, lang: str) -> str:
        """Where a person looks for a cell, a row, a column or a table."""
        parts = [self.table(key.table, lang)]
        if key.row:
            row = self._tables[key.table].by_id[key.row]
            parts.append(_ordinal(row) + row.name.zh if lang == "zh" else row.name.en)
        if key.column and not (key.row and len(self._tables[key.table].by_id[key.row].columns) == 1):
            parts.append(self.column(key, lang))
        return " / ".join(parts)


def _ordinal(row: Row) -> str:
    if not row.ordinals:
        return ""
    last = row.ordinals[-1]
    return last if last.endswith(("）", ")")) else f"{last}." if last.isascii() else f"{last}、"


def spell(value: object, lang: str = "") -> str:
    """A figure without exponent, a date in digits or as Chinese documents print it, anything else as it is."""
    if lang == "zh" and isinstance(value, date):
        return f"{value.year}年{value.month}月{value.day}日"
    return f"{value:f}" if isinstance(value, Decimal) else str(value)


def enumerate_items(items: Iterable[str], lang: str, *, counted: bool = False, between: str = "") -> str:
    """A list for a sentence; a long one is cut, and says how long it was unless the sentence does. `between` divides
    what a comma could not."""
    every = list(items)
    shown = every if len(every) <= _LISTED + 1 else every[:_LISTED]
    text = (between or ("、" if lang == "zh" else ", ")).join(shown)
    if len(shown) == len(every):
        return text
    if counted and lang == "zh":
        return f"{text}等"
    return f"{text}等 {len(every)} 处" if lang == "zh" else f"{text} and {len(every) - len(shown)} more"
