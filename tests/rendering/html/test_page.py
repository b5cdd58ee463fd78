"""`--format html`: the page as a parser sees it; what a browser makes of it is tested elsewhere."""

from __future__ import annotations

import re
from base64 import b64encode
from decimal import Decimal
from functools import cache
from hashlib import sha256
from pathlib import Path

import pytest
from lxml import html

from findings import checked, finding, operand, skipped, span
from linter.check import Checked, Fault, Kit, Result, load_kit
from linter.files import Unreadable
from linter.finding import Change, Finding, Held, Outcomes, Suspect
from linter.rendering import writer
from linter.rendering.interface import Manner
from linter.rendering.screen import Screen
from linter.rendering.tally import Tally
from linter.sources import open_source, read_bytes

EXAMPLES = Path(__file__).resolve().parents[3] / "examples"
FAULTY, CLEAN = EXAMPLES / "faulty-district-2023.txt", EXAMPLES / "clean-city-2024.txt"
HAN = re.compile("[\u3400-\u9fff]")


@cache
def kit() -> Kit:
    return load_kit()


@cache
def example(path: Path) -> Checked:
    return kit().check(open_source(path))


def from_text(text: str, name: str = "report.txt") -> Checked:
    return kit().check(read_bytes(text.encode(), name))


def page(*results: Result, lang: str = "zh", encoding: str = "utf-8") -> str:
    tally, made = Tally(), writer("html", Manner(lang, screen=Screen(encoding), kit=kit()))
    for result in results:
        tally.add(result)
        if isinstance(result, Checked):
            assert made.report(result) == ""
    return made.end(tally)


def parsed(*results: Result, lang: str = "zh") -> html.HtmlElement:
    return html.document_fromstring(page(*results, lang=lang))


def with_findings(result: Checked, *findings: Finding) -> Checked:
    return Checked(result.report, Outcomes(result.outcomes.counts, findings))


def words(element: html.HtmlElement) -> str:
    return "".join(element.text_content().split())


@pytest.mark.parametrize(
    ("path", "verdict", "english"),
    [(FAULTY, "请先核对", "Check before publishing"), (CLEAN, "可以发布", "Fit to publish")],
)
def test_the_verdict_stands_before_everything_else(path: Path, verdict: str, english: str) -> None:
    document = parsed(example(path))
    report = document.get_element_by_id("r1")
    first = report.cssselect(".verdict .word, .finding, .sheet")[0]
    assert words(first) == verdict
    assert parsed(example(path), lang="en").cssselect(".verdict .word")[0].text == english


def test_a_report_with_cells_that_were_not_read_is_not_called_fit() -> None:
    text = CLEAN.read_text(encoding="utf-8").replace("四、结转下年度继续办理", "结转", 1)
    result = from_text(text)
    assert [cell for cell in result.report.cells.values() if cell.state == "missing"]
    quiet = with_findings(result)
    report = parsed(quiet).get_element_by_id("r1")
    assert report.get("data-verdict") == "review"
    assert "已读到的部分没有发现问题" in words(report.cssselect(".verdict")[0])
    assert "格没有读到" in words(report.cssselect(".verdict")[0])
    assert words(report.cssselect(".none")[0]) == "已读到的部分没有发现问题。"


def test_what_cannot_be_read_is_named_with_its_reason() -> None:
    document = parsed(Unreadable("图.txt", "是图片 (an image)"))
    assert words(document.cssselect(".verdict")[0]) == "无法检查图.txt是图片"
    document = parsed(Unreadable("图.txt", "是图片 (an image)"), Fault("坏.txt", "Traceback"), lang="en")
    listed = [item.text_content() for item in document.cssselect(".unreadable li")]
    assert listed == ["图.txt an image", "坏.txt internal fault"]
    assert not document.cssselect(".report")


def test_every_finding_is_an_article_that_leads_to_its_place() -> None:
    result = example(FAULTY)
    document = parsed(result)
    articles = document.cssselect("#r1 article.finding")
    assert [one.get("id") for one in articles] == [f"r1-f{n}" for n in range(1, len(result.outcomes.findings) + 1)]
    assert {one.get("data-rule") for one in articles} == {one.rule for one in result.outcomes.findings}
    for article in articles:
        message = next(one for one in result.outcomes.findings if one.instance == article.get("data-instance"))
        assert message.rule != article.get("data-rule") or words(article.cssselect(".message")[0]) == "".join(
            message.message["zh"].split()
        )
        assert article.cssselect(".advice") and article.cssselect(".authority")
    for link in document.cssselect("a[href^='#']"):
        assert document.get_element_by_id(link.get("href")[1:]) is not None


