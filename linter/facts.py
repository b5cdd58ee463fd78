"""The facts about a report: what reading states once for the whole report, and what conditions may ask for.

Names have three kinds: those of `REPORT` as they stand, `section.<id>.<aspect>` for each section of the
family with the aspects of `SECTION`, and `remark.<kind>` for what the reader noticed about the layout.
"""

from __future__ import annotations

from collections.abc import Iterable

from linter.form import Words
from linter.record import NamedTuple


class FactType(NamedTuple):
    """`kind` is text, number, bool or date; `choices` are the only words that a text may be, if given."""

    kind: str
    label: Words
    choices: tuple[str, ...] = ()


LEVELS = ("ministry", "province", "city", "county", "township", "department", "other")
TITLE_STYLES = ("standard", "other_order", "other_kind")

REPORT: dict[str, FactType] = {
    "report.title": FactType("text", Words("标题", "title")),
    "report.title_style": FactType("text", Words("标题写法", "style of the title"), TITLE_STYLES),
    "report.year": FactType("number", Words("报告年份", "year of the report")),
    "report.form": FactType("text", Words("模板", "form")),
    # The tables are on different forms.
    "report.mixed": FactType("bool", Words("表格混用模板", "tables on different forms")),
    # How many forms have a word in the text that only they print.
    "report.forms_marked": FactType("number", Words("出现的模板数", "number of forms in use")),
    "report.agency": FactType("text", Words("编制单位", "agency")),
    "report.signed_by": FactType("text", Words("落款单位", "signing agency")),
    "report.signed": FactType("date", Words("落款日期", "date of signature")),
    "report.period_start": FactType("date", Words("统计期起", "start of the period")),
    "report.period_end": FactType("date", Words("统计期止", "end of the period")),
    "report.level": FactType("text", Words("单位级别", "level of the agency"), LEVELS),
    # Last day to publish, where the configuration names one for the level.
    "report.deadline": FactType("date", Words("公布期限", "deadline")),
    "report.text": FactType("text", Words("全文", "text of the report")),
    # As a person sees it; `report.text` has punctuation and digits in their plain forms.
    "report.original": FactType("text", Words("全文", "text of the report")),
    "sections.ordered": FactType("bool", Words("各部分的顺序", "order of the sections")),
    "intro.parts_stated": FactType("number", Words("引言所说的部分数", "parts announced")),
    "intro.parts_listed": FactType("number", Words("引言列出的部分数", "parts listed")),
}

SECTION: dict[str, FactType] = {
    "found": FactType("bool", Words("有无", "presence")),
    "heading": FactType("text", Words("标题", "heading")),
    "text": FactType("text", Words("正文", "text")),
    # The heading is one of the family's wordings.
    "official": FactType("bool", Words("标题用语", "wording of the heading")),
    # The table that belongs to the section was found.
    "table": FactType("bool", Words("表格", "table")),
}

CLAIM = FactType("number", Words("正文所说", "what the prose says"))

REMARKS: dict[str, Words] = {
    "page_mark": Words("表内的页码", "a page mark inside a table"),
    "repeated_header": Words("重复的表头", "a repeated header"),
    "piece_width": Words("列数不同的表格段", "a piece of a table with another number of columns"),
    "unread_row": Words("数字未能读出的行", "a row whose figures could not be used"),
    "extra_row": Words("多出的行", "a row that the form does not have"),
    "long_prose": Words("没有读完的正文", "prose that was not read to its end"),
    "corner_missing": Words("缺少的表角说明", "a missing note in the corner of a table"),
}


def fact_names(sections: Iterable[str]) -> list[str]:
    """Every name a condition may use, for the sections of a family."""
    return [*REPORT, *(f"section.{one}.{aspect}" for one in sections for aspect in SECTION)]


def fact_type(name: str) -> FactType:
    """The type of a fact by its full name, be it last year's (`prev.…`) or said in prose (`n.…`); raises KeyError."""
    name = name.removeprefix("prev.")
    if name.startswith("n."):
        return CLAIM
    if name in REPORT:
        return REPORT[name]
    return SECTION[name.rsplit(".", 1)[1]]
