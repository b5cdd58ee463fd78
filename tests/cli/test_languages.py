"""A mistake in a file that people edit is told whole in the language of the run."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from chinese import assert_chinese
from linter.cli import run

Capture = pytest.CaptureFixture[str]

GBK = "# 配置".encode("gbk")
BROKEN = {
    "gouji.toml": ['profile = "strict', "ingore = []", 'severities = "x"', 'ignore = ["T3O1"]', GBK],
    "gouji-waivers.yaml": [
        "waivers:\n\t- a",
        "waiver: []",
        "waivers: x",
        "waivers:\n - a: b: c",
        GBK,
    ],
    "gouji-baseline.yaml": ["files: [", "fils: {}", "files:\n  a:\n   - T303", "&a files: x", GBK],
    "rules/mine.yaml": ["rules:\n- code: 'x", "rule: []", "rules: []", "rules:\n- code: X", GBK],
}
CASES = [(name, text) for name, texts in BROKEN.items() for text in texts]


@pytest.mark.parametrize(("name", "text"), CASES)
def test_one_whole_sentence(folder: Path, capsys: Capture, name: str, text: str | bytes) -> None:
    path = folder / name
    if name.startswith("rules/"):
        path.parent.mkdir()
        (folder / "gouji.toml").write_text('rules = ["rules"]\n', encoding="utf-8")
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    assert run(["check", "好.txt", "--lang", "zh"]) == 2
    zh = capsys.readouterr().err
    assert run(["check", "好.txt", "--lang", "en"]) == 2
    en = capsys.readouterr().err
    assert zh.count("\n") == en.count("\n") == 1
    assert re.search(rf"{re.escape(path.name)}:\d+：", zh) and re.search(rf"{re.escape(path.name)}:\d+: ", en)
    assert_chinese(zh.removeprefix("gouji: ").replace(str(folder), "").strip())
    assert not re.search("[\u3000-\u9fff\uff00-\uffef]", en.replace(str(folder), ""))


def test_what_the_system_says_is_in_our_words(folder: Path, capsys: Capture) -> None:
    run(["check", "好.txt", "--config", "没有.toml", "--lang", "zh"])
    assert capsys.readouterr().err == "gouji: 没有.toml：配置文件读不了：没有这个文件。\n"
    run(["check", "好.txt", "--config", "none.toml", "--lang", "en"])
    assert capsys.readouterr().err == "gouji: none.toml: cannot be read: there is no such file\n"
    run(["check", "好.txt", "--config", ".", "--lang", "zh"])
    assert capsys.readouterr().err == "gouji: .：配置文件读不了：这是一个文件夹。\n"
    run(["check", "好.txt", "--format", "json=没有/结果.json", "--lang", "zh"])
    assert capsys.readouterr().err == "gouji: 写不了 没有/结果.json：所在的文件夹不存在，请先建好。\n"
