"""Hostile pages: one sentence or the text, in time that grows with the page and no faster."""

from __future__ import annotations

from random import Random

import pytest

from linter.sources.html import MAX_BYTES
from linter.sources.interface import UnreadableError
from memory import NEEDS_PROC, peak_of
from sources.webpage import cut, lines, page

PICTURE = "□"  # stands for what is no text
TOKENS = (
    *("<table>", "</table>", "<tr>", "</tr>", "<td>", "</td>", "<td colspan=2 rowspan=2>", '<th x="a>b">', "<TD>"),
    *("<p>", "</p>", "<div>", "</div>", "<span a='\">'>", "</span>", "<br/>", "<b style='display:none'>", "</b>"),
    *("12", "字", "a b", " ", "\n", "\r\n", "\t", "&nbsp;", "&nbsp", "&#49;", "&#x32;", "&amp;", "&", "&bogus;"),
    *("&#32;", "&#128;", "&notit;", "&ampx", "<", "<3", "</ x>", "</>", "<!-- <td> -->", "<!-->", "<!--x--!>", "<!x>"),
    *("<![if !x]>", "<!--[if mso]><td>9</td><![endif]-->", '<script>if(a<b)"<td>"</script>', "<title><td></title>"),
    *("<textarea><p>7</textarea>", "<noscript>", "</noscript>", "<o:p>", "<a href=x>", "</a>", "<form>", "</form>"),
    *("<?xml x?>", "<td/>", "<pre>", "</pre>", "<input value='<td>'>", "<p hidden>", "<body>", "</html>", "<tbody>"),
    *("<tfoot>", "\u3000", "\U00020000", '="', "=", '"', "'", ">", "-->", "<td", '<p a=b c="d', '<a =">', "<a b==c>"),
)


@pytest.mark.parametrize("seed", range(8))
def test_whatever_stands_in_a_page_is_found_in_its_source(seed: int) -> None:
    """The scanner and the parser take every page apart in the same way."""
    from html import unescape

    rng = Random(seed)
    for _ in range(150):
        markup = "".join(rng.choices(TOKENS, k=rng.randint(1, 40)))
        try:
            source = page(markup)
        except UnreadableError:
            continue
        for start, end in zip(source.starts, source.ends, strict=True):
            if source.original[start:end] == PICTURE:
                continue
            found = cut(markup, source.place(start, end))
            assert found is not None and unescape(found) == source.original[start:end], markup


def test_a_page_nested_deeper_than_a_tree_may_be() -> None:
    assert lines("<div>" * 300 + "12" + "</div>" * 300 + "<p>13") == ["12", "13"]


@pytest.mark.parametrize(
    ("markup", "sentence"),
    [
        ("<div>" * 200_000 + "12", "嵌套太深"),
        ("<table><tr><td>" * 300 + "12", "嵌套太深"),
        ("<table>" + "<tr><td rowspan=1000000000 colspan=1000000000>1" * 5_000, "表格太大"),
        ("<table><tr>" + "<td rowspan=65534>1" * 2_000 + "<tr><td>1" * 1_000, "表格太大"),
        ("<p hidden></p>" * 310_000, "内容太多"),
        ("<p>" + "字" * 2_100_000, "文字太多"),
        ("<p>12<!--" + "x" * 11_000_000, "读到一半"),
        (" " * (MAX_BYTES + 1), "超过上限"),
        ("<a <a <a" * 100_000, "没有文字"),
        ("<!--" * 500_000, "没有文字"),
        ("<p title='" * 100_000, "没有文字"),
        ("<script>" + "</scrip" * 100_000, "没有文字"),
    ],
    ids=lambda value: value if len(value) < 20 else "",
)
def test_too_much_is_said_in_a_sentence(markup: str, sentence: str) -> None:
    with pytest.raises(UnreadableError, match=sentence):
        page(markup)


def test_external_entities_stay_unknown() -> None:
    markup = '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/hostname">]><p>&x;12'
    assert lines(markup)[-1].endswith("&x;12")


def test_zero_bytes_and_controls_show_as_what_they_are() -> None:
    assert lines("<p>" + "x" * 5000 + "\0\x01y") == ["x" * 5000 + "\ufffd\x01y"]


@NEEDS_PROC
@pytest.mark.parametrize(
    "markup", ["'<p>'+'字 '*990_000", "'<table>'+'<tr>'+'<td>1'*149_000", "'<p '+'a=b '*2_900_000+'>1'"]
)
def test_memory_stays_below_300_megabytes(markup: str) -> None:
    code = f"from linter.sources.html import read_html\nread_html(({markup}).encode(), 'x')\n"
    assert peak_of(code) < 300_000_000
