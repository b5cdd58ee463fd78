"""A look over the sheets of an .xlsx file: how far they reach, and which cells have no value to show."""

from __future__ import annotations

import io
import posixpath
from collections.abc import Iterator
from typing import TYPE_CHECKING
from zipfile import ZipFile

from linter.patterns import compiled
from linter.sources.archive import Archive, open_archive, parse_part
from linter.sources.interface import UnreadableError
from linter.sources.sheets import FAILED, UNCALCULATED, Box, Position, Survey, Surveys

if TYPE_CHECKING:
    from lxml import etree

_USUAL_BOOK = "xl/workbook.xml"
_SHEET_MARKS = tuple("sheetData".encode(encoding) for encoding in ("ascii", "utf-16-le", "utf-16-be"))
_REFERENCE = compiled(r"([A-Z]{1,3})([1-9][0-9]{0,6})")
_MOST_ROWS, _MOST_COLUMNS = 1_048_576, 16_384


def survey_spreadsheetml(data: bytes, name: str) -> Surveys:
    """Surveys a workbook; raises UnreadableError.

    Whatever calamine may unpack is unpacked here first, within bounds: each part, whether or not anything links to it.
    """
    archive = open_archive(data, name)
    found: dict[str, Survey] = {}
    with ZipFile(io.BytesIO(data)) as opened:
        parts = [part for part in opened.namelist() if part.lower().endswith((".xml", ".rels"))]
    for part in parts:
        content = archive.read(part)
        if any(mark in content for mark in _SHEET_MARKS):
            found[_key(part)] = _survey(parse_part(content, name), name)
    in_order = [found.get(_key(part), Survey()) for part in _sheets(archive, name)]
    return Surveys(in_order, sum(survey.area for survey in found.values()))


def _sheets(archive: Archive, name: str) -> Iterator[str]:
    """The part of each sheet, as the book's links name it."""
    book = next(
        (target for kind, target in _links(archive, "", name).values() if kind == "officeDocument"), _USUAL_BOOK
    )
    if book in archive:
        links = _links(archive, book, name)
        for sheet in parse_part(archive.read(book), name).iter("{*}sheet"):
            link = next((str(value) for key, value in sheet.attrib.items() if str(key).endswith("}id")), "")
            yield links.get(link, ("", ""))[1]


def _links(archive: Archive, part: str, name: str) -> dict[str, tuple[str, str]]:
    """By their ids the links of a part, of the whole file for none: the last word of the kind, and the part meant."""
    folder, base = posixpath.split(part)
    listed = posixpath.join(folder, "_rels", f"{base}.rels")
    if listed not in archive:
        return {}
    return {
        str(link.get("Id")): (
            str(link.get("Type", "")).rsplit("/", 1)[-1],
            posixpath.normpath(posixpath.join("/", folder, str(link.get("Target", "")))).lstrip("/"),
        )
        for link in parse_part(archive.read(listed), name).iter("{*}Relationship")
    }


def _key(part: str) -> str:
    return part.replace("\\", "/").lstrip("/").lower()


def _survey(sheet: etree._Element, name: str) -> Survey:
    box: Box | None = None
    notes: dict[Position, str] = {}
    for position, cell in _cells(sheet, name):
        value, note = cell.find("{*}v"), _note(cell)
        if note:
            notes[position] = note
        if note or value is not None or cell.find("{*}is") is not None:
            box = box.around(*position) if box else Box(*position, *position)
    return Survey(box, notes)


def _cells(sheet: etree._Element, name: str) -> Iterator[tuple[Position, etree._Element]]:
    """Each cell with its position: its own reference, or where it comes in its row."""
    row = -1
    for line in sheet.iter("{*}row"):
        row = _row(line.get("r"), row + 1, name)
        column = -1
        for cell in line.iterchildren("{*}c"):
            reference = cell.get("r")
            at = _position(str(reference), name) if reference is not None else (row, column + 1)
            column = at[1]
            yield at, cell


def _note(cell: etree._Element) -> str:
    """Words for a cell whose value cannot be shown. A formula may well have an empty text for its value."""
    if cell.get("t") == "e":
        return FAILED
    value = cell.find("{*}v")
    if cell.find("{*}f") is None or (value is not None and (value.text or cell.get("t") == "str")):
        return ""
    return UNCALCULATED


def _row(number: str | None, following: int, name: str) -> int:
    if number is None:
        return following
    if not (number.isascii() and number.isdigit() and len(number) < 8 and 1 <= int(number) <= _MOST_ROWS):
        raise _beyond(name)
    return int(number) - 1


def _position(reference: str, name: str) -> Position:
    match = _REFERENCE.fullmatch(reference)
    if match is None:
        raise _beyond(name)
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    if column > _MOST_COLUMNS or int(match[2]) > _MOST_ROWS:
        raise _beyond(name)
    return int(match[2]) - 1, column - 1


def _beyond(name: str) -> UnreadableError:
    return UnreadableError(
        name,
        "工作表里有不存在的单元格，请用 Excel 或 WPS 打开后另存一份再检查"
        " (cells beyond the sheet; save it anew in Excel or WPS)",
    )
