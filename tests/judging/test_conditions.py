"""Conditions: what they mean, and the one sentence that each mistake in them gets."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from chinese import assert_chinese
from judging.desk import shop
from linter.judging.checking import Checker
from linter.judging.condition import (
    Arithmetic,
    Call,
    Comparison,
    ConditionError,
    Logic,
    Membership,
    Number,
    Path,
    Several,
    Variable,
    Word,
    walk,
)
from linter.judging.syntax import parse


def placeless(node: Any) -> Any:
    """A condition without the places of its parts in the text."""
    if not isinstance(node, tuple):
        return node
    if not hasattr(node, "_fields"):
        return tuple(map(placeless, node))
    parts = {name: placeless(getattr(node, name)) for name in node._fields}
    return type(node)(**(parts | {"at": 0} if "at" in parts else parts))


def test_an_identity() -> None:
    tree = placeless(parse("sum(sales.goods.$column) = sales.all.$column - 2 * sales.tea.cash"))
    assert tree == Comparison(
        "=",
        Call("sum", (Path(("sales", "goods", Variable("column"))),)),
        Arithmetic(
            "-",
            Path(("sales", "all", Variable("column"))),
            Arithmetic("*", Number(Decimal(2)), Path(("sales", "tea", "cash"))),
        ),
    )
    assert len(list(walk(tree))) == 8


def test_implies_binds_weakest_and_to_the_right() -> None:
    a, b, c = (Path(("report", name)) for name in ("a", "b", "c"))
    assert placeless(parse("report.a or report.b implies report.c implies report.a")) == Logic(
        "implies", (Logic("or", (a, b)), Logic("implies", (c, a)))
    )
    assert placeless(parse("not report.a and report.b")) == Logic("and", (Logic("not", (a,)), b))


def test_sets_and_words() -> None:
    assert placeless(parse('x.y in {one, "two words", 3, 1.5}')) == Membership(
        Path(("x", "y")), (Word("one"), Word("two words"), Number(Decimal(3)), Number(Decimal("1.5")))
    )
    assert placeless(parse("sum(sales.{tea, cake}.*) > -1")) == Comparison(
        ">", Call("sum", (Path(("sales", Several(("tea", "cake")), Several())),)), Number(Decimal(-1))
    )


@pytest.mark.parametrize(
    ("text", "message", "at"),
    [
        ("sales.tea.cash = = 3", "`=` stands where", 17),
        ("sales.tea.cash +", "the end stands where", 16),
        ("sales.tea.cash ? 3", "`?` cannot stand in a condition", 15),
        ("report.year in {", "the end stands where (, -, a $variable, a PATTERN, a name, a number", 16),
        ("sum(sales.tea.*) = 3)", "`)` stands where", 20),
    ],
)
def test_mistakes_of_spelling(text: str, message: str, at: int) -> None:
    with pytest.raises(ConditionError) as caught:
        parse(text)
    assert caught.value.message.en.startswith(message)
    assert caught.value.at == at
    assert_chinese(caught.value.message.zh)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("sales.tee.cash = 3", "unknown row of sales `tee`; did you mean `tea`?"),
        ("sales.tea.cart = 3", "unknown column of sales `cart`; did you mean `card`?"),
        ("sale.tea.cash = 3", "unknown name `sale.tea.cash`; did you mean"),
        ("costs.rent.cash = 3", "unknown column of costs `cash`"),
        ("report.yeer = 3", "unknown name `report.yeer`; did you mean `report.year`?"),
        ("section.opening.texts = 3", "unknown name `section.opening.texts`; did you mean `section.opening.text`?"),
        ("summ(sales.tea.*) = 3", "unknown function `summ`; did you mean `sum`?"),
        ("sum(sales.tea.cash) = 3", "sum(...) takes numbers, not a number"),
        ("count(sales.tea.*) = 3", "count(...) takes conditions or remarks, not several of a number"),
        ("empty(3)", "empty(...) takes a cell, not a number"),
        ("raw(sales.tea.*) = report.title", "raw(...) takes one cell"),
        ("occurrences(report.text, PAGES) = 0", "unknown pattern `PAGES`; did you mean `PAGE`?"),
        ('occurrences(report.text, "x") = 0', "occurrences(...) takes the name of a PATTERN, not a word"),
        ("mentions(report.year, words.cities)", "mentions(...) takes a text, not a number"),
        ("mentions(report.text, words.towns)", "unknown name `words.towns`; did you mean `words.cities`?"),
        ("length(report.text, report.title) = 0", "length(...) takes 1, not 2"),
        ("count(remark.page_marks) = 0", "unknown name `remark.page_marks`; did you mean `remark.page_mark`?"),
        ("sales.$row.cash = 3", "`$row` stands for nothing, since the rule has no `for:`"),
        ("sales.tea.* = 3", "several answers: say all(...), any(...) or none(...)"),
        ("sales.tea.cash + 1", "this is a number; a condition must compare something"),
        ("sales.tea.cash and report.mixed", "`and` joins conditions, not a number"),
        ("sales.tea.cash = report.title", "cannot compare a number with a text"),
        ("report.title < report.text", "`<` is for numbers and dates, not a text"),
        ("report.title + 1 = 2", "`+` is for numbers, not a text and a number"),
        ("report.year in {early, late}", "a number cannot be in a set of another kind"),
        ("report.level in {county, towns}", "unknown value `towns`; did you mean `township`?"),
        ('report.form = "c"', "unknown value `c`; expected one of `a`, `b`"),
        ("found(sales.goods) = 1", "`sales.goods` must be one row"),
        ("found(sales.tea.cash) = 1", "found(...) takes a row (<table>.<row>), not a number"),
        ("sales.tea.cash.x = 1", "`sales.tea.cash.x`: a cell is written sales.<row>.<column>"),
    ],
)
def test_mistakes_of_meaning(text: str, message: str) -> None:
    with pytest.raises(ConditionError) as caught:
        Checker(shop(), ()).condition(parse(text))
    assert caught.value.message.en.startswith(message)
    assert_chinese(caught.value.message.zh)


@pytest.mark.parametrize(
    "text",
    [
        "sales.cake.cash = 0",
        "sum(sales.goods.$column) = sales.all.$column",
        'not ($column in {sum}) implies $column != "cash"',
        "all(sales.*.* >= 0) and none(blank(sales.goods.sum) and sales.goods.means != 0)",
        "count(row_sums(sales.*.means) != sales.*.sum) = 1",
        "report.signed > report.period_end",
        'section.opening.found implies mentions(section.opening.text, words.cities, "x")',
        "mends(sales.tea.*, sum(sales.tea.means) = sales.tea.sum)",
    ],
)
def test_good_conditions(text: str) -> None:
    """A row that only one of two forms has is known."""
    Checker(shop(), ("column",)).condition(parse(text))


def test_depth_is_no_danger() -> None:
    with pytest.raises(ConditionError):
        parse("(" * 50_000)
