"""What is held back is counted in the verdict, and told with its reason below the findings."""

from __future__ import annotations

from linter.check import Checked
from linter.finding import Held
from rendering.html.test_page import CLEAN, FAULTY, example, parsed, words

REASON = "含转发的信息，<b>口径不同</b>"


def held() -> Checked:
    """A faulty report of which every finding was accepted by somebody."""
    result = example(FAULTY)
    said = {"T303": ("waiver", REASON), "BRK01": ("waiver", REASON), "NAR08": ("ignore", "归档/**")}
    kept = tuple(Held(one, *said.get(one.rule, ("baseline", ""))) for one in result.outcomes.findings)
    return result._replace(outcomes=result.outcomes._replace(findings=(), held=kept, ignored=("STR01", "STR02")))


def test_the_verdict_does_not_hide_it() -> None:
    document = parsed(held())
    assert words(document.cssselect(".verdict .word")[0]) == "可以发布（另有10处不列出）"
    assert "另有10处不列出（豁免2，基线7，忽略1）；忽略2条规则" in words(document.cssselect(".verdict .counts")[0])
    assert words(document.cssselect(".none")[0]) == "没有发现问题（另有10处不列出）。"
    assert document.cssselect("title")[0].text.startswith("可以发布（另有 10 处不列出）：")
    assert "(10 held back)" in parsed(held(), lang="en").cssselect(".verdict .word")[0].text_content()


def test_each_reason_is_told_with_the_places_that_it_covers() -> None:
    document = parsed(held())
    [fold] = document.cssselect("details.held")
    assert not fold.get("open")
    assert [words(one) for one in fold.cssselect(".why")] == [
        "基线（没有写理由）",
        f"豁免{REASON}",
        "忽略归档/**",
        "忽略的规则STR01STR02",
    ]
    waived = fold.cssselect("ul")[1]
    assert [words(one.cssselect(".code")[0]) for one in waived.cssselect("li")] == ["BRK01", "T303"]
    places = [document.get_element_by_id(link.get("href")[1:]) for link in waived.cssselect("a")]
    assert [words(one)[:4] for one in places] == ["1208", "10"]
    assert not document.cssselect("article.finding, td.first")


def test_the_overview_has_a_column_for_it() -> None:
    document = parsed(held(), example(CLEAN))
    assert "另有10处不列出" in words(document.cssselect(".masthead .counts")[0])
    rows = document.cssselect(".list tbody tr")
    assert [words(row.cssselect("td.word")[0]) for row in rows] == ["可以发布（另有10处不列出）", "可以发布"]
    heads = [words(one) for one in document.cssselect(".list thead th")]
    cells = [[words(one) for one in row.xpath("./td | ./th")] for row in rows]
    assert [row[heads.index("不列出")] for row in cells] == ["10", "0"]


def test_of_many_reports_one_with_nothing_but_held_findings_has_its_detail() -> None:
    document = parsed(*[example(CLEAN)] * 13, held())
    assert [one.get("id") for one in document.cssselect("section.report")] == ["r14"]
    assert document.cssselect("#r14 details.held a")[0].get("href") == "#r14-paper"


def test_nothing_is_said_where_nothing_is_held() -> None:
    document = parsed(example(CLEAN))
    assert not document.cssselect("details.held") and "不列出" not in words(document.cssselect(".about")[0])
