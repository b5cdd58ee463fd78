"""Characters of web pages: what a page declares counts unless its bytes say otherwise."""

from __future__ import annotations

import pytest

from linter.sources.html import read_html
from linter.sources.interface import Place, UnreadableError

TEXT = "收到申请１２件，联系人袁㳇。"


def _page(declared: str, encoding: str) -> str:
    markup = f"<html><head><meta http-equiv=Content-Type content='text/html; charset={declared}'></head><p>{TEXT}"
    return read_html(markup.encode(encoding), "page.html").original


@pytest.mark.parametrize("declared", ["gb2312", "GBK", "gb18030", "x-gbk", "utf-8", "iso-8859-1"])
@pytest.mark.parametrize("encoding", ["gb18030", "utf-8", "utf-8-sig", "utf-16"])
def test_a_declaration_counts_where_the_bytes_agree(declared: str, encoding: str) -> None:
    assert _page(declared, encoding) == TEXT + "\n"


def test_a_short_page_is_what_it_declares() -> None:
    assert read_html("<meta charset=gb2312>㳇".encode("gb18030"), "x").original == "㳇\n"


def test_a_prolog_declares_as_well_and_moves_nothing() -> None:
    markup = '<?xml version="1.0" encoding="gb2312"?>\n<html><p>㳇12'
    source = read_html(markup.encode("gb18030"), "x")
    assert source.original == "㳇12\n"
    assert source.place(1, 3) == Place(2, 11, 2, 13)


def test_one_bad_byte_spoils_one_character() -> None:
    source = read_html(b"<meta charset=gbk><p>\xff " + TEXT.encode("gb18030"), "x")
    assert source.original == f"\ufffd {TEXT}\n"


def test_many_bad_bytes_are_said_with_the_first() -> None:
    with pytest.raises(UnreadableError, match="第 22 个字节"):
        read_html(b"<meta charset=gbk><p>\xff " + b"\xff " * 99, "x")


def test_columns_count_from_after_the_mark() -> None:
    assert read_html("\ufeff<p>12".encode(), "x").place(0, 2) == Place(1, 4, 1, 6)


def test_an_empty_file() -> None:
    with pytest.raises(UnreadableError, match="空的"):
        read_html(b" \n", "x")
