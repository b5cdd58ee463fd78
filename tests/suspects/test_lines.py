"""Whole rows and columns: left out, exchanged."""

from __future__ import annotations

from random import Random

import pytest

from sized import figures
from suspects.accused import accuse, changes, finding
from suspects.test_reports import SMALL

PEOPLE = ("natural_person", "business", "research", "public_welfare", "legal_service", "other_org")


def test_a_blank_row_is_told_once() -> None:
    blank = dict.fromkeys((f"t3.granted.{one}" for one in (*PEOPLE, "total")), "empty")
    (only,) = finding(accuse({**SMALL, **blank}), "T302", "t3.*.business").suspects
    assert changes(only) == {"t3.granted.business": (None, "4"), "t3.granted.total": (None, "4")}
    assert only.told == {
        "zh": "“（一）予以公开”整行空着：商业企业 应为 4；总计 应为 4，改后 2 条勾稽关系全部成立，疑为漏填。",
        "en": "the whole row “granted” is blank: businesses should be 4; total should be 4; then 2 identities hold; "
        "it was left out.",
    }


@pytest.mark.parametrize("seed", range(8))
def test_a_blank_column_blames_no_other_cell(seed: int) -> None:
    rng = Random(seed)
    cells = figures(rng, "f2021", "city")
    column = [field for field in cells if field.startswith("t3.") and field.endswith(".natural_person")]
    outcomes = accuse({**cells, **dict.fromkeys(column, "empty")})
    suspects = {tuple(changes(one).items()) for found in outcomes.findings for one in found.suspects}
    assert suspects == {tuple((field, (None, cells[field])) for field in column if cells[field] != "0")}


def test_rows_in_each_others_place() -> None:
    rows = {"t3.carried_out": "4", "t3.granted": "0"}
    cells = {f"{row}.{one}": value for row, value in rows.items() for one in ("business", "total")}
    suspects = finding(accuse({**SMALL, **cells}), "T301", "t3.*.business").suspects
    assert suspects[0].told["zh"].startswith("“（一）予以公开”与“四、结转下年度”两行应互换，改后 4 条勾稽关系全部成立")