def test_a_finding_and_its_first_cell_lead_to_each_other() -> None:
    document = parsed(example(FAULTY))
    [article] = document.cssselect("article[data-rule='T303']")
    assert article.get("data-instance") == "t3.unable_not_held"
    assert article.cssselect(".place a")[0].get("href") == "#r1-t3-unable_not_held-total"
    fields = article.get("data-fields").split()
    assert fields[0] == "t3.unable_not_held.total" and len(fields) == 7
    cell = document.get_element_by_id("r1-t3-unable_not_held-total")
    assert "named error" in cell.get("class")
    suspect = document.get_element_by_id("r1-t3-unable_not_held-natural_person")
    assert suspect.get("class") == "first error suspect"
    assert [link.get("href") for link in cell.cssselect("a.back")] == [f"#{article.get('id')}"]
    others = [document.cssselect(f"td[data-field='{field}']")[0].get("class") for field in fields[1:]]
    assert all("operand" in style or "first" in style for style in others)


def test_claims_are_underlined_and_the_wrong_one_leads_to_its_cells() -> None:
    document = parsed(example(FAULTY))
    [article] = document.cssselect("article[data-rule='NAR08']")
    claim = document.get_element_by_id(article.cssselect(".place a")[0].get("href")[1:])
    assert claim.text == "11" and claim.get("class") == "differs claim named error"
    assert claim.get("id") in article.get("data-words").split()
    assert "#r1-t4-review-upheld" in [link.get("href") for link in article.cssselect(".operands a")]
    alone = document.cssselect(".sheet .claim.alone")
    assert "主动公开政府信息" in "".join(one.text for one in alone)
    assert len(document.cssselect("details.more li")) == len(example(FAULTY).outcomes.without_witness)


@pytest.mark.parametrize("path", [FAULTY, CLEAN, EXAMPLES / "clean-bureau-2020.md"], ids=lambda path: path.stem)
def test_every_cell_of_the_form_is_there_with_its_state(path: Path) -> None:
    cells = example(path).report.cells
    drawn = {one.get("data-field"): one for one in parsed(example(path)).cssselect("td[data-field]")}
    assert list(drawn) == list(cells)
    for field, cell in cells.items():
        assert drawn[field].get("data-state") == cell.state
        assert drawn[field].get("data-value") == (None if cell.value is None else format(cell.value, "f"))
        [figure] = drawn[field].cssselect(".figure")
        assert figure.text == {"empty": "空", "missing": "未读"}.get(cell.state, cell.raw)


def test_tables_are_drawn_as_the_form_prints_them() -> None:
    document = parsed(example(CLEAN))
    table = document.cssselect("table.t3")[0]
    group = next(one for one in table.cssselect("th") if words(one) == "三、本年度办理结果")
    assert (group.get("rowspan"), group.get("scope")) == ("22", "row")
    assert "（五）不予处理" in [words(one) for one in table.cssselect("th[rowspan='5']")]
    heads = [
        [(words(one), one.get("colspan"), one.get("rowspan")) for one in row] for row in table.cssselect("thead tr")
    ]
    assert heads[0][1:] == [("申请人情况", "7", None)]
    assert heads[1] == [("自然人", None, "2"), ("法人或其他组织", "5", None), ("总计", None, "2")]
    four = [[(words(one), one.get("colspan")) for one in row] for row in document.cssselect("table.t4 thead tr")]
    assert four[0] == [("行政复议", "5"), ("行政诉讼", "10")] and len(four[2]) == 15
    for one in document.cssselect("table.form tr"):
        assert all(cell.get("scope") for cell in one.cssselect("th"))
    for cell in document.cssselect("table.t2 td"):
        assert all(document.get_element_by_id(name) is not None for name in cell.get("headers").split())


