"""Rules and a family of one's own: the examples work, and so does their page when a newcomer follows it."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

from linter.cli import run

ROOT = Path(__file__).resolve().parents[1]
EXAMPLES = ROOT / "examples"
PAGE = EXAMPLES / "own-rules" / "README.md"
Capture = pytest.CaptureFixture[str]


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the example to work in."""
    folder = shutil.copytree(EXAMPLES / "own-rules", tmp_path / "own")
    monkeypatch.chdir(folder)
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    return folder


def block(marker: str) -> str:
    """The fenced block below a marker of the page."""
    found = re.search(rf"<!-- {re.escape(marker)} -->\n```\w+\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    assert found is not None, marker
    return found[1]


@pytest.mark.usefixtures("own")
def test_rules_are_added_and_changed(capsys: Capture) -> None:
    assert run(["rules", "--check"]) == 0
    assert capsys.readouterr().out == "2 条规则、4 个例子，全部符合。\n"
    assert run(["check", "--format", "json"]) == 0
    (report,) = json.loads(capsys.readouterr().out)["reports"]
    assert [(one["rule"], one["right"]) for one in report["findings"]] == [("STR17", "300")]
    run(["rules"])
    lines = {line.split()[0]: line.split() for line in capsys.readouterr().out.splitlines()}
    assert lines["OWN01"][2:4] == ["warning", "on"] and lines["STR17"][3] == "on" and "T303" in lines
    assert run(["explain", "OWN01"]) == 0


def test_the_page_is_right(own: Path, capsys: Capture) -> None:
    (own / "rules" / "mine.yaml").write_text(block("file: rules/mine.yaml"), encoding="utf-8")
    command = block("run: rules --check")
    run(["rules", "--check"])
    assert command == f"$ gouji rules --check\n{capsys.readouterr().out}"
    assert run(["check"]) == 0
    broken = block("file: rules/mine.yaml").replace("t3.carried_in", "t3.caried_in", 1)
    (own / "rules" / "mine.yaml").write_text(broken, encoding="utf-8")
    assert run(["check"]) == 2
    assert capsys.readouterr().err == block("run: rules --check, with caried_in")


def test_a_promise_that_is_not_kept(own: Path, capsys: Capture) -> None:
    path = own / "rules" / "own.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("right: 30}", "right: 31}"), encoding="utf-8")
    assert run(["rules", "--check"]) == 1
    shown = capsys.readouterr().out
    assert "rules/own.yaml:" in shown and " right 应当是“31”，实际是“30”" in shown


def test_a_case_that_says_nothing_says_why(own: Path, capsys: Capture) -> None:
    text = block("file: rules/mine.yaml")
    holds = text.replace("t3.handled_total.total: 3", "t3.handled_total.total: 1")
    assert holds != text
    (own / "rules" / "mine.yaml").write_text(holds, encoding="utf-8")
    assert run(["rules", "--check"]) == 1
    assert "应当报出 1 处，实际 0 处；按例子里的数字，条件成立，请核对数字和条件" in capsys.readouterr().out
    assert run(["rules", "--check", "--lang", "en"]) == 1
    assert "expected 1 findings, found 0; the condition holds with its figures" in capsys.readouterr().out


def test_a_code_that_is_taken(own: Path, capsys: Capture) -> None:
    path = own / "rules" / "own.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("overview-long", "overview-short"), encoding="utf-8")
    assert run(["check"]) == 2
    shown = capsys.readouterr().err
    assert (
        "：代码 STR17 已经用在 " in shown
        and "（STR17 overview-long），请换一个；要取代那一条，代码和名称都要相同。" in shown
    )


def test_words_of_ones_own(own: Path) -> None:
    text = block("file: rules/mine.yaml").replace(
        "t3.new_received.total = 0 implies",
        "mentions(report.text, words.festivals) and t3.new_received.total = 0 implies",
    )
    text = text.replace("t3.carried_in.total: 2", "report.text: 国庆, t3.carried_in.total: 2", 1)
    text = text.replace("- t3.carried_in.total: 2", "- report.text: 春节\n          t3.carried_in.total: 2", 1)
    (own / "rules" / "mine.yaml").write_text(text, encoding="utf-8")
    (own / "rules" / "words.yaml").write_text("festivals: [春节, 国庆]\n", encoding="utf-8")
    assert run(["rules", "--check"]) == 0


FAMILY = str(EXAMPLES / "own-family")


def test_a_family_of_ones_own(capsys: Capture) -> None:
    assert run(["rules", "--check", "--rules", FAMILY, "--lang", "zh"]) == 0
    assert capsys.readouterr().out == "4 条规则、8 个例子，全部符合。\n"
    assert run(["check", "--rules", FAMILY, f"{FAMILY}/reports", "--format", "json"]) == 1
    clean, faulty = json.loads(capsys.readouterr().out)["reports"]
    assert (clean["form"], clean["year"], clean["findings"]) == ("wards", 2023, [])
    assert [one["rule"] for one in faulty["findings"]] == ["OVR01", "BED01", "BED02"]


@pytest.mark.parametrize("name", ["text", "html", "sarif", "junit", "markdown", "github", "gitlab"])
def test_every_format_tells_of_it(capsys: Capture, name: str) -> None:
    assert run(["check", "--rules", FAMILY, f"{FAMILY}/reports", "--format", name]) == 1
    assert "BED01" in capsys.readouterr().out


def test_named_in_a_configuration(tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    """Reports of two families in one run, each by the configuration of its folder."""
    shutil.copytree(EXAMPLES / "own-family", tmp_path / "医院")
    (tmp_path / "医院" / "gouji.toml").write_text('family = "."\n', encoding="utf-8")
    shutil.copy(EXAMPLES / "clean-city-2024.txt", tmp_path / "年报.txt")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "医院" / "README.md").unlink()
    assert run(["check", "--format", "json"]) == 1
    assert [one["form"] for one in json.loads(capsys.readouterr().out)["reports"]] == ["f2021", "wards", "wards"]
    assert run(["extract", "医院/reports/2023.txt", "--format", "json"]) == 0


LABELS = re.compile(r"\b(?:t[234]\.[a-z_]+|new_received|carried_(?:in|out)|handled_total|admitted|discharged|wards)\b")


@pytest.mark.parametrize("path", sorted((ROOT / "linter").rglob("*.py")), ids=lambda path: path.stem)
def test_the_program_knows_no_family(path: Path) -> None:
    """No field id of either family, and no label of its forms, stands in the program."""
    text = path.read_text(encoding="utf-8")
    assert not LABELS.search(text)
    for label in ("予以公开", "不予处理", "结转下年度", "自然人", "入院人数", "行政复议", "第二十条"):
        assert label not in text
