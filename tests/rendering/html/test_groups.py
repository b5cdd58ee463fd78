"""Findings of one cause stand under it, and what the cause changes is marked in the report."""

from __future__ import annotations

import json

from linter.finding import Finding
from rendering.html.test_page import CLEAN, EXAMPLES, FAULTY, example, from_text, parsed, with_findings, words

ALIKE = EXAMPLES / "faulty-bureau-2022.txt"


def test_a_group_stands_where_its_first_finding_would() -> None:
    document = parsed(example(FAULTY))
    articles = document.cssselect("#r1 article.finding")
    assert [one.cssselect(".ordinal")[0].text for one in articles] == [str(n) for n in range(1, len(articles) + 1)]
    groups = [
        (words(group.cssselect("h4 .number")[0]) if group.cssselect("h4 .number") else "",
         [one.get("data-rule") for one in group.cssselect(".finding")])
        for group in document.cssselect("section.cause")
    ]  # fmt: skip
    assert groups == [
        ("", ["BRK01"]),
        ("3处问题", ["NAR08", "T401", "T403"]),
        ("3处问题", ["T307", "T303", "T302"]),
    ]
    assert [one.get("data-rule") for one in document.cssselect(".findings > .finding")] == ["STR06", "FMT01", "FMT02"]


def test_a_cause_leads_to_what_it_changes_and_back() -> None:
    document = parsed(example(FAULTY))
    [group] = [one for one in document.cssselect("section.cause") if "2处合计是0" in words(one)]
    links = [(link.get("href"), words(link)) for link in group.cssselect(".changes a")]
    assert links == [("#r1-t4-review-total", "行政复议·总计"), ("#r1-t4-suit_after_review-total", "复议后起诉·总计")]
    cell = document.get_element_by_id("r1-t4-review-total")
    assert cell.get("class") == "first error suspect"
    assert words(cell.cssselect(".due")[0]) == "疑点，应为→11"
    assert [one.get("href") for one in cell.cssselect("a.doubt")] == [f"#{group.get('id')}"]
    [button] = group.cssselect("button.try[hidden]")
    assert json.loads(button.get("data-trial")) == {"t4.review.total": "11", "t4.suit_after_review.total": "5"}


def test_a_figure_of_the_prose_that_should_change_is_marked_there_and_cannot_be_tried() -> None:
    document = parsed(example(FAULTY))
    [group] = [one for one in document.cssselect("section.cause") if "BRK01" in words(one)]
    figure = document.get_element_by_id(group.cssselect(".changes a")[0].get("href")[1:])
    assert (figure.text, figure.get("class")) == ("1208", "claim alone first error suspect")
    assert words(figure.xpath("following-sibling::span[@class='due']")[0]) == "疑点，应为→1239"
    assert not group.cssselect("button")


def test_only_suspects_have_their_mark() -> None:
    document = parsed(example(FAULTY))
    marked = {one.get("data-field") for one in document.cssselect("td.suspect")}
    assert marked == {"t3.unable_not_held.natural_person", "t4.review.total", "t4.suit_after_review.total"}
    assert len(document.cssselect(".sheet .due")) == 4
    assert not parsed(example(CLEAN)).cssselect(".suspect:not(dt), .cause")


def test_changes_that_are_as_likely_are_listed_and_marked_as_doubtful() -> None:
    document = parsed(example(ALIKE))
    group = document.cssselect("section.cause")[0]
    [other] = group.cssselect(".alike li")
    assert "同样可能" in words(group.cssselect(".alike p")[0])
    assert other.cssselect("a")[0].get("href") == "#r1-t2-norm_docs-disclosed_total"
    assert len(group.cssselect("button.try")) == 2
    tags = [words(one) for one in document.cssselect("td .due.maybe")]
    assert tags == ["疑点，或应为→2?", "疑点，或应为→3?"]
    assert len(document.cssselect("td .due:not(.maybe)")) == 2


def test_why_nobody_is_suspected_is_told() -> None:
    text = CLEAN.read_text(encoding="utf-8")
    for right, wrong in (("3001 53 0 0 61 4 3119", "3201 93 7 9 81 2 4444"), ("34 0 0 0 0 0 34", "35 6 7 0 0 0 99"),
                         ("2932 53 0 0 61 4 3050", "1111 53 8 7 61 4 2222")):  # fmt: skip
        assert right in text
        text = text.replace(right, wrong)
    result = from_text(text)
    told = [reason["zh"] for reason in result.outcomes.unlocated]
    shown = [words(one) for one in parsed(result).cssselect(".unlocated")]
    assert told and shown == ["疑点" + "".join(one.split()) + "。" for one in told]


def without_suspects(findings: tuple[Finding, ...]) -> list[Finding]:
    return [one._replace(suspects=()) for one in findings]


def test_findings_without_suspects_stand_by_themselves() -> None:
    result = example(FAULTY)
    document = parsed(with_findings(result, *without_suspects(result.outcomes.findings)))
    assert not document.cssselect("section.cause, td.suspect")
    assert [one.tag for one in document.cssselect(".finding > .title")] == ["h4"] * len(result.outcomes.findings)
