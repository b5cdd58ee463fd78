"""Comments that speak to the linter: where they stand, and that nothing else sees them."""

from __future__ import annotations

import pytest

from linter.sources import read_bytes
from linter.sources.comments import comments, without_comments


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("<!-- gouji: ignore T303 -->\n甲 1", [("gouji: ignore T303", 1, 2)]),
        ("\n<!-- gouji: x -->\n\n\n甲", [("gouji: x", 2, 5)]),
        ("甲 1 <!-- gouji: x -->\n乙", [("gouji: x", 1, 1)]),
        ("<!-- gouji: x --> 甲 1\n乙", [("gouji: x", 1, 1)]),
        ("<!-- gouji:\n  x -->甲", [("gouji: x", 1, 2)]),
        ("<!-- GouJi: x -->", [("GouJi: x", 1, 1)]),
        ("<!-- a --><!-- gouji a --><!--gouji b-->", [("gouji a", 1, 1), ("gouji b", 1, 1)]),
        ("<!-- 别的 gouji -->", []),
        ("<!-- gouji: x", [("gouji: x", 1, 1)]),
        ("gouji: x", []),
    ],
)
def test_where_they_stand(text: str, found: list[tuple[str, int, int]]) -> None:
    assert [(one.text, one.line, one.beside) for one in comments(text)] == found
    for one in comments(text):
        assert text[one.start : one.end].startswith("<!--") and text[one.start : one.end].endswith("-->") is one.closed


def test_blanks_in_their_place() -> None:
    assert without_comments("甲<!-- 1\n2 -->乙<!-- 3") == "甲      \n     乙<!-- 3"


def test_a_text_does_not_read_them() -> None:
    source = read_bytes("# 年报\n<!-- gouji: ignore T303 -- 99 件 -->\n收到 3 件\n".encode(), "a.md")
    assert "99" not in source.text and "99" in source.original
    assert [one.text for one in source.comments] == ["gouji: ignore T303 -- 99 件"]


def test_a_page_keeps_them_beside_its_text() -> None:
    page = "<!doctype html><html><body>\n<p>年报</p>\n<!-- gouji: x -->\n<p>收到 3 件</p></body></html>"
    source = read_bytes(page.encode(), "a.html")
    assert "gouji" not in source.original
    assert [(one.line, one.beside) for one in source.comments] == [(3, 4)]


@pytest.mark.parametrize("text", ["<!--" * 200_000, "<!-- gouji -->" * 50_000, "<!-- gouji " + "\n" * 500_000 + "-->"])
def test_hostile_texts_take_no_time(text: str) -> None:
    assert len(comments(text)) <= 1000
    assert len(without_comments(text)) == len(text)
