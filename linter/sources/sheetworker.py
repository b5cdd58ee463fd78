"""The child process that parses a workbook: bytes on standard input, its visible sheets as JSON on standard output.

Calamine answers some damaged files by ending the process that it runs in, and others by asking for all memory there is.
"""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from linter.record import NamedTuple
from linter.sources.sheets import Position, shown

SECONDS = 30
"""How long a workbook may take; one with as many cells as are let through takes two."""
_MEMORY = 4 << 30
"""Bytes of addresses: room is set aside for as many cells as a sheet claims to have, and mostly never used."""
_LOCKED = 3
_ROOT = Path(__file__).resolve().parents[2]


class Sheet(NamedTuple):
    """A visible sheet: its number in the workbook and its name, where its first cell is, the texts of its rows from
    there, and its merged ranges."""

    number: int
    title: str
    top: int
    left: int
    rows: list[list[str]]
    merged: list[tuple[Position, Position]]


class LockedError(Exception):
    """The workbook needs a password."""


def parse(data: bytes) -> list[Sheet] | None:
    """The sheets of a workbook; None for one that is damaged or takes too long. Raises LockedError."""
    try:
        done = subprocess.run(
            [sys.executable, "-P", "-m", "linter.sources.sheetworker"],
            input=data,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=SECONDS,
            env={**os.environ, "PYTHONPATH": os.pathsep.join([str(_ROOT), *filter(None, sys.path)])},
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            check=False,
        )
    except (subprocess.TimeoutExpired, OSError):
        return None
    if done.returncode == _LOCKED:
        raise LockedError
    return [Sheet(*sheet) for sheet in json.loads(done.stdout)] if done.returncode == 0 else None


def main() -> int:
    _bound_memory()
    from python_calamine import CalamineWorkbook, PasswordError

    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(sys.stdin.buffer.read())) as workbook:
            json.dump(_sheets(workbook), sys.stdout)
    except PasswordError:
        return _LOCKED
    return 0


def _sheets(workbook: Any) -> list[Sheet]:
    """What a person does not see is often last year's copy, so hidden sheets are left out."""
    from python_calamine import SheetTypeEnum, SheetVisibleEnum

    found = []
    for number, about in enumerate(workbook.sheets_metadata):
        if about.typ == SheetTypeEnum.WorkSheet and about.visible == SheetVisibleEnum.Visible:
            sheet = workbook.get_sheet_by_index(number)
            top, left = sheet.start or (0, 0)
            rows = [[shown(value) for value in row] for row in sheet.to_python()] if sheet.start else []
            found.append(Sheet(number, about.name, top, left, rows, sheet.merged_cell_ranges or []))
    return found


def _bound_memory() -> None:
    if sys.platform != "win32":
        import resource

        _, most = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(
            resource.RLIMIT_AS, (_MEMORY if most == resource.RLIM_INFINITY else min(_MEMORY, most), most)
        )


if __name__ == "__main__":
    sys.exit(main())
