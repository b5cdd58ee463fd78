"""The published reports: what their texts say, cell by cell."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from linter.report import Report, State
from reports import read_report, seeds

HEADS = {
    "000": ("f2019", 2020, "广州市荔湾区商务和投资促进局", None),
    "001": ("f2019", 2020, "海珠区投资促进局", "2021-01-19"),
    "002": ("f2019", 2020, "广州市荔湾区科技工业和信息化局", "2021-01-15"),
    "003": ("f2019", 2020, "金水区商务局", None),
    "004": ("f2021", 2023, "荔湾区互联网信息办公室", None),
}
STATES = {
    "000": {"number": 198},
    "001": {"number": 198},
    "002": {"number": 197, "empty": 1},
    "003": {"number": 179, "empty": 11, "missing": 8},
    "004": {"number": 200},
}
# All other cells of tables two to four are 0 in these reports.
FIGURES = {
    "000": {"t2.procurement.projects": "12", "t2.procurement.amount": "452432"},
    "001": {},
    "002": {
        "t2.norm_docs.made_new": "1",
        "t2.norm_docs.disclosed_new": "1",
        "t2.norm_docs.disclosed_total": "1",
        "t2.permit.items_prev": "3",
        "t2.permit.items_delta": "-1",
        "t2.permit.decisions": "40",
        "t2.other_services.items_prev": "23",
        "t2.other_services.items_delta": "-3",
        "t2.other_services.decisions": "695",
        "t2.penalty.items_prev": "166",
        "t2.penalty.decisions": "75",
        "t2.coercion.items_prev": "3",
        "t2.coercion.decisions": "19",
        "t2.procurement.projects": "27",
        "t2.procurement.amount": "197266.13",
        "t3.new_received.natural_person": "1",
        "t3.new_received.business": "1",
        "t3.new_received.total": "2",
        "t3.partial.natural_person": "1",
        "t3.partial.total": "1",
        "t3.denied_internal_affairs.business": "1",
        "t3.denied_internal_affairs.total": "1",
        "t3.handled_total.natural_person": "1",
        "t3.handled_total.business": "1",
        "t3.handled_total.total": "2",
    },
    "003": {"t2.permit.items_prev": "1", "t2.permit.decisions": "748"},
    "004": {},
}


@pytest.mark.parametrize("path", seeds())
def test_heads(path: Path) -> None:
    report = read(path)
    signed = report.facts["report.signed"].value
    found = (report.form.id, report.year, report.agency, str(signed) if signed else None)
    assert found == HEADS[path.name[:3]]
    assert [section.ordinal for section in report.sections] == list("一二三四五六")


@pytest.mark.parametrize("path", seeds())
def test_states_and_figures(path: Path) -> None:
    report = read(path)
    assert Counter(cell.state.value for cell in report.cells.values()) == STATES[path.name[:3]]
    shown = {name: str(cell.value) for name, cell in report.cells.items() if cell.value}
    assert shown == FIGURES[path.name[:3]]


@pytest.mark.parametrize("path", seeds())
def test_no_figure_is_shifted(path: Path) -> None:
    """Nearly all figures are 0, so the same text is read with every figure of its tables a different one: where
    each stood before, its own number must stand now."""
    text = path.read_text(encoding="utf-8")
    before = read_report(text)
    spans = sorted((cell.span, name) for name, cell in before.cells.items() if cell.span and cell.raw)
    parts, position, expected = [], 0, {}
    for number, (span, name) in enumerate(spans, start=101):
        parts += [text[position : span.start], str(number)]
        position, expected[name] = span.end, str(number)
    after = read_report("".join(parts) + text[position:])
    assert {name: str(cell.value) for name, cell in after.cells.items() if cell.value is not None} == expected
    assert [str(number) for number in range(101, 101 + len(spans))] == [expected[name] for _, name in spans]


@pytest.mark.parametrize("path", seeds())
def test_figures_stand_in_the_order_of_the_form(path: Path) -> None:
    """The fields sorted by place are the form's fields: no row and no column has changed places."""
    report = read(path)
    spans = {name: cell.span for name, cell in report.cells.items() if cell.span}
    assert sorted(spans, key=lambda name: spans[name]) == list(spans)


def test_blank_cell_of_002_is_the_first() -> None:
    for param in seeds():
        if param.id == "002":
            report = read(param.values[0])
            cell = report.cells["t3.carried_out.natural_person"]
            assert cell.state is State.EMPTY
            assert cell.span is not None
            assert report.source.place(*cell.span)[:2] == (74, 14)
            return
    pytest.skip("the published reports are not at hand")


def read(path: Path) -> Report:
    return read_report(re.sub(r"\r\n", "\n", path.read_text(encoding="utf-8")))
