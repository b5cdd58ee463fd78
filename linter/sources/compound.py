"""Compound files (OLE), in which older Office programs keep documents, and newer ones what is encrypted.

Such a file is a small file system: sectors, chains of them in a table, a directory of named streams. Only as much of
it is followed as it takes to tell what the file is and to look into one stream; loops and ends that lead nowhere end a
chain.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import islice

from linter.record import NamedTuple
from linter.sources.detection import Format
from linter.sources.interface import UnreadableError

_HEADER = 512
_ENTRY = 128
_STREAM = 2
_LAST = 0xFFFFFFFA
_TABLES_IN_HEADER = 109
_SHORT = 4096
_ENCRYPTED_BIT = 0x0100


class Entry(NamedTuple):
    """A name in the directory: its kind, the entries beside and below it, its first sector and its size in bytes."""

    name: str
    kind: int
    before: int
    after: int
    below: int
    first: int
    size: int


class CompoundFile:
    """The streams at the top of a compound file; what is broken reads as missing."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        shift = struct.unpack_from("<H", data, 30)[0] if len(data) >= _HEADER else 0
        self._sector = 1 << shift if shift in (9, 12) else 512

    @cached_property
    def streams(self) -> dict[str, Entry]:
        """The streams that are in no folder, such as those of embedded objects are."""
        if not self._entries:
            return {}
        found, waiting, seen = {}, [self._entries[0].below], set[int]()
        while waiting:
            number = waiting.pop()
            if number in seen or number >= len(self._entries):
                continue
            seen.add(number)
            entry = self._entries[number]
            waiting += [entry.before, entry.after]
            if entry.kind == _STREAM:
                found[entry.name] = entry
        return found

    def read(self, entry: Entry) -> bytes:
        """A stream's bytes. Short ones lie together in the root's own stream, in pieces of 64 bytes."""
        if entry.size >= _SHORT:
            return b"".join(self._chain(entry.first))[: entry.size]
        pieces = b"".join(self._chain(self._entries[0].first))
        follow = _numbers(b"".join(self._chain(struct.unpack_from("<I", self._data, 60)[0])))
        return b"".join(pieces[64 * at : 64 * at + 64] for at in _follow(follow, entry.first))[: entry.size]

    @cached_property
    def _entries(self) -> list[Entry]:
        if len(self._data) < _HEADER:
            return []
        listed = b"".join(self._chain(struct.unpack_from("<I", self._data, 48)[0]))
        return [_entry(listed, at) for at in range(0, len(listed) - _ENTRY + 1, _ENTRY)]

    def _chain(self, number: int) -> Iterator[bytes]:
        yield from (self._at(at) for at in _follow(self._next, number))

    @cached_property
    def _next(self) -> tuple[int, ...]:
        """The table that says for each sector which one follows."""
        most = len(self._data) // (self._sector // 4 * self._sector) + 2
        return _numbers(b"".join(self._at(number) for number in islice(self._tables(), most)))

    def _tables(self) -> Iterator[int]:
        """The sectors that hold the table: 109 are named in the header, the others in a chain of their own."""
        yield from self._sectors(self._data[76 : 76 + 4 * _TABLES_IN_HEADER])
        number, per_sector, seen = struct.unpack_from("<I", self._data, 68)[0], self._sector // 4 - 1, set[int]()
        while number < _LAST and number not in seen:
            seen.add(number)
            more = self._at(number)
            if len(more) < self._sector:
                return
            yield from self._sectors(more[: 4 * per_sector])
            number = struct.unpack_from("<I", more, 4 * per_sector)[0]

    def _sectors(self, listed: bytes) -> Iterator[int]:
        highest = len(self._data) // self._sector
        yield from (number for (number,) in struct.iter_unpack("<I", listed) if number <= highest)

    def _at(self, number: int) -> bytes:
        begin = (number + 1) * self._sector
        return self._data[begin : begin + self._sector]


def detect_compound(data: bytes, name: str) -> Format:
    """What a compound file holds; raises UnreadableError when it is encrypted or holds something else."""
    file = CompoundFile(data)
    streams = file.streams
    if "EncryptedPackage" in streams:
        raise encrypted(name)
    if "WordDocument" in streams:
        if _is_encrypted(file.read(streams["WordDocument"])):
            raise encrypted(name)
        return Format.OFFICE
    if "Workbook" in streams or "Book" in streams:
        return Format.SHEET
    if not streams:
        raise UnreadableError(name, "旧版 Office 文件已损坏或不完整，请重新获取 (a damaged or truncated Office file)")
    raise UnreadableError(
        name, "是旧版 Office 文件，但不是 Word 或 Excel 文件，请给出报告本身 (an Office file of another kind)"
    )


def encrypted(name: str) -> UnreadableError:
    """What is said of a file that only opens with a password."""
    return UnreadableError(
        name, "文件已加密，需要密码，请取消密码后另存再检查 (encrypted: save it without a password first)"
    )


def _is_encrypted(document: bytes) -> bool:
    """Whether the flags at the head of a Word document say so."""
    return len(document) >= 12 and bool(struct.unpack_from("<H", document, 10)[0] & _ENCRYPTED_BIT)


def _follow(following: Sequence[int], number: int) -> Iterator[int]:
    """A chain of numbers, each saying which comes next, up to its end or to where it closes a loop."""
    seen = bytearray(len(following))
    while number < len(following) and not seen[number]:
        seen[number] = 1
        yield number
        number = following[number]


def _numbers(table: bytes) -> tuple[int, ...]:
    return struct.unpack(f"<{len(table) // 4}I", table[: len(table) // 4 * 4])


def _entry(listed: bytes, at: int) -> Entry:
    length, kind = struct.unpack_from("<HB", listed, at + 64)
    before, after, below = struct.unpack_from("<3I", listed, at + 68)
    first, size = struct.unpack_from("<II", listed, at + 116)
    name = listed[at : at + max(0, min(length, 64) - 2)].decode("utf-16-le", errors="replace")
    return Entry(name, kind, before, after, below, first, size)
