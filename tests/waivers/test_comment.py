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
