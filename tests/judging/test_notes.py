"""What published reports say of themselves, in sentences of our own: exactly the findings that are true."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from judging.desk import rules
from linter.finding import Finding
from linter.judging.judge import judge
from linter.report import Report
from renderings import render
from reports import facts, read_report

NOTES = yaml.safe_load((Path(__file__).parent.parent / "data" / "notes.yaml").read_text(encoding="utf-8"))
ON_PROSE = ("NAR", "BRK", "YR")


def written(name: str, agency: str, text: str, layout: str = "tabs") -> Report:
    """The figures of a published report with this text as section one."""
    published = facts()[name]
    year = published["year"]
    mixed = name == "district_2023"
    prose = {"overall": [text], "other": [f"{year}年度没有其他需要报告的事项，收费情况见第一部分。"]}
    form = "mixed" if mixed else published["form"]
    rendered = render(published["cells"], year=year, form=form, agency=agency, layout=layout, prose=prose)
    return read_report(rendered.text)


def told(report: Report) -> list[Finding]:
    return [one for one in judge(report, rules()).findings if one.rule.startswith(ON_PROSE)]


def params(kind: str) -> list[Any]:
    return [
        pytest.param(note, text, id=f"{note['report']}-{number}")
        for note in NOTES
        for number, text in enumerate(note.get(kind, ()))
    ]


@pytest.mark.parametrize(("note", "text"), params("silent"))
def test_nothing_to_tell(note: dict[str, Any], text: str) -> None:
    report = written(note["report"], note["agency"], text)
    assert report.narrative.claims
    assert [(one.rule, one.message["zh"]) for one in told(report)] == []


@pytest.mark.parametrize(("note", "text"), params("wordings"))
def test_exactly_what_is_true(note: dict[str, Any], text: str) -> None:
    report = written(note["report"], note["agency"], text)
    found = told(report)
    assert sorted((one.rule, one.instance) for one in found) == sorted(map(tuple, note["found"]))
    for one in found:
        assert one.span is not None
        spoken = report.source.original[slice(*one.span)]
        assert spoken and "一、" in one.where["zh"]


def test_the_message_quotes_sentence_and_cells_with_both_places() -> None:
    report = written("office_2019", "海川市人民政府办公厅", "全年予以公开及部分公开258件。")
    (found,) = told(report)
    assert found.message["zh"].startswith(
        "正文“予以公开及部分公开258件”，应等于 予以公开 272（总计空白，按各栏相加） + "
        "部分公开 3（总计空白，按各栏相加） = 275，相差 17。"
    )
    said, *cells = found.operands
    assert (said.field, said.label, said.value) == ("n.granted_or_partial", "予以公开及部分公开", "258")
    assert said.span == found.span
    assert {"t3.granted.total", "t3.granted.natural_person"} <= {one.field for one in cells}
    assert all(one.span is not None for one in cells if one.value is not None)


def test_no_figure_of_another_scope_or_year_is_compared() -> None:
    texts = [
        "市政府本级收到政府信息公开申请12件。",
        "2018年收到政府信息公开申请12件。",
        "收到政府信息公开申请约3000件。",
        "12345热线共受理申请12件。",
        "依申请公开信息102条，不予公开信息137条。",
        "主动公开行政规范性文件9件，公开行政许可信息746条。",
        "各区县收到政府信息公开申请2500件。",
    ]
    for text in texts:
        assert told(written("city_2024", "淮川市", f"2024年，我市积极推进。{text}")) == [], text


def test_what_no_table_confirms_is_listed_apart() -> None:
    text = "全市受理政府信息公开申请3119件。市政府本级收到政府信息公开申请12件。主动公开政府信息4321条。"
    report = written("city_2024", "淮川市", text)
    left = judge(report, rules()).without_witness
    assert [str(report.narrative.claims[index].value) for index in left] == ["12", "4321"]
    assert judge(report, rules(), {"T301"}).without_witness == left
