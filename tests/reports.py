"""Shared by tests: reports of `../shared` where they exist, and a short way from text to report."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from linter.family import Family
from linter.familyfile import load_family
from linter.reading import read
from linter.report import Report
from linter.sources import read_bytes

SHARED = Path(__file__).resolve().parents[2] / "shared"


@cache
def family() -> Family:
    return load_family()


def read_report(text: str, name: str = "report.txt") -> Report:
    return read(read_bytes(text.encode(), name), family())


def seeds() -> list[Any]:
    """The published reports as parameters of a test; one skipped parameter where they are not at hand."""
    found = sorted((SHARED / "seeds").glob("*.txt"))
    missing = pytest.param(None, marks=pytest.mark.skip(reason="the published reports are not at hand"))
    return [pytest.param(path, id=path.name[:3]) for path in found] or [missing]


def facts() -> dict[str, dict[str, Any]]:
    """The figures of published reports by name, those in the tests' own data folder."""
    folder = Path(__file__).parent / "data" / "facts"
    return {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.json"))}
