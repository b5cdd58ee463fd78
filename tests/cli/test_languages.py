"""A mistake in a file that people edit is told whole in the language of the run."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from chinese import assert_chinese, has_chinese
from linter.cli import run
from linter.halves import half

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


def test_the_paths_of_a_configuration(folder: Path, capsys: Capture) -> None:
    (folder / "gouji.toml").write_text('\npaths = ["不存在"]\n', encoding="utf-8")
    assert run(["check", "--lang", "zh"]) == 2
    zh = capsys.readouterr().err
    assert zh == "gouji: gouji.toml:2：paths 里的 不存在 不存在，请核对；路径从配置文件所在的文件夹算起。\n"
    assert run(["check", "--lang", "en"]) == 2
    assert "gouji.toml:2: 不存在 in `paths` does not exist" in capsys.readouterr().err


UNREADABLE = (
    ("check", "none.txt"), ("check", "empty"), ("check", "ok.txt", "--previous", "none.txt"), ("extract", "none.txt"),
    ("compare", "none.txt", "ok.txt"), ("annotate", "none.docx", "-o", "x.docx"), ("baseline", "none.txt"),
    ("check", "picture.docx"), ("check", "note.txt"),
)  # fmt: skip


@pytest.mark.parametrize("arguments", UNREADABLE, ids=" ".join)
def test_why_a_file_cannot_be_read(folder: Path, capsys: Capture, arguments: tuple[str, ...]) -> None:
    (folder / "empty").mkdir()
    (folder / "ok.txt").write_bytes((folder / "好.txt").read_bytes())
    (folder / "picture.docx").write_bytes(b"\x89PNG\r\n\x1a\n")
    (folder / "note.txt").write_text("A note.", encoding="utf-8")
    assert run([*arguments, "--lang", "en"]) == 2
    en = capsys.readouterr().err
    assert run([*arguments, "--lang", "zh"]) == 2
    zh = capsys.readouterr().err
    assert en.count("\n") == zh.count("\n") == 1
    assert not has_chinese(en) and has_chinese(zh) and "(" not in zh and ")" not in en.replace("(key: value)", "")


@pytest.mark.parametrize("name", ["json", "jsonl", "github", "gitlab", "junit", "markdown", "html", "sarif"])
def test_why_a_file_cannot_be_read_in_every_format(folder: Path, capsys: Capture, name: str) -> None:
    assert run(["check", "none.txt", "--format", name, "--lang", "en"]) == 2
    shown = capsys.readouterr().out
    assert "没有这个文件" not in shown and ("no such file" in shown or name == "jsonl")
    assert run(["check", "none.txt", "--format", name, "--lang", "zh"]) == 2
    assert "no such file" not in capsys.readouterr().out


def test_examples_are_in_the_language_too(folder: Path, capsys: Capture) -> None:
    (folder / "gouji.toml").write_text('per-file-ignores = "x"\n', encoding="utf-8")
    assert run(["check", "好.txt", "--lang", "en"]) == 2
    assert capsys.readouterr().err.endswith('a table such as "archive/**" = ["STR", "FMT"]\n')


@pytest.mark.parametrize(
    ("reason", "zh", "en"),
    [
        ("没有 (none)", "没有", "none"),
        ("网页 (MHTML)，请另存 (a page (MHTML): save it)", "网页 (MHTML)，请另存", "a page (MHTML): save it"),
        ("没有括号", "没有括号", "没有括号"),
        ("in English (only)", "in English (only)", "in English (only)"),
        ("半个)", "半个)", "半个)"),
        ("", "", ""),
    ],
)  # fmt: skip
def test_halves(reason: str, zh: str, en: str) -> None:
    assert (half(reason, "zh"), half(reason, "en")) == (zh, en)
