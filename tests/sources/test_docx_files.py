"""Word files as packages: places that lead back to elements, dialects, and files that cannot be read."""

from __future__ import annotations

import pickle

import pytest

from linter.sources.docx import read_docx
from linter.sources.interface import Place, UnreadableError
from sources.wordfile import (
    STRICT,
    box,
    cell,
    document,
    elements_under,
    lines,
    packed,
    paragraph,
    read,
    relations,
    row,
    run,
    table,
    word_file,
)


def test_places_lead_back_to_elements() -> None:
    body = (
        paragraph(f"<w:del>{run('旧')}</w:del>", "收到", "15", "件")
        + paragraph(box(paragraph("盒")))
        + table(row("总计", cell(paragraph(f"<w:ins>{run('2')}</w:ins>", "0")), ""))
    )
    data = word_file(body)
    source = read_docx(data, "x.docx")
    assert source.original == "收到15件\n盒\n\n总计\t20\t\n"
    at = source.original.index("到15")
    assert elements_under(data, at, at + 3) == [("t", "到"), ("t", "15")]
    at = source.original.index("20")
    assert elements_under(data, at, at + 2) == [("t", "2"), ("t", "0")]
    assert elements_under(data, at + 3, at + 3) == [("tc", "")]
    assert source.place(at, at + 2) == Place(None, None, None, None)


def test_offsets_count_blanks_and_marks_that_are_not_shown() -> None:
    data = word_file("<w:p><w:r><w:t>  收\u200b到 </w:t></w:r></w:p>")
    assert elements_under(data, 0, 2) == [("t", "收"), ("t", "到")]


def test_a_source_can_be_sent_to_another_process() -> None:
    source = read(paragraph("收到") + table(row("1", "")))
    sent = pickle.loads(pickle.dumps(source))
    assert type(sent) is type(source)
    assert vars(sent) == vars(source)
    assert sent.place(0, 2) == source.place(0, 2)


def test_the_strict_dialect_and_a_main_part_of_another_name() -> None:
    main = document(paragraph("甲") + table(row(cell("乙", properties='<w:gridSpan w:val="2"/>'), "1")), word=STRICT)
    kind = "http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument"
    data = packed({"_rels/.rels": relations("/Word/Neu%20.xml", kind), "word/neu .xml": main})
    assert read_docx(data, "x").original == "甲\n乙\t1\n"


def test_a_package_without_relations_has_the_usual_main_part() -> None:
    assert read_docx(packed({"word/document.xml": document(paragraph("甲"))}), "x").original == "甲\n"


def test_a_part_in_utf_16() -> None:
    main = f'<?xml version="1.0" encoding="UTF-16"?>{document(paragraph("甲"))}'.encode("utf-16")
    assert read_docx(packed({"_rels/.rels": relations(), "word/document.xml": main}), "x").original == "甲\n"


def test_text_in_hidden_styles_is_not_shown() -> None:
    styles = (
        f'<w:styles xmlns:w="{STRICT}">'
        '<w:style w:styleId="z"><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:styleId="heir"><w:basedOn w:val="z"/></w:style>'
        '<w:style w:styleId="shown"><w:basedOn w:val="z"/><w:rPr><w:vanish w:val="false"/></w:rPr></w:style></w:styles>'
    )
    body = (
        paragraph("藏", run("显", '<w:vanish w:val="0"/>'), properties='<w:pStyle w:val="heir"/>')
        + paragraph("甲", run("旧", '<w:rStyle w:val="z"/>'), run("乙", '<w:rStyle w:val="shown"/>'))
        + paragraph("丙")
    )
    parts: dict[str, str | bytes] = {
        "_rels/.rels": relations(),
        "word/document.xml": document(body, word=STRICT),
        "word/_rels/document.xml.rels": relations("styles.xml", "x/styles"),
        "word/styles.xml": styles,
    }
    assert read_docx(packed(parts), "x").original == "显甲乙\n丙\n"


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        pytest.param({"_rels/.rels": relations(), "word/document.xml": document("<w:p/>")}, "没有文字", id="no text"),
        pytest.param({"_rels/.rels": relations("xl/workbook.xml")}, "不是 Word 文档", id="no main part"),
        pytest.param({"_rels/.rels": relations("a.xml"), "a.xml": "<workbook/>"}, "不是 Word 文档", id="a workbook"),
        pytest.param({"word/document.xml": document(paragraph("0123456789" * 400_000))}, "解压后过大", id="a bomb"),
        pytest.param({"word/document.xml": document("<w:p/>" * 400_000)}, "过于庞杂|解压后过大", id="many elements"),
        pytest.param({"word/document.xml": document("<w:p>")}, "已损坏", id="XML that does not end"),
        pytest.param({"_rels/.rels": "<", "word/document.xml": document("<w:p/>")}, "已损坏", id="broken relations"),
        pytest.param({"word/document.xml": document("<w:p>" * 300 + "</w:p>" * 300)}, "已损坏", id="too deep"),
    ],
)
def test_files_that_cannot_be_read(parts: dict[str, str | bytes], said: str) -> None:
    with pytest.raises(UnreadableError, match=said):
        read_docx(packed(parts), "x.docx")


@pytest.mark.parametrize(
    "body",
    [
        "<w:tc><w:p/></w:tc><w:tr><w:tc/></w:tr>",
        "<w:tbl><w:tc/><w:tr/><w:p/></w:tbl>",
        "<w:txbxContent><w:p/></w:txbxContent><w:r><w:t>1</w:t><w:tab/></w:r>",
        "<mc:Choice/><mc:Fallback/><w:del/><w:vanish/><w:gridSpan/><w:trPr/><w:rPr><w:vanish/></w:rPr>",
        "<w:p><w:p><w:tc><w:tr/></w:tc></w:p><w:tbl><w:p/></w:tbl></w:p>",
    ],
)
def test_elements_in_the_wrong_places_do_no_harm(body: str) -> None:
    assert "完" in lines(body + paragraph("完"))


def test_too_much_text() -> None:
    text = "".join(f"{n:x}" for n in range(1_000_000))
    with pytest.raises(UnreadableError, match="文字过多"):
        read(paragraph(text))


def test_many_characters_without_width() -> None:
    source = read(paragraph("1\u200b" * 60_000 + "2"))
    assert source.original.startswith("1" * 50_000)
    assert len(source.starts) < 50_010


def test_absurd_spans() -> None:
    wide = cell("甲", properties='<w:gridSpan w:val="1000000000"/>')
    endless = cell("乙", properties=f'<w:gridSpan w:val="{"9" * 5000}"/>')
    before = '<w:gridBefore w:val="1000000000"/>'
    assert lines(table(row(wide, endless, "1", properties=before))) == ["|甲|乙|1"]
