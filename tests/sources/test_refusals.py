"""Whatever is refused, the sentence says what to do, in both languages."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from linter.cli import run

Capture = pytest.CaptureFixture[str]
ROOT = Path(__file__).resolve().parents[2] / "linter"
FILES = [
    *sorted((ROOT / "sources").rglob("*.py")),
    ROOT / "files.py",
    ROOT / "reading" / "recognition.py",
    ROOT / "cli" / "standardinput.py",
]
REFUSAL = re.compile(r"[\u4e00-\u9fff].* \((?P<english>[a-zA-Z{][^()]*(?:\([^()]*\)[^()]*)*)\)")


def sentences(path: Path) -> Iterator[str]:
    """The texts of a module that have the shape of a refusal: Chinese, then English in brackets."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    inner = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
    for node in ast.walk(tree):
        text = ""
        if isinstance(node, ast.JoinedStr):
            text = "".join(str(one.value) if isinstance(one, ast.Constant) else "{}" for one in node.values)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in inner:
            text = node.value
        if REFUSAL.search(text) and "\n" not in text and "{2}" not in text:
            yield text


ALL = [(path.relative_to(ROOT).as_posix(), text) for path in FILES for text in sentences(path)]


def test_they_are_found() -> None:
    assert len(ALL) > 40


@pytest.mark.parametrize(("path", "text"), ALL)
def test_a_refusal_says_what_to_do(path: str, text: str) -> None:
    """What to do may be put in from elsewhere (`{}`)."""
    found = REFUSAL.search(text)
    assert found is not None and re.search("请|可以|，{} ", text[: found.start("english")]), (path, text)


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("空.txt", b"", "文件是空的，请核对文件，重新保存或下载"),
        ("空白.docx", b" \n", "文件是空的，请核对文件，重新保存或下载"),
        ("程序.txt", b"\x7fELF\x02\x01\x01\x00" + bytes(range(256)) * 4, "是二进制文件，不是文本，请给出报告的"),
        (
            "纪要.md",
            "# 会议纪要\n收到申请 3 件。\n".encode(),
            "没有找到它的表格，请核对是不是给错了文件",
        ),
        ("图.docx", b"\x89PNG\r\n\x1a\n", "是图片，里面的文字读不到，请找原来的 Word 文件"),
    ],
)
def test_one_sentence_with_place_and_advice(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    name: str,
    data: bytes,
    said: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    Path(name).write_bytes(data)
    assert run(["check", name, "--lang", "zh"]) == 2
    shown = capsys.readouterr()
    assert shown.out == "" and shown.err.startswith(f"gouji: {name}: ") and shown.err.count("\n") == 1
    assert said in shown.err
