"""Suspects of whole reports, published and made up."""

from __future__ import annotations

from random import Random

import pytest

from judging.desk import figures
from linter.finding import Severity
from planting import KINDS
from reports import facts
from sized import figures as random_figures
from suspects.accused import accuse, changes, finding

SMALL = {
    **dict.fromkeys(("t3.new_received.business", "t3.new_received.total"), "7"),
    **dict.fromkeys(("t3.granted.business", "t3.granted.total"), "4"),
    **dict.fromkeys(("t3.partial.business", "t3.partial.total"), "3"),
    **dict.fromkeys(("t3.handled_total.business", "t3.handled_total.total"), "7"),
}


def test_one_cell_is_told_with_its_slip() -> None:
    outcomes = accuse({**SMALL, "t3.partial.business": "8"})
    (first, *others) = finding(outcomes, "T303", "t3.partial").suspects
    assert others == []
    assert changes(first) == {"t3.partial.business": ("8", "3")}
    assert (first.settles, first.slip) == (2, "digit")
    assert first.told == {
        "zh": "（二）部分公开·商业企业：8 应为 3，改后 2 条勾稽关系全部成立，疑为一个数字看错或打错。",
        "en": "granted in part / businesses: 8 should be 3; then 2 identities hold; a digit was misread or mistyped.",
    }
    assert finding(outcomes, "T302", "t3.*.business").suspects == (first,)
    assert finding(outcomes, "T307", "t3").suspects == (first,)


def test_totals_of_two_blocks_left_0() -> None:
    outcomes = accuse(figures(facts()["district_2023"]))
    expected = {"t4.review.total": ("0", "11"), "t4.suit_after_review.total": ("0", "5")}
    for rule in ("T401", "T403"):
        (only,) = finding(outcomes, rule, "report").suspects
        assert changes(only) == expected
        assert (only.slip, only.settles) == ("total_blank", 2)


def test_a_blank_column_is_said_to_be_one() -> None:
    """No cell but the blank ones is blamed, and each has its row's sum proposed."""
    cells = facts()["office_2019"]["cells"]
    outcomes = accuse(figures(facts()["office_2019"]))
    accused = [one for one in outcomes.findings if one.suspects]
    assert [one.rule for one in accused] == ["T304"]
    (only,) = accused[0].suspects
    assert only.slip == "total_blank"
    assert all(one.field.endswith(".total") and one.before is None for one in only.changes)
    for one in only.changes:
        row = one.field.rsplit(".", 1)[0]
        parts = [cells[field] for field in cells if field.startswith(row + ".") and isinstance(cells[field], str)]
        assert one.after == sum(int(part) for part in parts)
    assert outcomes.unlocated == ()


def test_the_prose_may_be_wrong() -> None:
    outcomes = accuse({**SMALL, "text": "全年收到政府信息公开申请9件，予以公开4件。"})
    (only,) = finding(outcomes, "NAR01", "n.received").suspects
    assert changes(only) == {"n.received": ("9", "7")}
    assert "正文应改" in only.told["zh"]


def test_the_prose_may_be_right() -> None:
    outcomes = accuse({**SMALL, "t3.new_received.total": "9", "text": "全年收到政府信息公开申请7件，予以公开4件。"})
    (only,) = finding(outcomes, "NAR01", "n.received").suspects
    assert changes(only) == {"t3.new_received.total": ("9", "7")}
    assert only.settles == 3
    assert "正文的数无误" in only.told["zh"]


def test_several_that_are_as_likely() -> None:
    """An inequality does not say which of its sides is wrong."""
    cells = {"t2.norm_docs.disclosed_new": "3", "t2.norm_docs.disclosed_total": "2"}
    suspects = finding(accuse({"form": "f2019", **cells}), "T207", "t2.norm_docs").suspects
    assert [changes(one) for one in suspects] == [
        {"t2.norm_docs.disclosed_new": ("3", "2")},
        {"t2.norm_docs.disclosed_total": ("2", "3")},
    ]
    assert [one.alike for one in suspects] == [1, 1]


def test_last_years_figure_left_in() -> None:
    """Two cells could be wrong; one of them is last year's."""
    last = {**SMALL, "t3.carried_out.business": "0", "t2.norm_docs.in_force": "40", "report.year": "2022"}
    this = {**SMALL, "t2.norm_docs.in_force": "40", "t2.norm_docs.issued": "5", "report.year": "2023",
            "report.text": "没有其他事项。"}  # fmt: skip
    first = finding(accuse(this, last), "XYR02", "t2.norm_docs").suspects[0]
    assert changes(first) == {"t2.norm_docs.in_force": ("40", "45")}
    assert first.slip == "last_year"


def test_a_list_of_the_prose() -> None:
    outcomes = accuse({"text": "主动公开政府信息1208条，其中机构职能类86条、政策文件类240条、工作动态类913条。"})
    first = finding(outcomes, "BRK01", "n.disclosed_total.parts").suspects[0]
    assert changes(first) == {"n.disclosed_total": ("1208", "1239")}
    assert first.slip == "sum"


def test_figures_of_another_scope_blame_nobody() -> None:
    outcomes = accuse({**SMALL, "text": "全市收到政府信息公开申请90件。"})
    assert not any(one.suspects for one in outcomes.findings)


def test_too_much_is_wrong() -> None:
    rng = Random(5)
    cells = {field: str(rng.randint(1, 99)) for field in random_figures(rng)}
    outcomes = accuse(cells)
    assert outcomes.unlocated
    assert "没有指出疑点" in outcomes.unlocated[0]["zh"]


@pytest.mark.parametrize("kind", KINDS)
def test_no_suspect_leaves_an_identity_broken(kind: str) -> None:
    """After a change nothing of what it settles fails, and nothing but a hint fails that did not before."""
    rng = Random(kind)
    for _ in range(6):
        cells = random_figures(rng)
        typed = {**cells, **KINDS[kind](cells, rng)}
        before = accuse(typed)
        failed = {(one.rule, one.instance) for one in before.findings}
        for suspect in {one for found in before.findings for one in map(_Hashable, found.suspects[:4])}:
            after = accuse({**typed, **{field: to for field, (_, to) in suspect.changes.items()}})
            left = {(one.rule, one.instance) for one in after.findings}
            hints = {(one.rule, one.instance) for one in after.findings if one.severity is Severity.INFO}
            assert left - hints <= failed
            assert len(failed - left) >= suspect.settles or kind == "totals left blank"


class _Hashable:
    """A suspect that is the same wherever it is shown."""

    def __init__(self, suspect: object) -> None:
        self.changes = changes(suspect)  # type: ignore[arg-type]
        self.settles = suspect.settles  # type: ignore[attr-defined]

    def __hash__(self) -> int:
        return hash(tuple(sorted(self.changes)))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Hashable) and self.changes == other.changes
