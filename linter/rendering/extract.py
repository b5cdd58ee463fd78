"""`gouji extract`: everything that was read, as JSON, CSV or text."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from importlib import import_module
from typing import TYPE_CHECKING, Any

from linter.rendering import plain
from linter.rendering.phrase import one_line
from linter.report import Cell, Span, State

if TYPE_CHECKING:
    from linter.claim import Claim
    from linter.form import Table
    from linter.rendering.interface import Manner
    from linter.report import Report
    from linter.sources import Source

FORMATS = ("text", "json", "csv")


def extract(name: str, report: Report, manner: Manner, without_witness: Collection[int] = ()) -> str:
    """The report in a format of FORMATS; `without_witness` are claims by index that no table speaks of."""
    if name == "json":
        return plain.dumps(facts(report), ascii_only=not manner.screen.unicode) + "\n"
    module = import_module(f"linter.rendering.extract_{name}")
    text: str = module.extract(report, manner, without_witness)
    return text


def facts(report: Report) -> dict[str, Any]:
    """The object of `extract --format json`: every cell of the form in its order, and every claim."""
    tables = report.form.tables.values()
    return {
        "schema": plain.SCHEMA,
        "path": report.source.path,
        "title": report.title,
        "agency": report.agency,
        "year": report.year,
        "form": report.form.id,
        "cells": [cell(report.source, one) for table in tables for one in cells_of(table, report)],
        "claims": [claim(report.source, one) for one in report.narrative.claims],
    }


def cells_of(table: Table, report: Report) -> Iterator[Cell]:
    """Every cell of a table of the report's form, then those of another form that the table is on instead."""
    fields = list(table.fields())
    yield from (report.cells.get(field) or Cell(field, State.MISSING) for field in fields)
    others = report.cells.keys() - set(fields)
    yield from (one for field, one in report.cells.items() if field in others and field.startswith(f"{table.id}."))


def cell(source: Source, read: Cell) -> dict[str, Any]:
    """One object of `cells`."""
    return {
        "field": read.field,
        "value": plain.number(read.value),
        "state": str(read.state),
        "raw": read.raw,
        **plain.place(source, read.span),
    }


def claim(source: Source, said: Claim) -> dict[str, Any]:
    """One object of `claims`; its text is the phrase as printed, made one line."""
    return {
        "concept": said.concept,
        "value": plain.number(said.value),
        "unit": said.unit,
        "approximate": said.approximate,
        "scope": list(said.scope),
        "parent": said.parent,
        "text": one_line(source.original[said.start : said.end]),
        **plain.place(source, Span(said.start, said.end)),
    }
