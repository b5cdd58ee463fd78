"""What a comment in a report may say."""

from __future__ import annotations

import pytest

from linter.sources import TextSource
from linter.sources.comments import comments
from linter.waivers.comment import Unclear, waivers_in
from linter.waivers.waiver import Waiver


def read(comment: str) -> Waiver | Unclear:
    text = f"<!-- {comment} -->\n第二行"
    (found,) = waivers_in(TextSource("a.md", text, text, comments(text)))
    return found


@pytest.mark.parametrize(
    ("comment", "codes", "reason", "beside"),
    [
        ("gouji: ignore BRK01 -- 含转发信息", ("BRK01",), "含转发信息", None),
        ("gouji：ignore brk01——含转发", ("BRK01",), "含转发", None),
        ("gouji: ignore T3, BRK01 -- 两条", ("T3", "BRK01"), "两条", None),
        ("gouji: ignore T301、T303 — 旧系统", ("T301", "T303"), "旧系统", None),
        ("gouji: ignore-line T303 -- 这一行", ("T303",), "这一行", 2),
        ("gouji: ignore T303 -- a -- b", ("T303",), "a -- b", None),
        ("gouji: ignore T303", ("T303",), "", None),
        ("gouji: ignore T303 --", ("T303",), "", None),
    ],
)
def test_waivers(comment: str, codes: tuple[str, ...], reason: str, beside: int | None) -> None:
    found = read(comment)
    assert isinstance(found, Waiver)
    assert (found.codes, found.reason, found.beside) == (codes, reason, beside)
    assert found.place == ("第 1 行的注释", "the comment on line 1")


@pytest.mark.parametrize(
    "comment",
    [
        "gouji",
        "gouji: ignore",
        "gouji: ignore -- 理由",
        "gouji: ignroe T303 -- x",
        "gouji ignore T303",
        "gouji: ignore T303 因为",
    ],
)
def test_what_is_not_understood(comment: str) -> None:
    assert isinstance(read(comment), Unclear)


@pytest.mark.parametrize(
    "text",
    [
        "一\n<!-- gouji: ignore BRK01 -- x\n二",
        "<!-- a --> <!-- gouji: ignore T3 -- x",
        "<!-- gouji: ignore T3 -- x\n<!-- a -->",
    ],
)
def test_one_that_nobody_closes_is_not_understood(text: str) -> None:
    (found,) = waivers_in(TextSource("a.md", text, text, comments(text)))
    assert isinstance(found, Unclear)
    assert found.text.startswith("gouji: ignore") and "二" not in found.text


def test_one_that_nobody_closes_and_is_not_ours() -> None:
    assert comments("<!-- 草稿\n正文") == comments("a <!--") == ()
