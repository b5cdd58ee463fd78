"""Nothing but the comments changes in the file: parts, their order, their stamps, and the text."""

from __future__ import annotations

import io
import zipfile

import pytest

from findings import finding
from linter.rendering.wordcomments import Annotation
from linter.sources.interface import UnreadableError
from rendering.wordcomments.noted import (
    COMMENTS,
    LINKS,
    MAIN,
    TYPES,
    bare,
    comments,
    noted,
    parts,
    root,
    shape,
    word_file,
)
from sources.wordfile import STRICT, document, packed, paragraph, relations

STAMP = (2024, 2, 29, 8, 30, 2)
BODY = paragraph("收到15件")


def repacked(data: bytes) -> bytes:
    """The same parts in another order, stamped, some of them not compressed."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for place, (name, content) in enumerate(reversed(parts(data).items())):
            info = zipfile.ZipInfo(name, STAMP)
            info.external_attr, info.comment = 0o640 << 16, b"x"
            archive.writestr(info, content, zipfile.ZIP_STORED if place % 2 else zipfile.ZIP_DEFLATED)
    return made.getvalue()


def entries(data: bytes) -> list[tuple[object, ...]]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return [
            (one.filename, one.date_time, one.compress_type, one.external_attr, one.comment)
            for one in archive.infolist()
        ]


def test_parts_keep_their_order_stamps_and_bytes() -> None:
    data = repacked(word_file(BODY))
    made = noted(data, "15")
    assert entries(made)[:-1] == entries(data)
    assert entries(made)[-1][:3] == (COMMENTS, STAMP, zipfile.ZIP_DEFLATED)
    before, after = parts(data), parts(made)
    assert {name for name in before if before[name] != after[name]} == {TYPES, MAIN, LINKS}


def test_without_findings_the_copy_is_the_file() -> None:
    data = repacked(word_file(BODY))
    assert noted(data) == data
    again = parts(bare(noted(data, "15")))
    assert {name for name, content in parts(data).items() if again[name] != content} <= {TYPES, MAIN, LINKS}
    assert list(root(noted(noted(data, "15")), COMMENTS)) == []


def test_text_and_package_know_the_new_part() -> None:
    made = noted(word_file(BODY), "15")
    (link,) = root(made, LINKS)
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
    assert dict(link.attrib) == {"Id": "rId1", "Type": kind, "Target": "comments.xml"}
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
    assert dict(root(made, TYPES)[-1].attrib) == {"PartName": "/word/comments.xml", "ContentType": kind}


def test_the_strict_dialect_and_a_main_part_of_another_name() -> None:
    kind = "http://purl.oclc.org/ooxml/officeDocument/relationships/"
    main = document(BODY, word=STRICT)
    data = packed({"_rels/.rels": relations("/Word/neu.xml", kind + "officeDocument"), "Word/neu.xml": main})
    made = parts(noted(data, "15"))
    assert list(made) == ["_rels/.rels", "Word/neu.xml", "Word/comments.xml", "Word/_rels/neu.xml.rels"]
    assert kind.encode() + b"comments" in made["Word/_rels/neu.xml.rels"]
    assert f'<w:comments xmlns:w="{STRICT}">'.encode() in made["Word/comments.xml"]


def test_an_unrelated_part_of_that_name_is_left_alone() -> None:
    data = packed({**parts(word_file(BODY)), "word/Comments.xml": "<other/>"})
    made = noted(data, "15")
    assert parts(made)["word/Comments.xml"] == b"<other/>"
    assert root(made, LINKS)[0].get("Target") == "comments1.xml"


def test_a_part_in_utf_16() -> None:
    main = f'<?xml version="1.0" encoding="UTF-16"?>{document(BODY)}'.encode("utf-16")
    made = noted(packed({**parts(word_file(BODY)), MAIN: main}), "15")
    assert parts(made)[MAIN].decode("utf-16").count("commentReference") == 1


def test_what_a_report_says_stays_harmless() -> None:
    nasty = finding(None, message='<w:p>&amp; "\x00\x1b[2J\ud800\ufffe')
    ((_, text),) = comments(noted(word_file(BODY), nasty))
    assert '<w:p>&amp; "  [2J  ' in text


def test_python_docx_reads_them() -> None:
    docx = pytest.importorskip("docx")
    read = docx.Document(io.BytesIO(noted(word_file(BODY), "15")))
    (one,) = read.comments
    assert (one.author, one.initials, one.timestamp) == ("gouji", "勾", None)
    assert one.text == "【错误】合计不符（T300）\n两边不等。\n建议：请核对。"
    assert [run.text for run in read.paragraphs[0].runs if run.text] == ["收到", "15", "件"]


@pytest.mark.parametrize(
    ("comments_part", "said"),
    [("<other/>", "批注已损坏"), ("<w:comments", "已损坏"), ("<!DOCTYPE a><a/>", "DTD")],
)
def test_comments_that_cannot_be_read(comments_part: str, said: str) -> None:
    with pytest.raises(UnreadableError, match=said):
        Annotation(word_file(BODY, comments=comments_part), "x.docx")


def test_a_signature_is_noticed() -> None:
    data = word_file(BODY)
    assert not Annotation(data, "x").signed
    assert Annotation(packed({**parts(data), "_xmlsignatures/origin.sigs": ""}), "x").signed


def test_protection_stays() -> None:
    settings = '<w:settings xmlns:w="x"><w:documentProtection w:edit="forms" w:enforcement="1"/></w:settings>'
    data = word_file(BODY, settings=settings)
    made = noted(data, "15")
    assert parts(made)["word/settings.xml"] == settings.encode()
    assert shape(made) == ["收到 [ 15 ] * 件"]
