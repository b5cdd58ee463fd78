"""What the READMEs and `examples/expected/` show is what the command prints.

With GOUJI_UPDATE=1 in the environment the files are written anew instead.
"""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from linter.cli import main

ROOT = Path(__file__).resolve().parents[1]
EXAMPLES = sorted(path for path in (ROOT / "examples").iterdir() if path.suffix in (".txt", ".md"))
UPDATE = os.environ.get("GOUJI_UPDATE") == "1"


def output(path: Path, *options: str) -> str:
    before = Path.cwd()
    os.chdir(ROOT)
    try:
        name = str(path.relative_to(ROOT).as_posix())
        result = CliRunner().invoke(main, ["check", name, "--lang", "zh", *options], catch_exceptions=False)
    finally:
        os.chdir(before)
    return result.stdout


def same(path: Path, text: str) -> None:
    if UPDATE:
        path.write_text(text, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == text


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_expected_output(path: Path) -> None:
    expected = ROOT / "examples" / "expected"
    same(expected / f"{path.stem}.out.txt", output(path))
    same(expected / f"{path.stem}.json", output(path, "--format", "json"))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_clean_examples_are_clean_and_faulty_ones_are_not(path: Path) -> None:
    summary = json.loads(output(path, "--format", "json"))["summary"]
    found = summary["error"], summary["warning"], summary["info"]
    assert (found == (0, 0, 0)) == path.stem.startswith("clean")
    assert (summary["error"] >= 4) == path.stem.startswith("faulty")


@pytest.mark.parametrize("name", ["README.md", "README.zh-CN.md"])
def test_sample_in_the_readme(name: str) -> None:
    """The marker names an example and the options that it was checked with."""
    path = ROOT / name
    text = path.read_text(encoding="utf-8")
    sample = re.search(r"<!-- sample: (\S+)(.*?) -->\n(.*?)<!-- /sample -->", text, re.DOTALL)
    assert sample is not None
    options = sample[2].split()
    shown = output(ROOT / "examples" / sample[1], *options)
    command = " ".join(["$ gouji check", f"examples/{sample[1]}", *options])
    same(path, text[: sample.start(3)] + f"```text\n{command}\n{shown}```\n" + text[sample.end(3) :])
