"""All formats for programs out of one run of the command."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from click.testing import CliRunner

from linter.cli import main
from rendering.machines import read_github, read_gitlab, read_junit, read_markdown, read_sarif

ROOT = Path(__file__).resolve().parents[2]
NAMES = ["sarif", "github", "gitlab", "junit", "markdown"]


def run(folder: Path, *options: str) -> tuple[int, str]:
    result = CliRunner().invoke(main, ["check", str(folder), "--lang", "zh", *options], catch_exceptions=False)
    return result.exit_code, result.stdout


@pytest.fixture
def reports(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two reports with mistakes, one without and one that is none, below the folder of the run."""
    monkeypatch.chdir(tmp_path)
    folder = Path("报告")
    folder.mkdir()
    for path in sorted((ROOT / "examples").glob("*-*.txt")):
        (folder / path.name).write_bytes(path.read_bytes())
    (folder / "坏.txt").write_text("不是报告", encoding="utf-8")
    return folder


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_all_from_one_run_are_as_each_from_its_own(reports: Path, jobs: str) -> None:
    asked = [part for name in NAMES for part in ("--format", f"{name}=out.{name}")]
    status, stdout = run(reports, *asked, "--jobs", jobs)
    assert (status, stdout) == (2, "")
    for name in NAMES:
        assert run(reports, "--format", name) == (2, Path(f"out.{name}").read_text(encoding="utf-8"))


def test_they_agree_on_what_was_found(reports: Path) -> None:
    told = {name: run(reports, "--format", name)[1] for name in NAMES}
    sarif = read_sarif(told["sarif"])
    count = len(sarif["results"])
    assert count > 10
    assert len(sarif["invocations"][0]["toolExecutionNotifications"]) == 1
    assert len(read_gitlab(told["gitlab"])) == len(read_github(told["github"])[0]) == count + 1
    assert len(read_markdown(told["markdown"]).rows) == count
    files = {suite.get("name") for suite in read_junit(told["junit"])}
    assert files == {path.as_posix() for path in reports.iterdir()}
    keys = [
        (one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"], one["partialFingerprints"]["gouji/v1"])
        for one in sarif["results"]
    ]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("name", NAMES)
def test_two_runs_write_the_same(reports: Path, name: str) -> None:
    digests = {hashlib.sha256(run(reports, "--format", name)[1].encode()).hexdigest() for _ in range(2)}
    assert len(digests) == 1
