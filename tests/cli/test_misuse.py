"""What people do that nobody asked them to: no traceback, no silence, no green where nothing was checked."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from linter.cli import options, run

Capture = pytest.CaptureFixture[str]
ROOT = Path(__file__).resolve().parents[2]
OWN = (ROOT / "examples" / "own-rules" / "rules" / "own.yaml").read_text(encoding="utf-8")
ZH = 'zh: "不予公开过多：{identity}。"'
BAD = "坏 的.txt"


def refusal(capsys: Capture, *arguments: str) -> str:
    """The one sentence with which a command that cannot do its work ends."""
    assert run([*arguments]) == 2
    shown = capsys.readouterr()
    assert shown.err.startswith("gouji: ") and shown.err.count("\n") == 1, shown.err
    return shown.err.removeprefix("gouji: ").strip()


@pytest.mark.parametrize("name", ["gouji.toml", "gouji-waivers.yaml", "gouji-baseline.yaml"])
@pytest.mark.parametrize(
    ("make", "why"),
    [(Path.mkdir, "这是一个文件夹"), (lambda path: path.symlink_to("没有"), "没有这个文件")],
    ids=["a folder", "a link that leads nowhere"],
)
def test_what_cannot_be_read_is_not_passed_over(
    folder: Path, capsys: Capture, name: str, make: Callable[[Path], None], why: str
) -> None:
    make(folder / name)
    said = refusal(capsys, "check", "好.txt")
    assert f"{name}：" in said and why in said


@pytest.mark.parametrize("name", ["gouji-waivers.yaml", "gouji-baseline.yaml"])
@pytest.mark.parametrize("text", ["", "\n\n", "\ufeff# 都解决了\r\n"])
def test_a_file_without_entries_holds_nothing_back(folder: Path, name: str, text: str) -> None:
    (folder / name).write_text(text, encoding="utf-8", newline="")
    assert run(["check", "好.txt"]) == 0
    assert run(["check", BAD]) == 1
    if name == "gouji-waivers.yaml":
        assert run(["waive", BAD, "--reason", "旧系统"]) == 0
        assert run(["check", BAD]) == 0
        assert (folder / name).read_text(encoding="utf-8").startswith(text.replace("\r\n", "\n").rstrip("\n"))


def test_a_check_of_nothing_is_not_green(folder: Path, capsys: Capture) -> None:
    (folder / "gouji.toml").write_text('exclude = ["**"]\n', encoding="utf-8")
    assert (
        refusal(capsys, "check") == "gouji.toml 里的 exclude 略去了全部文件，没有可以检查的；请给出文件名，或者修改它。"
    )
    refusal(capsys, "baseline")
    assert run(["check", "好.txt"]) == 0


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[tool.gouji]\nignore = ["BRK"]', "gouji.toml:1：在 gouji.toml 里各项直接写在最上面，请去掉这个小标题"),
        ('\n[gouji]\nignore = ["BRK"]', "gouji.toml:2：在 gouji.toml 里各项直接写在最上面，请去掉这个小标题"),
        ('ignore = ["T3, BRK"]', 'gouji.toml:1：一项只写一个代码，请写成 "T3", "BRK"。'),
        ('select = ["T3，BRK01"]', 'gouji.toml:1：一项只写一个代码，请写成 "T3", "BRK01"。'),
        ('fail_on = "never"', "gouji.toml:1：没有叫 fail_on 的配置项，是不是 fail-on？"),
        ("[[severities]]\nT3 = 'info'", 'gouji.toml:1：severities 应当是一个表，如 FMT01 = "info"。'),
        ("[deadlines]\ncity = 2024-01-31", 'gouji.toml:2：city 应当是月-日，如 "01-31"。'),
    ],
)
def test_a_configuration_in_another_shape(folder: Path, capsys: Capture, text: str, said: str) -> None:
    (folder / "gouji.toml").write_text(text, encoding="utf-8")
    assert refusal(capsys, "check", "好.txt").startswith(said)


@pytest.mark.parametrize("text", ["[tool]\ngouji = 3\n", "[tool]\ngouji.profile = 3\n", "tool.gouji.profile = 3\n"])
def test_every_way_to_write_it_in_a_project(folder: Path, capsys: Capture, text: str) -> None:
    (folder / "pyproject.toml").write_text(text, encoding="utf-8")
    assert refusal(capsys, "check", "好.txt").startswith("pyproject.toml:")


def test_a_byte_order_mark_and_windows_line_ends(folder: Path) -> None:
    (folder / "gouji.toml").write_bytes("\ufeffignore = [\r\n  'T3',\r\n]\r\n".encode())
    assert run(["check", BAD]) == 0


def test_rules_with_them(rules: Path, capsys: Capture) -> None:
    (rules / "own.yaml").write_bytes(("\ufeff" + OWN.replace("\n", "\r\n")).encode())
    assert run(["rules", "--check"]) == 0
    assert capsys.readouterr().out == "2 条规则、4 个例子，全部符合。\n"


def test_a_reason_that_is_none(folder: Path, capsys: Capture) -> None:
    text = 'waivers:\n- file: a\n  fingerprint: "0123456789abcdef"\n  reason: [x]\n'
    (folder / "gouji-waivers.yaml").write_text(text, encoding="utf-8")
    assert "gouji-waivers.yaml:4：豁免文件有误：reason 应当是一段文字" in refusal(capsys, "check", "好.txt")


@pytest.fixture
def rules(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the example's rules, read anew by each run."""
    monkeypatch.setattr(options, "load", getattr(options.load, "__wrapped__", options.load))
    (folder / "rules").mkdir()
    (folder / "gouji.toml").write_text('rules = ["rules"]\n', encoding="utf-8")
    (folder / "rules" / "own.yaml").write_text(OWN, encoding="utf-8")
    return folder / "rules"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("code: OWN01", "code: T303", "（T303 applicants-sum），请换一个；要取代那一条，代码和名称都要相同。"),
        (ZH, "zh: {identity}不予公开", "：后一个引号或括号后面还有文字，请把整个值放进一对引号。"),
        (ZH, "zh: {identity}", "zh 应当是一段文字，以 { 开头的要加引号"),
        (
            "    condition: sum(t3.denied.total) * 10 <= t3.handled_total.total * 3\n    message:\n      " + ZH,
            "    condition: stated(report.year)\n    message:\n      zh: 差了 {difference}",
            "message 里：条件的结论不是两个数的比较，{difference} 没有所指，请删去，用文字写明。",
        ),
        ("severity: info", "severity: Warning", "没有叫 Warning 的值（severity），是不是 warning？"),
        ("default: true", "default: 是", "default 应当是 true 或 false，不加引号，现在是“是”。"),
        ("* 3", "＞ 3", "条件里不能有 ＞，请删去或改写。"),
    ],
)  # fmt: skip
def test_slips_of_a_rules_author(rules: Path, capsys: Capture, old: str, new: str, said: str) -> None:
    (rules / "own.yaml").write_text(OWN.replace(old, new, 1), encoding="utf-8")
    told = refusal(capsys, "rules", "--check")
    assert told.startswith("规则文件有误：rules/own.yaml:") and said in told


