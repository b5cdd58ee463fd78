"""Comments go around exactly the characters of a figure, whatever Word has put around them."""

from __future__ import annotations

import pytest

from findings import finding
from linter.report import Span
from linter.sources.docx import read_docx
from rendering.wordcomments.noted import MAIN, W, noted, root, shape, word_file, words
from sources.wordfile import box, cell, paragraph, row, run, table

BEGIN, SEPARATE, END = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))
SUM, LINK = (f"<w:r><w:instrText> {code} </w:instrText></w:r>" for code in ("=SUM(ABOVE)", 'HYPERLINK "x"'))


def inside(name: str, *runs: str, attributes: str = "") -> str:
    return f"<w:{name} {attributes}>{''.join(run(one) if one[0] != '<' else one for one in runs)}</w:{name}>"


def control(properties: str, *runs: str) -> str:
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr>{inside('sdtContent', *runs)}</w:sdt>"


@pytest.mark.parametrize(
    ("runs", "expected"),
    [
        pytest.param(["收到15件"], "收到 [ 15 ] * 件", id="in one run"),
        pytest.param(["15"], "[ 15 ] *", id="a whole run"),
        pytest.param(["收到1", "5件"], "收到 [ 1 5 ] * 件", id="over two runs"),
        pytest.param(["收到1", "", "5", "件"], "收到 [ 1  5 ] * 件", id="over several runs"),
        pytest.param(["<w:r><w:t>收到</w:t><w:t>15</w:t><w:br/><w:t>件</w:t></w:r>"], "收到 [ 15 ] * /件", id="texts"),
        pytest.param(["1\u200b5件"], "[ 1\u200b5 ] * 件", id="characters without width"),
        pytest.param(["<w:r><w:lastRenderedPageBreak/><w:t>15</w:t></w:r>"], "[ 15 ] *", id="page break of the layout"),
        pytest.param(["收到", inside("ins", "15"), "件"], "收到 ins( [ 15 ] * ) 件", id="tracked insertion"),
        pytest.param([inside("ins", "收到1"), "5件"], "ins( 收到 [ 1 ) 5 ] * 件", id="out of an insertion"),
        pytest.param([inside("moveTo", "收到15")], "moveTo( 收到 [ 15 ] * )", id="moved text"),
        pytest.param([inside("hyperlink", "收到15件")], "hyperlink( 收到 [ 15 ] * 件 )", id="link"),
        pytest.param([control("", "收到15件")], "sdt( 收到 [ 15 ] * 件 )", id="content control"),
        pytest.param(
            ["共", control("<w:text/>", "15"), "件"], "共 [ sdt( 15 ) ] * 件", id="content control for plain text"
        ),
        pytest.param([inside("smartTag", "15"), "件"], "[ smartTag( 15 ) ] * 件", id="smart tag"),
        pytest.param(
            [inside("smartTag", inside("ins", "15")), "件"], "[ smartTag( ins( 15 ) ) ] * 件", id="inside a smart tag"
        ),
        pytest.param(
            [inside("ins", inside("smartTag", "15"), "件")], "ins( [ smartTag( 15 ) ] * 件 )", id="smart tag inside"
        ),
        pytest.param([inside("customXml", "15"), "件"], "[ customXml( 15 ) ] * 件", id="custom XML"),
        pytest.param([inside("fldSimple", "15"), "件"], "[ fldSimple( 15 ) ] * 件", id="simple field"),
        pytest.param(["共", BEGIN, SUM, SEPARATE, "15", END], "共 [ {  : 15 } ] *", id="field"),
        pytest.param(
            ["共", BEGIN, BEGIN, SEPARATE, "9", END, SEPARATE, "15", END],
            "共 [ { { : 9 } : 15 } ] *",
            id="field with a field in its code",
        ),
        pytest.param([BEGIN, LINK, SEPARATE, "收到15件", END], "{  : 收到 [ 15 ] * 件 }", id="link as a field"),
        pytest.param([BEGIN, SUM, SEPARATE, "9", END, "15"], "{  : 9 } [ 15 ] *", id="behind a field"),
        pytest.param(["<m:oMath><m:r><m:t>15</m:t></m:r></m:oMath>", "件"], "[ oMath( 15 ) ] * 件", id="formula"),
        pytest.param(
            [f"<w:r><w:ruby><w:rubyBase>{run('15')}</w:rubyBase></w:ruby></w:r>"], "[ ruby ] *", id="pinyin above"
        ),
    ],
)
def test_in_a_paragraph(runs: list[str], expected: str) -> None:
    assert shape(noted(word_file(paragraph(*runs)), "15")) == [expected]


def test_marks_that_are_no_text() -> None:
    data = word_file(paragraph('<w:r><w:t>共</w:t><w:noBreakHyphen/><w:sym w:font="宋体" w:char="2460"/></w:r>'))
    assert shape(noted(data, "-")) == ["共 [ - ] * $"]
    assert shape(noted(data, "①")) == ["共- [ $ ] *"]


def test_halves_of_a_run_keep_its_look() -> None:
    look = '<w:rPr><w:b/><w:sz w:val="24"/></w:rPr>'
    made = noted(word_file(f'<w:p><w:r w:rsidR="00AB12CD">{look}<w:t>收到15件</w:t></w:r></w:p>'), "15")
    halves = [one for one in root(made, MAIN).iter(W + "r") if words(one)]
    assert [words(one) for one in halves] == ["收到", "15", "件"]
    for half in halves:
        assert half.get(W + "rsidR") == "00AB12CD"
        assert [str(one.tag).removeprefix(W) for one in half] == ["rPr", "t"]
        assert [str(one.tag).removeprefix(W) for one in half[0]] == ["b", "sz"]


