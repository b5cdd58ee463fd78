"""Completion in a shell, as click offers it."""

from __future__ import annotations

import os
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
