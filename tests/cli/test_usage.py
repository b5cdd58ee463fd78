"""Wrong usage: one sentence with the nearest right thing, exit status 2."""

from __future__ import annotations

from pathlib import Path

import pytest

from linter.cli import run
from linter.rendering import FORMATS

pytestmark = pytest.mark.usefixtures("folder")
Capture = pytest.CaptureFixture[str]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["chek"], "没有 chek 这个命令，是不是 check？"),
        (["好.txt"], "没有 好.txt 这个命令，是不是 gouji check 好.txt？"),
        (["check", "--fromat", "json"], "没有选项 --fromat，是不是 --format？"),
        (["check", "--format", "jsn"], "没有叫 jsn 的格式，是不是 json？现有 " + "、".join(FORMATS) + "。"),
        (["check", "--format", "docx"], "没有叫 docx 的格式，现有 " + "、".join(FORMATS) + "。"),
        (["check", "--format", "json="], "--format json= 没有写文件名，请写成 json=文件名。"),
        (
            ["check", "--format", "json", "--format", "text"],
            "有两种格式都要写到标准输出，请用 --format 格式=文件 分开。",
        ),
        (["check", "--fail-on", "fatal"], "--fail-on 只能是 error、warning、info、never 之一。"),
        (["check", "--lang"], "--lang 后面还要写它的值。"),
        (["check", "--select", "T3O1"], "没有代码为 T3O1 的规则，是不是 T301？"),
        (["check", "--select", ""], "--select 后面没有规则代码；请写出代码（如 T3），或者不用这个选项。"),
        (["check", "--ignore", "T301,XX"], "没有代码为 XX 的规则，用 gouji rules 可以列出全部规则。"),
        (["check", "--rules", "没有"], "没有 里没有规则：缺少 family.yaml；自己加的规则要写进 gouji.toml 的 rules。"),
        (["extract"], "还需要 PATH。"),
        (["extract", "没有.txt"], "没有.txt: 没有这个文件，请核对路径"),
        (["explain", "T3O1"], "没有代码为 T3O1 的规则，是不是 T301？"),
    ],
)
def test_one_sentence(capsys: Capture, arguments: list[str], sentence: str) -> None:
    assert run(arguments) == 2
    shown = capsys.readouterr()
    assert (shown.out, shown.err) == ("", f"gouji: {sentence}\n")


def test_in_english(capsys: Capture) -> None:
    assert run(["check", "--select", "T3O1", "--lang", "en"]) == 2
    assert capsys.readouterr().err == "gouji: no rule has the code T3O1; did you mean T301?\n"


def test_a_broken_rule_file_is_named_with_its_line(folder: Path, capsys: Capture) -> None:
    (folder / "family.yaml").write_text("family: x\nfamily: y\n", encoding="utf-8")
    assert run(["check", "好.txt", "--rules", "."]) == 2
    assert capsys.readouterr().err.startswith("gouji: 规则文件有误：family.yaml:2：键 family 写了两次")


def test_without_a_command_there_is_help(capsys: Capture) -> None:
    assert run([]) == 2
    assert "explain  " in capsys.readouterr().err


def test_version_and_help(capsys: Capture) -> None:
    assert run(["--version"]) == 0
    assert capsys.readouterr().out.startswith("gouji ")
    assert run(["check", "--help"]) == 0
    assert max(map(len, capsys.readouterr().out.splitlines())) <= 80
