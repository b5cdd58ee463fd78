"""Every command line of ours that a page shows is one that the command takes."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import click
import pytest
import yaml

from linter.cli import main, run

ROOT = Path(__file__).resolve().parents[1]
PAGES = [
    *ROOT.glob("*.md"),
    *(ROOT / "docs").glob("*.md"),
    *(ROOT / "examples").glob("*/README.md"),
    ROOT / ".pre-commit-hooks.yaml",
]
LINE = re.compile(r"^[ $-]*(?:(?:entry|run): )?(?:\.venv\S*[/\\])?(gouji [^\n]*)", re.MULTILINE)
"""A line of a shell, a step of a pipeline, a hook's entry."""
INLINE = re.compile(r"`(gouji [^`\n]+)`")
OPEN = re.compile(r"[\[\]<>|…]| \.\.\.|\{| [A-Z]{4,}\b")
"""A line with one of these is the outline of a command, not one to be typed."""


class Shown(NamedTuple):
    page: str
    command: str


def shown() -> Iterator[Shown]:
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        blocks = [block for _kind, block in re.findall(r"```(\w*)\n(.*?)```", text, re.DOTALL)]
        lines = [found for block in (blocks if page.suffix == ".md" else [text]) for found in LINE.findall(block)]
        for command in dict.fromkeys([*lines, *INLINE.findall(re.sub(r"```.*?```", "", text, flags=re.DOTALL))]):
            if not OPEN.search(command):
                yield Shown(page.relative_to(ROOT).as_posix(), command)


ALL = list(shown())


def test_they_are_found() -> None:
    assert len(ALL) > 30
    assert Shown(".pre-commit-hooks.yaml", "gouji check --tolerate-unreadable") in ALL
    assert any(one.page == "docs/hooks.md" and "--format sarif=gouji.sarif" in one.command for one in ALL)
    assert any(one.page == "docs/waivers.md" and "--reason" in one.command for one in ALL)


@pytest.mark.parametrize("one", ALL, ids=lambda one: f"{one.page}: {one.command}")
def test_it_is_understood(one: Shown) -> None:
    name, *arguments = shlex.split(one.command, comments=True)[1:] or ["--help"]
    if name.startswith("-"):
        assert name in ("--help", "--version", "-h", "-V")
        return
    command = main.get_command(click.Context(main), name)
    assert command is not None, f"there is no command {name}"
    if arguments == [] and any(param.required for param in command.params):
        return  # The name of a command in a sentence.
    context = command.make_context(name, list(arguments))
    for format_name in context.params.get("formats", ()):
        from linter.cli.outputs import targets

        assert targets([format_name], None, "en")


def snippets(kind: str) -> dict[str, str]:
    """The snippets of the page about hooks that are files, by their names."""
    text = (ROOT / "docs" / "hooks.md").read_text(encoding="utf-8")
    return dict(re.findall(rf"<!-- file: (\S+) -->\n```{kind}\n(.*?)```", text, re.DOTALL))


def test_the_pipelines_are_whole() -> None:
    """What GitHub and GitLab demand of them at least, and that steps use what earlier ones wrote."""
    files = {name: yaml.safe_load(text) for name, text in snippets("yaml").items()}
    github, gitlab = files[".github/workflows/gouji.yml"], files[".gitlab-ci.yml"]
    steps = github["jobs"]["check"]["steps"]
    assert all(("run" in step) is not ("uses" in step) for step in steps)
    written = " ".join(step.get("run", "") for step in steps)
    assert github["permissions"]["security-events"] == "write"
    assert f"> {steps[-1]['with']['sarif_file']}" in written and steps[-1]["uses"].startswith("github/codeql-action/")
    for name in gitlab["gouji"]["artifacts"]["reports"].values():
        assert f"={name}" in " ".join(gitlab["gouji"]["script"])


def test_the_filter_leaves_what_is_not_held_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The line of the workflow that takes suppressed results out of a SARIF file."""
    if shutil.which("jq") is None:
        pytest.skip("jq is not installed")
    (line,) = re.findall(r"run: (jq .*)", snippets("yaml")[".github/workflows/gouji.yml"])
    monkeypatch.chdir(tmp_path)
    (tmp_path / "年报.txt").write_bytes((ROOT / "examples" / "faulty-district-2023.txt").read_bytes())
    run(["waive", "年报.txt", "--select", "BRK01", "--reason", "含转发信息"])
    run(["check", "年报.txt", "--format", "sarif=gouji.sarif"])
    subprocess.run(["sh", "-c", line], check=True)
    before, after = ((tmp_path / name).read_text(encoding="utf-8") for name in ("gouji.sarif", "open.sarif"))
    assert '"ruleId": "BRK01"' in before
    assert '"ruleId": "BRK01"' not in after and '"ruleId": "T303"' in after
