"""`--format text` as a person sees it."""

from __future__ import annotations

from findings import checked, finding, operand, skipped, span
from linter.check import Checked
from linter.files import Unreadable
from linter.finding import Severity
from linter.rendering import writer
from linter.rendering.interface import Manner
from linter.rendering.screen import Screen
from linter.rendering.tally import Tally

TEXT = "某局2023年度报告\n予以公开\t3\t4\t8\n结转 5\n"


def render(result: Checked, manner: Manner | None = None) -> str:
    return writer("text", manner or Manner()).report(result)


def test_a_finding_with_its_figures() -> None:
    parts = [operand(TEXT, figure, f"予以公开·{name}") for figure, name in (("8", "总计"), ("4", "企业"))]
    one = finding(span(TEXT, "8"), parts, where="表三 / （一）予以公开 / 总计", message="企业 4，总计 8。")
    assert render(checked(TEXT, [one])) == (
        "年报.txt\n"
        "  某局2023年度报告（2023 年，试验格式）\n"
        "\n"
        "年报.txt:2:10: 错误 T303 表三 / （一）予以公开 / 总计：合计不符\n"
        "  企业 4，总计 8。\n"
        "    2 | 予以公开    3   4   8\n"
        "      |                 ~   ^\n"
        "  建议：请核对。\n"
        "\n"
        "错误 1，警告 0，提示 0；通过 7 项，未检查 0 项\n"
        "\n"
    )


def test_the_same_in_english() -> None:
    one = finding(span(TEXT, "8"), severity=Severity.WARNING)
    assert render(checked(TEXT, [one]), Manner("en")) == (
        "年报.txt\n"
        "  某局2023年度报告 (2023, trial form)\n"
        "\n"
        "年报.txt:2:10: warning T303 table three / total: The sum is wrong\n"
        "  The sides differ.\n"
        "    2 | 予以公开    3   4   8\n"
        "      |                     ^\n"
        "  Advice: Look again.\n"
        "\n"
        "error 0, warning 1, info 0; 7 passed, 0 not evaluated\n"
        "\n"
    )


def test_findings_come_as_a_person_reads_the_report() -> None:
    places = [
        finding(span(TEXT, "5"), rule="T301"),
        finding(span(TEXT, "8"), rule="T399", severity=Severity.INFO),
        finding(span(TEXT, "8"), rule="T398", severity=Severity.ERROR),
        finding(None, rule="STR02", where=""),
    ]
    shown = render(checked(TEXT, places))
    heads = [line for line in shown.splitlines() if "合计不符" in line]
    assert heads == [
        "年报.txt: 错误 STR02 合计不符",
        "年报.txt:2:10: 错误 T398 表三 / 总计：合计不符",
        "年报.txt:2:10: 提示 T399 表三 / 总计：合计不符",
        "年报.txt:3:4: 错误 T301 表三 / 总计：合计不符",
    ]


def test_what_was_not_checked_is_told_by_reason() -> None:
    unchecked = [skipped("T303", f"t3.{n}", "总计为空") for n in range(19)]
    unchecked += [skipped("T301", "t3.total", "总计为空"), skipped("T401", "t4", "没有读到表四")]
    lines = render(checked(TEXT, (), unchecked)).splitlines()
    assert lines[-4:-1] == [
        "没有发现问题；通过 7 项，未检查 21 项",
        "  未检查 20 项：总计为空（T303×19 T301）",
        "  未检查 1 项：没有读到表四（T401）",
    ]


def test_reasons_that_name_one_cell_each_are_one_line() -> None:
    unchecked = [skipped(rule, f"t3.{n}", f"没有读到第 {n} 格") for n in range(8) for rule in ("T303", "T312")]
    shown = render(checked(TEXT, (), unchecked))
    assert "\n  未检查 16 项：没有读到第 0 格，等 8 种原因（T303×8 T312×8）\n" in shown


def test_many_reasons_are_cut_and_counted() -> None:
    unchecked = [skipped(f"T3{n:02}", "t3.granted", f"第 {n} 格没有读到") for n in range(20)]
    shown = render(checked(TEXT, (), unchecked))
    assert shown.count("格没有读到") == 8
    assert "  未检查 12 项另有原因，见 --format json\n" in shown


def test_quiet_says_only_findings() -> None:
    quiet = Manner(quiet=True)
    assert render(checked(TEXT), quiet) == ""
    assert "通过" not in render(checked(TEXT, [finding(span(TEXT, "8"))]), quiet)


def test_a_report_cannot_paint_the_terminal() -> None:
    text = "\x1b[2J\x1b]0;x\x07 8 \u202e件\n"
    one = finding(span(text, "8"), message="标题是“\x1b[31m”。")
    shown = render(checked(text, [one], path="\x1b[1m.txt", title="\x9b31m"))
    assert not {"\x1b", "\x07", "\x9b", "\u202e"} & set(shown)


def test_our_own_words_fit_a_gbk_console() -> None:
    unchecked = [skipped("T303", f"t3.{n}", f"第 {n} 格没有读到") for n in range(20)]
    manner = Manner(screen=Screen("gbk"))
    shown = render(checked(TEXT + "甲" * 500 + "✓9㐱", [finding(span(TEXT, "8"))], unchecked), manner)
    assert shown.encode("gbk")


def test_a_run_over_several_files_ends_with_one_line() -> None:
    tally = Tally()
    for result in (checked(TEXT, [finding(span(TEXT, "8"))]), checked(TEXT), Unreadable("图.txt", "是图片")):
        tally.add(result)
    assert writer("text", Manner()).end(tally) == "共 2 份报告：错误 1，警告 0，提示 0；1 个文件没能检查\n"


def test_one_report_has_said_it_all() -> None:
    tally = Tally()
    tally.add(checked(TEXT))
    assert writer("text", Manner()).end(tally) == ""
