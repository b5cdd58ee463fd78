"""The cells that bear out a figure of the prose are those that the rules compared it with and found to agree."""

from __future__ import annotations

import pytest

from judging.desk import report, rules
from linter.judging.witnesses import witnesses

RECEIVED, CARRIED = "t3.new_received.total", "t3.carried_in.total"


def borne_out(text: str, **cells: str) -> list[tuple[str, tuple[str, ...]]]:
    """Each phrase that has witnesses in a report of zeros but for these cells, `__` for a dot in their names."""
    made = report({"text": text, **{name.replace("__", "."): figure for name, figure in cells.items()}})
    claims, found = made.narrative.claims, witnesses(made, rules(), frozenset()).agreeing
    return [(made.source.original[claims[at].start : claims[at].end], cells) for at, cells in sorted(found.items())]


def test_one_cell() -> None:
    found = borne_out("收到政府信息公开申请12件。", t3__new_received__total="12", t3__new_received__natural_person="12")
    assert found == [("收到政府信息公开申请12件", (RECEIVED,))]


def test_the_reading_that_agrees() -> None:
    """Received may be meant with what was carried in; then both cells bear it out."""
    cells = {"t3__new_received__total": "12", "t3__carried_in__total": "3"}
    assert borne_out("收到政府信息公开申请15件。", **cells) == [("收到政府信息公开申请15件", (RECEIVED, CARRIED))]
    assert borne_out("收到政府信息公开申请12件。", **cells) == [("收到政府信息公开申请12件", (RECEIVED,))]


def test_what_stands_in_for_a_blank_total() -> None:
    [(_, cells)] = borne_out(
        "收到政府信息公开申请12件。",
        t3__new_received__total="empty",
        t3__new_received__natural_person="9",
        t3__new_received__business="3",
    )
    assert cells[:2] == ("t3.new_received.natural_person", "t3.new_received.business")
    assert RECEIVED not in cells


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("收到政府信息公开申请13件。", id="a wrong figure"),
        pytest.param("全年主动公开政府信息12条。", id="in no table"),
        pytest.param("工作平稳推进。", id="no figure at all"),
    ],
)
def test_nothing_bears_out(text: str) -> None:
    assert borne_out(text, t3__new_received__total="12", t3__new_received__natural_person="12") == []


def test_a_condition_that_holds_for_want_of_its_premise_compares_nothing() -> None:
    """A part of what was received is not compared with the whole of it."""
    found = dict(borne_out("收到政府信息公开申请12件，其中收到自然人申请12件。", t3__new_received__total="12",
                           t3__new_received__natural_person="12"))  # fmt: skip
    assert all(RECEIVED not in cells for phrase, cells in found.items() if "自然人" in phrase)


def test_zero_that_is_said_without_a_figure() -> None:
    assert borne_out("本年度未收到政府信息公开申请。") == [("未收到政府信息公开申请", (RECEIVED,))]


def test_a_wrong_figure_beside_a_right_one() -> None:
    made = report(
        {"text": "收到政府信息公开申请12件，行政复议2件。", "t3.new_received.total": "12", "t4.review.total": "5"}
    )
    agreeing, denying = witnesses(made, rules(), frozenset({"NAR08"}))
    claims = made.narrative.claims
    assert [(claims[at].concept, cells) for at, cells in agreeing.items()] == [("received", (RECEIVED,))]
    assert [(claims[at].concept, cells) for at, cells in denying.items()] == [
        ("review_total", ("t4.review.total", "t4.review.pending"))
    ]
    assert witnesses(made, rules(), frozenset()).denying == {}