def test_a_file_named_twice_is_one(rules: Path, capsys: Capture) -> None:
    text = 'rules = ["rules", "rules/own.yaml", "./rules"]\n'
    (rules.parent / "gouji.toml").write_text(text, encoding="utf-8")
    assert run(["rules", "--check"]) == 0
    assert capsys.readouterr().out == "2 条规则、4 个例子，全部符合。\n"


def test_the_other_ending(rules: Path, capsys: Capture) -> None:
    (rules / "own.yaml").rename(rules / "own.yml")
    assert run(["rules", "--check"]) == 0
    assert capsys.readouterr().out == "2 条规则、4 个例子，全部符合。\n"
    (rules / "own.yml").write_text(OWN.replace("right: 30}", "right: 31}"), encoding="utf-8")
    assert run(["rules", "--check"]) == 1


def test_edits_above_a_finding_leave_waivers_and_baseline_in_place(folder: Path) -> None:
    text = (folder / BAD).read_text(encoding="utf-8")
    (folder / "又.txt").write_text(text, encoding="utf-8")
    assert run(["waive", BAD, "--reason", "旧系统"]) == 0
    assert run(["baseline", "又.txt"]) == 0
    title, rest = text.split("\n", 1)
    for name in (BAD, "又.txt"):
        (folder / name).write_text(f"{title}\n\n\n{rest}", encoding="utf-8")
    assert run(["check", ".", "--fail-on", "info"]) == 0


def test_outside_a_repository_the_baseline_stands_here(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "下").mkdir()
    (folder / "下" / BAD).write_bytes((folder / BAD).read_bytes())
    assert run(["baseline", "下"]) == 0
    assert (folder / "gouji-baseline.yaml").is_file()
    monkeypatch.chdir(folder / "下")
    assert run(["check"]) == 0
