"""Texts that were written to make the reader wrong: it may leave cells unread, but claims no wrong figure."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from linter.reading import read
from linter.sources import UnreadableError, read_bytes
from reports import family

FOLDER = Path(__file__).resolve().parents[1] / "data" / "attacks"
# Nothing in these texts is lost or undecidable: every figure must be read.
DECIDABLE = {"08", "10", "19", "20", "21", "22", "24", "25", *map(str, range(30, 39))}


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.txt")), ids=lambda path: path.stem)
def test_no_figure_is_wrong(path: Path) -> None:
    expected = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    try:
        report = read(read_bytes(path.read_bytes(), path.name), family())
    except UnreadableError:
        assert expected["refused"]
        return
    assert not expected["refused"]
    shown = {name: str(cell.value) for name, cell in report.cells.items() if cell.value is not None}
    known = {name: value for name, value in expected["cells"].items() if name in report.cells}
    assert {name: value for name, value in shown.items() if name in known and known[name] != value} == {}
    if path.stem[:2] in DECIDABLE:
        assert shown == {name: value for name, value in known.items() if value is not None}
