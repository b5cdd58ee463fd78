"""Office files as the archives that they are: nothing is read before the directory was found harmless."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from typing import TYPE_CHECKING

from linter.sources.interface import UnreadableError

if TYPE_CHECKING:
    from lxml import etree

MAX_BYTES = 50_000_000
"""All parts together; a real report with its pictures stays under this."""
MAX_ENTRIES = 2_000
MAX_RATIO = 200
"""How many times larger than packed a part over LARGE bytes may be; real ones stay under 32."""
LARGE = 1_000_000
MAX_MARKS = 400_000
"""How many tags and attributes an XML part may have, since a few hundred bytes are held for each; a report of ten pages
has eight thousand."""

_DIRECTORY_ENTRY = b"PK\x01\x02"
_ENCRYPTED = 0x1
_METHODS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
_DOCTYPES = tuple("<!DOCTYPE".encode(encoding) for encoding in ("ascii", "utf-16-le", "utf-16-be"))
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    OSError,
    NotImplementedError,
    RuntimeError,
    ValueError,
)
_DAMAGED = "文件已损坏，请用 Word 或 WPS 打开后另存一份再检查 (damaged; open it in Word or WPS and save it anew)"
_BOMB = (
    "解压后过大，不像是一份年度报告，请去掉大图片后另存一份"
    " (too large when unpacked for a report; save it anew without large pictures)"
)
_LOCKED = "压缩包设有密码，请去掉密码后再检查 (locked with a password; remove it first)"
_DTD = (
    "含有文档类型定义 (DTD)，为安全起见不予读取，请用 Word 或 WPS 另存一份 (holds a DTD; save it anew in Word or WPS)"
)
_ENTANGLED = (
    "内容过于庞杂，不像是一份年度报告，请只留报告本身，另存一份 (too many elements for a report; keep the report only)"
)


class Archive:
    """An archive whose directory was checked; parts are named without regard to case, as Office does."""

    def __init__(self, name: str, opened: zipfile.ZipFile) -> None:
        self._name = name
        self._opened = opened
        self._parts: dict[str, zipfile.ZipInfo] = {}
        self._doubled: set[str] = set()
        for info in opened.infolist():
            part = _key(info.filename)
            if part in self._parts:
                self._doubled.add(part)
            self._parts[part] = info

    def __contains__(self, part: str) -> bool:
        return _key(part) in self._parts

    def read(self, part: str, limit: int = MAX_BYTES) -> bytes:
        """A part's bytes; raises UnreadableError where it is missing, damaged, there twice or over `limit` bytes,
        whatever the directory says about its size."""
        info = self._parts.get(_key(part))
        if info is None or _key(part) in self._doubled:
            raise UnreadableError(self._name, _DAMAGED)
        try:
            with self._opened.open(info) as stream:
                data = stream.read(limit + 1)
        except _BROKEN:
            raise UnreadableError(self._name, _DAMAGED) from None
        if len(data) > limit:
            raise UnreadableError(self._name, _BOMB)
        return data


def open_archive(data: bytes, name: str) -> Archive:
    """Opens a zip; raises UnreadableError with one sentence when it is none, is damaged, locked or a bomb."""
    if data.count(_DIRECTORY_ENTRY) > MAX_ENTRIES:  # before zipfile makes an object of each
        raise UnreadableError(name, _BOMB)
    try:
        opened = zipfile.ZipFile(io.BytesIO(data))
    except _BROKEN:
        raise UnreadableError(name, _DAMAGED) from None
    infos = opened.infolist()
    if any(info.flag_bits & _ENCRYPTED for info in infos):
        raise UnreadableError(name, _LOCKED)
    if sum(info.file_size for info in infos) > MAX_BYTES or any(map(_swells, infos)):
        raise UnreadableError(name, _BOMB)
    if any(info.compress_type not in _METHODS for info in infos):
        raise UnreadableError(name, _DAMAGED)
    return Archive(name, opened)


def parse_part(data: bytes, name: str) -> etree._Element:
    """The root of an XML part, in any encoding that it declares; raises UnreadableError where it is not well-formed,
    has a document type, nests deeper than 256 or has more than MAX_MARKS tags and attributes."""
    from lxml import etree

    if any(doctype in data for doctype in _DOCTYPES):
        raise UnreadableError(name, _DTD)
    if data.count(b"<") + data.count(b"=") > MAX_MARKS:
        raise UnreadableError(name, _ENTANGLED)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, collect_ids=False
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError, LookupError):
        raise UnreadableError(name, _DAMAGED) from None
    if root.getroottree().docinfo.doctype:
        raise UnreadableError(name, _DTD)
    return root


def _swells(info: zipfile.ZipInfo) -> bool:
    return info.file_size > LARGE and info.file_size > MAX_RATIO * info.compress_size


def _key(part: str) -> str:
    return part.replace("\\", "/").lstrip("/").lower()