def test_blanks_that_count_go_on_counting() -> None:
    plain = "<w:r><w:t>收到 15 件</w:t></w:r>"
    assert shape(noted(word_file(f"<w:p>{plain}</w:p>"), "15")) == ["收到  [ 15 ] *  件"]


def test_blanks_that_do_not_count_need_no_cut() -> None:
    assert shape(noted(word_file("<w:p><w:r><w:t> 15 </w:t></w:r></w:p>"), "15")) == ["[  15  ] *"]
    made = noted(word_file("<w:p><w:r><w:t>收到 15</w:t></w:r></w:p>"), "15")
    assert shape(made) == ["收到  [ 15 ] *"]


def test_a_place_without_characters_is_the_text_before_it() -> None:
    data = word_file(paragraph("总计", "<w:r><w:tab/></w:r>", "收到15件", "<w:r><w:tab/></w:r>"))
    assert read_docx(data, "x").text == "总计\t收到15件\t\n"
    assert shape(noted(data, "15", finding(Span(9, 9)))) == ["总计  [ 收到 [ 15 ] * 件 ] * "]


def test_several_comments_at_one_place_and_across_each_other() -> None:
    data = word_file(paragraph("收到15件"))
    assert shape(noted(data, "15", "15")) == ["收到 [ [ 15 ] * ] * 件"]
    assert shape(noted(data, "到15", "5件", "1")) == ["收 [ 到 [ 1 ] * [ 5 ] * 件 ] *"]


def test_over_paragraphs_that_are_one() -> None:
    mark = "<w:rPr><w:del/></w:rPr>"
    data = word_file(paragraph("收到1", properties=mark) + paragraph("5件"))
    assert shape(noted(data, "15")) == ["收到 [ 1", "5 ] * 件"]


def test_cells() -> None:
    nested = table(row("9", cell(table(row("收到15件", "8")), "<w:p/>")))
    assert shape(noted(word_file(nested), "15"))[1] == "收到 [ 15 ] * 件"
    wide = table(row(cell("15", properties='<w:gridSpan w:val="3"/>')), row("1", "2", "3"))
    assert shape(noted(word_file(wide), "15"))[0] == "[ 15 ] *"
    two = table(row("一共", "15"))
    assert shape(noted(word_file(two), "一共\t15")) == ["[ 一共 ] *", "15"]


BLANK = finding(Span(3, 3))
"""What is blank behind a label of two characters."""
OLD = "<w:del><w:r><w:delText>9</w:delText></w:r></w:del>"


@pytest.mark.parametrize(
    ("blank", "expected"),
    [
        pytest.param("", "[ ] *", id="nothing at all"),
        pytest.param(cell(f"<w:p>{OLD}</w:p>"), "del( 9 ) [ ] *", id="deleted text"),
        pytest.param(cell(table(row("")), "<w:p/>"), "[ ] *", id="a table inside"),
        pytest.param(f"<w:sdt><w:sdtContent>{cell()}</w:sdtContent></w:sdt>", "[ ] *", id="in a content control"),
    ],
)
def test_blank_cells(blank: str, expected: str) -> None:
    assert shape(noted(word_file(table(row("总计", blank))), BLANK))[1] == expected


def test_a_blank_that_is_merged_from_above_is_shown_there() -> None:
    top, below = (
        cell(text, properties=f'<w:vMerge w:val="{how}"/>') for text, how in (("甲", "restart"), ("", "continue"))
    )
    wide = cell("总计", properties='<w:gridSpan w:val="2"/>')
    data = word_file(table(row("一", "二", top), row(wide, below), row(wide, below)))
    at = read_docx(data, "x").text.rindex("\t") + 1
    assert shape(noted(data, finding(Span(at, at)))) == ["一", "二", "甲 [ ] *", "总计", "", "总计", ""]


def test_text_boxes_get_theirs_where_they_hang() -> None:
    data = word_file(
        paragraph("前", box(paragraph("收到15件")), "后") + table(row("盒", cell(paragraph(box(table(row("一", "")))))))
    )
    assert shape(noted(data, "15"))[0] == "前 [ box ] * 后"
    assert shape(noted(data, "15", "收"))[0] == "前 [ [ box ] * ] * 后"
    at = read_docx(data, "x").text.index("一") + 2
    assert shape(noted(data, finding(Span(at, at))))[2] == "[ box ] *"


def test_the_whole_report() -> None:
    data = word_file(paragraph(" ") + paragraph("某局2023年度", "报告") + paragraph("收到15件"))
    assert shape(noted(data, None, "15"))[1:] == ["[ 某局2023年度 报告 ] *", "收到 [ 15 ] * 件"]


def test_white_space_between_elements() -> None:
    body = "<w:p>\n  <w:r>\n    <w:rPr><w:b/></w:rPr>\n    <w:t>收到15件</w:t>\n    <w:br/>\n  </w:r>\n</w:p>\n"
    assert shape(noted(word_file(body), "15")) == ["收到 [ 15 ] * 件/"]
    blank = table(row("总计", "<w:tc>\n <w:p>\n </w:p>\n</w:tc>"))
    assert shape(noted(word_file(blank), BLANK))[1] == "[ ] *"
