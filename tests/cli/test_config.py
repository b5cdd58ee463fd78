"""A configuration at work: found upwards, beaten by the command line, told in the tally."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from linter.cli import run

Capture = pytest.CaptureFixture[str]
BAD = "坏 的.txt"


def rules_of(capsys: Capture, *arguments: str) -> dict[str, str]:
    """The codes that a report shows, with their severities."""
    run(["check", BAD, "--format", "jsonl", *arguments])
    (report,) = (json.loads(line) for line in capsys.readouterr().out.splitlines())
    return {one["rule"]: one["severity"] for one in report["findings"]}


def write(folder: Path, text: str, name: str = "gouji.toml") -> None:
    (folder / name).write_text(text, encoding="utf-8")


def test_codes_and_prefixes(folder: Path, capsys: Capture) -> None:
    assert {"T301", "T303"} <= set(rules_of(capsys))
    write(folder, 'ignore = ["T301"]')
    assert "T301" not in rules_of(capsys) and "T303" in rules_of(capsys)
    write(folder, 'select = ["T3"]\nignore = ["t303"]')
    assert {code[:2] for code in rules_of(capsys)} == {"T3"}


def test_a_project_that_was_named_must_have_our_part(folder: Path, capsys: Capture) -> None:
    write(folder, '[project]\nname = "x"\n', "pyproject.toml")
    assert run(["check", "好.txt"]) == 0
    assert run(["check", "好.txt", "--config", "pyproject.toml"]) == 2
    assert capsys.readouterr().err == "gouji: pyproject.toml：没有 [tool.gouji] 这一段，请补上，或另给一个配置文件。\n"


def test_the_command_line_wins(folder: Path, capsys: Capture) -> None:
    write(folder, 'ignore = ["T301"]\nprofile = "strict"\nfail-on = "never"\nlanguage = "en"')
    assert "T301" in rules_of(capsys, "--select", "T301")
    assert "T301" in rules_of(capsys, "--ignore", "T303")
    assert run(["check", BAD]) == 0
    assert "not evaluated" in capsys.readouterr().out
    assert run(["check", BAD, "--fail-on", "error", "--lang", "zh", "--profile", "default"]) == 1
    assert "未检查" in capsys.readouterr().out


def test_an_ignore_is_told(folder: Path, capsys: Capture) -> None:
    write(folder, 'ignore = ["T3"]')
    assert run(["check", BAD]) == 0
    shown = capsys.readouterr().out
    assert "条规则\n  忽略的规则：T301 T302 " in shown
    assert run(["check", BAD, "--format", "json"]) == 0
    assert "T301" in json.loads(capsys.readouterr().out)["reports"][0]["ignored"]


def test_severities_and_files(folder: Path, capsys: Capture) -> None:
    write(folder, '[severities]\nT3 = "info"\nT303 = "warning"\n[per-file-ignores]\n"坏*" = ["T301"]')
    assert rules_of(capsys)["T303"] == "warning"
    assert run(["check", "."]) == 0
    shown = capsys.readouterr().out
    assert "；另有 1 处不列出（忽略 1）\n  忽略 T301：坏*\n" in shown
    assert shown.splitlines()[-1].endswith("；另有 1 处不列出（忽略 1）")
    run(["check", ".", "--format", "json"])
    made = json.loads(capsys.readouterr().out)
    assert made["summary"]["held"] == {"waiver": 0, "baseline": 0, "ignore": 1}
    held = [one for report in made["reports"] for one in report["held"]]
    assert [(one["by"], one["reason"], one["rule"]) for one in held] == [("ignore", "坏*", "T301")]


def test_found_upwards_to_the_root(folder: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    inner = folder / "库" / "年报"
    inner.mkdir(parents=True)
    (folder / "库" / ".git").mkdir()
    (inner / BAD).write_bytes((folder / BAD).read_bytes())
    monkeypatch.chdir(inner)
    write(folder, 'ignore = ["T3"]')
    assert run(["check", BAD]) == 1
    write(folder / "库", '[tool.gouji]\nignore = ["T3"]', "pyproject.toml")
    assert run(["check", BAD]) == 0
    write(inner, "[tool.other]\n", "pyproject.toml")
    assert run(["check", BAD]) == 0
    write(inner, "")
    assert run(["check", BAD]) == 1
    assert run(["check", BAD, "--config", str(folder / "gouji.toml")]) == 0
    monkeypatch.chdir(folder)
    capsys.readouterr()
    assert run(["check", str(inner / BAD), BAD]) == 1
    assert "共 2 份报告" in capsys.readouterr().out


def test_paths(folder: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "下").mkdir()
    write(folder, 'paths = ["好.txt"]')
    monkeypatch.chdir(folder / "下")
    assert run(["check"]) == 0
    assert capsys.readouterr().out.startswith(str(folder / "好.txt"))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('ingore = ["BRK"]', "gouji.toml:1：没有叫 ingore 的配置项，是不是 ignore？"),
        ('\nignore = ["BRK0X"]', "gouji.toml:2：没有叫 BRK0X 的规则，是不是 BRK01？"),
        ('select = [\n  "T3",\n  "T3O1",\n]', "gouji.toml:3：没有叫 T3O1 的规则，是不是 T301？"),
        ('[severities]\nT3O1 = "info"', "gouji.toml:2：没有叫 T3O1 的规则，是不是 T301？"),
        ('[per-file-ignores]\n"*" = ["T3O1"]', "gouji.toml:2：没有叫 T3O1 的规则，是不是 T301？"),
        ('family = "disclosre"', "gouji.toml:1：没有叫 disclosre 的报告种类或"),
        ('rules = ["没有"]', "gouji.toml:1：rules 里的 没有 不存在"),
    ],
)
@pytest.mark.parametrize("command", [["check"], ["rules"], ["explain", "T301"], ["extract", "好.txt"], ["baseline"]])
def test_unknown_names(folder: Path, capsys: Capture, text: str, said: str, command: list[str]) -> None:
    write(folder, text)
    assert run(command) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err.startswith(f"gouji: {said}") and shown.err.count("\n") == 1


def test_level_and_deadline(folder: Path, capsys: Capture) -> None:
    text = (folder / "好.txt").read_text(encoding="utf-8").replace("青禾区水务局", "青禾区水务") + "\n2024年3月20日\n"
    (folder / "好.txt").write_text(text, encoding="utf-8")

    def found() -> bool:
        run(["check", "好.txt", "--select", "YR08"])
        return "YR08" in capsys.readouterr().out

    assert not found()
    write(folder, 'level = "department"')
    assert found()
    write(folder, 'level = "department"\n[deadlines]\ndepartment = "03-31"')
    assert not found()
    write(folder, 'level = "county"\n[deadlines]\ncounty = "02-29"')
    assert found()


def test_a_missing_configuration(capsys: Capture, folder: Path) -> None:
    assert run(["check", "好.txt", "--config", "没有.toml"]) == 2
    assert capsys.readouterr().err.startswith("gouji: 没有.toml：配置文件读不了")


def test_without_one_nothing_is_loaded_for_it(folder: Path) -> None:
    code = (
        "import sys; from linter.cli import run; run(['check', '好.txt']);"
        "print({'tomllib', 'yaml', 'linter.config.reading', 'linter.waivers.rules'} & set(sys.modules))"
    )
    subprocess.run([sys.executable, "-c", code], check=True, capture_output=True)
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True, encoding="utf-8")
    assert done.stdout.splitlines()[-1] == "set()"


def test_files_that_are_left_out(folder: Path, capsys: Capture) -> None:
    (folder / "README.md").write_text("# 说明", encoding="utf-8")
    assert run(["check", "."]) == 2
    write(folder, 'exclude = ["README.md", "坏*"]')
    assert run(["check", "."]) == 0
    assert run(["check", BAD]) == 1
