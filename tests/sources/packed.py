"""Small files of other formats, put together by hand: workbooks, zip files, compound files."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Mapping, Sequence

_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/{part}" ContentType="application/vnd.openxmlformats-officedocument.{kind}.main+xml"/></Types>'
)
_LINKS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
_LINK = '<Relationship Id="rId{0}" Target="worksheets/sheet{0}.xml" Type="{1}/worksheet"/>'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TO_BOOK = f'<Relationship Id="r" Target="xl/workbook.xml" Type="{_OFFICE}/officeDocument"/>'
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_SECTOR = 512


def packed(parts: Mapping[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip file of these parts."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", method) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return made.getvalue()


def content_types(kind: str, part: str = "x.xml") -> str:
    """The part that says what an Office file is: `wordprocessingml.document`, `spreadsheetml.sheet`, …"""
    return _TYPES.format(kind=kind, part=part)


def workbook(*sheets: str, hidden: Sequence[int] = (), names: Sequence[str] = ()) -> bytes:
    """A workbook; each sheet is the XML inside `sheetData`, and after it where it says so with `|`."""
    listed = ""
    for number in range(1, len(sheets) + 1):
        state = ' state="hidden"' if number - 1 in hidden else ""
        listed += (
            f'<sheet name="{names[number - 1] if names else number}" sheetId="{number}" r:id="rId{number}"{state}/>'
        )
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": content_types("spreadsheetml.sheet", "xl/workbook.xml"),
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>{listed}</sheets></workbook>',
        "_rels/.rels": _LINKS.format(_TO_BOOK),
        "xl/_rels/workbook.xml.rels": _LINKS.format(
            "".join(_LINK.format(number, _OFFICE) for number in range(1, len(sheets) + 1))
        ),
    }
    for number, sheet in enumerate(sheets, 1):
        rows, _, rest = sheet.partition("|")
        parts[f"xl/worksheets/sheet{number}.xml"] = (
            f'<worksheet xmlns="{_MAIN}"><sheetData>{rows}</sheetData>{rest}</worksheet>'
        )
    return packed(parts)


def rows(*lines: Sequence[object], at: int = 1) -> str:
    """Rows of a sheet: texts, numbers, None for a blank, and XML as it stands where a text begins with `<`."""
    return "".join(
        f'<row r="{number}">{"".join(_cell(value) for value in line)}</row>' for number, line in enumerate(lines, at)
    )


def _cell(value: object) -> str:
    if value is None:
        return "<c/>"
    if isinstance(value, str):
        return value if value.startswith("<") else f'<c t="inlineStr"><is><t>{value}</t></is></c>'
    return f"<c><v>{value}</v></c>"


def merged(*ranges: str) -> str:
    """What comes after the rows for merged ranges."""
    return "|<mergeCells>" + "".join(f'<mergeCell ref="{one}"/>' for one in ranges) + "</mergeCells>"


def compound(streams: Mapping[str, bytes]) -> bytes:
    """A compound file with these streams at its top, each of at least 4,096 bytes."""
    streams = {name: data.ljust(4096, b"\0") for name, data in streams.items()}
    chains: list[int] = []
    sectors: list[bytes] = []
    entries = [_entry("Root Entry", 5, 0xFFFFFFFE, 0, below=1)]
    for number, (name, data) in enumerate(streams.items(), 1):
        after = number + 1 if number < len(streams) else 0xFFFFFFFF
        entries.append(_entry(name, 2, len(sectors), len(data), after=after))
        _append(data, sectors, chains)
    directory = len(sectors)
    _append(b"".join(entries), sectors, chains)
    table = len(sectors)
    chains.append(0xFFFFFFFD)
    sectors.append(b"".join(struct.pack("<I", one) for one in chains).ljust(_SECTOR, b"\xff"))
    assert len(chains) <= 128
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 16 + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + b"\0" * 10
    head += struct.pack("<IIIIIIIII", 1, directory, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0, table)
    return head.ljust(_SECTOR, b"\xff") + b"".join(sectors)


def _append(data: bytes, sectors: list[bytes], chains: list[int]) -> None:
    pieces = [data[at : at + _SECTOR].ljust(_SECTOR, b"\0") for at in range(0, len(data), _SECTOR)]
    first = len(sectors)
    chains += [*range(first + 1, first + len(pieces)), 0xFFFFFFFE]
    sectors += pieces


def _entry(name: str, kind: int, first: int, size: int, after: int = 0xFFFFFFFF, below: int = 0xFFFFFFFF) -> bytes:
    spelled = name.encode("utf-16-le")
    links = struct.pack("<III", 0xFFFFFFFF, after, below)
    return (
        spelled.ljust(64, b"\0")
        + struct.pack("<HBB", len(spelled) + 2, kind, 1)
        + links
        + b"\0" * 36
        + struct.pack("<IQ", first, size)
    )
