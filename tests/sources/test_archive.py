"""Archives and their parts: what is harmless is read, everything else is told in one sentence."""

from __future__ import annotations

import io
import struct
import zipfile

import pytest

from linter.sources.archive import MAX_MARKS, open_archive, parse_part
from linter.sources.interface import UnreadableError
from sources.wordfile import packed

ENTITY = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'


def refused(data: bytes) -> str:
    with pytest.raises(UnreadableError) as problem:
        open_archive(data, "x.docx")
    assert problem.value.path == "x.docx"
    return problem.value.reason


def with_size(data: bytes, part: str, size: int) -> bytes:
    """The archive whose directory and headers say that a part has this size unpacked."""
    changed = bytearray(data)
    for magic, offset in ((b"PK\x01\x02", 24), (b"PK\x03\x04", 22)):
        name = offset + (22 if magic[2] == 1 else 8)
        start = -1
        while (start := changed.find(magic, start + 1)) >= 0:
            if changed[start + name :].startswith(part.encode()):
                changed[start + offset : start + offset + 4] = struct.pack("<I", size)
    return bytes(changed)


def test_parts_are_found_whatever_their_case_and_slashes() -> None:
    archive = open_archive(packed({"Word\\Document.xml": "甲"}), "x")
    assert "word/document.xml" in archive
    assert "/word/DOCUMENT.xml" in archive
    assert "word/styles.xml" not in archive
    assert archive.read("word/document.xml").decode() == "甲"


@pytest.mark.parametrize("cut", [0, 4, 30, 100, -1, -10, -60])
def test_what_is_cut_off_is_damaged(cut: int) -> None:
    data = packed({"a.xml": "甲" * 50, "b.xml": "乙"})
    assert "已损坏" in refused(data[:cut])


def test_a_part_whose_bytes_are_wrong_is_damaged() -> None:
    data = bytearray(packed({"a.xml": bytes(range(256)) * 4}))
    data[60:80] = b"\xff" * 20
    with pytest.raises(UnreadableError, match="已损坏"):
        open_archive(bytes(data), "x").read("a.xml")


def test_a_part_that_is_missing_or_there_twice_is_damaged() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("a.xml", "1")
        archive.writestr("A.xml", "2")
    opened = open_archive(made.getvalue(), "x")
    for part in ("a.xml", "b.xml"):
        with pytest.raises(UnreadableError, match="已损坏"):
            opened.read(part)


def test_bombs_are_seen_before_they_are_unpacked() -> None:
    assert "解压后过大" in refused(packed({"a": bytes(51_000_000)}))
    assert "解压后过大" in refused(packed({"a": bytes(1_500_000)}))
    assert "解压后过大" in refused(packed({str(n): "" for n in range(2_001)}))
    open_archive(packed({"a": bytes(900_000)}), "x")


def test_a_small_part_may_be_packed_tightly_but_no_more_is_read_than_asked_for() -> None:
    archive = open_archive(packed({"a": bytes(900_000)}), "x")
    assert len(archive.read("a", 900_000)) == 900_000
    with pytest.raises(UnreadableError, match="解压后过大"):
        archive.read("a", 899_999)


def test_a_directory_that_lies_about_sizes_gains_nothing() -> None:
    data = packed({"a": bytes(40_000_000)})
    small = with_size(data, "a", 1_000)
    with pytest.raises(UnreadableError, match="已损坏"):
        open_archive(small, "x").read("a")
    large = with_size(packed({"a": "甲"}), "a", 900_000)
    assert open_archive(large, "x").read("a").decode() == "甲"


def test_locked_archives_and_unusual_packing() -> None:
    data = bytearray(packed({"a": "甲"}))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    assert "密码" in refused(bytes(data))
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("a", "甲")
    assert "已损坏" in refused(made.getvalue())


def test_a_part_is_parsed_in_its_own_encoding() -> None:
    for encoding in ("utf-8", "utf-16", "gb18030"):
        data = f'<?xml version="1.0" encoding="{encoding}"?><a>数</a>'.encode(encoding)
        assert parse_part(data, "x").text == "数"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-be", "utf-7"])
def test_document_types_are_refused(encoding: str) -> None:
    with pytest.raises(UnreadableError, match="DTD|已损坏"):
        parse_part(f'<?xml version="1.0" encoding="{encoding}"?>{ENTITY}'.encode(encoding), "x")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        pytest.param(b"", "已损坏", id="nothing"),
        pytest.param(b"<a><b></a>", "已损坏", id="tags that cross"),
        pytest.param(b"<a>&nbsp;</a>", "已损坏", id="an entity that nobody declared"),
        pytest.param(b'<?xml version="1.0" encoding="x"?><a/>', "已损坏", id="an unknown encoding"),
        pytest.param(b"<a>" * 200_000, "已损坏", id="200,000 elements in each other"),
        pytest.param(b"<a>" + b"<b/>" * MAX_MARKS + b"</a>", "过于庞杂", id="too many elements"),
        pytest.param(b"<a " + b"".join(b'b%d="" ' % n for n in range(MAX_MARKS)) + b"/>", "过于庞杂", id="attributes"),
    ],
)
def test_parts_that_cannot_be_parsed(data: bytes, said: str) -> None:
    with pytest.raises(UnreadableError, match=said):
        parse_part(data, "x")
