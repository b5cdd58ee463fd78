"""Findings that one set of changes settles have one cause, of which each group is told what concerns it."""

from __future__ import annotations

from decimal import Decimal

from findings import finding, operand
from linter.finding import Change, Finding, Suspect
from linter.rendering.causes import cause_of, grouped

TEXT = "甲 8 乙 9 丙 7"


def both(text: str) -> dict[str, str]:
    return {"zh": text, "en": text}


def change(field: str, after: int) -> Change:
    return Change(field, both(field), Decimal(1), Decimal(after), None)


def suspect(*changes: Change, told: str, alike: int = 0) -> Suspect:
    return Suspect(changes, 1, "", both(told), alike)


def about(figure: str, instance: str, *suspects: Suspect) -> Finding:
    return finding(None, [operand(TEXT, figure)])._replace(instance=instance, suspects=suspects)


def test_the_same_changes_make_one_group() -> None:
    one = suspect(change("t.8", 3), told="8 应为 3")
    findings = [about("8", "a", one), about("9", "b"), about("7", "c", one)]
    assert [[each.instance for each in group] for group in grouped(findings)] == [["a", "c"], ["b"]]
    cause = cause_of(findings[:1])
    assert cause is not None
    assert (cause.told["zh"], [each.field for each in cause.changes], cause.alike) == ("8 应为 3", ["t.8"], ())
    assert cause_of([findings[1]]) is None


def test_what_is_as_likely_is_listed_as_far_as_it_is_known() -> None:
    first = suspect(change("t.8", 3), told="8 应为 3", alike=3)
    others = [suspect(change("t.9", 4), told="9 应为 4"), suspect(change("t.7", 2), told="7 应为 2")]
    cause = cause_of([about("8", "a", first, *others)])
    assert cause is not None
    assert [each.told["zh"] for each in cause.alike] == ["9 应为 4", "7 应为 2"]
    assert cause.more == 1
