"""`gouji extract`: every cell with its state, and every claim."""

from __future__ import annotations

import csv
import io
import json
from decimal import Decimal
from random import Random

from linter.claim import Claim
from linter.rendering.extract import FORMATS, claim, extract
from linter.rendering.interface import Manner
from linter.rendering.screen import Screen
from linter.report import Report
from linter.sources import TextSource
from renderings import Cell, consistent, render
from reports import read_report

SPOILT: dict[str, Cell] = {
    "t3.new_received.business": {"state": "empty"},
    "t3.new_received.research": {"state": "placeholder", "raw": "/"},
    "t3.new_received.public_welfare": {"state": "text", "raw": "若干"},
}


def report() -> tuple[str, Report]:
    cells: dict[str, Cell] = {**consistent("f2021", Random(5)), **SPOILT}
    text = render(cells, year=2023, form="f2021", agency="青禾区水务局", layout="tabs", seed=3).text
    return text, read_report(text, "年报.txt")


def test_every_cell_of_the_form_is_there_in_its_order() -> None:
    text, read = report()
    shown = json.loads(extract("json", read, Manner()))
    assert list(shown) == ["schema", "path", "title", "agency", "year", "form", "cells", "claims"]
    assert (shown["path"], shown["year"], shown["form"]) == ("年报.txt", 2023, "f2021")
    assert [cell["field"] for cell in shown["cells"]] == list(read.form.fields())
    lines = text.split("\n")
    for cell in shown["cells"]:
        assert list(cell) == ["field", "value", "state", "raw", "line", "column", "end_line", "end_column"]
        assert (cell["value"] is not None) == (cell["state"] == "number")
        if cell["state"] != "missing":
            assert lines[cell["line"] - 1][cell["column"] - 1 : cell["end_column"] - 1] == cell["raw"]


def test_states_are_never_mixed_up() -> None:
    cells = {one["field"]: one for one in json.loads(extract("json", report()[1], Manner()))["cells"]}
    found = [(cells[field]["value"], cells[field]["state"]) for field in SPOILT]
    assert found == [(None, "empty"), (None, "placeholder"), (None, "text")]


def test_a_claim_is_the_phrase_without_the_line_ends_of_its_page() -> None:
    text = "一、总体情况\n收到申请共 2\n\n 宗。"
    made = claim(
        TextSource("年报.txt", text, text),
        Claim("received", Decimal(2), "宗", False, ("全市",), None, None, 7, 18, 13, 14),
    )
    assert made == {
        "concept": "received",
        "value": "2",
        "unit": "宗",
        "approximate": False,
        "scope": ["全市"],
        "parent": None,
        "text": "收到申请共 2宗",
        "line": 2,
        "column": 1,
        "end_line": 4,
        "end_column": 3,
    }


def test_csv_is_one_table() -> None:
    _, read = report()
    rows = list(csv.DictReader(io.StringIO(extract("csv", read, Manner()))))
    cells = [row for row in rows if row["kind"] == "cell"]
    assert [row["field"] for row in cells] == list(read.form.fields())
    assert {row["kind"] for row in rows} <= {"cell", "claim"}
    assert all(row["line"].isdigit() for row in cells if row["state"] != "missing")


def test_text_shows_places_and_figures_in_columns() -> None:
    _, read = report()
    lines = extract("text", read, Manner()).splitlines()
    total = next(line for line in lines if " t3.granted.total " in line)
    cell = read.cells["t3.granted.total"]
    assert cell.span is not None
    place = read.source.place(*cell.span)
    assert total.split() == [f"{place.line}:{place.column}", "t3.granted.total", str(cell.value), *total.split()[3:]]
    assert any("（空白）" in line and "t3.new_received.business" in line for line in lines)


def test_all_formats_fit_a_gbk_console() -> None:
    for name in FORMATS:
        assert extract(name, report()[1], Manner(screen=Screen("gbk"))).encode("gbk")


def test_a_table_on_another_form_has_the_cells_of_both() -> None:
    cells = consistent("mixed", Random(7))
    read = read_report(render(cells, year=2023, form="mixed", agency="青禾区水务局", layout="pipes", seed=3).text)
    assert read.table_forms
    for name in FORMATS:
        assert "t3.other_handling.total" in extract(name, read, Manner())
        assert "t3.other_misc.total" in extract(name, read, Manner())
    shown = {cell["field"]: cell["state"] for cell in json.loads(extract("json", read, Manner()))["cells"]}
    assert set(read.form.fields()) <= set(shown)
    kinds = {shown["t3.other_handling.total"], shown["t3.other_misc.total"]}
    assert kinds == {"number", "missing"}
