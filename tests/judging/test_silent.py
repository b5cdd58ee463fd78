"""Correct reports that once raised a false alarm: their prose says true things that only look like contradictions."""

from __future__ import annotations

from pathlib import Path

import pytest

from linter.check import load_kit
from linter.finding import Severity
from linter.sources import open_source

FOLDER = Path(__file__).resolve().parents[1] / "data" / "silent"


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.txt")), ids=lambda path: path.stem)
def test_no_error_and_no_warning(path: Path) -> None:
    findings = load_kit().check(open_source(path)).outcomes.findings
    assert [one.rule for one in findings if one.severity is not Severity.INFO] == []