def test_lines_that_a_page_broke_are_joined() -> None:
    lines = (
        "我局高度重视政府信息主动公开工作，按照省、市、",
        "区政府的要求，结合我局实际情况，不断加强政务信",
        "息公开工作。全年主动公开政府信息 3条。",
        "（一）依申请公开。全年没有收到政府信息公开申请。",
    )
    text = CLEAN.read_text(encoding="utf-8")
    start = text.index("\n", text.index("工作基本情况"))
    result = from_text(text[:start] + "\n\n" + "\n\n".join(lines) + "\n\n" + text[text.index("二、行政机关主动公开") :])
    shown = [words(one) for one in parsed(result).cssselect(".sheet > p")]
    joined = shown.index("".join("".join(lines[:3]).split()))
    assert shown[joined + 1].startswith("（一）依申请公开")


def test_the_overview_of_several_reports() -> None:
    document = parsed(example(FAULTY), example(CLEAN), Unreadable("图.txt", "是图片"))
    rows = document.cssselect(".overview tbody tr")
    assert [row.cssselect("th a")[0].get("href") for row in rows] == ["#r1", "#r2"]
    assert [words(row.cssselect(".word")[0]) for row in rows] == ["请先核对", "可以发布"]
    assert "共3份：请先核对1，可以发布1，无法检查1" in words(document.cssselect(".masthead")[0])
    assert [one.get("data-report") for one in document.cssselect("details.fold > section.report")] == ["0", "1"]
    options = [one.get("value") for one in document.cssselect(".filter option")]
    assert options[0] == "" and "T303" in options


def test_of_many_reports_those_without_findings_are_one_line() -> None:
    document = parsed(*[example(CLEAN)] * 14, example(FAULTY))
    assert len(document.cssselect(".overview tbody tr")) == 15
    assert [one.get("id") for one in document.cssselect("section.report")] == ["r15"]


def test_a_page_for_two_hundred_reports_stays_below_ten_megabytes() -> None:
    text = page(*[example(FAULTY)] * 200)
    assert len(text.encode()) < 10_000_000
    document = html.document_fromstring(text)
    assert len(document.cssselect(".overview tbody tr")) == 200
    absent = document.cssselect(".paper.absent")
    assert absent and "--format html" in absent[0].text_content()


def test_the_policy_allows_the_page_its_own_style_and_scripts_only() -> None:
    document = parsed(example(FAULTY))
    policy = document.cssselect("meta[http-equiv='Content-Security-Policy']")[0].get("content")
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
    assert rules["default-src"] == rules["base-uri"] == rules["form-action"] == "'none'"
    for tag in ("style", "script"):
        hashes = [f"'sha256-{b64encode(sha256(one.text.encode()).digest()).decode()}'" for one in document.iter(tag)]
        assert rules[f"{tag}-src"].split() == hashes
        assert all(one.text.isascii() for one in document.iter(tag))


def test_nothing_is_loaded_or_named_from_elsewhere() -> None:
    text = page(example(FAULTY), example(CLEAN))
    assert not re.search(r"https?:|//[a-z]|url\(|@import", re.sub(r"<script>.*?</script>", "", text, flags=re.DOTALL))
    document = html.document_fromstring(text)
    assert not document.xpath("//@src | //@style | //link | //iframe | //@*[starts-with(name(), 'on')]")


def test_the_same_report_gives_the_same_page() -> None:
    assert page(example(FAULTY)) == page(example(FAULTY))


def test_ids_are_given_once() -> None:
    ids = parsed(example(FAULTY), example(FAULTY)).xpath("//@id")
    assert len(ids) == len(set(ids))


def test_a_page_in_english_speaks_chinese_only_where_it_quotes() -> None:
    document = parsed(example(FAULTY), Unreadable("a.txt", "是图片 (an image)"), lang="en")
    assert document.get("lang") == "en"
    for element in document.xpath("//body//*[not(self::script)]"):
        for holder, text in ((element, element.text), (element.getparent(), element.tail)):
            own = next((one.get("lang") for one in (holder, *holder.iterancestors()) if one.get("lang")), "")
            assert own == "zh-Hans" or not HAN.search(text or ""), text
        named = [element.get(name) or "" for name in ("aria-label", "title", "alt")]
        assert not HAN.search("".join(named))


