"""A folder with reports for the command line to work on."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from random import Random

import pytest

from linter.cli import options
from renderings import consistent, render

FIELD = "t3.carried_out.research"


@cache
def _report(wrong: bool) -> str:
    cells = dict(consistent("f2021", Random(7)))
    for row in ("rules", "norm_docs"):
        cells |= {f"t2.{row}.{column}": "0" for column in ("issued", "repealed", "in_force")}
    if wrong:
        cells[FIELD] = "99"
    return render(cells, year=2023, form="f2021", agency="青禾区水务局", layout="tabs", seed=3).text


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, with `好.txt` that is clean and `坏 的.txt` whose table three does not balance."""
    (tmp_path / "好.txt").write_text(_report(False), encoding="utf-8")
    (tmp_path / "坏 的.txt").write_text(_report(True), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture(autouse=True)
def _plain_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / ".state"))
    monkeypatch.setattr(options, "load", _load)


_load = cache(options.load)
