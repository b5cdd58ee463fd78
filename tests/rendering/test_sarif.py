"""`--format sarif` against the schema of OASIS."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from findings import checked, finding, operand, skipped, span
from linter.check import Checked, Fault
from linter.files import Unreadable
from linter.finding import Operand, Severity
from linter.rendering.interface import Manner
from linter.rendering.screen import Screen
from linter.sources import TextSource
from rendering.machines import kit, paged, path_of, read_sarif, render

TEXT = "某局2023年度报告\n予以公开\t3\t4\t8\n结转 5\n"


def run_of(*results: Checked, lang: str = "zh") -> dict[str, Any]:
    return read_sarif(render("sarif", results, Manner(lang, kit=kit())))


def test_a_result_has_its_place_and_its_operands() -> None:
    parts = [operand(TEXT, figure, name) for figure, name in (("3", "个人"), ("8", "总计"))]
    run = run_of(checked(TEXT, [finding(span(TEXT, "8"), parts)], path="各局/年 报.txt"))
    (result,) = run["results"]
    rule = run["tool"]["driver"]["rules"][result["ruleIndex"]]
    uri = "%E5%90%84%E5%B1%80/%E5%B9%B4%20%E6%8A%A5.txt"
    assert (rule["id"], result["ruleId"], result["level"]) == ("T303", "T303", "error")
    assert result["message"]["text"] == "两边不等。\n建议：请核对。"
    assert result["locations"] == [
        {
            "physicalLocation": {
                "artifactLocation": {"uri": uri},
                "region": {"startLine": 2, "startColumn": 10, "endLine": 2, "endColumn": 11},
            }
        }
    ]
    assert [one["message"]["text"] for one in result["relatedLocations"]] == ["个人 = 3", "总计 = 8"]
    assert [one["physicalLocation"]["region"]["startColumn"] for one in result["relatedLocations"]] == [6, 10]
    assert result["partialFingerprints"] == {"gouji/v1": "0123456789abcdef"}
    assert run["columnKind"] == "unicodeCodePoints"


def test_a_file_without_lines_has_logical_locations() -> None:
    one = finding(span(TEXT, "8"), [operand(TEXT, "3", "个人")], where="表三 / （一）予以公开 / 总计")
    (result,) = run_of(paged(checked(TEXT, [one])))["results"]
    assert result["locations"] == [
        {
            "physicalLocation": {"artifactLocation": {"uri": "%E5%B9%B4%E6%8A%A5.pdf"}},
            "logicalLocations": [{"fullyQualifiedName": "第 3 页/表三/（一）予以公开/总计"}],
        }
    ]
    assert result["relatedLocations"][0]["logicalLocations"] == [{"fullyQualifiedName": "第 3 页/个人"}]


def test_operands_of_last_year_have_its_file() -> None:
    last = TextSource("去年.txt", "结转 7\n", "结转 7\n")
    before = Operand("prev.t.7", "上年报告的结转", "7", span(last.text, "7"), last)
    (result,) = run_of(checked(TEXT, [finding(span(TEXT, "5"), [operand(TEXT, "5"), before])]))["results"]
    places = [one["physicalLocation"] for one in result["relatedLocations"]]
    assert [path_of(one["artifactLocation"]["uri"]) for one in places] == ["年报.txt", "去年.txt"]
    assert places[1]["region"]["startLine"] == 1


def test_what_has_no_place_is_of_the_file() -> None:
    (result,) = run_of(checked(TEXT, [finding(None, [Operand("f", "年份", None, None)], where="")]))["results"]
    assert result["locations"] == [{"physicalLocation": {"artifactLocation": {"uri": "%E5%B9%B4%E6%8A%A5.txt"}}}]
    assert result["relatedLocations"] == []


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_rule_that_is_on_is_described(lang: str) -> None:
    driver = run_of(lang=lang)["tool"]["driver"]
    assert {rule["id"] for rule in driver["rules"]} == kit().enabled
    for rule in driver["rules"]:
        assert {"name", "shortDescription", "fullDescription", "help", "defaultConfiguration"} <= set(rule)
        assert len(rule["fullDescription"]["text"]) <= 1024
        assert len(rule["properties"]["tags"]) <= 20
        assert not {"{", "}"} & set(rule["help"]["text"])
    authority = {"zh": "依据", "en": "Authority"}[lang]
    assert all(f"\n{authority}\n" in rule["help"]["text"] for rule in driver["rules"])
    assert all(f"**{authority}**" in rule["help"]["markdown"] for rule in driver["rules"])


def test_levels_and_what_is_no_result() -> None:
    found = [finding(span(TEXT, "8"), severity=severity) for severity in Severity]
    run = run_of(checked(TEXT, found, [skipped("T303", "t3.granted", "总计为空")]))
    assert [one["level"] for one in run["results"]] == ["error", "warning", "note"]
    assert run["invocations"] == [{"executionSuccessful": True, "toolExecutionNotifications": []}]


def test_what_could_not_be_checked_is_a_notification() -> None:
    broken = checked(TEXT)
    outcomes = broken.outcomes._replace(rule_errors=(skipped("T303", "report", "除以零"),))
    results = [Checked(broken.report, outcomes), Unreadable("图.txt", "是图片"), Fault("坏.txt", "Traceback")]
    (told,) = read_sarif(render("sarif", results, Manner(kit=kit())))["invocations"]
    assert told["executionSuccessful"] is False
    said = told["toolExecutionNotifications"]
    assert [one["message"]["text"] for one in said] == ["除以零", "是图片", "检查时程序内部出错"]
    paths = [path_of(one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]) for one in said]
    assert paths == ["年报.txt", "图.txt", "坏.txt"]
    assert said[0]["associatedRule"]["id"] == "T303"


def test_paths_are_relative_to_the_folder_of_the_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "库").mkdir()
    monkeypatch.chdir(tmp_path / "库")
    paths = ["./年报.txt", str(tmp_path / "库" / "甲" / "年报.txt"), "a:b?#.txt", "../外.txt", "\udce9.txt"]
    results = run_of(*(checked(TEXT, [finding(span(TEXT, "8"))], path=path) for path in paths))["results"]
    uris = [one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for one in results]
    inside = [os.fsdecode(path) for path in ("年报.txt", "甲/年报.txt", "a:b?#.txt")]
    assert [path_of(uri) for uri in uris[:3]] == inside
    assert uris[3] == (tmp_path / "外.txt").as_uri()
    assert uris[4] == "%E9.txt"


def test_a_report_brings_no_links() -> None:
    one = finding(span(TEXT, "8"), message="标题是“[请看](http://evil.example)”。")
    (result,) = run_of(checked(TEXT, [one]))["results"]
    assert "](" not in result["message"]["text"]


def test_outside_unicode_it_is_plain_ascii() -> None:
    manner = Manner(screen=Screen("gbk"), kit=kit())
    text = render("sarif", [checked(TEXT, [finding(span(TEXT, "8"))])], manner)
    assert text.isascii()
    assert read_sarif(text)["results"][0]["message"]["text"].startswith("两边不等。")
