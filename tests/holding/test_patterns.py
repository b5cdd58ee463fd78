"""Which files a pattern of the configuration means."""

from __future__ import annotations

from pathlib import Path

import pytest

from linter.holding.patterns import matches


@pytest.mark.parametrize(
    ("pattern", "meant"),
    [
        ("归档/**", True),
        ("归档", True),
        ("归档/", True),
        ("./归档/2019", True),
        ("*.md", True),
        ("**/*.md", True),
        ("年报.md", True),
        ("**/年报.md", True),
        ("归档/*/年报.md", True),
        ("归", False),
        ("*.txt", False),
        ("2019/年报.md", False),
        ("*/2020/*", False),
    ],
)
def test_patterns(tmp_path: Path, pattern: str, meant: bool) -> None:
    assert matches(str(tmp_path / "归档" / "2019" / "年报.md"), tmp_path, pattern) is meant


def test_a_double_star_may_stand_for_nothing(tmp_path: Path) -> None:
    assert matches(str(tmp_path / "年报.md"), tmp_path, "**/年报.md")
