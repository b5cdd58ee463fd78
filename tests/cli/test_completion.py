"""Completion in a shell, as click offers it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

import pytest


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("gouji ch", "check"),
        ("gouji check --fo", "--format"),
        ("gouji check --profile st", "strict"),
        ("gouji wa", "waive"),
    ],
)
def test_completion(words: str, expected: str) -> None:
    environment = {
        **os.environ, "_GOUJI_COMPLETE": "bash_complete", "COMP_WORDS": words, "COMP_CWORD": str(words.count(" ")),
    }  # fmt: skip
    done = subprocess.run(
        [sys.executable, "-m", "linter"], env=environment, capture_output=True, text=True, check=False
    )
    assert f",{expected}" in done.stdout.split("\n")[0], done


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_of_each_shell(shell: str) -> None:
    """What the page says to evaluate; a shell that is there is asked whether it can read it."""
    environment = {**os.environ, "_GOUJI_COMPLETE": f"{shell}_source"}
    done = subprocess.run(
        [sys.executable, "-m", "linter"], env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0 and f"_GOUJI_COMPLETE={shell}_complete" in done.stdout
    if (program := shutil.which(shell)) is not None:
        assert subprocess.run([program, "-n"], input=done.stdout, text=True, check=False).returncode == 0
