"""`gouji check --watch`: checks again when the report is saved, and only then."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from linter.cli import run, watching

BAD = "坏 的.txt"


class Watched:
    """A command that runs on while the test saves files."""

    def __init__(self, folder: Path, *arguments: str) -> None:
        self._out = folder / ".out"
        with self._out.open("w") as out:
            command = [sys.executable, "-m", "linter", "check", "--watch", *arguments]
            self.process = subprocess.Popen(command, cwd=folder, stdout=out, stderr=subprocess.STDOUT)

    def until(self, times: int) -> str:
        """What was written once it waits for the `times`-th time."""
        end = time.monotonic() + 30
        while time.monotonic() < end:
            text = self._out.read_text(encoding="utf-8")
            if text.count("等待保存") >= times:
                return text
            time.sleep(0.05)
        raise AssertionError(self._out.read_text(encoding="utf-8"))


@pytest.fixture
def watched(folder: Path) -> Iterator[Callable[..., Watched]]:
    started: list[Watched] = []

    def start(*arguments: str) -> Watched:
        started.append(Watched(folder, *arguments))
        return started[-1]

    yield start
    for one in started:
        one.process.kill()
        one.process.wait()


def test_a_saved_file_is_checked_again(folder: Path, watched: Callable[..., Watched]) -> None:
    run_ = watched(BAD)
    assert run_.until(1).count("错误 T301") == 1
    (folder / f"~${BAD}").write_text("x")
    (folder / "~WRD0001.tmp").write_text("x")
    time.sleep(1.2)
    assert run_.until(1).count("等待保存") == 1
    (folder / "~新.tmp").write_bytes((folder / "好.txt").read_bytes())
    (folder / BAD).unlink()
    (folder / "~新.tmp").replace(folder / BAD)
    assert run_.until(2).count("没有发现问题") == 1
    run_.process.send_signal(signal.SIGINT)
    assert run_.process.wait(10) == 0


def test_a_file_that_is_gone_is_named(folder: Path, watched: Callable[..., Watched]) -> None:
    run_ = watched(BAD)
    run_.until(1)
    data = (folder / BAD).read_bytes()
    (folder / BAD).unlink()
    end = time.monotonic() + 30
    while "坏 的.txt：文件不在了" not in (folder / ".out").read_text(encoding="utf-8"):
        assert time.monotonic() < end
        time.sleep(0.1)
    (folder / BAD).write_bytes(data)
    assert run_.until(2).count("错误 T301") == 2


def test_a_mistake_in_the_configuration_may_be_mended(folder: Path, watched: Callable[..., Watched]) -> None:
    run_ = watched("好.txt")
    run_.until(1)
    (folder / "gouji.toml").write_text('ingore = ["T3"]', encoding="utf-8")
    assert "是不是 ignore？" in run_.until(2)
    (folder / "gouji.toml").write_text('ignore = ["T3"]', encoding="utf-8")
    assert "忽略的规则" in run_.until(3)


@pytest.mark.usefixtures("folder")
def test_what_cannot_be_watched(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watching, "_PAUSE", 0)
    assert run(["check", "--watch", "-"]) == 2
    assert capsys.readouterr().err == "gouji: 标准输入不能用 --watch，请给出文件名。\n"
    assert run(["check", "--watch", "没有.txt"]) == 2


@pytest.mark.parametrize("name", ["gouji.toml", "gouji-baseline.yaml", "下/gouji-waivers.yaml", "下/年报.txt"])
def test_what_holds_for_a_file_is_watched_too(folder: Path, name: str) -> None:
    """Its configuration and baseline may stand further up; files that are not there yet count as well."""
    (folder / "下").mkdir()
    (folder / "下" / "年报.txt").write_bytes((folder / "好.txt").read_bytes())
    if name == "gouji.toml":
        (folder / name).write_text("", encoding="utf-8")
    before = watching._look([Path("下")])
    (folder / name).write_text("# 改了\n", encoding="utf-8")
    assert watching._look([Path("下")]) != before
