"""What is bound of conditions, when, and how often."""

from __future__ import annotations

from decimal import Decimal
from itertools import product
from typing import Any

import pytest

from judging.desk import report, rules
from linter.judging.binding import Binder
from linter.judging.condition import Call, Comparison, Expression, Logic, Number, Path, Pattern, Sharing, Word, walk
from linter.judging.deferring import joined, later
from linter.judging.evidence import Evidence
from linter.judging.kleene import LOGIC
from linter.judging.paths import Instance, Tables
from linter.judging.program import evidence_of
from linter.judging.ranges import instances, parse_range
from linter.judging.syntax import parse

FORM = list(rules().forms.values())[-1]


def binder(of: str = "each row of t3", tables: Tables | None = None) -> Binder:
    tables = tables or Tables(FORM.tables)
    return Binder(tables, instances(parse_range(of), tables, (), rules().words), rules().words, rules().patterns)


def evidence(**figures: str) -> Evidence:
    cells = {name.replace("__", "."): value for name, value in figures.items()}
    return evidence_of(report({"form": FORM.id, **cells}), rules())


CONDITIONS = (
    "sum(t3.$row.applicants) != t3.$row.total implies t3.$row.total > 3",
    "not (count(row_sums(t3.*.applicants) != t3.*.total) = 1 and sum(t3.$row.applicants) != t3.$row.total)",
    "t3.granted.total = 0 or t3.$row.total = 0 and not t3.$row.total = 4",
    "t3.granted.total = 0 implies t3.handled_total.total = 0",
    "not (t3.granted.total = 4 or t3.handled_total.total = 4)",
    "all(t3.*.total = 0) and missing(t3.$row.total)",
)


@pytest.mark.parametrize("text", CONDITIONS)
def test_answers_are_those_of_the_whole(text: str) -> None:
    node, asked = parse(text), ("0", "4", "missing", "empty")
    for granted, total in product(asked, asked):
        known = evidence(t3__granted__total=granted, t3__handled_total__total=total)
        assert binder().answers(node)(known) == binder().bind(node).values(known)


def test_what_a_premise_decides_is_never_bound() -> None:
    broken = Pattern("NONE")  # has no value, so that binding it is a fault
    premise, conclusion = parse("t3.$row.total = 5"), Comparison("=", broken, Number(Decimal(0)))
    with pytest.raises(Exception, match="NONE"):
        binder().bind(Logic("implies", (premise, conclusion)))
    answers = binder().answers(Logic("implies", (premise, conclusion)))
    assert set(answers(evidence())) == {True}
    with pytest.raises(Exception, match="NONE"):
        answers(evidence(t3__granted__total="5"))


@pytest.mark.parametrize("operator", LOGIC)
def test_truths_are_joined_as_kleene_has_it(operator: str) -> None:
    truths = [list(pair) for pair in product((True, False, None), repeat=2)]
    for left, right in product(truths, truths):
        found = joined(operator, lambda _, left=left: left, lambda _, right=right: right)(evidence())
        assert found == list(map(LOGIC[operator], left, right))


def test_later_makes_once() -> None:
    made: list[int] = []

    def make() -> Any:
        made.append(1)
        return lambda _: [True]

    values = later(make)
    assert made == []
    assert [values(evidence()), values(evidence())] == [[True], [True]]
    assert made == [1]


def test_the_same_for_every_instance_is_bound_once() -> None:
    tables = Tables(FORM.tables)
    node = parse("t3.$row.total = sum(t3.granted.applicants)")
    assert isinstance(node, Comparison)
    for _ in range(3):
        binder(tables=tables).bind(node)
    assert [one for one, _ in tables.constants.values()].count(node.right) == 1
    alone = binder(tables=tables)._replace(instances=(Instance("t3.granted", "t3", "granted"),))
    assert alone.bind(node.right) is tables.constants[id(node.right)][1]


def test_equal_parts_become_one_object() -> None:
    sharing = Sharing()
    one, other = (
        sharing.shared(parse(text)) for text in ("sum(a.b.*) = a.b.c", "not blank(a.b.c) implies sum(a.b.*) > 0")
    )
    assert str(one) == str(sharing.shared(parse("  sum(a.b.*)  =  a.b.c")))
    sums = [part for part in (*walk(one), *walk(other)) if isinstance(part, Call) and part.name == "sum"]
    paths = [part for part in (*walk(one), *walk(other)) if isinstance(part, Path) and str(part) == "a.b.c"]
    assert len(set(map(id, sums))) == len(set(map(id, paths))) == 1
    assert (len(sums), len(paths)) == (2, 2)


def test_unlike_parts_stay_apart() -> None:
    sharing = Sharing()
    alike: tuple[Expression, ...] = (Word("a"), Pattern("a"), Call("and", ()), Logic("and", ()))
    shared = [sharing.shared(one) for one in alike]
    assert [type(one) for one in shared] == [type(one) for one in alike]
    assert len(set(map(id, shared))) == len(alike)


def test_rules_share_their_parts() -> None:
    parts = [part for rule in rules().rules for check in rule.checks for part in walk(check.condition)]
    cells = [part for part in parts if isinstance(part, Path)]
    assert len({id(one) for one in cells}) == len({(one.parts) for one in cells}) < len(cells) / 3
