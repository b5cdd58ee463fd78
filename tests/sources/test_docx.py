"""Word files: what Word shows of a paragraph with all changes accepted, each trap a test."""

from __future__ import annotations

import pytest

from sources.wordfile import HIDDEN, cell, lines, paragraph, read, row, run, table

BEGIN, SEPARATE, END = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))
INSTRUCTION = "<w:r><w:instrText> PAGE </w:instrText></w:r>"
DELETED_MARK = "<w:rPr><w:del/></w:rPr>"


@pytest.mark.parametrize(
    ("runs", "shown"),
    [
        pytest.param(["收到", "12", "3件"], "收到123件", id="a number over several runs"),
        pytest.param(["收到", f"<w:ins>{run('15')}</w:ins>", "件"], "收到15件", id="tracked insertion"),
        pytest.param(["1", "<w:del><w:r><w:delText>6</w:delText></w:r></w:del>", "5"], "15", id="tracked deletion"),
        pytest.param(["1", f"<w:del>{run('6')}</w:del>", "5"], "15", id="a deletion that keeps plain text"),
        pytest.param([f"<w:ins><w:del>{run('6')}</w:del>{run('7')}</w:ins>"], "7", id="a deletion in an insertion"),
        pytest.param([f"<w:moveFrom>{run('旧')}</w:moveFrom>", f"<w:moveTo>{run('新')}</w:moveTo>"], "新", id="a move"),
        pytest.param(
            ["收到", f"<w:sdt><w:sdtPr/><w:sdtContent>{run('15')}</w:sdtContent></w:sdt>"],
            "收到15",
            id="content control",
        ),
        pytest.param(
            [f"<w:smartTag><w:customXml><w:hyperlink>{run('15')}</w:hyperlink></w:customXml></w:smartTag>件"[:-1]],
            "15",
            id="smart tag, custom XML, link",
        ),
        pytest.param([f'<w:fldSimple w:instr="PAGE">{run("9")}</w:fldSimple>'], "9", id="simple field"),
        pytest.param(["第", BEGIN, INSTRUCTION, SEPARATE, "9", END, "页"], "第9页", id="complex field"),
        pytest.param(
            ["a", BEGIN, INSTRUCTION, BEGIN, INSTRUCTION, SEPARATE, "no", END, SEPARATE, "b", END, "c"],
            "abc",
            id="a field within the instruction of another",
        ),
        pytest.param(
            [BEGIN, SEPARATE, "a", BEGIN, INSTRUCTION, SEPARATE, "b", END, "c", END, "d"],
            "abcd",
            id="a field within the result of another",
        ),
        pytest.param(["第", BEGIN, INSTRUCTION, END, "页"], "第页", id="a field without a result"),
        pytest.param([END, SEPARATE, "a"], "a", id="stray marks of fields"),
        pytest.param(["<w:r><w:noBreakHyphen/><w:t>18</w:t></w:r>"], "-18", id="no-break hyphen"),
        pytest.param(["<w:r><w:t>1</w:t><w:softHyphen/><w:t>8</w:t></w:r>"], "18", id="soft hyphen"),
        pytest.param(["1\u200b7\xad48"], "1748", id="characters without width"),
        pytest.param([run("旧", HIDDEN), run("新", '<w:vanish w:val="0"/>'), "件"], "新件", id="hidden text"),
        pytest.param(
            [run("新", "<w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange>")], "新", id="text that was hidden once"
        ),
        pytest.param(["<w:r><w:t> 12 </w:t></w:r>", "3"], "123", id="blanks that do not count"),
        pytest.param(['<w:r><w:t xml:space="preserve"> 12 </w:t></w:r>', "3"], " 12 3", id="blanks that count"),
        pytest.param(['<w:r><w:sym w:font="Symbol" w:char="F02D"/></w:r>', "5"], "-5", id="minus of the font Symbol"),
        pytest.param(['<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>'], "□", id="a picture of Wingdings"),
        pytest.param(['<w:r><w:sym w:font="宋体" w:char="2460"/></w:r>'], "①", id="another symbol"),
        pytest.param(["<m:oMath><m:r><m:t>3+4</m:t></m:r></m:oMath>"], "3+4", id="formula"),
        pytest.param(
            [f"<w:r><w:ruby><w:rt>{run('shu')}</w:rt><w:rubyBase>{run('数')}</w:rubyBase></w:ruby></w:r>", "据"],
            "数据",
            id="pinyin above",
        ),
        pytest.param(["数", '<w:r><w:footnoteReference w:id="2"/></w:r>', "据"], "数据", id="footnote mark"),
        pytest.param(["１５\u00a0件"], "１５\u00a0件", id="wide digits stay as printed"),
    ],
)
def test_what_a_paragraph_shows(runs: list[str], shown: str) -> None:
    assert lines(paragraph(*runs)) == [shown]


def test_wide_digits_are_plain_in_the_text_that_is_read() -> None:
    assert read(paragraph("１５\u00a0件")).text == "15 件\n"


def test_paragraphs_and_breaks_are_lines() -> None:
    body = paragraph("<w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t><w:cr/><w:t>丙</w:t></w:r>") + paragraph("丁")
    assert lines(body) == ["甲", "乙", "丙", "丁"]


def test_a_deleted_mark_joins_paragraphs() -> None:
    gone = "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:del><w:r><w:delText>旧</w:delText></w:r></w:del></w:p>"
    assert lines(paragraph("共1", properties=DELETED_MARK) + gone + paragraph("5件") + paragraph("完")) == [
        "共15件",
        "完",
    ]
    moved = paragraph("甲", properties="<w:rPr><w:moveFrom/></w:rPr>")
    assert lines(moved + paragraph("乙")) == ["甲乙"]


def test_a_deleted_mark_before_a_table_or_at_the_end_joins_nothing() -> None:
    mark = paragraph("甲", properties=DELETED_MARK)
    assert lines(mark + table(row("1", cell(mark))) + mark) == ["甲", "1|甲", "甲"]


def test_a_hidden_mark_joins_paragraphs() -> None:
    assert lines(paragraph("甲", properties=f"<w:rPr>{HIDDEN}</w:rPr>") + paragraph("乙")) == ["甲乙"]


def test_a_field_may_go_on_in_the_next_paragraph_but_not_its_instruction() -> None:
    contents = paragraph(BEGIN, INSTRUCTION, SEPARATE, "一、总体") + paragraph("二、公开", END) + paragraph("正文")
    assert lines(contents) == ["一、总体", "二、公开", "正文"]
    broken = paragraph("甲", BEGIN, INSTRUCTION) + paragraph("乙", SEPARATE, "丙", END)
    assert lines(broken) == ["甲", "乙丙"]


def test_tabs_outside_tables_part_cells_and_indent() -> None:
    tab = "<w:r><w:tab/></w:r>"
    stops = '<w:tabs><w:tab w:val="left" w:pos="420"/></w:tabs>'
    assert lines(paragraph(tab, tab, "一、总体情况", properties=stops)) == ["一、总体情况"]
    assert lines(paragraph("规章", tab, "1", tab, tab, "9", tab, properties=stops)) == ["规章|1||9|"]
    assert lines(paragraph(tab, "规章", tab, "1")) == ["|规章|1"]
    assert lines(paragraph(tab, "规章", tab, tab)) == ["|规章||"]
    assert lines(paragraph(tab) + paragraph("完")) == ["", "完"]
