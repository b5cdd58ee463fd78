"""`gouji annotate`: a copy of a Word file with its findings as comments."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from linter.cli import run
from linter.sources.docx import read_docx
from rendering.wordcomments.noted import comments, parts
from sources.packed import compound, content_types, workbook
from sources.wordfile import cell, document, packed, paragraph, relations, row, table

Capture = pytest.CaptureFixture[str]
WRONG, CLEAN = "坏 的", "好"


def as_word(text: str) -> bytes:
    """A report that is laid out with tabs, its tables as tables of Word."""
    body, rows = "", ""
    for line in text.splitlines():
        if "\t" in line:
            rows += row(*(cell(one) if one else cell() for one in line.split("\t")))
        else:
            body += (table(rows) if rows else "") + paragraph(*([line] if line else []))
            rows = ""
    main = document(body + (table(rows) if rows else ""))
    return packed(
        {
            "[Content_Types].xml": content_types("wordprocessingml.document", "word/document.xml"),
            "_rels/.rels": relations(),
            "word/document.xml": main,
        }
    )


@pytest.fixture(autouse=True)
def _word_files(folder: Path) -> None:
    """`好.docx` and `坏 的.docx`."""
    for name in (CLEAN, WRONG):
        (folder / f"{name}.docx").write_bytes(as_word((folder / f"{name}.txt").read_text(encoding="utf-8")))


def annotated(capsys: Capture, *arguments: str) -> tuple[int, str]:
    """The exit status, and what was said on standard error; nothing goes to standard output."""
    status = run(["annotate", *arguments])
    shown = capsys.readouterr()
    assert shown.out == ""
    return status, shown.err


def test_a_copy_with_comments(folder: Path, capsys: Capture) -> None:
    before = (folder / f"{WRONG}.docx").read_bytes()
    status, said = annotated(capsys, f"{WRONG}.docx", "-o", "批注.docx")
    made = (folder / "批注.docx").read_bytes()
    assert (status, said) == (0, "gouji: 已写入 批注.docx，批注 4 条（错误 2，警告 0，提示 1，疑点 1）。\n")
    assert [author for author, _ in comments(made)] == ["gouji"] * 4
    assert any(text.startswith("【错误】") and "（T303）" in text and "建议：" in text for _, text in comments(made))
    assert (folder / f"{WRONG}.docx").read_bytes() == before
    assert read_docx(made, "x").text == read_docx(before, "x").text


def test_a_second_run_may_write_over_its_copy(folder: Path, capsys: Capture) -> None:
    annotated(capsys, f"{WRONG}.docx", "-o", "甲.docx")
    assert annotated(capsys, "甲.docx", "-o", "乙.docx")[0] == 0
    assert annotated(capsys, f"{WRONG}.docx", "-o", "甲.docx")[0] == 0
    assert (folder / "甲.docx").read_bytes() == (folder / "乙.docx").read_bytes()


def test_a_table_that_was_not_read_is_said(folder: Path, capsys: Capture) -> None:
    lines = (folder / f"{CLEAN}.txt").read_text(encoding="utf-8").splitlines()
    fourth = max(at for at, line in enumerate(lines) if "\t" in line and "\t" not in lines[at - 1])
    left = [line for at, line in enumerate(lines) if at < fourth or "\t" not in line]
    (folder / "三张.docx").write_bytes(as_word("\n".join(left)))
    status, said = annotated(capsys, "三张.docx", "-o", "甲.docx")
    assert status == 0
    assert said.startswith("gouji: 已读到的部分没有发现问题，已写入 甲.docx，没有加批注。\n")
    assert said.endswith("gouji: 表四整张没有读到，有关的规则都没有检查；请对照原文。\n")


def test_a_clean_report_is_copied(folder: Path, capsys: Capture) -> None:
    assert annotated(capsys, f"{CLEAN}.docx", "-o", "甲.docx") == (
        0,
        "gouji: 没有发现问题，已写入 甲.docx，没有加批注。\n",
    )
    assert (folder / "甲.docx").read_bytes() == (folder / f"{CLEAN}.docx").read_bytes()


def test_selected_rules_in_english(folder: Path, capsys: Capture) -> None:
    options = ["--select", "T30", "--ignore", "T302,T303,T307", "--lang", "en"]
    status, said = annotated(capsys, f"{WRONG}.docx", "-o", "甲.docx", *options)
    counts = "comments: 2 (error 1, warning 0, info 0, suspects 1); 3 rules ignored"
    assert (status, said) == (0, f"gouji: wrote 甲.docx, {counts}\n")
    (_, suspect), (_, text) = comments((folder / "甲.docx").read_bytes())
    assert suspect.startswith(("[suspect] should be ", "[suspect] may have to be "))
    assert text.startswith("[error] ") and "(T301)" in text and "Advice: " in text


def test_last_year_is_read_too(capsys: Capture) -> None:
    status, said = annotated(capsys, f"{CLEAN}.docx", "-o", "甲.docx", "--previous", f"{CLEAN}.docx")
    assert status == 2
    assert said.startswith("gouji: --previous 不能用：")
    assert not Path("甲.docx").exists()


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ([f"{WRONG}.docx", "-o", f"./{WRONG}.docx"], f"{WRONG}.docx 就是原文件，请用 -o 另给一个文件名。"),
        ([f"{WRONG}.docx", "-o", "同.docx"], "同.docx 就是原文件，请用 -o 另给一个文件名。"),
        ([f"{WRONG}.docx", "-o", "-"], "批注要写到文件里，请用 -o 给出文件名。"),
        (["宏.docm", "-o", "甲.docx"], "原文件是 .docm，请让 甲.docx 也用这个扩展名。"),
        ([f"{WRONG}.docx"], "还需要 --output。"),
        ([f"{WRONG}.docx", "-o", "甲.docx", "--rules", "空"], "空 里没有规则"),
        (["没有.docx", "-o", "甲.docx"], "没有.docx: 没有这个文件，请核对路径"),
        (
            ["表.xlsx", "-o", "甲.docx"],
            "表.xlsx: 批注只能写进 Word 文件，请给出报告的 .docx 原稿",
        ),
        ([f"{CLEAN}.txt", "-o", "甲.docx"], f"{CLEAN}.txt: 批注只能写进 Word 文件，"),
        (["旧.rtf", "-o", "甲.docx"], "旧.rtf: 批注只能写进 .docx，请先用 Word 或 WPS 另存为 .docx"),
        (["加密.docx", "-o", "甲.docx"], "加密.docx: 文件已加密"),
        (["别的.docx", "-o", "甲.docx"], "别的.docx: "),
        ([".", "-o", "甲.docx"], ".: 是一个文件夹，请给出文件"),
        ([f"{WRONG}.docx", "-o", "没有/甲.docx"], "写不了 没有/甲.docx："),
    ],
)
def test_what_cannot_be_annotated(folder: Path, capsys: Capture, arguments: list[str], sentence: str) -> None:
    (folder / "表.xlsx").write_bytes(workbook("<row/>"))
    (folder / "旧.rtf").write_text(r"{\rtf1 x}", encoding="ascii")
    (folder / "加密.docx").write_bytes(compound({"EncryptedPackage": b""}))
    (folder / "别的.docx").write_bytes(as_word("一份合同\n甲方\t乙方\n"))
    os.link(folder / f"{WRONG}.docx", folder / "同.docx")
    before = (folder / f"{WRONG}.docx").read_bytes()
    status, said = annotated(capsys, *arguments)
    assert status == 2
    assert said.startswith(f"gouji: {sentence}")
    assert said.count("\n") == 1
    assert not (folder / "甲.docx").exists()
    assert (folder / f"{WRONG}.docx").read_bytes() == before


def test_macros_and_signatures(folder: Path, capsys: Capture) -> None:
    old = parts((folder / f"{WRONG}.docx").read_bytes())
    extra = {"word/vbaProject.bin": b"\x01\x02", "_xmlsignatures/origin.sigs": b""}
    (folder / "宏.docm").write_bytes(packed({**old, **extra}))
    status, said = annotated(capsys, "宏.docm", "-o", "批注.docm")
    assert status == 0
    assert said.endswith("gouji: 原文件有数字签名，副本里的签名不再有效。\n")
    assert parts((folder / "批注.docm").read_bytes())["word/vbaProject.bin"] == b"\x01\x02"


def test_what_is_held_back_is_counted(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "坏.docx").write_bytes(as_word((folder / "坏 的.txt").read_text(encoding="utf-8")))
    (folder / "gouji.toml").write_text('[per-file-ignores]\n"坏*" = ["T"]\n', encoding="utf-8")
    assert run(["annotate", "坏.docx", "-o", "批.docx"]) == 0
    assert "；另有 " in (said := capsys.readouterr().err) and "（忽略 " in said
