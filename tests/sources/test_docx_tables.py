"""Tables and text boxes of Word files: distinct cells, merged ones once, frames read as what they hold."""

from __future__ import annotations

from sources.wordfile import HIDDEN, box, cell, lines, paragraph, row, run, table


def test_tabs_and_breaks_in_a_cell_are_blanks() -> None:
    inside = "<w:r><w:t>本年</w:t><w:tab/><w:t>制发</w:t><w:br/><w:t>件数</w:t></w:r>"
    assert lines(table(row(cell(paragraph(inside), "（件）"), "1"))) == ["本年 制发 件数 （件）|1"]


def test_a_number_over_two_runs_of_a_cell() -> None:
    assert lines(table(row("总计", cell(paragraph("1", f"<w:ins>{run('7')}</w:ins>", "48"))))) == ["总计|1748"]


def test_merged_cells_are_handed_over_once_and_blank_below() -> None:
    restart, goes_on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    body = table(
        row(cell("类别", properties=restart), cell("宽", properties='<w:gridSpan w:val="2"/>')),
        row(cell("旧文", properties=goes_on), "1", "2"),
        row(cell(properties='<w:vMerge w:val="continue"/>'), "3", "4"),
        row("新", "5", "6"),
    )
    assert lines(body) == ["类别|宽", "|1|2", "|3|4", "新|5|6"]


def test_a_cell_goes_on_only_under_one_that_stands_in_its_column() -> None:
    goes_on = "<w:vMerge/>"
    assert lines(table(row(cell("甲", properties=goes_on), "1"))) == ["甲|1"]
    moved = table(
        row("a", cell("b", properties='<w:vMerge w:val="restart"/>')),
        row(cell("乙", properties=goes_on), cell("丙", properties=goes_on)),
    )
    assert lines(moved) == ["a|b", "乙|"]


def test_old_horizontal_merges() -> None:
    body = table(
        row(cell("甲", properties='<w:hMerge w:val="restart"/>'), cell("乙", properties="<w:hMerge/>"), "丙"),
        row("1", "2", cell("3", properties='<w:vMerge w:val="restart"/>')),
        row("4", "5", cell(properties="<w:vMerge/>")),
    )
    assert lines(body) == ["甲|丙", "1|2|3", "4|5|"]


def test_properties_from_before_a_tracked_change_do_not_count() -> None:
    former = '<w:tcPrChange><w:tcPr><w:vMerge w:val="continue"/><w:gridSpan w:val="9"/></w:tcPr></w:tcPrChange>'
    below = cell(properties="<w:vMerge/>")
    body = table(
        row(cell("甲", properties=former), cell("乙", properties='<w:vMerge w:val="restart"/>')), row("丙", below)
    )
    assert lines(body) == ["甲|乙", "丙|"]


def test_tracked_merges_of_cells() -> None:
    first, later = '<w:cellMerge w:vMerge="rest"/>', '<w:cellMerge w:vMerge="cont" w:vMergeOrig="rest"/>'
    body = table(row(cell("甲", properties=first), "1"), row(cell("乙", properties=later), "2"))
    assert lines(body) == ["甲|1", "|2"]


def test_rows_that_begin_further_right() -> None:
    assert lines(table(row("1", "2", properties='<w:gridBefore w:val="1"/><w:wBefore w:w="900"/>'))) == ["|1|2"]
    assert lines(table(row("1", "2", properties='<w:gridBefore w:val="1"/><w:wBefore w:w="12"/>'))) == ["1|2"]
    assert lines(table(row("1", "2", properties='<w:gridAfter w:val="1"/>'))) == ["1|2"]


def test_deleted_and_hidden_rows_and_deleted_cells() -> None:
    gone = row("旧", "1", properties="<w:del/>")
    unseen = row("藏", "1", properties="<w:hidden/>")
    new = row("新", cell("2", properties="<w:cellDel/>"), cell("3", properties="<w:cellIns/>"), properties="<w:ins/>")
    assert lines(table(gone, unseen, new)) == ["新|3"]


def test_content_controls_around_paragraphs_tables_rows_and_cells() -> None:
    def control(inside: str) -> str:
        return f"<w:sdt><w:sdtPr><w:rPr>{HIDDEN}</w:rPr></w:sdtPr><w:sdtContent>{inside}</w:sdtContent></w:sdt>"

    body = control(paragraph("甲")) + control(table(control(row("乙", control(cell(control(paragraph("1"))))))))
    assert lines(body) == ["甲", "乙|1"]


def test_a_text_box_is_read_once_and_does_not_part_its_paragraph() -> None:
    assert lines(paragraph("共1", box(paragraph("一、总体情况")), "5件")) == ["一、总体情况", "共15件"]
    assert lines(paragraph("情况如下：", box(table(row("甲", "1"))))) == ["情况如下：", "甲|1"]
    assert lines(
        paragraph(f"<w:r><mc:AlternateContent><mc:Fallback>{run('旧')}</mc:Fallback></mc:AlternateContent></w:r>")
    ) == ["旧"]


def test_a_text_box_without_alternatives_in_a_cell_and_in_anotherbox() -> None:
    old = f"<w:r><w:pict><v:textbox><w:txbxContent>{paragraph('15')}</w:txbxContent></v:textbox></w:pict></w:r>"
    assert lines(table(row("总计", cell(paragraph(old))))) == ["总计|15"]
    assert lines(paragraph(box(paragraph("外", box(paragraph("内")))))) == ["内", "外", ""]


def test_a_hidden_text_box_is_not_shown() -> None:
    seen = box(paragraph("旧")).replace("<w:r>", f"<w:r><w:rPr>{HIDDEN}</w:rPr>", 1)
    assert lines(paragraph("甲", seen, "乙") + paragraph("丙")) == ["甲乙", "丙"]


def test_a_table_in_a_cell_is_read_as_rows() -> None:
    inner = table(row("规章", "1"), row("规范性文件", "2"))
    assert lines(table(row("左", cell("上", inner, "下"), "右"))) == ["左", "上", "规章|1", "规范性文件|2", "下", "右"]
    deep = table(row(cell(table(row(cell(inner))))))
    assert lines(deep) == ["规章|1", "规范性文件|2"]


def test_a_table_of_one_cell_in_a_cell_is_its_text() -> None:
    assert lines(table(row("总计", cell(table(row("15")), "<w:p/>")))) == ["总计|15"]


def test_a_cell_that_frames_prose_is_read_as_lines() -> None:
    prose = "本机关依法主动公开政府信息。" * 9
    assert lines(table(row(cell("一、总体情况", prose)))) == ["一、总体情况", prose]
    assert lines(table(row(cell("第二十条", "第（一）项")))) == ["第二十条 第（一）项"]
