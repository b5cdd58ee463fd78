"""The command in a process of its own: consoles of other encodings, pipes that close, a terminal."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
pytestmark = pytest.mark.usefixtures("folder")
posix = pytest.mark.skipif(os.name != "posix", reason="needs a POSIX shell")


def gouji(
    *arguments: str, stdin: int | None = subprocess.DEVNULL, **environment: str
) -> subprocess.CompletedProcess[bytes]:
    known = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "PYTHONPATH")}
    return subprocess.run(
        [sys.executable, "-m", "linter", *arguments],
        stdin=stdin,
        capture_output=True,
        env={**known, "PYTHONPATH": str(ROOT), "LC_ALL": "zh_CN.UTF-8", **environment},
        check=False,
    )


@pytest.mark.parametrize("encoding", ["gbk", "ascii", "utf-8", "utf-16"])
def test_any_encoding_of_the_output(folder: Path, encoding: str) -> None:
    text = (folder / "坏 的.txt").read_text("utf-8").replace("结转下年度", "结转✓下年度")
    (folder / "坏 的.txt").write_text(text, "utf-8")
    done = gouji("check", "坏 的.txt", "没有㐱.txt", PYTHONIOENCODING=encoding)
    assert done.returncode == 2
    assert "T301" in done.stdout.decode(encoding)
    assert "Traceback" not in done.stderr.decode(encoding)
    if encoding == "gbk":
        assert "错误 T301" in done.stdout.decode("gbk")
        assert "\\u2713" in done.stdout.decode("gbk")


@pytest.mark.parametrize("encoding", ["gbk", "ascii"])
def test_json_is_whole_in_any_encoding(encoding: str) -> None:
    done = gouji("check", "坏 的.txt", "--format", "json", PYTHONIOENCODING=encoding)
    assert json.loads(done.stdout.decode("ascii"))["reports"][0]["path"] == "坏 的.txt"


def test_a_check_imports_only_what_it_needs() -> None:
    program = "import sys; from linter.cli import run; run(['check', '好.txt']); print(*sys.modules, file=sys.stderr)"
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        text=True,
        check=True,
    )
    loaded = set(done.stderr.split())
    assert "linter.rendering.text" in loaded
    assert not loaded & {"jinja2", "json", "csv", "concurrent.futures", "importlib.metadata", "linter.rendering.json"}


def test_a_pipe_has_no_colour() -> None:
    assert b"\x1b" not in gouji("check", "坏 的.txt").stdout


@posix
@pytest.mark.parametrize(
    ("arguments", "environment", "coloured"),
    [([], {}, True), (["--no-color"], {}, False), ([], {"NO_COLOR": "1"}, False), ([], {"TERM": "dumb"}, False)],
)
def test_a_terminal_has_colour_unless_told(arguments: list[str], environment: dict[str, str], coloured: bool) -> None:
    shown = in_terminal(["check", "坏 的.txt", *arguments], environment)
    assert "T301" in shown
    assert ("\x1b[1;31m" in shown) == coloured


@posix
def test_whoever_stops_reading_hears_nothing(folder: Path) -> None:
    for n in range(30):
        (folder / f"{n}.txt").write_text((folder / "坏 的.txt").read_text("utf-8"), "utf-8")
    command = f"'{sys.executable}' -m linter check . | head -n 1"
    done = subprocess.run(
        ["sh", "-c", command], capture_output=True, env={**os.environ, "PYTHONPATH": str(ROOT)}, check=False
    )
    assert done.stdout.count(b"\n") == 1
    assert done.stderr == b""


@posix
@pytest.mark.parametrize("arguments", [["--help"], ["check", "--help"], ["--version"]])
def test_help_that_nobody_reads(arguments: list[str]) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    command = [sys.executable, "-m", "linter", *arguments]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, stdout=writer, stderr=subprocess.PIPE, env=environment, check=False)
    os.close(writer)
    assert (done.returncode, done.stderr) == (141, b"")


@posix
def test_closed_streams_and_full_disks_are_one_sentence() -> None:
    def shell(line: str) -> subprocess.CompletedProcess[bytes]:
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "LC_ALL": "zh_CN.UTF-8"}
        command = f"'{sys.executable}' -m linter {line}"
        return subprocess.run(["sh", "-c", command], capture_output=True, env=environment, check=False)

    for line, sentence in [
        ("check 好.txt >&-", "标准输出是关闭的"),
        ("check - <&-", "标准输入"),
        ("check 好.txt >/dev/full", "写不到标准输出"),
        ("--help >/dev/full", "写不到标准输出"),
        ("check --help >/dev/full", "写不到标准输出"),
    ]:
        done = shell(line)
        assert done.returncode == 2, line
        assert sentence in done.stderr.decode(), line
        assert done.stderr.count(b"\n") == 1, line
    assert shell("check 坏\\ 的.txt 2>&-").returncode == 1


def in_terminal(arguments: list[str], environment: dict[str, str]) -> str:
    import pty

    pid, terminal = pty.fork()
    if pid == 0:
        os.environ.pop("NO_COLOR", None)
        os.environ.update({"TERM": "xterm", "PYTHONPATH": str(ROOT), **environment})
        os.execv(sys.executable, [sys.executable, "-m", "linter", *arguments])
    shown = b""
    while True:
        try:
            piece = os.read(terminal, 65536)
        except OSError:
            break
        if not piece:
            break
        shown += piece
    os.waitpid(pid, 0)
    return shown.decode()
