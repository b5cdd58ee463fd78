"""`gouji compare`: what differs between two renditions of a report, as JSON or text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from linter.judging.naming import Namer, spell
from linter.judging.paths import Key, Tables
from linter.rendering import plain
from linter.rendering.extract import cell, claim
from linter.report import Span

if TYPE_CHECKING:
    from linter.comparison import CellPair, ClaimPair, Comparison, FactPair
    from linter.rendering.interface import Manner
    from linter.report import Cell, Fact, Report
    from linter.sources import Source

FORMATS = ("text", "json")


def compare(name: str, found: Comparison, manner: Manner) -> str:
    """The comparison in a format of FORMATS."""
    if name == "json":
        return plain.dumps(differences(found, manner.lang), ascii_only=not manner.screen.unicode) + "\n"
    from linter.rendering.compare_text import compare as as_text

    return as_text(found, manner)


def differences(found: Comparison, lang: str) -> dict[str, Any]:
    """The object of `compare --format json`; `kind` says whether figures differ or one of the two has none."""
    return {
        "schema": plain.SCHEMA,
        "first": found.first.source.path,
        "second": found.second.source.path,
        "same": found.same,
        "facts": [_fact_pair(pair, found) for pair in found.facts],
        "cells": [_cell_pair(pair, found, lang) for pair in found.cells],
        "claims": [_claim_pair(pair, found) for pair in found.claims],
        "summary": {
            "facts_differ": len(found.facts),
            "cells_same": found.same_cells,
            "cells_differ": sum(not pair.unread for pair in found.cells),
            "cells_not_read_in_one": sum(pair.unread for pair in found.cells),
            "cells_not_read_in_both": found.never_read,
            "claims_same": found.same_claims,
            "claims_differ": len(found.claims),
        },
    }


def name_of(field: str, report: Report, lang: str) -> str:
    """A cell as a person looks for it: its table, row and column."""
    table, row, column = field.split(".")
    return Namer(Tables(report.form.tables), {}).place(Key(table, row, column, field), lang)


def kind_of(pair: ClaimPair) -> str:
    """`differs` where both make the claim, `only_first` or `only_second` where one does."""
    if pair.second is None:
        return "only_first"
    return "only_second" if pair.first is None else "differs"


def _fact_pair(pair: FactPair, found: Comparison) -> dict[str, Any]:
    sides = {"first": _fact(pair.first, found.first.source), "second": _fact(pair.second, found.second.source)}
    return {"fact": pair.name, **sides}


def _fact(fact: Fact, source: Source) -> dict[str, Any]:
    return {"value": None if fact.value is None else spell(fact.value), **_place(source, fact.span)}


def _cell_pair(pair: CellPair, found: Comparison, lang: str) -> dict[str, Any]:
    return {
        "field": pair.field,
        "name": name_of(pair.field, found.first, lang),
        "kind": "not_read" if pair.unread else "differs",
        "first": _cell(pair.first, found.first.source),
        "second": _cell(pair.second, found.second.source),
    }


def _cell(read: Cell, source: Source) -> dict[str, Any]:
    made = cell(source, read)
    del made["field"]
    return {**made, **_place(source, read.span)}


def _claim_pair(pair: ClaimPair, found: Comparison) -> dict[str, Any]:
    sides = {"first": (pair.first, found.first.source), "second": (pair.second, found.second.source)}
    return {
        "kind": kind_of(pair),
        **{
            side: None if one is None else {**claim(source, one), **_place(source, Span(one.start, one.end))}
            for side, (one, source) in sides.items()
        },
    }


def _place(source: Source, span: Span | None) -> dict[str, Any]:
    return {**plain.place(source, span), "where": plain.where(source, span, "")}
