"""What a report says once about itself."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from linter.reading.dates import dates, period
from linter.reading.sections import find_sections
from linter.reading.title import find_title
from linter.sources import UnreadableError
from renderings import render, tagged
from reports import family, read_report


@pytest.mark.parametrize(
    ("text", "agency", "year", "style"),
    [
        ("临江市商务局2023年政府信息公开工作年度报告", "临江市商务局", 2023, "standard"),
        ("# 临江市商务局 2023 年度 政府信息公开工作年度报告\n", "临江市商务局", 2023, "standard"),
        ("临江市商务局2023年政府\n\n信息公开工作年度报告", "临江市商务局", 2023, "standard"),
        ("临江市商务局\n2023年\n政府信息公开工作年度报告", "临江市商务局", 2023, "standard"),
        ("2023年度临江市商务局政府信息公开工作年度报告", "临江市商务局", 2023, "other_order"),
        ("临江市商务局政府信息公开工作年度报告(二〇二三年)", "临江市商务局", 2023, "other_order"),
        ("临江市商务局2023年政府信息公开工作报告", "临江市商务局", 2023, "other_kind"),
        ("首页 > 政务公开 > 临江市商务局2023年政府信息公开工作年度报告", "临江市商务局", 2023, "standard"),
        (
            "索引号:123\n发布日期:2024-01-20\n临江市商务局2023年政府信息公开工作年度报告",
            "临江市商务局",
            2023,
            "standard",
        ),
        ("2023年政府信息公开工作年度报告", "", 2023, "standard"),
        ("临江市第8师教育局2023年政府信息公开工作年度报告", "临江市第8师教育局", 2023, "standard"),
        ("临江市12345热线中心2023年政府信息公开工作年度报告", "临江市12345热线中心", 2023, "standard"),
    ],
)
def test_titles(text: str, agency: str, year: int, style: str) -> None:
    title = find_title(text, len(text), family().title_styles)
    assert title is not None
    assert (title.agency, title.year, title.style) == (agency, year, style)
    assert "".join(text[slice(*title.span)].split()) == title.text
    assert text[title.year_span.start] in "2二"


def test_a_sentence_is_no_title() -> None:
    title = "临江市商务局2023年政府信息公开工作年度报告"
    around = ("根据条例规定,现公布{}。全文如下。", "发布日期2024年1月31日{}", "3{}", "浏览325次{}")
    for text in (one.format(title) for one in around):
        assert find_title(text, len(text), family().title_styles) is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2024年1月19日", date(2024, 1, 19)),
        ("二〇二四年一月十九日", date(2024, 1, 19)),
        ("二○二四年十二月三十一日", date(2024, 12, 31)),
        ("2024 年\n1 月 5 日", date(2024, 1, 5)),
        ("2024-01-19", date(2024, 1, 19)),
        ("2024年2月30日", None),
    ],
)
def test_dates(text: str, day: date | None) -> None:
    found = dates(text, 0, len(text))
    assert [one.value for one in found] == [day]


def test_periods() -> None:
    for text in (
        "2023年1月1日至2023年12月31日",
        "2023年1月1日起至12月31日止",
        "2023年1月1日—12月31日",
        "2023.1.1-2023.12.31",
    ):
        found = period(text, 0, len(text))
        assert found is not None
        assert (found.start.value, found.end.value) == (date(2023, 1, 1), date(2023, 12, 31))


def test_facts_of_a_whole_report() -> None:
    rendered = render(
        tagged("f2021"),
        year=2023,
        form="f2021",
        agency="临江市商务局",
        layout="single_line_rows",
        prose={
            "preamble": [
                "本报告由总体情况、主动公开、收到和处理申请、行政复议和行政诉讼、主要问题五部分组成。"
                "统计期限为2023年1月1日至2023年12月31日。"
            ],
        },
    )
    report = read_report(rendered.text + "\n\n临江市商务局\n2024年1月19日\n")
    facts = {name: fact.value for name, fact in report.facts.items()}
    assert facts["intro.parts_stated"] == Decimal(5)
    assert facts["intro.parts_listed"] == Decimal(5)
    assert facts["report.period_end"] == date(2023, 12, 31)
    assert facts["report.signed"] == date(2024, 1, 19)
    assert facts["report.signed_by"] == "临江市商务局"
    assert facts["report.level"] == "department"


@pytest.mark.parametrize(
    ("agency", "level"),
    [
        ("财政部", "ministry"),
        ("云岭省人民政府", "province"),
        ("临江市", "city"),
        ("临江市东河区人民政府办公室", "county"),
        ("白石镇人民政府", "township"),
        ("临江市东河区桥头街道办事处", "township"),
        ("临江市东河区卫生健康局", "department"),
    ],
)
def test_levels(agency: str, level: str) -> None:
    rendered = render(tagged("f2021"), year=2023, form="f2021", agency=agency, layout="tabs")
    assert read_report(rendered.text).facts["report.level"].value == level


def headings(text: str) -> list[tuple[str, str, bool]]:
    return [(section.id, section.heading, section.official) for section in find_sections(text, family())]


def test_headings_in_other_words_and_broken_over_lines() -> None:
    text = (
        "一、工作基本情况\n正文\n二、主动公开政府\n\n信息情况\n表\n三、收到和处理政府信息公开申请情况\n"
        "一、本年新收政府信息公开申请数量 1 2 3 4 5 6 7\n四、结转下年度继续办理 1 2 3 4 5 6 7\n"
        "四、政府信息公开行政法复议、行政诉讼情况\n表\n五、不足之处和下一步打算\n正文\n六、其他需要报告的事项\n无\n"
    )
    assert headings(text) == [
        ("overview", "工作基本情况", True),
        ("active", "主动公开政府信息情况", True),
        ("requests", "收到和处理政府信息公开申请情况", True),
        ("cases", "政府信息公开行政法复议、行政诉讼情况", False),
        ("problems", "不足之处和下一步打算", False),
        ("others", "其他需要报告的事项", True),
    ]


def test_a_table_of_contents_is_not_the_sections() -> None:
    names = ["总体情况", "主动公开政府信息情况", "收到和处理政府信息公开申请情况"]
    contents = "".join(f"{ordinal}、{name}\n" for ordinal, name in zip("一二三", names, strict=True))
    body = "".join(f"{ordinal}、{name}\n正文正文。\n" for ordinal, name in zip("一二三", names, strict=True))
    sections = find_sections(contents + body, family())
    assert [section.heading_span.start > len(contents) for section in sections] == [True] * 3


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("关于召开会议的通知\n请各单位准时参加。", "没有找到它的表格"),
        ("临江市2016年政府信息公开工作年度报告\n统计指标 单位 统计数\n一、主动公开情况", "2014 年统计表"),
        ("临江市2012年政府信息公开工作年度报告\n一、概述\n全年公开信息20条。", "2012 年度"),
        ("临江学校2019-2020学年信息公开工作年度报告\n一、概述", "学校信息公开"),
    ],
)
def test_other_documents_are_refused(text: str, words: str) -> None:
    with pytest.raises(UnreadableError) as problem:
        read_report(text)
    assert words in problem.value.reason


def test_tables_are_found_without_their_headings() -> None:
    rendered = render(tagged("f2021"), year=2023, form="f2021", agency="临江市商务局", layout="tabs")
    sections = read_report(rendered.text).sections
    lost = {section.heading for section in sections if section.id in ("active", "requests", "cases")}
    kept = [line for line in rendered.text.split("\n") if not any(line.endswith(heading) for heading in lost)]
    assert len(kept) == rendered.text.count("\n") + 1 - 3
    report = read_report("\n".join(kept))
    assert sum(cell.value is not None for cell in report.cells.values()) == 200


def test_of_several_titles_that_of_the_period() -> None:
    text = "河口镇2021年政府信息公开工作年度报告\n河口镇2023年政府信息公开工作年度报告\n"
    styles = family().title_styles
    of_period, unsaid = find_title(text, len(text), styles, year=2023), find_title(text, len(text), styles)
    assert of_period is not None and of_period.year == 2023
    assert unsaid is not None and unsaid.year == 2021


def test_the_day_of_a_changed_page_is_no_signature() -> None:
    rendered = render(tagged("f2021"), year=2023, form="f2021", agency="临江市商务局", layout="single_line_rows")
    text = rendered.text.rstrip() + "\n\n临江市商务局\n2024年1月12日\n\n更新：2024年3月2日\n"
    assert read_report(text).facts["report.signed"].value == date(2024, 1, 12)
