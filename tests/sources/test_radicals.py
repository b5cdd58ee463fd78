"""Radicals become the characters that they look like, in place."""

from __future__ import annotations

import re

from linter.sources import read_bytes
from linter.sources.radicals import _whole, whole_characters
from renderings import render
from renderings.figures import tagged
from reports import read_report


def test_radicals_of_both_blocks() -> None:
    assert whole_characters("⼈⺠政府⻔⼾⽹⻚，⻓江⽆①") == "人民政府门户网页，长江无①"


def test_every_pair_is_one_character_that_is_no_radical() -> None:
    for radical, character in _whole().items():
        assert len(radical) == len(character) == 1
        assert re.match("[\u3400-\u9fff]", character), radical


def test_a_report_printed_in_radicals_says_the_same() -> None:
    text = render(
        tagged("f2021"), year=2023, form="f2021", agency="海川市人民政府办公厅", layout="single_line_rows"
    ).text
    printed = text.replace("人", "⼈").replace("民", "⺠").replace("工", "⼯").replace("行", "⾏").replace("二", "⼆")
    plain, radical = read_report(text), read_report(printed)
    assert radical.agency == "海川市人民政府办公厅"
    assert radical.title == plain.title
    assert radical.cells == plain.cells
    assert read_bytes(printed.encode(), "x").original == text.replace("\r", " ")
