"""`gouji init`: files to begin with, and nothing written over."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml

from linter.cli import run

Capture = pytest.CaptureFixture[str]


def test_a_configuration_that_changes_nothing(folder: Path, capsys: Capture) -> None:
    before = run(["check", "."]), capsys.readouterr().out
    assert run(["init"]) == 0
    assert capsys.readouterr().err == "gouji: 已写入 gouji.toml。\n"
    assert (run(["check", "."]), capsys.readouterr().out) == before


def test_it_never_overwrites(folder: Path, capsys: Capture) -> None:
    (folder / "gouji.toml").write_text("# 我的", encoding="utf-8")
    assert run(["init"]) == 2
    assert capsys.readouterr().err == "gouji: gouji.toml 已经有了，没有改动。\n"
    assert (folder / "gouji.toml").read_text(encoding="utf-8") == "# 我的"


def test_with_the_hook(folder: Path, capsys: Capture) -> None:
    assert run(["init", "--pre-commit"]) == 0
    (repo,) = yaml.safe_load((folder / ".pre-commit-config.yaml").read_text(encoding="utf-8"))["repos"]
    assert repo["hooks"][0]["id"] == "gouji"
    capsys.readouterr()
    assert run(["init", "--pre-commit"]) == 0
    shown = capsys.readouterr()
    assert yaml.safe_load(shown.out) == [repo]
    assert "请把下面几行加进它的 repos" in shown.err


def test_with_schemas(folder: Path) -> None:
    assert run(["init", "--schema"]) == 0
    assert (folder / "gouji.toml").read_text(encoding="utf-8").startswith("#:schema ./gouji.schema.json\n")
    for name in ("gouji.schema.json", "gouji-rules.schema.json"):
        assert json.loads((folder / name).read_text(encoding="utf-8"))["type"] == "object"


def test_where_nothing_can_be_written(folder: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refused)
    assert run(["init"]) == 2
    assert capsys.readouterr().err == "gouji: 写不了 gouji.toml：没有权限。\n"