def test_what_the_page_says_in_english_are_sentences() -> None:
    document = parsed(example(FAULTY), lang="en")
    said = document.cssselect(".message, .cause h4 > span:last-child, .alike li > span, .unlocated, details.more li")
    assert {"message", None} <= {one.get("class") for one in said}
    assert not [one.text_content() for one in said if one.text_content()[:1].islower()]
    assert any(one.message["en"][0].islower() for one in example(FAULTY).outcomes.findings)
    assert {one.text for one in document.cssselect(".advice b")} == {"Advice"}


def test_the_window_is_titled_as_the_report_in_either_language() -> None:
    title = example(FAULTY).report.title
    assert title
    for lang, word in (("zh", "请先核对："), ("en", "Check before publishing: ")):
        assert parsed(example(FAULTY), lang=lang).cssselect("title")[0].text == word + title


def test_what_was_not_evaluated_is_told_once_for_each_reason() -> None:
    text = "某局2023年度报告\n公开 116 条，其中 184 条\n"
    skips = [skipped("T303", f"t3.{n}", "总计为空") for n in range(3)]
    found = finding(span(text, "116"), [operand(text, "116", "主动公开")], rule="BRK01")
    document = parsed(checked(text, [found], skips))
    assert [words(one) for one in document.cssselect("details.more li")] == ["总计为空T303×3"]
    assert document.cssselect("#r1-f1 .place a")[0].get("href") == "#r1-w14"
    assert document.get_element_by_id("r1-w14").text == "116"


HOSTILE = "<script>alert(1)</script>\"'{{ 7*7 }}{% raw %}&amp;\x01\x1b[31m\u202e</style><!--"


def test_a_hostile_report_stays_harmless() -> None:
    text = FAULTY.read_text(encoding="utf-8")
    text = (
        text.replace("东河区持续", f"东河区{HOSTILE}持续").replace("\t550", f"\t{HOSTILE}").replace("0000-12", HOSTILE)
    )
    text = text.replace("临江市东河区2023年政府", f"临江市{HOSTILE}东河区2023年政府", 1)
    result = from_text(text, f"{HOSTILE}.txt")
    hostile = finding(None, rule=HOSTILE, message=HOSTILE, where=HOSTILE)
    both = {"zh": HOSTILE, "en": HOSTILE}
    figure = next(cell for cell in result.report.cells.values() if cell.value is not None)
    changes = (
        Change(figure.field, both, figure.value, Decimal(9), figure.span),
        Change(HOSTILE, both, None, Decimal(1), None),
    )
    accused = hostile._replace(suspects=(Suspect(changes, 1, "", both, 1), Suspect(changes[:1], 1, "", both)))
    result = with_findings(result, *result.outcomes.findings, hostile, accused)
    kept = (Held(hostile, "waiver", HOSTILE),)
    result = result._replace(outcomes=result.outcomes._replace(held=kept, ignored=(HOSTILE,), unlocated=(both,)))
    for results in ((result,), (result, result, Unreadable(HOSTILE, HOSTILE))):
        for lang in ("zh", "en"):
            made = page(*results, lang=lang)
            assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]", made)
            document = html.document_fromstring(made)
            assert all("alert(1)" not in (script.text or "") for script in document.iter("script"))
            assert len(list(document.iter("style"))) <= 2
            assert "{{7*7}}" in words(document.cssselect("#r1 .sheet" if len(results) == 1 else ".overview")[0])
            assert not document.xpath("//@*[starts-with(name(), 'on')]")


def test_a_screen_without_utf8_gets_a_page_in_ascii() -> None:
    text = page(example(FAULTY), encoding="gbk")
    assert text.isascii()
    assert words(html.document_fromstring(text).cssselect(".verdict .word")[0]) == "请先核对"


def test_a_table_that_was_not_read_at_all_is_told_before_the_findings() -> None:
    lines = CLEAN.read_text("utf-8").splitlines()
    end = next(number for number, line in enumerate(lines) if line.startswith("四、政府信息公开行政复议"))
    document = parsed(from_text("\n".join(lines[:end])))
    told = [words(one) for one in document.cssselect("#r1-findings > .unlocated")]
    assert told[0].startswith("没有读到表四整张没有读到")
    assert words(document.cssselect("#r1 .verdict .word")[0]).startswith("请先核对")
    assert not parsed(example(CLEAN)).cssselect(".unlocated")
