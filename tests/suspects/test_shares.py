"""Percentages of the prose as evidence: a rounded figure may lie anywhere in the interval of its printed digits."""

from __future__ import annotations

from suspects.accused import accuse, changes, finding


def repairs(text: str, rule: str = "BRK01") -> list[dict[str, tuple[str | None, str]]]:
    return [changes(one) for one in finding(accuse({"text": text}), rule, "n.disclosed_total.parts").suspects]


def test_a_wrong_share_decides_between_repairs() -> None:
    """913 of 1208 are no 73.6 per cent, 913 of 1239 are (cut off)."""
    text = "主动公开政府信息1208条，其中机构职能类86条、政策文件类240条、工作动态类913条，占73.6%。"
    outcomes = accuse({"text": text})
    first = finding(outcomes, "BRK01", "n.disclosed_total.parts").suspects[0]
    assert changes(first) == {"n.disclosed_total": ("1208", "1239")}
    assert (first.settles, first.alike) == (2, 0)
    assert finding(outcomes, "BRK04", "n.share").suspects == (first,)


def test_what_a_share_vouches_for_is_not_changed() -> None:
    """40 of 116 are 34.4 per cent: neither of the two is what is wrong."""
    without = "主动公开政府信息116条，其中政策文件40条、动态信息76条、通知公告68条。"
    assert {"n.disclosed_total": ("116", "184")} in repairs(without)
    assert repairs(without.replace("40条", "40条，占34.4%")) == [{"n.item.2": ("76", "8")}, {"n.item.3": ("68", "0")}]


def test_a_wrong_share_alone_accuses_nobody() -> None:
    outcomes = accuse({"text": "主动公开政府信息1200条，其中政策解读66条，占6.5%。"})
    assert [(one.rule, one.suspects) for one in outcomes.findings] == [("BRK04", ())]
    assert outcomes.unlocated == ()
