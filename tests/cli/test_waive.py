"""Waivers from end to end: in Markdown, in a page, and in the file beside a report."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from linter.cli import run

Capture = pytest.CaptureFixture[str]
ROOT = Path(__file__).resolve().parents[2]
BAD = "坏 的.txt"
PAGE = "<!doctype html><html><head><meta charset='utf-8'></head><body>\n{body}\n</body></html>\n"


def report(capsys: Capture, *arguments: str) -> dict[str, Any]:
    run(["check", "--format", "jsonl", *arguments])
    (line,) = capsys.readouterr().out.splitlines()
    found: dict[str, Any] = json.loads(line)
    return found


def codes(found: dict[str, Any], key: str = "findings") -> list[str]:
    return sorted(one["rule"] for one in found[key])


def markdown(folder: Path, *comments: str, before: str = "") -> str:
    """A faulty report in Markdown with comments at its beginning, or before the line that has `before`."""
    text = (
        (ROOT / "examples" / "clean-bureau-2020.md")
        .read_text(encoding="utf-8")
        .replace("公开政府信息92条", "公开政府信息91条")
    )
    added = "".join(f"<!-- {one} -->\n" for one in comments)
    text = text.replace(before, added + before, 1) if before else added + text
    (folder / "年报.md").write_text(text, encoding="utf-8")
    return "年报.md"


def page(folder: Path, *comments: str) -> str:
    """The same as a web page."""
    lines = (folder / markdown(folder)).read_text(encoding="utf-8").splitlines()
    body = []
    for line in lines:
        if line.startswith("|---"):
            continue
        cells = [f"<td>{one.strip()}</td>" for one in line.strip("|").split("|")] if line.startswith("|") else []
        body.append(f"<tr>{''.join(cells)}</tr>" if cells else f"<p>{line.lstrip('# ')}</p>")
    text = "\n".join(body).replace("</p>\n<tr>", "</p>\n<table>\n<tr>").replace("</tr>\n<p>", "</tr>\n</table>\n<p>")
    added = "".join(f"<!-- {one} -->\n" for one in comments)
    (folder / "年报.html").write_text(PAGE.format(body=added + text), encoding="utf-8")
    return "年报.html"


@pytest.mark.parametrize("make", [markdown, page])
def test_a_comment_waives_a_rule_and_is_told(folder: Path, capsys: Capture, make: Any) -> None:
    assert codes(report(capsys, make(folder))) == ["BRK01"]
    found = report(capsys, make(folder, "gouji: ignore BRK01 -- 含转发信息"))
    assert codes(found) == []
    assert [(one["rule"], one["by"], one["reason"]) for one in found["held"]] == [("BRK01", "waiver", "含转发信息")]
    assert run(["check", make(folder, "gouji: ignore BRK01 -- 含转发信息")]) == 0
    assert "；另有 1 处不列出（豁免 1）\n  豁免 BRK01：含转发信息\n" in capsys.readouterr().out


@pytest.mark.parametrize("make", [markdown, page])
@pytest.mark.parametrize(
    ("comment", "code", "said"),
    [
        ("gouji: ignore BRK01", "WAV01", "的注释豁免了 BRK01，却没有写理由。"),
        ("gouji: ignore T303 -- 旧系统", "WAV02", "的注释豁免 T303，但这个问题已经不在了。"),
        ("gouji: ignore BRX01 -- 旧系统", "WAV02", "的注释豁免 BRX01，但没有代码为 BRX01 的规则，是不是 BRK01。"),
        ("gouji: ignroe BRK01 -- 旧系统", "WAV03", "的注释是写给 gouji 的，却看不懂："),
    ],
)
def test_waivers_that_are_findings(
    folder: Path, capsys: Capture, make: Any, comment: str, code: str, said: str
) -> None:
    found = report(capsys, make(folder, comment))
    assert codes(found) == ["BRK01", code]
    (one,) = (one for one in found["findings"] if one["rule"] == code)
    assert one["severity"] == "warning" and said in one["message"]
    assert run(["check", make(folder, comment), "--fail-on", "error"]) == 1
    assert code in capsys.readouterr().out


def test_one_line_only(folder: Path, capsys: Capture) -> None:
    name = markdown(folder, "gouji: ignore-line BRK01 -- 含转发信息", before="（一）主动公开情况")
    assert codes(report(capsys, name)) == []
    name = markdown(folder, "gouji: ignore-line BRK01 -- 含转发信息")
    assert codes(report(capsys, name)) == ["BRK01", "WAV02"]


def test_a_waiver_for_a_rule_that_was_not_judged_is_not_stale(folder: Path, capsys: Capture) -> None:
    name = markdown(folder, "gouji: ignore BRK01 -- 含转发信息", "gouji: ignore T310 -- 只在 strict 里")
    assert codes(report(capsys, name, "--select", "T4")) == []
    assert codes(report(capsys, name)) == []


def test_a_fingerprint_or_a_file(folder: Path, capsys: Capture) -> None:
    digits = next(one["fingerprint"] for one in report(capsys, BAD)["findings"] if one["rule"] == "T301")
    assert run(["waive", digits, "--reason", "旧系统导出"]) == 0
    assert capsys.readouterr().err == "gouji: 已写入 gouji-waivers.yaml：豁免 1 处（T301）。\n"
    found = report(capsys, BAD)
    assert "T301" not in codes(found) and codes(found, "held") == ["T301"]
    assert run(["waive", BAD, "--select", "T303", "--reason", '含“转发”: "信息" # 1']) == 0
    capsys.readouterr()
    found = report(capsys, BAD)
    assert codes(found, "held") == ["T301", "T303"]
    assert found["held"][-1]["reason"] == '含“转发”: "信息" # 1'
    assert run(["check", BAD]) == 0


def test_the_file_goes_stale(folder: Path, capsys: Capture) -> None:
    run(["waive", BAD, "--select", "T301,T303", "--reason", "旧系统"])
    (folder / BAD).write_bytes((folder / "好.txt").read_bytes())
    capsys.readouterr()
    assert codes(report(capsys, BAD)) == ["WAV02", "WAV02"]
    (folder / BAD).unlink()
    found = report(capsys, "好.txt")
    assert codes(found) == ["WAV02", "WAV02"]
    assert "gouji-waivers.yaml 第 4 行豁免 坏 的.txt T301，但旁边没有这份报告。" in found["findings"][0]["message"]


def test_an_entry_without_a_reason_does_not_hold(folder: Path, capsys: Capture) -> None:
    digits = next(one["fingerprint"] for one in report(capsys, BAD)["findings"] if one["rule"] == "T301")
    path = folder / "gouji-waivers.yaml"
    path.write_text(f'waivers:\n  - file: 坏 的.txt\n    fingerprint: "{digits}"\n', encoding="utf-8")
    found = report(capsys, BAD)
    assert {"T301", "WAV01"} <= set(codes(found))
    (told,) = (one for one in found["findings"] if one["rule"] == "WAV01")
    assert "reason:" in told["advice"] and "--" not in told["advice"]
    assert run(["waive", digits, "--reason", "旧系统"]) == 0
    assert "WAV01" not in codes(report(capsys, BAD))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "waivers:\n  - fil: a",
            "gouji: gouji-waivers.yaml:2：豁免文件有误：没有叫 fil 的键，是不是 file？",
        ),
        (
            "waivers:\n  - file: a\n    fingerprint: x",
            "gouji: gouji-waivers.yaml:3：豁免文件有误：fingerprint 应当是 16 位",
        ),
        ("waiver: []", "gouji: gouji-waivers.yaml:1：豁免文件有误：没有叫 waiver 的键，是不是 waivers？"),
    ],
)
def test_a_broken_file(folder: Path, capsys: Capture, text: str, said: str) -> None:
    (folder / "gouji-waivers.yaml").write_text(text, encoding="utf-8")
    assert run(["check", BAD]) == 2
    shown = capsys.readouterr().err
    assert shown.startswith(said) and shown.count("\n") == 1


@pytest.mark.parametrize("way", ["./{}", "../{here}/{}", "子/../{}", "{folder}/{}"])
def test_a_file_may_be_named_in_other_ways(folder: Path, capsys: Capture, way: str) -> None:
    run(["waive", BAD, "--select", "T301", "--reason", "旧系统"])
    path = folder / "gouji-waivers.yaml"
    name = way.format(BAD, here=folder.name, folder=folder)
    path.write_text(path.read_text(encoding="utf-8").replace(f"file: {BAD}", f"file: {name}"), encoding="utf-8")
    assert name in path.read_text(encoding="utf-8")
    capsys.readouterr()
    assert codes(report(capsys, BAD), "held") == ["T301"]


@pytest.mark.parametrize("name", ["子/甲.txt", "../别处/甲.txt", ".."])
def test_a_file_elsewhere_is_refused(folder: Path, capsys: Capture, name: str) -> None:
    text = f'waivers:\n  - file: {name}\n    fingerprint: "0123456789abcdef"\n    reason: x\n'
    (folder / "gouji-waivers.yaml").write_text(text, encoding="utf-8")
    assert run(["check", BAD]) == 2
    said = capsys.readouterr().err
    assert said.startswith("gouji: gouji-waivers.yaml:2：") and "同一个文件夹" in said and said.count("\n") == 1


def test_an_empty_file(folder: Path) -> None:
    (folder / "gouji-waivers.yaml").write_text("waivers:\n", encoding="utf-8")
    assert run(["check", "好.txt"]) == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([BAD], "还需要 --reason。"),
        ([BAD, "--reason", " "], "--reason 是空的，请写明为什么可以接受。"),
        (["0123456789abcdef", "--reason", "x"], "没有指纹为 0123456789abcdef 的问题"),
        (["好.txt", "--reason", "x"], "没有可以豁免的问题。"),
        (["没有.txt", "--reason", "x"], "没有.txt: 没有这个文件"),
        ([BAD, "--select", "T3O1", "--reason", "x"], "没有代码为 T3O1 的规则，是不是 T301？"),
    ],
)
def test_what_cannot_be_waived(folder: Path, capsys: Capture, arguments: list[str], said: str) -> None:
    assert run(["waive", *arguments]) == 2
    assert capsys.readouterr().err.startswith(f"gouji: {said}")
    assert not (folder / "gouji-waivers.yaml").exists()


def test_a_fingerprint_in_two_files(folder: Path, capsys: Capture) -> None:
    (folder / "又.txt").write_bytes((folder / BAD).read_bytes())
    digits = next(one["fingerprint"] for one in report(capsys, BAD)["findings"] if one["rule"] == "T301")
    assert run(["waive", digits, "--reason", "x"]) == 2
    assert "请在后面写出是哪一份：又.txt、坏 的.txt。" in capsys.readouterr().err
    assert run(["waive", digits, "又.txt", "--reason", "x"]) == 0
    capsys.readouterr()
    assert "T301" in codes(report(capsys, BAD))


def test_what_was_written_by_hand_stays(folder: Path, capsys: Capture) -> None:
    """New waivers are added as text; one that is there gets the new reason where it stands."""
    path = folder / "gouji-waivers.yaml"
    digits = {one["rule"]: one["fingerprint"] for one in report(capsys, BAD)["findings"]}
    by_hand = (
        "# 本局的豁免，改动请找张三\r\nwaivers:\r\n\r\n- fingerprint: '{}'  # 见 12 号单\r\n  file: 坏 的.txt\r\n"
        "  reason: 旧\r\n# 尾注"
    ).format(digits["T301"])
    path.write_bytes(by_hand.encode())
    assert run(["waive", digits["T303"], "--reason", "新系统"]) == 0
    added = f'\r\n- file: 坏 的.txt\r\n  rule: T303\r\n  fingerprint: "{digits["T303"]}"\r\n  reason: 新系统\r\n'
    assert path.read_bytes().decode() == by_hand + added
    assert run(["waive", digits["T301"], "--reason", "换了理由"]) == 0
    assert path.read_bytes().decode() == by_hand.replace("reason: 旧", "reason: 换了理由") + added
    assert {"T301", "T303"} <= set(codes(report(capsys, BAD), "held"))


def test_a_missing_reason_is_filled_in_where_it_stands(folder: Path, capsys: Capture) -> None:
    path = folder / "gouji-waivers.yaml"
    digits = next(one["fingerprint"] for one in report(capsys, BAD)["findings"] if one["rule"] == "T301")
    path.write_text(f"waivers:\n  - fingerprint: {digits}  # 问过\n    file: 坏 的.txt\n", encoding="utf-8")
    assert run(["waive", digits, "--reason", "旧系统"]) == 0
    assert path.read_text(encoding="utf-8").splitlines()[1:3] == [
        f"  - fingerprint: {digits}  # 问过",
        "    reason: 旧系统",
    ]


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("# 手写\nwaivers: []\n", True),
        ("# 手写\nwaivers:\n", True),
        ("# 手写\nwaivers: [{file: a.txt, fingerprint: 0123456789abcdef, reason: x}]\n", False),
    ],
)
def test_lists_of_every_shape(folder: Path, capsys: Capture, text: str, whole: bool) -> None:
    path = folder / "gouji-waivers.yaml"
    path.write_text(text, encoding="utf-8")
    assert run(["waive", BAD, "--select", "T301", "--reason", "旧系统"]) == 0
    assert ("已经整个重写" in capsys.readouterr().err) is not whole
    assert path.read_text(encoding="utf-8").startswith("# 手写\n") is whole
    assert "T301" in codes(report(capsys, BAD), "held")


def test_waiving_twice_says_it_once(folder: Path, capsys: Capture) -> None:
    assert run(["waive", BAD, "--select", "T301", "--reason", "旧系统"]) == 0
    before = (folder / "gouji-waivers.yaml").read_bytes()
    assert run(["waive", BAD, "--select", "T301", "--reason", "旧系统"]) == 2
    assert "没有可以豁免的问题" in capsys.readouterr().err
    assert (folder / "gouji-waivers.yaml").read_bytes() == before


def test_a_link_stays_one(folder: Path) -> None:
    (folder / "共用").mkdir()
    (folder / "gouji-waivers.yaml").symlink_to(folder / "共用" / "豁免.yaml")
    (folder / "共用" / "豁免.yaml").write_text("waivers:\n", encoding="utf-8")
    assert run(["waive", BAD, "--select", "T301", "--reason", "旧系统"]) == 0
    assert (folder / "gouji-waivers.yaml").is_symlink()
    assert "T301" in (folder / "共用" / "豁免.yaml").read_text(encoding="utf-8")
