"""Cleaning changes characters, never their number."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.sources.cleaning import clean


@given(st.text(alphabet=st.characters(codec="utf-8")))
def test_length_stays(text: str) -> None:
    assert len(clean(text)) == len(text)


@pytest.mark.parametrize(
    ("printed", "cleaned"),
    [
        ("１２３（一）", "123(一)"),
        ("⽤户⼀⼆⼈", "用户一二人"),
        ("①②", "①②"),
        ("a\xa0\u3000b", "a  b"),
        ("\u22123 −3 －3", "-3 -3 -3"),
        ("| 规章 | 0 | 0 |", "  规章 \t 0 \t 0  "),
        ("|---|:-:|", "         "),
        ("规章｜0｜0", "规章\t0\t0"),
        ("│规章│0│", " 规章\t0 "),
        ("├──┼──┤", "       "),
        ("- 一项工作", "- 一项工作"),
        ("A|B 两类", "A|B 两类"),
    ],
)
def test_characters(printed: str, cleaned: str) -> None:
    assert clean(printed) == cleaned
