"""A look over the sheets of an .xls file: how far they reach, and which cells hold an error.

Such a workbook is a stream of records, each with a kind, a length and its content; the sheets follow one another, and
the first part says at which offset each begins. Kinds are those of [MS-XLS] 2.3.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

from linter.record import NamedTuple
from linter.sources.compound import CompoundFile
from linter.sources.sheets import FAILED, Box, Position, Survey, Surveys

_BOUND_SHEET, _BEGIN = 0x0085, 0x0809
_RKS, _BOOL_OR_ERROR = 0x00BD, 0x0205
_FORMULAS = frozenset({0x0006, 0x0206, 0x0406})
_NUMBERS_AND_TEXTS = frozenset({0x0203, 0x027E, 0x0204, 0x00FD, 0x00D6})
_ERROR = 2
_CELLS = _FORMULAS | _NUMBERS_AND_TEXTS | {_RKS, _BOOL_OR_ERROR}


class Record(NamedTuple):
    """A record by its offset in the stream, kind and content."""

    at: int
    kind: int
    body: bytes


def survey_biff(data: bytes) -> Surveys:
    """Surveys a workbook."""
    file = CompoundFile(data)
    entry = file.streams.get("Workbook") or file.streams.get("Book")
    begins: list[int] = []
    sheets: dict[int, _Sheet] = {}
    sheet = _Sheet()
    for record in _records(file.read(entry) if entry else b""):
        if record.kind == _BOUND_SHEET and len(record.body) >= 4:
            begins.append(struct.unpack_from("<I", record.body)[0])
        elif record.kind == _BEGIN:
            sheet = sheets.setdefault(record.at, _Sheet())
        elif record.kind in _CELLS and len(record.body) >= 6:
            sheet.add(record)
    area = sum(one.survey().area for one in sheets.values())
    return Surveys([sheets.get(at, _Sheet()).survey() for at in begins], area)


class _Sheet:
    def __init__(self) -> None:
        self._box: Box | None = None
        self._notes: dict[Position, str] = {}

    def add(self, record: Record) -> None:
        """A record of a cell, or of several beside each other: then its last number is the last one's column."""
        row, column = struct.unpack_from("<HH", record.body)
        last = struct.unpack_from("<H", record.body, len(record.body) - 2)[0] if record.kind == _RKS else column
        box = self._box or Box(row, column, row, column)
        self._box = box.around(row, column).around(row, last)
        if _failed(record):
            self._notes[row, column] = FAILED

    def survey(self) -> Survey:
        return Survey(self._box, self._notes)


def _records(stream: bytes) -> Iterator[Record]:
    at = 0
    while at + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, at)
        yield Record(at, kind, stream[at + 4 : at + 4 + length])
        at += 4 + length


def _failed(record: Record) -> bool:
    """Whether a cell shows an error: so says its last byte, or the first and the last two of a formula's value."""
    body = record.body
    if record.kind == _BOOL_OR_ERROR:
        return len(body) >= 8 and body[7] == 1
    return record.kind in _FORMULAS and len(body) >= 14 and body[6] == _ERROR and body[12:14] == b"\xff\xff"
