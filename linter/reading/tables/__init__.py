"""Reads the tables of a report: every cell of its forms, found or not."""

from __future__ import annotations

from collections.abc import Sequence

from linter.family import Family
from linter.form import Form, Table
from linter.reading.stretches import Stretch
from linter.reading.tables.cells import Tables
from linter.reading.tables.layout import Element, Run
from linter.reading.tables.side_by_side import labelled_rows, read_side_by_side
from linter.reading.tables.stacked import read_stacked


def read_tables(
    text: str,
    original: str,
    laid_out: Sequence[tuple[Stretch, Sequence[Element]]],
    family: Family,
    form: Form,
) -> Tables:
    """Every table of `form`; a table that is printed as in another form of the family is read as that.

    `original` has the same length as `text` and tells how a cell is printed.
    """
    read = Tables(original)
    for table_id, table in form.tables.items():
        elements = _elements_of(table, laid_out)
        variants = _variants(table_id, form, family)
        if len(table.lines) == 1 and not labelled_rows(text, table, elements):
            read_side_by_side(text, table, elements, read)
            read.forms[table_id] = form.id
        else:
            read.forms[table_id] = read_stacked(text, variants, elements, read)
    return read


def _variants(table_id: str, form: Form, family: Family) -> list[tuple[str, Table]]:
    """The table as the report's form has it, then as other forms have it, where rows have the same columns."""
    own = form.tables[table_id]
    variants = [(form.id, own)]
    for other in family.forms.values():
        table = other.tables.get(table_id)
        if table is None or other is form or table.columns.keys() != own.columns.keys():
            continue
        if table.by_id.keys() != own.by_id.keys():
            variants.append((other.id, table))
    return variants


def _elements_of(table: Table, laid_out: Sequence[tuple[Stretch, Sequence[Element]]]) -> list[Element]:
    """The elements of the table's own section; those of all sections where that holds no figures."""
    for stretch, elements in laid_out:
        own = stretch.section is not None and stretch.section.id == table.section
        if own and any(isinstance(element, Run) for element in elements):
            return list(elements)
    return [element for _, elements in laid_out for element in elements]
