"""Figures of the prose that agree with the tables lead to their cells, and these lead back."""

from __future__ import annotations

from rendering.html.test_page import CLEAN, FAULTY, example, parsed


def test_a_figure_leads_to_its_cell() -> None:
    document = parsed(example(CLEAN))
    [link] = [one for one in document.cssselect("a.agrees") if one.text == "3119"]
    assert (link.get("href"), link.get("data-fields")) == ("#r1-t3-new_received-total", "t3.new_received.total")
    assert link.get("title") == "已与表三 / 一、本年新收 / 总计核对"
    cell = document.get_element_by_id("r1-t3-new_received-total")
    [back] = cell.cssselect("a.saying")
    assert back.get("href") == f"#{link.get('id')}" and back.get("aria-label") == "正文“受理政府信息公开申请3119件”"


def test_a_figure_of_several_cells_names_all() -> None:
    document = parsed(example(CLEAN))
    [suits] = [one for one in document.cssselect("a.agrees") if one.text == "46"]
    assert suits.get("data-fields").split() == ["t4.suit_direct.total", "t4.suit_after_review.total"]
    for field in suits.get("data-fields").split():
        backs = document.cssselect(f"td[data-field='{field}'] a.saying")
        assert f"#{suits.get('id')}" in [one.get("href") for one in backs]


def test_a_wrong_figure_leads_to_the_cells_that_deny_it_and_to_its_finding() -> None:
    document = parsed(example(FAULTY))
    [link] = [one for one in document.cssselect("a.differs") if one.text == "11"]
    assert (link.get("href"), link.get("data-fields")) == ("#r1-t4-review-total", "t4.review.total t4.review.pending")
    assert link.get("title") == "与表四 / 行政复议 / 总计、表四 / 行政复议 / 尚未审结不符"
    for field in link.get("data-fields").split():
        backs = document.cssselect(f"td[data-field='{field}'] a.saying")
        assert f"#{link.get('id')}" in [one.get("href") for one in backs]
    [finding] = [document.get_element_by_id(one.get("href")[1:]) for one in link.getnext().cssselect(".back")]
    assert link.get("id") in finding.get("data-words").split()


def test_wrong_figures_and_those_without_witness_are_not_said_to_agree() -> None:
    document = parsed(example(FAULTY))
    linked = {one.text for one in document.cssselect("a.agrees")}
    assert linked == {"21", "0", "10", "1"}
    for link in document.cssselect("a.agrees, a.differs, a.saying"):
        assert document.get_element_by_id(link.get("href")[1:]) is not None
